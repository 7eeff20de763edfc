#include "bary-line-painter.h"

#include <string.h>

#define LANES BARY_MASK_LANES

/* Several pixels at a time, more of them where the processor can: with the same results. */
#if defined (__x86_64__) && defined (__gnu_linux__) && !defined (__SANITIZE_ADDRESS__) && !defined (__clang__)
#define WIDE __attribute__ ((target_clones ("avx2", "default")))
#else
#define WIDE
#endif

WIDE void
bary_blend_row (guint32 *pixels,
                int      n,
                guint32  colour,
                guint    alpha)
{
  for (int i = 0; i < n; i++)
    bary_blend (&pixels[i], colour, alpha);
}

/* The part of a mask in the clip, pixel by pixel. */
typedef struct {
  guint32      *pixels;
  const guint8 *shares;
  int           stride, columns, rows;
} Part;

static void
paint_part (const Part *part,
            int         mask_stride,
            guint32     colour,
            guint       alpha)
{
  for (int row = 0; row < part->rows; row++)
    for (int i = 0; i < part->columns; i++)
      bary_blend (&part->pixels[(gssize) row * part->stride + i], colour, part->shares[row * mask_stride + i] * alpha >> 8);
}

typedef guint8 Shares __attribute__ ((vector_size (LANES)));
typedef guint32 Pixels __attribute__ ((vector_size (LANES * sizeof (guint32))));

/* The same where all lanes are in the clip: what is not covered stays as it is. */
WIDE static void
paint_lanes (const Part *part,
             int         mask_stride,
             guint32     colour,
             guint       alpha)
{
  const guint32 rb = colour & 0xff00ff, ag = colour >> 8 & 0xff00ff;
  guint32 *row = part->pixels;
  const guint8 *covered = part->shares, *end = covered + part->rows * mask_stride;

  for (; covered < end; row += part->stride)
    for (int first = 0; first < mask_stride; first += LANES, covered += LANES)
      {
        Shares shares;
        Pixels pixels, share, red_blue, green;

        memcpy (&shares, covered, sizeof shares);
        memcpy (&pixels, row + first, sizeof pixels);
        share = __builtin_convertvector (shares, Pixels) * alpha >> 8;
        share += share >> 7;
        red_blue = pixels & 0xff00ff;
        green = pixels >> 8 & 0xff00ff;
        red_blue += (rb - red_blue) * share >> 8;
        green += (ag - green) * share >> 8;
        pixels = (red_blue & 0xff00ff) | (green & 0xff00ff) << 8;
        memcpy (row + first, &pixels, sizeof pixels);
      }
}

void
bary_line_painter_mask (const BaryLinePainter *self,
                        const BaryMask        *mask,
                        int                    x,
                        int                    y,
                        const BaryInk         *ink)
{
  guint32 colour = bary_pack (ink->colour);
  guint alpha = (guint) (ink->alpha * 256);
  int left = x + mask->left, top = y + mask->top;
  int column = MAX (self->left - left, 0), row = MAX (self->top - top, 0);
  Part part = { self->pixels + (gssize) (top + row) * self->stride + left + column, mask->shares + row * mask->stride + column,
                self->stride, MIN (mask->width, self->right - left) - column, MIN (mask->height, self->bottom - top) - row };

  if (part.columns <= 0 || part.rows <= 0)
    return;
  if (column == 0 && left + mask->stride <= self->right)
    paint_lanes (&part, mask->stride, colour, alpha);
  else
    paint_part (&part, mask->stride, colour, alpha);
}
