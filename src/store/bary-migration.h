#pragma once

#include "bary-database.h"

G_BEGIN_DECLS

/* The schema's number is the file's user_version. Migrations are numbered and frozen once released. One
 * that changes values must write the log as well: the log is what the records are checked against, and what it adds
 * there is linked after it. */
guint     bary_migration_get_latest (void);

/* Brings the file to the latest schema in one transaction; keeps a copy "FILE.before-N" beside it first. A
 * file that a newer program made is refused with BARY_STORE_ERROR_NEWER. */
gboolean  bary_migrate              (BaryDatabase  *database,
                                     GError       **error);

/* The same by other scripts: @scripts[0] makes version 1, each further one the next, until NULL. */
gboolean  bary_migrate_by           (BaryDatabase       *database,
                                     const char *const  *scripts,
                                     GError            **error);

/* Only the refusal of what is newer, for what is opened without writing. */
gboolean  bary_migration_check      (BaryDatabase  *database,
                                     GError       **error);

/* Also refuses what is older: it can be read only once it has been brought up to date. */
gboolean  bary_migration_check_latest (BaryDatabase  *database,
                                       GError       **error);

G_END_DECLS
