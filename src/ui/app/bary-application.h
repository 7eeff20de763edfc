#pragma once

#include "bary-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One process for all windows; one store for each file, however many windows show it.
 *
 *   --database=FILE   another file than the default one
 *   --samples         a new database is filled with the sample packages
 *   --empty           a new database without samples, no welcome page
 *   FILE...           packages to bring in
 */
#define BARY_TYPE_APPLICATION (bary_application_get_type ())
G_DECLARE_FINAL_TYPE (BaryApplication, bary_application, BARY, APPLICATION, AdwApplication)

BaryApplication *bary_application_new         (void);

/* The store that another window has open on the same file and in the same way, or a new one.
 * Returns: (transfer full) (nullable) */
BaryStore       *bary_application_open_store  (BaryApplication   *self,
                                               const char        *path,
                                               BaryDatabaseMode   mode,
                                               GError           **error);

/* A new window on a database. */
void             bary_application_open_window (BaryApplication   *self,
                                               const char        *path);

G_END_DECLS
