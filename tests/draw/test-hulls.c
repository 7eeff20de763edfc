#include "bary-hulls.h"

#include <math.h>

#define STRETCH 1.3

/* Discs and boxes that do not touch, in so many districts; the last ones are of none. */
static GArray *
make_parts (GRand *random,
            guint  n,
            guint  n_districts)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (BaryHullPart));

  for (guint i = 0; i < n; i++)
    {
      gboolean disc = g_rand_int_range (random, 0, 3) > 0;
      int district = (int) g_rand_int_range (random, -1, (int) n_districts);
      BaryHullPart part = { (g_rand_int_range (random, 0, 9) + 9 * (district + 1)) * 250 * STRETCH, g_rand_int_range (random, 0, 9) * 250,
                            disc ? 0 : 60, disc ? 0 : 20, disc ? g_rand_double_range (random, 30, 115) : 0, district };

      if (i % 3 == 0)
        part.x = g_rand_int_range (random, 0, 9 * (int) (n_districts + 2)) * 250 * STRETCH;
      for (guint j = 0; j < parts->len; j++)
        if (g_array_index (parts, BaryHullPart, j).x == part.x && g_array_index (parts, BaryHullPart, j).y == part.y)
          part.district = -2;
      if (part.district > -2)
        g_array_append_val (parts, part);
    }
  return parts;
}

static guint
count_at (const BaryHull *hulls,
          guint           n_districts,
          double          x,
          double          y)
{
  guint n = 0;

  for (guint i = 0; i < n_districts; i++)
    n += bary_hull_contains (&hulls[i], x, y);
  return n;
}

/* Whoever belongs to a district stands on its ground and on nobody else's. */
static void
test_members (void)
{
  for (guint32 seed = 0; seed < 60; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      guint n_districts = (guint) g_rand_int_range (random, 1, 5);
      g_autoptr (GArray) parts = make_parts (random, (guint) g_rand_int_range (random, 1, 60), n_districts);
      BaryHull *hulls = bary_hulls_new ((const BaryHullPart *) (const void *) parts->data, parts->len, n_districts, STRETCH);

      for (guint i = 0; i < parts->len; i++)
        {
          const BaryHullPart *part = &g_array_index (parts, BaryHullPart, i);

          for (double angle = 0; angle < 6; angle += 0.5)
            {
              double x = part->x + cos (angle) * 0.9 * (part->half_width + part->radius * STRETCH);
              double y = part->y + sin (angle) * 0.9 * (part->half_height + part->radius);

              if (part->radius == 0)
                y = part->y;
              g_assert_cmpuint (count_at (hulls, n_districts, x, y), ==, part->district >= 0);
              if (part->district >= 0)
                g_assert_true (bary_hull_contains (&hulls[part->district], x, y));
            }
        }
      bary_hulls_free (hulls, n_districts);
    }
}

/* No place is on the ground of two districts; what is far from all is on none. */
static void
test_apart (void)
{
  for (guint32 seed = 100; seed < 110; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (GArray) parts = make_parts (random, 60, 4);
      BaryHull *hulls = bary_hulls_new ((const BaryHullPart *) (const void *) parts->data, parts->len, 4, STRETCH);

      for (guint i = 0; i < 20000; i++)
        g_assert_cmpuint (count_at (hulls, 4, g_rand_double_range (random, -500, 16000), g_rand_double_range (random, -500, 3000)), <=, 1);
      g_assert_cmpuint (count_at (hulls, 4, -2000, 0), ==, 0);
      bary_hulls_free (hulls, 4);
    }
}

/* What stands near together is one piece; nothing has no ground. */
static void
test_piece (void)
{
  const BaryHullPart parts[] = { { 0, 0, 0, 0, 100, 0 }, { 300, 20, 0, 0, 90, 0 }, { 150, 200, 40, 10, 0, 0 } };
  BaryHull *hulls = bary_hulls_new (parts, G_N_ELEMENTS (parts), 2, STRETCH);

  g_assert_cmpuint (hulls[0].n_ends, ==, 1);
  g_assert_true (bary_hull_contains (&hulls[0], 150, 10));
  g_assert_cmpfloat (hulls[0].bounds.width, >, 2 * 100 * STRETCH);
  g_assert_cmpuint (hulls[1].n_ends, ==, 0);
  bary_hulls_free (hulls, 2);
  bary_hulls_free (bary_hulls_new (NULL, 0, 3, STRETCH), 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hulls/members", test_members);
  g_test_add_func ("/hulls/apart", test_apart);
  g_test_add_func ("/hulls/piece", test_piece);
  return g_test_run ();
}
