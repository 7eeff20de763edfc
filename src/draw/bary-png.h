#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* Writes a PNG row by row, so that a large picture need never be in memory as a whole. Quick rather than small:
 * drawings compress well without filters. */
typedef struct _BaryPng BaryPng;

/* @per_metre: pixels per metre; @write: is called with each piece. Returns: (transfer full) */
BaryPng        *bary_png_new      (guint                 width,
                                   guint                 height,
                                   guint                 per_metre,
                                   cairo_write_func_t    write,
                                   gpointer              closure);
/* What the picture is; before the first row. @keyword: one of those of the PNG specification, 11.3.4.2. */
void            bary_png_add_text (BaryPng              *self,
                                   const char           *keyword,
                                   const char           *text);
/* @rows: an RGB24 or ARGB32 surface as wide as the picture; where it is transparent it counts as black. */
void            bary_png_add_rows (BaryPng              *self,
                                   cairo_surface_t      *rows);
/* After the last row. Returns: CAIRO_STATUS_SUCCESS, or what `write` answered first. */
cairo_status_t  bary_png_finish   (BaryPng              *self);
void            bary_png_free     (BaryPng              *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryPng, bary_png_free)

G_END_DECLS
