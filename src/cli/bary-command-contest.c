#include "bary-command.h"
#include "bary-config.h"
#include "bary-date.h"
#include "bary-doubts-output.h"
#include "bary-kinds.h"
#include "bary-output.h"
#include "bary-panel-changes.h"
#include "bary-panel-decision.h"
#include "bary-panel-output.h"
#include "bary-panel-report.h"
#include "bary-report-file.h"
#include "bary-store-doubts.h"
#include "bary-store-panel.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

static gboolean as_json;
static gboolean dry_run;
static int need;
static char *seed;
static char *order;
static char *date;
static char *output;
static char *part;
static char *applicant;
static char *confirmed;
static char *dismissed;

static const GOptionEntry options[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print JSON"), NULL },
  { "need", 'k', 0, G_OPTION_ARG_INT, &need, N_("assign: experts for an application (default: the contest’s)"), N_("K") },
  { "seed", 's', 0, BARY_OPTION_TEXT, &seed, N_("assign: which of several cheapest tables is taken (default: the contest’s)"), N_("N") },
  { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry_run, N_("assign: only say what would be done"), NULL },
  { "order", 0, 0, BARY_OPTION_TEXT, &order, N_("decide: the number of the order"), N_("NUMBER") },
  { "date", 0, 0, BARY_OPTION_TEXT, &date, N_("decide: its date (default: today)"), N_("DATE") },
  { "output", 'o', 0, BARY_OPTION_TEXT, &output, N_("papers: a .pdf, .odt, .xlsx, .fodt or .csv file to write"), N_("FILE") },
  { "part", 0, 0, BARY_OPTION_TEXT, &part, N_("papers: only the protocol, the order or an extract"), N_("PART") },
  { "application", 0, 0, BARY_OPTION_TEXT, &applicant, N_("papers: whose extract"), N_("ID") },
  { "confirm", 0, 0, BARY_OPTION_TEXT, &confirmed, N_("conflicts: this one is a conflict of interest (its number, or all)"), N_("N") },
  { "dismiss", 0, 0, BARY_OPTION_TEXT, &dismissed, N_("conflicts: this one is none (its number, or all)"), N_("N") },
  { NULL }
};

/* list */

static void
count_applications (BaryStore  *store,
                    BaryRecord *contest,
                    BaryGrid   *grid)
{
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_APPLICATION);
  g_autoptr (GPtrArray) ids = NULL;
  g_autofree char *number = NULL;

  bary_query_where (query, "contest", bary_record_get_id (contest));
  ids = bary_store_select_ids (store, query, NULL);
  number = g_strdup_printf ("%u", ids != NULL ? ids->len : 0);
  bary_grid_add_cell (grid, number);
}

static void
print_table (BaryStore *store,
             GPtrArray *contests)
{
  g_autoptr (BaryGrid) grid = bary_grid_new (5);
  const BaryField *state = bary_kind_find_field (BARY_KIND_CONTEST, "state", NULL);

  bary_grid_add_cell (grid, "id");
  bary_grid_add_cell (grid, _("Contest"));
  bary_grid_add_cell (grid, _("School year"));
  bary_grid_add_cell (grid, _("State"));
  bary_grid_add_cell (grid, _("Applications"));
  for (guint i = 0; i < contests->len; i++)
    {
      BaryRecord *contest = contests->pdata[i];
      g_autofree char *words = bary_store_value_to_words (store, state, bary_record_get (contest, state));

      bary_grid_add_cell (grid, bary_record_get_id (contest));
      bary_grid_add_cell (grid, bary_record_get_name (contest));
      bary_grid_add_cell (grid, bary_record_get_text (contest, "school_year"));
      bary_grid_add_cell (grid, words);
      count_applications (store, contest, grid);
    }
  bary_grid_print (grid);
}

static gboolean
list_contests (BaryStore  *store,
               const char *unused,
               GError    **error)
{
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_CONTEST);
  g_autoptr (GPtrArray) contests = NULL;

  bary_query_where (query, "template", NULL);
  contests = bary_store_select (store, query, error);
  if (contests == NULL)
    return FALSE;
  if (!as_json)
    {
      print_table (store, contests);
      return TRUE;
    }
  bary_output_begin_array ();
  for (guint i = 0; i < contests->len; i++)
    bary_output_add_element (bary_json_from_record (contests->pdata[i]));
  bary_output_end_array ();
  return TRUE;
}

/* show */

static void
print_fields (BaryStore  *store,
              BaryRecord *contest)
{
  const BaryKindInfo *info = bary_record_get_info (contest);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const char *value = bary_record_get (contest, &info->fields[i]);
      g_autofree char *words = value != NULL ? bary_store_value_to_words (store, &info->fields[i], value) : NULL;

      if (words != NULL)
        bary_output_printf ("%s: %s\n", _(info->fields[i].label), words);
    }
}

static void
print_experts (const BaryPanel *panel)
{
  for (guint i = 0; i < panel->experts->len; i++)
    {
      const BaryPanelExpert *expert = bary_panel_expert (panel, i);
      guint assigned, submitted;

      bary_panel_count (panel, i, &assigned, &submitted);
      /* Translators: 1: an expert, 2: sheets handed in, 3: applications assigned */
      bary_output_printf (_("  %1$s: %2$u of %3$u sheets handed in\n"), expert->name, submitted, assigned);
    }
}

static void
print_conflicts (const BaryPanel *panel)
{
  for (guint i = 0; i < panel->interests->len; i++)
    {
      const BaryInterest *interest = &g_array_index (panel->interests, BaryInterest, i);
      g_autofree char *title = bary_panel_application_to_words (panel, interest->application);
      g_autofree char *reason = bary_interest_to_words (interest);

      bary_output_printf ("  %s — %s: %s%s\n", bary_panel_expert (panel, interest->expert)->name, title, reason,
                          interest->potential ? _(" (to be confirmed)") : "");
    }
}

static gboolean
show_contest (BaryStore  *store,
              const char *id,
              GError    **error)
{
  g_autoptr (BaryRecord) contest = bary_store_get (store, BARY_KIND_CONTEST, id, error);
  g_autoptr (BaryPanel) panel = contest != NULL ? bary_store_read_panel (store, id, error) : NULL;

  if (panel == NULL || !bary_store_add_doubts (store, panel, error))
    return FALSE;
  if (as_json)
    {
      bary_output_print_json (bary_json_from_record (contest));
      return TRUE;
    }
  print_fields (store, contest);
  bary_output_printf ("%s: %u\n", _("Applications"), panel->applications->len);
  bary_output_printf ("%s: %u\n", _("Experts"), panel->experts->len);
  print_experts (panel);
  bary_output_printf ("%s: %u\n", _("Conflicts of interest"), panel->interests->len);
  print_conflicts (panel);
  return TRUE;
}

/* results */

static gboolean
show_results (BaryStore  *store,
              const char *id,
              GError    **error)
{
  g_autoptr (BaryPanel) panel = bary_store_read_panel (store, id, error);
  g_autoptr (BaryPanelResults) results = panel != NULL ? bary_panel_results_new (panel) : NULL;

  if (results == NULL)
    return FALSE;
  bary_panel_print_results (results, as_json);
  return TRUE;
}

/* conflicts */

static gboolean
answer_doubts (BaryStore  *store,
               const char *id,
               GError    **error)
{
  return bary_doubts_run (store, id, confirmed, dismissed, error);
}

/* assign */

static gboolean
parse_seed (const BaryPanel  *panel,
            guint64          *value,
            GError          **error)
{
  gint64 number = (gint64) panel->seed;

  if (seed != NULL && !g_ascii_string_to_signed (seed, 10, 0, G_MAXINT64, &number, NULL))
    {
      g_set_error (error, BARY_CLI_ERROR, BARY_CLI_ERROR_USAGE, _("“%s” is no seed: give a whole number from 0 up"), seed);
      return FALSE;
    }
  *value = (guint64) number;
  return TRUE;
}

static gboolean
write_draw (BaryStore            *store,
            const BaryPanelDraw  *draw,
            const BaryAssignment *assignment,
            GError              **error)
{
  g_autoptr (BaryChanges) changes = bary_panel_changes_draw (store, draw, assignment, NULL, NULL, error);

  return changes != NULL && (bary_changes_get_length (changes) == 0 ||
                             bary_store_commit (store, N_("Assign experts: %s"), draw->panel->name, changes, error));
}

static gboolean
refuse_draw (const BaryPanelDraw   *draw,
             const BaryAssignment  *assignment,
             GError               **error)
{
  g_autofree char *why = bary_panel_explain_draw (draw, assignment);

  g_set_error (error, BARY_CLI_ERROR, BARY_CLI_ERROR_REFUSED,
               /* Translators: %s: why */
               _("Not every application can have its experts, so nothing was written; the table is as much as can be had. %s"), why);
  return FALSE;
}

static gboolean
assign_experts (BaryStore  *store,
                const char *id,
                GError    **error)
{
  g_autoptr (BaryPanel) panel = bary_store_read_panel (store, id, error);
  g_autoptr (BaryPanelDraw) draw = NULL;
  g_autoptr (BaryAssignment) assignment = NULL;
  guint64 number;

  if (panel == NULL || !parse_seed (panel, &number, error))
    return FALSE;
  if (!bary_store_check_doubts (store, panel, NULL, error))
    return FALSE;
  if (need < 0 || need > 1000)
    {
      g_set_error_literal (error, BARY_CLI_ERROR, BARY_CLI_ERROR_USAGE, _("--need is a number of experts from 1 to 1000"));
      return FALSE;
    }

  draw = bary_panel_draw_new (panel, need > 0 ? (guint) need : panel->need, number);
  assignment = bary_assignment_new (&draw->problem, NULL, NULL);
  if (assignment->feasible && !dry_run && !write_draw (store, draw, assignment, error))
    return FALSE;
  bary_panel_print_draw (draw, assignment, assignment->feasible && !dry_run, as_json);
  return assignment->feasible || refuse_draw (draw, assignment, error);
}

/* decide */

static gboolean
decide (BaryStore  *store,
        const char *id,
        GError    **error)
{
  g_autofree char *day = date != NULL ? bary_date_parse (date) : bary_date_today ();
  g_autoptr (BaryPanel) panel = NULL;
  g_autoptr (BaryPanelResults) results = NULL;
  g_autoptr (BaryChanges) changes = NULL;

  if (order == NULL || *order == '\0' || day == NULL)
    {
      g_set_error_literal (error, BARY_CLI_ERROR, BARY_CLI_ERROR_USAGE,
                           _("Say the order: --order=NUMBER, and --date=DATE as 2025-09-01 or 01.09.2025"));
      return FALSE;
    }
  panel = bary_store_read_panel (store, id, error);
  results = panel != NULL ? bary_panel_results_new (panel) : NULL;
  changes = results != NULL ? bary_panel_decision_compose (store, results, order, day, error) : NULL;
  return changes != NULL && (dry_run || bary_store_commit (store, N_("Decide the contest %s"), panel->name, changes, error));
}

/* papers */

/* Returns: (transfer full) (nullable) */
static BaryReport *
make_paper (const BaryPanelResults  *results,
            GError                 **error)
{
  static const char *const parts[] = { [BARY_PANEL_PROTOCOL] = "protocol", [BARY_PANEL_ORDER] = "order" };
  BaryReport *report = NULL;

  if (part == NULL)
    return bary_panel_report_new (results, BARY_PANEL_PAPERS);
  for (BaryPanelPaper i = BARY_PANEL_PROTOCOL; i <= BARY_PANEL_ORDER; i++)
    if (g_str_equal (part, parts[i]))
      return bary_panel_report_new (results, i);
  if (g_str_equal (part, "extract") && applicant != NULL)
    report = bary_panel_report_new_extract (results, applicant);
  else
    g_set_error_literal (error, BARY_CLI_ERROR, BARY_CLI_ERROR_USAGE,
                         _("Say --part=protocol, --part=order, or --part=extract with --application=ID"));
  if (report == NULL && error != NULL && *error == NULL)
    g_set_error (error, BARY_CLI_ERROR, BARY_CLI_ERROR_REFUSED,
                 _("%s is no admitted application of this contest: “list application” prints their ids"), applicant);
  return report;
}

static gboolean
write_papers (BaryStore  *store,
              const char *id,
              GError    **error)
{
  g_autoptr (BaryPanel) panel = NULL;
  g_autoptr (BaryPanelResults) results = NULL;
  g_autoptr (BaryReport) report = NULL;
  BaryReportFormat format;

  if (output == NULL)
    {
      g_set_error_literal (error, BARY_CLI_ERROR, BARY_CLI_ERROR_USAGE, _("Say where to: -o FILE.pdf, .odt, .xlsx, .fodt or .csv"));
      return FALSE;
    }
  if (!bary_report_format_from_path (output, &format, error) || !bary_call_check_target (store, output, error))
    return FALSE;
  panel = bary_store_read_panel (store, id, error);
  if (panel == NULL)
    return FALSE;
  results = bary_panel_results_new (panel);
  report = make_paper (results, error);
  return report != NULL && bary_report_save (report, format, output, error);
}

/* The words after "contest" */

static const struct {
  const char       *word;
  BaryDatabaseMode  mode;
  guint             n_operands;
  gboolean        (*run) (BaryStore *store, const char *id, GError **error);
} verbs[] = {
  { "list", BARY_DATABASE_READ_ONLY, 1, list_contests },
  { "show", BARY_DATABASE_READ_ONLY, 2, show_contest },
  { "results", BARY_DATABASE_READ_ONLY, 2, show_results },
  { "conflicts", BARY_DATABASE_READ_WRITE, 2, answer_doubts },
  { "assign", BARY_DATABASE_READ_WRITE, 2, assign_experts },
  { "decide", BARY_DATABASE_READ_WRITE, 2, decide },
  { "papers", BARY_DATABASE_READ_ONLY, 2, write_papers },
};

static gboolean
run_contest (BaryCall  *call,
             GError   **error)
{
  g_autoptr (BaryStore) store = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i].word, call->operands[0]) && verbs[i].n_operands == call->n_operands)
      {
        store = bary_call_open (call, dry_run ? BARY_DATABASE_READ_ONLY : verbs[i].mode, error);
        return store != NULL && verbs[i].run (store, call->operands[1], error);
      }

  g_set_error_literal (error, BARY_CLI_ERROR, BARY_CLI_ERROR_USAGE,
                       _("Say one of: contest list, and contest show, results, conflicts, assign, decide or papers with an ID"));
  return FALSE;
}

const BaryCommand bary_command_contest = {
  "contest", "list | (show | results | conflicts | assign | decide | papers) ID", N_("Contests: their ranking with every addend, and the draw of experts"),
  N_("“results” ranks the admitted applications by the sheets that were handed in; blank is not zero, so what is incomplete has no total. "
     "“conflicts” lists what names and notes say may be a conflict of interest; each is answered before the draw. "
     "“assign” gives every application its experts as one action that can be undone: nobody with a conflict of interest, what was set by "
     "hand, sent out or begun stays, and an application whose sheets are too far apart gets one expert more. The same seed gives the "
     "same table; the contest keeps it. “decide” enters the order: the contest is finished, and who is above the line has the status. "
     "“papers” writes the protocol, the table of the order and an extract for each applicant, in which experts have no names; --part "
     "writes one of them."),
  options, 1, 2, run_contest
};
