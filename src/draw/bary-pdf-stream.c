#include "bary-pdf-stream.h"

#include <cairo-pdf.h>

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  BaryPdfStream *self = closure;

  if (self->status == CAIRO_STATUS_SUCCESS)
    self->status = self->write (self->closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

cairo_surface_t *
bary_pdf_stream_begin (BaryPdfStream *self,
                       double         width,
                       double         height)
{
  return cairo_pdf_surface_create_for_stream (write_cb, self, width, height);
}

cairo_status_t
bary_pdf_stream_finish (BaryPdfStream   *self,
                        cairo_surface_t *surface)
{
  cairo_status_t status;

  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return self->status != CAIRO_STATUS_SUCCESS ? self->status : status;
}
