#pragma once

#include "bary-palette.h"
#include "bary-school-terms.h"
#include "bary-sheet-layout.h"

G_BEGIN_DECLS

/* A plan drawn as a calendar: a row for each cluster, days from left to right, quarters as bands, vacations hatched, events
 * whose days are known as squares, vague ones as hatched bars. The whole school year, a quarter and a month are the same
 * drawing of other days. The screen, paper and files get the same. */

typedef enum {
  BARY_SHEET_PLANNED,
  BARY_SHEET_ANNOUNCED,
  BARY_SHEET_HELD,
  BARY_SHEET_MOVED,
  BARY_SHEET_CANCELLED, /* stays, struck out */
  BARY_N_SHEET_STATES
} BarySheetState;

typedef struct _BaryYearSheet BaryYearSheet;

/* @days: shown; @terms: quarters and vacations; @family: (nullable): of the letters */
BaryYearSheet       *bary_year_sheet_new        (BaryDaySpan             days,
                                                 const BarySchoolTerms  *terms,
                                                 const char             *family);
void                 bary_year_sheet_free       (BaryYearSheet          *self);

/* @caption: (nullable): a second line. Returns: the number of the row. */
guint                bary_year_sheet_add_row    (BaryYearSheet          *self,
                                                 const char             *name,
                                                 const char             *caption);
/* Returns: the number of the event. */
guint                bary_year_sheet_add_event  (BaryYearSheet          *self,
                                                 guint                   row,
                                                 const char             *name,
                                                 BaryDaySpan             days,
                                                 gboolean                vague,
                                                 BarySheetState          state);
/* Days on which nobody works, shaded where single days are seen. */
void                 bary_year_sheet_add_day_off (BaryYearSheet         *self,
                                                  BaryDay                day);

/* A sheet for the wall: events have their names beside them over the whole year, too, and the months and quarters have those of
 * the plan's forms, whatever the language of the window. Before it is laid out. */
void                 bary_year_sheet_set_paper  (BaryYearSheet          *self,
                                                 gboolean                paper);

/* Everything is placed anew for a width. @scale: of the letters and marks, 1 on a screen of usual density. */
void                 bary_year_sheet_lay_out    (BaryYearSheet          *self,
                                                 double                  width,
                                                 double                  scale);
double               bary_year_sheet_get_head_height (const BaryYearSheet *self);
/* Below the head. */
double               bary_year_sheet_get_height (const BaryYearSheet    *self);
guint                bary_year_sheet_get_n_events (const BaryYearSheet  *self);
guint                bary_year_sheet_get_n_rows (const BaryYearSheet    *self);

/* Of the mark, in the coordinates of the body; of no width if it is not shown. */
const BaryBox       *bary_year_sheet_get_box    (const BaryYearSheet    *self,
                                                 guint                   event);
guint                bary_year_sheet_get_row_of (const BaryYearSheet    *self,
                                                 guint                   event);
const BarySheetRow  *bary_year_sheet_get_row    (const BaryYearSheet    *self,
                                                 guint                   row);
/* What is at a point of the body: its mark or its name. Returns: -1 for nothing. */
int                  bary_year_sheet_find       (const BaryYearSheet    *self,
                                                 double                  x,
                                                 double                  y);
BaryDay              bary_year_sheet_get_day    (const BaryYearSheet    *self,
                                                 double                  x);
double               bary_year_sheet_get_x      (const BaryYearSheet    *self,
                                                 BaryDay                 day);

void                 bary_year_sheet_paint_head (BaryYearSheet          *self,
                                                 cairo_t                *cr,
                                                 const BaryTheme        *theme);
/* @today: BARY_NO_DAY draws no line */
void                 bary_year_sheet_paint_body (BaryYearSheet          *self,
                                                 cairo_t                *cr,
                                                 const BaryTheme        *theme,
                                                 BaryDay                 today);
/* A frame round the mark and the name of an event: it is selected. */
void                 bary_year_sheet_paint_frame (BaryYearSheet         *self,
                                                  cairo_t               *cr,
                                                  const BaryTheme       *theme,
                                                  guint                  event);
/* One mark by itself, for legends and for what is being dragged. */
void                 bary_year_sheet_paint_mark (cairo_t                *cr,
                                                 const BaryTheme        *theme,
                                                 const BaryBox          *box,
                                                 gboolean                vague,
                                                 BarySheetState          state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryYearSheet, bary_year_sheet_free)

G_END_DECLS
