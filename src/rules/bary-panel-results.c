#include "bary-panel-results.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

/* Which sheets count */

static gboolean
counts (const BaryPanel *panel,
        guint            number)
{
  const BaryPanelSheet *sheet = bary_panel_sheet (panel, number);

  return sheet->state == BARY_SHEET_SUBMITTED &&
         bary_panel_find_sheet (panel, sheet->application, sheet->expert) == (int) number &&
         bary_panel_find_conflict (panel, sheet->application, sheet->expert) == NULL;
}

static gboolean
is_of_commission (const BaryPanel *panel,
                  guint            number)
{
  return bary_panel_expert (panel, bary_panel_sheet (panel, number)->expert)->commission;
}

/* The commission's come last: they are no expert's opinion. */
static int
compare_sheets (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const BaryPanel *panel = data;
  const BaryPanelSheet *one = bary_panel_sheet (panel, *(const guint *) a);
  const BaryPanelSheet *other = bary_panel_sheet (panel, *(const guint *) b);
  int order = is_of_commission (panel, *(const guint *) a) - is_of_commission (panel, *(const guint *) b);

  if (order == 0)
    order = g_strcmp0 (one->submitted, other->submitted);
  return order != 0 ? order : g_strcmp0 (bary_panel_expert (panel, one->expert)->id, bary_panel_expert (panel, other->expert)->id);
}

static GArray *
find_sheets (const BaryPanel *panel,
             guint            application)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < panel->sheets->len; i++)
    if (bary_panel_sheet (panel, i)->application == application && counts (panel, i))
      g_array_append_val (numbers, i);
  g_array_sort_with_data (numbers, compare_sheets, (gpointer) panel);
  return numbers;
}

static void
gather (BaryPanelResults *self,
        guint             application)
{
  g_autoptr (GArray) numbers = find_sheets (self->panel, application);
  BaryResult result = { .application = application, .first = self->sheets->len, .n_sheets = numbers->len };

  for (guint i = 0; i < numbers->len; i++)
    {
      guint number = g_array_index (numbers, guint, i);
      BaryMarkedSheet sheet = { bary_panel_expert (self->panel, bary_panel_sheet (self->panel, number)->expert)->id,
                                bary_panel_get_marks (self->panel, number) };

      g_array_append_val (self->sheets, sheet);
      g_array_append_val (self->numbers, number);
      result.n_experts += !is_of_commission (self->panel, number);
    }
  g_array_append_val (self->results, result);
}

/* Scores */

static const BaryMarkedSheet *
get_sheets (const BaryPanelResults *self,
            const BaryResult       *result)
{
  return (const BaryMarkedSheet *) self->sheets->data + result->first;
}

/* What the third expert settled stands once; each sheet of the commission is one more total beside it. */
static void
add_commission (BaryPanelResults *self,
                BaryResult       *result)
{
  const BaryScore *totals = (const BaryScore *) self->totals->data + result->first;
  guint n = result->n_sheets - result->n_experts;
  g_autofree BaryFraction *values = g_new (BaryFraction, n + 1);

  values[0] = result->score.value;
  for (guint i = 0; i < n; i++)
    values[i + 1] = totals[result->n_experts + i].value;
  if (n > 0)
    bary_score_combine (&self->panel->rules, values, n + 1, &result->score);
}

static void
settle (BaryPanelResults *self,
        BaryResult       *result)
{
  const BaryScore *totals = (const BaryScore *) self->totals->data + result->first;
  const BaryScore *third = &totals[result->needed - 1];
  const BaryFraction values[3] = {
    totals[result->divergence.first].value, totals[result->divergence.second].value, third->value,
  };

  if (third->fault != BARY_SCORE_KNOWN)
    result->score = *third;
  else if (bary_divergence_settle (&self->panel->divergence, values, &result->score.value))
    {
      result->settled = TRUE;
      add_commission (self, result);
    }
  else
    result->score = (BaryScore) { .fault = BARY_SCORE_TOO_LONG, .value = BARY_FRACTION_ZERO };
}

/* The first sheets are compared, as many as the contest asks for; what comes beyond them is a third opinion. */
static void
compare (BaryPanelResults *self,
         BaryResult       *result)
{
  const BaryPanel *panel = self->panel;

  result->compared = panel->has_divergence && result->n_experts >= panel->need &&
                     bary_divergence_find (&panel->divergence, &panel->rules, get_sheets (self, result), panel->need,
                                           &result->divergence);
  if (!result->compared || !result->divergence.diverges)
    return;

  result->needed = panel->need + 1;
  result->lacks_third = result->n_experts < result->needed;
}

static void
score (BaryPanelResults *self,
       BaryResult       *result)
{
  BaryScore *totals = (BaryScore *) self->totals->data + result->first;

  result->needed = self->panel->need;
  compare (self, result);
  bary_score_application (&self->panel->rules, get_sheets (self, result), result->n_sheets,
                          result->needed + result->n_sheets - result->n_experts, totals, &result->score);
  if (result->compared && result->divergence.diverges && !result->lacks_third && result->score.fault == BARY_SCORE_KNOWN)
    settle (self, result);
}

static void
rank (BaryPanelResults *self)
{
  const BaryPanel *panel = self->panel;

  self->entries = g_new0 (BaryRankingEntry, self->results->len + 1);
  for (guint i = 0; i < self->results->len; i++)
    {
      const BaryResult *result = bary_panel_result (self, i);
      const BaryPanelApplication *application = bary_panel_application (panel, result->application);

      self->entries[i] = (BaryRankingEntry) { application->id, application->registered, result->score, get_sheets (self, result),
                                              result->n_sheets };
    }
  self->rows = bary_ranking_new (&panel->rules, self->entries, self->results->len, (const BaryTieRule *) panel->steps->data,
                                 panel->steps->len, panel->seed);
}

/* Whose total stands and who is above the line by the very scores that are shown. */
static void
find_winners (BaryPanelResults *self)
{
  const BaryLine *line = &self->panel->line;

  self->winners = g_new0 (guint8, self->results->len + 1);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const BaryRankingRow *row = &g_array_index (self->rows, BaryRankingRow, i);
      const BaryScore *total = &self->entries[row->entry].score;

      self->winners[row->entry] = row->place > 0 && (line->n_places == 0 || i < line->n_places) &&
                                  (!line->has_pass_mark || bary_fraction_compare (&total->value, &line->pass_mark) >= 0);
    }
}

BaryPanelResults *
bary_panel_results_new (const BaryPanel *panel)
{
  BaryPanelResults *self = g_new0 (BaryPanelResults, 1);

  self->panel = panel;
  self->results = g_array_new (FALSE, TRUE, sizeof (BaryResult));
  self->sheets = g_array_new (FALSE, FALSE, sizeof (BaryMarkedSheet));
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  self->totals = g_array_new (FALSE, TRUE, sizeof (BaryScore));
  for (guint i = 0; i < panel->applications->len; i++)
    if (bary_panel_application (panel, i)->admitted)
      gather (self, i);
  g_array_set_size (self->totals, self->sheets->len);
  for (guint i = 0; i < self->results->len; i++)
    score (self, bary_panel_result (self, i));
  rank (self);
  find_winners (self);
  return self;
}

void
bary_panel_results_free (BaryPanelResults *self)
{
  g_array_unref (self->results);
  g_array_unref (self->sheets);
  g_array_unref (self->numbers);
  g_array_unref (self->totals);
  g_array_unref (self->rows);
  g_free (self->entries);
  g_free (self->winners);
  g_free (self);
}

BaryDecision
bary_panel_results_get_decision (const BaryPanelResults *self)
{
  return (BaryDecision) {
    &self->panel->rules, self->entries, self->results->len, (const BaryTieRule *) self->panel->steps->data, self->panel->steps->len,
    self->panel->seed, self->panel->line,
  };
}

BaryMarks *
bary_panel_results_get_marks (const BaryPanelResults *self)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (BaryMark));

  for (guint i = 0; i < self->results->len; i++)
    {
      const BaryResult *result = bary_panel_result (self, i);

      for (guint s = result->first; s < result->first + result->n_sheets; s++)
        {
          const BaryScore *total = &g_array_index (self->totals, BaryScore, s);
          const BaryPanelSheet *sheet = bary_panel_sheet (self->panel, g_array_index (self->numbers, guint, s));
          BaryMark mark = { i, sheet->expert, bary_fraction_to_double (&total->value) };

          if (total->fault == BARY_SCORE_KNOWN)
            g_array_append_val (marks, mark);
        }
    }
  return bary_marks_new (self->results->len, self->panel->experts->len, (const BaryMark *) marks->data, marks->len);
}

/* In words */

static char *
join_totals (const BaryPanelResults *self,
             const BaryResult       *result)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < result->n_sheets; i++)
    {
      const BaryScore *total = &g_array_index (self->totals, BaryScore, result->first + i);
      g_autofree char *words = bary_score_to_words (total, &self->panel->rules);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", words);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
bary_panel_results_explain (const BaryPanelResults *self,
                            guint                   number)
{
  static const char *const combinations[] = {
    N_("the mean of %1$s is %2$s"), N_("the median of %1$s is %2$s"), N_("the mean of %1$s without the extremes is %2$s"),
    N_("the sum of %1$s is %2$s"),
  };
  static const char *const thirds[] = {
    N_("the first two sheets are too far apart, and the third counts: %1$s give %2$s"),
    N_("the first two sheets are too far apart, and the mean of three counts: %1$s give %2$s"),
    N_("the first two sheets are too far apart, and the mean of the two closest counts: %1$s give %2$s"),
  };
  const BaryResult *result = bary_panel_result (self, number);
  g_autofree char *total = bary_score_to_words (&result->score, &self->panel->rules);
  g_autofree char *totals = join_totals (self, result);

  if (result->lacks_third)
    /* Translators: %s: the totals of sheets */
    return g_strdup_printf (_("the sheets are too far apart: %s; a third expert is needed"), totals);
  if (result->score.fault != BARY_SCORE_KNOWN)
    return g_steal_pointer (&total);
  if (result->settled)
    return g_strdup_printf (_(thirds[self->panel->divergence.third]), totals, total);
  return g_strdup_printf (_(combinations[self->panel->rules.combination]), totals, total);
}

char *
bary_panel_results_explain_sheet (const BaryPanelResults *self,
                                  guint                   sheet)
{
  const BaryMarkedSheet *marked = &g_array_index (self->sheets, BaryMarkedSheet, sheet);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->panel->rules.n_criteria; i++)
    {
      const BaryCriterion *criterion = bary_panel_scale (self->panel, i);
      g_autofree char *weight = bary_fraction_to_string (&criterion->weight);
      g_autofree char *mark = marked->marks[i].given ? bary_fraction_to_string (&marked->marks[i].value) : g_strdup ("?");

      if (!criterion->independent)
        g_string_append_printf (text, "%s%s · %s", text->len > 0 ? " + " : "", weight, mark);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
