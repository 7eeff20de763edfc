#pragma once

#include "bary-year-sheet.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Lengths at scale 1. */
#define BARY_SHEET_QUARTERS 20.0 /* height of the band of quarters */
#define BARY_SHEET_MONTHS 24.0   /* of months, or of days */
#define BARY_SHEET_NAMES 176.0   /* width of the column of rows' names */
#define BARY_SHEET_TEXT 10.0     /* size of letters, in points */
#define BARY_SHEET_SMALL 8.5
#define BARY_SHEET_LINE 1.6      /* from line to line, in pixels for each point of the letters */

/* How close one looks: it decides what has room. */
typedef enum {
  BARY_SHEET_YEAR,    /* squares; names of months */
  BARY_SHEET_QUARTER, /* names beside the squares; names of months, weeks */
  BARY_SHEET_MONTH,   /* days with their weekdays */
} BarySheetZoom;

typedef struct {
  char           *name;
  double          name_width; /* at scale 1; negative: not measured yet */
  PangoLayout    *layout;     /* of the name, made when it is painted; NULL after everything was placed anew */
  BarySheetState  state;
} SheetEvent;

typedef struct {
  char        *name;
  char        *caption;
  PangoLayout *layouts[2]; /* of both, made when they are painted */
} SheetHeading;

struct _BaryYearSheet {
  BaryDaySpan        days;
  BarySchoolTerms    terms;
  BarySheetZoom      zoom;
  gboolean           paper;    /* names over a whole year, too, and the words of the plan's forms */
  PangoContext      *context;
  PangoLayout       *layout;   /* of one line, for everything */
  char              *family;
  GPtrArray         *headings; /* of SheetHeading */
  GPtrArray         *events;   /* of SheetEvent */
  GArray            *entries;  /* of BarySheetEntry, one per event */
  GArray            *days_off; /* of BaryDay */
  BarySheetMeasures  measures;
  BarySheetMark     *marks;
  BarySheetRow      *rows;
  double             scale;
  double             width, height;
};

#define BARY_SHEET_HATCH 5 /* pixels from line to line */

/* The first day of the month after. */
BaryDay      bary_year_sheet_next_month (BaryDay        day);

/* bary-year-sheet-marks.c */
/* Returns: (transfer full): rising lines, `step` apart, on a ground. */
cairo_pattern_t *bary_year_sheet_make_hatch (cairo_t         *cr,
                                             BaryColour       ground,
                                             BaryColour       colour,
                                             int              step);
/* On whole pixels, which is sharp and quick. @inset: from each edge */
void         bary_year_sheet_add_box     (cairo_t         *cr,
                                          const BaryBox   *box,
                                          double           inset);
/* @boxes: (element-type BaryBox): all of a kind at once */
void         bary_year_sheet_paint_marks (cairo_t         *cr,
                                          const BaryTheme *theme,
                                          const GArray    *boxes,
                                          gboolean         vague,
                                          BarySheetState   state);

/* Returns: (transfer full): a text on `n_lines` lines at most, cut with an ellipsis beyond `most`. */
PangoLayout *bary_year_sheet_make_text (BaryYearSheet *self,
                                        const char    *text,
                                        double         size,
                                        gboolean       bold,
                                        double         most,
                                        int            n_lines);
/* Writes one line, cut with an ellipsis beyond `most`. @middle: of the line's height. Returns: its width. */
double bary_year_sheet_write (BaryYearSheet *self,
                              cairo_t       *cr,
                              const char    *text,
                              double         size,
                              gboolean       bold,
                              double         x,
                              double         middle,
                              double         most);
double bary_year_sheet_measure (BaryYearSheet *self,
                                const char    *text,
                                double         size);

G_END_DECLS
