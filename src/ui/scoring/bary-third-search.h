#pragma once

#include "bary-session.h"

G_BEGIN_DECLS

/* After a sheet was handed in: looks in a thread of its own whether two of a contest are too far apart, and assigns a further expert.
 * One search of a session at a time: what comes meanwhile is looked at after it. */
void bary_third_search_begin (BarySession *session,
                              const char  *contest);

G_END_DECLS
