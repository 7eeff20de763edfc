#include "bary-score.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
fail (BaryScore      *score,
      BaryScoreFault  fault)
{
  score->fault = fault;
  score->value = BARY_FRACTION_ZERO;
  return FALSE;
}

static gboolean
round_by (BaryFraction           *value,
          const BaryRoundingRule *rule)
{
  return bary_fraction_round (value, rule->rounding, rule->digits);
}

/* A mark */

static gboolean
is_on_scale (const BaryCriterion *criterion,
             const BaryFraction  *mark)
{
  return bary_fraction_compare (mark, &criterion->least) >= 0 && bary_fraction_compare (mark, &criterion->most) <= 0;
}

static gboolean
is_on_step (const BaryCriterion *criterion,
            const BaryFraction  *step,
            const BaryFraction  *mark)
{
  BaryFraction steps = *mark;

  return step->numerator <= 0 || (bary_fraction_subtract (&steps, &criterion->least) &&
                                  bary_fraction_multiply (&steps, &(BaryFraction) { step->denominator, step->numerator }) &&
                                  steps.denominator == 1);
}

char *
bary_criterion_find_fault (const BaryCriterion *criterion,
                           const BaryFraction  *step,
                           const BaryFraction  *mark)
{
  gboolean on_scale = is_on_scale (criterion, mark);
  g_autofree char *given = NULL;
  g_autofree char *least = NULL;
  g_autofree char *other = NULL;

  if (on_scale && is_on_step (criterion, step, mark))
    return NULL;
  given = bary_fraction_to_words (mark);
  least = bary_fraction_to_words (&criterion->least);
  other = bary_fraction_to_words (on_scale ? step : &criterion->most);
  if (!on_scale)
    /* Translators: 1: a mark, 2: a criterion, 3, 4: the lowest and the highest mark */
    return g_strdup_printf (_("The mark %1$s by “%2$s” is out of its scale, which goes from %3$s to %4$s"), given, criterion->name, least,
                            other);
  /* Translators: 1: a mark, 2: a criterion, 3: the lowest mark, 4: what lies between two marks */
  return g_strdup_printf (_("The mark %1$s by “%2$s” lies between two of its scale, which goes from %3$s in steps of %4$s"), given,
                          criterion->name, least, other);
}

/* A sheet */

static gboolean
check_marks (const BaryScoreRules *rules,
             const BaryMarkedSheet *sheet,
             BaryScore            *score)
{
  for (guint i = 0; i < rules->n_criteria; i++)
    {
      const BaryCriterion *criterion = &rules->criteria[i];
      const BaryScoreMark *mark = &sheet->marks[i];

      if (mark->given && !is_on_scale (criterion, &mark->value))
        {
          score->criterion = i;
          return fail (score, BARY_SCORE_OUT_OF_SCALE);
        }
      if (criterion->independent)
        continue;
      score->needed++;
      score->given += mark->given;
    }
  return score->given == score->needed || fail (score, BARY_SCORE_INCOMPLETE);
}

static gboolean
weigh (const BaryScoreRules *rules,
       guint                 criterion,
       const BaryFraction   *mark,
       BaryFraction         *product)
{
  *product = rules->criteria[criterion].weight;
  return bary_fraction_multiply (product, mark) && round_by (product, &rules->product);
}

gboolean
bary_score_sheet (const BaryScoreRules *rules,
                  const BaryMarkedSheet *sheet,
                  BaryFraction         *addends,
                  BaryScore            *score)
{
  *score = (BaryScore) { BARY_SCORE_KNOWN, BARY_FRACTION_ZERO };
  if (!check_marks (rules, sheet, score))
    return FALSE;

  for (guint i = 0; i < rules->n_criteria; i++)
    {
      BaryFraction product = BARY_FRACTION_ZERO;

      if (!rules->criteria[i].independent &&
          (!weigh (rules, i, &sheet->marks[i].value, &product) || !bary_fraction_add (&score->value, &product)))
        return fail (score, BARY_SCORE_TOO_LONG);
      if (addends != NULL)
        addends[i] = product;
    }
  return round_by (&score->value, &rules->sheet) || fail (score, BARY_SCORE_TOO_LONG);
}

gboolean
bary_score_find_most (const BaryScoreRules *rules,
                      BaryFraction         *most)
{
  *most = BARY_FRACTION_ZERO;
  for (guint i = 0; i < rules->n_criteria; i++)
    {
      BaryFraction product;

      if (!rules->criteria[i].independent &&
          (!weigh (rules, i, &rules->criteria[i].most, &product) || !bary_fraction_add (most, &product)))
        return FALSE;
    }
  return round_by (most, &rules->sheet);
}

/* All sheets */

static int
compare_fractions (const void *a,
                   const void *b)
{
  return bary_fraction_compare (a, b);
}

/* Of sorted totals, which count. Returns: FALSE if none does */
static gboolean
choose (const BaryScoreRules *rules,
        guint                 n_totals,
        guint                *first,
        guint                *n)
{
  *first = 0;
  *n = n_totals;
  if (rules->combination == BARY_COMBINE_MEDIAN)
    {
      *first = (n_totals - 1) / 2;
      *n = n_totals % 2 == 0 ? 2 : 1;
    }
  else if (rules->combination == BARY_COMBINE_TRIMMED)
    {
      if (n_totals <= 2 * (guint64) rules->trimmed)
        return FALSE;
      *first = rules->trimmed;
      *n = n_totals - 2 * rules->trimmed;
    }
  return TRUE;
}

gboolean
bary_score_combine (const BaryScoreRules *rules,
                    const BaryFraction   *totals,
                    guint                 n_totals,
                    BaryScore            *score)
{
  g_autofree BaryFraction *sorted = g_new (BaryFraction, n_totals + 1);
  BaryFraction share;
  guint first, n;

  *score = (BaryScore) { BARY_SCORE_KNOWN, BARY_FRACTION_ZERO, n_totals, n_totals };
  if (n_totals == 0)
    return fail (score, BARY_SCORE_NO_SHEETS);
  memcpy (sorted, totals, n_totals * sizeof (BaryFraction));
  qsort (sorted, n_totals, sizeof (BaryFraction), compare_fractions);
  if (!choose (rules, n_totals, &first, &n))
    return fail (score, BARY_SCORE_TOO_FEW);

  for (guint i = first; i < first + n; i++)
    if (!bary_fraction_add (&score->value, &sorted[i]))
      return fail (score, BARY_SCORE_TOO_LONG);
  share = (BaryFraction) { 1, rules->combination == BARY_COMBINE_SUM ? 1 : n };
  return (bary_fraction_multiply (&score->value, &share) && round_by (&score->value, &rules->total))
         || fail (score, BARY_SCORE_TOO_LONG);
}

gboolean
bary_score_application (const BaryScoreRules *rules,
                        const BaryMarkedSheet *sheets,
                        guint                 n_sheets,
                        guint                 needed,
                        BaryScore            *totals,
                        BaryScore            *score)
{
  g_autofree BaryFraction *values = g_new (BaryFraction, n_sheets + 1);
  BaryScore first_fault = { BARY_SCORE_KNOWN };

  for (guint i = 0; i < n_sheets; i++)
    {
      BaryScore total;

      if (!bary_score_sheet (rules, &sheets[i], NULL, &total) && first_fault.fault == BARY_SCORE_KNOWN)
        {
          first_fault = total;
          first_fault.sheet = i;
        }
      values[i] = total.value;
      if (totals != NULL)
        totals[i] = total;
    }

  *score = first_fault;
  if (first_fault.fault != BARY_SCORE_KNOWN)
    return FALSE;
  if (n_sheets > 0 && n_sheets < needed)
    {
      *score = (BaryScore) { BARY_SCORE_INCOMPLETE, BARY_FRACTION_ZERO, n_sheets, needed, n_sheets };
      return FALSE;
    }
  return bary_score_combine (rules, values, n_sheets, score);
}

char *
bary_score_to_words (const BaryScore      *score,
                     const BaryScoreRules *rules)
{
  switch (score->fault)
    {
    case BARY_SCORE_KNOWN:
      return bary_fraction_to_words (&score->value);
    case BARY_SCORE_NO_SHEETS:
      return g_strdup (_("no sheets"));
    case BARY_SCORE_INCOMPLETE:
      /* Translators: marks or sheets that are there, and how many there should be: "2 of 3" */
      return g_strdup_printf (_("%1$u of %2$u"), score->given, score->needed);
    case BARY_SCORE_OUT_OF_SCALE:
      /* Translators: %s: a criterion */
      return g_strdup_printf (_("“%s”: the mark is beyond the scale"), rules->criteria[score->criterion].name);
    case BARY_SCORE_TOO_FEW:
      return g_strdup (_("too few sheets to leave out the lowest and the highest"));
    case BARY_SCORE_TOO_LONG:
    default:
      return g_strdup (_("numbers with too many digits: make the weights simpler"));
    }
}
