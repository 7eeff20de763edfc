#pragma once

#include "bary-panel.h"
#include "bary-store.h"

G_BEGIN_DECLS

/* The public presentation in this order: a place for each application, those there are anew; whoever is not in it speaks no
 * more.
 * @order: (element-type guint): applications of the panel
 * Returns: (transfer full) (nullable) */
BaryChanges *bary_speech_changes_order (BaryStore       *store,
                                        const BaryPanel *panel,
                                        const GArray    *order,
                                        GError         **error);

G_END_DECLS
