#include "bary-assignment.h"

#include "bary-random-assignment.h"

#include <string.h>

/* Six applications, five experts, two for each application: checked with HiGHS, network simplex and by trying all. */

static const BaryAssignmentApplication six[] = {
  { "A1", "s1", 2 }, { "A2", "s2", 2 }, { "A3", "s3", 2 }, { "A4", "s4", 2 }, { "A5", "s5", 2 }, { "A6", "s1", 2 },
};

static const gint16 affinity[] = {
  3, 1, 0, 2, 0, 2, 3, 1, 0, 0, 0, 2, 3, 1, 1, 1, 0, 2, 3, 2, 0, 1, 0, 2, 3, 3, 3, 0, 0, 1,
};

static void
make_five (BaryAssignmentExpert *five,
           guint                 most)
{
  static const char *const ids[] = { "E1", "E2", "E3", "E4", "E5" };
  static const char *const organisations[] = { "s1", "s2", "s9", "s4", "s8" };

  for (guint e = 0; e < 5; e++)
    five[e] = (BaryAssignmentExpert) { ids[e], organisations[e], most };
}

static int
sum_affinity (const BaryAssignment *assignment)
{
  int sum = 0;

  for (guint i = 0; i < assignment->pairs->len; i++)
    {
      const BaryAssignmentPair *pair = &g_array_index (assignment->pairs, BaryAssignmentPair, i);

      sum += affinity[pair->application * 5 + pair->expert];
    }
  return sum;
}

static int
compare_loads (const void *a,
               const void *b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return x < y ? -1 : x > y;
}

static void
assert_loads (BaryAssignment *assignment,
              const guint     expected[5])
{
  guint loads[5];

  memcpy (loads, assignment->loads, sizeof loads);
  qsort (loads, 5, sizeof (guint), compare_loads);
  for (guint e = 0; e < 5; e++)
    g_assert_cmpuint (loads[e], ==, expected[e]);
}

static void
test_balanced (void)
{
  static const guint loads[] = { 2, 2, 2, 3, 3 };

  for (guint most = 3; most <= 4; most++)
    {
      BaryAssignmentExpert five[5];
      BaryAssignmentProblem problem = { six, 6, five, 5, affinity, NULL, 100, 20, 3, 1 };
      g_autoptr (BaryAssignment) assignment = NULL;

      make_five (five, most);
      g_assert_cmpint (bary_assignment_check (&problem, NULL), ==, BARY_ASSIGNMENT_SOUND);
      assignment = bary_assignment_new (&problem, NULL, NULL);
      g_assert_true (assignment->feasible);
      g_assert_cmpint (assignment->cost, ==, 1160);
      g_assert_cmpuint (assignment->pairs->len, ==, 12);
      g_assert_cmpint (sum_affinity (assignment), ==, 23);
      assert_loads (assignment, loads);
      g_assert_cmpuint (assignment->gaps->len, ==, 0);
    }
}

static void
test_without_load_cost (void)
{
  static const guint loads[] = { 1, 2, 3, 3, 3 };
  BaryAssignmentExpert five[5];
  BaryAssignmentProblem problem = { six, 6, five, 5, affinity, NULL, 0, 20, 3, 1 };
  g_autoptr (BaryAssignment) assignment = NULL;

  make_five (five, 3);
  assignment = bary_assignment_new (&problem, NULL, NULL);
  g_assert_cmpint (assignment->cost, ==, 240);
  g_assert_cmpint (sum_affinity (assignment), ==, 24);
  assert_loads (assignment, loads);
}

/* There are two cheapest tables; seeds come upon both. */
static void
test_seeds (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  BaryAssignmentExpert five[5];
  BaryAssignmentProblem problem = { six, 6, five, 5, affinity, NULL, 100, 20, 3, 0 };

  make_five (five, 3);
  for (problem.seed = 0; problem.seed < 60; problem.seed++)
    {
      g_autoptr (BaryAssignment) assignment = bary_assignment_new (&problem, NULL, NULL);

      g_assert_cmpint (assignment->cost, ==, 1160);
      g_hash_table_add (seen, bary_random_assignment_to_text (&problem, assignment));
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, 2);
}

/* What goes short */

static void
assert_numbers (const GArray *numbers,
                guint         n,
                const guint  *expected)
{
  g_assert_cmpuint (numbers->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (g_array_index (numbers, guint, i), ==, expected[i]);
}

static void
test_load_too_small (void)
{
  BaryAssignmentExpert five[5];
  BaryAssignmentProblem problem = { six, 6, five, 5, affinity, NULL, 100, 20, 3, 1 };
  g_autoptr (BaryAssignment) assignment = NULL;
  const BaryAssignmentGap *gap;
  g_autofree char *words = NULL;

  make_five (five, 2);
  assignment = bary_assignment_new (&problem, NULL, NULL);
  g_assert_false (assignment->feasible);
  g_assert_cmpuint (assignment->pairs->len, ==, 10);
  g_assert_cmpuint (assignment->gaps->len, ==, 1);
  gap = assignment->gaps->pdata[0];
  g_assert_cmpuint (gap->needed - gap->possible, ==, 2);
  g_assert_cmpuint (gap->full->len, ==, 5);
  words = bary_assignment_gap_to_words (gap, &problem);
  g_assert_nonnull (strstr (words, "a greater load for E1, E2, E3, E4, E5"));
  g_assert_nonnull (strstr (words, "lacking: 2."));
}

static void
test_one_expert_for_two (void)
{
  static const guint applications[] = { 0, 5 }, experts[] = { 4 };
  guint8 cells[30] = { 0 };
  BaryAssignmentExpert five[5];
  BaryAssignmentProblem problem = { six, 6, five, 5, affinity, cells, 100, 20, 3, 1 };
  g_autoptr (BaryAssignment) assignment = NULL;
  const BaryAssignmentGap *gap;
  g_autofree char *words = NULL;

  make_five (five, 6);
  for (guint e = 0; e < 4; e++)
    cells[e] = cells[25 + e] = BARY_CELL_FORBIDDEN;
  assignment = bary_assignment_new (&problem, NULL, NULL);
  g_assert_false (assignment->feasible);
  g_assert_cmpuint (assignment->pairs->len, ==, 10);
  g_assert_cmpuint (assignment->missing[0], ==, 1);
  g_assert_cmpuint (assignment->missing[5], ==, 1);
  g_assert_cmpuint (assignment->gaps->len, ==, 1);
  gap = assignment->gaps->pdata[0];
  assert_numbers (gap->applications, 2, applications);
  assert_numbers (gap->experts, 1, experts);
  g_assert_cmpuint (gap->needed, ==, 4);
  g_assert_cmpuint (gap->possible, ==, 2);
  words = bary_assignment_gap_to_words (gap, &problem);
  g_assert_nonnull (strstr (words, "Applications: A1, A6. Experts allowed: E5."));
  g_assert_nonnull (strstr (words, "(A1 – E1, A1 – E2, A1 – E3)"));
  g_assert_nonnull (strstr (words, "fewer experts for an application"));
}

/* Two applications and two experts each way, who have nothing to do with one another. */
static void
test_parts (void)
{
  static const BaryAssignmentApplication four[] = { { "A", NULL, 2 }, { "B", NULL, 2 }, { "C", NULL, 2 }, { "D", NULL, 2 } };
  BaryAssignmentExpert five[5];
  guint8 cells[20];
  BaryAssignmentProblem problem = { four, 4, five, 5, NULL, cells, 100, 20, 3, 1 };
  g_autoptr (BaryAssignment) apart = NULL;
  g_autoptr (BaryAssignment) joined = NULL;

  make_five (five, 2);
  for (guint i = 0; i < 20; i++)
    cells[i] = i % 5 < 4 && (i / 5 < 2) == (i % 5 < 2) ? BARY_CELL_FREE : BARY_CELL_FORBIDDEN;
  apart = bary_assignment_new (&problem, NULL, NULL);
  g_assert_true (apart->feasible);
  g_assert_cmpuint (apart->n_parts, ==, 2);
  cells[0] = BARY_CELL_FORBIDDEN;
  cells[2] = BARY_CELL_FREE;
  five[2].most = 3;
  joined = bary_assignment_new (&problem, NULL, NULL);
  g_assert_true (joined->feasible);
  g_assert_cmpuint (joined->n_parts, ==, 1);
}

static void
test_nobody (void)
{
  static const BaryAssignmentApplication one[] = { { "A", "s", 1 }, { "B", NULL, 0 } };
  static const BaryAssignmentExpert own[] = { { "E", "s", 5 } };
  BaryAssignmentProblem problem = { one, 2, own, 1, NULL, NULL, 100, 20, 3, 1 };
  g_autoptr (BaryAssignment) assignment = bary_assignment_new (&problem, NULL, NULL);
  g_autofree char *words = NULL;

  g_assert_cmpuint (assignment->pairs->len, ==, 0);
  g_assert_cmpuint (assignment->gaps->len, ==, 1);
  words = bary_assignment_gap_to_words (assignment->gaps->pdata[0], &problem);
  g_assert_nonnull (strstr (words, "Applications: A. No expert is allowed."));
  g_assert_null (strstr (words, "ban"));
}

/* What is not taken */

static void
test_check (void)
{
  guint8 cells[30] = { 0 };
  BaryAssignmentExpert five[5];
  BaryAssignmentProblem problem = { six, 6, five, 5, affinity, cells, 100, 20, 3, 1 };
  BaryAssignmentApplication many[] = { { "A", NULL, 2000000 } };
  BaryAssignmentPair place;

  make_five (five, 3);
  cells[25] = BARY_CELL_FIXED;
  g_assert_cmpint (bary_assignment_check (&problem, &place), ==, BARY_ASSIGNMENT_CROSSED);
  g_assert_cmpuint (place.application, ==, 5);
  g_assert_cmpuint (place.expert, ==, 0);
  cells[25] = BARY_CELL_FREE;
  problem.load_cost = -1;
  g_assert_cmpint (bary_assignment_check (&problem, NULL), ==, BARY_ASSIGNMENT_COST_RANGE);
  problem.load_cost = 0;
  problem.pair_cost = G_MAXINT;
  g_assert_cmpint (bary_assignment_check (&problem, &place), ==, BARY_ASSIGNMENT_COST_RANGE);
  g_assert_cmpuint (place.expert, ==, 1);
  problem = (BaryAssignmentProblem) { many, 1, five, 5 };
  g_assert_cmpint (bary_assignment_check (&problem, NULL), ==, BARY_ASSIGNMENT_TOO_LARGE);
  many[0].need = 1000000;
  problem.load_cost = 1000000;
  g_assert_cmpint (bary_assignment_check (&problem, NULL), ==, BARY_ASSIGNMENT_SOUND);
  problem.load_cost = 1000000000;
  g_assert_cmpint (bary_assignment_check (&problem, NULL), ==, BARY_ASSIGNMENT_COST_RANGE);
}

static gboolean
stop_half_way (double   done,
               gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (done, >=, *last);
  g_assert_cmpfloat (done, <, 1);
  *last = done;
  return done < 0.5;
}

static void
test_progress (void)
{
  g_autoptr (BaryRandomAssignment) random = bary_random_assignment_new (50, 10, 2, 1.5, 8, 1);
  double last = 0;

  g_assert_null (bary_assignment_new (&random->problem, stop_half_way, &last));
  g_assert_cmpfloat (last, ==, 0.5);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assignment/balanced", test_balanced);
  g_test_add_func ("/assignment/without-load-cost", test_without_load_cost);
  g_test_add_func ("/assignment/seeds", test_seeds);
  g_test_add_func ("/assignment/load-too-small", test_load_too_small);
  g_test_add_func ("/assignment/one-expert-for-two", test_one_expert_for_two);
  g_test_add_func ("/assignment/parts", test_parts);
  g_test_add_func ("/assignment/nobody", test_nobody);
  g_test_add_func ("/assignment/check", test_check);
  g_test_add_func ("/assignment/progress", test_progress);
  return g_test_run ();
}
