#include "bary-input.h"

#include "bary-config.h"
#include "bary-package-error.h"

#include <glib/gi18n-lib.h>

#define FREE_START (1024 * 1024) /* bytes of XML before the ratio counts */

struct _BaryInput {
  GFileInputStream *file;
  GInputStream     *stream; /* the file itself, or what inflates it */
  char             *name;   /* as shown */
  goffset           size;
  guint64           total;  /* bytes of XML so far */
  gboolean          packed;
  guint32           promised; /* what a gzip says at its end that it holds, modulo 2^32 */
};

static void
translate_error (BaryInput  *self,
                 GError     *failure,
                 GError    **error)
{
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (failure));
  else if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, BARY_PACKAGE_ERROR, BARY_PACKAGE_ERROR_NOT_FOUND,
                 _("%s: there is no such file: check its name and folder"), self->name);
  else if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT))
    g_set_error (error, BARY_PACKAGE_ERROR, BARY_PACKAGE_ERROR_INCOMPLETE,
                 _("%s: the compressed file is cut off: copy it again or ask the sender for it"), self->name);
  else if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    g_set_error (error, BARY_PACKAGE_ERROR, BARY_PACKAGE_ERROR_MALFORMED,
                 _("%s: the compressed file is damaged: copy it again or ask the sender for it"), self->name);
  else
    g_set_error (error, BARY_PACKAGE_ERROR, BARY_PACKAGE_ERROR_IO,
                 /* Translators: 1: a file, 2: what the system says */
                 _("%1$s: the file cannot be read (%2$s): check the disk and the right to read it"), self->name, failure->message);
}

static gboolean
measure (BaryInput  *self,
         GFile      *file,
         GError    **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE, NULL, error);
  GFileType type;

  if (info == NULL)
    return FALSE;

  /* What lies in a folder that may not be looked into is of no known type; opening it says why. */
  type = g_file_info_get_file_type (info);
  self->size = g_file_info_get_size (info);
  if (type == G_FILE_TYPE_REGULAR || type == G_FILE_TYPE_UNKNOWN)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _("it is not a file"));
  return FALSE;
}

/* The last four bytes of a gzip (RFC 1952): nothing may follow them unseen. */
static gboolean
read_promise (BaryInput  *self,
              GError    **error)
{
  guint8 end[4] = { 0 };
  gsize n;

  if (self->size < (goffset) sizeof end)
    return TRUE;
  if (!g_seekable_seek (G_SEEKABLE (self->file), -(goffset) sizeof end, G_SEEK_END, NULL, error) ||
      !g_input_stream_read_all (G_INPUT_STREAM (self->file), end, sizeof end, &n, NULL, error))
    return FALSE;

  self->promised = end[0] | end[1] << 8 | end[2] << 16 | (guint32) end[3] << 24;
  return g_seekable_seek (G_SEEKABLE (self->file), 0, G_SEEK_SET, NULL, error);
}

/* Told by the first two bytes, not by the name: mail programs rename. */
static gboolean
open_stream (BaryInput  *self,
             GError    **error)
{
  guint8 start[2] = { 0, 0 };
  gsize n;

  if (!g_input_stream_read_all (G_INPUT_STREAM (self->file), start, sizeof start, &n, NULL, error) ||
      !g_seekable_seek (G_SEEKABLE (self->file), 0, G_SEEK_SET, NULL, error))
    return FALSE;

  self->packed = n == 2 && start[0] == 0x1f && start[1] == 0x8b;
  if (self->packed && !read_promise (self, error))
    return FALSE;
  if (self->packed)
    {
      g_autoptr (GConverter) inflate = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));

      self->stream = g_converter_input_stream_new (G_INPUT_STREAM (self->file), inflate);
    }
  else
    self->stream = g_object_ref (G_INPUT_STREAM (self->file));
  return TRUE;
}

BaryInput *
bary_input_open (const char  *path,
                 GError     **error)
{
  g_autoptr (BaryInput) self = g_new0 (BaryInput, 1);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) failure = NULL;

  self->name = g_filename_display_name (path);
  if (measure (self, file, &failure) &&
      (self->file = g_file_read (file, NULL, &failure)) != NULL &&
      open_stream (self, &failure))
    return g_steal_pointer (&self);

  translate_error (self, failure, error);
  return NULL;
}

void
bary_input_close (BaryInput *self)
{
  g_clear_object (&self->stream);
  g_clear_object (&self->file);
  g_free (self->name);
  g_free (self);
}

static gboolean
is_too_steep (BaryInput *self)
{
  goffset packed = g_seekable_tell (G_SEEKABLE (self->file));

  return self->packed && self->total > FREE_START + (guint64) packed * BARY_INPUT_STEEPEST;
}

gssize
bary_input_read (BaryInput     *self,
                 char          *buffer,
                 gsize          size,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr (GError) failure = NULL;
  gssize n = g_input_stream_read (self->stream, buffer, size, cancellable, &failure);

  if (n < 0)
    {
      translate_error (self, failure, error);
      return -1;
    }

  self->total += n;
  if (n == 0 && self->packed && (guint32) self->total != self->promised)
    {
      g_set_error (error, BARY_PACKAGE_ERROR, BARY_PACKAGE_ERROR_MALFORMED,
                   _("%s: the compressed file is damaged: copy it again or ask the sender for it"), self->name);
      return -1;
    }
  if (!is_too_steep (self))
    return n;

  g_set_error (error, BARY_PACKAGE_ERROR, BARY_PACKAGE_ERROR_TOO_LARGE,
               _("%s: the compressed file swells beyond any package: it is damaged or made to harm; ask the sender for it again"),
               self->name);
  return -1;
}

double
bary_input_get_progress (BaryInput *self)
{
  return self->size > 0 ? CLAMP ((double) g_seekable_tell (G_SEEKABLE (self->file)) / self->size, 0, 1) : 0;
}
