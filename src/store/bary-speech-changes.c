#include "bary-speech-changes.h"

#include "bary-kinds.h"

static gboolean
place (BaryStore       *store,
       const BaryPanel *panel,
       guint            application,
       guint            ordinal,
       BaryChanges     *changes,
       GError         **error)
{
  const BaryPanelSpeech *speech = bary_panel_find_speech (panel, application);
  g_autofree char *number = g_strdup_printf ("%u", ordinal);
  g_autoptr (BaryRecord) record = NULL;

  if (speech == NULL)
    {
      record = bary_record_new (BARY_KIND_SPEECH, NULL);
      bary_record_set_all (record, "application", bary_panel_application (panel, application)->id, "ordinal", number, NULL);
      bary_changes_add (changes, record);
      return TRUE;
    }
  record = bary_store_get (store, BARY_KIND_SPEECH, speech->id, error);
  if (record != NULL && speech->ordinal != ordinal)
    bary_changes_set (changes, record, "ordinal", number);
  return record != NULL;
}

static gboolean
contains (const GArray *order,
          guint         application)
{
  for (guint i = 0; i < order->len; i++)
    if (g_array_index (order, guint, i) == application)
      return TRUE;

  return FALSE;
}

BaryChanges *
bary_speech_changes_order (BaryStore        *store,
                           const BaryPanel  *panel,
                           const GArray     *order,
                           GError          **error)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();

  for (guint i = 0; i < order->len; i++)
    if (!place (store, panel, g_array_index (order, guint, i), i + 1, changes, error))
      return NULL;
  for (guint i = 0; i < panel->speeches->len; i++)
    {
      const BaryPanelSpeech *speech = bary_panel_speech (panel, i);
      g_autoptr (BaryRecord) record = NULL;

      if (contains (order, speech->application))
        continue;
      record = bary_store_get (store, BARY_KIND_SPEECH, speech->id, error);
      if (record == NULL)
        return NULL;
      bary_changes_remove (changes, record);
    }
  return g_steal_pointer (&changes);
}
