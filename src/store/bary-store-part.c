#include "bary-store-part.h"

#include "bary-mapper.h"
#include "bary-store-private.h"

#include <string.h>

#define BARY_TYPE_STORE_PART (bary_store_part_get_type ())
G_DECLARE_FINAL_TYPE (BaryStorePart, bary_store_part, BARY, STORE_PART, GObject)

struct _BaryStorePart {
  GObject     parent_instance;

  BaryStore  *store;
  gboolean    contents[BARY_N_KINDS];
  gboolean    along[BARY_N_KINDS];
  int         kind;
  char       *subject;                 /* NULL: everything of the contents */
  GHashTable *chosen[BARY_N_KINDS];    /* ids, once gathered */
  guint       counts[BARY_N_KINDS];
};

static void bary_store_part_source_init (BaryRecordSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BaryStorePart, bary_store_part, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (BARY_TYPE_RECORD_SOURCE, bary_store_part_source_init))

static void
bary_store_part_finalize (GObject *object)
{
  BaryStorePart *self = BARY_STORE_PART (object);

  for (guint kind = 0; kind < BARY_N_KINDS; kind++)
    g_hash_table_unref (self->chosen[kind]);
  g_clear_object (&self->store);
  g_free (self->subject);

  G_OBJECT_CLASS (bary_store_part_parent_class)->finalize (object);
}

static void
bary_store_part_class_init (BaryStorePartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bary_store_part_finalize;
}

static void
bary_store_part_init (BaryStorePart *self)
{
  for (guint kind = 0; kind < BARY_N_KINDS; kind++)
    self->chosen[kind] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* Gathering: ids that were not chosen before are put on the queue, whose turn it is to be followed. */

typedef struct {
  BaryKind kind;
  char    *id;
} Found;

static void
found_free (gpointer data)
{
  Found *found = data;

  g_free (found->id);
  g_free (found);
}

static void
choose (BaryStorePart *self,
        GQueue        *queue,
        BaryKind       kind,
        const char    *id)
{
  Found *found;

  if (!self->contents[kind] || !g_hash_table_add (self->chosen[kind], g_strdup (id)))
    return;

  found = g_new0 (Found, 1);
  found->kind = kind;
  found->id = g_strdup (id);
  g_queue_push_tail (queue, found);
}

/* A sheet that is being written is nobody else's business. */
static const char *
get_condition (BaryKind kind)
{
  return kind == BARY_KIND_SCORE_SHEET ? " AND state <> 'draft'" : "";
}

static gboolean
choose_where (BaryStorePart    *self,
              GQueue           *queue,
              BaryKind          kind,
              const BaryField  *field,
              const char       *target,
              GError          **error)
{
  g_autofree char *sql = field != NULL
                           ? g_strdup_printf ("SELECT id FROM \"%s\" WHERE \"%s\" = ?%s", bary_kind_get_info (kind)->name, field->name,
                                              get_condition (kind))
                           : g_strdup_printf ("SELECT id FROM \"%s\"", bary_kind_get_info (kind)->name);
  g_autoptr (BaryStatement) statement = bary_database_prepare (bary_store_get_database (self->store), sql, error);
  BaryStep step;

  if (statement == NULL)
    return FALSE;

  if (field != NULL)
    bary_statement_bind_text (statement, 0, target);
  while ((step = bary_statement_step (statement, error)) == BARY_STEP_ROW)
    choose (self, queue, kind, bary_statement_get_text (statement, 0));
  return step == BARY_STEP_DONE;
}

/* What refers to a record, but for others of its own kind: what was copied from it is no part of it.
 * @parts_only: only by the first reference of a kind, which tells what its records are parts of */
static gboolean
follow_referrers (BaryStorePart   *self,
                  GQueue          *queue,
                  const Found     *found,
                  const gboolean  *kinds,
                  gboolean         parts_only,
                  GError         **error)
{
  for (guint kind = 0; kind < BARY_N_KINDS; kind++)
    {
      const BaryKindInfo *info = bary_kind_get_info (kind);
      guint n_references = 0;

      for (guint i = 0; kinds[kind] && kind != found->kind && i < info->n_fields; i++)
        if (info->fields[i].type == BARY_FIELD_REFERENCE && (n_references++ == 0 || !parts_only) &&
            info->fields[i].target == found->kind && !choose_where (self, queue, kind, &info->fields[i], found->id, error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
follow_down (BaryStorePart  *self,
             GQueue         *queue,
             const Found    *found,
             GError        **error)
{
  return follow_referrers (self, queue, found, self->contents, FALSE, error);
}

/* What a contest was copied from goes its own way. */
static gboolean
is_origin (BaryKind         kind,
           const BaryField *field)
{
  return kind == BARY_KIND_CONTEST && field->target == BARY_KIND_CONTEST;
}

/* What a record refers to. */
static gboolean
follow_up (BaryStorePart  *self,
           GQueue         *queue,
           const Found    *found,
           GError        **error)
{
  const BaryKindInfo *info = bary_kind_get_info (found->kind);
  g_autoptr (BaryRecord) record = NULL;

  if (!bary_mapper_load (bary_store_get_database (self->store), found->kind, found->id, &record, error))
    return FALSE;

  for (guint i = 0; record != NULL && i < info->n_fields; i++)
    if (info->fields[i].type == BARY_FIELD_REFERENCE && bary_record_get (record, &info->fields[i]) != NULL &&
        !is_origin (found->kind, &info->fields[i]))
      choose (self, queue, info->fields[i].target, bary_record_get (record, &info->fields[i]));

  return follow_referrers (self, queue, found, self->along, TRUE, error);
}

typedef gboolean (*Follow) (BaryStorePart *self,
                            GQueue        *queue,
                            const Found   *found,
                            GError       **error);

/* Returns: (transfer full) (nullable): all that was followed. */
static GPtrArray *
follow (BaryStorePart  *self,
        GQueue         *queue,
        Follow          step,
        GError        **error)
{
  g_autoptr (GPtrArray) followed = g_ptr_array_new_with_free_func (found_free);
  Found *found;

  while ((found = g_queue_pop_head (queue)) != NULL)
    {
      g_ptr_array_add (followed, found);
      if (!step (self, queue, found, error))
        return NULL;
    }
  return g_steal_pointer (&followed);
}

static gboolean
gather_subject (BaryStorePart  *self,
                GQueue         *queue,
                GError        **error)
{
  g_autoptr (GPtrArray) down = NULL;
  g_autoptr (GPtrArray) up = NULL;

  choose (self, queue, self->kind, self->subject);
  down = follow (self, queue, follow_down, error);
  if (down == NULL)
    return FALSE;

  g_ptr_array_set_free_func (down, NULL);
  for (guint i = 0; i < down->len; i++)
    g_queue_push_tail (queue, down->pdata[i]);
  up = follow (self, queue, follow_up, error);
  return up != NULL;
}

static gboolean
gather (BaryStorePart  *self,
        GError        **error)
{
  GQueue queue = G_QUEUE_INIT;
  gboolean gathered = TRUE;

  for (guint kind = 0; kind < BARY_N_KINDS; kind++)
    g_hash_table_remove_all (self->chosen[kind]);
  if (self->subject != NULL)
    gathered = gather_subject (self, &queue, error);
  for (guint kind = 0; gathered && self->subject == NULL && kind < BARY_N_KINDS; kind++)
    gathered = !self->contents[kind] || choose_where (self, &queue, kind, NULL, NULL, error);

  g_queue_clear_full (&queue, found_free);
  for (guint kind = 0; kind < BARY_N_KINDS; kind++)
    self->counts[kind] = g_hash_table_size (self->chosen[kind]);
  return gathered;
}

/* Giving */

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
walk_kind (BaryStorePart      *self,
           BaryKind            kind,
           BaryRecordVisitor   visitor,
           gpointer            user_data,
           guint              *number,
           GCancellable       *cancellable,
           GError            **error)
{
  guint n;
  g_autofree const char **ids = (const char **) g_hash_table_get_keys_as_array (self->chosen[kind], &n);

  qsort (ids, n, sizeof *ids, compare_ids);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BaryRecord) record = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !bary_mapper_load (bary_store_get_database (self->store), kind, ids[i], &record, error))
        return FALSE;
      if (record == NULL)
        {
          bary_store_set_not_found (kind, ids[i], error);
          return FALSE;
        }
      if (!visitor (record, ++*number, user_data, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
bary_store_part_foreach (BaryRecordSource   *source,
                         BaryRecordVisitor   visitor,
                         gpointer            user_data,
                         GCancellable       *cancellable,
                         GError            **error)
{
  BaryStorePart *self = BARY_STORE_PART (source);
  BaryDatabase *database = bary_store_get_database (self->store);
  guint number = 0;
  gboolean walked;

  if (!bary_database_execute (database, "BEGIN", error))
    return FALSE;

  walked = gather (self, error);
  for (guint kind = 0; walked && kind < BARY_N_KINDS; kind++)
    walked = walk_kind (self, kind, visitor, user_data, &number, cancellable, error);

  bary_database_rollback (database);
  return walked;
}

static const guint *
bary_store_part_get_counts (BaryRecordSource *source)
{
  return BARY_STORE_PART (source)->counts;
}

static void
bary_store_part_source_init (BaryRecordSourceInterface *iface)
{
  iface->foreach = bary_store_part_foreach;
  iface->get_counts = bary_store_part_get_counts;
}

BaryRecordSource *
bary_store_part_new (BaryStore      *store,
                     const gboolean *contents,
                     const gboolean *along,
                     int             kind,
                     const char     *subject)
{
  BaryStorePart *self = g_object_new (BARY_TYPE_STORE_PART, NULL);

  self->store = g_object_ref (store);
  memcpy (self->contents, contents, sizeof self->contents);
  memcpy (self->along, along, sizeof self->along);
  self->kind = kind;
  self->subject = g_strdup (subject);
  return BARY_RECORD_SOURCE (self);
}
