#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The order of two guint, for sorting and searching. */
int  bary_numbers_compare (gconstpointer a,
                           gconstpointer b);

/* @numbers: (element-type guint): sorted, each once. */
void bary_numbers_tidy    (GArray       *numbers);

G_END_DECLS
