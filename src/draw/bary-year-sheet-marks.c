#include "bary-year-sheet-private.h"

#include <math.h>

#define TILE 32 /* steps: wide tiles are quicker to repeat, low ones to make */

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
cairo_pattern_t *
bary_year_sheet_make_hatch (cairo_t   *cr,
                            BaryColour ground,
                            BaryColour colour,
                            int        step)
{
  gboolean pixels = cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_IMAGE;
  /* On paper the edges of tiles show: there they are high, too. */
  int width = TILE * step, height = pixels ? step : width;
  cairo_surface_t *tile = cairo_surface_create_similar (cairo_get_target (cr), CAIRO_CONTENT_COLOR, width, height);
  cairo_t *on_tile = cairo_create (tile);
  cairo_pattern_t *pattern;

  bary_draw_set_colour (on_tile, ground, 1);
  cairo_paint (on_tile);
  bary_draw_set_colour (on_tile, colour, 1);
  cairo_set_line_width (on_tile, 1);
  for (int offset = -height; offset <= width; offset += step)
    {
      cairo_move_to (on_tile, offset - 1, height + 1);
      cairo_line_to (on_tile, offset + height + 1, -1);
    }
  cairo_stroke (on_tile);
  cairo_destroy (on_tile);
  pattern = cairo_pattern_create_for_surface (tile);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  cairo_surface_destroy (tile);
  return pattern;
}

/* On whole pixels, which is sharp and quick. @inset: from each edge */
void
bary_year_sheet_add_box (cairo_t       *cr,
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
    bary_year_sheet_add_box (cr, &g_array_index (boxes, BaryBox, i), 0);
  bary_draw_set_colour (cr, colour, 1);
  cairo_fill (cr);
  if (!framed)
    return;
  for (guint i = 0; i < boxes->len; i++)
    bary_year_sheet_add_box (cr, &g_array_index (boxes, BaryBox, i), 1);
  if (vague)
    {
      hatch = bary_year_sheet_make_hatch (cr, bary_colour_mix (theme->background, colour, 0.25), colour, BARY_SHEET_HATCH);
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
bary_year_sheet_paint_marks (cairo_t         *cr,
                             const BaryTheme *theme,
                             const GArray    *boxes,
                             gboolean         vague,
                             BarySheetState   state)
{
  if (boxes->len == 0)
    return;
  fill_boxes (cr, theme, boxes, vague, state);
  paint_signs (cr, theme, boxes, vague, state);
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
  bary_year_sheet_paint_marks (cr, theme, boxes, vague, state);
}
