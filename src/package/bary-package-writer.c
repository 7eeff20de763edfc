#include "bary-package-writer.h"

#include "bary-config.h"
#include "bary-edit-writer.h"
#include "bary-grammar.h"
#include "bary-new-file.h"
#include "bary-package-error.h"
#include "bary-seal.h"

#include <errno.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define BUFFER (64 * 1024)
#define SEAL_END "</signature>\n"
#define PACKAGE_END "</package>\n"

typedef struct {
  char          *name; /* for messages */
  BaryNewFile    file;
  GOutputStream *stream;
  GString       *buffer;
  GCancellable  *cancellable;

  BaryManifest       *manifest;
  BaryRecordSource   *records; /* NULL: edits are written */
  BaryEditSource     *edits;
  gboolean            begun;  /* the head is written */
  BarySeal           *seal;
  guint64             n_bytes; /* that have left the buffer */
  guint64             omitted[BARY_N_KINDS]; /* a bit for each field */
} Writer;

static void
writer_clear (Writer *self)
{
  g_clear_pointer (&self->seal, bary_seal_free);
  g_clear_object (&self->stream);
  bary_new_file_clear (&self->file);
  g_free (self->name);
  g_string_free (self->buffer, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writer, writer_clear)

static gboolean
refuse (Writer      *self,
        const char  *reason,
        GError     **error)
{
  g_autofree char *file = g_filename_display_name (self->name);

  g_set_error (error, BARY_PACKAGE_ERROR, BARY_PACKAGE_ERROR_IO,
               /* Translators: 1: a file, 2: what the system says */
               _("%1$s: the package cannot be written (%2$s): free some space or choose another folder; nothing was written"),
               file, reason);
  return FALSE;
}

static gboolean
flush (Writer  *self,
       GError **error)
{
  g_autoptr (GError) failure = NULL;

  bary_seal_feed (self->seal, self->buffer->str, self->buffer->len);
  if (!g_output_stream_write_all (self->stream, self->buffer->str, self->buffer->len, NULL, self->cancellable, &failure))
    {
      if (!g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return refuse (self, failure->message, error);
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  self->n_bytes += self->buffer->len;
  g_string_truncate (self->buffer, 0);
  return TRUE;
}

static gboolean
create (Writer      *self,
        const char  *path,
        GError     **error)
{
  self->name = g_strdup (path);
  if (!bary_new_file_open (&self->file, path))
    return refuse (self, g_strerror (errno), error);

  self->stream = g_unix_output_stream_new (self->file.fd, FALSE);
  if (g_str_has_suffix (path, ".gz"))
    {
      g_autoptr (GConverter) deflate = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1));
      g_autoptr (GOutputStream) plain = g_steal_pointer (&self->stream);

      self->stream = g_converter_output_stream_new (plain, deflate);
    }
  return TRUE;
}

static gboolean
settle (Writer  *self,
        GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (!g_output_stream_close (self->stream, NULL, &failure))
    return refuse (self, failure->message, error);
  return bary_new_file_publish (&self->file) || refuse (self, g_strerror (errno), error);
}

/* XML */

static void
append_element (GString    *out,
                const char *indent,
                const char *name,
                const char *text)
{
  if (text == NULL)
    return;

  g_string_append (out, indent);
  g_string_append_c (out, '<');
  g_string_append (out, name);
  g_string_append_c (out, '>');
  bary_xml_append_escaped (out, text);
  g_string_append (out, "</");
  g_string_append (out, name);
  g_string_append (out, ">\n");
}

/* An element with attributes: pairs of a name and a value, a NULL name ends them; those without a value are left out. */
static void G_GNUC_NULL_TERMINATED
append_note (GString    *out,
             const char *name,
             const char *text,
             ...)
{
  const char *attribute;
  va_list arguments;

  g_string_append_printf (out, "    <%s", name);
  va_start (arguments, text);
  while ((attribute = va_arg (arguments, const char *)) != NULL)
    {
      const char *value = va_arg (arguments, const char *);

      if (value != NULL)
        g_string_append_printf (out, " %s=\"%s\"", attribute, value);
    }
  va_end (arguments);
  g_string_append_c (out, '>');
  bary_xml_append_escaped (out, text);
  g_string_append_printf (out, "</%s>\n", name);
}

static void
append_parties (GString            *out,
                const BaryManifest *manifest)
{
  append_note (out, "sender", manifest->sender, "id", manifest->sender_id, "centre", manifest->centre, "key", manifest->key, NULL);
  if (manifest->former_key != NULL)
    append_note (out, "former_key", manifest->former_key, "voucher", manifest->voucher, NULL);
  if (manifest->addressee != NULL)
    append_note (out, "addressee", manifest->addressee, "id", manifest->addressee_id, NULL);
}

static void
append_contents (GString            *out,
                 const BaryManifest *manifest,
                 const guint        *counts)
{
  if (manifest->answer != NULL)
    append_note (out, "answer", manifest->answer->reason != NULL ? manifest->answer->reason : "",
                 "package", manifest->answer->package, "outcome", manifest->answer->outcome,
                 "moment", manifest->answer->moment, NULL);
  for (guint i = 0; i < manifest->replicas->len; i++)
    bary_edit_append_replica (out, manifest->replicas->pdata[i]);
  for (guint i = 0; i < manifest->omissions->len; i++)
    {
      const BaryPackageOmission *omission = manifest->omissions->pdata[i];

      append_note (out, "omitted", omission->field, "kind", omission->kind, NULL);
    }
  for (guint kind = 0; counts != NULL && kind < BARY_N_KINDS; kind++)
    if (counts[kind] > 0)
      g_string_append_printf (out, "    <count kind=\"%s\">%u</count>\n", bary_kind_get_info (kind)->name, counts[kind]);
}

static void
append_head (GString            *out,
             const BaryManifest *manifest,
             const guint        *counts)
{
  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  g_string_append_printf (out, "<package xmlns=\"%s\" id=\"%s\" kind=\"%s\" created=\"%s\">\n",
                          BARY_PACKAGE_NAMESPACE, manifest->id, manifest->kind, manifest->created);
  g_string_append (out, "  <manifest>\n");
  append_parties (out, manifest);
  append_element (out, "    ", "source", manifest->source);
  if (manifest->sequence > 0)
    g_string_append_printf (out, "    <sequence>%" G_GUINT64_FORMAT "</sequence>\n", manifest->sequence);
  append_element (out, "    ", "subject", manifest->subject);
  append_contents (out, manifest, counts);
  for (guint i = 0; i < manifest->remarks->len; i++)
    {
      const BaryPackageRemark *remark = manifest->remarks->pdata[i];

      append_note (out, "remark", remark->text, "record", remark->record, NULL);
    }
  g_string_append (out, "  </manifest>\n  <records>\n");
}

/* The source knows how many records there are once it gives the first. */
static void
begin (Writer *self)
{
  if (!self->begun)
    append_head (self->buffer, self->manifest, self->records != NULL ? bary_record_source_get_counts (self->records) : NULL);
  self->begun = TRUE;
}

static gboolean
write_record (BaryRecord  *record,
              guint        line,
              gpointer     user_data,
              GError     **error)
{
  Writer *self = user_data;
  const BaryKindInfo *info = bary_record_get_info (record);

  begin (self);
  g_string_append_printf (self->buffer, "    <%s id=\"%s\">\n", info->name, bary_record_get_id (record));
  for (guint i = 0; i < info->n_fields; i++)
    if (!(self->omitted[info->kind] & (G_GUINT64_CONSTANT (1) << i)))
      append_element (self->buffer, "      ", info->fields[i].name, bary_record_get (record, &info->fields[i]));
  g_string_append_printf (self->buffer, "    </%s>\n", info->name);

  return self->buffer->len < BUFFER || flush (self, error);
}

/* Edits */

static gboolean
write_edit (const BarySentEdit  *edit,
            guint                line,
            gpointer             user_data,
            GError             **error)
{
  Writer *self = user_data;

  bary_edit_append (self->buffer, edit);
  return self->buffer->len < BUFFER || flush (self, error);
}

static gboolean
write_knowledge (const BarySentKnowledge  *knowledge,
                 gpointer                  user_data,
                 GError                  **error)
{
  Writer *self = user_data;

  bary_edit_append_knowledge (self->buffer, knowledge);
  return self->buffer->len < BUFFER || flush (self, error);
}

static gboolean
write_edits (Writer  *self,
             GError **error)
{
  static const BaryEditVisitor visitor = { write_edit, write_knowledge };

  g_string_append (self->buffer, "  <edits>\n");
  if (!bary_edit_source_foreach (self->edits, &visitor, self, self->cancellable, error))
    return FALSE;
  g_string_append (self->buffer, "  </edits>\n");
  return TRUE;
}

/* What follows is known, the digits of the size itself included. */
static void
append_size (Writer *self)
{
  gsize seal = self->manifest->signer != NULL ? strlen ("  " BARY_SEAL_TAG SEAL_END) + BARY_SEAL_LENGTH : 0;
  guint64 rest = self->n_bytes + self->buffer->len + seal + strlen (PACKAGE_END);
  g_autofree char *line = NULL;
  guint64 size = 0;

  for (guint64 sum = rest; sum != size; sum = rest + strlen (line))
    {
      size = sum;
      g_free (line);
      line = g_strdup_printf ("  <size>%" G_GUINT64_FORMAT "</size>\n", size);
    }
  g_string_append (self->buffer, line);
}

static gboolean
sign (Writer  *self,
      GError **error)
{
  g_autofree char *signature = NULL;

  if (self->manifest->signer == NULL)
    return TRUE;

  g_string_append (self->buffer, "  ");
  if (!flush (self, error))
    return FALSE;
  signature = bary_seal_sign (self->seal, self->manifest->signer);
  g_string_append_printf (self->buffer, BARY_SEAL_TAG "%s" SEAL_END, signature);
  return TRUE;
}

static gboolean
write_package (Writer              *self,
               BaryManifest        *manifest,
               GError             **error)
{
  self->manifest = manifest;
  self->seal = bary_seal_new ();
  bary_manifest_mask_omissions (manifest, self->omitted);
  if (self->records != NULL && !bary_record_source_foreach (self->records, write_record, self, self->cancellable, error))
    return FALSE;

  begin (self);
  g_string_append (self->buffer, "  </records>\n");
  if (self->edits != NULL && !write_edits (self, error))
    return FALSE;
  append_size (self);
  if (!sign (self, error))
    return FALSE;
  g_string_append (self->buffer, PACKAGE_END);
  if (!flush (self, error))
    return FALSE;

  g_free (manifest->digest);
  manifest->digest = bary_seal_dup_digest (self->seal);
  return TRUE;
}

gboolean
bary_package_write (const char          *path,
                    BaryManifest        *manifest,
                    BaryRecordSource    *records,
                    GCancellable        *cancellable,
                    GError             **error)
{
  g_auto (Writer) writer = { .file = BARY_NEW_FILE_INIT, .buffer = g_string_sized_new (2 * BUFFER), .cancellable = cancellable };

  g_return_val_if_fail (path != NULL && manifest != NULL, FALSE);

  writer.records = records;
  return create (&writer, path, error) &&
         write_package (&writer, manifest, error) &&
         settle (&writer, error);
}

static void
announce_replicas (BaryManifest   *manifest,
                   BaryEditSource *edits)
{
  GPtrArray *replicas = bary_edit_source_get_replicas (edits);

  g_free (manifest->kind);
  manifest->kind = g_strdup ("changes");
  g_ptr_array_set_size (manifest->replicas, 0);
  for (guint i = 0; i < replicas->len; i++)
    {
      const BaryReplica *replica = replicas->pdata[i];

      g_ptr_array_add (manifest->replicas, bary_replica_new (replica->id, replica->name, replica->centre, replica->base,
                                                             replica->holds));
    }
}

gboolean
bary_package_write_changes (const char      *path,
                            GOutputStream   *stream,
                            BaryManifest    *manifest,
                            BaryEditSource  *edits,
                            GCancellable    *cancellable,
                            GError         **error)
{
  g_auto (Writer) writer = { .file = BARY_NEW_FILE_INIT, .buffer = g_string_sized_new (2 * BUFFER), .cancellable = cancellable };

  g_return_val_if_fail (path != NULL && manifest != NULL && BARY_IS_EDIT_SOURCE (edits), FALSE);

  announce_replicas (manifest, edits);
  writer.edits = edits;
  if (stream == NULL)
    return create (&writer, path, error) && write_package (&writer, manifest, error) && settle (&writer, error);

  writer.name = g_strdup (path);
  writer.stream = g_object_ref (stream);
  return write_package (&writer, manifest, error);
}

gboolean
bary_package_write_stream (GOutputStream       *stream,
                           const char          *name,
                           BaryManifest        *manifest,
                           BaryRecordSource    *records,
                           GCancellable        *cancellable,
                           GError             **error)
{
  g_auto (Writer) writer = { .file = BARY_NEW_FILE_INIT, .buffer = g_string_sized_new (2 * BUFFER), .cancellable = cancellable };

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream) && name != NULL && manifest != NULL, FALSE);

  writer.name = g_strdup (name);
  writer.stream = g_object_ref (stream);
  writer.records = records;
  return write_package (&writer, manifest, error);
}
