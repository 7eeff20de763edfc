#include "bary-store-source.h"

#include "bary-mapper.h"

#define BARY_TYPE_STORE_SOURCE (bary_store_source_get_type ())
G_DECLARE_FINAL_TYPE (BaryStoreSource, bary_store_source, BARY, STORE_SOURCE, GObject)

struct _BaryStoreSource {
  GObject    parent_instance;

  BaryStore *store;
  guint      counts[BARY_N_KINDS];
};

static void bary_store_source_iface_init (BaryRecordSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BaryStoreSource, bary_store_source, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (BARY_TYPE_RECORD_SOURCE, bary_store_source_iface_init))

static void
bary_store_source_finalize (GObject *object)
{
  g_clear_object (&BARY_STORE_SOURCE (object)->store);

  G_OBJECT_CLASS (bary_store_source_parent_class)->finalize (object);
}

static void
bary_store_source_class_init (BaryStoreSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bary_store_source_finalize;
}

static void
bary_store_source_init (BaryStoreSource *self)
{
}

typedef struct {
  BaryRecordVisitor  visitor;
  gpointer           user_data;
  GCancellable      *cancellable;
  guint              number;
} Walk;

static gboolean
walk_kind (BaryDatabase  *database,
           BaryKind       kind,
           Walk          *walk,
           GError       **error)
{
  const char *columns = bary_mapper_get_columns (kind);
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM \"%s\" ORDER BY id", columns, bary_kind_get_info (kind)->name);
  g_autoptr (BaryStatement) statement = bary_database_prepare (database, sql, error);
  BaryStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = bary_statement_step (statement, error)) == BARY_STEP_ROW)
    {
      g_autoptr (BaryRecord) record = bary_mapper_read (statement, kind);

      if (g_cancellable_set_error_if_cancelled (walk->cancellable, error) ||
          !walk->visitor (record, ++walk->number, walk->user_data, error))
        return FALSE;
    }
  return step == BARY_STEP_DONE;
}

static gboolean
count_kinds (BaryStoreSource  *self,
             GError          **error)
{
  for (guint kind = 0; kind < BARY_N_KINDS; kind++)
    {
      gint64 count;

      if (!bary_store_count (self->store, kind, &count, error))
        return FALSE;
      self->counts[kind] = (guint) count;
    }
  return TRUE;
}

static gboolean
bary_store_source_foreach (BaryRecordSource   *source,
                           BaryRecordVisitor   visitor,
                           gpointer            user_data,
                           GCancellable       *cancellable,
                           GError            **error)
{
  BaryDatabase *database = bary_store_get_database (BARY_STORE_SOURCE (source)->store);
  Walk walk = { visitor, user_data, cancellable, 0 };
  gboolean walked;

  if (!bary_database_execute (database, "BEGIN", error))
    return FALSE;

  walked = count_kinds (BARY_STORE_SOURCE (source), error);
  for (guint kind = 0; walked && kind < BARY_N_KINDS; kind++)
    walked = walk_kind (database, kind, &walk, error);

  bary_database_rollback (database);
  return walked;
}

static const guint *
bary_store_source_get_counts (BaryRecordSource *source)
{
  return BARY_STORE_SOURCE (source)->counts;
}

static void
bary_store_source_iface_init (BaryRecordSourceInterface *iface)
{
  iface->foreach = bary_store_source_foreach;
  iface->get_counts = bary_store_source_get_counts;
}

BaryRecordSource *
bary_store_source_new (BaryStore *store)
{
  BaryStoreSource *self = g_object_new (BARY_TYPE_STORE_SOURCE, NULL);

  self->store = g_object_ref (store);
  return BARY_RECORD_SOURCE (self);
}

char *
bary_store_dup_own_centre (BaryStore *store)
{
  g_autofree char *own = bary_store_dup_meta (store, BARY_META_OWN_CENTRE);
  g_autoptr (BaryRecord) centre = own != NULL ? bary_store_get (store, BARY_KIND_CENTRE, own, NULL) : NULL;

  return centre != NULL ? g_strdup (bary_record_get_name (centre)) : NULL;
}

char *
bary_store_dup_sender (BaryStore *store)
{
  char *centre = bary_store_dup_own_centre (store);

  return centre != NULL ? centre : g_strdup (bary_store_get_author (store));
}
