#pragma once

#include "bary-session.h"

G_BEGIN_DECLS

/* Copies a contest for the next year, by one action. Returns: (transfer full) (nullable): the id of the copy */
char *bary_contest_copy_for_next_year (BarySession *session,
                                       BaryRecord  *contest);

G_END_DECLS
