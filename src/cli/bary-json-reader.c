#include "bary-json-reader.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

#define LONGEST_QUOTATION 60

gboolean
bary_json_refuse (const BaryJsonScan  *scan,
                  const char          *place,
                  const char          *what,
                  GError             **error)
{
  g_set_error (error, BARY_JSON_ERROR, BARY_JSON_ERROR_REFUSED,
               /* Translators: a file, the number of a line, what is wrong there */
               _("%s, line %u: %s"), scan->name, bary_json_scan_get_line (scan, place), what);
  return FALSE;
}

gboolean
bary_json_refuse_value (const BaryJsonScan   *scan,
                        const BaryJsonValue  *value,
                        const char           *pattern,
                        GError              **error)
{
  glong length = MIN (LONGEST_QUOTATION, g_utf8_strlen (value->start, value->length));
  g_autofree char *text = g_utf8_substring (value->start, 0, length);
  g_autoptr (GString) what = g_string_new (pattern);

  g_string_replace (what, "%s", text, 1);
  return bary_json_refuse (scan, value->start, what->str, error);
}

gboolean
bary_json_value_is_nothing (const BaryJsonValue *value)
{
  return value->type == BARY_JSON_NONE || value->type == BARY_JSON_NULL;
}

gboolean
bary_json_read_array (BaryJsonScan         *scan,
                      const char           *start,
                      const char           *what,
                      BaryJsonReadElement   read,
                      gpointer              reader,
                      GError              **error)
{
  GError *failed = NULL;

  scan->at = start;
  if (bary_json_scan_peek (scan) != BARY_JSON_ARRAY && bary_json_scan_peek (scan) != BARY_JSON_NONE)
    return bary_json_refuse (scan, start, what, error);
  if (!bary_json_scan_enter (scan, BARY_JSON_ARRAY, error))
    return FALSE;
  while (bary_json_scan_next (scan, &failed))
    if (!read (reader, error))
      return FALSE;
  if (failed != NULL)
    g_propagate_error (error, failed);
  return failed == NULL;
}
