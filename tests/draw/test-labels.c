#include "bary-label-placer.h"
#include "bary-ties.h"

#include <math.h>

/* Whatever is asked for, labels lie on the paper and none on another. */
static void
test_apart (void)
{
  for (guint32 seed = 0; seed < 60; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      double width = g_rand_double_range (random, 20, 900), height = g_rand_double_range (random, 20, 700);
      g_autoptr (BaryLabelPlacer) placer = bary_label_placer_new (width, height);
      g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (BaryBox));

      for (guint i = 0; i < 400; i++)
        {
          BaryBox box = { 0, 0, g_rand_double_range (random, 1, 130), g_rand_double_range (random, 1, 40) };

          if (!bary_label_placer_place (placer, g_rand_double_range (random, -50, 950), g_rand_double_range (random, -50, 750),
                                        g_rand_double_range (random, 0, 12), i % 3 == 0, &box))
            continue;
          g_assert_cmpfloat (box.x - box.width / 2, >=, 0);
          g_assert_cmpfloat (box.x + box.width / 2, <=, width);
          g_assert_cmpfloat (box.y - box.height / 2, >=, 0);
          g_assert_cmpfloat (box.y + box.height / 2, <=, height);
          for (guint j = 0; j < placed->len; j++)
            g_assert_false (bary_box_overlaps (&box, &g_array_index (placed, BaryBox, j)));
          g_array_append_val (placed, box);
        }
      if (width > 300 && height > 300)
        g_assert_cmpuint (placed->len, >, 10);
    }
}

/* What is blocked is never covered; what is shunned only by those who insist. */
static void
test_blocked (void)
{
  g_autoptr (BaryLabelPlacer) placer = bary_label_placer_new (200, 100);
  BaryBox all = { 100, 50, 200, 100 }, box = { 0, 0, 40, 10 };

  bary_label_placer_shun (placer, &all);
  g_assert_false (bary_label_placer_place (placer, 100, 50, 3, FALSE, &box));
  g_assert_true (bary_label_placer_place (placer, 100, 50, 3, TRUE, &box));
  g_assert_cmpfloat (box.x, >, 100 + 3 + 20);
  bary_label_placer_block (placer, &all);
  g_assert_false (bary_label_placer_place (placer, 100, 50, 3, TRUE, &box));
}

/* In a corner, with no room beside the mark, a label stands below it and reaches farther to the side where there is paper. */
static void
test_corner (void)
{
  g_autoptr (BaryLabelPlacer) placer = bary_label_placer_new (200, 100);
  BaryBox left = { 90, 5, 180, 10 }, box = { 0, 0, 60, 10 };

  bary_label_placer_block (placer, &left);
  g_assert_true (bary_label_placer_place (placer, 190, 6, 3, FALSE, &box));
  g_assert_cmpfloat (box.y, >=, 6 + 3 + 5);
  g_assert_cmpfloat (box.x + box.width / 2, <=, 200);
  g_assert_cmpfloat (box.x + box.width / 2, >, 195);
}

/* A long tie beside two short ones goes along them, a tie across does not. */
static void
test_bundle (void)
{
  const double places[] = { 0, 0, 100, 5, 200, 0, 100, 300 };
  BaryTie ties[] = { { 0, 1, 2 }, { 1, 2, 3 }, { 0, 2, 4 }, { 1, 3, 5 } };

  bary_ties_bundle (ties, G_N_ELEMENTS (ties), places, 4, 1.4);
  g_assert_cmpuint (ties[0].load, ==, 6);
  g_assert_cmpuint (ties[1].load, ==, 7);
  g_assert_cmpuint (ties[2].load, ==, 0);
  g_assert_cmpuint (ties[3].load, ==, 5);
}

static guint
find_root (guint *roots,
           guint  place)
{
  while (roots[place] != place)
    place = roots[place];
  return place;
}

/* What was joined stays joined by what is drawn, and nothing else is. */
static void
test_bundle_keeps_joined (void)
{
  for (guint32 seed = 0; seed < 40; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      double places[80];
      BaryTie ties[120];
      guint n = 0, roots[40], least = 0, most = 0;

      for (guint i = 0; i < 80; i++)
        places[i] = g_rand_double_range (random, 0, 1000);
      for (guint a = 0; a < 40; a++)
        for (guint b = a + 1; b < 40 && n < 120; b++)
          if (g_rand_int_range (random, 0, 8) == 0)
            ties[n++] = (BaryTie) { a, b, 1 + (guint) g_rand_int_range (random, 0, 5), 0 };
      bary_ties_bundle (ties, n, places, 40, 1.4);
      for (guint i = 0; i < 40; i++)
        roots[i] = i;
      for (guint i = 0; i < n; i++)
        {
          least += ties[i].n;
          most += ties[i].load;
          if (ties[i].load > 0)
            roots[find_root (roots, ties[i].a)] = find_root (roots, ties[i].b);
        }
      g_assert_cmpuint (most, >=, least);
      for (guint i = 0; i < n; i++)
        g_assert_cmpuint (find_root (roots, ties[i].a), ==, find_root (roots, ties[i].b));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/labels/apart", test_apart);
  g_test_add_func ("/labels/blocked", test_blocked);
  g_test_add_func ("/labels/corner", test_corner);
  g_test_add_func ("/ties/bundle", test_bundle);
  g_test_add_func ("/ties/bundle-keeps-joined", test_bundle_keeps_joined);
  return g_test_run ();
}
