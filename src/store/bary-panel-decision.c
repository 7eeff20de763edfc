#include "bary-panel-decision.h"

#include "bary-config.h"
#include "bary-kinds.h"

#include <glib/gi18n-lib.h>

/* Whoever is neither admitted nor rejected yet would be left out without a word. */
static gboolean
check_reviewed (const BaryPanel  *panel,
                GError          **error)
{
  for (guint i = 0; i < panel->applications->len; i++)
    {
      g_autofree char *title = NULL;

      if (!bary_panel_application (panel, i)->in_review)
        continue;
      title = bary_panel_application_to_words (panel, i);
      g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_REFUSED,
                   /* Translators: %s: an application */
                   _("%s is still in the technical review: admit or reject it first"), title);
      return FALSE;
    }
  return TRUE;
}

gboolean
bary_panel_decision_check (const BaryPanelResults  *results,
                           GError                 **error)
{
  if (results->panel->order_number != NULL)
    {
      g_set_error_literal (error, BARY_STORE_ERROR, BARY_STORE_ERROR_REFUSED,
                           _("The contest is decided already: undo the decision first"));
      return FALSE;
    }
  for (guint i = 0; i < results->results->len; i++)
    {
      const BaryResult *result = bary_panel_result (results, i);
      g_autofree char *title = NULL;

      if (result->total.score.fault == BARY_SCORE_KNOWN && !result->total.lacks_third)
        continue;
      title = bary_panel_application_to_words (results->panel, result->application);
      g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_REFUSED,
                   /* Translators: %s: an application */
                   _("%s has no total yet: wait for its sheets, or reject it"), title);
      return FALSE;
    }
  return check_reviewed (results->panel, error);
}

/* What does not count for a conflict of interest stays in the archive, crossed out. */
static gboolean
void_conflicts (BaryStore        *store,
                const BaryPanel  *panel,
                BaryChanges      *changes,
                GError          **error)
{
  for (guint i = 0; i < panel->sheets->len; i++)
    {
      const BaryPanelSheet *sheet = bary_panel_sheet (panel, i);
      const BaryInterest *conflict = sheet->state == BARY_SHEET_SUBMITTED
                                     ? bary_panel_find_conflict (panel, sheet->application, sheet->expert) : NULL;
      g_autoptr (BaryRecord) record = NULL;
      g_autofree char *reason = NULL;

      if (conflict == NULL)
        continue;
      record = bary_store_get (store, BARY_KIND_SCORE_SHEET, sheet->id, error);
      if (record == NULL)
        return FALSE;
      reason = bary_interest_to_words (conflict);
      bary_changes_set (changes, record, "state", "void");
      bary_changes_set (changes, record, "reason", reason);
    }
  return TRUE;
}

/* Returns: (transfer full): its id */
static char *
add_status (BaryRecord             *contest,
            const BaryPanelApplication *application,
            const char             *order_number,
            const char             *date,
            BaryChanges            *changes)
{
  static const char *const copied[][2] = { { "status_kind", "kind" }, { "status_from", "from" }, { "status_to", "to" } };
  g_autoptr (BaryRecord) status = bary_record_new (BARY_KIND_STATUS, NULL);

  bary_record_set_all (status, "organisation", application->organisation, "state", "new", "name", application->name,
                       "order_number", order_number, "order_date", date, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (copied); i++)
    bary_record_set_all (status, copied[i][1], bary_record_get_text (contest, copied[i][0]), NULL);
  bary_changes_add (changes, status);
  return g_strdup (bary_record_get_id (status));
}

static void
add_decision (const BaryPanelResults *results,
              const BaryRankingRow   *row,
              const char             *status,
              BaryChanges            *changes)
{
  const BaryResult *result = bary_panel_result (results, row->entry);
  g_autoptr (BaryRecord) decision = bary_record_new (BARY_KIND_CONTEST_DECISION, NULL);
  g_autofree char *place = g_strdup_printf ("%u", row->place);
  g_autofree char *total = bary_fraction_to_string (&result->total.score.value);
  g_autofree char *reason = bary_panel_results_explain (results, row->entry);

  bary_record_set_all (decision, "application", bary_panel_application (results->panel, result->application)->id,
                       "place", place, "total", total, "outcome", results->winners[row->entry] ? "awarded" : "declined",
                       "status", status, "reason", reason, NULL);
  bary_changes_add (changes, decision);
}

BaryChanges *
bary_panel_decision_compose (BaryStore               *store,
                             const BaryPanelResults  *results,
                             const char              *order_number,
                             const char              *date,
                             GError                 **error)
{
  g_autoptr (BaryRecord) contest = bary_store_get (store, BARY_KIND_CONTEST, results->panel->id, error);
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  gboolean gives = contest != NULL && bary_record_get_text (contest, "status_kind") != NULL;

  if (contest == NULL || !bary_panel_decision_check (results, error) || !void_conflicts (store, results->panel, changes, error))
    return NULL;
  bary_changes_set (changes, contest, "state", "finished");
  bary_changes_set (changes, contest, "order_number", order_number);
  bary_changes_set (changes, contest, "order_date", date);
  if (bary_record_get_text (contest, "frozen_on") == NULL)
    bary_changes_set (changes, contest, "frozen_on", date);
  for (guint i = 0; i < results->rows->len; i++)
    {
      const BaryRankingRow *row = &g_array_index (results->rows, BaryRankingRow, i);
      guint application = bary_panel_result (results, row->entry)->application;
      g_autofree char *status = gives && results->winners[row->entry]
                                ? add_status (contest, bary_panel_application (results->panel, application), order_number, date, changes)
                                : NULL;

      add_decision (results, row, status, changes);
    }
  return g_steal_pointer (&changes);
}
