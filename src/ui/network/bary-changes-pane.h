#pragma once

#include "bary-scene.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What has changed in a network between two days: who joined, who left, who went to another group.
 *
 * Signals: "pick-node" (int node): a row was clicked; "since" (const char *day): a person chose the day to compare with. */
#define BARY_TYPE_CHANGES_PANE (bary_changes_pane_get_type ())
G_DECLARE_FINAL_TYPE (BaryChangesPane, bary_changes_pane, BARY, CHANGES_PANE, AdwBin)

/* @scene: (nullable). Its network's `day` and `later` are the two days. */
void bary_changes_pane_show (BaryChangesPane *self,
                             BaryScene       *scene);

G_END_DECLS
