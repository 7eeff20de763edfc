#include "bary-ways.h"

#include <math.h>

/* A row of four, and one that nothing is bound to. */
static const BaryBond row[] = { { 0, 1, 1 }, { 1, 2, 3 }, { 2, 3, 1 } };

static void
test_ways_are_the_shortest (void)
{
  static const BaryBond ring[] = { { 0, 1, 1 }, { 1, 2, 1 }, { 2, 3, 1 }, { 0, 3, 1 } };
  g_autoptr (BaryWays) ways = bary_ways_new (5, row, G_N_ELEMENTS (row), 1);
  g_autoptr (BaryWays) round = bary_ways_new (4, ring, G_N_ELEMENTS (ring), 1);
  double bond = bary_ways_between (ways, 0, 2) - bary_ways_between (ways, 0, 1);

  g_assert_cmpuint (bary_ways_count (ways), ==, 5);
  g_assert_cmpfloat (bond, >, 1);
  g_assert_cmpfloat_with_epsilon (bary_ways_between (ways, 0, 3) - bary_ways_between (ways, 0, 2), bond, 1e-9);
  g_assert_cmpfloat_with_epsilon (bary_ways_between (ways, 3, 0), bary_ways_between (ways, 0, 3), 1e-9);
  g_assert_cmpfloat (bary_ways_between (ways, 0, 4), >, bary_ways_between (ways, 0, 3));
  g_assert_cmpfloat_with_epsilon (bary_ways_between (round, 0, 3), bary_ways_between (round, 0, 1), 1e-9);
}

static void
test_the_unit_is_that_of_the_places (void)
{
  static const BaryBond pair[] = { { 0, 1, 1 } };
  g_autoptr (BaryWays) ways = bary_ways_new (2, pair, 1, 1);
  double way = bary_ways_between (ways, 0, 1);
  double across[] = { 0, 30 * way / BARY_WAYS_STRETCH }, along[] = { 0, 30 * way }, none[] = { 0, 0 };

  g_assert_cmpfloat_with_epsilon (bary_ways_find_unit (ways, across, none), 30, 1e-6);
  g_assert_cmpfloat_with_epsilon (bary_ways_find_unit (ways, none, along), 30, 1e-6);
}

/* Kamada and Kawai's stress at a unit of 1. */
static double
measure_stress (const BaryWays *ways,
                const double   *xs,
                const double   *ys)
{
  double stress = 0;

  for (guint i = 1; i < bary_ways_count (ways); i++)
    for (guint j = 0; j < i; j++)
      {
        double off = hypot (BARY_WAYS_STRETCH * (xs[i] - xs[j]), ys[i] - ys[j]) / bary_ways_between (ways, i, j) - 1;

        stress += off * off;
      }
  return stress;
}

static void
test_pulling_makes_stress_less (void)
{
  g_autoptr (BaryWays) ways = bary_ways_new (5, row, G_N_ELEMENTS (row), 7);
  double xs[] = { 0, 4, 1, 3, 2 }, ys[] = { 0, 1, 3, -2, 0.5 }, before = measure_stress (ways, xs, ys);

  for (guint sweep = 0; sweep < 60; sweep++)
    bary_ways_pull (ways, xs, ys, 1, 10 * (1 - sweep / 60.0));
  g_assert_cmpfloat (measure_stress (ways, xs, ys), <, before / 10);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ways/shortest", test_ways_are_the_shortest);
  g_test_add_func ("/ways/unit", test_the_unit_is_that_of_the_places);
  g_test_add_func ("/ways/pull", test_pulling_makes_stress_less);
  return g_test_run ();
}
