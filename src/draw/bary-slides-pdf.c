#include "bary-slides-pdf.h"

#include "bary-config.h"
#include "bary-export-private.h"
#include "bary-pdf-stream.h"

#include <cairo-pdf.h>
#include <errno.h>
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
  BaryPdfStream stream = { write, closure, CAIRO_STATUS_SUCCESS };
  cairo_surface_t *surface = bary_pdf_stream_begin (&stream, WIDTH * POINTS_PER_PIXEL, HEIGHT * POINTS_PER_PIXEL);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status, end;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  if (self->centre != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, self->centre);
  cairo_scale (cr, POINTS_PER_PIXEL, POINTS_PER_PIXEL);
  for (guint i = 0; i < self->shown->len && stream.status == CAIRO_STATUS_SUCCESS && cairo_status (cr) == CAIRO_STATUS_SUCCESS; i++)
    {
      cairo_pdf_surface_set_page_label (surface, ((BaryShowStep *) self->shown->pdata[i])->caption);
      draw_page (self, cr, i);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  end = bary_pdf_stream_finish (&stream, surface);
  return status != CAIRO_STATUS_SUCCESS ? status : end;
}

typedef struct {
  BaryNewFile file;
  int         code; /* errno of what failed */
} Sink;

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  Sink *sink = closure;

  if (bary_new_file_write (&sink->file, data, length))
    return CAIRO_STATUS_SUCCESS;
  sink->code = errno;
  return CAIRO_STATUS_WRITE_ERROR;
}

gboolean
bary_slides_save_pdf (const BarySlidesPdf  *self,
                      const char           *path,
                      GError              **error)
{
  Sink sink = { BARY_NEW_FILE_INIT, 0 };
  cairo_status_t status = CAIRO_STATUS_SUCCESS;
  gboolean saved = bary_new_file_open (&sink.file, path);

  if (saved)
    status = bary_slides_write_pdf (self, write_cb, &sink);
  else
    sink.code = errno;
  if (saved && status == CAIRO_STATUS_SUCCESS && !(saved = bary_new_file_publish (&sink.file)))
    sink.code = errno;
  bary_new_file_clear (&sink.file);
  if (saved && status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  return bary_export_refuse (path, sink.code != 0 ? g_strerror (sink.code) : cairo_status_to_string (status), error);
}
