#include "bary-cluster-layout.h"

#include <math.h>
#include <string.h>

#define N_RANDOM 3000

typedef struct {
  BaryLayoutInput   input;
  BaryLayoutMember *members;
  BaryBox          *headings;
  GPtrArray        *keys;
} Case;

static Case
case_new (BaryArrangement arrangement,
          guint           n_groups,
          guint           n_members)
{
  Case it = { .members = g_new0 (BaryLayoutMember, n_members + 1), .headings = g_new0 (BaryBox, n_groups + 1),
              .keys = g_ptr_array_new_with_free_func (g_free) };

  for (guint i = 0; i < n_groups; i++)
    it.headings[i] = (BaryBox) { 0, 0, 120, 36 };
  for (guint i = 0; i < n_members; i++)
    {
      g_ptr_array_add (it.keys, g_strdup_printf ("%06u", i));
      it.members[i] = (BaryLayoutMember) { it.keys->pdata[i], n_groups > 0 ? (int) (i % n_groups) : 0, 150, 34 };
    }
  it.input = (BaryLayoutInput) { arrangement, 170, 60, it.members, n_members, it.headings, n_groups };
  return it;
}

static void
case_clear (Case *it)
{
  g_free (it->members);
  g_free (it->headings);
  g_ptr_array_unref (it->keys);
}

static void
randomise (Case  *it,
           GRand *rand)
{
  for (guint i = 0; i < it->input.n_members; i++)
    {
      gboolean long_name = g_rand_int_range (rand, 0, 40) == 0;

      it->members[i].group = g_rand_int_range (rand, g_rand_int_range (rand, 0, 20) == 0 ? -1 : 0,
                                               (int) MAX (it->input.n_groups, 1));
      it->members[i].width = g_rand_double_range (rand, 30, long_name ? 900 : 170);
      it->members[i].height = g_rand_double_range (rand, 14, long_name ? 300 : 60);
    }
}

static void
assert_inside (const BaryBox *box,
               const BaryBox *bounds)
{
  g_assert_true (isfinite (box->x) && isfinite (box->y));
  g_assert_cmpfloat (fabs (box->x - bounds->x) + box->width / 2, <=, bounds->width / 2 + 1e-6);
  g_assert_cmpfloat (fabs (box->y - bounds->y) + box->height / 2, <=, bounds->height / 2 + 1e-6);
}

static guint
expected_zone (const BaryLayoutInput *input,
               guint                  i)
{
  int group = input->members[i].group;

  return group >= 0 && group < (int) input->n_groups ? (guint) group : input->n_groups;
}

static void
assert_apart (const BaryClusterLayout *layout)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (BaryBox));

  g_array_append_val (all, layout->centre);
  g_array_append_vals (all, layout->members, layout->n_members);
  for (guint i = 0; i < layout->n_zones; i++)
    if (layout->zones[i].heading.width > 0)
      g_array_append_val (all, layout->zones[i].heading);

  for (guint i = 0; i < all->len; i++)
    {
      const BaryBox *a = &g_array_index (all, BaryBox, i);

      assert_inside (a, &layout->bounds);
      for (guint j = 0; j < i; j++)
        g_assert_false (bary_box_overlaps (a, &g_array_index (all, BaryBox, j)));
    }
}

static void
assert_sound (const BaryLayoutInput   *input,
              const BaryClusterLayout *layout)
{
  g_autofree guint *counts = g_new0 (guint, layout->n_zones + 1);

  assert_apart (layout);
  g_assert_cmpuint (layout->n_members, ==, input->n_members);
  for (guint i = 0; i < input->n_members; i++)
    {
      guint zone = expected_zone (input, i);

      g_assert_cmpuint (zone, <, layout->n_zones);
      g_assert_true (bary_cluster_layout_zone_holds (layout, zone, &layout->members[i]));
      g_assert_cmpint (bary_cluster_layout_find_zone (layout, layout->members[i].x, layout->members[i].y), ==, zone);
      counts[zone]++;
    }
  for (guint i = 0; i < layout->n_zones; i++)
    g_assert_cmpuint (counts[i], ==, layout->zones[i].n_members);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20250901);

  for (guint i = 0; i < N_RANDOM; i++)
    {
      Case it = case_new (i % 2 ? BARY_ARRANGEMENT_LEVELS : BARY_ARRANGEMENT_GROUPS,
                          (guint) g_rand_int_range (rand, 0, 8), (guint) g_rand_int_range (rand, 0, i % 50 == 0 ? 120 : 30));
      g_autoptr (BaryClusterLayout) layout = NULL;

      randomise (&it, rand);
      layout = bary_cluster_layout_new (&it.input);
      assert_sound (&it.input, layout);
      case_clear (&it);
    }
}

static void
shuffle (guint *places,
         guint  n,
         GRand *rand)
{
  for (guint i = 0; i < n; i++)
    places[i] = i;
  for (guint i = n - 1; i > 0; i--)
    {
      guint other = (guint) g_rand_int_range (rand, 0, (int) i + 1), kept = places[i];

      places[i] = places[other];
      places[other] = kept;
    }
}

static void
test_order_free (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 200; round++)
    {
      Case it = case_new (round % 2 ? BARY_ARRANGEMENT_LEVELS : BARY_ARRANGEMENT_GROUPS, 4, 25);
      g_autoptr (BaryClusterLayout) first = NULL;
      g_autoptr (BaryClusterLayout) second = NULL;
      BaryLayoutMember moved[25];
      guint places[25];

      randomise (&it, rand);
      first = bary_cluster_layout_new (&it.input);
      shuffle (places, 25, rand);
      for (guint i = 0; i < 25; i++)
        moved[i] = it.members[places[i]];
      it.input.members = moved;
      second = bary_cluster_layout_new (&it.input);

      for (guint i = 0; i < 25; i++)
        g_assert_true (memcmp (&second->members[i], &first->members[places[i]], sizeof (BaryBox)) == 0);
      g_assert_true (memcmp (&first->bounds, &second->bounds, sizeof (BaryBox)) == 0);
      case_clear (&it);
    }
}

/* One more member at the end moves nobody, as long as the sectors keep their spans and the rings their sizes. */
static void
test_stable (void)
{
  guint moved = 0, total = 0;

  for (guint n = 1; n < 60; n++)
    for (guint arrangement = 0; arrangement < 2; arrangement++)
      {
        Case it = case_new (arrangement, 4, n + 1);
        g_autoptr (BaryClusterLayout) before = NULL;
        g_autoptr (BaryClusterLayout) after = NULL;

        it.input.n_members = n;
        before = bary_cluster_layout_new (&it.input);
        it.input.n_members = n + 1;
        after = bary_cluster_layout_new (&it.input);
        for (guint i = 0; i < n; i++)
          moved += memcmp (&before->members[i], &after->members[i], sizeof (BaryBox)) != 0;
        total += n;
        case_clear (&it);
      }

  g_test_message ("moved by one more member: %.1f %% of %u", 100.0 * moved / total, total);
  g_assert_cmpuint (moved * 100, <=, total * 10);
}

static void
test_sizes (void)
{
  const guint sizes[] = { 0, 1, 2, 500 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint arrangement = 0; arrangement < 2; arrangement++)
      for (guint n_groups = 0; n_groups < 6; n_groups++)
        {
          Case it = case_new (arrangement, n_groups, sizes[i]);
          g_autoptr (BaryClusterLayout) layout = bary_cluster_layout_new (&it.input);

          assert_sound (&it.input, layout);
          case_clear (&it);
        }
}

static void
test_all_in_one_group (void)
{
  Case it = case_new (BARY_ARRANGEMENT_GROUPS, 4, 300);
  g_autoptr (BaryClusterLayout) layout = NULL;

  for (guint i = 0; i < 300; i++)
    it.members[i].group = 2;
  layout = bary_cluster_layout_new (&it.input);
  assert_sound (&it.input, layout);
  case_clear (&it);
}

static void
test_odd_numbers (void)
{
  const double odd[] = { NAN, INFINITY, -INFINITY, -5, 0, 1e300 };
  Case it = case_new (BARY_ARRANGEMENT_GROUPS, 3, G_N_ELEMENTS (odd) * 2);
  g_autoptr (BaryClusterLayout) layout = NULL;

  for (guint i = 0; i < it.input.n_members; i++)
    {
      it.members[i].width = odd[i % G_N_ELEMENTS (odd)];
      it.members[i].height = odd[(i + i / G_N_ELEMENTS (odd)) % G_N_ELEMENTS (odd)];
      it.members[i].group = i % 2 ? G_MININT : G_MAXINT;
    }
  it.input.centre_width = NAN;
  layout = bary_cluster_layout_new (&it.input);
  assert_sound (&it.input, layout);
  case_clear (&it);
}

static void
test_places (void)
{
  Case it = case_new (BARY_ARRANGEMENT_GROUPS, 4, 8);
  g_autoptr (BaryClusterLayout) layout = bary_cluster_layout_new (&it.input);

  g_assert_cmpint (bary_cluster_layout_find_zone (layout, 0, 0), ==, -1);
  g_assert_cmpint (bary_cluster_layout_find_zone (layout, -500, 0), ==, 0);
  g_assert_cmpint (bary_cluster_layout_find_zone (layout, 0, -500), ==, 1);
  g_assert_cmpint (bary_cluster_layout_find_zone (layout, 500, 0), ==, 2);
  g_assert_cmpint (bary_cluster_layout_find_zone (layout, 0, 500), ==, 3);
  case_clear (&it);
}

static void
test_rings (void)
{
  Case it = case_new (BARY_ARRANGEMENT_LEVELS, 3, 12);
  g_autoptr (BaryClusterLayout) layout = bary_cluster_layout_new (&it.input);

  g_assert_cmpfloat (layout->zones[0].outer, <=, layout->zones[1].inner);
  g_assert_cmpfloat (layout->zones[1].outer, <=, layout->zones[2].inner);
  g_assert_cmpint (bary_cluster_layout_find_zone (layout, 1e6, 0), ==, 2);
  case_clear (&it);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cluster-layout/random", test_random);
  g_test_add_func ("/cluster-layout/order-free", test_order_free);
  g_test_add_func ("/cluster-layout/stable", test_stable);
  g_test_add_func ("/cluster-layout/sizes", test_sizes);
  g_test_add_func ("/cluster-layout/all-in-one-group", test_all_in_one_group);
  g_test_add_func ("/cluster-layout/odd-numbers", test_odd_numbers);
  g_test_add_func ("/cluster-layout/places", test_places);
  g_test_add_func ("/cluster-layout/rings", test_rings);
  return g_test_run ();
}
