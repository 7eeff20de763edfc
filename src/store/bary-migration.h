#pragma once

#include "bary-database.h"

G_BEGIN_DECLS

/* The schema's number is the file's user_version. Migrations are numbered, frozen once released,
 * and each is one transaction. */
guint     bary_migration_get_latest (void);

/* Brings the file to the latest schema; keeps a copy "FILE.before-N" beside it first. A file that a
 * newer program made is refused with BARY_STORE_ERROR_NEWER. */
gboolean  bary_migrate              (BaryDatabase  *database,
                                     GError       **error);

/* Only the refusal, for what is opened without writing. */
gboolean  bary_migration_check      (BaryDatabase  *database,
                                     GError       **error);

G_END_DECLS
