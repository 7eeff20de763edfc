#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

/* Records and their values as a person calls them, wherever what they refer to is kept. */

/* Returns: (transfer full) (nullable): the record with the id; NULL if it is not there. */
typedef BaryRecord *(*BaryRecordLookup) (gpointer    keeper,
                                         BaryKind    kind,
                                         const char *id);

/* Returns: (transfer full): its name, or those of what it joins. */
char *bary_record_to_words       (BaryRecord       *record,
                                  BaryRecordLookup  lookup,
                                  gpointer          keeper);
/* Returns: (transfer full): a reference by the name of its target. @value: (nullable) */
char *bary_record_value_to_words (const BaryField  *field,
                                  const char       *value,
                                  BaryRecordLookup  lookup,
                                  gpointer          keeper);

G_END_DECLS
