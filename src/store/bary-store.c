#include "bary-store.h"

#include "bary-config.h"
#include "bary-live.h"
#include "bary-mapper.h"
#include "bary-migration.h"
#include "bary-record-words.h"
#include "bary-store-private.h"

#include <glib/gi18n-lib.h>

/* More than this many touched records are announced as "everything". */
#define MOST_TOUCHES 2000

struct _BaryStore {
  GObject       parent_instance;

  BaryDatabase *database;
  char         *author;
  BaryLive     *live;
  gint64        last_action;  /* all up to here is announced */
  gint64        data_version;
};

G_DEFINE_FINAL_TYPE (BaryStore, bary_store, G_TYPE_OBJECT)

enum {
  CHANGED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
bary_store_finalize (GObject *object)
{
  BaryStore *self = BARY_STORE (object);

  g_clear_pointer (&self->live, bary_live_free);
  g_clear_pointer (&self->database, bary_database_close);
  g_free (self->author);

  G_OBJECT_CLASS (bary_store_parent_class)->finalize (object);
}

static void
bary_store_class_init (BaryStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bary_store_finalize;

  signals[CHANGED] = g_signal_new ("changed", BARY_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
  signals[FAILED] = g_signal_new ("failed", BARY_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
bary_store_init (BaryStore *self)
{
  const char *name = g_get_real_name ();

  self->author = g_strdup (g_str_equal (name, "Unknown") || *name == '\0' ? g_get_user_name () : name);
}

static gboolean
read_data_version (BaryStore  *self,
                   gint64     *version,
                   GError    **error)
{
  return bary_database_query_integer (self->database, "PRAGMA data_version", version, error);
}

static gboolean
prepare_file (BaryStore  *self,
              GError    **error)
{
  BaryStamp stamp;

  return (bary_database_is_read_only (self->database) ? bary_migration_check_latest (self->database, error)
                                                      : bary_migrate (self->database, error)) &&
         read_data_version (self, &self->data_version, error) &&
         bary_history_get_last (self->database, &self->last_action, &stamp, error);
}

BaryStore *
bary_store_open (const char        *path,
                 BaryDatabaseMode   mode,
                 GError           **error)
{
  g_autoptr (BaryStore) self = g_object_new (BARY_TYPE_STORE, NULL);

  g_return_val_if_fail (path != NULL, NULL);

  if (mode == BARY_DATABASE_CREATE && !bary_store_create_file (path, error))
    return NULL;

  self->database = bary_database_open (path, mode == BARY_DATABASE_CREATE ? BARY_DATABASE_READ_WRITE : mode, error);
  if (self->database == NULL || !prepare_file (self, error))
    return NULL;

  self->live = bary_live_new (self->database);
  return g_steal_pointer (&self);
}

const char *
bary_store_get_path (BaryStore *self)
{
  return bary_database_get_path (self->database);
}

gboolean
bary_store_is_read_only (BaryStore *self)
{
  return bary_database_is_read_only (self->database);
}

BaryDatabase *
bary_store_get_database (BaryStore *self)
{
  return self->database;
}

const char *
bary_store_get_author (BaryStore *self)
{
  return self->author;
}

/* Live records */

gboolean
bary_store_find (BaryStore   *self,
                 BaryKind     kind,
                 const char  *id,
                 BaryRecord **record,
                 GError     **error)
{
  g_return_val_if_fail (BARY_IS_STORE (self) && id != NULL, FALSE);

  *record = bary_live_find (self->live, kind, id);
  if (*record != NULL)
    return TRUE;

  if (!bary_mapper_load (self->database, kind, id, record, error))
    return FALSE;
  if (*record != NULL)
    *record = bary_live_adopt (self->live, *record);
  return TRUE;
}

BaryRecord *
bary_store_get (BaryStore   *self,
                BaryKind     kind,
                const char  *id,
                GError     **error)
{
  BaryRecord *record;

  if (bary_store_find (self, kind, id, &record, error) && record == NULL)
    bary_store_set_not_found (kind, id, error);
  return record;
}

void
bary_store_set_not_found (BaryKind     kind,
                          const char  *id,
                          GError     **error)
{
  g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_NOT_FOUND,
               /* Translators: 1: a kind of record as a word of the command line, 2: an id */
               _("There is no %1$s with the id %2$s: see “list %1$s”"), bary_kind_get_info (kind)->name, id);
}

GPtrArray *
bary_store_select (BaryStore        *self,
                   const BaryQuery  *query,
                   GError          **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (BaryStatement) statement = bary_query_prepare (query, self->database, FALSE, error);
  BaryStep step;

  if (statement == NULL)
    return NULL;

  while ((step = bary_statement_step (statement, error)) == BARY_STEP_ROW)
    g_ptr_array_add (records, bary_live_adopt (self->live, bary_mapper_read (statement, bary_query_get_kind (query))));

  return step == BARY_STEP_DONE ? g_steal_pointer (&records) : NULL;
}

GPtrArray *
bary_store_select_parts (BaryStore   *self,
                         BaryKind     kind,
                         const char  *reference,
                         const char  *id,
                         GError     **error)
{
  g_autoptr (BaryQuery) query = bary_query_new (kind);
  const char *order = kind == BARY_KIND_CRITERION_LEVEL ? "mark" : "ordinal";

  bary_query_where (query, reference, id);
  if (bary_kind_find_field (kind, order, NULL) != NULL)
    bary_query_sort (query, order, FALSE);
  return bary_store_select (self, query, error);
}

GPtrArray *
bary_store_select_ids (BaryStore        *self,
                       const BaryQuery  *query,
                       GError          **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (BaryStatement) statement = bary_query_prepare (query, self->database, TRUE, error);
  BaryStep step;

  if (statement == NULL)
    return NULL;

  while ((step = bary_statement_step (statement, error)) == BARY_STEP_ROW)
    g_ptr_array_add (ids, g_strdup (bary_statement_get_text (statement, 0)));

  return step == BARY_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

gboolean
bary_store_count (BaryStore  *self,
                  BaryKind    kind,
                  gint64     *count,
                  GError    **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM \"%s\"", bary_kind_get_info (kind)->name);

  return bary_database_query_integer (self->database, sql, count, error);
}

GPtrArray *
bary_store_search (BaryStore   *self,
                   const char  *words,
                   guint        limit,
                   GError     **error)
{
  return bary_search (self->database, words, limit, error);
}

/* In words */

static BaryRecord *
look_up (gpointer    self,
         BaryKind    kind,
         const char *id)
{
  return bary_store_get (self, kind, id, NULL);
}

char *
bary_store_value_to_words (BaryStore       *self,
                           const BaryField *field,
                           const char      *value)
{
  return bary_record_value_to_words (field, value, look_up, self);
}

char *
bary_store_describe (BaryStore  *self,
                     BaryRecord *record)
{
  return bary_record_to_words (record, look_up, self);
}

/* What was committed, here or elsewhere, comes out of the log */

static gboolean
refresh_touched (BaryStore  *self,
                 GPtrArray  *touches,
                 GError    **error)
{
  for (guint i = 0; i < touches->len; i++)
    {
      const BaryTrace *touch = touches->pdata[i];

      if (!bary_live_refresh (self->live, touch->kind, touch->id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
announce (BaryStore  *self,
          GError    **error)
{
  g_autoptr (GPtrArray) touches = NULL;
  gint64 before = self->last_action;
  gint64 last;
  BaryStamp stamp;

  /* Told once it is written. */
  if (bary_database_is_held (self->database))
    return TRUE;
  if (!bary_history_get_last (self->database, &last, &stamp, error))
    return FALSE;
  if (last == before)
    return TRUE;

  if (!bary_history_since (self->database, before, last, MOST_TOUCHES, &touches, error))
    return FALSE;

  /* Before anybody is told, who may commit in turn. */
  self->last_action = last;
  if (touches != NULL ? !refresh_touched (self, touches, error) : !bary_live_refresh_all (self->live, error))
    {
      self->last_action = before;
      return FALSE;
    }

  g_signal_emit (self, signals[CHANGED], 0, touches);
  return TRUE;
}

void
bary_store_fail (BaryStore    *self,
                 const GError *error)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

/* What is committed stays committed when it cannot be read back at once: the next look tells of it. */
void
bary_store_announce (BaryStore *self)
{
  if (!announce (self, NULL))
    self->data_version = -1;
}

void
bary_store_announce_written (BaryStore  *self,
                             BaryWriter *writer)
{
  gint64 action = bary_writer_get_action (writer);
  GPtrArray *touches = bary_writer_get_touches (writer);

  if (action == 0)
    return;
  if (bary_database_is_held (self->database) || action != self->last_action + 1 || touches == NULL || touches->len > MOST_TOUCHES)
    {
      bary_store_announce (self);
      return;
    }

  self->last_action = action;
  for (guint i = 0; i < touches->len; i++)
    {
      const BaryTrace *touch = touches->pdata[i];

      bary_live_follow (self->live, touch->kind, touch->id, bary_writer_get_written (writer, i));
    }
  g_signal_emit (self, signals[CHANGED], 0, touches);
}

void
bary_store_hold (BaryStore *self)
{
  g_return_if_fail (BARY_IS_STORE (self));

  bary_database_hold (self->database);
}

gboolean
bary_store_release (BaryStore  *self,
                    GError    **error)
{
  g_return_val_if_fail (BARY_IS_STORE (self), FALSE);

  if (!bary_database_release (self->database, error))
    return FALSE;

  bary_store_announce (self);
  return TRUE;
}

gboolean
bary_store_poll (BaryStore  *self,
                 GError    **error)
{
  gint64 version;

  g_return_val_if_fail (BARY_IS_STORE (self), FALSE);

  if (!bary_database_check_place (self->database, error) || !read_data_version (self, &version, error))
    return FALSE;
  if (version == self->data_version)
    return TRUE;
  if (!announce (self, error))
    return FALSE;

  self->data_version = version;
  return TRUE;
}
