#include "bary-scoring-results.h"

#include "bary-agreement-words.h"
#include "bary-config.h"
#include "bary-decision-dialog.h"
#include "bary-dialogs.h"
#include "bary-icc.h"
#include "bary-krippendorff.h"
#include "bary-concordance.h"
#include "bary-mixed-model.h"
#include "bary-panel-report.h"
#include "bary-report-print.h"
#include "bary-store-panel.h"

#include <glib/gi18n-lib.h>

struct _BaryScoringResults {
  AdwBin     parent_instance;

  GtkWidget   *page;    /* anew for each state */
  BarySession *session; /* owned */
  char        *contest; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (BaryScoringResults, bary_scoring_results, ADW_TYPE_BIN)

static AdwPreferencesGroup *
add_group (BaryScoringResults *self,
           const char         *title,
           const char         *description)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_group_set_description (group, description);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self->page), group);
  return group;
}

static GtkWidget *
make_row (const char *title,
          const char *subtitle,
          const char *figure)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (figure);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}

/* The ranking */

static void
add_sheets (const BaryPanelResults *results,
            const BaryResult       *result,
            AdwExpanderRow         *row)
{
  for (guint i = result->first; i < result->first + result->n_sheets; i++)
    {
      const BaryPanelSheet *sheet = bary_panel_sheet (results->panel, g_array_index (results->numbers, guint, i));
      g_autofree char *addends = bary_panel_results_explain_sheet (results, i);
      g_autofree char *total = bary_score_to_words (&g_array_index (results->totals, BaryScore, i), &results->panel->rules);
      /* Translators: 1: addends, 2: the number of a revision, 3: a day and a time */
      g_autofree char *words = g_strdup_printf (_("%1$s · revision %2$u, handed in %3$s"), addends, sheet->revision,
                                                sheet->submitted);

      adw_expander_row_add_row (row, make_row (bary_panel_expert (results->panel, sheet->expert)->name, words, total));
    }
}

static void
add_ranking_row (const BaryPanelResults *results,
                 const BaryRankingRow   *place,
                 AdwPreferencesGroup    *group)
{
  const BaryResult *result = bary_panel_result (results, place->entry);
  g_autofree char *title = bary_panel_application_to_words (results->panel, result->application);
  g_autofree char *decided = bary_ranking_to_words (place, &results->panel->rules, (const BaryTieRule *) results->panel->steps->data);
  g_autofree char *why = bary_panel_results_explain (results, place->entry);
  g_autofree char *words = g_strdup_printf ("%s; %s", decided, why);
  g_autofree char *total = bary_score_to_words (&result->score, &results->panel->rules);
  g_autofree char *number = place->place > 0 ? g_strdup_printf ("%u", place->place) : g_strdup ("–");
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *figure = gtk_label_new (result->lacks_third ? _("third expert needed") : total);
  GtkWidget *prefix = gtk_label_new (number);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), words);
  gtk_label_set_width_chars (GTK_LABEL (prefix), 3);
  gtk_widget_add_css_class (prefix, "numeric");
  gtk_widget_add_css_class (figure, results->winners[place->entry] ? "success" : "numeric");
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), prefix);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), figure);
  add_sheets (results, result, ADW_EXPANDER_ROW (row));
  adw_preferences_group_add (group, row);
}

static char *
describe_line (const BaryPanel *panel)
{
  g_autofree char *mark = panel->line.has_pass_mark ? bary_fraction_to_string (&panel->line.pass_mark) : NULL;

  if (panel->line.n_places > 0 && mark != NULL)
    /* Translators: 1: a number of places, 2: a mark */
    return g_strdup_printf (_("Green: places %1$u, and a total from %2$s"), panel->line.n_places, mark);
  if (mark != NULL)
    return g_strdup_printf (_("Green: a total from %s"), mark);
  return panel->line.n_places > 0 ? g_strdup_printf (_("Green: the first %u"), panel->line.n_places) : NULL;
}

static GtkWidget *
make_button (const char *label,
             const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static void
add_buttons (AdwPreferencesGroup    *group,
             const BaryPanelResults *results)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), make_button (_("_Save the Papers…"), "results.papers"));
  if (results->panel->order_number == NULL)
    gtk_box_append (GTK_BOX (box), make_button (_("_Decide…"), "results.decide"));
  adw_preferences_group_set_header_suffix (group, box);
}

static void
show_ranking (BaryScoringResults     *self,
              const BaryPanelResults *results)
{
  g_autofree char *line = describe_line (results->panel);
  AdwPreferencesGroup *group = add_group (self, _("Ranking"), line);

  add_buttons (group, results);
  for (guint i = 0; i < results->rows->len; i++)
    add_ranking_row (results, &g_array_index (results->rows, BaryRankingRow, i), group);
}

/* Agreement */

static void
add_measure (AdwPreferencesGroup *group,
             const char          *title,
             const BaryMeasure   *measure,
             const char          *words)
{
  g_autofree char *figure = measure->fault == BARY_MEASURE_KNOWN ? g_strdup_printf ("%.3f", measure->value) : g_strdup ("–");

  adw_preferences_group_add (group, make_row (title, words, figure));
}

static void
show_agreement (BaryScoringResults *self,
                const BaryMarks    *marks)
{
  AdwPreferencesGroup *group = add_group (self, _("Agreement of Experts"), _("By the totals of the sheets"));
  BaryMeasure alphas[BARY_N_METRICS];
  BaryConcordance concordance;
  BaryIccTable table;

  bary_krippendorff_compute (marks, alphas);
  bary_icc_compute (marks, &table);
  bary_concordance_compute (marks, &concordance);
  add_measure (group, _("Krippendorff’s alpha, ordinal"), &alphas[BARY_METRIC_ORDINAL],
               bary_krippendorff_to_words (&alphas[BARY_METRIC_ORDINAL]));
  add_measure (group, _("Krippendorff’s alpha, interval"), &alphas[BARY_METRIC_INTERVAL],
               bary_krippendorff_to_words (&alphas[BARY_METRIC_INTERVAL]));
  add_measure (group, _("Intraclass correlation of one sheet"), &table.forms[BARY_ICC_1].value,
               bary_icc_to_words (&table.forms[BARY_ICC_1].value));
  add_measure (group, _("Intraclass correlation of the mean"), &table.forms[BARY_ICC_1K].value,
               bary_icc_to_words (&table.forms[BARY_ICC_1K].value));
  add_measure (group, _("Kendall’s W"), &concordance.w, bary_concordance_to_words (&concordance.w, concordance.p));
}

/* Severity */

static char *
list_doubts (BaryDoubts doubts)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < BARY_N_DOUBTS; i++)
    if (doubts & (1 << i))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", bary_doubt_to_words (1 << i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_estimates (AdwPreferencesGroup    *group,
               const BaryPanelResults *results,
               const BaryMarks        *marks,
               const BaryMixedModel   *model)
{
  for (guint i = 0; i < results->results->len; i++)
    {
      const BaryResult *result = bary_panel_result (results, i);
      g_autofree char *title = bary_panel_application_to_words (results->panel, result->application);
      g_autofree char *figure = g_strdup_printf ("%.2f ± %.2f", model->mean + model->applications[i],
                                                 model->application_errors[i] * BARY_MIXED_MODEL_INTERVAL);

      if (marks->starts[i + 1] > marks->starts[i])
        adw_preferences_group_add (group, make_row (title, NULL, figure));
    }
  for (guint e = 0; e < results->panel->experts->len; e++)
    {
      guint assigned, submitted;
      g_autofree char *figure = g_strdup_printf ("%+.2f ± %.2f", model->experts[e], model->expert_errors[e] * BARY_MIXED_MODEL_INTERVAL);

      bary_panel_count (results->panel, e, &assigned, &submitted);
      if (submitted > 0)
        adw_preferences_group_add (group, make_row (bary_panel_expert (results->panel, e)->name,
                                                    _("how far the expert’s marks lie above the others’"), figure));
    }
}

static void
show_calibration (BaryScoringResults     *self,
                  const BaryPanelResults *results,
                  const BaryMarks        *marks)
{
  AdwPreferencesGroup *group = add_group (self, _("For Reference: Without Anybody’s Severity"),
                                          _("Estimates with intervals of 90 percent. The official result is the ranking above."));
  g_autoptr (BaryLeastSquares) squares = bary_least_squares_new (marks, 0);
  g_autoptr (BaryMixedModel) model = bary_mixed_model_new (marks, squares);
  BaryDoubts doubts = bary_calibration_doubt (marks, squares);
  g_autofree char *reason = doubts != BARY_DOUBT_NONE ? list_doubts (doubts)
                            : model->fault != BARY_MEASURE_KNOWN ? g_strdup (bary_measure_fault_to_words (model->fault)) : NULL;

  if (reason != NULL)
    adw_preferences_group_add (group, make_row (_("Not computed"), reason, NULL));
  else
    add_estimates (group, results, marks, model);
}

/* Stability */

static char *
describe_shift (const BaryPanelResults *results,
                const BaryShift        *shift)
{
  int expert = bary_panel_find_expert (results->panel, shift->expert);

  switch (shift->kind)
    {
    case BARY_SHIFT_WITHOUT_EXPERT:
      /* Translators: %s: an expert */
      return g_strdup_printf (_("Without the sheets of %s"), expert >= 0 ? bary_panel_expert (results->panel, (guint) expert)->name : "");
    case BARY_SHIFT_WEIGHT_UP:
      /* Translators: %s: a criterion */
      return g_strdup_printf (_("With 10 %% more weight of “%s”"), bary_panel_scale (results->panel, shift->criterion)->name);
    case BARY_SHIFT_WEIGHT_DOWN:
      return g_strdup_printf (_("With 10 %% less weight of “%s”"), bary_panel_scale (results->panel, shift->criterion)->name);
    case BARY_SHIFT_MEDIAN:
    default:
      return g_strdup (_("With the median of the sheets"));
    }
}

static void
list_crossing (const BaryPanelResults *results,
               const GArray           *entries,
               const char             *word,
               GString                *text)
{
  for (guint i = 0; i < entries->len; i++)
    {
      guint entry = g_array_index (entries, guint, i);
      g_autofree char *title = bary_panel_application_to_words (results->panel, bary_panel_result (results, entry)->application);

      g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "; " : "", word, title);
    }
}

static void
show_stability (BaryScoringResults     *self,
                const BaryPanelResults *results)
{
  AdwPreferencesGroup *group = add_group (self, _("How Firm the Decision Is"), _("Who would change sides of the line"));
  BaryDecision decision = bary_panel_results_get_decision (results);
  g_autoptr (GPtrArray) shifts = bary_stability_find_changes (&decision);

  for (guint i = 0; i < shifts->len; i++)
    {
      const BaryShift *shift = shifts->pdata[i];
      g_autofree char *title = describe_shift (results, shift);
      g_autoptr (GString) text = g_string_new (NULL);

      list_crossing (results, shift->entering, _("comes in"), text);
      list_crossing (results, shift->leaving, _("goes out"), text);
      adw_preferences_group_add (group, make_row (title, text->str, NULL));
    }
  if (shifts->len == 0)
    adw_preferences_group_add (group, make_row (_("Nobody"), _("neither without any one expert, nor with a weight 10 percent more or less, nor with the median"),
                                                NULL));
}

/* What follows */

static void
decide_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  BaryScoringResults *self = BARY_SCORING_RESULTS (widget);

  if (self->contest != NULL)
    bary_decision_dialog_ask (widget, self->session, self->contest);
}

static void
place_chosen (GFile    *file,
              gpointer  user_data)
{
  g_autoptr (BaryScoringResults) self = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  BaryStore *store = bary_session_get_store (self->session);
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryPanel) panel = NULL;
  g_autoptr (BaryPanelResults) results = NULL;

  if (path == NULL || store == NULL)
    return;
  panel = bary_store_read_panel (store, self->contest, &error);
  if (panel == NULL)
    {
      bary_session_fail (self->session, error);
      return;
    }
  results = bary_panel_results_new (panel);
  bary_report_write (self->session, bary_panel_report_new (results), path);
}

static void
papers_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  if (BARY_SCORING_RESULTS (widget)->contest != NULL)
    bary_dialogs_save_file (GTK_WINDOW (gtk_widget_get_root (widget)), _("Save the Papers"), _("Protocol.pdf"), place_chosen,
                            g_object_ref (widget));
}

void
bary_scoring_results_show (BaryScoringResults *self,
                           BarySession        *session,
                           const BaryPanel    *panel)
{
  g_autoptr (BaryPanelResults) results = panel != NULL ? bary_panel_results_new (panel) : NULL;
  g_autoptr (BaryMarks) marks = results != NULL ? bary_panel_results_get_marks (results) : NULL;

  g_set_object (&self->session, session);
  g_free (self->contest);
  self->contest = g_strdup (panel != NULL ? panel->id : NULL);
  self->page = adw_preferences_page_new ();
  adw_bin_set_child (ADW_BIN (self), self->page);
  if (results == NULL)
    return;
  show_ranking (self, results);
  show_agreement (self, marks);
  show_calibration (self, results, marks);
  if (panel->line.n_places > 0 || panel->line.has_pass_mark)
    show_stability (self, results);
}

static void
bary_scoring_results_dispose (GObject *object)
{
  BaryScoringResults *self = BARY_SCORING_RESULTS (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->contest, g_free);

  G_OBJECT_CLASS (bary_scoring_results_parent_class)->dispose (object);
}

static void
bary_scoring_results_class_init (BaryScoringResultsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_scoring_results_dispose;

  gtk_widget_class_install_action (widget_class, "results.decide", NULL, decide_cb);
  gtk_widget_class_install_action (widget_class, "results.papers", NULL, papers_cb);
}

static void
bary_scoring_results_init (BaryScoringResults *self)
{
}
