#pragma once

#include "bary-history.h"

G_BEGIN_DECLS

/* The links of the history: of each action a BLAKE2b-256 (RFC 7693) over the link before it, the action and its changes.
 * Whoever knows one link can tell whether anything up to it was altered since. */

/* Begins the link of an action. @before: (nullable): the link that it follows. Returns: (transfer full) */
BaryChain *bary_chain_begin      (const char        *before,
                                  const BaryAction  *action);
void       bary_chain_free       (BaryChain         *self);
/* @was, @became: (nullable): as they stand in the log */
void       bary_chain_add_change (BaryChain         *self,
                                  const char        *kind,
                                  const char        *record,
                                  const char        *was,
                                  const char        *became);
/* Writes the link; nothing is added after it. */
gboolean   bary_chain_end        (BaryChain         *self,
                                  BaryDatabase      *database,
                                  gint64             action,
                                  GError           **error);

/* Links what has none behind the last link: the actions of the time before there were links. */
gboolean   bary_chain_complete   (BaryDatabase      *database,
                                  GError           **error);

/* @broken is called with each action that is not what its link says, or has none. */
typedef void (*BaryChainFunc) (gint64 action, gpointer user_data);

gboolean   bary_chain_verify     (BaryDatabase      *database,
                                  GCancellable      *cancellable,
                                  BaryChainFunc      broken,
                                  gpointer           user_data,
                                  GError           **error);

/* Returns: (transfer full) (nullable): the last link as words to compare; NULL without an error if there is none. */
char      *bary_chain_dup_words  (BaryDatabase      *database,
                                  GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryChain, bary_chain_free)

G_END_DECLS
