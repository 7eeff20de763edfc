#include "bary-divergence.h"

/* Takes a gap if it is the greatest so far. */
static void
compare_two (const BaryFraction *values,
             guint               i,
             guint               j,
             int                 criterion,
             BaryDivergence     *divergence)
{
  gboolean ordered = bary_fraction_compare (&values[i], &values[j]) <= 0;
  guint lower = ordered ? i : j, higher = ordered ? j : i;
  BaryFraction gap = values[higher];

  if (!bary_fraction_subtract (&gap, &values[lower]) || bary_fraction_compare (&gap, &divergence->gap) <= 0)
    return;

  divergence->gap = gap;
  divergence->first = lower;
  divergence->second = higher;
  divergence->criterion = criterion;
}

/* @known: which of the values are there */
static void
compare_all (const BaryFraction *values,
             const gboolean     *known,
             guint               n,
             int                 criterion,
             BaryDivergence     *divergence)
{
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < i; j++)
      if (known[i] && known[j])
        compare_two (values, j, i, criterion, divergence);
}

static void
compare_criteria (const BaryScoreRules *rules,
                  const BaryMarkedSheet *sheets,
                  const gboolean       *known,
                  guint                 n,
                  BaryDivergence       *divergence)
{
  g_autofree BaryFraction *marks = g_new (BaryFraction, n + 1);

  for (guint c = 0; c < rules->n_criteria; c++)
    {
      for (guint i = 0; i < n; i++)
        marks[i] = sheets[i].marks[c].value;
      if (!rules->criteria[c].independent)
        compare_all (marks, known, n, (int) c, divergence);
    }
}

static gboolean
is_beyond (const BaryDivergenceRule *rule,
           const BaryScoreRules     *rules,
           const BaryFraction       *totals,
           const BaryDivergence     *divergence)
{
  BaryFraction limit = rule->limit, most;

  if (rule->metric == BARY_DIVERGENCE_VERDICTS)
    return bary_fraction_compare (&totals[divergence->first], &rule->pass_mark) < 0 &&
           bary_fraction_compare (&totals[divergence->second], &rule->pass_mark) >= 0;
  if (rule->metric == BARY_DIVERGENCE_SHARE && (!bary_score_find_most (rules, &most) || !bary_fraction_multiply (&limit, &most)))
    return FALSE;

  return bary_fraction_compare (&divergence->gap, &limit) > 0;
}

gboolean
bary_divergence_find (const BaryDivergenceRule *rule,
                      const BaryScoreRules     *rules,
                      const BaryMarkedSheet     *sheets,
                      guint                     n_sheets,
                      BaryDivergence           *divergence)
{
  g_autofree BaryFraction *totals = g_new (BaryFraction, n_sheets + 1);
  g_autofree gboolean *known = g_new (gboolean, n_sheets + 1);
  guint n_known = 0;

  *divergence = (BaryDivergence) { FALSE, BARY_FRACTION_ZERO, 0, 0, -1 };
  for (guint i = 0; i < n_sheets; i++)
    {
      BaryScore score;

      known[i] = bary_score_sheet (rules, &sheets[i], NULL, &score);
      totals[i] = score.value;
      n_known += known[i];
    }
  if (n_known < 2)
    return FALSE;

  if (rule->metric == BARY_DIVERGENCE_CRITERION)
    compare_criteria (rules, sheets, known, n_sheets, divergence);
  else
    compare_all (totals, known, n_sheets, -1, divergence);
  divergence->diverges = divergence->first != divergence->second && is_beyond (rule, rules, totals, divergence);
  return TRUE;
}

static gboolean
find_mean (const BaryFraction *values,
           guint               n,
           BaryFraction       *mean)
{
  BaryFraction share = { 1, n };

  *mean = BARY_FRACTION_ZERO;
  for (guint i = 0; i < n; i++)
    if (!bary_fraction_add (mean, &values[i]))
      return FALSE;
  return bary_fraction_multiply (mean, &share);
}

static int
compare_fractions (const void *a,
                   const void *b)
{
  return bary_fraction_compare (a, b);
}

static gboolean
find_closest (const BaryFraction  totals[3],
              BaryFraction       *mean)
{
  BaryFraction sorted[3] = { totals[0], totals[1], totals[2] };
  BaryFraction below, above;

  qsort (sorted, 3, sizeof (BaryFraction), compare_fractions);
  below = sorted[1];
  above = sorted[2];
  if (!bary_fraction_subtract (&below, &sorted[0]) || !bary_fraction_subtract (&above, &sorted[1]))
    return FALSE;

  return find_mean (bary_fraction_compare (&below, &above) < 0 ? sorted : sorted + 1, 2, mean);
}

gboolean
bary_divergence_settle (const BaryDivergenceRule *rule,
                        const BaryFraction        totals[3],
                        BaryFraction             *value)
{
  if (rule->third == BARY_THIRD_CLOSEST)
    return find_closest (totals, value);
  return find_mean (rule->third == BARY_THIRD_FINAL ? totals + 2 : totals, rule->third == BARY_THIRD_FINAL ? 1 : 3, value);
}
