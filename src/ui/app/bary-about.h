#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What the program is, whose it is, and under which licence. */
void bary_about_show (GtkWindow *parent);

G_END_DECLS
