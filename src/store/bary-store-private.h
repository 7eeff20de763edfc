#pragma once

#include "bary-store.h"
#include "bary-writer.h"

G_BEGIN_DECLS

/* After a commit on the store's own connection: brings live records up to date and emits "changed". */
void bary_store_announce      (BaryStore   *self);
/* The same, out of what was written where nobody else has committed meanwhile: nothing is read back. */
void bary_store_announce_written (BaryStore  *self,
                                  BaryWriter *writer);

/* Writes what was done before: an edit or an import under its own name, author and time. */
gboolean bary_store_commit_past (BaryStore         *self,
                                 const BaryAction  *past,
                                 BaryChanges       *changes,
                                 GError           **error);

/* Emits "failed", for what has no caller to give an error to. */
void bary_store_fail          (BaryStore    *self,
                               const GError *error);

void bary_store_set_not_found (BaryKind     kind,
                               const char  *id,
                               GError     **error);

/* Returns: (transfer full) (nullable): as bary_store_dup_meta. */
char *bary_database_dup_meta (BaryDatabase *database,
                              const char   *key);
/* As bary_store_set_meta. */
gboolean bary_database_set_meta (BaryDatabase  *database,
                                 const char    *key,
                                 const char    *value,
                                 GError       **error);

/* Makes a database that nobody has opened: the file appears whole, with all migrations and an id of its own, or not at all. */
gboolean bary_store_create_file (const char  *path,
                                 GError     **error);

G_END_DECLS
