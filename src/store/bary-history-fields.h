#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

/* Values of a record as the JSON of a change. @fields: a bit for each field; 0: all that are filled
 * Returns: (transfer full) */
char *bary_history_compose_fields (BaryRecord *record,
                                   guint64     fields);

G_END_DECLS
