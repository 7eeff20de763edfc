#include "bary-slides-pdf.h"

#include "bary-config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

/* Drawn as on the usual screen, on a page of the size of the common programs for presentations. */
#define WIDTH 1920.0
#define HEIGHT 1080.0
#define POINTS_PER_PIXEL 0.5
#define FOOT_SIZE 22.0
#define FOOT_MARGIN 28.0

static void
draw_foot (const BarySlidesPdf *self,
           cairo_t             *cr,
           const char          *text,
           gboolean             right)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string (self->family != NULL ? self->family : "sans-serif");
  int width, height;

  pango_font_description_set_absolute_size (font, FOOT_SIZE * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, &height);
  bary_draw_set_colour (cr, self->theme->dim_text, 1);
  cairo_move_to (cr, right ? WIDTH - FOOT_MARGIN - width : FOOT_MARGIN, HEIGHT - FOOT_MARGIN / 2 - height);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_page (const BarySlidesPdf *self,
           cairo_t             *cr,
           guint                step)
{
  const BaryStep *slide = self->shown->pdata[step];
  /* Translators: a page of how many: “3 / 9” */
  g_autofree char *number = g_strdup_printf (_("%1$u / %2$u"), step + 1, self->shown->len);

  bary_step_draw_page (cr, self->theme, self->family, self->shown, step, self->scene (slide, self->user_data), self->below,
                        WIDTH, HEIGHT);
  if (self->centre != NULL)
    draw_foot (self, cr, self->centre, FALSE);
  draw_foot (self, cr, number, TRUE);
  cairo_show_page (cr);
}

cairo_status_t
bary_slides_write_pdf (const BarySlidesPdf *self,
                       cairo_write_func_t   write,
                       gpointer             closure)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write, closure, WIDTH * POINTS_PER_PIXEL, HEIGHT * POINTS_PER_PIXEL);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  if (self->centre != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, self->centre);
  cairo_scale (cr, POINTS_PER_PIXEL, POINTS_PER_PIXEL);
  for (guint i = 0; i < self->shown->len && cairo_status (cr) == CAIRO_STATUS_SUCCESS; i++)
    {
      cairo_pdf_surface_set_page_label (surface, ((BaryStep *) self->shown->pdata[i])->caption);
      draw_page (self, cr, i);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}
