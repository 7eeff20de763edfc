#include "bary-side-by-side.h"

#define PIECES 1000

static void
count_piece (guint    piece,
             gpointer counts)
{
  ((guint *) counts)[piece]++;
}

static void
test_each_once (void)
{
  guint counts[PIECES] = { 0 };

  bary_side_by_side (PIECES, count_piece, counts);
  for (guint i = 0; i < PIECES; i++)
    g_assert_cmpuint (counts[i], ==, 1);
}

static void
test_few (void)
{
  guint counts[2] = { 0 };

  bary_side_by_side (0, count_piece, counts);
  g_assert_cmpuint (counts[0], ==, 0);
  bary_side_by_side (1, count_piece, counts);
  g_assert_cmpuint (counts[0], ==, 1);
  g_assert_cmpuint (counts[1], ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/side-by-side/each-once", test_each_once);
  g_test_add_func ("/side-by-side/few", test_few);
  return g_test_run ();
}
