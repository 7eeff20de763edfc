#include "bary-panel-results.h"

#include "bary-config.h"
#include "bary-panel-speakers.h"

#include <glib/gi18n-lib.h>

const char *
bary_panel_results_get_name (const BaryPanelResults *self,
                             guint                   sheet)
{
  const BaryPanelSheet *found = bary_panel_results_get_sheet (self, sheet);

  return found != NULL ? bary_panel_expert (self->panel, found->expert)->name : _("Vote of the commission");
}

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
  g_autofree char *total = bary_score_to_words (&result->total.score, &self->panel->rules);
  g_autofree char *totals = join_totals (self, result);

  if (result->total.lacks_third)
    /* Translators: %s: the totals of sheets */
    return g_strdup_printf (_("the sheets are too far apart: %s; a third expert is needed"), totals);
  if (result->lacks_vote && result->n_experts >= result->total.needed)
    /* Translators: %s: the totals of sheets */
    return g_strdup_printf (_("%s; the vote of the commission is still to come"), totals);
  if (result->total.score.fault != BARY_SCORE_KNOWN)
    return g_steal_pointer (&total);
  if (result->total.settled)
    return g_strdup_printf (_(thirds[self->panel->divergence.third]), totals, total);
  return g_strdup_printf (_(combinations[self->panel->rules.combination]), totals, total);
}

static char *
list_addends (const BaryPanelResults *self,
              guint                   sheet)
{
  const BaryMarkedSheet *marked = &g_array_index (self->sheets, BaryMarkedSheet, sheet);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->panel->rules.n_criteria; i++)
    {
      const BaryCriterion *criterion = bary_panel_scale (self->panel, i);
      g_autofree char *weight = bary_fraction_to_words (&criterion->weight);
      g_autofree char *mark = marked->marks[i].given ? bary_fraction_to_words (&marked->marks[i].value) : g_strdup ("?");

      if (!criterion->independent)
        g_string_append_printf (text, "%s%s · %s", text->len > 0 ? " + " : "", weight, mark);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
is_for_information (const BaryPanelResults *self,
                    guint                   sheet)
{
  for (guint i = 0; i < self->results->len; i++)
    {
      const BaryResult *result = bary_panel_result (self, i);

      if (sheet < result->first + result->n_shown)
        return sheet >= result->first + result->n_sheets;
    }
  return FALSE;
}

char *
bary_panel_results_explain_sheet (const BaryPanelResults *self,
                                  guint                   sheet)
{
  const BaryPanelSpeech *speech = bary_panel_results_get_vote (self, sheet);
  g_autofree char *addends = list_addends (self, sheet);
  g_autofree char *vote = speech != NULL ? bary_panel_vote_to_words (self->panel, speech) : NULL;
  g_autofree char *words = vote != NULL ? g_strdup_printf ("%s: %s", vote, addends) : g_steal_pointer (&addends);

  if (!is_for_information (self, sheet))
    return g_steal_pointer (&words);
  /* Translators: %s: how the total of a sheet came about */
  return g_strdup_printf (_("for information, does not count: %s"), words);
}
