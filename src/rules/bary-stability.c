#include "bary-stability.h"

#include "bary-distribution.h"
#include "bary-turns.h"

#include <math.h>
#include <string.h>

/* The decision anew, with other rules or without an expert. */

/* Leaves an entry what is not the expert's. Returns: whether that is less than before */
static gboolean
copy_sheets (const BaryRankingEntry *from,
             const char             *without,
             BaryMarkedSheet        *sheets,
             BaryRankingEntry       *entry)
{
  entry->sheets = sheets;
  entry->n_sheets = entry->n_experts = 0;
  for (guint i = 0; i < from->n_sheets; i++)
    if (without == NULL || g_strcmp0 (from->sheets[i].expert, without) != 0)
      {
        sheets[entry->n_sheets++] = from->sheets[i];
        entry->n_experts += i < from->n_experts;
      }
  return entry->n_sheets < from->n_sheets;
}

static void
find_score (const BaryTotalRules *rules,
            gboolean              fewer,
            BaryRankingEntry     *entry)
{
  g_autofree BaryScore *totals = g_new (BaryScore, entry->n_sheets + 1);
  BaryTotalRules own = *rules;
  BaryTotal total;

  if (fewer)
    own.need = MIN (own.need, entry->n_experts);
  own.missing = rules->need - own.need;
  bary_total_find (&own, entry->sheets, entry->n_sheets, entry->n_experts, entry->lacks_vote, totals, &total);
  if (fewer && total.lacks_third)
    {
      own.divergence = NULL;
      bary_total_find (&own, entry->sheets, entry->n_sheets, entry->n_experts, entry->lacks_vote, totals, &total);
    }
  entry->score = total.score;
}

static guint8 *
decide (const BaryDecision   *decision,
        const BaryTotalRules *rules,
        const BaryLine       *line,
        const char           *without)
{
  g_autofree BaryRankingEntry *entries = g_memdup2 (decision->entries, decision->n_entries * sizeof (BaryRankingEntry));
  g_autofree BaryMarkedSheet *sheets = NULL;
  g_autoptr (GArray) rows = NULL;
  guint n_sheets = 0;

  for (guint i = 0; i < decision->n_entries; i++)
    n_sheets += entries[i].n_sheets;
  sheets = g_new (BaryMarkedSheet, n_sheets + 1);
  n_sheets = 0;
  for (guint i = 0; i < decision->n_entries; i++)
    {
      gboolean fewer = copy_sheets (&decision->entries[i], without, sheets + n_sheets, &entries[i]);

      find_score (rules, fewer, &entries[i]);
      n_sheets += entries[i].n_sheets;
    }
  rows = bary_ranking_new (rules->rules, entries, decision->n_entries, decision->steps, decision->n_steps, decision->seed);
  return bary_line_find_winners (line, entries, (const BaryRankingRow *) rows->data, rows->len);
}

guint8 *
bary_decision_find_winners (const BaryDecision *decision)
{
  return decide (decision, decision->rules, &decision->line, NULL);
}

/* Changes */

typedef struct {
  const BaryDecision *decision;
  const guint8       *winners;
  GPtrArray          *changes;
} Search;

static void
change_free (BaryShift *change)
{
  g_array_unref (change->entering);
  g_array_unref (change->leaving);
  g_free (change);
}

/* Keeps a change that moves somebody. */
static void
compare (Search               *search,
         const BaryShift     *kind,
         const BaryTotalRules *rules,
         const BaryLine       *line)
{
  g_autofree guint8 *winners = decide (search->decision, rules, line, kind->expert);
  BaryShift *change;

  if (memcmp (winners, search->winners, search->decision->n_entries) == 0)
    return;

  change = g_memdup2 (kind, sizeof (BaryShift));
  change->entering = g_array_new (FALSE, FALSE, sizeof (guint));
  change->leaving = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < search->decision->n_entries; i++)
    if (winners[i] != search->winners[i])
      g_array_append_val (winners[i] ? change->entering : change->leaving, i);
  g_ptr_array_add (search->changes, change);
}

static void
leave_experts_out (Search *search)
{
  const BaryDecision *decision = search->decision;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < decision->n_entries; i++)
    for (guint j = 0; j < decision->entries[i].n_sheets; j++)
      {
        BaryShift kind = { BARY_SHIFT_WITHOUT_EXPERT, decision->entries[i].sheets[j].expert };

        if (g_hash_table_add (seen, (gpointer) kind.expert))
          compare (search, &kind, decision->rules, &decision->line);
      }
}

/* A mark keeps its share of the greatest total. Returns: FALSE if numbers get too long to tell */
static gboolean
scale_mark (const BaryScoreRules *before,
            const BaryScoreRules *after,
            BaryFraction         *mark)
{
  BaryFraction most, share;

  if (!bary_score_find_most (before, &share) || !bary_score_find_most (after, &most) || share.numerator <= 0)
    return FALSE;

  share = (BaryFraction) { share.denominator, share.numerator };
  return bary_fraction_multiply (mark, &share) && bary_fraction_multiply (mark, &most);
}

static gboolean
scale_marks (const BaryScoreRules *before,
             const BaryScoreRules *after,
             BaryLine             *line,
             BaryDivergenceRule   *divergence)
{
  return (!line->has_pass_mark || scale_mark (before, after, &line->pass_mark)) &&
         (divergence->metric != BARY_DIVERGENCE_VERDICTS || scale_mark (before, after, &divergence->pass_mark));
}

static void
change_weight (Search        *search,
               BaryShiftKind  kind,
               guint          criterion)
{
  const BaryScoreRules *before = search->decision->rules->rules;
  g_autofree BaryCriterion *criteria = g_memdup2 (before->criteria, before->n_criteria * sizeof (BaryCriterion));
  BaryFraction factor = { kind == BARY_SHIFT_WEIGHT_UP ? 11 : 9, 10 };
  BaryScoreRules after = *before;
  BaryTotalRules rules = *search->decision->rules;
  BaryDivergenceRule divergence = { 0 };
  BaryLine line = search->decision->line;

  after.criteria = criteria;
  rules.rules = &after;
  if (rules.divergence != NULL)
    {
      divergence = *rules.divergence;
      rules.divergence = &divergence;
    }
  if (bary_fraction_multiply (&criteria[criterion].weight, &factor) && scale_marks (before, &after, &line, &divergence))
    compare (search, &(BaryShift) { kind, NULL, criterion }, &rules, &line);
}

static void
count_by_median (Search *search)
{
  BaryScoreRules median = *search->decision->rules->rules;
  BaryTotalRules rules = *search->decision->rules;

  /* A sum has another scale than a median. */
  if (median.combination == BARY_COMBINE_SUM)
    return;

  median.combination = BARY_COMBINE_MEDIAN;
  rules.rules = &median;
  compare (search, &(BaryShift) { BARY_SHIFT_MEDIAN }, &rules, &search->decision->line);
}

GPtrArray *
bary_stability_find_changes (const BaryDecision *decision)
{
  const BaryScoreRules *rules = decision->rules->rules;
  g_autofree guint8 *winners = bary_decision_find_winners (decision);
  Search search = { decision, winners, g_ptr_array_new_with_free_func ((GDestroyNotify) change_free) };

  leave_experts_out (&search);
  for (guint c = 0; c < rules->n_criteria; c++)
    if (!rules->criteria[c].independent)
      {
        change_weight (&search, BARY_SHIFT_WEIGHT_UP, c);
        change_weight (&search, BARY_SHIFT_WEIGHT_DOWN, c);
      }
  count_by_median (&search);
  return search.changes;
}

/* Chances */

/* Two independent numbers of the standard normal distribution, by the polar method.
 * G. Marsaglia, T. Bray: A convenient method for generating normal variables. SIAM Review 6 (1964), 260–264. */
static void
draw_normal (guint64 *state,
             double   drawn[2])
{
  double x, y, square, factor;

  do
    {
      x = 2 * bary_turns_share (state) - 1;
      y = 2 * bary_turns_share (state) - 1;
      square = x * x + y * y;
    }
  while (square >= 1 || square == 0);

  factor = sqrt (-2 * log (square) / square);
  drawn[0] = x * factor;
  drawn[1] = y * factor;
}

static int
compare_down (const void *a,
              const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x > y ? -1 : x < y;
}

/* @values, @sorted: room for n + 1 */
static void
add_draw (const double *estimates,
          const double *errors,
          guint         n,
          guint         n_places,
          guint64      *state,
          double        pass_mark,
          double       *values,
          double       *sorted,
          double       *chances)
{
  for (guint i = 0; i < n; i += 2)
    {
      double drawn[2];

      draw_normal (state, drawn);
      values[i] = estimates[i] + errors[i] * drawn[0];
      if (i + 1 < n)
        values[i + 1] = estimates[i + 1] + errors[i + 1] * drawn[1];
    }
  memcpy (sorted, values, n * sizeof (double));
  qsort (sorted, n, sizeof (double), compare_down);
  for (guint i = 0; i < n; i++)
    chances[i] += values[i] >= sorted[n_places - 1] && values[i] >= pass_mark;
}

double *
bary_stability_find_chances (const double *estimates,
                             const double *errors,
                             guint         n,
                             guint         n_places,
                             double        pass_mark,
                             guint         n_draws,
                             guint64       seed)
{
  double *chances = g_new0 (double, n + 1);
  g_autofree double *values = g_new (double, n + 1);
  g_autofree double *sorted = g_new (double, n + 1);

  for (guint i = 0; i < n && (n_places == 0 || n_places >= n); i++)
    chances[i] = errors[i] > 0 ? bary_normal_tail ((pass_mark - estimates[i]) / errors[i]) : estimates[i] >= pass_mark;
  if (n_places == 0 || n_places >= n)
    return chances;

  for (guint i = 0; i < n_draws; i++)
    add_draw (estimates, errors, n, n_places, &seed, pass_mark, values, sorted, chances);
  for (guint i = 0; i < n; i++)
    chances[i] /= MAX (n_draws, 1);
  return chances;
}
