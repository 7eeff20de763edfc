#include "bary-dependents.h"

typedef void (*ReferrerFunc) (BaryRecord      *referrer,
                              const BaryField *field,
                              gpointer         user_data);

typedef enum {
  REFERENCE_REQUIRED,
  REFERENCE_OPTIONAL,
  REFERENCE_PART,
} Reference;

static Reference
reference_of (const BaryField *field)
{
  if (field->flags & BARY_FIELD_PART)
    return REFERENCE_PART;
  return field->flags & BARY_FIELD_REQUIRED ? REFERENCE_REQUIRED : REFERENCE_OPTIONAL;
}

/* Calls for every record and field that refers to `record`. */
static gboolean
foreach_referrer (BaryStore     *store,
                  BaryRecord    *record,
                  Reference      reference,
                  ReferrerFunc   func,
                  gpointer       user_data,
                  GError       **error)
{
  for (BaryKind kind = 0; kind < BARY_N_KINDS; kind++)
    {
      const BaryKindInfo *info = bary_kind_get_info (kind);

      for (guint i = 0; i < info->n_fields; i++)
        {
          const BaryField *field = &info->fields[i];
          g_autoptr (BaryQuery) query = NULL;
          g_autoptr (GPtrArray) found = NULL;

          if (field->type != BARY_FIELD_REFERENCE || field->target != bary_record_get_kind (record) ||
              reference_of (field) != reference)
            continue;

          query = bary_query_new (kind);
          bary_query_where (query, field->name, bary_record_get_id (record));
          found = bary_store_select (store, query, error);
          if (found == NULL)
            return FALSE;
          for (guint j = 0; j < found->len; j++)
            func (found->pdata[j], field, user_data);
        }
    }
  return TRUE;
}

typedef struct {
  GPtrArray  *records;
  GHashTable *known; /* the same */
} Found;

static void
keep_new (BaryRecord      *referrer,
          const BaryField *field,
          gpointer         user_data)
{
  Found *found = user_data;

  if (g_hash_table_add (found->known, referrer))
    g_ptr_array_add (found->records, g_object_ref (referrer));
}

/* Some rules want one of two references, so emptying an optional one may break a record as well. */
static void
keep_broken (BaryRecord      *referrer,
             const BaryField *field,
             gpointer         user_data)
{
  g_autoptr (BaryRecord) emptied = bary_record_copy (referrer);

  bary_record_set (emptied, field, NULL);
  if (!bary_record_validate (emptied, NULL))
    keep_new (referrer, field, user_data);
}

static int
compare_kinds (gconstpointer a,
               gconstpointer b)
{
  return (int) bary_record_get_kind (*(BaryRecord **) a) - (int) bary_record_get_kind (*(BaryRecord **) b);
}

GPtrArray *
bary_dependents_collect (BaryStore   *store,
                         BaryRecord  *record,
                         GError     **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  g_autoptr (BaryRecord) live = bary_store_get (store, bary_record_get_kind (record), bary_record_get_id (record), error);
  Found found = { records, known };

  if (live == NULL)
    return NULL;

  keep_new (live, NULL, &found);
  for (guint i = 0; i < records->len; i++)
    if (!foreach_referrer (store, records->pdata[i], REFERENCE_REQUIRED, keep_new, &found, error) ||
        !foreach_referrer (store, records->pdata[i], REFERENCE_OPTIONAL, keep_broken, &found, error))
      return NULL;

  g_ptr_array_remove_index (records, 0);
  g_ptr_array_sort (records, compare_kinds);
  return g_steal_pointer (&records);
}

/* Adds those that are parts of a record, which itself goes, and the parts of these. Nothing but parts needs a part. */
static gboolean
collect_parts (BaryStore   *store,
               BaryRecord  *record,
               Found       *parts,
               GError     **error)
{
  guint first = parts->records->len;

  if (!foreach_referrer (store, record, REFERENCE_PART, keep_new, parts, error))
    return FALSE;
  for (guint i = first; i < parts->records->len; i++)
    if (!foreach_referrer (store, parts->records->pdata[i], REFERENCE_PART, keep_new, parts, error))
      return FALSE;
  return TRUE;
}

gboolean
bary_dependents_remove_parts (BaryStore    *store,
                              BaryRecord   *record,
                              BaryChanges  *changes,
                              GError      **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  Found parts = { records, known };

  if (!collect_parts (store, record, &parts, error))
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    bary_changes_remove (changes, records->pdata[i]);
  return TRUE;
}

typedef struct {
  BaryChanges *changes;
  GHashTable  *going;   /* ids */
} Removal;

static void
empty_reference (BaryRecord      *referrer,
                 const BaryField *field,
                 gpointer         user_data)
{
  Removal *removal = user_data;

  if (!g_hash_table_contains (removal->going, bary_record_get_id (referrer)))
    bary_changes_set (removal->changes, referrer, field->name, NULL);
}

BaryChanges *
bary_dependents_remove (BaryStore   *store,
                        BaryRecord  *record,
                        GPtrArray   *dependents,
                        GError     **error)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (GHashTable) going = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  Removal removal = { changes, going };
  Found parts = { records, known };

  g_hash_table_add (going, (gpointer) bary_record_get_id (record));
  for (guint i = 0; i < dependents->len; i++)
    g_hash_table_add (going, (gpointer) bary_record_get_id (dependents->pdata[i]));

  if (!collect_parts (store, record, &parts, error))
    return NULL;
  for (guint i = 0; i < dependents->len; i++)
    if (!collect_parts (store, dependents->pdata[i], &parts, error))
      return NULL;
  for (guint i = 0; i < records->len; i++)
    g_hash_table_add (going, (gpointer) bary_record_get_id (records->pdata[i]));

  if (!foreach_referrer (store, record, REFERENCE_OPTIONAL, empty_reference, &removal, error))
    return NULL;
  for (guint i = 0; i < dependents->len; i++)
    if (!foreach_referrer (store, dependents->pdata[i], REFERENCE_OPTIONAL, empty_reference, &removal, error))
      return NULL;
  for (guint i = 0; i < records->len; i++)
    if (!foreach_referrer (store, records->pdata[i], REFERENCE_OPTIONAL, empty_reference, &removal, error))
      return NULL;

  for (guint i = 0; i < records->len; i++)
    bary_changes_remove (changes, records->pdata[i]);
  for (guint i = dependents->len; i > 0; i--)
    bary_changes_remove (changes, dependents->pdata[i - 1]);
  bary_changes_remove (changes, record);
  return g_steal_pointer (&changes);
}
