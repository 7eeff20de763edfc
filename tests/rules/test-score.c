#include "bary-divergence.h"
#include "bary-score.h"

#include <string.h>

static BaryFraction
parse (const char *text)
{
  BaryFraction value;

  g_assert_true (bary_fraction_parse (text, &value));
  return value;
}

static void
assert_text (const BaryFraction *value,
             const char         *expected)
{
  g_autofree char *text = bary_fraction_to_string (value);

  g_assert_cmpstr (text, ==, expected);
}

/* Fractions */

static void
test_parse (void)
{
  static const struct {
    const char *text, *shown;
  } good[] = {
    { "0", "0" }, { "12", "12" }, { "4.50", "4.5" }, { "4,5", "4.5" }, { "-0,125", "-0.125" }, { "+7", "7" }, { "0.000000001", "0.000000001" },
    { "999999999.999999999", "999999999.999999999" }, { "00.10", "0.1" }, { "-0", "0" },
    { "−2,5", "-2.5" },
  };
  static const char *const bad[] = {
    "", "-", ".", ".5", "5.", "1e3", "1 ", " 1", "1.2.3", "1,2,3", "0x1", "--1", "−-1", "1234567890", "0.1234567890", "nan", "½",
  };
  BaryFraction value;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      value = parse (good[i].text);
      assert_text (&value, good[i].shown);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (bary_fraction_parse (bad[i], &value));
}

static void
test_round (void)
{
  static const struct {
    const char *text;
    guint       digits;
    const char *up, *even;
  } cases[] = {
    { "2.5", 0, "3", "2" }, { "3.5", 0, "4", "4" }, { "-2.5", 0, "-3", "-2" }, { "0.5", 0, "1", "0" }, { "2.4999", 0, "2", "2" },
    { "1.005", 2, "1.01", "1" }, { "1.015", 2, "1.02", "1.02" }, { "-1.005", 2, "-1.01", "-1" }, { "19.6666", 1, "19.7", "19.7" },
    { "0.1", 9, "0.1", "0.1" }, { "99.95", 1, "100", "100" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BaryFraction up = parse (cases[i].text), even = up, none = up;

      g_assert_true (bary_fraction_round (&up, BARY_ROUNDING_HALF_UP, cases[i].digits));
      g_assert_true (bary_fraction_round (&even, BARY_ROUNDING_HALF_EVEN, cases[i].digits));
      g_assert_true (bary_fraction_round (&none, BARY_ROUNDING_NONE, cases[i].digits));
      assert_text (&up, cases[i].up);
      assert_text (&even, cases[i].even);
      g_assert_cmpint (bary_fraction_compare (&none, &(BaryFraction) { parse (cases[i].text).numerator, parse (cases[i].text).denominator }), ==, 0);
    }
}

/* To people what has no end is near a decimal; a file keeps the fraction. */
static void
test_no_end (void)
{
  static const struct {
    BaryFraction value;
    const char  *kept, *told;
  } cases[] = {
    { { 1, 3 }, "1/3", "≈0.333" }, { { -2, 3 }, "-2/3", "≈−0.667" }, { { 14, 7 * 7 }, "14/49", "≈0.286" }, { { 53, 3 }, "53/3", "≈17.667" },
    { { 1, 8 }, "0.125", "0.125" }, { { 1, 10000 }, "0.0001", "0.0001" }, { { 20, 1 }, "20", "20" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *told = bary_fraction_to_words (&cases[i].value);

      assert_text (&cases[i].value, cases[i].kept);
      g_assert_cmpstr (told, ==, cases[i].told);
    }
}

static void
test_too_long (void)
{
  BaryFraction great = { G_MAXINT64, 1 }, least = { 1, G_MAXINT64 }, other = { 1, G_MAXINT64 - 1 };

  g_assert_false (bary_fraction_add (&great, &(BaryFraction) { 1, 1 }));
  g_assert_cmpint (great.numerator, ==, G_MAXINT64);
  g_assert_false (bary_fraction_multiply (&great, &great));
  g_assert_false (bary_fraction_add (&least, &other));
  g_assert_true (bary_fraction_multiply (&great, &least));
  assert_text (&great, "1");
  g_assert_false (bary_fraction_divide (1, 0, &great));
  g_assert_cmpint (bary_fraction_compare (&least, &other), <, 0);
}

/* Sheets */

#define MOST_CRITERIA 6
#define MOST_SHEETS 7

typedef struct {
  BaryCriterion  criteria[MOST_CRITERIA];
  BaryScoreRules rules;
  BaryScoreMark  marks[MOST_SHEETS][MOST_CRITERIA];
  BaryMarkedSheet sheets[MOST_SHEETS];
  guint          n_sheets;
  gint64         totals[MOST_SHEETS]; /* in parts of SCALE, by whole numbers alone */
} Contest;

/* Weights have four digits after the point, marks three. */
#define SCALE G_GINT64_CONSTANT (10000000)

static BaryFraction
draw (gint64  scale,
      int     most,
      gint64 *units)
{
  BaryFraction value;

  *units = g_test_rand_int_range (0, most);
  g_assert_true (bary_fraction_divide (*units, scale, &value));
  return value;
}

static void
make_contest (Contest *contest)
{
  gint64 weights[MOST_CRITERIA], mark;

  memset (contest, 0, sizeof *contest);
  contest->rules = (BaryScoreRules) { contest->criteria, (guint) g_test_rand_int_range (1, MOST_CRITERIA + 1),
                                      (BaryCombination) g_test_rand_int_range (0, 4), (guint) g_test_rand_int_range (0, 2) };
  contest->n_sheets = (guint) g_test_rand_int_range (1, MOST_SHEETS + 1);
  for (guint c = 0; c < contest->rules.n_criteria; c++)
    contest->criteria[c] = (BaryCriterion) { "c", draw (10000, 50000, &weights[c]), BARY_FRACTION_ZERO, BARY_FRACTION_OF (100),
                                             g_test_rand_int_range (0, 8) == 0 };
  for (guint i = 0; i < contest->n_sheets; i++)
    {
      contest->sheets[i] = (BaryMarkedSheet) { "e", contest->marks[i] };
      for (guint c = 0; c < contest->rules.n_criteria; c++)
        {
          contest->marks[i][c] = (BaryScoreMark) { TRUE, draw (1000, 100001, &mark) };
          if (!contest->criteria[c].independent)
            contest->totals[i] += weights[c] * mark;
        }
    }
}

static int
compare_whole (const void *a,
               const void *b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

/* The exact total as numerator / (n · SCALE). Returns: FALSE if trimming leaves nothing */
static gboolean
combine_whole (Contest *contest,
               gint64  *numerator,
               gint64  *n)
{
  guint first = 0, end = contest->n_sheets;

  qsort (contest->totals, contest->n_sheets, sizeof (gint64), compare_whole);
  if (contest->rules.combination == BARY_COMBINE_MEDIAN)
    {
      first = (contest->n_sheets - 1) / 2;
      end = contest->n_sheets / 2 + 1;
    }
  if (contest->rules.combination == BARY_COMBINE_TRIMMED)
    {
      first += contest->rules.trimmed;
      end -= MIN (end, contest->rules.trimmed);
    }
  *numerator = 0;
  for (guint i = first; i < end; i++)
    *numerator += contest->totals[i];
  *n = contest->rules.combination == BARY_COMBINE_SUM ? 1 : end > first ? end - first : 0;
  return *n > 0;
}

/* Every total is the exact rational number, and rounding takes the right neighbour. */
static void
test_exact (void)
{
  guint n_sheets = 0, n_trimmed_away = 0;

  while (n_sheets < 100000)
    {
      gint64 numerator, n;
      BaryScore score;
      Contest contest;

      make_contest (&contest);
      n_sheets += contest.n_sheets;
      if (!combine_whole (&contest, &numerator, &n))
        {
          g_assert_false (bary_score_application (&contest.rules, contest.sheets, contest.n_sheets, 1, NULL, &score));
          g_assert_cmpint (score.fault, ==, BARY_SCORE_TOO_FEW);
          n_trimmed_away++;
          continue;
        }
      g_assert_true (bary_score_application (&contest.rules, contest.sheets, contest.n_sheets, 1, NULL, &score));
      g_assert_true ((__int128) score.value.numerator * n * SCALE == (__int128) numerator * score.value.denominator);

      contest.rules.total = (BaryRoundingRule) { BARY_ROUNDING_HALF_UP, 2 };
      g_assert_true (bary_score_application (&contest.rules, contest.sheets, contest.n_sheets, 1, NULL, &score));
      g_assert_true ((__int128) score.value.numerator * 100
                     == ((__int128) numerator * 200 + n * SCALE) / (2 * n * SCALE) * score.value.denominator);
    }
  g_assert_cmpuint (n_trimmed_away, >, 100);
}

static const BaryCriterion three[] = {
  { "Актуальность", { 3, 2 }, { 0, 1 }, { 10, 1 } }, { "Новизна", { 1, 1 }, { 0, 1 }, { 10, 1 } },
  { "Оформление", { 1, 3 }, { 1, 1 }, { 5, 1 } }, { "Рекомендация", { 1, 1 }, { 0, 1 }, { 1, 1 }, TRUE },
};

static const BaryScoreMark full[] = { { TRUE, { 7, 1 } }, { TRUE, { 8, 1 } }, { TRUE, { 5, 1 } }, { FALSE } };
static const BaryScoreMark partly[] = { { TRUE, { 7, 1 } }, { FALSE }, { TRUE, { 5, 1 } }, { TRUE, { 1, 1 } } };
static const BaryScoreMark beyond[] = { { TRUE, { 7, 1 } }, { TRUE, { 8, 1 } }, { TRUE, { 6, 1 } }, { FALSE } };

static void
test_addends (void)
{
  BaryScoreRules rules = { three, 4 };
  BaryMarkedSheet sheet = { "e", full };
  BaryFraction addends[4], most;
  BaryScore score;

  g_assert_true (bary_score_sheet (&rules, &sheet, addends, &score));
  assert_text (&score.value, "121/6");
  assert_text (&addends[0], "10.5");
  assert_text (&addends[2], "5/3");
  assert_text (&addends[3], "0");
  g_assert_true (bary_score_find_most (&rules, &most));
  assert_text (&most, "80/3");

  rules.product = (BaryRoundingRule) { BARY_ROUNDING_HALF_UP, 1 };
  g_assert_true (bary_score_sheet (&rules, &sheet, NULL, &score));
  assert_text (&score.value, "20.2");
  rules.sheet = (BaryRoundingRule) { BARY_ROUNDING_HALF_UP, 0 };
  g_assert_true (bary_score_sheet (&rules, &sheet, NULL, &score));
  assert_text (&score.value, "20");
}

static void
assert_words (const BaryScore      *score,
              const BaryScoreRules *rules,
              const char           *expected)
{
  g_autofree char *words = bary_score_to_words (score, rules);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_no_total (void)
{
  BaryScoreRules rules = { three, 4 };
  BaryMarkedSheet sheets[] = { { "a", full }, { "b", partly }, { "c", beyond } };
  BaryScore score;

  g_assert_false (bary_score_sheet (&rules, &sheets[1], NULL, &score));
  assert_words (&score, &rules, "2 of 3");
  g_assert_false (bary_score_sheet (&rules, &sheets[2], NULL, &score));
  assert_words (&score, &rules, "“Оформление”: the mark is beyond the scale");
  g_assert_false (bary_score_application (&rules, sheets, 2, 2, NULL, &score));
  assert_words (&score, &rules, "2 of 3");
  g_assert_cmpuint (score.sheet, ==, 1);
  g_assert_false (bary_score_application (&rules, sheets, 1, 2, NULL, &score));
  assert_words (&score, &rules, "1 of 2");
  g_assert_false (bary_score_application (&rules, NULL, 0, 2, NULL, &score));
  assert_words (&score, &rules, "no sheets");
  g_assert_true (bary_score_application (&rules, sheets, 1, 1, NULL, &score));
  assert_words (&score, &rules, "≈20.167");
}

/* From 1 in steps of 0.25 to 3; nothing is said of a mark where any is right. */
static void
test_permitted (void)
{
  static const struct {
    const char *mark, *step, *fault;
  } cases[] = {
    { "1", "0.25", NULL }, { "2.75", "0.25", NULL }, { "3", "0.25", NULL }, { "2.751", "0", NULL },
    { "2.751", "0.25", "The mark 2.751 by “Новизна” lies between two of its scale, which goes from 1 in steps of 0.25" },
    { "0.75", "0.25", "The mark 0.75 by “Новизна” is out of its scale, which goes from 1 to 3" },
    { "3.1", "0", "The mark 3.1 by “Новизна” is out of its scale, which goes from 1 to 3" },
  };
  BaryCriterion criterion = { "Новизна", BARY_FRACTION_OF (1), BARY_FRACTION_OF (1), BARY_FRACTION_OF (3) };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BaryFraction mark = parse (cases[i].mark), step = parse (cases[i].step);
      g_autofree char *fault = bary_criterion_find_fault (&criterion, &step, &mark);

      g_assert_cmpstr (fault, ==, cases[i].fault);
    }
}

/* The third expert */

static const BaryCriterion points[] = { { "Балл", { 1, 1 }, { 0, 1 }, { 40, 1 } }, { "Связность", { 1, 1 }, { 0, 1 }, { 10, 1 } } };

static void
find_gap (const BaryDivergenceRule *rule,
          gint64                    first,
          gint64                    second,
          BaryDivergence           *divergence)
{
  BaryScoreRules rules = { points, 2 };
  BaryScoreMark marks[2][2] = { { { TRUE, { first, 1 } }, { TRUE, { 5, 1 } } }, { { TRUE, { second, 1 } }, { TRUE, { 5, 1 } } } };
  BaryMarkedSheet sheets[] = { { "a", marks[0] }, { "b", marks[1] } };

  g_assert_true (bary_divergence_find (rule, &rules, sheets, 2, divergence));
}

static void
test_divergence (void)
{
  BaryDivergenceRule rule = { BARY_DIVERGENCE_POINTS, BARY_FRACTION_OF (10) };
  BaryDivergence divergence;

  find_gap (&rule, 12, 25, &divergence);
  g_assert_true (divergence.diverges);
  assert_text (&divergence.gap, "13");
  g_assert_cmpuint (divergence.first, ==, 0);
  find_gap (&rule, 22, 12, &divergence);
  g_assert_false (divergence.diverges);
  g_assert_cmpuint (divergence.first, ==, 1);
  find_gap (&rule, 12, 12, &divergence);
  g_assert_false (divergence.diverges);

  rule = (BaryDivergenceRule) { BARY_DIVERGENCE_SHARE, { 1, 4 } };
  find_gap (&rule, 10, 22, &divergence);
  g_assert_false (divergence.diverges);
  find_gap (&rule, 10, 23, &divergence);
  g_assert_true (divergence.diverges);
  rule = (BaryDivergenceRule) { BARY_DIVERGENCE_CRITERION, BARY_FRACTION_OF (3) };
  find_gap (&rule, 10, 14, &divergence);
  g_assert_true (divergence.diverges);
  g_assert_cmpint (divergence.criterion, ==, 0);
  rule = (BaryDivergenceRule) { BARY_DIVERGENCE_VERDICTS, .pass_mark = BARY_FRACTION_OF (20) };
  find_gap (&rule, 14, 15, &divergence);
  g_assert_true (divergence.diverges);
  find_gap (&rule, 15, 40, &divergence);
  g_assert_false (divergence.diverges);
}

static void
test_third (void)
{
  static const BaryFraction totals[] = { { 12, 1 }, { 25, 1 }, { 22, 1 } }, even[] = { { 10, 1 }, { 20, 1 }, { 30, 1 } };
  BaryDivergenceRule rule = { BARY_DIVERGENCE_POINTS, BARY_FRACTION_OF (10), .third = BARY_THIRD_FINAL };
  BaryFraction value;

  g_assert_true (bary_divergence_settle (&rule, totals, &value));
  assert_text (&value, "22");
  rule.third = BARY_THIRD_MEAN;
  g_assert_true (bary_divergence_settle (&rule, totals, &value));
  assert_text (&value, "59/3");
  g_assert_true (bary_fraction_round (&value, BARY_ROUNDING_HALF_UP, 3));
  assert_text (&value, "19.667");
  rule.third = BARY_THIRD_CLOSEST;
  g_assert_true (bary_divergence_settle (&rule, totals, &value));
  assert_text (&value, "23.5");
  g_assert_true (bary_divergence_settle (&rule, even, &value));
  assert_text (&value, "25");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/score/parse", test_parse);
  g_test_add_func ("/score/round", test_round);
  g_test_add_func ("/score/no-end", test_no_end);
  g_test_add_func ("/score/too-long", test_too_long);
  g_test_add_func ("/score/exact", test_exact);
  g_test_add_func ("/score/addends", test_addends);
  g_test_add_func ("/score/no-total", test_no_total);
  g_test_add_func ("/score/permitted", test_permitted);
  g_test_add_func ("/score/divergence", test_divergence);
  g_test_add_func ("/score/third", test_third);
  return g_test_run ();
}
