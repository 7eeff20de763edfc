#include "bary-zip.h"

#include <string.h>

#define LOCAL_HEADER 0x04034b50
#define CENTRAL_HEADER 0x02014b50
#define END_OF_CENTRAL 0x06054b50
#define VERSION 20                        /* 2.0: deflate and folders */
#define NAMES_ARE_UTF8 (1 << 11)
#define METHOD_STORED 0
#define METHOD_DEFLATED 8
#define FIRST_DAY ((0 << 9) | (1 << 5) | 1) /* 1 January 1980, as every archive has */
#define GZIP_HEADER 10                    /* bytes before and after what gzip compresses: */
#define GZIP_TRAILER 8                    /* the check sum and the length */

struct _BaryZip {
  GByteArray *bytes;
  GByteArray *central;
  guint       n_parts;
};

BaryZip *
bary_zip_new (void)
{
  BaryZip *self = g_new0 (BaryZip, 1);

  self->bytes = g_byte_array_new ();
  self->central = g_byte_array_new ();
  return self;
}

void
bary_zip_free (BaryZip *self)
{
  g_byte_array_unref (self->bytes);
  g_byte_array_unref (self->central);
  g_free (self);
}

static void
put_16 (GByteArray *to,
        guint       value)
{
  guint16 little = GUINT16_TO_LE ((guint16) value);

  g_byte_array_append (to, (const guint8 *) &little, sizeof little);
}

static void
put_32 (GByteArray *to,
        guint32     value)
{
  guint32 little = GUINT32_TO_LE (value);

  g_byte_array_append (to, (const guint8 *) &little, sizeof little);
}

/* What gzip makes of it: between its header and its trailer stands what a zip archive wants, and in the trailer the check sum. */
static GBytes *
compress (GBytes  *bytes,
          GError **error)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, G_CONVERTER (compressor));
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  if (!g_output_stream_write_all (stream, data, length, NULL, NULL, error) || !g_output_stream_close (stream, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static guint32
get_check_sum (GBytes *gzip)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (gzip, &length);
  guint32 sum;

  memcpy (&sum, data + length - GZIP_TRAILER, sizeof sum);
  return GUINT32_FROM_LE (sum);
}

/* What stands both before a part and in the list of all. */
static void
put_description (GByteArray *to,
                 guint       method,
                 guint32     sum,
                 gsize       packed,
                 gsize       length,
                 const char *name)
{
  put_16 (to, VERSION);
  put_16 (to, NAMES_ARE_UTF8);
  put_16 (to, method);
  put_16 (to, 0);
  put_16 (to, FIRST_DAY);
  put_32 (to, sum);
  put_32 (to, (guint32) packed);
  put_32 (to, (guint32) length);
  put_16 (to, (guint) strlen (name));
  put_16 (to, 0);
}

gboolean
bary_zip_add (BaryZip     *self,
              const char  *name,
              GBytes      *bytes,
              gboolean     stored,
              GError     **error)
{
  g_autoptr (GBytes) gzip = compress (bytes, error);
  guint32 offset = self->bytes->len, sum;
  gsize length = g_bytes_get_size (bytes), packed;
  const guint8 *data;

  if (gzip == NULL)
    return FALSE;
  sum = get_check_sum (gzip);
  data = stored ? g_bytes_get_data (bytes, NULL) : (const guint8 *) g_bytes_get_data (gzip, NULL) + GZIP_HEADER;
  packed = stored ? length : g_bytes_get_size (gzip) - GZIP_HEADER - GZIP_TRAILER;

  put_32 (self->bytes, LOCAL_HEADER);
  put_description (self->bytes, stored ? METHOD_STORED : METHOD_DEFLATED, sum, packed, length, name);
  g_byte_array_append (self->bytes, (const guint8 *) name, (guint) strlen (name));
  g_byte_array_append (self->bytes, data, (guint) packed);

  put_32 (self->central, CENTRAL_HEADER);
  put_16 (self->central, VERSION);
  put_description (self->central, stored ? METHOD_STORED : METHOD_DEFLATED, sum, packed, length, name);
  put_16 (self->central, 0); /* no comment, the first disk, no attributes */
  put_16 (self->central, 0);
  put_16 (self->central, 0);
  put_32 (self->central, 0);
  put_32 (self->central, offset);
  g_byte_array_append (self->central, (const guint8 *) name, (guint) strlen (name));
  self->n_parts++;
  return TRUE;
}

GBytes *
bary_zip_finish (BaryZip *self)
{
  guint32 start = self->bytes->len;

  g_byte_array_append (self->bytes, self->central->data, self->central->len);
  put_32 (self->bytes, END_OF_CENTRAL);
  put_16 (self->bytes, 0);
  put_16 (self->bytes, 0);
  put_16 (self->bytes, self->n_parts);
  put_16 (self->bytes, self->n_parts);
  put_32 (self->bytes, self->central->len);
  put_32 (self->bytes, start);
  put_16 (self->bytes, 0);
  return g_bytes_new (self->bytes->data, self->bytes->len);
}
