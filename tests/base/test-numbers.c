#include "bary-numbers.h"

/* The greatest are not the least, as they would be if the difference were taken. */
static void
test_order (void)
{
  const guint least = 0, middle = G_MAXINT32, greatest = G_MAXUINT32;

  g_assert_cmpint (bary_numbers_compare (&least, &greatest), <, 0);
  g_assert_cmpint (bary_numbers_compare (&greatest, &middle), >, 0);
  g_assert_cmpint (bary_numbers_compare (&middle, &middle), ==, 0);
}

static void
test_tidy (void)
{
  const guint given[] = { 7, 2, G_MAXUINT32, 2, 0, 7, 7 };
  const guint tidy[] = { 0, 2, 7, G_MAXUINT32 };
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  bary_numbers_tidy (numbers);
  g_assert_cmpuint (numbers->len, ==, 0);
  g_array_append_vals (numbers, given, G_N_ELEMENTS (given));
  bary_numbers_tidy (numbers);
  g_assert_cmpmem (numbers->data, numbers->len * sizeof (guint), tidy, sizeof tidy);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/numbers/order", test_order);
  g_test_add_func ("/numbers/tidy", test_tidy);
  return g_test_run ();
}
