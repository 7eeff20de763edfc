#include "bary-clock.h"

static void
test_never_back (void)
{
  BaryStamp stamp = bary_stamp_next (0, 1000000);
  BaryStamp later = bary_stamp_next (stamp, 1000000);
  BaryStamp clock_set_back = bary_stamp_next (later, 5);

  g_assert_cmpint (stamp, <, later);
  g_assert_cmpint (later, <, clock_set_back);
  g_assert_cmpint (bary_stamp_get_ms (stamp), ==, 1000000);
  g_assert_cmpint (bary_stamp_get_ms (bary_stamp_next (clock_set_back, 1000001)), ==, 1000001);
}

static void
test_lag (void)
{
  BaryStamp stamp = bary_stamp_next (0, 5000);

  g_assert_cmpint (bary_stamp_get_lag (stamp, 2000), ==, 3000);
  g_assert_cmpint (bary_stamp_get_lag (stamp, 6000), ==, 0);
}

static void
test_many_in_a_millisecond (void)
{
  BaryStamp last = 0;

  for (guint i = 0; i < 100000; i++)
    {
      BaryStamp next = bary_stamp_next (last, 7);

      g_assert_cmpint (next, >, last);
      last = next;
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clock/never-back", test_never_back);
  g_test_add_func ("/clock/lag", test_lag);
  g_test_add_func ("/clock/many-in-a-millisecond", test_many_in_a_millisecond);

  return g_test_run ();
}
