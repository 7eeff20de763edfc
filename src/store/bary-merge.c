#include "bary-merge-private.h"

#include "bary-config.h"
#include "bary-history-fields.h"
#include "bary-mapper.h"
#include "bary-merge-record.h"
#include "bary-store-private.h"

#include <glib/gi18n-lib.h>

/* Each attempt leaves one record more as it stands. */
#define MOST_ATTEMPTS 64

static void
merge_clear (BaryMerge *self)
{
  g_clear_pointer (&self->writer, bary_writer_free);
  g_clear_pointer (&self->ledger, bary_ledger_free);
  g_clear_pointer (&self->plan, g_checksum_free);
  g_hash_table_unref (self->held);
  g_hash_table_unref (self->needed);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BaryMerge, merge_clear)

/* The report */

static void
report_fields (BaryMerge              *self,
               const BaryMergedRecord *merged,
               guint64                 fields,
               BaryImportNoticeCode    code,
               const char             *pattern)
{
  const BaryKindInfo *info = bary_record_get_info (merged->merged);

  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autofree char *value = NULL;
      char *title;

      if ((fields & (G_GUINT64_CONSTANT (1) << i)) == 0 || !bary_import_report_count (self->report))
        continue;
      title = bary_store_describe (self->store, merged->merged);
      value = bary_store_value_to_words (self->store, &info->fields[i], bary_record_get (merged->merged, &info->fields[i]));
      bary_import_report_add (self->report, merged->merged, 0, code, title,
                              g_strdup_printf (pattern, title, bary_field_get_label (&info->fields[i]), value));
    }
}

static void
report_whole (BaryMerge            *self,
              BaryRecord           *record,
              BaryImportNoticeCode  code,
              const char           *pattern)
{
  char *title;

  if (!bary_import_report_count (self->report))
    return;

  title = bary_store_describe (self->store, record);
  bary_import_report_add (self->report, record, 0, code, title, g_strdup_printf (pattern, title));
}

static void
report (BaryMerge              *self,
        const BaryMergedRecord *merged)
{
  BaryRecord *record = merged->merged != NULL ? merged->merged : merged->present;

  if (record == NULL)
    return;

  if (merged->presence == BARY_PRESENCE_DISPUTED)
    /* Translators: %s: a record */
    report_whole (self, record, BARY_IMPORT_NOTICE_REMOVED,
                  _("%s: removed by one and edited by another; it stays as it is here until you decide"));
  else if (merged->kept)
    /* Translators: %s: a record */
    report_whole (self, record, BARY_IMPORT_NOTICE_PROPOSAL,
                  _("%s: its removal is proposed; it stays, because it belongs to somebody else or is still used"));
  if (merged->merged == NULL)
    return;

  report_fields (self, merged, merged->conflicts, BARY_IMPORT_NOTICE_CONFLICT,
                 /* Translators: 1: a record, 2: a field, 3: its value */
                 _("%1$s: “%2$s” was edited in two places at once; “%3$s” stands until you decide"));
  report_fields (self, merged, merged->proposals & ~merged->conflicts, BARY_IMPORT_NOTICE_PROPOSAL,
                 /* Translators: 1: a record, 2: a field, 3: its value */
                 _("%1$s: another value of “%2$s” is proposed; “%3$s” stands until its owner decides"));
}

static void
count (BaryMerge              *self,
       const BaryMergedRecord *merged)
{
  BaryImportReport *counts = self->report;

  if (merged->conflicts != 0 || merged->presence == BARY_PRESENCE_DISPUTED)
    counts->conflicts++;
  else if (merged->proposals != 0 || merged->kept)
    counts->proposals++;
  else if (merged->present == NULL && merged->merged != NULL)
    counts->added++;
  else if (merged->present != NULL && merged->merged == NULL)
    counts->removed++;
  else if (merged->present != NULL && !bary_record_equals (merged->present, merged->merged))
    counts->changed++;
  else
    counts->same++;
}

static void
add_to_plan (BaryMerge  *self,
             const char *id,
             BaryRecord *merged)
{
  g_autofree char *json = merged != NULL ? bary_history_compose_fields (merged, 0) : NULL;

  g_checksum_update (self->plan, (const guchar *) id, -1);
  g_checksum_update (self->plan, (const guchar *) (json != NULL ? json : "-"), -1);
}

/* One record */

/* What a rule forbids stays as it stands. */
static gboolean
hold_back (BaryMerge         *self,
           BaryMergedRecord  *merged,
           const char        *id)
{
  g_autoptr (GError) invalid = NULL;
  gboolean held = (self->hold_all && merged->present != NULL) || g_hash_table_contains (self->held, id);

  if (merged->merged == NULL ? !held : !held && bary_record_validate (merged->merged, &invalid))
    return FALSE;

  g_clear_object (&merged->merged);
  merged->merged = merged->present != NULL ? bary_record_copy (merged->present) : NULL;
  return TRUE;
}

static gboolean
write_record (BaryMerge              *self,
              const BaryMergedRecord *merged,
              GError                **error)
{
  if (merged->merged == NULL)
    return merged->present == NULL || bary_writer_remove (self->writer, merged->present, error);

  return merged->present == NULL ? bary_writer_add (self->writer, merged->merged, error)
                                 : bary_writer_update (self->writer, merged->present, merged->merged, error);
}

static gboolean
merge_one (BaryMerge   *self,
           BaryKind     kind,
           const char  *id,
           GError     **error)
{
  g_auto (BaryMergedRecord) merged = { 0 };
  g_autoptr (BaryRecord) wanted = NULL;
  gboolean held;

  if (!bary_merge_record (self->ledger, kind, id, g_hash_table_contains (self->needed, id), &merged, error))
    return FALSE;

  g_set_object (&wanted, merged.merged);
  held = hold_back (self, &merged, id);
  if ((held || bary_merged_record_is_unsettled (&merged)) && !bary_ledger_mark_unsettled (self->database, kind, id, error))
    return FALSE;

  if (held)
    self->report->held++;
  else
    count (self, &merged);
  if (held && merged.present != NULL)
    /* Translators: %s: a record */
    report_whole (self, merged.present, BARY_IMPORT_NOTICE_HELD,
                  _("%s: what it would become breaks a rule; it stays as it is here and needs your attention"));
  else if (held && wanted != NULL)
    /* Translators: %s: a record */
    report_whole (self, wanted, BARY_IMPORT_NOTICE_HELD, _("%s: it is new, and a rule does not let it in; it waits outside"));
  else
    report (self, &merged);
  add_to_plan (self, id, merged.merged);
  return write_record (self, &merged, error);
}

static gboolean
merge_all (BaryMerge  *self,
           GError    **error)
{
  g_autoptr (GPtrArray) touched = bary_merge_list_touched (self, error);
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer id, kind;

  if (touched == NULL)
    return FALSE;

  for (guint i = 0; i < touched->len; i++)
    {
      const BaryTrace *record = touched->pdata[i];

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error) ||
          !merge_one (self, record->kind, record->id, error))
        return FALSE;
      g_hash_table_add (done, record->id);
    }

  g_hash_table_iter_init (&iter, self->needed);
  while (g_hash_table_iter_next (&iter, &id, &kind))
    if (!g_hash_table_contains (done, id) && !merge_one (self, GPOINTER_TO_UINT (kind), id, error))
      return FALSE;
  return TRUE;
}

/* Rules that do not hold */

/* Returns: FALSE on an error. */
static gboolean
find_missing_of (BaryMerge         *self,
                 const BaryKindInfo *info,
                 const BaryField    *field,
                 gboolean           *found,
                 GError            **error)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT DISTINCT \"%1$s\" FROM \"%2$s\" t WHERE \"%1$s\" IS NOT NULL AND NOT EXISTS "
                     "(SELECT 1 FROM \"%3$s\" WHERE id = t.\"%1$s\")", field->name, info->name, bary_kind_get_info (field->target)->name);
  g_autoptr (BaryStatement) statement = bary_database_prepare (self->database, sql, error);
  BaryStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = bary_statement_step (statement, error)) == BARY_STEP_ROW)
    *found |= g_hash_table_insert (self->needed, g_strdup (bary_statement_get_text (statement, 0)), GUINT_TO_POINTER (field->target));
  return step == BARY_STEP_DONE;
}

/* Records that are referred to and are not there. */
static gboolean
find_missing (BaryMerge  *self,
              gboolean   *found,
              GError    **error)
{
  for (guint kind = 0; kind < BARY_N_KINDS; kind++)
    {
      const BaryKindInfo *info = bary_kind_get_info (kind);

      for (guint i = 0; i < info->n_fields; i++)
        if (info->fields[i].type == BARY_FIELD_REFERENCE && !find_missing_of (self, info, &info->fields[i], found, error))
          return FALSE;
    }
  return TRUE;
}

/* Returns: whether another attempt has a chance. */
static gboolean
learn_from (BaryMerge    *self,
            const GError *refusal)
{
  const char *fault = self->writer != NULL ? bary_writer_get_fault (self->writer) : NULL;
  gboolean found = FALSE;

  if (!g_error_matches (refusal, BARY_STORE_ERROR, BARY_STORE_ERROR_REFUSED) || fault == NULL)
    return FALSE;
  if (find_missing (self, &found, NULL) && found)
    return TRUE;
  if (g_hash_table_add (self->held, g_strdup (fault)))
    return TRUE;

  found = !self->hold_all;
  self->hold_all = TRUE;
  return found;
}

/* The whole */

static gboolean
begin_attempt (BaryMerge   *self,
               const char  *name,
               const char  *subject,
               GError     **error)
{
  gint64 n_entries;

  if (!bary_database_query_integer (self->database, "SELECT EXISTS (SELECT 1 FROM entry)", &n_entries, error))
    return FALSE;

  self->ledger = bary_ledger_open (self->database, error);
  self->writer = self->ledger != NULL ? bary_writer_begin (self->database, BARY_ACTION_IMPORT, 0, name, subject,
                                                           bary_store_get_author (self->store), n_entries == 0, error)
                                      : NULL;
  if (self->writer == NULL || !bary_merge_check_base (self, error) || !bary_merge_take (self, error))
    return FALSE;

  bary_ledger_free (self->ledger);
  self->ledger = bary_ledger_open (self->database, error);
  return self->ledger != NULL;
}

static gboolean
attempt (BaryMerge        *self,
         const char       *name,
         const char       *subject,
         BaryImportFlags   flags,
         const char       *plan,
         GError          **error)
{
  bary_import_report_clear (self->report);
  g_clear_pointer (&self->writer, bary_writer_free);
  g_clear_pointer (&self->ledger, bary_ledger_free);
  g_clear_pointer (&self->plan, g_checksum_free);
  self->plan = g_checksum_new (G_CHECKSUM_SHA256);

  if (!begin_attempt (self, name, subject, error) || !merge_all (self, error) || !bary_writer_check (self->writer, error) ||
      !bary_import_report_keep_plan (self->report, g_checksum_get_string (self->plan), plan, error) ||
      !bary_import_report_keep_preview (self->report, flags, self->database, bary_writer_peek_action (self->writer), error))
    return FALSE;

  self->report->same += self->n_known;
  return (flags & BARY_IMPORT_DRY_RUN) != 0 || bary_writer_commit (self->writer, error);
}

gboolean
bary_store_merge (BaryStore         *store,
                  const char        *name,
                  const char        *subject,
                  BaryEditSource    *source,
                  BaryImportFlags    flags,
                  const char        *plan,
                  BaryImportReport  *report,
                  GCancellable      *cancellable,
                  GError           **error)
{
  g_auto (BaryMerge) self = { store, bary_store_get_database (store), source, NULL, NULL, report };
  GError *failure = NULL;

  g_return_val_if_fail (BARY_IS_STORE (store) && BARY_IS_EDIT_SOURCE (source) && report != NULL, FALSE);

  self.cancellable = cancellable;
  self.held = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.needed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; !attempt (&self, name, subject, flags, plan, &failure); i++)
    {
      if (i == MOST_ATTEMPTS || !learn_from (&self, failure))
        {
          g_propagate_error (error, failure);
          return FALSE;
        }
      g_clear_error (&failure);
    }

  g_clear_pointer (&self.writer, bary_writer_free);
  if (!(flags & BARY_IMPORT_DRY_RUN))
    bary_store_announce (store);
  return TRUE;
}
