#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How far a revision of a roadmap has come: several directors agree in any order, then the department approves, then it is in
 * force until another is. */
typedef enum {
  BARY_CHAIN_NOBODY,     /* nobody was asked to agree */
  BARY_CHAIN_WAITING,    /* for somebody's decision */
  BARY_CHAIN_REFUSED,    /* by one at least: a new revision is needed */
  BARY_CHAIN_AGREED,     /* by all: may be approved */
  BARY_CHAIN_APPROVED,
  BARY_CHAIN_IN_FORCE,
  BARY_CHAIN_SUPERSEDED,
} BaryChainState;

/* @word: the revision's state as it is kept: "agreeing", "approved", "in_force", "superseded"
 * @n_asked: those who are to agree, of whom @n_agreed did and @n_refused did not */
BaryChainState bary_approval_chain (const char *word,
                                    guint       n_asked,
                                    guint       n_agreed,
                                    guint       n_refused);

/* Whether a revision is still on its way, so that no other is prepared beside it. */
gboolean       bary_chain_is_open  (BaryChainState state);

G_END_DECLS
