#include "bary-approval-chain.h"

static void
test_states (void)
{
  const struct { const char *word; guint asked, agreed, refused; BaryChainState state; gboolean open; } cases[] = {
    { "draft", 0, 0, 0, BARY_CHAIN_NOBODY, TRUE },
    { "agreeing", 0, 0, 0, BARY_CHAIN_NOBODY, TRUE },
    { "agreeing", 4, 0, 0, BARY_CHAIN_WAITING, TRUE },
    { "agreeing", 4, 3, 0, BARY_CHAIN_WAITING, TRUE },
    { "agreeing", 4, 3, 1, BARY_CHAIN_REFUSED, TRUE },
    { "agreeing", 4, 0, 1, BARY_CHAIN_REFUSED, TRUE },
    { "agreeing", 4, 4, 0, BARY_CHAIN_AGREED, TRUE },
    { "approved", 4, 4, 0, BARY_CHAIN_APPROVED, TRUE },
    { "in_force", 4, 4, 0, BARY_CHAIN_IN_FORCE, FALSE },
    { "superseded", 4, 4, 0, BARY_CHAIN_SUPERSEDED, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BaryChainState state = bary_approval_chain (cases[i].word, cases[i].asked, cases[i].agreed, cases[i].refused);

      g_assert_cmpint (state, ==, cases[i].state);
      g_assert_cmpint (bary_chain_is_open (state), ==, cases[i].open);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/approval-chain/states", test_states);

  return g_test_run ();
}
