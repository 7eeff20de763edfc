#pragma once

#include <cairo.h>

/* Takes a PDF to a stream that may fail. Cairo 1.16 leaks the label of the page at hand once its stream has failed, so
 * that it never hears of it: what comes after a failure is thrown away. */
typedef struct {
  cairo_write_func_t write;
  void              *closure;
  cairo_status_t     status; /* of the first failure */
} BaryPdfStream;

/* @self: must live until the surface is finished; width, height: points. Returns: (transfer full) */
cairo_surface_t *bary_pdf_stream_begin  (BaryPdfStream   *self,
                                         double           width,
                                         double           height);
/* Finishes and destroys the surface. Returns: what failed first, of the stream and of the surface. */
cairo_status_t   bary_pdf_stream_finish (BaryPdfStream   *self,
                                         cairo_surface_t *surface);
