#pragma once

#include "bary-remains.h"
#include "bary-store.h"

G_BEGIN_DECLS

/* Does again, one by one, what the damaged file did after the store's last action that both have: each action under its own
 * name, author and time, so that the values that stood in between stay in the history. What the rules between records
 * refuse, because a part of it is lost, is passed over.
 * @n_actions: (out): how many were repeated
 * Returns: FALSE when the store cannot be written. */
gboolean bary_salvage_repeat (BaryStore          *store,
                              const BaryRemains  *remains,
                              guint              *n_actions,
                              GError            **error);

G_END_DECLS
