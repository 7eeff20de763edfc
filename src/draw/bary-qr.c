#include "bary-qr.h"

#include <qrencode.h>

#define ANY_VERSION 0
#define MARGIN 4
#define DARK 1 /* the bit of a cell */

struct _BaryQr {
  QRcode *code;
};

BaryQr *
bary_qr_new (const char *text)
{
  QRcode *code = QRcode_encodeString8bit (text, ANY_VERSION, QR_ECLEVEL_M);
  BaryQr *self;

  if (code == NULL)
    return NULL;

  self = g_new0 (BaryQr, 1);
  self->code = code;
  return self;
}

void
bary_qr_free (BaryQr *self)
{
  QRcode_free (self->code);
  g_free (self);
}

guint
bary_qr_get_size (const BaryQr *self)
{
  return self->code->width;
}

gboolean
bary_qr_is_dark (const BaryQr *self,
                 guint         column,
                 guint         row)
{
  return (self->code->data[row * self->code->width + column] & DARK) != 0;
}

void
bary_qr_paint (const BaryQr *self,
               cairo_t      *cr,
               double        side)
{
  guint size = bary_qr_get_size (self);

  cairo_save (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0, 0, side, side);
  cairo_fill (cr);

  cairo_scale (cr, side / (size + 2 * MARGIN), side / (size + 2 * MARGIN));
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint row = 0; row < size; row++)
    for (guint column = 0; column < size; column++)
      if (bary_qr_is_dark (self, column, row))
        cairo_rectangle (cr, MARGIN + column, MARGIN + row, 1, 1);
  cairo_fill (cr);
  cairo_restore (cr);
}
