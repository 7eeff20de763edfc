#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Children stand side by side as wide as they like to be, and go on in another row where the width ends: GtkFlowBox makes
 * columns of them. Returns: (transfer full) */
GtkLayoutManager *bary_wrap_layout_new (void);

G_END_DECLS
