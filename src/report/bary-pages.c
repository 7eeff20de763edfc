#include "bary-pages-private.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

/* Room for holes on the left, as offices file papers. */
#define MARGIN_LEFT (20 * BARY_MILLIMETRE)
#define MARGIN_RIGHT (10 * BARY_MILLIMETRE)
#define MARGIN_TOP (15 * BARY_MILLIMETRE)
#define MARGIN_BOTTOM (18 * BARY_MILLIMETRE)
#define FOOT (10 * BARY_MILLIMETRE) /* from the lower edge to the number of the page */
#define FOOT_SIZE 9.0
#define HAIRLINE 0.5
#define HEAD_GREY 0.93
#define DEFAULT_FAMILY "PT Serif,Liberation Serif,Times New Roman,DejaVu Serif,serif"

static void
clear_strip (BaryStrip *strip)
{
  for (guint i = 0; i < strip->n_cells; i++)
    g_object_unref (strip->cells[i].layout);
  g_free (strip->cells);
}

/* Lines break alike on a printer, on the screen and in a file. */
static PangoContext *
make_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
  return context;
}

BaryPages *
bary_pages_new (const BaryReport *report,
                const char       *family)
{
  BaryPages *self = g_new0 (BaryPages, 1);

  self->report = report;
  self->context = make_context ();
  self->font = pango_font_description_new ();
  pango_font_description_set_family (self->font, family != NULL ? family : DEFAULT_FAMILY);
  bary_report_get_sheet (report, &self->sheet);
  self->left = MARGIN_LEFT;
  self->top = MARGIN_TOP;
  self->width = self->sheet.width - MARGIN_LEFT - MARGIN_RIGHT;
  self->height = self->sheet.height - MARGIN_TOP - MARGIN_BOTTOM;
  self->strips = g_array_new (FALSE, FALSE, sizeof (BaryStrip));
  g_array_set_clear_func (self->strips, (GDestroyNotify) clear_strip);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  bary_pages_measure (self);
  bary_pages_break (self);
  return self;
}

void
bary_pages_free (BaryPages *self)
{
  g_ptr_array_unref (self->pages);
  g_array_unref (self->strips);
  pango_font_description_free (self->font);
  g_object_unref (self->context);
  g_free (self);
}

guint
bary_pages_count (const BaryPages *self)
{
  return self->pages->len;
}

void
bary_pages_get_sheet (const BaryPages *self,
                      BarySheetSize   *sheet)
{
  *sheet = self->sheet;
}

/* Some lines of a text, the first of them at x, y. */
static void
draw_lines (cairo_t     *cr,
            PangoLayout *layout,
            double       x,
            double       y,
            guint        from,
            guint        to)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  guint line = 0;
  int top = 0;

  do
    {
      PangoRectangle extents;
      int first;

      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      pango_layout_iter_get_line_yrange (iter, &first, NULL);
      if (line == from)
        top = first;
      if (line >= from && line < to)
        {
          cairo_move_to (cr, x + (double) extents.x / PANGO_SCALE,
                         y + (double) (pango_layout_iter_get_baseline (iter) - top) / PANGO_SCALE);
          pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
        }
    }
  while (++line < to && pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
draw_cell (cairo_t             *cr,
           const BaryStripCell *cell,
           double               x,
           double               y,
           const guint         *lines)
{
  if (lines != NULL)
    {
      draw_lines (cr, cell->layout, x, y, lines[0], lines[1]);
      return;
    }
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, cell->layout);
}

static void
draw_boxes (const BaryPages *self,
            cairo_t         *cr,
            const BaryStrip *strip,
            const BarySlice *slice)
{
  double y = self->top + slice->y;

  for (guint i = 0; i < strip->n_cells; i++)
    cairo_rectangle (cr, self->left + strip->cells[i].x, y, strip->cells[i].width, slice->height);
  if (strip->is_head)
    {
      cairo_set_source_rgb (cr, HEAD_GREY, HEAD_GREY, HEAD_GREY);
      cairo_fill_preserve (cr);
      cairo_set_source_rgb (cr, 0, 0, 0);
    }
  cairo_stroke (cr);
}

static void
draw_picture (const BaryPages *self,
              cairo_t         *cr,
              const BaryStrip *strip,
              const BarySlice *slice)
{
  double width = MIN (slice->height * strip->block->aspect, self->width);

  cairo_save (cr);
  cairo_translate (cr, self->left + (self->width - width) / 2, self->top + slice->y);
  strip->block->paint (cr, width, width / strip->block->aspect, strip->block->user_data);
  cairo_restore (cr);
}

static void
draw_slice (const BaryPages *self,
            cairo_t         *cr,
            const BarySlice *slice)
{
  const BaryStrip *strip = bary_pages_strip (self, slice->strip);
  gboolean row = strip->block->kind == BARY_BLOCK_TABLE;
  double dx = row ? BARY_CELL_PADDING_X : 0, dy = row ? BARY_CELL_PADDING_Y : 0;

  if (strip->n_cells == 0)
    draw_picture (self, cr, strip, slice);
  if (row)
    draw_boxes (self, cr, strip, slice);
  for (guint i = 0; i < strip->n_cells; i++)
    draw_cell (cr, &strip->cells[i], self->left + strip->cells[i].x + dx, self->top + slice->y + dy,
               slice->lines != NULL ? &slice->lines[2 * i] : NULL);
}

static void
draw_number (const BaryPages *self,
             cairo_t         *cr,
             guint            page)
{
  /* Translators: a page of how many: “3 / 9” */
  g_autofree char *number = g_strdup_printf (_("%1$u / %2$u"), page + 1, self->pages->len);
  g_autoptr (PangoLayout) layout = NULL;

  pango_font_description_set_weight (self->font, PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (self->font, PANGO_STYLE_NORMAL);
  layout = bary_pages_make_layout (self, number, FOOT_SIZE, self->width);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  cairo_move_to (cr, self->left, self->sheet.height - FOOT - FOOT_SIZE);
  pango_cairo_show_layout (cr, layout);
}

void
bary_pages_draw (const BaryPages *self,
                 cairo_t         *cr,
                 guint            page)
{
  const GArray *slices;

  g_return_if_fail (page < self->pages->len);

  slices = self->pages->pdata[page];
  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, HAIRLINE);
  for (guint i = 0; i < slices->len; i++)
    draw_slice (self, cr, &g_array_index (slices, BarySlice, i));
  if (self->pages->len > 1)
    draw_number (self, cr, page);
  cairo_restore (cr);
}
