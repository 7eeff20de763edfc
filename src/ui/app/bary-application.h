#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* One process for all windows; one store for each file, however many windows show it.
 *
 *   --database=FILE   another file than the default one
 *   --samples         a new default file is filled with the sample packages
 *   --empty           a new file without samples, no welcome page
 *   FILE...           packages to bring in
 */
#define BARY_TYPE_APPLICATION (bary_application_get_type ())
G_DECLARE_FINAL_TYPE (BaryApplication, bary_application, BARY, APPLICATION, AdwApplication)

BaryApplication *bary_application_new (void);

G_END_DECLS
