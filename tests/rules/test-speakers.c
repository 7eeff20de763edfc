#include "bary-speakers.h"

/* The fewest leavings over all orders. */
static guint
try_all (const guint64 *absences,
         guint         *order,
         guint          first,
         guint          n)
{
  guint best = first == n ? bary_speakers_count_leavings (absences, order, n) : G_MAXUINT;

  for (guint i = first; i < n; i++)
    {
      guint speaker = order[i];

      order[i] = order[first];
      order[first] = speaker;
      best = MIN (best, try_all (absences, order, first + 1, n));
      order[first] = order[i];
      order[i] = speaker;
    }
  return best;
}

static void
fill_random (guint64 *absences,
             guint    n,
             int      most_members,
             int      rarity)
{
  for (guint i = 0; i < n; i++)
    {
      absences[i] = 0;
      for (int member = 0; member < most_members; member++)
        if (g_test_rand_int_range (0, rarity) == 0)
          absences[i] |= G_GUINT64_CONSTANT (1) << member;
    }
}

static void
assert_each_once (const guint *order,
                  guint        n)
{
  g_autofree guint8 *seen = g_new0 (guint8, n + 1);

  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (order[i], <, n);
      g_assert_false (seen[order[i]]);
      seen[order[i]] = 1;
    }
}

static void
test_best (void)
{
  for (guint round = 0; round < 200; round++)
    {
      guint64 absences[7];
      guint n = (guint) g_test_rand_int_range (0, 8), numbers[7] = { 0, 1, 2, 3, 4, 5, 6 };
      g_autofree guint *order = NULL;

      fill_random (absences, n, 5, 3);
      order = bary_speakers_order (absences, n);
      assert_each_once (order, n);
      g_assert_cmpuint (bary_speakers_count_leavings (absences, order, n), ==, try_all (absences, numbers, 0, n));
    }
}

/* Twelve speakers of three organisations, each with one member of the commission, drawn in turn. */
static void
test_turns (void)
{
  static const guint64 absences[] = { 1, 2, 4, 1, 2, 4, 0, 1, 2, 4, 3, 3 };
  static const guint in_turn[] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 };
  g_autofree guint *order = bary_speakers_order (absences, 12);

  g_assert_cmpuint (bary_speakers_count_leavings (absences, in_turn, 12), ==, 11);
  g_assert_cmpuint (bary_speakers_count_leavings (absences, order, 12), ==, 3);
  g_assert_cmpuint (order[0], ==, 6);
}

/* Two hundred speakers, most with sets of their own: far fewer leavings than by chance, and never more than the sum of
 * all absences. */
static void
test_many (void)
{
  guint64 absences[200];
  guint numbers[200], in_turn, ordered;
  g_autofree guint *order = NULL;

  fill_random (absences, 200, 12, 4);
  for (guint i = 0; i < 200; i++)
    numbers[i] = i;
  order = bary_speakers_order (absences, 200);
  assert_each_once (order, 200);
  in_turn = bary_speakers_count_leavings (absences, numbers, 200);
  ordered = bary_speakers_count_leavings (absences, order, 200);
  g_assert_cmpuint (ordered, <, in_turn * 7 / 10);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speakers/best", test_best);
  g_test_add_func ("/speakers/turns", test_turns);
  g_test_add_func ("/speakers/many", test_many);
  return g_test_run ();
}
