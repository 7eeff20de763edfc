#pragma once

#include "bary-store.h"

G_BEGIN_DECLS

/* What it means that an assignment goes to its expert: what is assigned counts as sent from that day on, and with the first one
 * the contest's form, criteria and rules are frozen. One action, of which nothing is done where all is so already.
 * @expert: id of the expert of a contest; @day: ISO */
gboolean bary_assignment_note_sent (BaryStore   *store,
                                    const char  *expert,
                                    const char  *day,
                                    GError     **error);

G_END_DECLS
