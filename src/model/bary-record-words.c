#include "bary-record-words.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

char *
bary_record_value_to_words (const BaryField  *field,
                            const char       *value,
                            BaryRecordLookup  lookup,
                            gpointer          keeper)
{
  g_autoptr (BaryRecord) target = NULL;

  if (field->type != BARY_FIELD_REFERENCE || value == NULL)
    return bary_field_to_words (field, value);

  target = lookup (keeper, field->target, value);
  return target != NULL ? bary_record_to_words (target, lookup, keeper) : g_strdup (value);
}

char *
bary_record_to_words (BaryRecord       *record,
                      BaryRecordLookup  lookup,
                      gpointer          keeper)
{
  const BaryKindInfo *info = bary_record_get_info (record);
  const char *name = bary_record_get_name (record);
  g_autoptr (GString) joined = NULL;

  if (name != NULL)
    return g_strdup (name);

  joined = g_string_new (NULL);
  for (guint i = 0; i < info->n_fields; i++)
    {
      const BaryField *field = &info->fields[i];
      g_autofree char *words = NULL;

      if (!(field->flags & BARY_FIELD_REQUIRED) || bary_record_get (record, field) == NULL)
        continue;
      words = bary_record_value_to_words (field, bary_record_get (record, field), lookup, keeper);
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? " · " : "", words);
    }

  return g_strdup (joined->len > 0 ? joined->str : _(info->label));
}
