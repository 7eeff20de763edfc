#include "bary-scoring-figures.h"

#include "bary-agreement-words.h"
#include "bary-concordance.h"
#include "bary-config.h"
#include "bary-decimal.h"
#include "bary-icc.h"
#include "bary-krippendorff.h"
#include "bary-mixed-model.h"
#include "bary-rows.h"
#include "bary-scoring-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define CHANCE_DRAWS 2000

/* What the pages are filled from. */
typedef struct {
  AdwPreferencesPage     *page;
  const BaryPanelResults *results;
  BaryMarks              *marks;
  BaryLeastSquares       *squares;
  BaryMixedModel         *model;
  char                   *doubt;   /* (nullable): why the model tells nothing */
  double                 *chances; /* (nullable): of each result: to be above the line */
} Figures;

AdwPreferencesGroup *
bary_scoring_add_group (AdwPreferencesPage *page,
                        const char         *title,
                        const char         *description)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_group_set_description (group, description);
  adw_preferences_page_add (page, group);
  return group;
}

GtkWidget *
bary_scoring_make_row (const char *title,
                       const char *subtitle,
                       const char *figure)
{
  GtkWidget *label = gtk_label_new (figure);
  GtkWidget *row = bary_rows_make (title, subtitle);

  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}

/* Agreement */

static void
add_measure (AdwPreferencesGroup *group,
             const char          *title,
             const BaryMeasure   *measure,
             const char          *words)
{
  g_autofree char *figure = measure->fault == BARY_MEASURE_KNOWN ? bary_decimal_figure_to_words (measure->value, "%.3f") : g_strdup ("–");

  adw_preferences_group_add (group, bary_scoring_make_row (title, words, figure));
}

#define ALPHA_DRAWS 1000

static void
add_alpha (const Figures       *self,
           AdwPreferencesGroup *group,
           const char          *title,
           BaryMetric           metric,
           const BaryMeasure   *alpha)
{
  const char *meaning = bary_krippendorff_to_words (alpha);
  g_autofree char *words = NULL;
  double low, high;

  if (alpha->fault == BARY_MEASURE_KNOWN &&
      bary_krippendorff_find_interval (self->marks, metric, ALPHA_DRAWS, (guint32) self->results->panel->seed, &low, &high))
    {
      g_autofree char *from = bary_decimal_figure_to_words (low, "%.3f");
      g_autofree char *to = bary_decimal_figure_to_words (high, "%.3f");

      /* Translators: 1: what a figure means, 2 and 3: the ends of an interval */
      words = g_strdup_printf (_("%1$s With a probability of 95 percent between %2$s and %3$s."), meaning, from, to);
    }
  add_measure (group, title, alpha, words != NULL ? words : meaning);
}

static void
show_agreement (const Figures *self)
{
  AdwPreferencesGroup *group = bary_scoring_add_group (self->page, _("Agreement of Experts"), _("By the totals of the sheets"));
  BaryMeasure alphas[BARY_N_METRICS];
  BaryConcordance concordance;
  BaryIccTable table;

  bary_krippendorff_compute (self->marks, alphas);
  bary_icc_compute (self->marks, &table);
  bary_concordance_compute (self->marks, &concordance);
  add_alpha (self, group, _("Krippendorff’s alpha, ordinal"), BARY_METRIC_ORDINAL, &alphas[BARY_METRIC_ORDINAL]);
  add_alpha (self, group, _("Krippendorff’s alpha, interval"), BARY_METRIC_INTERVAL, &alphas[BARY_METRIC_INTERVAL]);
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
add_interval (BaryChartRow *row,
              double        estimate,
              double        error)
{
  row->has_interval = TRUE;
  row->estimate = estimate;
  row->low = estimate - error * BARY_MIXED_MODEL_INTERVAL;
  row->high = estimate + error * BARY_MIXED_MODEL_INTERVAL;
}

static void
add_chart (AdwPreferencesGroup *group,
           BaryScoreChart      *chart,
           const char          *title)
{
  GtkWidget *frame = adw_bin_new ();
  GtkWidget *area = bary_scoring_chart_new (chart, title);

  gtk_widget_add_css_class (frame, "card");
  gtk_widget_set_margin_top (area, 6);
  gtk_widget_set_margin_bottom (area, 6);
  adw_bin_set_child (ADW_BIN (frame), area);
  adw_preferences_group_add (group, frame);
}

static void
show_severity (const Figures *self)
{
  AdwPreferencesGroup *group = bary_scoring_add_group (self->page, _("Severity of Experts"),
                                                       _("How far an expert’s marks lie above the others’ (at the right) or below them. The bar holds the true figure with a probability of 90 percent."));
  BaryScoreChart *chart;

  if (self->doubt != NULL)
    {
      adw_preferences_group_add (group, bary_scoring_make_row (_("Not computed"), self->doubt, NULL));
      return;
    }
  chart = bary_score_chart_new ();
  chart->has_line = TRUE;
  for (guint e = 0; e < self->results->panel->experts->len; e++)
    {
      guint assigned, submitted;

      bary_panel_count (self->results->panel, e, &assigned, &submitted);
      if (submitted > 0)
        add_interval (bary_score_chart_add (chart, bary_panel_expert (self->results->panel, e)->name), self->model->experts[e],
                      self->model->expert_errors[e]);
    }
  add_chart (group, chart, _("Severity of Experts"));
}

/* The marks, on the scale of totals */

static double
find_estimate (const Figures *self,
               guint          entry)
{
  return (self->model->mean + self->model->applications[entry]) * bary_panel_results_count_addends (self->results, entry);
}

static double
find_error (const Figures *self,
            guint          entry)
{
  return self->model->application_errors[entry] * bary_panel_results_count_addends (self->results, entry);
}

static void
add_marks (const Figures *self,
           BaryChartRow  *row,
           guint          entry)
{
  const BaryResult *result = bary_panel_result (self->results, entry);
  guint first = self->marks->starts[entry];

  row->n_dots = self->marks->starts[entry + 1] - first;
  row->dots = g_new (double, MAX (row->n_dots, 1));
  for (guint i = 0; i < row->n_dots; i++)
    row->dots[i] = self->marks->marks[first + i].value * bary_panel_results_count_addends (self->results, entry);
  row->has_value = result->total.score.fault == BARY_SCORE_KNOWN;
  row->value = row->has_value ? bary_fraction_to_double (&result->total.score.value) : 0;
  row->winner = self->results->winners[entry];
  if (self->doubt == NULL && row->n_dots > 0)
    add_interval (row, find_estimate (self, entry), find_error (self, entry));
  row->grey = self->chances != NULL && self->chances[entry] > BARY_STABILITY_GREY_LOW && self->chances[entry] < BARY_STABILITY_GREY_HIGH;
}

static char *
describe_marks (const BaryPanelResults *results)
{
  const char *marks = _("A dot for each sheet, a stroke for the total, thick above the line. The bar is the estimate without anybody’s severity, for reference; who lies in the grey zone may as well be on the other side of the dashed line.");

  if (results->panel->rules.combination != BARY_COMBINE_SUM)
    return g_strdup (marks);
  return g_strdup_printf ("%s %s", marks,
                          _("Sheets are added up in this contest: the dots and the bar are taken as many times as a total has sheets."));
}

static void
show_marks (const Figures *self)
{
  g_autofree char *description = describe_marks (self->results);
  AdwPreferencesGroup *group = bary_scoring_add_group (self->page, _("Marks"), description);
  BaryScoreChart *chart = bary_score_chart_new ();
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

  chart->has_line = self->results->panel->line.has_pass_mark;
  chart->line = chart->has_line ? bary_fraction_to_double (&self->results->panel->line.pass_mark) : 0;
  for (guint i = 0; i < self->results->rows->len; i++)
    {
      guint entry = g_array_index (self->results->rows, BaryRankingRow, i).entry;
      char *title = bary_panel_application_to_words (self->results->panel, bary_panel_result (self->results, entry)->application);

      g_ptr_array_add (titles, title);
      add_marks (self, bary_score_chart_add (chart, title), entry);
    }
  add_chart (group, chart, _("Marks"));
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
      if (expert < 0)
        return g_strdup (_("Without the votes of the commission"));
      /* Translators: %s: an expert */
      return g_strdup_printf (_("Without the sheets of %s"), bary_panel_expert (results->panel, (guint) expert)->name);
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
show_stability (const Figures *self)
{
  AdwPreferencesGroup *group = bary_scoring_add_group (self->page, _("How Firm the Decision Is"), _("Who would change sides of the line"));
  BaryDecision decision = bary_panel_results_get_decision (self->results);
  g_autoptr (GPtrArray) shifts = bary_stability_find_changes (&decision);

  for (guint i = 0; i < shifts->len; i++)
    {
      const BaryShift *shift = shifts->pdata[i];
      g_autofree char *title = describe_shift (self->results, shift);
      g_autoptr (GString) text = g_string_new (NULL);

      list_crossing (self->results, shift->entering, _("comes in"), text);
      list_crossing (self->results, shift->leaving, _("goes out"), text);
      adw_preferences_group_add (group, bary_scoring_make_row (title, text->str, NULL));
    }
  if (shifts->len == 0)
    adw_preferences_group_add (group, bary_scoring_make_row (_("Nobody"), _("neither without any one expert, nor with a weight 10 percent more or less, nor with the median"),
                                                NULL));
}

static void
show_grey_zone (const Figures *self)
{
  AdwPreferencesGroup *group = bary_scoring_add_group (self->page, _("Grey Zone"),
                                                       _("With what probability somebody near the line is above it, as far as the marks can tell"));
  gboolean found = FALSE;

  for (guint i = 0; i < self->results->rows->len; i++)
    {
      guint entry = g_array_index (self->results->rows, BaryRankingRow, i).entry;
      g_autofree char *title = NULL;
      g_autofree char *figure = NULL;

      if (self->chances[entry] <= BARY_STABILITY_GREY_LOW || self->chances[entry] >= BARY_STABILITY_GREY_HIGH)
        continue;
      found = TRUE;
      title = bary_panel_application_to_words (self->results->panel, bary_panel_result (self->results, entry)->application);
      figure = g_strdup_printf (_("%.0f %%"), self->chances[entry] * 100);
      adw_preferences_group_add (group, bary_scoring_make_row (title, NULL, figure));
    }
  if (!found)
    adw_preferences_group_add (group, bary_scoring_make_row (_("Nobody"), _("the marks tell everybody’s side of the line"), NULL));
}

/* The whole */

static double
find_pass_mark (const BaryLine *line)
{
  return line->has_pass_mark ? bary_fraction_to_double (&line->pass_mark) : -INFINITY;
}

/* Whoever has no marks yet is on no side. */
static double *
find_chances (const Figures *self)
{
  guint n = self->results->results->len, n_marked = 0;
  g_autofree guint *marked = g_new (guint, MAX (n, 1));
  g_autofree double *estimates = g_new (double, MAX (n, 1));
  g_autofree double *errors = g_new (double, MAX (n, 1));
  g_autofree double *found = NULL;
  double *chances = g_new0 (double, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    if (self->marks->starts[i + 1] > self->marks->starts[i])
      {
        estimates[n_marked] = find_estimate (self, i);
        errors[n_marked] = find_error (self, i);
        marked[n_marked++] = i;
      }
  found = bary_stability_find_chances (estimates, errors, n_marked, self->results->panel->line.n_places,
                                       find_pass_mark (&self->results->panel->line), CHANCE_DRAWS, self->results->panel->seed);
  for (guint i = 0; i < n_marked; i++)
    chances[marked[i]] = found[i];
  return chances;
}

static char *
find_doubt (const Figures *self)
{
  BaryDoubts doubts = bary_calibration_doubt (self->marks, self->squares);

  if (doubts != BARY_DOUBT_NONE)
    return list_doubts (doubts);
  return self->model->fault != BARY_MEASURE_KNOWN ? g_strdup (bary_measure_fault_to_words (self->model->fault)) : NULL;
}

void
bary_scoring_figures_show (AdwPreferencesPage     *page,
                           const BaryPanelResults *results)
{
  gboolean has_line = results->panel->line.n_places > 0 || results->panel->line.has_pass_mark;
  g_autoptr (BaryMarks) marks = bary_panel_results_get_marks (results);
  g_autoptr (BaryLeastSquares) squares = bary_least_squares_new (marks, 0);
  g_autoptr (BaryMixedModel) model = bary_mixed_model_new (marks, squares);
  Figures self = { page, results, marks, squares, model };
  g_autofree char *doubt = self.doubt = find_doubt (&self);
  g_autofree double *chances = self.chances = has_line && doubt == NULL ? find_chances (&self) : NULL;

  show_marks (&self);
  if (chances != NULL)
    show_grey_zone (&self);
  if (has_line)
    show_stability (&self);
  show_severity (&self);
  show_agreement (&self);
}
