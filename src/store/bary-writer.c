#include "bary-writer.h"

#include "bary-chain.h"
#include "bary-config.h"
#include "bary-freeze.h"
#include "bary-history-undo.h"
#include "bary-invariants.h"
#include "bary-mapper.h"
#include "bary-marking.h"
#include "bary-search.h"
#include "bary-settled.h"

#include <glib/gi18n-lib.h>

struct _BaryWriter {
  BaryDatabase   *database;
  BaryActionType  type;
  gint64          target;
  gint64          action;
  BaryChain      *chain;     /* the link of the action */
  gint64          length;
  gboolean        bulk;
  gint64          indexed;   /* entries up to this one keep their words in the index all the time */
  gboolean        gaps;      /* entries were removed: new ones may come before `indexed` */
  char           *fault;
  gboolean        frozen;    /* the fault is of a frozen contest */
  gboolean        kept;      /* even if nothing changes */
  gboolean        committed;
  BaryScope      *scope;
  GPtrArray      *touches;   /* of BaryTrace; NULL for a bulk */
  GPtrArray      *written;   /* a BaryRecord, or NULL, for each touch */
};

static void
release_written (BaryRecord *record)
{
  g_clear_object (&record);
}

static BaryWriter *
begin_at (BaryDatabase    *database,
          BaryActionType   type,
          gint64           target,
          const char      *name,
          const char      *subject,
          const char      *author,
          gint64           ms,
          gboolean         bulk,
          GError         **error)
{
  g_autoptr (BaryWriter) self = NULL;
  g_autofree char *before = NULL;
  BaryAction begun;

  if (!bary_database_has_begun (database) && !bary_database_begin (database, error))
    return NULL;

  self = g_new0 (BaryWriter, 1);
  self->database = database;
  self->type = type;
  self->target = target;
  self->bulk = bulk;
  self->indexed = G_MAXINT64;
  self->scope = bary_scope_new ();
  self->touches = bulk ? NULL : g_ptr_array_new_with_free_func ((GDestroyNotify) bary_trace_free);
  self->written = g_ptr_array_new_with_free_func ((GDestroyNotify) release_written);
  if (bulk && (!bary_database_execute (database, "PRAGMA cache_size = -24576", error) ||
               !bary_entry_get_last (database, &self->indexed, error)))
    return NULL;
  if (!bary_history_begin (database, type, target, name, subject, author, ms, &begun, &before, error))
    return NULL;

  self->action = begun.id;
  self->chain = bary_chain_begin (before, &begun);
  return g_steal_pointer (&self);
}

BaryWriter *
bary_writer_begin (BaryDatabase    *database,
                   BaryActionType   type,
                   gint64           target,
                   const char      *name,
                   const char      *subject,
                   const char      *author,
                   gboolean         bulk,
                   GError         **error)
{
  return begin_at (database, type, target, name, subject, author, g_get_real_time () / 1000, bulk, error);
}

BaryWriter *
bary_writer_begin_past (BaryDatabase      *database,
                        const BaryAction  *past,
                        GError           **error)
{
  return begin_at (database, past->type, 0, past->name, past->subject, past->author, bary_stamp_get_ms (past->stamp), FALSE, error);
}

void
bary_writer_free (BaryWriter *self)
{
  if (!self->committed)
    bary_database_rollback (self->database);
  if (self->bulk && !bary_database_is_held (self->database))
    bary_database_execute (self->database, "PRAGMA cache_size = -2000; PRAGMA shrink_memory", NULL);
  g_free (self->fault);
  g_clear_pointer (&self->chain, bary_chain_free);
  bary_scope_free (self->scope);
  g_clear_pointer (&self->touches, g_ptr_array_unref);
  g_ptr_array_unref (self->written);
  g_free (self);
}

static void
note_touch (BaryWriter *self,
            BaryRecord *before,
            BaryRecord *after)
{
  BaryRecord *record = after != NULL ? after : before;
  BaryTrace *touch;

  bary_scope_touch (self->scope, before, after);
  if (self->touches == NULL)
    return;

  touch = g_new0 (BaryTrace, 1);
  touch->kind = bary_record_get_kind (record);
  touch->id = g_strdup (bary_record_get_id (record));
  touch->operation = before == NULL ? BARY_CHANGE_ADD : after == NULL ? BARY_CHANGE_REMOVE : BARY_CHANGE_SET;
  g_ptr_array_add (self->touches, touch);
  g_ptr_array_add (self->written, after != NULL ? g_object_ref (after) : NULL);
}

gint64
bary_writer_peek_action (BaryWriter *self)
{
  return self->action;
}

void
bary_writer_keep (BaryWriter *self)
{
  self->kept = TRUE;
}

static gboolean
refuse_double (BaryWriter  *self,
               BaryRecord  *record,
               GError     **error)
{
  g_autoptr (BaryRecord) present = NULL;

  if (!bary_mapper_load (self->database, bary_record_get_kind (record), bary_record_get_id (record), &present, NULL) ||
      present == NULL)
    return FALSE;

  g_clear_error (error);
  g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_REFUSED,
               /* Translators: 1: a kind of record, 2: an id */
               _("%1$s %2$s is there already: change it instead of adding it again"),
               _(bary_record_get_info (record)->label), bary_record_get_id (record));
  return FALSE;
}

static gboolean
is_free (BaryWriter  *self,
         BaryRecord  *before,
         BaryRecord  *after,
         GError     **error)
{
  GError *refusal = NULL;

  if (bary_freeze_allows (self->database, self->action, before, after, &refusal))
    return TRUE;

  self->frozen = g_error_matches (refusal, BARY_STORE_ERROR, BARY_STORE_ERROR_REFUSED);
  g_propagate_error (error, refusal);
  return FALSE;
}

/* What is taken back was allowed once. */
static gboolean
is_allowed (BaryWriter  *self,
            BaryRecord  *before,
            BaryRecord  *after,
            GError     **error)
{
  if (self->type == BARY_ACTION_UNDO || self->type == BARY_ACTION_REDO ||
      (is_free (self, before, after, error) &&
       bary_marking_allows (self->database, before, after, error) &&
       (self->type != BARY_ACTION_EDIT || bary_settled_allows (self->database, self->action, before, after, error))))
    return TRUE;

  g_free (self->fault);
  self->fault = g_strdup (bary_record_get_id (after != NULL ? after : before));
  return FALSE;
}

gboolean
bary_writer_pass_over (BaryWriter *self)
{
  if (!self->frozen)
    return FALSE;

  self->frozen = FALSE;
  g_clear_pointer (&self->fault, g_free);
  return TRUE;
}

gboolean
bary_writer_add (BaryWriter  *self,
                 BaryRecord  *record,
                 GError     **error)
{
  if (!bary_record_validate (record, error) || !is_allowed (self, NULL, record, error))
    return FALSE;
  if (!bary_mapper_insert (self->database, record, error))
    return refuse_double (self, record, error);

  note_touch (self, NULL, record);
  return (self->bulk ? bary_entry_append (self->database, record, error)
                     : bary_entry_write (self->database, record, self->indexed, error)) &&
         bary_history_write (self->database, self->chain, self->action, self->length++, NULL, record, error);
}

gboolean
bary_writer_update (BaryWriter  *self,
                    BaryRecord  *before,
                    BaryRecord  *after,
                    GError     **error)
{
  if (bary_record_equals (before, after))
    return TRUE;

  if (!bary_record_validate (after, error) || !is_allowed (self, before, after, error))
    return FALSE;

  note_touch (self, before, after);
  return bary_mapper_update (self->database, before, after, error) &&
         (!bary_entry_differs (before, after) || bary_entry_write (self->database, after, self->indexed, error)) &&
         bary_history_write (self->database, self->chain, self->action, self->length++, before, after, error);
}

gboolean
bary_writer_remove (BaryWriter  *self,
                    BaryRecord  *record,
                    GError     **error)
{
  self->gaps = TRUE;
  note_touch (self, record, NULL);
  return is_allowed (self, record, NULL, error) &&
         bary_mapper_delete (self->database, bary_record_get_kind (record), bary_record_get_id (record), error) &&
         bary_entry_remove (self->database, record, self->indexed, error) &&
         bary_history_write (self->database, self->chain, self->action, self->length++, record, NULL, error);
}

/* Dangling references */

static gboolean
was_removed (BaryWriter *self,
             const char *id)
{
  g_autoptr (BaryStatement) statement =
    bary_database_prepare (self->database, "SELECT 1 FROM change WHERE action = ? AND record = ? AND became IS NULL", NULL);

  if (statement == NULL)
    return FALSE;

  bary_statement_bind_integer (statement, 0, self->action);
  bary_statement_bind_text (statement, 1, id);
  return bary_statement_step (statement, NULL) == BARY_STEP_ROW;
}

static char *
find_title (BaryWriter *self,
            const char *id)
{
  g_autoptr (BaryStatement) statement =
    bary_database_prepare (self->database,
                           "SELECT title FROM entry WHERE record = ?1 UNION ALL "
                           "SELECT was ->> '$.name' FROM change WHERE record = ?1 AND was ->> '$.name' IS NOT NULL LIMIT 1", NULL);

  if (statement == NULL)
    return g_strdup (id);

  bary_statement_bind_text (statement, 0, id);
  return g_strdup (bary_statement_step (statement, NULL) == BARY_STEP_ROW ? bary_statement_get_text (statement, 0) : id);
}

static void
explain_reference (BaryWriter       *self,
                   BaryRecord       *record,
                   const BaryField  *field,
                   GError          **error)
{
  const char *missing = bary_record_get (record, field);
  const char *name = bary_record_get_name (record) != NULL ? bary_record_get_name (record) : bary_record_get_id (record);
  const char *kind = _(bary_record_get_info (record)->label);
  g_autofree char *title = find_title (self, missing);

  if (was_removed (self, missing))
    g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_REFUSED,
                 /* Translators: 1: a name, 2: a kind of record, 3: a name or an id, 4: a field */
                 _("“%1$s” is still used: %2$s “%3$s”, field “%4$s”: change or remove that first"),
                 title, kind, name, bary_field_get_label (field));
  else
    g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_REFUSED,
                 /* Translators: 1: a kind of record, 2: a name or an id, 3: a field, 4: an id, 5: a kind of record */
                 _("%1$s “%2$s”: “%3$s” refers to %4$s, and there is no record “%5$s” with this id: add it first or correct the reference"),
                 kind, name, bary_field_get_label (field), missing, _(bary_kind_get_info (field->target)->label));
}

static gboolean
refers_nowhere (BaryWriter      *self,
                BaryRecord      *record,
                const BaryField *field)
{
  g_autoptr (BaryRecord) target = NULL;

  return field->type == BARY_FIELD_REFERENCE && bary_record_get (record, field) != NULL &&
         bary_mapper_load (self->database, field->target, bary_record_get (record, field), &target, NULL) &&
         target == NULL;
}

/* Names the first reference that leads nowhere. */
static gboolean
explain_refusal (BaryWriter  *self,
                 GError     **error)
{
  for (guint kind = 0; kind < BARY_N_KINDS; kind++)
    {
      const BaryKindInfo *info = bary_kind_get_info (kind);
      const char *columns = bary_mapper_get_columns (kind);
      g_autofree char *sql = g_strdup_printf ("SELECT %s FROM \"%s\" WHERE rowid IN "
                                              "(SELECT rowid FROM pragma_foreign_key_check ('%s') LIMIT 1)",
                                              columns, info->name, info->name);
      g_autoptr (BaryStatement) statement = bary_database_prepare (self->database, sql, NULL);
      g_autoptr (BaryRecord) record = NULL;

      if (statement == NULL || bary_statement_step (statement, NULL) != BARY_STEP_ROW)
        continue;

      record = bary_mapper_read (statement, kind);
      for (guint i = 0; i < info->n_fields; i++)
        if (refers_nowhere (self, record, &info->fields[i]))
          {
            self->fault = g_strdup (bary_record_get_id (record));
            explain_reference (self, record, &info->fields[i], error);
            return FALSE;
          }
    }

  bary_database_set_error (self->database, SQLITE_CONSTRAINT_FOREIGNKEY, error);
  return FALSE;
}

gboolean
bary_writer_check (BaryWriter  *self,
                   GError     **error)
{
  int unresolved = 0;
  int highest = 0;

  sqlite3_db_status (bary_database_get_handle (self->database), SQLITE_DBSTATUS_DEFERRED_FKS, &unresolved, &highest, FALSE);

  if (unresolved > 0)
    return explain_refusal (self, error);

  return bary_invariants_hold (self->database, self->scope, &self->fault, error);
}

const char *
bary_writer_get_fault (BaryWriter *self)
{
  return self->fault;
}

static gboolean
index_words (BaryWriter  *self,
             GError     **error)
{
  if (!self->bulk)
    return TRUE;

  return self->gaps ? bary_search_rebuild (self->database, error)
                    : bary_search_append (self->database, self->indexed, error);
}

static gboolean
keep_stack (BaryWriter  *self,
            GError     **error)
{
  if (self->type == BARY_ACTION_UNDO || self->type == BARY_ACTION_REDO)
    return bary_history_mark (self->database, self->target, self->type == BARY_ACTION_UNDO, error);

  return bary_history_push (self->database, error);
}

gboolean
bary_writer_commit (BaryWriter  *self,
                    GError     **error)
{
  /* An undo counts even if its target changed nothing in the end: otherwise it would be offered for ever. */
  if (self->length == 0 && self->target == 0 && !self->kept)
    return TRUE;

  if (!bary_writer_check (self, error) || !keep_stack (self, error) || !index_words (self, error) ||
      !bary_chain_end (self->chain, self->database, self->action, error) || !bary_database_commit (self->database, error))
    return FALSE;

  self->committed = TRUE;
  return TRUE;
}

gint64
bary_writer_get_action (BaryWriter *self)
{
  return self->committed ? self->action : 0;
}

GPtrArray *
bary_writer_get_touches (BaryWriter *self)
{
  return self->touches;
}

BaryRecord *
bary_writer_get_written (BaryWriter *self,
                         guint       touch)
{
  return self->written->pdata[touch];
}
