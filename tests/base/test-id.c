#include "bary-id.h"

#include <string.h>

static void
test_order (void)
{
  g_autofree char *last = bary_id_new ();

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *next = bary_id_new ();

      g_assert_true (bary_id_is_valid (next));
      g_assert_cmpint (next[14], ==, '7');
      g_assert_nonnull (strchr ("89ab", next[19]));
      g_assert_cmpstr (last, <, next);
      g_free (last);
      last = g_steal_pointer (&next);
    }
}

static void
test_valid (void)
{
  g_assert_true (bary_id_is_valid ("017f22e2-79b0-7cc3-98c4-dc0c0c07398f"));
  g_assert_false (bary_id_is_valid ("017F22E2-79B0-7CC3-98C4-DC0C0C07398F"));
  g_assert_false (bary_id_is_valid ("017f22e2-79b0-7cc3-98c4-dc0c0c07398"));
  g_assert_false (bary_id_is_valid ("017f22e2-79b0-7cc3-98c4-dc0c0c07398ff"));
  g_assert_false (bary_id_is_valid ("017f22e2x79b0-7cc3-98c4-dc0c0c07398f"));
  g_assert_false (bary_id_is_valid (""));
  g_assert_false (bary_id_is_valid (NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/id/order", test_order);
  g_test_add_func ("/id/valid", test_valid);

  return g_test_run ();
}
