#pragma once

#include "bary-database.h"
#include "bary-record.h"

G_BEGIN_DECLS

/* The JSON of a change: an object of texts, a member for each field that it names. */

/* Values of a record. @fields: a bit for each field; 0: all that are filled
 * Returns: (transfer full) */
char    *bary_history_compose_fields     (BaryRecord    *record,
                                          guint64        fields);
/* What `record` has that `other` has not. @record, @other: (nullable)
 * Returns: (transfer full) (nullable): NULL for no record */
char    *bary_history_compose_difference (BaryRecord    *record,
                                          BaryRecord    *other);
/* Sets the fields that it names. */
gboolean bary_history_fill               (BaryDatabase  *database,
                                          const char    *json,
                                          BaryRecord    *record,
                                          GError       **error);

G_END_DECLS
