#include "bary-ranking.h"

static const BaryCriterion two[] = { { "Новизна", { 1, 1 }, { 0, 1 }, { 10, 1 } }, { "Ресурсы", { 1, 1 }, { 0, 1 }, { 10, 1 } } };
static const BaryScoreRules rules = { two, 2 };

static const BaryTieRule chain[] = {
  { BARY_TIE_CRITERION, 0 }, { BARY_TIE_LOW_MARKS, 0, { 4, 1 } }, { BARY_TIE_EARLIER }, { BARY_TIE_DRAW },
};

/* One sheet or two, of marks from 0 to 10. */
typedef struct {
  BaryScoreMark    marks[2][2];
  BaryMarkedSheet   sheets[2];
} Sheets;

static BaryRankingEntry
make_entry (Sheets     *sheets,
            const char *id,
            const char *registered,
            const int   marks[4])
{
  BaryRankingEntry entry = { id, registered, .sheets = sheets->sheets, .n_sheets = 2 };

  for (guint i = 0; i < 2; i++)
    {
      sheets->sheets[i] = (BaryMarkedSheet) { "e", sheets->marks[i] };
      for (guint c = 0; c < 2; c++)
        sheets->marks[i][c] = (BaryScoreMark) { marks[2 * i + c] >= 0, BARY_FRACTION_OF (marks[2 * i + c]) };
    }
  bary_score_application (&rules, sheets->sheets, 2, 2, NULL, &entry.score);
  return entry;
}

static const struct {
  const char *id, *registered;
  int         marks[4];
} applications[] = {
  { "g", "2025-10-01", { 5, 5, 5, -1 } }, /* a mark is missing */
  { "f", "2025-10-02", { 5, 3, 5, 7 } },  /* as b, a low mark */
  { "e", "2025-10-02", { 5, 5, 5, 5 } },  /* as b, later */
  { "d", "2025-10-01", { 4, 6, 5, 5 } },  /* as a, less by the first criterion */
  { "c", "2025-10-05", { 6, 4, 5, 5 } },  /* the most by it */
  { "b", "2025-10-01", { 5, 5, 5, 5 } },
  { "a", "2025-10-09", { 9, 9, 9, 9 } },
};

#define N G_N_ELEMENTS (applications)

static const char *const words[] = {
  "by the total", "by the total", "equal totals: lower marks by “Новизна”", "equal totals: registered later",
  "equal totals: more marks below 4", "equal totals: lower marks by “Новизна”", "without a total",
};
G_STATIC_ASSERT (G_N_ELEMENTS (words) == N);

static void
test_chain (void)
{
  BaryRankingEntry entries[N];
  Sheets sheets[N];
  g_autoptr (GArray) rows = NULL;

  for (guint i = 0; i < N; i++)
    entries[i] = make_entry (&sheets[i], applications[i].id, applications[i].registered, applications[i].marks);
  rows = bary_ranking_new (&rules, entries, N, chain, G_N_ELEMENTS (chain), 1);
  for (guint i = 0; i < N; i++)
    {
      const BaryRankingRow *row = &g_array_index (rows, BaryRankingRow, i);
      g_autofree char *text = bary_ranking_to_words (row, &rules, chain);

      g_assert_cmpint (entries[row->entry].id[0], ==, "acbefdg"[i]);
      g_assert_cmpuint (row->place, ==, i == N - 1 ? 0 : i + 1);
      g_assert_cmpstr (text, ==, words[i]);
    }
}

static char *
draw (const char *ids,
      guint64     seed,
      gboolean    by_lot)
{
  static const int marks[] = { 5, 5, 5, 5 };
  BaryTieRule lot = { BARY_TIE_DRAW };
  BaryRankingEntry entries[6];
  Sheets sheets[6];
  char names[6][2] = { "" };
  g_autoptr (GArray) rows = NULL;
  GString *order = g_string_new (NULL);

  for (guint i = 0; i < 6; i++)
    {
      names[i][0] = ids[i];
      entries[i] = make_entry (&sheets[i], names[i], NULL, marks);
    }
  rows = bary_ranking_new (&rules, entries, 6, &lot, by_lot, seed);
  for (guint i = 0; i < 6; i++)
    {
      const BaryRankingRow *row = &g_array_index (rows, BaryRankingRow, i);

      g_string_append_c (order, *entries[row->entry].id);
      g_assert_cmpuint (row->place, ==, by_lot ? i + 1 : 1);
      g_assert_cmpint (row->step, ==, i == 0 ? BARY_RANKING_BY_SCORE : by_lot ? 0 : BARY_RANKING_EQUAL);
    }
  return g_string_free (order, FALSE);
}

/* The lot follows the seed and the ids, not the order of the input. */
static void
test_lot (void)
{
  g_autofree char *order = draw ("abcdef", 7, TRUE);
  g_autofree char *other_order = draw ("fdbeca", 7, TRUE);
  g_autofree char *other_seed = draw ("abcdef", 8, TRUE);
  g_autofree char *equal = draw ("fdbeca", 7, FALSE);

  g_assert_cmpstr (order, ==, other_order);
  g_assert_cmpstr (order, !=, other_seed);
  g_assert_cmpstr (equal, ==, "fdbeca");
}

static void
test_equal_by_lot_in_words (void)
{
  BaryTieRule lot = { BARY_TIE_DRAW };
  BaryRankingRow drawn = { 0, 2, 0 }, equal = { 0, 2, BARY_RANKING_EQUAL };
  g_autofree char *by_lot = bary_ranking_to_words (&drawn, &rules, &lot);
  g_autofree char *in_all = bary_ranking_to_words (&equal, &rules, &lot);

  g_assert_cmpstr (by_lot, ==, "equal totals: by lot");
  g_assert_cmpstr (in_all, ==, "equal in all");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ranking/chain", test_chain);
  g_test_add_func ("/ranking/lot", test_lot);
  g_test_add_func ("/ranking/words", test_equal_by_lot_in_words);
  return g_test_run ();
}
