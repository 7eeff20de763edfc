#include "bary-approval-chain.h"

BaryChainState
bary_approval_chain (const char *word,
                     guint       n_asked,
                     guint       n_agreed,
                     guint       n_refused)
{
  if (g_strcmp0 (word, "approved") == 0)
    return BARY_CHAIN_APPROVED;
  if (g_strcmp0 (word, "in_force") == 0)
    return BARY_CHAIN_IN_FORCE;
  if (g_strcmp0 (word, "superseded") == 0)
    return BARY_CHAIN_SUPERSEDED;
  if (n_refused > 0)
    return BARY_CHAIN_REFUSED;
  if (n_asked == 0)
    return BARY_CHAIN_NOBODY;
  return n_agreed == n_asked ? BARY_CHAIN_AGREED : BARY_CHAIN_WAITING;
}

gboolean
bary_chain_is_open (BaryChainState state)
{
  return state <= BARY_CHAIN_APPROVED;
}
