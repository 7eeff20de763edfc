#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The user's locale and the program's translations; the first thing in a main. The environment variable
 * BARYCENTER_LOCALE_DIR names another folder of translations than the installed one. */
void  bary_i18n_init (void);

G_END_DECLS
