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
#define BARY_TYPE_PROGRAM (bary_program_get_type ())
G_DECLARE_FINAL_TYPE (BaryProgram, bary_program, BARY, PROGRAM, AdwApplication)

BaryProgram *bary_program_new         (void);

/* The store that another window has open on the same file and in the same way, or a new one.
 * Returns: (transfer full) (nullable) */
BaryStore       *bary_program_open_store  (BaryProgram   *self,
                                           const char        *path,
                                           BaryDatabaseMode   mode,
                                           GError           **error);

/* A new window on a database. */
void             bary_program_open_window (BaryProgram   *self,
                                           const char        *path);

G_END_DECLS
