#include "bary-history-fields.h"

#include <string.h>

#define USUAL_JSON 512 /* bytes */

static const gboolean is_escaped[256] = { [0 ... 0x1f] = TRUE, ['"'] = TRUE, ['\\'] = TRUE };

/* The only JSON written by hand: an object of texts. SQLite reads it back. */
static void
append_json_text (GString    *json,
                  const char *text)
{
  if (text == NULL)
    {
      g_string_append (json, "null");
      return;
    }

  g_string_append_c (json, '"');
  while (*text != '\0')
    {
      gsize plain = 0;

      while (!is_escaped[(guchar) text[plain]])
        plain++;
      g_string_append_len (json, text, plain);
      text += plain;
      if (*text != '\0')
        g_string_append_printf (json, "\\u%04x", (guchar) *text++);
    }
  g_string_append_c (json, '"');
}

static void
append_json_member (GString    *json,
                    const char *name,
                    const char *value)
{
  g_string_append (json, json->len > 1 ? ",\"" : "\"");
  g_string_append (json, name);
  g_string_append (json, "\":");
  append_json_text (json, value);
}

char *
bary_history_compose_difference (BaryRecord *record,
                                 BaryRecord *other)
{
  const BaryKindInfo *info = record != NULL ? bary_record_get_info (record) : NULL;
  GString *json;

  if (record == NULL)
    return NULL;

  json = g_string_sized_new (USUAL_JSON);
  g_string_append_c (json, '{');
  for (guint i = 0; i < info->n_fields; i++)
    {
      const char *value = bary_record_get (record, &info->fields[i]);

      if (g_strcmp0 (value, other != NULL ? bary_record_get (other, &info->fields[i]) : NULL) != 0)
        append_json_member (json, info->fields[i].name, value);
    }
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

char *
bary_history_compose_fields (BaryRecord *record,
                             guint64     fields)
{
  const BaryKindInfo *info = bary_record_get_info (record);
  GString *json = g_string_new ("{");

  for (guint i = 0; i < info->n_fields; i++)
    {
      const char *value = bary_record_get (record, &info->fields[i]);

      if (fields != 0 ? (fields & (G_GUINT64_CONSTANT (1) << i)) != 0 : value != NULL)
        append_json_member (json, info->fields[i].name, value);
    }
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

gboolean
bary_history_fill (BaryDatabase  *database,
                   const char    *json,
                   BaryRecord    *record,
                   GError       **error)
{
  g_autoptr (BaryStatement) statement = bary_database_prepare (database, "SELECT key, value FROM json_each (?)", error);
  BaryStep step;

  if (statement == NULL)
    return FALSE;

  bary_statement_bind_text (statement, 0, json);
  while ((step = bary_statement_step (statement, error)) == BARY_STEP_ROW)
    {
      const BaryField *field = bary_kind_find_field (bary_record_get_kind (record),
                                                     bary_statement_get_text (statement, 0), error);

      if (field == NULL)
        return FALSE;
      bary_record_set (record, field, bary_statement_get_text (statement, 1));
    }
  return step == BARY_STEP_DONE;
}
