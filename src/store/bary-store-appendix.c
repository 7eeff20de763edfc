#include "bary-store-appendix.h"

#include "bary-config.h"
#include "bary-kinds.h"

#include <glib/gi18n-lib.h>

GBytes *
bary_store_read_appendix (BaryStore   *self,
                          BaryRecord  *appendix,
                          GError     **error)
{
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_APPENDIX_CHUNK);
  g_autoptr (GPtrArray) chunks = NULL;
  g_autoptr (GByteArray) contents = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *sum = NULL;

  bary_query_where (query, "appendix", bary_record_get_id (appendix));
  bary_query_sort (query, "ordinal", FALSE);
  chunks = bary_store_select (self, query, error);
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
               _("“%s” is not what came in: its SHA-256 is another; ask the applicant for the file"), bary_record_get_name (appendix));
  return NULL;
}
