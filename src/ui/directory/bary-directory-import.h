#pragma once

#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows what a table would bring in: how its bytes are read, which column is which field, which cells are
 * wrong and why, how many records are new and how many there are already. Nothing is written before
 * Import is pressed, and that is one action. */
#define BARY_TYPE_DIRECTORY_IMPORT (bary_directory_import_get_type ())
G_DECLARE_FINAL_TYPE (BaryDirectoryImport, bary_directory_import, BARY, DIRECTORY_IMPORT, AdwWindow)

GtkWidget *bary_directory_import_new (BarySession *session,
                                      BaryKind     kind,
                                      GBytes      *bytes);

G_END_DECLS
