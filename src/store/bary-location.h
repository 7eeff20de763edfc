#pragma once

#include "bary-database.h"

G_BEGIN_DECLS

/* Where a database may lie. Locks and shared memory, which keep two writers apart, work only between
 * programs of one computer: elsewhere a database can be read, never written. */

/* Returns: (transfer full): $XDG_DATA_HOME/barycenter/centre.db */
char     *bary_location_get_default_database (void);

/* @magic: of statfs(2), 0 if unknown; @type: (nullable): as in /proc/mounts. */
gboolean  bary_location_is_network_type      (guint32      magic,
                                              const char  *type);

/* Whether the file, or the folder it is to be made in, lies on a share of another computer. */
gboolean  bary_location_is_network           (const char  *path);

/* Whether a program such as Nextcloud, Syncthing or Yandex.Disk copies the file's folder elsewhere.
 * @program: (out) (optional): its name, static */
gboolean  bary_location_is_synchronised      (const char  *path,
                                              const char **program);

/* Returns: FALSE with BARY_STORE_ERROR_NETWORK, which names the way out. */
gboolean  bary_location_check_writable       (const char  *path,
                                              GError     **error);

G_END_DECLS
