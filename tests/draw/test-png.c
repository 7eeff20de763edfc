#include "bary-png.h"

#include <string.h>

static cairo_status_t
collect (void         *closure,
         const guchar *data,
         unsigned int  length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

typedef struct {
  GByteArray *bytes;
  guint       at;
} Reader;

static cairo_status_t
read_back (void         *closure,
           guchar       *data,
           unsigned int  length)
{
  Reader *reader = closure;

  if (reader->at + length > reader->bytes->len)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, reader->bytes->data + reader->at, length);
  reader->at += length;
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
make_noise (int width,
            int height,
            int from)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  int stride = cairo_image_surface_get_stride (surface);
  guchar *data = cairo_image_surface_get_data (surface);

  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      ((guint32 *) (void *) (data + y * stride))[x] = ((guint32) (x * x + 31 * (from + y)) * 2654435761u) >> 8;
  cairo_surface_mark_dirty (surface);
  return surface;
}

static void
assert_noise (cairo_surface_t *picture,
              int              width,
              int              height)
{
  cairo_surface_t *expected = make_noise (width, height, 0);
  int stride = cairo_image_surface_get_stride (picture), expected_stride = cairo_image_surface_get_stride (expected);

  g_assert_cmpint (cairo_surface_status (picture), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (picture), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (picture), ==, height);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        guint32 a = ((guint32 *) (void *) (cairo_image_surface_get_data (picture) + y * stride))[x];
        guint32 b = ((guint32 *) (void *) (cairo_image_surface_get_data (expected) + y * expected_stride))[x];

        g_assert_cmphex (a & 0xffffff, ==, b & 0xffffff);
      }
  cairo_surface_destroy (expected);
}

/* Every pixel comes back, in whatever pieces it was given, past the size of a chunk. */
static void
check_round (int width,
             int height,
             int band)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (BaryPng) png = bary_png_new (width, height, 3780, collect, bytes);
  Reader reader = { bytes, 0 };
  cairo_surface_t *picture;

  bary_png_add_text (png, "Title", "Барицентр");
  for (int from = 0; from < height; from += band)
    {
      cairo_surface_t *rows = make_noise (width, MIN (band, height - from), from);

      bary_png_add_rows (png, rows);
      cairo_surface_destroy (rows);
    }
  g_assert_cmpint (bary_png_finish (png), ==, CAIRO_STATUS_SUCCESS);

  picture = cairo_image_surface_create_from_png_stream (read_back, &reader);
  assert_noise (picture, width, height);
  g_assert_cmpuint (reader.at, ==, bytes->len);
  cairo_surface_destroy (picture);
}

static void
test_round (void)
{
  check_round (1, 1, 1);
  check_round (640, 480, 480);
  check_round (333, 257, 100);
}

static cairo_status_t
refuse (void         *closure,
        const guchar *data,
        unsigned int  length)
{
  guint *left = closure;

  if (*left < length)
    return CAIRO_STATUS_WRITE_ERROR;
  *left -= length;
  return CAIRO_STATUS_SUCCESS;
}

static void
test_full_disk (void)
{
  guint left = 200 * 1024;
  g_autoptr (BaryPng) png = bary_png_new (400, 400, 3780, refuse, &left);
  cairo_surface_t *rows = make_noise (400, 400, 0);

  bary_png_add_rows (png, rows);
  g_assert_cmpint (bary_png_finish (png), ==, CAIRO_STATUS_WRITE_ERROR);
  cairo_surface_destroy (rows);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/png/round", test_round);
  g_test_add_func ("/png/full-disk", test_full_disk);
  return g_test_run ();
}
