#include "bary-total.h"

/* Once for each sheet that the contest asks for, and the commission's beside them. */
static void
stand_in (const BaryTotalRules *self,
          const BaryScore      *commission,
          guint                 n_commission,
          BaryTotal            *total)
{
  guint n = self->need + self->missing;
  g_autofree BaryFraction *values = g_new (BaryFraction, n + n_commission + 1);

  for (guint i = 0; i < n; i++)
    values[i] = total->stand_in;
  for (guint i = 0; i < n_commission; i++)
    values[n + i] = commission[i].value;
  total->stands_in = TRUE;
  bary_score_combine (self->rules, values, n + n_commission, &total->score);
}

static void
refuse (BaryTotal *total)
{
  total->score = (BaryScore) { .fault = BARY_SCORE_TOO_LONG, .value = BARY_FRACTION_ZERO };
}

static void
settle (const BaryTotalRules *self,
        const BaryScore      *totals,
        guint                 n_sheets,
        guint                 n_experts,
        BaryTotal            *total)
{
  BaryFraction values[3] = {
    totals[total->divergence.first].value, totals[total->divergence.second].value, totals[total->needed - 1].value,
  };

  total->settled = bary_divergence_settle (self->divergence, values, &total->stand_in);
  if (total->settled)
    stand_in (self, totals + n_experts, n_sheets - n_experts, total);
  else
    refuse (total);
}

/* A median, and what is left without the extremes, has no weights that one more expert would shift. */
static gboolean
are_others (const BaryTotalRules *self,
            guint                 n_sheets,
            guint                 n_experts)
{
  BaryCombination combination = self->rules->combination;

  return self->need > 0 && (n_experts > self->need || self->missing > 0) &&
         (combination == BARY_COMBINE_SUM || (combination == BARY_COMBINE_MEAN && n_sheets > n_experts));
}

static void
average (const BaryTotalRules *self,
         const BaryScore      *totals,
         guint                 n_sheets,
         guint                 n_experts,
         BaryTotal            *total)
{
  gboolean known = TRUE;

  total->stand_in = BARY_FRACTION_ZERO;
  for (guint i = 0; i < n_experts && known; i++)
    known = bary_fraction_add (&total->stand_in, &totals[i].value);
  if (known && bary_fraction_multiply (&total->stand_in, &(BaryFraction) { 1, n_experts }))
    stand_in (self, totals + n_experts, n_sheets - n_experts, total);
  else
    refuse (total);
}

/* The first sheets are compared, as many as the contest asks for; what comes beyond them is a third opinion. */
static void
compare (const BaryTotalRules  *self,
         const BaryMarkedSheet *sheets,
         guint                  n_experts,
         BaryTotal             *total)
{
  total->compared = self->divergence != NULL && n_experts >= self->need &&
                    bary_divergence_find (self->divergence, self->rules, sheets, self->need, &total->divergence);
  if (!total->compared || !total->divergence.diverges)
    return;

  total->needed = self->need + 1;
  total->lacks_third = n_experts < total->needed;
}

void
bary_total_find (const BaryTotalRules  *self,
                 const BaryMarkedSheet *sheets,
                 guint                  n_sheets,
                 guint                  n_experts,
                 gboolean               lacks_vote,
                 BaryScore             *totals,
                 BaryTotal             *total)
{
  *total = (BaryTotal) { .needed = self->need };
  compare (self, sheets, n_experts, total);
  bary_score_application (self->rules, sheets, n_sheets, total->needed + n_sheets - n_experts + lacks_vote, totals, &total->score);
  if (total->score.fault != BARY_SCORE_KNOWN)
    return;
  if (total->needed > self->need)
    settle (self, totals, n_sheets, n_experts, total);
  else if (are_others (self, n_sheets, n_experts))
    average (self, totals, n_sheets, n_experts, total);
}
