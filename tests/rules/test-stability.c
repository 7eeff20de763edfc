#include "bary-stability.h"

#include "bary-distribution.h"

#include <math.h>

/* Two criteria, three applications, three experts; each sheet is two marks. */

static const BaryCriterion criteria[] = { { "Идея", { 1, 1 }, { 0, 1 }, { 10, 1 } }, { "Ресурсы", { 1, 1 }, { 0, 1 }, { 10, 1 } } };

typedef struct {
  BaryScoreMark    marks[3][3][2];
  BaryMarkedSheet   sheets[3][3];
  BaryRankingEntry entries[3];
  BaryScoreRules   scoring;
  BaryTotalRules   rules;
  BaryDecision     decision;
} Contest;

static void
make_contest (Contest   *contest,
              const int  marks[3][3][2])
{
  static const char *const experts[] = { "x", "y", "z" }, *const ids[] = { "a", "b", "c" };

  *contest = (Contest) { .scoring = { criteria, 2, BARY_COMBINE_MEAN } };
  contest->rules = (BaryTotalRules) { &contest->scoring, NULL, 3 };
  for (guint a = 0; a < 3; a++)
    {
      for (guint e = 0; e < 3; e++)
        {
          for (guint c = 0; c < 2; c++)
            contest->marks[a][e][c] = (BaryScoreMark) { TRUE, BARY_FRACTION_OF (marks[a][e][c]) };
          contest->sheets[a][e] = (BaryMarkedSheet) { experts[e], contest->marks[a][e] };
        }
      contest->entries[a] = (BaryRankingEntry) { ids[a], .sheets = contest->sheets[a], .n_sheets = 3, .n_experts = 3 };
    }
  contest->decision = (BaryDecision) { &contest->rules, contest->entries, 3, .line = { 1 } };
}

static void
assert_moved (const BaryShift *change,
              guint             entering,
              guint             leaving)
{
  g_assert_cmpuint (change->entering->len, ==, 1);
  g_assert_cmpuint (change->leaving->len, ==, 1);
  g_assert_cmpuint (g_array_index (change->entering, guint, 0), ==, entering);
  g_assert_cmpuint (g_array_index (change->leaving, guint, 0), ==, leaving);
}

/* Only x, who gave it 20, has put the first one above the line. */
static void
test_expert (void)
{
  static const int marks[3][3][2] = { { { 10, 10 }, { 6, 6 }, { 6, 6 } }, { { 7, 7 }, { 7, 7 }, { 7, 7 } }, { { 1, 1 }, { 1, 1 }, { 1, 1 } } };
  Contest contest;
  g_autofree guint8 *winners = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  const BaryShift *change;

  make_contest (&contest, marks);
  winners = bary_decision_find_winners (&contest.decision);
  g_assert_true (winners[0] && !winners[1] && !winners[2]);
  changes = bary_stability_find_changes (&contest.decision);
  g_assert_cmpuint (changes->len, ==, 2);
  change = changes->pdata[0];
  g_assert_cmpint (change->kind, ==, BARY_SHIFT_WITHOUT_EXPERT);
  g_assert_cmpstr (change->expert, ==, "x");
  assert_moved (change, 1, 0);
  change = changes->pdata[1];
  g_assert_cmpint (change->kind, ==, BARY_SHIFT_MEDIAN);
  assert_moved (change, 1, 0);
}

static guint
count_weights (const GPtrArray *changes)
{
  guint n = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      const BaryShift *change = changes->pdata[i];

      if (change->kind != BARY_SHIFT_WEIGHT_UP && change->kind != BARY_SHIFT_WEIGHT_DOWN)
        continue;
      g_assert_cmpuint (change->criterion, ==, change->kind == BARY_SHIFT_WEIGHT_UP ? 1 : 0);
      assert_moved (change, 1, 0);
      n++;
    }
  return n;
}

/* 18 against 17.67 stands whatever weighs 10 % more or less; against 17.97, more for the second criterion turns it, and
 * less for the first. */
static void
test_weight (void)
{
  static const int marks[3][3][2] = { { { 10, 8 }, { 10, 8 }, { 10, 8 } }, { { 8, 9 }, { 8, 10 }, { 8, 10 } }, { { 0, 0 }, { 0, 0 }, { 0, 0 } } };
  Contest contest;
  g_autoptr (GPtrArray) stable = NULL;
  g_autoptr (GPtrArray) close = NULL;

  make_contest (&contest, marks);
  stable = bary_stability_find_changes (&contest.decision);
  g_assert_cmpuint (count_weights (stable), ==, 0);
  contest.marks[1][0][1].value = (BaryFraction) { 99, 10 };
  close = bary_stability_find_changes (&contest.decision);
  g_assert_cmpuint (count_weights (close), ==, 2);
}

/* The pass mark keeps its share, so that what does not depend on the weights does not change. */
static void
test_pass_mark (void)
{
  static const int marks[3][3][2] = { { { 6, 6 }, { 6, 6 }, { 6, 6 } }, { { 5, 5 }, { 5, 5 }, { 5, 5 } }, { { 7, 5 }, { 7, 5 }, { 7, 5 } } };
  Contest contest;
  g_autoptr (GPtrArray) changes = NULL;

  make_contest (&contest, marks);
  contest.decision.line = (BaryLine) { 0, TRUE, BARY_FRACTION_OF (12) };
  changes = bary_stability_find_changes (&contest.decision);
  g_assert_cmpuint (changes->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const BaryShift *change = changes->pdata[i];

      g_assert_cmpuint (change->entering->len, ==, 0);
      g_assert_cmpuint (change->leaving->len, ==, 1);
      g_assert_cmpuint (g_array_index (change->leaving, guint, 0), ==, 2);
      g_assert_cmpint (change->kind, ==, i == 0 ? BARY_SHIFT_WEIGHT_DOWN : BARY_SHIFT_WEIGHT_UP);
      g_assert_cmpuint (change->criterion, ==, i);
    }
}

/* 20 and 4 are too far apart; with the third's 16 the closest two come to 18, though all three are 13.33 on average. Without
 * the one of 4 there is nothing to settle; without another one, what is left does not reach 15. */
static void
test_third (void)
{
  static const int marks[3][3][2] = { { { 10, 10 }, { 2, 2 }, { 8, 8 } }, { { 1, 1 }, { 1, 1 }, { 1, 1 } }, { { 9, 9 }, { 9, 9 }, { 9, 9 } } };
  static const BaryDivergenceRule rule = { BARY_DIVERGENCE_POINTS, BARY_FRACTION_OF (5), .third = BARY_THIRD_CLOSEST };
  Contest contest;
  g_autofree guint8 *winners = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  make_contest (&contest, marks);
  contest.rules.divergence = &rule;
  contest.rules.need = 2;
  contest.decision.line = (BaryLine) { 0, TRUE, BARY_FRACTION_OF (15) };
  winners = bary_decision_find_winners (&contest.decision);
  g_assert_true (winners[0] && !winners[1] && winners[2]);
  changes = bary_stability_find_changes (&contest.decision);
  g_assert_cmpuint (changes->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const BaryShift *change = changes->pdata[i];

      g_assert_cmpint (change->kind, ==, BARY_SHIFT_WITHOUT_EXPERT);
      g_assert_cmpstr (change->expert, ==, i == 0 ? "x" : "z");
      g_assert_cmpuint (change->entering->len, ==, 0);
      g_assert_cmpuint (change->leaving->len, ==, 1);
      g_assert_cmpuint (g_array_index (change->leaving, guint, 0), ==, 0);
    }
}

/* Three agree on 14, and the line of the sum is 40: without one of them the other two stand for all, and nobody moves. */
static void
test_sum (void)
{
  static const int marks[3][3][2] = { { { 7, 7 }, { 7, 7 }, { 7, 7 } }, { { 6, 6 }, { 6, 6 }, { 6, 6 } }, { { 1, 1 }, { 9, 9 }, { 9, 9 } } };
  Contest contest;
  g_autoptr (GPtrArray) changes = NULL;
  const BaryShift *change;

  make_contest (&contest, marks);
  contest.scoring.combination = BARY_COMBINE_SUM;
  contest.decision.line = (BaryLine) { 0, TRUE, BARY_FRACTION_OF (40) };
  changes = bary_stability_find_changes (&contest.decision);
  g_assert_cmpuint (changes->len, ==, 1);
  change = changes->pdata[0];
  g_assert_cmpint (change->kind, ==, BARY_SHIFT_WITHOUT_EXPERT);
  g_assert_cmpstr (change->expert, ==, "x");
  g_assert_cmpuint (change->leaving->len, ==, 0);
  g_assert_cmpuint (g_array_index (change->entering, guint, 0), ==, 2);
}

/* An application that lacks a sheet has no total, neither here nor there. */
static void
test_incomplete (void)
{
  static const int marks[3][3][2] = { { { 9, 9 }, { 9, 9 }, { 9, 9 } }, { { 8, 8 }, { 8, 8 }, { 8, 8 } }, { { 1, 1 }, { 1, 1 }, { 1, 1 } } };
  Contest contest;
  g_autofree guint8 *winners = NULL;

  make_contest (&contest, marks);
  contest.entries[0].n_sheets = contest.entries[0].n_experts = 2;
  winners = bary_decision_find_winners (&contest.decision);
  g_assert_true (!winners[0] && winners[1] && !winners[2]);
}

/* Of two, the chance is that of their difference: P(X₁ > X₂) = Φ((μ₁ - μ₂) / √(σ₁² + σ₂²)) = Φ(0.8) */
static void
test_chances (void)
{
  static const double estimates[] = { 5, 4.2, 0 }, errors[] = { .6, .8, 0 };
  g_autofree double *drawn = bary_stability_find_chances (estimates, errors, 2, 1, -INFINITY, 40000, 1);
  g_autofree double *again = bary_stability_find_chances (estimates, errors, 2, 1, -INFINITY, 40000, 1);
  g_autofree double *line = bary_stability_find_chances (estimates, errors, 3, 0, 4.4, 0, 1);
  g_autofree double *all = bary_stability_find_chances (estimates, errors, 3, 3, -INFINITY, 10, 1);

  g_assert_cmpfloat_with_epsilon (drawn[0], 1 - bary_normal_tail (.8), .01);
  g_assert_cmpfloat_with_epsilon (drawn[0] + drawn[1], 1, 1e-12);
  g_assert_cmpfloat (drawn[0], ==, again[0]);
  g_assert_cmpfloat_with_epsilon (line[0], 1 - bary_normal_tail (1), 1e-12);
  g_assert_cmpfloat_with_epsilon (line[1], bary_normal_tail (.25), 1e-12);
  g_assert_cmpfloat (line[2], ==, 0);
  g_assert_true (all[0] == 1 && all[1] == 1 && all[2] == 1);
}

/* Places for all, and a place alone, do not help who may not reach the pass mark. */
static void
test_chances_of_both (void)
{
  static const double estimates[] = { 5, 4.2, 0 }, errors[] = { .6, .8, 0 };
  g_autofree double *enough = bary_stability_find_chances (estimates, errors, 3, 3, 4.4, 10, 1);
  g_autofree double *alone = bary_stability_find_chances (estimates + 1, errors + 1, 2, 1, 4.4, 40000, 1);

  g_assert_cmpfloat_with_epsilon (enough[0], 1 - bary_normal_tail (1), 1e-12);
  g_assert_cmpfloat_with_epsilon (enough[1], bary_normal_tail (.25), 1e-12);
  g_assert_cmpfloat (enough[2], ==, 0);
  g_assert_cmpfloat_with_epsilon (alone[0], bary_normal_tail (.25), .01);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stability/expert", test_expert);
  g_test_add_func ("/stability/weight", test_weight);
  g_test_add_func ("/stability/pass-mark", test_pass_mark);
  g_test_add_func ("/stability/third", test_third);
  g_test_add_func ("/stability/incomplete", test_incomplete);
  g_test_add_func ("/stability/sum", test_sum);
  g_test_add_func ("/stability/chances", test_chances);
  g_test_add_func ("/stability/chances-of-both", test_chances_of_both);
  return g_test_run ();
}
