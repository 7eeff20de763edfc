#include "bary-png.h"

#include <string.h>
#include <zlib.h>

#define CHUNK (128 * 1024)
#define LEVEL 1
#define CHANNELS 3

/* Format: «Portable Network Graphics (PNG) Specification», second edition, W3C 2003. */
struct _BaryPng {
  cairo_write_func_t  write;
  gpointer            closure;
  cairo_status_t      status;
  guint               width, height;
  guint               n_rows; /* written already */
  guchar             *row;    /* with the byte of the filter */
  guchar             *packed; /* the contents of the next IDAT chunk */
  z_stream            stream;
};

static void
put (BaryPng      *self,
     gconstpointer data,
     guint         length)
{
  if (self->status == CAIRO_STATUS_SUCCESS && length > 0)
    self->status = self->write (self->closure, data, length);
}

static void
put_chunk (BaryPng      *self,
           const char   *type,
           gconstpointer data,
           guint         length)
{
  guint32 size = GUINT32_TO_BE (length);
  guint32 sum = crc32 (0, (const Bytef *) type, 4);

  /* zlib takes no data for a wish to begin anew. */
  if (length > 0)
    sum = crc32 (sum, data, length);
  sum = GUINT32_TO_BE (sum);
  put (self, &size, 4);
  put (self, type, 4);
  put (self, data, length);
  put (self, &sum, 4);
}

static void
put_head (BaryPng *self,
          guint    per_metre)
{
  const guint32 size[2] = { GUINT32_TO_BE (self->width), GUINT32_TO_BE (self->height) };
  const guint32 density[2] = { GUINT32_TO_BE (per_metre), GUINT32_TO_BE (per_metre) };
  guchar head[13] = { 0 }, physical[9];

  put (self, "\x89PNG\r\n\x1a\n", 8);
  memcpy (head, size, 8);
  head[8] = 8; /* bits */
  head[9] = 2; /* red, green, blue */
  put_chunk (self, "IHDR", head, sizeof head);
  memcpy (physical, density, 8);
  physical[8] = 1; /* the unit is the metre */
  put_chunk (self, "pHYs", physical, sizeof physical);
}

BaryPng *
bary_png_new (guint              width,
              guint              height,
              guint              per_metre,
              cairo_write_func_t write,
              gpointer           closure)
{
  BaryPng *self = g_new0 (BaryPng, 1);

  g_return_val_if_fail (width > 0 && height > 0 && write != NULL, NULL);

  self->write = write;
  self->closure = closure;
  self->width = width;
  self->height = height;
  self->row = g_malloc0 (1 + (gsize) CHANNELS * width);
  self->packed = g_malloc (CHUNK);
  self->stream.next_out = self->packed;
  self->stream.avail_out = CHUNK;
  if (deflateInit2 (&self->stream, LEVEL, Z_DEFLATED, MAX_WBITS, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY) != Z_OK)
    self->status = CAIRO_STATUS_NO_MEMORY;
  put_head (self, per_metre);
  return self;
}

void
bary_png_add_text (BaryPng    *self,
                   const char *keyword,
                   const char *text)
{
  /* Not compressed, of no language, the keyword not translated. */
  static const char after[] = { '\0', 0, 0, '\0', '\0' };
  g_autoptr (GString) chunk = g_string_new (keyword);

  g_return_if_fail (self->n_rows == 0);

  g_string_append_len (chunk, after, sizeof after);
  g_string_append (chunk, text);
  put_chunk (self, "iTXt", chunk->str, chunk->len);
}

static void
flush (BaryPng *self)
{
  put_chunk (self, "IDAT", self->packed, CHUNK - self->stream.avail_out);
  self->stream.next_out = self->packed;
  self->stream.avail_out = CHUNK;
}

static void
pack (BaryPng *self,
      int      mode)
{
  int result;

  do
    {
      result = deflate (&self->stream, mode);
      if (self->stream.avail_out == 0)
        flush (self);
    }
  while (self->stream.avail_in > 0 || (mode == Z_FINISH && result == Z_OK));
}

static void
add_row (BaryPng       *self,
         const guint32 *pixels)
{
  guchar *to = self->row + 1;

  for (guint x = 0; x < self->width; x++, to += CHANNELS)
    {
      to[0] = pixels[x] >> 16;
      to[1] = pixels[x] >> 8;
      to[2] = pixels[x];
    }
  self->stream.next_in = self->row;
  self->stream.avail_in = 1 + CHANNELS * self->width;
  pack (self, Z_NO_FLUSH);
}

void
bary_png_add_rows (BaryPng         *self,
                   cairo_surface_t *rows)
{
  const guchar *data;
  int stride, height;

  g_return_if_fail (cairo_image_surface_get_width (rows) == (int) self->width);

  cairo_surface_flush (rows);
  data = cairo_image_surface_get_data (rows);
  stride = cairo_image_surface_get_stride (rows);
  height = cairo_image_surface_get_height (rows);
  for (int y = 0; y < height && self->n_rows < self->height && self->status == CAIRO_STATUS_SUCCESS; y++, self->n_rows++)
    add_row (self, (const guint32 *) (const void *) (data + (gsize) y * stride));
}

cairo_status_t
bary_png_finish (BaryPng *self)
{
  g_return_val_if_fail (self->n_rows == self->height || self->status != CAIRO_STATUS_SUCCESS, CAIRO_STATUS_INVALID_SIZE);

  if (self->status != CAIRO_STATUS_SUCCESS)
    return self->status;

  pack (self, Z_FINISH);
  if (self->stream.avail_out < CHUNK)
    flush (self);
  put_chunk (self, "IEND", NULL, 0);
  return self->status;
}

void
bary_png_free (BaryPng *self)
{
  deflateEnd (&self->stream);
  g_free (self->row);
  g_free (self->packed);
  g_free (self);
}
