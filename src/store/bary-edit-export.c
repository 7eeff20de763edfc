#include "bary-edit-export.h"

#include "bary-config.h"
#include "bary-ledger.h"
#include "bary-store-private.h"
#include "bary-store-source.h"

#include <glib/gi18n-lib.h>

#define BARY_TYPE_EDIT_EXPORT (bary_edit_export_get_type ())
G_DECLARE_FINAL_TYPE (BaryEditExport, bary_edit_export, BARY, EDIT_EXPORT, GObject)

struct _BaryEditExport {
  GObject    parent_instance;

  BaryStore *store;
  GPtrArray *replicas;
  guint      length;   /* edits of the last walk */
};

static void bary_edit_export_source_init (BaryEditSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BaryEditExport, bary_edit_export, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (BARY_TYPE_EDIT_SOURCE, bary_edit_export_source_init))

static void
bary_edit_export_finalize (GObject *object)
{
  BaryEditExport *self = BARY_EDIT_EXPORT (object);

  g_clear_object (&self->store);
  g_ptr_array_unref (self->replicas);

  G_OBJECT_CLASS (bary_edit_export_parent_class)->finalize (object);
}

static void
bary_edit_export_class_init (BaryEditExportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bary_edit_export_finalize;
}

static void
bary_edit_export_init (BaryEditExport *self)
{
  self->replicas = g_ptr_array_new_with_free_func ((GDestroyNotify) bary_replica_free);
}

/* Which replicas are known, and what the other one knows of each */

/* The peer's own edits it knows as far as they are known here; of others, what it told that it knew. */
static BaryStamp
get_base (BaryLedger *ledger,
          const char *peer,
          const char *replica)
{
  if (peer == NULL)
    return 0;
  if (g_str_equal (peer, replica))
    return bary_ledger_get_known (ledger, replica);

  return bary_knowledge_get (bary_ledger_get_knowledge (ledger), peer, G_MAXINT64, replica);
}

static void
add_own (BaryEditExport *self,
         BaryLedger     *ledger,
         const char     *peer)
{
  const char *own = bary_ledger_get_own (ledger);
  g_autofree char *name = bary_store_dup_sender (self->store);
  g_autofree char *centre = bary_store_dup_meta (self->store, BARY_META_OWN_CENTRE);

  g_ptr_array_add (self->replicas, bary_replica_new (own, name, centre, get_base (ledger, peer, own),
                                                     bary_ledger_get_known (ledger, own)));
}

static gboolean
add_others (BaryEditExport  *self,
            BaryLedger      *ledger,
            const char      *peer,
            GError         **error)
{
  g_autoptr (BaryStatement) statement =
    bary_database_prepare (bary_ledger_get_database (ledger), "SELECT id, name, centre FROM replica ORDER BY id", error);
  BaryStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = bary_statement_step (statement, error)) == BARY_STEP_ROW)
    {
      const char *id = bary_statement_get_text (statement, 0);
      BaryStamp known = bary_ledger_get_known (ledger, id);

      if (known > 0)
        g_ptr_array_add (self->replicas, bary_replica_new (id, bary_statement_get_text (statement, 1),
                                                           bary_statement_get_text (statement, 2),
                                                           MIN (known, get_base (ledger, peer, id)), known));
    }
  return step == BARY_STEP_DONE;
}

BaryEditSource *
bary_edit_export_new (BaryStore   *store,
                      const char  *peer,
                      GError     **error)
{
  g_autoptr (BaryLedger) ledger = bary_ledger_open (bary_store_get_database (store), error);
  g_autoptr (BaryEditExport) self = g_object_new (BARY_TYPE_EDIT_EXPORT, NULL);

  self->store = g_object_ref (store);
  if (ledger == NULL)
    return NULL;

  add_own (self, ledger, peer);
  return add_others (self, ledger, peer, error) ? BARY_EDIT_SOURCE (g_steal_pointer (&self)) : NULL;
}

/* The edits */

typedef struct {
  BaryDatabase          *database;
  const BaryReplica     *replica;
  const BaryEditVisitor *visitor;
  gpointer               user_data;
  GCancellable          *cancellable;
  guint                  number;
} Walk;

static gboolean
visit_edit (Walk           *walk,
            BaryStatement  *statement,
            GError        **error)
{
  BarySentEdit edit = { walk->replica->id };
  const char *operation = bary_statement_get_text (statement, 5);
  g_autoptr (BaryRecord) record = NULL;
  BaryKind kind;

  if (g_cancellable_set_error_if_cancelled (walk->cancellable, error) ||
      !bary_kind_from_name (bary_statement_get_text (statement, 3), &kind, error))
    return FALSE;

  record = bary_record_new (kind, bary_statement_get_text (statement, 4));
  if (!bary_ledger_fill (walk->database, bary_statement_get_text (statement, 6), record, &edit.fields, error))
    return FALSE;

  edit.stamp = bary_statement_get_integer (statement, 0);
  edit.ordinal = (guint) bary_statement_get_integer (statement, 1);
  edit.author = bary_statement_get_text (statement, 2);
  edit.operation = g_str_equal (operation, "add")      ? BARY_CHANGE_ADD
                   : g_str_equal (operation, "remove") ? BARY_CHANGE_REMOVE
                                                       : BARY_CHANGE_SET;
  edit.record = record;
  return walk->visitor->edit (&edit, ++walk->number, walk->user_data, error);
}

static gboolean
visit_edits (Walk        *walk,
             const char  *sql,
             GError     **error)
{
  g_autoptr (BaryStatement) statement = bary_database_prepare (walk->database, sql, error);
  BaryStep step;

  if (statement == NULL)
    return FALSE;

  bary_statement_bind_text (statement, 0, walk->replica->id);
  bary_statement_bind_integer (statement, 1, walk->replica->base);
  bary_statement_bind_integer (statement, 2, walk->replica->holds);
  while ((step = bary_statement_step (statement, error)) == BARY_STEP_ROW)
    if (!visit_edit (walk, statement, error))
      return FALSE;

  return step == BARY_STEP_DONE;
}

static gboolean
visit_knowledge (Walk    *walk,
                 GError **error)
{
  g_autoptr (BaryStatement) statement =
    bary_database_prepare (walk->database,
                           "SELECT stamp, other, known FROM knowledge k WHERE replica = ?1 AND stamp > ?2 AND stamp <= ?3 "
                           "AND NOT EXISTS (SELECT 1 FROM apart WHERE apart.action = k.action AND state = 'forgotten') "
                           "ORDER BY stamp, other", error);
  BaryStep step;

  if (statement == NULL)
    return FALSE;

  bary_statement_bind_text (statement, 0, walk->replica->id);
  bary_statement_bind_integer (statement, 1, walk->replica->base);
  bary_statement_bind_integer (statement, 2, walk->replica->holds);
  while ((step = bary_statement_step (statement, error)) == BARY_STEP_ROW)
    {
      BarySentKnowledge knowledge = { walk->replica->id, bary_statement_get_integer (statement, 0),
                                      bary_statement_get_text (statement, 1), bary_statement_get_integer (statement, 2) };

      if (!walk->visitor->knowledge (&knowledge, walk->user_data, error))
        return FALSE;
    }
  return step == BARY_STEP_DONE;
}

#define BESIDE_THE_LOG \
  "SELECT stamp, ordinal, author, kind, record, operation, fields FROM edit e " \
  "WHERE replica = ?1 AND stamp > ?2 AND stamp <= ?3 AND NOT EXISTS " \
  "(SELECT 1 FROM apart WHERE apart.action = e.action AND state = 'forgotten') ORDER BY stamp, ordinal, record"
#define OF_THE_LOG \
  "SELECT a.stamp, c.ordinal, a.author, c.kind, c.record, CASE WHEN c.was IS NULL THEN 'add' " \
  "WHEN c.became IS NULL THEN 'remove' ELSE 'set' END, coalesce (c.became, '{}') " \
  "FROM action a JOIN change c ON c.action = a.id WHERE ?1 IS NOT NULL AND a.stamp > ?2 AND a.stamp <= ?3 " \
  "AND NOT EXISTS (SELECT 1 FROM apart WHERE apart.action = a.id) ORDER BY a.id, c.ordinal"

static gboolean
bary_edit_export_foreach (BaryEditSource         *source,
                          const BaryEditVisitor  *visitor,
                          gpointer                user_data,
                          GCancellable           *cancellable,
                          GError                **error)
{
  BaryEditExport *self = BARY_EDIT_EXPORT (source);
  Walk walk = { bary_store_get_database (self->store), NULL, visitor, user_data, cancellable, 0 };

  for (guint i = 0; i < self->replicas->len; i++)
    {
      walk.replica = self->replicas->pdata[i];
      if (!visit_knowledge (&walk, error) || !visit_edits (&walk, BESIDE_THE_LOG, error) ||
          (i == 0 && !visit_edits (&walk, OF_THE_LOG, error)))
        return FALSE;
    }
  self->length = walk.number;
  return TRUE;
}

static GPtrArray *
bary_edit_export_get_replicas (BaryEditSource *source)
{
  return BARY_EDIT_EXPORT (source)->replicas;
}

static void
bary_edit_export_source_init (BaryEditSourceInterface *iface)
{
  iface->get_replicas = bary_edit_export_get_replicas;
  iface->foreach = bary_edit_export_foreach;
}

guint
bary_edit_export_get_length (BaryEditSource *source)
{
  return BARY_EDIT_EXPORT (source)->length;
}

/* Peers */

char *
bary_edit_export_find_peer (BaryStore   *store,
                            const char  *words,
                            GError     **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (BaryStatement) statement =
    bary_database_prepare (bary_store_get_database (store), "SELECT id, name FROM replica ORDER BY name, id", error);
  BaryStep step;

  if (statement == NULL)
    return NULL;

  while ((step = bary_statement_step (statement, error)) == BARY_STEP_ROW)
    {
      const char *id = bary_statement_get_text (statement, 0);
      const char *name = bary_statement_get_text (statement, 1);

      if (g_str_has_prefix (id, words) || g_str_equal (name, words))
        return g_strdup (id);
      g_string_append_printf (names, "%s“%s” (%s)", names->len > 0 ? ", " : "", name, id);
    }
  if (step == BARY_STEP_DONE && names->len == 0)
    g_set_error_literal (error, BARY_STORE_ERROR, BARY_STORE_ERROR_NOT_FOUND,
                         _("No package of changes of anybody was taken in yet: leave --since out to write everything"));
  else if (step == BARY_STEP_DONE)
    g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_NOT_FOUND,
                 /* Translators: 1: what was asked for, 2: a list of centres with ids */
                 _("“%1$s” is nobody whose changes were taken in: there are %2$s"), words, names->str);
  return NULL;
}
