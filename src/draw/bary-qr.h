#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* A text as a QR code (ISO/IEC 18004) of level M: it is read where 15 % of it are covered. */
typedef struct _BaryQr BaryQr;

/* @text: UTF-8. Returns: (transfer full) (nullable): NULL for more than a code holds, some 2,300 bytes. */
BaryQr   *bary_qr_new      (const char   *text);
void      bary_qr_free     (BaryQr       *self);

/* Returns: how many cells it has on a side, without the margin. */
guint     bary_qr_get_size (const BaryQr *self);
gboolean  bary_qr_is_dark  (const BaryQr *self,
                            guint         column,
                            guint         row);

/* Black on white, with its margin of four cells, in a square at the origin. */
void      bary_qr_paint    (const BaryQr *self,
                            cairo_t      *cr,
                            double        side);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryQr, bary_qr_free)

G_END_DECLS
