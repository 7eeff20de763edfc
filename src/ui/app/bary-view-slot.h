#pragma once

#include "bary-view.h"

G_BEGIN_DECLS

/* The place of a view in the window. The view is made when its place is first seen or somebody goes to a
 * record in it, so that a window costs only what it shows; in a new window, after the
 * first frame.
 *
 * Properties: "view-type" (GType of a BaryView), "session". */
#define BARY_TYPE_VIEW_SLOT (bary_view_slot_get_type ())
G_DECLARE_FINAL_TYPE (BaryViewSlot, bary_view_slot, BARY, VIEW_SLOT, AdwBin)

/* Returns: (transfer none) */
BaryView *bary_view_slot_get_view (BaryViewSlot *self);

G_END_DECLS
