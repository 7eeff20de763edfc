#include "bary-load-grid.h"

#include "bary-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_NAME 240.0
#define NAME_SHARE 0.22
#define PADDING 6.0
#define GAP 1.0
#define RADIUS 3.0
#define LEAST_FILL 0.18 /* of the accent, in a week of one event */
#define SMALL_SIZE 8    /* points */

const BaryTheme *
bary_load_painting_get_theme (GtkWidget *widget)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_for_display (gtk_widget_get_display (widget)));

  return bary_theme_get (dark ? BARY_THEME_DARK : BARY_THEME_LIGHT);
}

double
bary_load_painting_get_x (const BaryLoadPainting *self,
                          guint                   week)
{
  double names = MIN (MOST_NAME, floor (self->width * NAME_SHARE));

  return names + (self->width - names) * week / self->table->map->n_weeks;
}

/* Of a day, also inside its week. */
static double
get_day_x (const BaryLoadPainting *self,
           BaryDay                 day)
{
  BaryDay first = self->table->map->first;
  double cell = bary_load_painting_get_x (self, 1) - bary_load_painting_get_x (self, 0);

  return bary_load_painting_get_x (self, 0) + (day > first ? day - first : 0) * cell / 7;
}

/* Writes into a box, upright in its middle. @alignment: of the line in the box, 0 at the left, 0.5 in its middle. */
static void
write_text (const BaryLoadPainting *self,
            cairo_t                *cr,
            const char             *words,
            gboolean                small,
            const cairo_rectangle_t          *box,
            double                  alignment,
            BaryColour              colour)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (self->context));
  int width, height;

  if (small)
    pango_font_description_set_size (font, SMALL_SIZE * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, words, -1);
  if (alignment == 0)
    {
      pango_layout_set_width (layout, (int) (box->width * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  pango_layout_get_pixel_size (layout, &width, &height);
  bary_draw_set_colour (cr, colour, 1);
  cairo_move_to (cr, box->x + alignment * (box->width - width), box->y + (box->height - height) / 2);
  pango_cairo_show_layout (cr, layout);
}

/* The head */

static void
paint_quarters (const BaryLoadPainting *self,
                cairo_t                *cr)
{
  static const char *const names[BARY_N_QUARTERS] = { N_("I quarter"), N_("II quarter"), N_("III quarter"), N_("IV quarter") };

  for (guint i = 0; i < BARY_N_QUARTERS; i++)
    {
      BaryDaySpan days = self->table->terms.quarters[i];
      double left = get_day_x (self, days.first), right = get_day_x (self, days.last + 1);
      cairo_rectangle_t box = { left + PADDING, 0, right - left - PADDING, BARY_LOAD_HEAD_HEIGHT / 2.0 };

      cairo_rectangle (cr, left, 1, right - left - 1, box.height - 2);
      bary_draw_set_colour (cr, self->theme->accent, 0.18);
      cairo_fill (cr);
      write_text (self, cr, _(names[i]), TRUE, &box, 0, self->theme->text);
    }
}

static void
paint_months (const BaryLoadPainting *self,
              cairo_t                *cr)
{
  int year = self->table->plan->school_year;

  for (int month = 9; month < 9 + 12; month++)
    {
      int number = (month - 1) % 12 + 1;
      BaryDay first = bary_day_new (bary_school_year_of_month (year, number), number, 1);
      BaryDay next = first + bary_month_get_length (bary_school_year_of_month (year, number), number);
      double left = get_day_x (self, first), right = MIN (get_day_x (self, next), self->width);
      cairo_rectangle_t box = { left + PADDING, BARY_LOAD_HEAD_HEIGHT / 2.0, right - left - PADDING, BARY_LOAD_HEAD_HEIGHT / 2.0 };
      g_autoptr (GDateTime) date = g_date_time_new_utc (bary_school_year_of_month (year, number), number, 1, 0, 0, 0);
      /* Translators: the name of a month over a column of a calendar, as of g_date_time_format() */
      g_autofree char *name = g_date_time_format (date, _("%OB"));

      cairo_rectangle (cr, floor (left), box.y + 2, 1, box.height - 2);
      bary_draw_set_colour (cr, self->theme->line, 1);
      cairo_fill (cr);
      write_text (self, cr, name, TRUE, &box, 0, self->theme->text);
    }
}

void
bary_load_painting_head (const BaryLoadPainting *self,
                         cairo_t                *cr)
{
  paint_quarters (self, cr);
  paint_months (self, cr);
}

/* Cells */

static cairo_rectangle_t
get_cell (const BaryLoadPainting *self,
          guint                   row,
          guint                   week)
{
  double left = bary_load_painting_get_x (self, week);

  return (cairo_rectangle_t) { left, row * BARY_LOAD_ROW_HEIGHT, bary_load_painting_get_x (self, week + 1) - left, BARY_LOAD_ROW_HEIGHT };
}

static void
paint_cell (const BaryLoadPainting *self,
            cairo_t                *cr,
            guint                   row,
            guint                   week)
{
  guint n = bary_load_table_get (self->table, row, week);
  cairo_rectangle_t cell = get_cell (self, row, week);
  double share = LEAST_FILL + (1 - LEAST_FILL) * (n - 1.0) / MAX (self->table->most - 1.0, 1);
  BaryColour fill = bary_colour_mix (self->theme->background, self->theme->accent, share);
  BaryColour text = self->theme->text;
  g_autofree char *number = g_strdup_printf ("%u", n);

  if (bary_colour_contrast (fill, self->theme->background) > bary_colour_contrast (fill, text))
    text = self->theme->background;
  bary_draw_rounded (cr, cell.x + GAP, cell.y + GAP, cell.width - 2 * GAP, cell.height - 2 * GAP, RADIUS);
  bary_draw_set_colour (cr, fill, 1);
  cairo_fill (cr);
  write_text (self, cr, number, TRUE, &cell, 0.5, text);
}

static void
paint_row (const BaryLoadPainting *self,
           cairo_t                *cr,
           guint                   row)
{
  cairo_rectangle_t name = get_cell (self, row, 0);

  cairo_rectangle (cr, 0, name.y + name.height - 1, self->width, 1);
  bary_draw_set_colour (cr, self->theme->line, 0.25);
  cairo_fill (cr);
  name.width = name.x - 2 * PADDING;
  name.x = PADDING;
  write_text (self, cr, bary_load_table_get_name (self->table, row), FALSE, &name, 0, self->theme->text);
  for (guint week = 0; week < self->table->map->n_weeks; week++)
    if (bary_load_table_get (self->table, row, week) > 0)
      paint_cell (self, cr, row, week);
}

static void
paint_vacations (const BaryLoadPainting *self,
                 cairo_t                *cr,
                 double                  top,
                 double                  height)
{
  for (guint i = 0; i < BARY_VACATION_FIRST_GRADE; i++)
    {
      BaryDaySpan days = self->table->terms.vacations[i];
      double left = get_day_x (self, days.first), right = MIN (get_day_x (self, days.last + 1), self->width);

      cairo_rectangle (cr, left, top, right - left, height);
      bary_draw_set_colour (cr, self->theme->dim_text, 0.1);
      cairo_fill (cr);
    }
}

void
bary_load_painting_rows (const BaryLoadPainting *self,
                         cairo_t                *cr,
                         guint                   first,
                         guint                   n)
{
  paint_vacations (self, cr, first * BARY_LOAD_ROW_HEIGHT, n * BARY_LOAD_ROW_HEIGHT);
  for (guint row = first; row < first + n; row++)
    paint_row (self, cr, row);
}

void
bary_load_painting_cursor (const BaryLoadPainting *self,
                           cairo_t                *cr,
                           guint                   row,
                           guint                   week,
                           gboolean                focused)
{
  cairo_rectangle_t cell = get_cell (self, row, week);

  bary_draw_rounded (cr, cell.x, cell.y, cell.width, cell.height, RADIUS);
  bary_draw_set_colour (cr, focused ? self->theme->text : self->theme->dim_text, 1);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}
