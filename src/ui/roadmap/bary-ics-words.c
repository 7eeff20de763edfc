#include "bary-ics-words.h"

#include "bary-config.h"
#include "bary-kinds.h"

#include <glib/gi18n-lib.h>

/* Returns: (transfer full): «Сроки: 12 мая → 19 мая» */
static char *
describe_set (BaryStore        *store,
              const BaryChange *change)
{
  g_autoptr (BaryRecord) record = bary_store_get (store, change->kind, change->id, NULL);
  g_autofree char *was = bary_field_to_words (change->field, record != NULL ? bary_record_get (record, change->field) : NULL);
  g_autofree char *now = bary_field_to_words (change->field, change->value);

  /* Translators: what changes in an event: 1: a field, 2: what it holds, 3: what it will hold */
  return g_strdup_printf (_("%1$s: %2$s → %3$s"), bary_field_get_label (change->field), was != NULL && *was != '\0' ? was : "–",
                          now != NULL && *now != '\0' ? now : "–");
}

char *
bary_ics_describe_changes (BaryStore            *store,
                           const BaryChanges    *changes,
                           const BaryIcsOutcome *outcome)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = outcome->first; i < outcome->end; i++)
    {
      const BaryChange *change = bary_changes_get (changes, i);

      if (change->kind == BARY_KIND_EVENT && change->operation == BARY_CHANGE_ADD)
        g_ptr_array_add (words, g_strdup (BARY_EVENT (change->record)->dates));
      else if (change->kind == BARY_KIND_EVENT && change->operation == BARY_CHANGE_SET)
        g_ptr_array_add (words, describe_set (store, change));
    }
  g_ptr_array_add (words, NULL);
  return g_strjoinv (" · ", (char **) words->pdata);
}

BaryRecord *
bary_ics_imagine_event (BaryStore            *store,
                        const BaryChanges    *changes,
                        const BaryIcsOutcome *outcome)
{
  g_autoptr (BaryRecord) record = NULL;

  for (guint i = outcome->first; i < outcome->end; i++)
    {
      const BaryChange *change = bary_changes_get (changes, i);
      g_autoptr (BaryRecord) is = NULL;

      if (change->kind != BARY_KIND_EVENT || change->operation == BARY_CHANGE_REMOVE)
        continue;
      if (change->operation == BARY_CHANGE_ADD)
        return g_object_ref (change->record);
      is = record == NULL ? bary_store_get (store, BARY_KIND_EVENT, change->id, NULL) : NULL;
      if (is != NULL)
        record = bary_record_copy (is);
      if (record != NULL)
        bary_record_set (record, change->field, change->value);
    }
  return g_steal_pointer (&record);
}
