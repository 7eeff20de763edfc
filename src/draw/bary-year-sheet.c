#include "bary-year-sheet-private.h"

#define LONGEST_MONTH 31
#define LONGEST_QUARTER 100 /* days: beyond it names beside marks have no room */

static void
event_free (gpointer data)
{
  SheetEvent *event = data;

  g_clear_object (&event->layout);
  g_free (event->name);
  g_free (event);
}

static void
heading_free (gpointer data)
{
  SheetHeading *heading = data;

  g_clear_object (&heading->layouts[0]);
  g_clear_object (&heading->layouts[1]);
  g_free (heading->name);
  g_free (heading->caption);
  g_free (heading);
}

static BarySheetZoom
choose_zoom (BaryDaySpan days)
{
  guint n_days = days.last - days.first + 1;

  if (n_days <= LONGEST_MONTH)
    return BARY_SHEET_MONTH;
  return n_days <= LONGEST_QUARTER ? BARY_SHEET_QUARTER : BARY_SHEET_YEAR;
}

BaryYearSheet *
bary_year_sheet_new (BaryDaySpan            days,
                     const BarySchoolTerms *terms,
                     const char            *family)
{
  BaryYearSheet *self = g_new0 (BaryYearSheet, 1);

  self->days = days;
  self->terms = *terms;
  self->zoom = choose_zoom (days);
  self->family = g_strdup (family != NULL ? family : "Sans");
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  self->layout = pango_layout_new (self->context);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  self->headings = g_ptr_array_new_with_free_func (heading_free);
  self->events = g_ptr_array_new_with_free_func (event_free);
  self->entries = g_array_new (FALSE, TRUE, sizeof (BarySheetEntry));
  self->days_off = g_array_new (FALSE, FALSE, sizeof (BaryDay));
  self->scale = 1;
  return self;
}

void
bary_year_sheet_free (BaryYearSheet *self)
{
  g_free (self->family);
  g_object_unref (self->layout);
  g_object_unref (self->context);
  g_ptr_array_unref (self->headings);
  g_ptr_array_unref (self->events);
  g_array_unref (self->entries);
  g_array_unref (self->days_off);
  g_free (self->marks);
  g_free (self->rows);
  g_free (self);
}

guint
bary_year_sheet_add_row (BaryYearSheet *self,
                         const char    *name,
                         const char    *caption)
{
  SheetHeading *heading = g_new0 (SheetHeading, 1);

  heading->name = g_strdup (name);
  heading->caption = g_strdup (caption);
  g_ptr_array_add (self->headings, heading);
  return self->headings->len - 1;
}

guint
bary_year_sheet_add_event (BaryYearSheet  *self,
                           guint           row,
                           const char     *name,
                           BaryDaySpan     days,
                           gboolean        vague,
                           BarySheetState  state)
{
  SheetEvent *event = g_new0 (SheetEvent, 1);
  BarySheetEntry entry = { .row = row, .days = days, .vague = vague };

  event->name = g_strdup (name);
  event->name_width = -1;
  event->state = state;
  g_ptr_array_add (self->events, event);
  g_array_append_val (self->entries, entry);
  return self->events->len - 1;
}

void
bary_year_sheet_add_day_off (BaryYearSheet *self,
                             BaryDay        day)
{
  g_array_append_val (self->days_off, day);
}

static void
set_font (BaryYearSheet *self,
          double         size,
          gboolean       bold)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, self->family);
  pango_font_description_set_absolute_size (font, size * self->scale * 96 / 72 * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (self->layout, font);
  pango_font_description_free (font);
}

static void
set_text (BaryYearSheet *self,
          const char    *text,
          double         size,
          gboolean       bold,
          double         most,
          int            n_lines)
{
  set_font (self, size, bold);
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_set_width (self->layout, (int) (most * PANGO_SCALE));
  pango_layout_set_height (self->layout, -n_lines);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
}

PangoLayout *
bary_year_sheet_make_text (BaryYearSheet *self,
                           const char    *text,
                           double         size,
                           gboolean       bold,
                           double         most,
                           int            n_lines)
{
  set_text (self, text, size, bold, most, n_lines);
  return pango_layout_copy (self->layout);
}

double
bary_year_sheet_measure (BaryYearSheet *self,
                         const char    *text,
                         double         size)
{
  int width;

  set_font (self, size, FALSE);
  pango_layout_set_width (self->layout, -1);
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_get_pixel_size (self->layout, &width, NULL);
  return width;
}

double
bary_year_sheet_write (BaryYearSheet *self,
                       cairo_t       *cr,
                       const char    *text,
                       double         size,
                       gboolean       bold,
                       double         x,
                       double         middle,
                       double         most)
{
  int width, height;

  if (most < 1)
    return 0;
  set_text (self, text, size, bold, most, 1);
  pango_cairo_update_layout (cr, self->layout);
  pango_layout_get_pixel_size (self->layout, &width, &height);
  cairo_move_to (cr, x, middle - height / 2.0);
  pango_cairo_show_layout (cr, self->layout);
  return width;
}

/* Only what is shown is measured: a year has thousands of names that have no room. */
static void
measure_names (BaryYearSheet *self)
{
  for (guint i = 0; i < self->events->len; i++)
    {
      SheetEvent *event = self->events->pdata[i];
      BarySheetEntry *entry = &g_array_index (self->entries, BarySheetEntry, i);

      if ((self->zoom == BARY_SHEET_YEAR && !self->paper) || !bary_day_span_overlaps (entry->days, self->days))
        continue;
      if (event->name_width < 0)
        event->name_width = bary_year_sheet_measure (self, event->name, BARY_SHEET_SMALL) / self->scale + 1;
      entry->label = event->name_width * self->scale;
    }
}

static void
forget_layouts (BaryYearSheet *self)
{
  for (guint i = 0; i < self->events->len; i++)
    g_clear_object (&((SheetEvent *) self->events->pdata[i])->layout);
  for (guint i = 0; i < self->headings->len; i++)
    {
      SheetHeading *heading = self->headings->pdata[i];

      g_clear_object (&heading->layouts[0]);
      g_clear_object (&heading->layouts[1]);
    }
}

void
bary_year_sheet_set_paper (BaryYearSheet *self,
                           gboolean       paper)
{
  self->paper = paper;
}

void
bary_year_sheet_lay_out (BaryYearSheet *self,
                         double         width,
                         double         scale)
{
  static const double marks[] = { 9, 14, 16 };
  static const double lanes[] = { 13, 18, 20 };
  BarySheetZoom letters = self->paper ? MAX (self->zoom, BARY_SHEET_QUARTER) : self->zoom;
  double names;

  self->scale = scale;
  self->width = width;
  names = MIN (BARY_SHEET_NAMES * scale, width / 4);
  self->measures = (BarySheetMeasures) {
    .days = self->days, .left = names, .width = MAX (width - names, 100), .top = 0,
    .mark = marks[letters] * scale, .lane = lanes[letters] * scale, .padding = 6 * scale, .least_row = 58 * scale,
    .most_label = (self->zoom == BARY_SHEET_MONTH ? 220 : 150) * scale,
  };
  measure_names (self);
  forget_layouts (self);
  self->marks = g_renew (BarySheetMark, self->marks, self->events->len + 1);
  self->rows = g_renew (BarySheetRow, self->rows, self->headings->len + 1);
  self->height = bary_sheet_lay_out (&self->measures, (BarySheetEntry *) self->entries->data, self->entries->len,
                                     self->headings->len, self->marks, self->rows);
}

double
bary_year_sheet_get_head_height (const BaryYearSheet *self)
{
  return (BARY_SHEET_QUARTERS + BARY_SHEET_MONTHS) * self->scale;
}

double
bary_year_sheet_get_height (const BaryYearSheet *self)
{
  return self->height;
}

guint
bary_year_sheet_get_n_events (const BaryYearSheet *self)
{
  return self->events->len;
}

guint
bary_year_sheet_get_n_rows (const BaryYearSheet *self)
{
  return self->headings->len;
}

const BaryBox *
bary_year_sheet_get_box (const BaryYearSheet *self,
                         guint                event)
{
  return &self->marks[event].box;
}

guint
bary_year_sheet_get_row_of (const BaryYearSheet *self,
                            guint                event)
{
  return g_array_index (self->entries, BarySheetEntry, event).row;
}

const BarySheetRow *
bary_year_sheet_get_row (const BaryYearSheet *self,
                         guint                row)
{
  return &self->rows[row];
}

int
bary_year_sheet_find (const BaryYearSheet *self,
                      double               x,
                      double               y)
{
  for (guint i = 0; i < self->events->len; i++)
    {
      const BarySheetMark *mark = &self->marks[i];
      double left = mark->box.x - mark->box.width / 2 - 1;
      double right = mark->box.x + mark->box.width / 2 + (mark->inside ? 1 : mark->label + 3);

      if (mark->box.width > 0 && x >= left && x <= right && y >= mark->box.y - self->measures.lane / 2 &&
          y <= mark->box.y + self->measures.lane / 2)
        return (int) i;
    }
  return -1;
}

BaryDay
bary_year_sheet_get_day (const BaryYearSheet *self,
                         double               x)
{
  return bary_sheet_get_day (&self->measures, x);
}

double
bary_year_sheet_get_x (const BaryYearSheet *self,
                       BaryDay              day)
{
  return bary_sheet_get_x (&self->measures, day);
}
