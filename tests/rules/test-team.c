#include "bary-team.h"

#define PIECES 1000
#define CALLS 50

static void
count_piece (guint    piece,
             gpointer counts)
{
  ((guint *) counts)[piece]++;
}

static void
test_each_once (void)
{
  g_autoptr (BaryTeam) team = bary_team_new ();
  guint counts[PIECES] = { 0 };

  for (guint call = 1; call <= CALLS; call++)
    {
      bary_team_do (team, PIECES, count_piece, counts);
      for (guint i = 0; i < PIECES; i++)
        g_assert_cmpuint (counts[i], ==, call);
    }
}

static void
test_few (void)
{
  g_autoptr (BaryTeam) team = bary_team_new ();
  guint counts[2] = { 0 };

  bary_team_do (team, 0, count_piece, counts);
  g_assert_cmpuint (counts[0], ==, 0);
  bary_team_do (team, 1, count_piece, counts);
  g_assert_cmpuint (counts[0], ==, 1);
  g_assert_cmpuint (counts[1], ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/team/each-once", test_each_once);
  g_test_add_func ("/team/few", test_few);
  return g_test_run ();
}
