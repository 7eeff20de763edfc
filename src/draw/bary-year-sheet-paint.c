#include "bary-year-sheet-private.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define HATCH_STEP 5
#define TILE 4 /* steps: large tiles are quicker to repeat */

static const char *const quarters[BARY_N_QUARTERS] = { N_("I quarter"), N_("II quarter"), N_("III quarter"), N_("IV quarter") };

static BaryColour
colour_of (const BaryTheme *theme,
           BarySheetState   state)
{
  switch (state)
    {
    case BARY_SHEET_HELD:
      return bary_palette_get_colour (2, theme->kind);
    case BARY_SHEET_CANCELLED:
      return theme->dim_text;
    default:
      return theme->accent;
    }
}

/* A tile of rising lines, `step` apart, on a ground. Many small strokes would cost more than all the rest. */
static cairo_pattern_t *
make_hatch (cairo_t   *cr,
            BaryColour ground,
            BaryColour colour,
            int        step)
{
  int size = TILE * step;
  cairo_surface_t *tile = cairo_surface_create_similar (cairo_get_target (cr), CAIRO_CONTENT_COLOR, size, size);
  cairo_t *on_tile = cairo_create (tile);
  cairo_pattern_t *pattern;

  bary_draw_set_colour (on_tile, ground, 1);
  cairo_paint (on_tile);
  bary_draw_set_colour (on_tile, colour, 1);
  cairo_set_line_width (on_tile, 1);
  for (int offset = -size; offset <= size; offset += step)
    {
      cairo_move_to (on_tile, offset - 1, size + 1);
      cairo_line_to (on_tile, offset + size + 1, -1);
    }
  cairo_stroke (on_tile);
  cairo_destroy (on_tile);
  pattern = cairo_pattern_create_for_surface (tile);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  cairo_surface_destroy (tile);
  return pattern;
}

/* On whole pixels, which is sharp and quick. @inset: from each edge */
static void
add_box (cairo_t       *cr,
         const BaryBox *box,
         double         inset)
{
  double left = floor (box->x - box->width / 2 + 0.5), top = floor (box->y - box->height / 2 + 0.5);
  double width = floor (box->width + 0.5), height = floor (box->height + 0.5);

  cairo_rectangle (cr, left + inset, top + inset, MAX (width - 2 * inset, 1), MAX (height - 2 * inset, 1));
}

/* What tells states apart without colour. */
static void
paint_sign (cairo_t         *cr,
            const BaryTheme *theme,
            const BaryBox   *box,
            gboolean         vague,
            BarySheetState   state)
{
  double r = box->height / 2;
  double x = box->x - box->width / 2 + r;

  cairo_set_line_width (cr, MAX (1, r / 3));
  bary_draw_set_colour (cr, vague ? theme->text : theme->background, 1);
  if (state == BARY_SHEET_HELD)
    {
      cairo_move_to (cr, x - r * 0.55, box->y);
      cairo_line_to (cr, x - r * 0.1, box->y + r * 0.45);
      cairo_line_to (cr, x + r * 0.55, box->y - r * 0.45);
      cairo_stroke (cr);
    }
  else if (state == BARY_SHEET_ANNOUNCED)
    {
      cairo_arc (cr, x, box->y, r * 0.35, 0, 2 * G_PI);
      cairo_fill (cr);
    }
  else if (state == BARY_SHEET_MOVED)
    {
      cairo_move_to (cr, x - r * 0.3, box->y - r * 0.5);
      cairo_line_to (cr, x + r * 0.35, box->y);
      cairo_line_to (cr, x - r * 0.3, box->y + r * 0.5);
      cairo_stroke (cr);
    }
}

static void
strike_out (cairo_t         *cr,
            const BaryTheme *theme,
            const BaryBox   *box)
{
  double left = box->x - box->width / 2, top = box->y - box->height / 2;

  bary_draw_set_colour (cr, theme->dim_text, 1);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, left - 2, top + box->height + 2);
  cairo_line_to (cr, left + MIN (box->width, box->height) + 2, top - 2);
  cairo_stroke (cr);
}

/* The boxes of a path: filled, or framed and filled, or framed and hatched. Leaves no path. */
static void
fill_boxes (cairo_t         *cr,
            const BaryTheme *theme,
            const GArray    *boxes,
            gboolean         vague,
            BarySheetState   state)
{
  BaryColour colour = colour_of (theme, state);
  gboolean framed = vague || state == BARY_SHEET_CANCELLED;
  cairo_pattern_t *hatch;

  for (guint i = 0; i < boxes->len; i++)
    add_box (cr, &g_array_index (boxes, BaryBox, i), 0);
  bary_draw_set_colour (cr, colour, 1);
  cairo_fill (cr);
  if (!framed)
    return;
  for (guint i = 0; i < boxes->len; i++)
    add_box (cr, &g_array_index (boxes, BaryBox, i), 1);
  if (vague)
    {
      hatch = make_hatch (cr, bary_colour_mix (theme->background, colour, 0.25), colour, HATCH_STEP);
      cairo_set_source (cr, hatch);
      cairo_pattern_destroy (hatch);
    }
  else
    bary_draw_set_colour (cr, theme->background, 1);
  cairo_fill (cr);
}

static void
paint_signs (cairo_t         *cr,
             const BaryTheme *theme,
             const GArray    *boxes,
             gboolean         vague,
             BarySheetState   state)
{
  if (state == BARY_SHEET_PLANNED)
    return;
  for (guint i = 0; i < boxes->len; i++)
    if (state == BARY_SHEET_CANCELLED)
      strike_out (cr, theme, &g_array_index (boxes, BaryBox, i));
    else
      paint_sign (cr, theme, &g_array_index (boxes, BaryBox, i), vague, state);
}

void
bary_year_sheet_paint_mark (cairo_t         *cr,
                            const BaryTheme *theme,
                            const BaryBox   *box,
                            gboolean         vague,
                            BarySheetState   state)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (BaryBox));

  g_array_append_val (boxes, *box);
  fill_boxes (cr, theme, boxes, vague, state);
  paint_signs (cr, theme, boxes, vague, state);
}

/* The head */

static void
paint_quarters (BaryYearSheet   *self,
                cairo_t         *cr,
                const BaryTheme *theme)
{
  double height = BARY_SHEET_QUARTERS * self->scale;

  for (guint i = 0; i < BARY_N_QUARTERS; i++)
    {
      BaryDaySpan days = self->terms.quarters[i];
      double left, right;

      if (!bary_day_span_overlaps (days, self->days))
        continue;
      left = bary_sheet_get_x (&self->measures, MAX (days.first, self->days.first));
      right = bary_sheet_get_x (&self->measures, MIN (days.last, self->days.last) + 1);
      bary_draw_set_colour (cr, theme->accent, i % 2 == 0 ? 0.16 : 0.26);
      cairo_rectangle (cr, left, 0, right - left, height);
      cairo_fill (cr);
      bary_draw_set_colour (cr, theme->text, 1);
      bary_year_sheet_write (self, cr, _(quarters[i]), BARY_SHEET_SMALL, FALSE, left + 6, height / 2, right - left - 8);
    }
}

static char *
name_month (BaryYearSheet *self,
            BaryDay        day,
            double         room)
{
  int year, month, dom;
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *name = NULL;

  bary_day_split (day, &year, &month, &dom);
  date = g_date_time_new_utc (year, month, 1, 0, 0, 0);
  /* Translators: the name of a month over a column of a calendar, as of g_date_time_format() */
  name = g_date_time_format (date, _("%OB"));
  for (glong n = g_utf8_strlen (name, -1); n > 1; n = n > 3 ? 3 : 1)
    {
      g_autofree char *shown = g_utf8_substring (name, 0, n);

      if (bary_year_sheet_measure (self, shown, BARY_SHEET_TEXT) <= room)
        return g_steal_pointer (&shown);
    }
  return g_utf8_substring (name, 0, 1);
}

static BaryDay
next_month (BaryDay day)
{
  int year, month, dom;

  bary_day_split (day, &year, &month, &dom);
  return day - (BaryDay) dom + 1 + (BaryDay) bary_month_get_length (year, month);
}

static void
paint_months (BaryYearSheet   *self,
              cairo_t         *cr,
              const BaryTheme *theme)
{
  double middle = (BARY_SHEET_QUARTERS + BARY_SHEET_MONTHS / 2) * self->scale;

  bary_draw_set_colour (cr, theme->text, 1);
  for (BaryDay day = self->days.first; day <= self->days.last; day = next_month (day))
    {
      double left = bary_sheet_get_x (&self->measures, day);
      double right = bary_sheet_get_x (&self->measures, MIN (next_month (day), self->days.last + 1));
      g_autofree char *name = name_month (self, day, right - left - 8);

      bary_year_sheet_write (self, cr, name, BARY_SHEET_TEXT, FALSE, left + 6, middle, right - left - 6);
    }
}

static void
paint_days (BaryYearSheet   *self,
            cairo_t         *cr,
            const BaryTheme *theme)
{
  double middle = (BARY_SHEET_QUARTERS + BARY_SHEET_MONTHS / 2) * self->scale;

  for (BaryDay day = self->days.first; day <= self->days.last; day++)
    {
      double left = bary_sheet_get_x (&self->measures, day), right = bary_sheet_get_x (&self->measures, day + 1);
      int year, month, dom;
      g_autofree char *number = NULL;
      double width;

      bary_day_split (day, &year, &month, &dom);
      number = g_strdup_printf ("%d", dom);
      width = bary_year_sheet_measure (self, number, BARY_SHEET_SMALL);
      bary_draw_set_colour (cr, bary_day_get_weekday (day) > 5 ? theme->dim_text : theme->text, 1);
      bary_year_sheet_write (self, cr, number, BARY_SHEET_SMALL, bary_day_get_weekday (day) == 1,
                             (left + right - width) / 2, middle, right - left + 4);
    }
}

void
bary_year_sheet_paint_head (BaryYearSheet   *self,
                            cairo_t         *cr,
                            const BaryTheme *theme)
{
  double height = bary_year_sheet_get_head_height (self);

  bary_draw_set_colour (cr, theme->background, 1);
  cairo_rectangle (cr, 0, 0, self->width, height);
  cairo_fill (cr);
  paint_quarters (self, cr, theme);
  if (self->zoom == BARY_SHEET_MONTH)
    paint_days (self, cr, theme);
  else
    paint_months (self, cr, theme);
  bary_draw_set_colour (cr, theme->line, 0.6);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, 0, height - 0.5);
  cairo_line_to (cr, self->width, height - 0.5);
  cairo_stroke (cr);
}

/* The body */

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
  add_box (cr, &box, 0);
}

static void
paint_ground (BaryYearSheet   *self,
              cairo_t         *cr,
              const BaryTheme *theme)
{
  cairo_pattern_t *hatch = make_hatch (cr, theme->background, bary_colour_mix (theme->background, theme->dim_text, 0.3),
                                       2 * HATCH_STEP);

  bary_draw_set_colour (cr, theme->background, 1);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_fill (cr);
  for (guint i = 0; i < BARY_N_QUARTERS; i += 2)
    add_days (self, cr, self->terms.quarters[i]);
  bary_draw_set_colour (cr, bary_colour_mix (theme->background, theme->accent, 0.05), 1);
  cairo_fill (cr);
  for (guint i = 0; i < BARY_VACATION_FIRST_GRADE; i++)
    add_days (self, cr, self->terms.vacations[i]);
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

static void
paint_grid (BaryYearSheet   *self,
            cairo_t         *cr,
            const BaryTheme *theme)
{
  cairo_set_line_width (cr, 1);
  bary_draw_set_colour (cr, theme->line, 0.25);
  for (BaryDay day = self->days.first; day <= self->days.last;
       day = self->zoom == BARY_SHEET_MONTH ? day + 1 : next_month (day))
    {
      double x = (int) bary_sheet_get_x (&self->measures, day) + 0.5;

      cairo_move_to (cr, x, 0);
      cairo_line_to (cr, x, self->height);
    }
  for (guint i = 0; i < self->headings->len; i++)
    {
      double y = (int) (self->rows[i].y + self->rows[i].height) - 0.5;

      cairo_move_to (cr, 0, y);
      cairo_line_to (cr, self->width, y);
    }
  cairo_stroke (cr);
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
        heading->layouts[0] = bary_year_sheet_make_text (self, heading->name, BARY_SHEET_TEXT, TRUE, most, 2);
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
  if (boxes->len == 0)
    return;
  fill_boxes (cr, theme, boxes, vague, state);
  paint_signs (cr, theme, boxes, vague, state);
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
