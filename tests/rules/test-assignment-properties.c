#include "bary-random-assignment.h"

#include <string.h>

static gint64
add_up (const BaryAssignmentProblem *problem,
        const BaryAssignment        *assignment)
{
  gint64 cost = 0;

  for (guint i = 0; i < assignment->pairs->len; i++)
    {
      const BaryAssignmentPair *pair = &g_array_index (assignment->pairs, BaryAssignmentPair, i);

      g_assert_true (bary_assignment_allows (problem, pair->application, pair->expert));
      cost += problem->pair_cost
              * (problem->best_affinity - problem->affinity[pair->application * problem->n_experts + pair->expert]);
    }
  for (guint e = 0; e < problem->n_experts; e++)
    for (guint load = 0; load < assignment->loads[e]; load++)
      cost += problem->load_cost * load;
  return cost;
}

/* The bound that a gap speaks of, from the problem alone: nobody who is full can do more than the greatest load, and
 * of everybody else each application can have no more than one unit. */
static guint
find_bound (const BaryAssignmentProblem *problem,
            const BaryAssignmentGap     *gap)
{
  g_autofree guint8 *full = g_new0 (guint8, problem->n_experts + 1);
  guint bound = 0;

  for (guint i = 0; i < gap->full->len; i++)
    {
      full[g_array_index (gap->full, guint, i)] = 1;
      bound += problem->experts[g_array_index (gap->full, guint, i)].most;
    }
  for (guint i = 0; i < gap->applications->len; i++)
    for (guint e = 0; e < problem->n_experts; e++)
      bound += !full[e] && bary_assignment_allows (problem, g_array_index (gap->applications, guint, i), e);
  return bound;
}

static guint
assert_gaps (const BaryAssignmentProblem *problem,
             const BaryAssignment        *assignment)
{
  guint missing = 0, explained = 0;

  for (guint a = 0; a < problem->n_applications; a++)
    missing += assignment->missing[a];
  for (guint i = 0; i < assignment->gaps->len; i++)
    {
      const BaryAssignmentGap *gap = assignment->gaps->pdata[i];
      g_autofree char *words = bary_assignment_gap_to_words (gap, problem);

      g_assert_cmpuint (gap->possible, ==, find_bound (problem, gap));
      g_assert_nonnull (strstr (words, "What helps"));
      explained += gap->needed - gap->possible;
    }
  g_assert_cmpuint (explained, ==, missing);
  g_assert_cmpint (assignment->feasible, ==, missing == 0);
  return missing;
}

static gboolean
has_pair (const BaryAssignment *assignment,
          guint                 application,
          guint                 expert)
{
  for (guint i = 0; i < assignment->pairs->len; i++)
    {
      const BaryAssignmentPair *pair = &g_array_index (assignment->pairs, BaryAssignmentPair, i);

      if (pair->application == application && pair->expert == expert)
        return TRUE;
    }
  return FALSE;
}

/* Prices prove that no table is cheaper: nobody is dearer with the price, who has been given an application, than
 * somebody else would be; and a price is what one more costs, or more where no more can be taken. */
static void
assert_prices (const BaryAssignmentProblem *problem,
               const BaryAssignment        *assignment)
{
  for (guint e = 0; e < problem->n_experts; e++)
    {
      gint64 load = assignment->loads[e];

      g_assert_cmpint (assignment->prices[e], >=, problem->load_cost * MAX (load - 1, 0));
      if (load < problem->experts[e].most)
        g_assert_cmpint (assignment->prices[e], <=, problem->load_cost * load);
    }
  for (guint i = 0; i < assignment->pairs->len; i++)
    {
      const BaryAssignmentPair *pair = &g_array_index (assignment->pairs, BaryAssignmentPair, i);
      const gint16 *affinity = problem->affinity + pair->application * problem->n_experts;

      for (guint e = 0; e < problem->n_experts; e++)
        if (bary_assignment_allows (problem, pair->application, e) && !has_pair (assignment, pair->application, e))
          g_assert_cmpint (assignment->prices[pair->expert] - problem->pair_cost * affinity[pair->expert], <=,
                           assignment->prices[e] - problem->pair_cost * affinity[e]);
    }
}

static void
test_random (void)
{
  guint n_infeasible = 0;

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (BaryRandomAssignment) random = bary_random_assignment_draw (round, FALSE);
      g_autoptr (BaryAssignment) assignment = bary_assignment_new (&random->problem, NULL, NULL);

      g_assert_cmpint (assignment->cost, ==, add_up (&random->problem, assignment));
      assert_prices (&random->problem, assignment);
      n_infeasible += assert_gaps (&random->problem, assignment) > 0;
    }
  g_assert_cmpuint (n_infeasible, >, 30);
  g_assert_cmpuint (n_infeasible, <, 270);
}

static void
test_fixed (void)
{
  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (BaryRandomAssignment) random = bary_random_assignment_draw (round, TRUE);
      const BaryAssignmentProblem *problem = &random->problem;
      g_autoptr (BaryAssignment) assignment = bary_assignment_new (problem, NULL, NULL);

      g_assert_cmpint (bary_assignment_check (problem, NULL), ==, BARY_ASSIGNMENT_SOUND);
      for (guint a = 0; a < problem->n_applications; a++)
        for (guint e = 0; e < problem->n_experts; e++)
          if (random->cells[a * problem->n_experts + e] == BARY_CELL_FIXED)
            g_assert_true (has_pair (assignment, a, e));
    }
}

/* One expert falls ill: with all other pairs fixed, only what that expert had is given to others. */
static void
test_one_falls_ill (void)
{
  g_autoptr (BaryRandomAssignment) random = bary_random_assignment_new (40, 12, 2, 1.6, 8, 5);
  g_autoptr (BaryAssignment) before = bary_assignment_new (&random->problem, NULL, NULL);
  g_autoptr (BaryAssignment) after = NULL;

  g_assert_true (before->feasible);
  for (guint i = 0; i < before->pairs->len; i++)
    {
      const BaryAssignmentPair *pair = &g_array_index (before->pairs, BaryAssignmentPair, i);

      random->cells[pair->application * 12 + pair->expert] = BARY_CELL_FIXED;
    }
  for (guint a = 0; a < 40; a++)
    random->cells[a * 12 + 3] = BARY_CELL_FORBIDDEN;
  after = bary_assignment_new (&random->problem, NULL, NULL);
  g_assert_true (after->feasible);
  g_assert_cmpuint (after->loads[3], ==, 0);
  for (guint i = 0; i < before->pairs->len; i++)
    {
      const BaryAssignmentPair *pair = &g_array_index (before->pairs, BaryAssignmentPair, i);

      g_assert_true (pair->expert == 3 || has_pair (after, pair->application, pair->expert));
    }
}

/* One seed, one table */

static guint *
shuffle (guint n)
{
  guint *order = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    {
      guint j = (guint) g_test_rand_int_range (0, (int) i + 1);

      order[i] = order[j];
      order[j] = i;
    }
  return order;
}

/* The same problem with rows and columns in another order. */
static char *
solve_shuffled (const BaryAssignmentProblem *problem)
{
  guint n = problem->n_applications, m = problem->n_experts;
  g_autofree guint *rows = shuffle (n);
  g_autofree guint *columns = shuffle (m);
  g_autofree BaryAssignmentApplication *applications = g_new (BaryAssignmentApplication, n);
  g_autofree BaryAssignmentExpert *experts = g_new (BaryAssignmentExpert, m);
  g_autofree gint16 *affinities = g_new (gint16, (gsize) n * m);
  g_autofree guint8 *cells = g_new (guint8, (gsize) n * m);
  BaryAssignmentProblem other = *problem;
  g_autoptr (BaryAssignment) assignment = NULL;

  for (guint a = 0; a < n; a++)
    applications[a] = problem->applications[rows[a]];
  for (guint e = 0; e < m; e++)
    experts[e] = problem->experts[columns[e]];
  for (guint a = 0; a < n; a++)
    for (guint e = 0; e < m; e++)
      {
        affinities[a * m + e] = problem->affinity[rows[a] * m + columns[e]];
        cells[a * m + e] = problem->cells[rows[a] * m + columns[e]];
      }
  other.applications = applications;
  other.experts = experts;
  other.affinity = affinities;
  other.cells = cells;
  assignment = bary_assignment_new (&other, NULL, NULL);
  return bary_random_assignment_to_text (&other, assignment);
}

static void
test_any_order (void)
{
  guint n_different = 0;

  for (guint round = 0; round < 100; round++)
    {
      g_autoptr (BaryRandomAssignment) random = bary_random_assignment_draw (round, TRUE);
      g_autoptr (BaryAssignment) assignment = bary_assignment_new (&random->problem, NULL, NULL);
      g_autofree char *expected = bary_random_assignment_to_text (&random->problem, assignment);
      g_autofree char *shuffled = solve_shuffled (&random->problem);
      g_autofree char *drawn = NULL;

      g_assert_cmpstr (shuffled, ==, expected);
      random->problem.seed++;
      drawn = solve_shuffled (&random->problem);
      n_different += g_strcmp0 (drawn, expected) != 0;
    }
  g_assert_cmpuint (n_different, >, 0); /* a seed matters */
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assignment-properties/random", test_random);
  g_test_add_func ("/assignment-properties/fixed", test_fixed);
  g_test_add_func ("/assignment-properties/one-falls-ill", test_one_falls_ill);
  g_test_add_func ("/assignment-properties/any-order", test_any_order);
  return g_test_run ();
}
