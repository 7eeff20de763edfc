#include "bary-salvage.h"

#include "bary-config.h"
#include "bary-mapper.h"
#include "bary-remains.h"
#include "bary-salvage-log.h"

#include <glib/gi18n-lib.h>

typedef struct {
  BaryStore    *store;
  BaryDatabase *database;
  BaryRemains  *remains;
  BarySalvage  *salvage;
  GHashTable   *wanted; /* id -> BaryRecord: how each is to stand */
} Work;

void
bary_salvage_clear (BarySalvage *salvage)
{
  g_clear_pointer (&salvage->missing, g_ptr_array_unref);
}

/* Returns: (transfer full) (nullable): what the store has. */
static BaryRecord *
load (Work       *work,
      const char *id)
{
  BaryRecord *record = NULL;

  for (guint kind = 0; kind < BARY_N_KINDS && record == NULL; kind++)
    bary_mapper_load (work->database, kind, id, &record, NULL);
  return record;
}

static void
miss (Work       *work,
      const char *id)
{
  const char *title = g_hash_table_lookup (work->remains->titles, id);

  g_ptr_array_add (work->salvage->missing, g_strdup (title != NULL ? title : id));
}

/* What each record is to be */

/* Returns: (transfer full) (nullable): from the history, over what the store has if not all of it is known */
static BaryRecord *
put_together (const BaryLogged *logged,
              BaryRecord       *present)
{
  const BaryKindInfo *info = bary_record_get_info (logged->record);
  BaryRecord *record;

  if (logged->whole)
    return g_object_ref (logged->record);
  if (present == NULL || bary_record_get_kind (present) != info->kind)
    return NULL;

  record = bary_record_copy (present);
  for (guint i = 0; i < info->n_fields; i++)
    if (logged->fields & (G_GUINT64_CONSTANT (1) << i))
      bary_record_set (record, &info->fields[i], bary_record_get (logged->record, &info->fields[i]));
  return record;
}

static void
decide (Work        *work,
        const char  *id,
        BaryChanges *removals)
{
  BaryRecord *row = g_hash_table_lookup (work->remains->rows, id);
  BaryLogged *logged = g_hash_table_lookup (work->remains->logged, id);
  g_autoptr (BaryRecord) present = NULL;
  g_autoptr (BaryRecord) record = NULL;

  if (row != NULL)
    {
      work->salvage->read++;
      g_hash_table_insert (work->wanted, g_strdup (id), g_object_ref (row));
      return;
    }

  present = load (work, id);
  if (logged != NULL && logged->record == NULL)
    {
      work->salvage->removed += present != NULL;
      if (present != NULL)
        bary_changes_remove (removals, present);
      return;
    }
  if (logged != NULL)
    record = put_together (logged, present);
  if (record != NULL && bary_record_validate (record, NULL))
    {
      work->salvage->logged++;
      g_hash_table_insert (work->wanted, g_strdup (id), g_steal_pointer (&record));
    }
  else if (present != NULL)
    work->salvage->kept++;
  else
    miss (work, id);
}

/* References that lead nowhere */

static gboolean
is_there (Work       *work,
          const char *id)
{
  g_autoptr (BaryRecord) present = NULL;

  if (g_hash_table_contains (work->wanted, id))
    return TRUE;

  present = load (work, id);
  return present != NULL;
}

/* Returns: whether the record can be without what is missing. */
static gboolean
clear_references (Work       *work,
                  BaryRecord *record)
{
  const BaryKindInfo *info = bary_record_get_info (record);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const BaryField *field = &info->fields[i];
      const char *target = field->type == BARY_FIELD_REFERENCE ? bary_record_get (record, field) : NULL;

      if (target == NULL || is_there (work, target))
        continue;
      if (field->flags & BARY_FIELD_REQUIRED)
        return FALSE;
      bary_record_set (record, field, NULL);
      work->salvage->cleared++;
    }
  return TRUE;
}

/* What cannot stand falls, and what leans on it, until nothing falls any more. */
static void
settle_references (Work *work)
{
  gboolean again = TRUE;

  while (again)
    {
      GHashTableIter iter;
      gpointer id, record;

      again = FALSE;
      g_hash_table_iter_init (&iter, work->wanted);
      while (g_hash_table_iter_next (&iter, &id, &record))
        if (!clear_references (work, record))
          {
            miss (work, id);
            g_hash_table_iter_remove (&iter);
            again = TRUE;
          }
    }
}

/* Writing */

static int
compare_kinds (gconstpointer a,
               gconstpointer b)
{
  BaryRecord *first = *(BaryRecord *const *) a;
  BaryRecord *second = *(BaryRecord *const *) b;

  if (bary_record_get_kind (first) != bary_record_get_kind (second))
    return bary_record_get_kind (first) < bary_record_get_kind (second) ? -1 : 1;
  return g_strcmp0 (bary_record_get_id (first), bary_record_get_id (second));
}

/* Returns: (transfer container) (element-type BaryRecord): mostly what refers after what it refers to */
static GPtrArray *
list_wanted (Work *work)
{
  GPtrArray *records = g_ptr_array_sized_new (g_hash_table_size (work->wanted));
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, work->wanted);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    g_ptr_array_add (records, record);
  g_ptr_array_sort (records, compare_kinds);
  return records;
}

static void
add_change (Work        *work,
            BaryRecord  *record,
            BaryChanges *changes)
{
  g_autoptr (BaryRecord) present = NULL;

  bary_mapper_load (work->database, bary_record_get_kind (record), bary_record_get_id (record), &present, NULL);
  if (present == NULL)
    bary_changes_add (changes, record);
  else if (!bary_record_equals (present, record))
    bary_changes_update (changes, present, record);
}

static gboolean
write_one_by_one (Work       *work,
                  GPtrArray  *records,
                  const char *name,
                  GError    **error)
{
  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (BaryChanges) changes = bary_changes_new ();
      g_autoptr (GError) failure = NULL;

      add_change (work, records->pdata[i], changes);
      if (bary_store_commit (work->store, N_("Salvage from %s"), name, changes, &failure))
        continue;
      if (failure->domain == BARY_STORE_ERROR && failure->code != BARY_STORE_ERROR_REFUSED)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      miss (work, bary_record_get_id (records->pdata[i]));
    }
  return TRUE;
}

static gboolean
write_all (Work         *work,
           BaryChanges  *removals,
           const char   *name,
           GError      **error)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (GPtrArray) records = list_wanted (work);
  g_autoptr (GError) failure = NULL;

  for (guint i = 0; i < records->len; i++)
    add_change (work, records->pdata[i], changes);
  if (!bary_store_commit (work->store, N_("Salvage from %s"), name, changes, &failure))
    {
      if (failure->domain == BARY_STORE_ERROR && failure->code != BARY_STORE_ERROR_REFUSED)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      if (!write_one_by_one (work, records, name, error))
        return FALSE;
    }

  /* What is still used stays. */
  bary_store_commit (work->store, N_("Salvage from %s"), name, removals, NULL);
  return TRUE;
}

gboolean
bary_salvage_into (BaryStore     *store,
                   const char    *damaged,
                   BarySalvage   *salvage,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr (BaryRemains) remains = bary_remains_read (damaged, bary_store_get_database (store), cancellable, error);
  g_autoptr (GHashTable) wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_autoptr (BaryChanges) removals = bary_changes_new ();
  g_autofree char *name = g_path_get_basename (damaged);
  Work work = { store, bary_store_get_database (store), remains, salvage, wanted };
  GHashTableIter iter;
  gpointer id;

  salvage->missing = g_ptr_array_new_with_free_func (g_free);
  if (remains == NULL || !bary_salvage_repeat (store, remains, &salvage->repeated, error))
    return FALSE;

  g_hash_table_iter_init (&iter, remains->titles);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    decide (&work, id, removals);
  settle_references (&work);
  return write_all (&work, removals, name, error);
}
