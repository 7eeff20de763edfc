#include "bary-slides-pdf.h"

#include "bary-config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

/* Drawn as on the usual screen, on a page of the size of the common programs for presentations. */
#define WIDTH 1920.0
#define HEIGHT 1080.0
#define POINTS_PER_PIXEL 0.5

static void
draw_page (const BarySlidesPdf *self,
           cairo_t             *cr,
           guint                step)
{
  const BaryShowStep *slide = self->shown->pdata[step];
  /* Translators: a page of how many: “3 / 9” */
  g_autofree char *number = g_strdup_printf (_("%1$u / %2$u"), step + 1, self->shown->len);

  bary_show_step_draw_page (cr, self->theme, self->family, self->shown, step, self->scene (slide, self->user_data), self->below,
                        WIDTH, HEIGHT);
  if (self->centre != NULL)
    bary_show_step_draw_foot (cr, self->theme, self->family, self->centre, FALSE, HEIGHT, WIDTH, HEIGHT);
  bary_show_step_draw_foot (cr, self->theme, self->family, number, TRUE, HEIGHT, WIDTH, HEIGHT);
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
      cairo_pdf_surface_set_page_label (surface, ((BaryShowStep *) self->shown->pdata[i])->caption);
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
