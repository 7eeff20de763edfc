#pragma once

#include "bary-store.h"

G_BEGIN_DECLS

/* Where two sheets are too far apart by the rule of the contest, a further expert is assigned at once, by the draw with the contest's
 * own seed; all that was assigned before stays. One action; nothing where nobody is lacking or nobody is free.
 * @n_assigned: (out) (optional)
 * Returns: FALSE on an error */
gboolean bary_panel_assign_third (BaryStore   *store,
                                  const char  *contest,
                                  guint       *n_assigned,
                                  GError     **error);

G_END_DECLS
