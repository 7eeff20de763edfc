#include "bary-total.h"

/* What the third expert settled stands once; each sheet of the commission is one more total beside it. */
static void
add_commission (const BaryTotalRules *self,
                const BaryScore      *totals,
                guint                 n,
                BaryScore            *score)
{
  g_autofree BaryFraction *values = g_new (BaryFraction, n + 1);

  values[0] = score->value;
  for (guint i = 0; i < n; i++)
    values[i + 1] = totals[i].value;
  if (n > 0)
    bary_score_combine (self->rules, values, n + 1, score);
}

/* What is settled stands for all the sheets that the contest asks for, so where these are added up it is as many times as much. */
static gboolean
scale (const BaryTotalRules *self,
       BaryFraction          values[3])
{
  BaryFraction times = BARY_FRACTION_OF (self->rules->combination == BARY_COMBINE_SUM ? self->need : 1);

  for (guint i = 0; i < 3; i++)
    if (!bary_fraction_multiply (&values[i], &times))
      return FALSE;
  return TRUE;
}

static void
settle (const BaryTotalRules *self,
        const BaryScore      *totals,
        guint                 n_sheets,
        guint                 n_experts,
        BaryTotal            *total)
{
  const BaryScore *third = &totals[total->needed - 1];
  BaryFraction values[3] = {
    totals[total->divergence.first].value, totals[total->divergence.second].value, third->value,
  };

  if (third->fault != BARY_SCORE_KNOWN)
    total->score = *third;
  else if (scale (self, values) && bary_divergence_settle (self->divergence, values, &total->score.value))
    {
      total->settled = TRUE;
      add_commission (self, totals + n_experts, n_sheets - n_experts, &total->score);
    }
  else
    total->score = (BaryScore) { .fault = BARY_SCORE_TOO_LONG, .value = BARY_FRACTION_ZERO };
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
  if (total->needed > self->need && !total->lacks_third && total->score.fault == BARY_SCORE_KNOWN)
    settle (self, totals, n_sheets, n_experts, total);
}
