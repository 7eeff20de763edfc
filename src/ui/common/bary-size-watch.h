#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lies unseen over what it watches, as a child of an overlay, and tells of a new size once nothing is being allocated,
 * so that widgets may be folded away and brought back. Signal "settled": the width and the height that it has now. */
#define BARY_TYPE_SIZE_WATCH (bary_size_watch_get_type ())
G_DECLARE_FINAL_TYPE (BarySizeWatch, bary_size_watch, BARY, SIZE_WATCH, GtkWidget)

G_END_DECLS
