#pragma once

#include "bary-box.h"
#include "bary-day.h"

G_BEGIN_DECLS

/* Where the events of a plan stand on a sheet: days go from left to right, a row for each cluster. An event stands in the first
 * lane of its row where nothing is in its way: those whose days are known in the upper lanes, vague ones below them. Pure
 * and deterministic. Lengths are pixels or points, boxes are given by their middle, as everywhere. */

typedef struct {
  guint       row;
  BaryDaySpan days;  /* the earliest and the latest */
  gboolean    vague;
  double      label; /* width of its name, which stands in the mark or behind it; 0: none is wanted */
} BarySheetEntry;

typedef struct {
  BaryDaySpan days;      /* shown */
  double      left, width;
  double      top;       /* of the first row */
  double      mark;      /* least width and height of a mark */
  double      lane;      /* height of a lane */
  double      padding;   /* above the lanes of a row and below them */
  double      least_row; /* height */
  double      most_label;
} BarySheetMeasures;

typedef struct {
  double y, height; /* of its upper edge */
  guint  n_lanes;
} BarySheetRow;

typedef struct {
  BaryBox box;   /* of the mark; of no width if the event is not within the days shown */
  double  label; /* width given to the name */
  gboolean inside; /* the name stands in the mark, which is long enough; otherwise behind it */
} BarySheetMark;

/* The x of the beginning of a day, and the day that is at x. */
double  bary_sheet_get_x     (const BarySheetMeasures *measures,
                              BaryDay                  day);
BaryDay bary_sheet_get_day   (const BarySheetMeasures *measures,
                              double                   x);

/* @marks: (out): one per entry; @rows: (out): one per row. Returns: the y below the last row. */
double  bary_sheet_lay_out   (const BarySheetMeasures *measures,
                              const BarySheetEntry    *entries,
                              guint                    n_entries,
                              guint                    n_rows,
                              BarySheetMark           *marks,
                              BarySheetRow            *rows);

G_END_DECLS
