#pragma once

#include "bary-store.h"

G_BEGIN_DECLS

/* Copies of a database: each is one moment's state, a single file, checked before it gets its name.
 * Everything here may run in any thread: it opens its own connection. */

#define BARY_BACKUPS_KEPT 14

/* Writes a copy while others read and write. An older copy at `path` is replaced; any other
 * file, also another database or one in use, is refused with BARY_STORE_ERROR_EXISTS. */
gboolean   bary_backup_write             (const char    *database_path,
                                          const char    *path,
                                          GCancellable  *cancellable,
                                          GError       **error);

typedef struct {
  char   *date; /* ISO day */
  char   *path;
  gint64  size; /* bytes */
} BaryBackup;

void       bary_backup_free              (BaryBackup    *backup);

/* Returns: (transfer full): the folder "backups" beside the database. */
char      *bary_backup_get_folder        (const char    *database_path);

/* Today's copy in that folder unless it is there; the newest BARY_BACKUPS_KEPT stay. */
gboolean   bary_backup_keep_daily        (const char    *database_path,
                                          GCancellable  *cancellable,
                                          GError       **error);
/* The same in a thread. */
void       bary_backup_keep_daily_async  (const char          *database_path,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
gboolean   bary_backup_keep_daily_finish (GAsyncResult        *result,
                                          GError             **error);

/* Returns: (transfer full) (element-type BaryBackup): the daily copies, newest first; empty if there are none. */
GPtrArray *bary_backup_list              (const char    *database_path);

/* Puts a copy in the database's place; the present file stays beside it. Nobody may have the database
 * open, this process included: refused with BARY_STORE_ERROR_BUSY.
 * @kept: (out) (optional) (transfer full) (nullable): where the present file is now. */
gboolean   bary_backup_restore           (const char    *database_path,
                                          const char    *backup_path,
                                          char         **kept,
                                          GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryBackup, bary_backup_free)

G_END_DECLS
