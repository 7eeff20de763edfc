#include "bary-live.h"

#include "bary-mapper.h"

#define FIRST_LIMIT 256

struct _BaryLive {
  BaryDatabase *database;              /* (unowned) */
  GHashTable   *records[BARY_N_KINDS]; /* id -> GWeakRef */
  guint         limits[BARY_N_KINDS];  /* beyond this many the dead ones are swept out */
};

static void
weak_free (GWeakRef *weak)
{
  g_weak_ref_clear (weak);
  g_free (weak);
}

BaryLive *
bary_live_new (BaryDatabase *database)
{
  BaryLive *self = g_new0 (BaryLive, 1);

  self->database = database;
  for (guint kind = 0; kind < BARY_N_KINDS; kind++)
    {
      self->records[kind] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) weak_free);
      self->limits[kind] = FIRST_LIMIT;
    }
  return self;
}

void
bary_live_free (BaryLive *self)
{
  for (guint kind = 0; kind < BARY_N_KINDS; kind++)
    g_hash_table_unref (self->records[kind]);
  g_free (self);
}

static gboolean
is_dead (gpointer key,
         gpointer value,
         gpointer user_data)
{
  g_autoptr (GObject) object = g_weak_ref_get (value);

  return object == NULL;
}

static void
keep (BaryLive   *self,
      BaryRecord *record)
{
  BaryKind kind = bary_record_get_kind (record);
  GHashTable *records = self->records[kind];
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  if (g_hash_table_size (records) >= self->limits[kind])
    {
      g_hash_table_foreach_remove (records, is_dead, NULL);
      self->limits[kind] = MAX (FIRST_LIMIT, 2 * g_hash_table_size (records));
    }

  g_weak_ref_init (weak, record);
  g_hash_table_replace (records, g_strdup (bary_record_get_id (record)), weak);
}

BaryRecord *
bary_live_find (BaryLive   *self,
                BaryKind    kind,
                const char *id)
{
  GWeakRef *weak = g_hash_table_lookup (self->records[kind], id);

  return weak != NULL ? g_weak_ref_get (weak) : NULL;
}

static void
copy_values (BaryRecord *from,
             BaryRecord *to)
{
  const BaryKindInfo *info = bary_record_get_info (from);

  g_object_freeze_notify (G_OBJECT (to));
  for (guint i = 0; i < info->n_fields; i++)
    bary_record_set (to, &info->fields[i], bary_record_get (from, &info->fields[i]));
  g_object_thaw_notify (G_OBJECT (to));
}

BaryRecord *
bary_live_adopt (BaryLive   *self,
                 BaryRecord *record)
{
  BaryRecord *live = bary_live_find (self, bary_record_get_kind (record), bary_record_get_id (record));

  if (live == NULL)
    {
      keep (self, record);
      return record;
    }

  copy_values (record, live);
  g_object_unref (record);
  return live;
}

void
bary_live_follow (BaryLive   *self,
                  BaryKind    kind,
                  const char *id,
                  BaryRecord *present)
{
  g_autoptr (BaryRecord) live = bary_live_find (self, kind, id);

  if (live == NULL)
    return;

  if (present != NULL)
    copy_values (present, live);
  else
    g_hash_table_remove (self->records[kind], id);
}

gboolean
bary_live_refresh (BaryLive    *self,
                   BaryKind     kind,
                   const char  *id,
                   GError     **error)
{
  g_autoptr (BaryRecord) live = bary_live_find (self, kind, id);
  g_autoptr (BaryRecord) present = NULL;

  if (live == NULL)
    return TRUE;
  if (!bary_mapper_load (self->database, kind, id, &present, error))
    return FALSE;

  bary_live_follow (self, kind, id, present);
  return TRUE;
}

/* Listeners may look up others meanwhile, so the table is not walked while they are told. */
static GPtrArray *
collect (BaryLive *self)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint kind = 0; kind < BARY_N_KINDS; kind++)
    {
      GHashTableIter iter;
      gpointer weak;

      g_hash_table_iter_init (&iter, self->records[kind]);
      while (g_hash_table_iter_next (&iter, NULL, &weak))
        {
          BaryRecord *record = g_weak_ref_get (weak);

          if (record != NULL)
            g_ptr_array_add (all, record);
        }
    }
  return all;
}

gboolean
bary_live_refresh_all (BaryLive  *self,
                       GError   **error)
{
  g_autoptr (GPtrArray) all = collect (self);

  for (guint i = 0; i < all->len; i++)
    {
      BaryRecord *record = all->pdata[i];

      if (!bary_live_refresh (self, bary_record_get_kind (record), bary_record_get_id (record), error))
        return FALSE;
    }
  return TRUE;
}
