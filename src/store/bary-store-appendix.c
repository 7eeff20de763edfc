#include "bary-store-appendix.h"

#include "bary-config.h"
#include "bary-kinds.h"

#include <glib/gi18n-lib.h>

#define CHUNK 75000 /* bytes: 100,000 characters of Base64 */

static void
add_chunks (BaryRecord  *appendix,
            GBytes      *bytes,
            BaryChanges *changes)
{
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);

  for (gsize start = 0; start < length; start += CHUNK)
    {
      g_autoptr (BaryRecord) chunk = bary_record_new (BARY_KIND_APPENDIX_CHUNK, NULL);
      g_autofree char *text = g_base64_encode (data + start, MIN (CHUNK, length - start));
      g_autofree char *ordinal = g_strdup_printf ("%u", (guint) (start / CHUNK) + 1);

      bary_record_set_all (chunk, "appendix", bary_record_get_id (appendix), "ordinal", ordinal, "data", text, NULL);
      bary_changes_add (changes, chunk);
    }
}

void
bary_store_add_appendix (BaryRecord  *appendix,
                         GBytes      *bytes,
                         BaryChanges *changes)
{
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autofree char *size = g_strdup_printf ("%u", (guint) ((g_bytes_get_size (bytes) + 1023) / 1024));

  bary_record_set_all (appendix, "sha256", sum, "kibibytes", size, NULL);
  bary_changes_add (changes, appendix);
  add_chunks (appendix, bytes, changes);
}

GBytes *
bary_store_read_appendix (BaryStore   *self,
                          BaryRecord  *appendix,
                          GError     **error)
{
  g_autoptr (GPtrArray) chunks =
    bary_store_select_parts (self, BARY_KIND_APPENDIX_CHUNK, "appendix", bary_record_get_id (appendix), error);
  g_autoptr (GByteArray) contents = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *sum = NULL;

  if (chunks == NULL)
    return NULL;

  for (guint i = 0; i < chunks->len; i++)
    {
      gsize length;
      g_autofree guchar *data = g_base64_decode (BARY_APPENDIX_CHUNK (chunks->pdata[i])->data, &length);

      g_byte_array_append (contents, data, (guint) length);
    }
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&contents));
  sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (g_strcmp0 (sum, BARY_APPENDIX (appendix)->sha256) == 0)
    return g_steal_pointer (&bytes);

  g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_REFUSED,
               /* Translators: %s: a file */
               _("“%s” is not what came in: its SHA-256 is another; ask for the file again"), bary_record_get_name (appendix));
  return NULL;
}
