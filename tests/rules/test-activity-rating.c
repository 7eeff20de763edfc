#include "bary-activity-rating.h"

static void
assert_text (const BaryFraction *value,
             const char         *expected)
{
  g_autofree char *text = bary_fraction_to_string (value);

  g_assert_cmpstr (text, ==, expected);
}

static const BaryActivityEvidence evidence[] = {
  { 0, BARY_ACTIVITY_STATUS, { 5, 1 } }, { 0, BARY_ACTIVITY_PUBLICATIONS, { 3, 2 } }, { 0, BARY_ACTIVITY_PUBLICATIONS, { 3, 2 } },
  { 0, BARY_ACTIVITY_INITIATIVES, { 3, 1 } }, { 0, BARY_ACTIVITY_INITIATIVES, { 4, 1 } }, { 1, BARY_ACTIVITY_EXPERTS, { 1, 3 } },
  { 1, BARY_ACTIVITY_INTERNSHIP, { 5, 1 } }, { 2, BARY_ACTIVITY_FORUM, { 13, 1 } }, { 4, BARY_ACTIVITY_STATUS, { 0, 1 } },
};

/* Two initiative projects of 3 and 4 points are 5. */
static void
test_limits (void)
{
  g_autofree BaryActivityRow *rows = bary_activity_rating_new (5, evidence, G_N_ELEMENTS (evidence), NULL);

  assert_text (&rows[0].cells[BARY_ACTIVITY_INITIATIVES].points, "5");
  g_assert_true (rows[0].cells[BARY_ACTIVITY_INITIATIVES].limited);
  g_assert_cmpuint (rows[0].cells[BARY_ACTIVITY_INITIATIVES].n, ==, 2);
  g_assert_false (rows[1].cells[BARY_ACTIVITY_INTERNSHIP].limited);
  assert_text (&rows[0].cells[BARY_ACTIVITY_PUBLICATIONS].points, "3");
  assert_text (&rows[0].total, "13");
  assert_text (&rows[1].total, "16/3");
}

static void
test_limits_of_ones_own (void)
{
  BaryFraction limits[BARY_N_ACTIVITIES];
  g_autofree BaryActivityRow *rows = NULL;

  for (BaryActivity i = 0; i < BARY_N_ACTIVITIES; i++)
    limits[i] = BARY_FRACTION_OF (i == BARY_ACTIVITY_FORUM ? 10 : -1);
  rows = bary_activity_rating_new (5, evidence, G_N_ELEMENTS (evidence), limits);
  assert_text (&rows[0].total, "15");
  assert_text (&rows[2].total, "10");
}

/* Equal totals share a place; a gap is not the same as no points. */
static void
test_places (void)
{
  static const guint places[] = { 1, 3, 1, 0, 4 }, gaps[] = { 10, 11, 11, 12, 11 };
  g_autofree BaryActivityRow *rows = bary_activity_rating_new (5, evidence, G_N_ELEMENTS (evidence), NULL);

  for (guint i = 0; i < 5; i++)
    {
      g_assert_cmpuint (rows[i].place, ==, places[i]);
      g_assert_cmpuint (rows[i].n_gaps, ==, gaps[i]);
    }
}

static void
test_labels (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (BaryActivity i = 0; i < BARY_N_ACTIVITIES; i++)
    g_assert_true (g_hash_table_add (seen, (gpointer) bary_activity_get_label (i)));
  g_assert_cmpuint (BARY_ACTIVITY_INITIATIVES, ==, 12);
}

static void
test_too_long (void)
{
  static const BaryActivityEvidence great[] = {
    { 0, BARY_ACTIVITY_STATUS, { G_MAXINT64, 1 } }, { 0, BARY_ACTIVITY_STATUS, { G_MAXINT64, 1 } },
  };

  g_assert_null (bary_activity_rating_new (1, great, 2, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/activity-rating/limits", test_limits);
  g_test_add_func ("/activity-rating/limits-of-ones-own", test_limits_of_ones_own);
  g_test_add_func ("/activity-rating/places", test_places);
  g_test_add_func ("/activity-rating/labels", test_labels);
  g_test_add_func ("/activity-rating/too-long", test_too_long);
  return g_test_run ();
}
