#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef void (*BaryPieceFunc) (guint    piece,
                               gpointer user_data);

/* Does @n pieces of work, several at once where there are processors for it, and comes back when all are done. In which
 * order is not known: no piece may read what another one writes, then the outcome is the same on every machine. */
void bary_side_by_side (guint         n,
                        BaryPieceFunc func,
                        gpointer      user_data);

G_END_DECLS
