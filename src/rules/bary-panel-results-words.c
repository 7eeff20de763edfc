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

static const BaryScore *
get_totals (const BaryPanelResults *self,
            const BaryResult       *result)
{
  return (const BaryScore *) self->totals->data + result->first;
}

/* Returns: (transfer full): the totals of the first so many sheets of an application */
static char *
join_totals (const BaryPanelResults *self,
             const BaryResult       *result,
             guint                   n_sheets)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_sheets; i++)
    {
      g_autofree char *words = bary_score_to_words (&get_totals (self, result)[i], &self->panel->rules);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", words);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Returns: (transfer full): what was combined where a value stands in for the sheets of experts */
static char *
join_stand_in (const BaryPanelResults *self,
               const BaryResult       *result)
{
  g_autofree char *value = bary_fraction_to_words (&result->total.stand_in);
  g_autoptr (GString) text = g_string_new (value);

  for (guint i = 1; i < self->rules.need; i++)
    g_string_append_printf (text, "; %s", value);
  for (guint i = result->n_experts; i < result->n_sheets; i++)
    {
      g_autofree char *words = bary_score_to_words (&get_totals (self, result)[i], &self->panel->rules);

      g_string_append_printf (text, "; %s", words);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
combine_to_words (const BaryPanelResults *self,
                  const BaryResult       *result,
                  const char             *totals)
{
  static const char *const combinations[] = {
    N_("the mean of %1$s is %2$s"), N_("the median of %1$s is %2$s"), N_("the mean of %1$s without the extremes is %2$s"),
    N_("the sum of %1$s is %2$s"),
  };
  g_autofree char *total = bary_score_to_words (&result->total.score, &self->panel->rules);

  return g_strdup_printf (_(combinations[self->panel->rules.combination]), totals, total);
}

static char *
third_to_words (const BaryPanelResults *self,
                const BaryResult       *result)
{
  /* Translators: 1, 2: the totals of sheets, 3: that of a third expert, 4: what they give */
  static const char *const thirds[] = {
    N_("the sheets with %1$s and %2$s are too far apart, and the third counts, with %3$s"),
    N_("the sheets with %1$s and %2$s are too far apart, and with the third, with %3$s, the mean of three counts: %4$s"),
    N_("the sheets with %1$s and %2$s are too far apart, and with the third, with %3$s, the mean of the two closest counts: %4$s"),
  };
  const BaryTotal *total = &result->total;
  const BaryScore *totals = get_totals (self, result);
  g_autofree char *first = bary_fraction_to_words (&totals[total->divergence.first].value);
  g_autofree char *second = bary_fraction_to_words (&totals[total->divergence.second].value);
  g_autofree char *third = bary_fraction_to_words (&totals[total->needed - 1].value);
  g_autofree char *given = bary_fraction_to_words (&total->stand_in);

  return g_strdup_printf (_(thirds[self->panel->divergence.third]), first, second, third, given);
}

static char *
explain_third (const BaryPanelResults *self,
               const BaryResult       *result,
               const char             *sheets)
{
  g_autofree char *third = third_to_words (self, result);
  g_autofree char *total = bary_score_to_words (&result->total.score, &self->panel->rules);

  if (result->n_sheets == result->n_experts && self->panel->rules.combination != BARY_COMBINE_SUM)
    /* Translators: 1: how the total of a third expert counts, 2: a number */
    return g_strdup_printf (_("%1$s; the total is %2$s"), third, total);
  /* Translators: 1: how the total of a third expert counts, 2: "the mean of 22; 22; 30 is 24.7" */
  return g_strdup_printf (_("%1$s; so for each expert that the contest asks for: %2$s"), third, sheets);
}

static char *
explain_stand_in (const BaryPanelResults *self,
                  const BaryResult       *result)
{
  g_autofree char *totals = join_totals (self, result, result->n_experts);
  g_autofree char *mean = bary_fraction_to_words (&result->total.stand_in);
  g_autofree char *combined = join_stand_in (self, result);
  g_autofree char *sheets = combine_to_words (self, result, combined);

  if (result->total.settled)
    return explain_third (self, result, sheets);
  /* Translators: 1: the totals of sheets, 2: their mean, 3: "the sum of 20; 20 is 40" */
  return g_strdup_printf (_("%1$s are of more experts than the contest asks for, and their mean, %2$s, counts for each that it asks "
                            "for: %3$s"), totals, mean, sheets);
}

static char *
explain_known (const BaryPanelResults *self,
               const BaryResult       *result,
               const char             *totals)
{
  const BaryFraction *total = &result->total.score.value;
  g_autofree char *words = result->total.stands_in ? explain_stand_in (self, result) : combine_to_words (self, result, totals);
  g_autofree char *fraction = bary_fraction_to_string (total);

  if (bary_fraction_has_end (total))
    return g_steal_pointer (&words);
  /* Translators: 1: "the mean of 22; 22; 30 is ≈24.667", 2: a fraction as "74/3" */
  return g_strdup_printf (_("%1$s; the contest does not round, and what counts is %2$s"), words, fraction);
}

char *
bary_panel_results_explain (const BaryPanelResults *self,
                            guint                   number)
{
  const BaryResult *result = bary_panel_result (self, number);
  g_autofree char *totals = join_totals (self, result, result->n_sheets);

  if (result->total.lacks_third)
    /* Translators: %s: the totals of sheets */
    return g_strdup_printf (_("the sheets are too far apart: %s; a third expert is needed"), totals);
  if (result->lacks_vote && result->n_experts >= result->total.needed)
    /* Translators: %s: the totals of sheets */
    return g_strdup_printf (_("%s; the vote of the commission is still to come"), totals);
  if (result->total.score.fault != BARY_SCORE_KNOWN)
    return bary_score_to_words (&result->total.score, &self->panel->rules);
  return explain_known (self, result, totals);
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
