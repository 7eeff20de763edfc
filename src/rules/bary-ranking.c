#include "bary-ranking.h"

#include "bary-config.h"
#include "bary-date.h"
#include "bary-turns.h"

#include <glib/gi18n-lib.h>

typedef struct {
  const BaryScoreRules   *rules;
  const BaryRankingEntry *entries;
  const BaryTieRule      *steps;
  guint                   n_steps;
  guint64                 seed;
} Contest;

/* The mean of the marks given. Returns: FALSE if there are none */
static gboolean
find_mean (const BaryRankingEntry *entry,
           guint                   criterion,
           BaryFraction           *mean)
{
  gint64 n = 0;

  *mean = BARY_FRACTION_ZERO;
  for (guint i = 0; i < entry->n_sheets; i++)
    if (entry->sheets[i].marks[criterion].given)
      {
        if (!bary_fraction_add (mean, &entry->sheets[i].marks[criterion].value))
          return FALSE;
        n++;
      }
  return n > 0 && bary_fraction_multiply (mean, &(BaryFraction) { 1, n });
}

/* Below 0 if `a` comes first. */
static int
compare_criterion (const BaryRankingEntry *a,
                   const BaryRankingEntry *b,
                   guint                   criterion)
{
  BaryFraction mean_a, mean_b;
  gboolean known_a = find_mean (a, criterion, &mean_a), known_b = find_mean (b, criterion, &mean_b);

  return known_a && known_b ? bary_fraction_compare (&mean_b, &mean_a) : known_b - known_a;
}

static guint
count_low (const BaryScoreRules   *rules,
           const BaryRankingEntry *entry,
           const BaryFraction     *limit)
{
  guint n = 0;

  for (guint i = 0; i < entry->n_sheets; i++)
    for (guint c = 0; c < rules->n_criteria; c++)
      {
        const BaryScoreMark *mark = &entry->sheets[i].marks[c];

        n += !rules->criteria[c].independent && mark->given && bary_fraction_compare (&mark->value, limit) < 0;
      }
  return n;
}

static int
compare_registered (const BaryRankingEntry *a,
                    const BaryRankingEntry *b)
{
  return bary_moment_compare (a->registered, b->registered);
}

static guint64
draw_lot (guint64                 seed,
          const BaryRankingEntry *entry)
{
  guint64 state = bary_turns_seed (entry->id) ^ bary_turns_draw (&seed);

  return bary_turns_draw (&state);
}

static int
compare_step (const Contest          *contest,
              const BaryTieRule      *step,
              const BaryRankingEntry *a,
              const BaryRankingEntry *b)
{
  guint64 lot_a, lot_b;

  switch (step->kind)
    {
    case BARY_TIE_CRITERION:
      return compare_criterion (a, b, step->criterion);
    case BARY_TIE_LOW_MARKS:
      return (int) count_low (contest->rules, a, &step->limit) - (int) count_low (contest->rules, b, &step->limit);
    case BARY_TIE_EARLIER:
      return compare_registered (a, b);
    case BARY_TIE_DRAW:
    default:
      lot_a = draw_lot (contest->seed, a);
      lot_b = draw_lot (contest->seed, b);
      return lot_a < lot_b ? -1 : lot_a > lot_b;
    }
}

/* @decided: (out) (optional): by what */
static int
compare_entries (const Contest *contest,
                 guint          first,
                 guint          second,
                 int           *decided)
{
  const BaryRankingEntry *a = &contest->entries[first], *b = &contest->entries[second];
  gboolean unplaced_a = a->score.fault != BARY_SCORE_KNOWN, unplaced_b = b->score.fault != BARY_SCORE_KNOWN;
  int order = unplaced_a || unplaced_b ? unplaced_a - unplaced_b : bary_fraction_compare (&b->score.value, &a->score.value);
  int by = unplaced_b ? BARY_RANKING_UNPLACED : BARY_RANKING_BY_SCORE;

  for (guint i = 0; i < contest->n_steps && order == 0 && !unplaced_a; i++)
    {
      order = compare_step (contest, &contest->steps[i], a, b);
      by = (int) i;
    }
  if (decided != NULL)
    *decided = order == 0 && !unplaced_b ? BARY_RANKING_EQUAL : by;
  return order;
}

static int
compare_rows (const void *a,
              const void *b,
              void       *contest)
{
  guint first = ((const BaryRankingRow *) a)->entry, second = ((const BaryRankingRow *) b)->entry;
  int order = compare_entries (contest, first, second, NULL);

  return order != 0 ? order : first < second ? -1 : first > second;
}

static void
place_rows (const Contest  *contest,
            BaryRankingRow *rows,
            guint           n)
{
  for (guint i = 0; i < n; i++)
    {
      BaryRankingRow *row = &rows[i];
      gboolean unplaced = contest->entries[row->entry].score.fault != BARY_SCORE_KNOWN;

      row->step = unplaced ? BARY_RANKING_UNPLACED : BARY_RANKING_BY_SCORE;
      if (i > 0)
        compare_entries (contest, rows[i - 1].entry, row->entry, &row->step);
      row->place = unplaced ? 0 : row->step == BARY_RANKING_EQUAL ? rows[i - 1].place : i + 1;
    }
}

GArray *
bary_ranking_new (const BaryScoreRules   *rules,
                  const BaryRankingEntry *entries,
                  guint                   n_entries,
                  const BaryTieRule      *steps,
                  guint                   n_steps,
                  guint64                 seed)
{
  GArray *rows = g_array_sized_new (FALSE, TRUE, sizeof (BaryRankingRow), n_entries);
  Contest contest = { rules, entries, steps, n_steps, seed };

  for (guint i = 0; i < n_entries; i++)
    {
      BaryRankingRow row = { i };

      g_array_append_val (rows, row);
    }
  g_array_sort_with_data (rows, compare_rows, &contest);
  place_rows (&contest, (BaryRankingRow *) rows->data, n_entries);
  return rows;
}

guint8 *
bary_line_find_winners (const BaryLine         *line,
                        const BaryRankingEntry *entries,
                        const BaryRankingRow   *rows,
                        guint                   n_rows)
{
  guint8 *winners = g_new0 (guint8, n_rows + 1);

  for (guint i = 0; i < n_rows; i++)
    {
      const BaryScore *score = &entries[rows[i].entry].score;

      winners[rows[i].entry] = rows[i].place > 0 && (line->n_places == 0 || rows[i].place <= line->n_places) &&
                               (!line->has_pass_mark || bary_fraction_compare (&score->value, &line->pass_mark) >= 0);
    }
  return winners;
}

char *
bary_ranking_to_words (const BaryRankingRow *row,
                       const BaryScoreRules *rules,
                       const BaryTieRule    *steps)
{
  g_autofree char *limit = NULL;

  if (row->step == BARY_RANKING_BY_SCORE)
    return g_strdup (_("by the total"));
  if (row->step == BARY_RANKING_EQUAL)
    return g_strdup (_("equal in all"));
  if (row->step == BARY_RANKING_UNPLACED)
    return g_strdup (_("without a total"));

  switch (steps[row->step].kind)
    {
    case BARY_TIE_CRITERION:
      /* Translators: %s: a criterion; what decided between two of equal totals */
      return g_strdup_printf (_("equal totals: lower marks by “%s”"), rules->criteria[steps[row->step].criterion].name);
    case BARY_TIE_LOW_MARKS:
      limit = bary_fraction_to_words (&steps[row->step].limit);
      /* Translators: %s: a mark */
      return g_strdup_printf (_("equal totals: more marks below %s"), limit);
    case BARY_TIE_EARLIER:
      return g_strdup (_("equal totals: registered later"));
    case BARY_TIE_DRAW:
    default:
      return g_strdup (_("equal totals: by lot"));
    }
}
