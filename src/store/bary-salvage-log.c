#include "bary-salvage-log.h"

#include "bary-config.h"
#include "bary-ledger.h"
#include "bary-mapper.h"
#include "bary-store-private.h"
#include "bary-text.h"

#include <glib/gi18n-lib.h>

typedef struct {
  BaryDatabase *database;
  BaryChanges  *changes;
  GHashTable   *now; /* id -> BaryRecord, or NULL: what the changes so far have made of it */
} Repeating;

static void
release (gpointer record)
{
  g_clear_object (&record);
}

/* Returns: (transfer none) (nullable) */
static BaryRecord *
get_now (Repeating              *self,
         const BaryLoggedChange *change)
{
  BaryRecord *record = NULL;

  if (!g_hash_table_contains (self->now, change->id))
    {
      bary_mapper_load (self->database, change->kind, change->id, &record, NULL);
      g_hash_table_insert (self->now, change->id, record);
    }
  return g_hash_table_lookup (self->now, change->id);
}

static void
repeat_change (Repeating              *self,
               const BaryLoggedChange *change)
{
  BaryRecord *before = get_now (self, change);
  g_autoptr (BaryRecord) after = NULL;

  if (before == NULL && !change->added)
    return;
  if (change->became == NULL)
    {
      bary_changes_remove (self->changes, before);
      g_hash_table_replace (self->now, change->id, NULL);
      return;
    }

  after = change->added ? bary_record_new (change->kind, change->id) : bary_record_copy (before);
  if (!bary_ledger_fill (self->database, change->became, after, NULL, NULL))
    return;
  if (before == NULL)
    bary_changes_add (self->changes, after);
  else
    bary_changes_update (self->changes, before, after);
  g_hash_table_replace (self->now, change->id, g_steal_pointer (&after));
}

/* Here nothing is taken back any more: what was undone or redone is an edit like others, and says so. */
static gboolean
commit (BaryStore         *store,
        const BaryAction  *action,
        BaryChanges       *changes,
        GError           **error)
{
  g_autofree char *words = bary_text_fill (_(action->name), action->subject);
  BaryAction past = *action;

  if (action->type == BARY_ACTION_UNDO || action->type == BARY_ACTION_REDO)
    {
      past.type = BARY_ACTION_EDIT;
      past.name = (char *) (action->type == BARY_ACTION_UNDO ? N_("Undone: %s") : N_("Redone: %s"));
      past.subject = words;
    }
  return bary_store_commit_past (store, &past, changes, error);
}

gboolean
bary_salvage_repeat (BaryStore          *store,
                     const BaryRemains  *remains,
                     guint              *n_actions,
                     GError            **error)
{
  for (guint i = 0; i < remains->actions->len; i++)
    {
      const BaryLoggedAction *logged = remains->actions->pdata[i];
      g_autoptr (BaryChanges) changes = bary_changes_new ();
      g_autoptr (GHashTable) now = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, release);
      g_autoptr (GError) failure = NULL;
      Repeating repeating = { bary_store_get_database (store), changes, now };

      for (guint k = 0; k < logged->changes->len; k++)
        repeat_change (&repeating, logged->changes->pdata[k]);
      if (bary_changes_get_length (changes) == 0)
        continue;
      if (commit (store, logged->action, changes, &failure))
        (*n_actions)++;
      else if (failure->domain == BARY_STORE_ERROR && failure->code != BARY_STORE_ERROR_REFUSED)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
    }
  return TRUE;
}
