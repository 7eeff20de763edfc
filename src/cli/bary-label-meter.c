#include "bary-label-meter.h"

#include "bary-text-book.h"

#include <math.h>

#define WIDTH 104.0 /* of some 18 letters, as in pictures */

struct _BaryLabelMeter {
  BaryTextBook *book; /* NULL before the first label */
};

BaryLabelMeter *
bary_label_meter_new (void)
{
  return g_new0 (BaryLabelMeter, 1);
}

void
bary_label_meter_free (BaryLabelMeter *self)
{
  g_clear_pointer (&self->book, bary_text_book_give_back);
  g_free (self);
}

void
bary_label_meter_measure (const char *label,
                          double     *width,
                          double     *height,
                          gpointer    meter)
{
  BaryLabelMeter *self = meter;
  const BaryLabel *folded;

  if (self->book == NULL)
    self->book = bary_text_book_take (NULL);
  folded = bary_text_book_fold (self->book, BARY_TEXT_NAME, label, WIDTH);
  *width = ceil (folded->width);
  *height = ceil (folded->height);
}
