#include "bary-stability.h"

#include "bary-distribution.h"
#include "bary-turns.h"

#include <math.h>
#include <string.h>

/* The decision anew, with other rules or without an expert. */

/* Returns: how many sheets are left */
static guint
copy_sheets (const BaryRankingEntry *entry,
             const char             *without,
             BaryMarkedSheet         *sheets)
{
  guint n = 0;

  for (guint i = 0; i < entry->n_sheets; i++)
    if (without == NULL || g_strcmp0 (entry->sheets[i].expert, without) != 0)
      sheets[n++] = entry->sheets[i];
  return n;
}

static gboolean
is_above (const BaryLine       *line,
          const BaryRankingRow *row,
          const BaryScore      *score)
{
  return score->fault == BARY_SCORE_KNOWN && (line->n_places == 0 || row->place <= line->n_places)
         && (!line->has_pass_mark || bary_fraction_compare (&score->value, &line->pass_mark) >= 0);
}

static guint8 *
decide (const BaryDecision   *decision,
        const BaryScoreRules *rules,
        const BaryLine       *line,
        const char           *without)
{
  g_autofree BaryRankingEntry *entries = g_memdup2 (decision->entries, decision->n_entries * sizeof (BaryRankingEntry));
  g_autofree BaryMarkedSheet *sheets = NULL;
  g_autoptr (GArray) rows = NULL;
  guint8 *above = g_new0 (guint8, decision->n_entries + 1);
  guint n_sheets = 0;

  for (guint i = 0; i < decision->n_entries; i++)
    n_sheets += entries[i].n_sheets;
  sheets = g_new (BaryMarkedSheet, n_sheets + 1);
  n_sheets = 0;
  for (guint i = 0; i < decision->n_entries; i++)
    {
      guint n = copy_sheets (&decision->entries[i], without, sheets + n_sheets);

      bary_score_application (rules, sheets + n_sheets, n, 0, NULL, &entries[i].score);
      entries[i].sheets = sheets + n_sheets;
      entries[i].n_sheets = n;
      n_sheets += n;
    }
  rows = bary_ranking_new (rules, entries, decision->n_entries, decision->steps, decision->n_steps, decision->seed);
  for (guint i = 0; i < rows->len; i++)
    {
      const BaryRankingRow *row = &g_array_index (rows, BaryRankingRow, i);

      above[row->entry] = is_above (line, row, &entries[row->entry].score);
    }
  return above;
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
         const BaryScoreRules *rules,
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

/* Returns: FALSE if numbers get too long to tell */
static gboolean
scale_pass_mark (const BaryScoreRules *before,
                 const BaryScoreRules *after,
                 BaryLine             *line)
{
  BaryFraction most, share;

  if (!line->has_pass_mark)
    return TRUE;
  if (!bary_score_find_most (before, &share) || !bary_score_find_most (after, &most) || share.numerator <= 0)
    return FALSE;

  share = (BaryFraction) { share.denominator, share.numerator };
  return bary_fraction_multiply (&line->pass_mark, &share) && bary_fraction_multiply (&line->pass_mark, &most);
}

static void
change_weight (Search         *search,
               BaryShiftKind  kind,
               guint           criterion)
{
  const BaryScoreRules *rules = search->decision->rules;
  g_autofree BaryCriterion *criteria = g_memdup2 (rules->criteria, rules->n_criteria * sizeof (BaryCriterion));
  BaryFraction factor = { kind == BARY_SHIFT_WEIGHT_UP ? 11 : 9, 10 };
  BaryScoreRules changed = *rules;
  BaryLine line = search->decision->line;

  changed.criteria = criteria;
  if (bary_fraction_multiply (&criteria[criterion].weight, &factor) && scale_pass_mark (rules, &changed, &line))
    compare (search, &(BaryShift) { kind, NULL, criterion }, &changed, &line);
}

GPtrArray *
bary_stability_find_changes (const BaryDecision *decision)
{
  g_autofree guint8 *winners = bary_decision_find_winners (decision);
  Search search = { decision, winners, g_ptr_array_new_with_free_func ((GDestroyNotify) change_free) };
  BaryScoreRules median = *decision->rules;

  leave_experts_out (&search);
  for (guint c = 0; c < decision->rules->n_criteria; c++)
    if (!decision->rules->criteria[c].independent)
      {
        change_weight (&search, BARY_SHIFT_WEIGHT_UP, c);
        change_weight (&search, BARY_SHIFT_WEIGHT_DOWN, c);
      }
  median.combination = BARY_COMBINE_MEDIAN;
  /* A sum has another scale than a median. */
  if (decision->rules->combination != BARY_COMBINE_SUM)
    compare (&search, &(BaryShift) { BARY_SHIFT_MEDIAN }, &median, &decision->line);
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
    chances[i] += values[i] >= sorted[n_places - 1];
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
    if (n_places > 0)
      chances[i] = 1;
    else
      chances[i] = errors[i] > 0 ? bary_normal_tail ((pass_mark - estimates[i]) / errors[i]) : estimates[i] >= pass_mark;
  if (n_places == 0 || n_places >= n)
    return chances;

  for (guint i = 0; i < n_draws; i++)
    add_draw (estimates, errors, n, n_places, &seed, values, sorted, chances);
  for (guint i = 0; i < n; i++)
    chances[i] /= MAX (n_draws, 1);
  return chances;
}
