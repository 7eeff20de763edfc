#include "bary-okalg.h"
#include "bary-random-assignment.h"

/* The cheapest table costs what another solver says, and as much is missing. */
static gboolean
compare (guint    round,
         gboolean fixed)
{
  g_autoptr (BaryRandomAssignment) random = bary_random_assignment_draw (round, fixed);
  g_autoptr (BaryAssignment) assignment = bary_assignment_new (&random->problem, NULL, NULL);
  BaryOkalgAnswer answer;
  guint missing = 0;

  for (guint a = 0; a < random->problem.n_applications; a++)
    missing += assignment->missing[a];
  g_assert_true (bary_okalg_solve (&random->problem, &answer, NULL));
  g_assert_cmpuint (missing, ==, answer.missing);
  g_assert_cmpint (assignment->cost, ==, (gint64) answer.cost);
  return assignment->feasible;
}

static void
test_random (void)
{
  guint n_feasible = 0;

  for (guint round = 0; round < 1000; round++)
    n_feasible += compare (round, FALSE);
  g_assert_cmpuint (n_feasible, >, 100);
  g_assert_cmpuint (n_feasible, <, 900);
}

static void
test_fixed (void)
{
  for (guint round = 0; round < 300; round++)
    compare (round, TRUE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assignment-okalg/random", test_random);
  g_test_add_func ("/assignment-okalg/fixed", test_fixed);
  return g_test_run ();
}
