#include "bary-year-sheet-private.h"

#include <math.h>
#include <stdlib.h>

static void
add_days (BaryYearSheet *self,
          cairo_t       *cr,
          BaryDaySpan    days)
{
  double left, right;
  BaryBox box;

  if (!bary_day_span_overlaps (days, self->days))
    return;
  left = bary_sheet_get_x (&self->measures, MAX (days.first, self->days.first));
  right = bary_sheet_get_x (&self->measures, MIN (days.last, self->days.last) + 1);
  box = (BaryBox) { (left + right) / 2, self->height / 2, right - left, self->height };
  bary_year_sheet_add_box (cr, &box, 0);
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const BaryDaySpan *one = a, *other = b;

  return one->first < other->first ? -1 : one->first > other->first;
}

/* The quarters that are tinted, or the vacations of all. Returns: how many */
static guint
list_bands (BaryYearSheet *self,
            gboolean       vacations,
            BaryDaySpan   *bands)
{
  guint n = 0;

  for (guint i = 0; !vacations && i < BARY_N_QUARTERS; i += 2)
    bands[n++] = self->terms.quarters[i];
  for (guint i = 0; vacations && i < BARY_VACATION_FIRST_GRADE; i++)
    bands[n++] = self->terms.vacations[i];
  return n;
}

/* The days between the bands, the names of the rows and the year's other end: most of the time that a sheet takes goes into
 * its ground, so no point is painted twice. */
static void
add_rest (BaryYearSheet *self,
          cairo_t       *cr)
{
  double left = self->measures.left;
  BaryBox names = { left / 2, self->height / 2, left, self->height };
  BaryDaySpan bands[BARY_N_QUARTERS + BARY_VACATION_FIRST_GRADE];
  guint n = list_bands (self, FALSE, bands);
  BaryDay next = self->days.first;

  n += list_bands (self, TRUE, bands + n);
  qsort (bands, n, sizeof *bands, compare_spans);
  bary_year_sheet_add_box (cr, &names, 0);
  for (guint i = 0; i < n; i++)
    {
      if (bands[i].first > next)
        add_days (self, cr, (BaryDaySpan) { next, bands[i].first - 1 });
      next = MAX (next, bands[i].last + 1);
    }
  if (next <= self->days.last)
    add_days (self, cr, (BaryDaySpan) { next, self->days.last });
}

static void
paint_ground (BaryYearSheet   *self,
              cairo_t         *cr,
              const BaryTheme *theme)
{
  cairo_pattern_t *hatch = bary_year_sheet_make_hatch (cr, theme->background, bary_colour_mix (theme->background, theme->dim_text, 0.3),
                                       2 * BARY_SHEET_HATCH);
  BaryDaySpan bands[BARY_N_QUARTERS + BARY_VACATION_FIRST_GRADE];
  guint n;

  add_rest (self, cr);
  bary_draw_set_colour (cr, theme->background, 1);
  cairo_fill (cr);
  n = list_bands (self, FALSE, bands);
  for (guint i = 0; i < n; i++)
    add_days (self, cr, bands[i]);
  bary_draw_set_colour (cr, bary_colour_mix (theme->background, theme->accent, 0.05), 1);
  cairo_fill (cr);
  n = list_bands (self, TRUE, bands);
  for (guint i = 0; i < n; i++)
    add_days (self, cr, bands[i]);
  cairo_set_source (cr, hatch);
  cairo_fill (cr);
  cairo_pattern_destroy (hatch);
  for (guint i = 0; self->zoom != BARY_SHEET_YEAR && i < self->days_off->len; i++)
    {
      BaryDay day = g_array_index (self->days_off, BaryDay, i);

      add_days (self, cr, (BaryDaySpan) { day, day });
    }
  bary_draw_set_colour (cr, bary_colour_mix (theme->background, theme->dim_text, 0.15), 1);
  cairo_fill (cr);
}

static BaryDay
next_day (BaryDay day)
{
  return day + 1;
}

static BaryDay
next_monday (BaryDay day)
{
  return day + 8 - (BaryDay) bary_day_get_weekday (day);
}

static void
add_lines (BaryYearSheet *self,
           cairo_t       *cr,
           BaryDay      (*next) (BaryDay))
{
  for (BaryDay day = self->days.first; day <= self->days.last; day = next (day))
    {
      double x = (int) bary_sheet_get_x (&self->measures, day) + 0.5;

      cairo_move_to (cr, x, 0);
      cairo_line_to (cr, x, self->height);
    }
}

static void
paint_grid (BaryYearSheet   *self,
            cairo_t         *cr,
            const BaryTheme *theme)
{
  cairo_set_line_width (cr, 1);
  bary_draw_set_colour (cr, theme->line, 0.25);
  add_lines (self, cr, self->zoom == BARY_SHEET_MONTH ? next_day : bary_year_sheet_next_month);
  if (self->zoom == BARY_SHEET_QUARTER)
    add_lines (self, cr, next_monday);
  for (guint i = 0; i < self->headings->len; i++)
    {
      double y = (int) (self->rows[i].y + self->rows[i].height) - 0.5;

      cairo_move_to (cr, 0, y);
      cairo_line_to (cr, self->width, y);
    }
  cairo_stroke (cr);
}

/* As many lines of the name as the row has room for. */
static int
count_lines (BaryYearSheet      *self,
             const SheetHeading *heading,
             double              row)
{
  double line = BARY_SHEET_TEXT * BARY_SHEET_LINE * self->scale;
  double caption = heading->caption != NULL ? BARY_SHEET_SMALL * BARY_SHEET_LINE * self->scale : 0;

  return MAX ((int) ((row - 8 * self->scale - caption) / line), 2);
}

static void
paint_headings (BaryYearSheet   *self,
                cairo_t         *cr,
                const BaryTheme *theme)
{
  double left = 8 * self->scale, most = self->measures.left - 2 * left;

  for (guint i = 0; i < self->headings->len; i++)
    {
      SheetHeading *heading = self->headings->pdata[i];
      double top = self->rows[i].y + 4 * self->scale;
      int height;

      if (heading->layouts[0] == NULL)
        heading->layouts[0] = bary_year_sheet_make_text (self, heading->name, BARY_SHEET_TEXT, TRUE, most,
                                                          count_lines (self, heading, self->rows[i].height));
      if (heading->layouts[1] == NULL && heading->caption != NULL)
        heading->layouts[1] = bary_year_sheet_make_text (self, heading->caption, BARY_SHEET_SMALL, FALSE, most, 1);
      pango_layout_get_pixel_size (heading->layouts[0], NULL, &height);
      bary_draw_set_colour (cr, theme->text, 1);
      cairo_move_to (cr, left, top);
      pango_cairo_show_layout (cr, heading->layouts[0]);
      bary_draw_set_colour (cr, theme->dim_text, 1);
      cairo_move_to (cr, left, top + height);
      if (heading->layouts[1] != NULL)
        pango_cairo_show_layout (cr, heading->layouts[1]);
    }
}

/* The name within a long mark stands on a plate of its own, so that no line of the hatch runs through it. */
static BaryColour
prepare_name (BaryYearSheet   *self,
              cairo_t         *cr,
              const BaryTheme *theme,
              guint            i,
              double           x)
{
  const BarySheetMark *mark = &self->marks[i];
  const SheetEvent *event = self->events->pdata[i];

  if (mark->inside && !g_array_index (self->entries, BarySheetEntry, i).vague && event->state != BARY_SHEET_CANCELLED)
    return theme->background;
  if (mark->inside)
    {
      double width = MIN (event->name_width * self->scale, mark->label);

      bary_draw_set_colour (cr, theme->background, 0.9);
      cairo_rectangle (cr, x - 2, mark->box.y - mark->box.height / 2 + 1, width + 4, mark->box.height - 2);
      cairo_fill (cr);
    }
  return event->state == BARY_SHEET_CANCELLED ? theme->dim_text : theme->text;
}

static void
paint_name (BaryYearSheet   *self,
            cairo_t         *cr,
            const BaryTheme *theme,
            guint            i)
{
  const BarySheetMark *mark = &self->marks[i];
  SheetEvent *event = self->events->pdata[i];
  double x = mark->inside ? mark->box.x - mark->box.width / 2 + mark->box.height + 4 : mark->box.x + mark->box.width / 2 + 4;
  BaryColour colour = prepare_name (self, cr, theme, i, x);
  int width, height;

  if (event->layout == NULL)
    event->layout = bary_year_sheet_make_text (self, event->name, BARY_SHEET_SMALL, FALSE, mark->label, 1);
  pango_layout_get_pixel_size (event->layout, &width, &height);
  bary_draw_set_colour (cr, colour, 1);
  cairo_move_to (cr, x, mark->box.y - height / 2.0);
  pango_cairo_show_layout (cr, event->layout);
  if (event->state == BARY_SHEET_CANCELLED)
    {
      cairo_set_line_width (cr, 1);
      cairo_move_to (cr, x, mark->box.y);
      cairo_line_to (cr, x + width, mark->box.y);
      cairo_stroke (cr);
    }
}

/* All marks of a kind at once. */
static void
paint_marks (BaryYearSheet   *self,
             cairo_t         *cr,
             const BaryTheme *theme,
             gboolean         vague,
             BarySheetState   state)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (BaryBox));

  for (guint i = 0; i < self->events->len; i++)
    if (self->marks[i].box.width > 0 && ((SheetEvent *) self->events->pdata[i])->state == state &&
        !g_array_index (self->entries, BarySheetEntry, i).vague == !vague)
      g_array_append_val (boxes, self->marks[i].box);
  bary_year_sheet_paint_marks (cr, theme, boxes, vague, state);
}

static void
paint_today (BaryYearSheet   *self,
             cairo_t         *cr,
             const BaryTheme *theme,
             BaryDay          today)
{
  double x;

  if (!bary_day_span_covers (self->days, today))
    return;
  x = (bary_sheet_get_x (&self->measures, today) + bary_sheet_get_x (&self->measures, today + 1)) / 2;
  bary_draw_set_colour (cr, bary_palette_get_colour (1, theme->kind), 1);
  cairo_set_line_width (cr, 1.5);
  cairo_move_to (cr, x, 0);
  cairo_line_to (cr, x, self->height);
  cairo_stroke (cr);
}

void
bary_year_sheet_paint_body (BaryYearSheet   *self,
                            cairo_t         *cr,
                            const BaryTheme *theme,
                            BaryDay          today)
{
  paint_ground (self, cr, theme);
  paint_grid (self, cr, theme);
  paint_headings (self, cr, theme);
  paint_today (self, cr, theme, today);
  for (BarySheetState state = 0; state < BARY_N_SHEET_STATES; state++)
    {
      paint_marks (self, cr, theme, FALSE, state);
      paint_marks (self, cr, theme, TRUE, state);
    }
  for (guint i = 0; i < self->events->len; i++)
    if (self->marks[i].box.width > 0 && self->marks[i].label > 0)
      paint_name (self, cr, theme, i);
}

void
bary_year_sheet_paint_frame (BaryYearSheet   *self,
                             cairo_t         *cr,
                             const BaryTheme *theme,
                             guint            event)
{
  const BarySheetMark *mark = &self->marks[event];
  double width = mark->box.width + (mark->label > 0 && !mark->inside ? mark->label + 6 : 0);

  bary_draw_rounded (cr, mark->box.x - mark->box.width / 2 - 2, mark->box.y - mark->box.height / 2 - 2, width + 4,
                     mark->box.height + 4, 4);
  bary_draw_set_colour (cr, theme->text, 1);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}
