#include "bary-score-chart.h"

#include "bary-decimal.h"

#include <math.h>

#define ROW 26.0
#define AXIS 28.0
#define MOST_NAME 230.0
#define NAME_SHARE 0.4
#define PADDING 8.0
#define MARGIN 14.0 /* at the right, for half a figure of the axis */
#define RADIUS 4.0
#define STROKE 9.0  /* half the height of an official figure */
#define MOST_TICKS 8

static void
clear_row (gpointer row)
{
  g_free (((BaryChartRow *) row)->dots);
}

BaryScoreChart *
bary_score_chart_new (void)
{
  BaryScoreChart *self = g_new0 (BaryScoreChart, 1);

  self->rows = g_array_new (FALSE, TRUE, sizeof (BaryChartRow));
  g_array_set_clear_func (self->rows, clear_row);
  return self;
}

void
bary_score_chart_free (BaryScoreChart *self)
{
  g_array_unref (self->rows);
  g_free (self);
}

BaryChartRow *
bary_score_chart_add (BaryScoreChart *self,
                      const char     *label)
{
  BaryChartRow row = { label };

  g_array_append_val (self->rows, row);
  return &g_array_index (self->rows, BaryChartRow, self->rows->len - 1);
}

double
bary_score_chart_get_height (const BaryScoreChart *self)
{
  return self->rows->len * ROW + AXIS;
}

int
bary_score_chart_find_row (const BaryScoreChart *self,
                           double                y)
{
  return y >= 0 && y < self->rows->len * ROW ? (int) (y / ROW) : -1;
}

/* The axis */

static void
widen (double *least,
       double *most,
       double  figure)
{
  *least = MIN (*least, figure);
  *most = MAX (*most, figure);
}

/* A step of 1, 2 or 5 times a power of ten. */
static double
find_step (double span)
{
  double power = pow (10, floor (log10 (span / MOST_TICKS)));
  double share = span / MOST_TICKS / power;

  return power * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
}

void
bary_score_chart_get_range (const BaryScoreChart *self,
                            double               *least,
                            double               *most,
                            double               *step)
{
  *least = G_MAXDOUBLE;
  *most = -G_MAXDOUBLE;
  if (self->has_line)
    widen (least, most, self->line);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const BaryChartRow *row = &g_array_index (self->rows, BaryChartRow, i);

      for (guint j = 0; j < row->n_dots; j++)
        widen (least, most, row->dots[j]);
      if (row->has_value)
        widen (least, most, row->value);
      if (row->has_interval)
        {
          widen (least, most, row->low);
          widen (least, most, row->high);
        }
    }
  if (*least > *most)
    *least = *most = 0;
  *step = find_step (MAX (*most - *least, 1e-9 + fabs (*most) * 0.1 + (*most == *least)));
  *least = floor (*least / *step) * *step;
  *most = MAX (ceil (*most / *step) * *step, *least + *step);
}

static double
get_names (double width)
{
  return MIN (MOST_NAME, floor (width * NAME_SHARE));
}

static double
place (double width,
       double least,
       double most,
       double figure)
{
  double left = get_names (width) + PADDING;

  return left + (width - MARGIN - left) * (figure - least) / (most - least);
}

double
bary_score_chart_get_x (const BaryScoreChart *self,
                        double                width,
                        double                figure)
{
  double least, most, step;

  bary_score_chart_get_range (self, &least, &most, &step);
  return place (width, least, most, figure);
}

/* Painting */

typedef struct {
  const BaryScoreChart *chart;
  cairo_t              *cr;
  PangoContext         *context;
  double                width;
  const BaryTheme      *theme;
  double                least, most, step;
} Painting;

static double
find_x (const Painting *self,
        double          figure)
{
  return place (self->width, self->least, self->most, figure);
}

/* @alignment: of the words in their box, 0 at its left, 0.5 in its middle */
static void
write_words (const Painting *self,
             const char     *words,
             double          x,
             double          y,
             double          room,
             double          alignment)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (self->context);
  int width, height;

  pango_layout_set_text (layout, words, -1);
  pango_layout_set_width (layout, (int) (room * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_pixel_size (layout, &width, &height);
  bary_draw_set_colour (self->cr, self->theme->text, 1);
  cairo_move_to (self->cr, x + (room - width) * alignment, y - height / 2.0);
  pango_cairo_show_layout (self->cr, layout);
}

static void
draw_line (const Painting *self,
           double          x1,
           double          y1,
           double          x2,
           double          y2,
           double          width,
           BaryColour      colour,
           double          alpha)
{
  bary_draw_set_colour (self->cr, colour, alpha);
  cairo_set_line_width (self->cr, width);
  cairo_move_to (self->cr, x1, y1);
  cairo_line_to (self->cr, x2, y2);
  cairo_stroke (self->cr);
}

static void
paint_axis (const Painting *self)
{
  double bottom = self->chart->rows->len * ROW;

  for (int i = 0; self->least + i * self->step <= self->most + self->step / 2; i++)
    {
      double figure = self->least + i * self->step;
      double x = round (find_x (self, figure)) + 0.5;
      /* Not "−0" for what rounding left of nothing. */
      g_autofree char *words = bary_decimal_figure_to_words (fabs (figure) < self->step / 1e6 ? 0 : figure, "%g");

      draw_line (self, x, 0, x, bottom, 1, self->theme->text, 0.1);
      write_words (self, words, x - 30, bottom + AXIS / 2, 60, 0.5);
    }
}

static void
paint_zone (const Painting *self,
            guint           i)
{
  if (!g_array_index (self->chart->rows, BaryChartRow, i).grey)
    return;
  bary_draw_set_colour (self->cr, self->theme->text, 0.08);
  cairo_rectangle (self->cr, 0, i * ROW, self->width, ROW);
  cairo_fill (self->cr);
}

static void
paint_row (const Painting *self,
           guint           i)
{
  const BaryChartRow *row = &g_array_index (self->chart->rows, BaryChartRow, i);
  double y = i * ROW + ROW / 2;

  write_words (self, row->label, PADDING, y, get_names (self->width) - PADDING, 0);
  if (row->has_interval)
    {
      draw_line (self, find_x (self, row->low), y, find_x (self, row->high), y, 5, self->theme->accent, 0.35);
      draw_line (self, find_x (self, row->estimate), y - 5, find_x (self, row->estimate), y + 5, 2, self->theme->accent, 0.8);
    }
  for (guint j = 0; j < row->n_dots; j++)
    {
      bary_draw_set_colour (self->cr, self->theme->text, 0.55);
      cairo_arc (self->cr, find_x (self, row->dots[j]), y, RADIUS, 0, 2 * G_PI);
      cairo_fill (self->cr);
    }
  if (row->has_value)
    draw_line (self, find_x (self, row->value), y - STROKE, find_x (self, row->value), y + STROKE, row->winner ? 4 : 2, self->theme->text, 1);
}

static void
paint_line (const Painting *self)
{
  static const double dashes[] = { 5, 4 };
  double x = round (find_x (self, self->chart->line)) + 0.5;

  cairo_save (self->cr);
  cairo_set_dash (self->cr, dashes, G_N_ELEMENTS (dashes), 0);
  draw_line (self, x, 0, x, self->chart->rows->len * ROW, 1.5, self->theme->accent, 1);
  cairo_restore (self->cr);
}

void
bary_score_chart_paint (const BaryScoreChart *self,
                        cairo_t              *cr,
                        PangoContext         *context,
                        double                width,
                        const BaryTheme      *theme)
{
  Painting painting = { self, cr, context, width, theme };

  bary_score_chart_get_range (self, &painting.least, &painting.most, &painting.step);
  for (guint i = 0; i < self->rows->len; i++)
    paint_zone (&painting, i);
  paint_axis (&painting);
  if (self->has_line)
    paint_line (&painting);
  for (guint i = 0; i < self->rows->len; i++)
    paint_row (&painting, i);
}
