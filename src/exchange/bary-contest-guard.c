#include "bary-contest-guard-private.h"


BaryContestGuard *
bary_contest_guard_new (BaryStore             *store,
                        const BaryPackageKind *kind,
                        const char            *subject,
                        const char            *today,
                        BaryImportReport      *report)
{
  BaryContestGuard *self;

  if (!kind->own)
    return NULL;

  self = g_new0 (BaryContestGuard, 1);
  self->store = g_object_ref (store);
  self->subject = g_strdup (subject);
  self->today = g_strdup (today);
  self->report = report;
  self->look = kind->subject == BARY_KIND_APPLICATION ? bary_contest_guard_look_at_application : bary_contest_guard_look_at_scores;
  self->passed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
bary_contest_guard_free (BaryContestGuard *self)
{
  g_object_unref (self->store);
  g_free (self->subject);
  g_free (self->today);
  g_hash_table_unref (self->passed);
  g_hash_table_unref (self->taken);
  g_clear_pointer (&self->seats, g_hash_table_unref);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_free (self->judged);
  g_clear_error (&self->failure);
  g_free (self);
}

BaryGuardVerdict
bary_contest_guard_look (BaryContestGuard  *self,
                         BaryRecord        *record,
                         BaryRecord        *present,
                         guint              line,
                         char             **reason,
                         GError           **error)
{
  BaryGuardVerdict verdict = self->look (self, record, present, line, reason);

  if (self->failure == NULL)
    return verdict;

  g_clear_pointer (reason, g_free);
  g_propagate_error (error, g_steal_pointer (&self->failure));
  return BARY_GUARD_FAIL;
}

GError **
bary_contest_guard_get_failure (BaryContestGuard *self)
{
  return self->failure == NULL ? &self->failure : NULL;
}

BaryRecord *
bary_contest_guard_find (BaryContestGuard *self,
                         BaryKind          kind,
                         const char       *id)
{
  BaryRecord *record = NULL;

  bary_store_find (self->store, kind, id, &record, bary_contest_guard_get_failure (self));
  return record;
}

gboolean
bary_contest_guard_prevails (const BaryContestGuard *self,
                             BaryRecord             *record)
{
  switch (bary_record_get_kind (record))
    {
    case BARY_KIND_APPLICATION:
    case BARY_KIND_APPLICATION_ANSWER:
    case BARY_KIND_APPENDIX:
    case BARY_KIND_APPENDIX_CHUNK:
    case BARY_KIND_EXPERT_ASSIGNMENT:
    case BARY_KIND_SCORE_SHEET:
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
bary_contest_guard_is_open (const BaryContestGuard *self)
{
  return !self->stale && !self->closed;
}

void
bary_contest_guard_tell (BaryContestGuard *self,
                         BaryRecord       *record,
                         guint             line,
                         const char       *words)
{
  g_autoptr (BaryRecord) application = NULL;

  if (!bary_import_report_count (self->report))
    return;
  if (bary_record_get_kind (record) != BARY_KIND_APPLICATION)
    application = bary_contest_guard_find (self, BARY_KIND_APPLICATION, bary_record_get_text (record, "application"));
  bary_import_report_add (self->report, record, line, BARY_IMPORT_NOTICE_ARRIVAL,
                          bary_store_describe (self->store, application != NULL ? application : record), g_strdup (words));
}
