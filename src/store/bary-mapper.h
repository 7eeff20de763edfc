#pragma once

#include "bary-database.h"
#include "bary-record.h"

G_BEGIN_DECLS

/* Records to rows and back, by the field tables. The caller holds the transaction. */

/* "id" and every field, each quoted. */
const char *bary_mapper_get_columns  (BaryKind        kind);
/* The same of a table that goes by the name of t among others. */
const char *bary_mapper_get_own_columns (BaryKind     kind);

/* Returns: (transfer full): from a row whose columns are those of bary_mapper_get_columns. */
BaryRecord *bary_mapper_read         (BaryStatement  *statement,
                                      BaryKind        kind);

/* Returns: FALSE on an error. */
gboolean    bary_mapper_has_rows     (BaryDatabase   *database,
                                      BaryKind        kind,
                                      gboolean       *has_rows,
                                      GError        **error);
/* *record is NULL when there is no such row. Returns: FALSE on an error. */
gboolean    bary_mapper_load         (BaryDatabase   *database,
                                      BaryKind        kind,
                                      const char     *id,
                                      BaryRecord    **record,
                                      GError        **error);
gboolean    bary_mapper_insert       (BaryDatabase   *database,
                                      BaryRecord     *record,
                                      GError        **error);
/* Writes the fields that differ, of a record that is there; at least one must. Indexes of the others are
 * left alone. */
gboolean    bary_mapper_update       (BaryDatabase   *database,
                                      BaryRecord     *before,
                                      BaryRecord     *after,
                                      GError        **error);
gboolean    bary_mapper_delete       (BaryDatabase   *database,
                                      BaryKind        kind,
                                      const char     *id,
                                      GError        **error);

G_END_DECLS
