#pragma once

#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Search of the whole window: records by kind, and commands. Arrows choose, Enter goes there. */
#define BARY_TYPE_SEARCH_POPOVER (bary_search_popover_get_type ())
G_DECLARE_FINAL_TYPE (BarySearchPopover, bary_search_popover, BARY, SEARCH_POPOVER, GtkPopover)

/* @session: (transfer none) */
GtkWidget *bary_search_popover_new (BarySession *session);

G_END_DECLS
