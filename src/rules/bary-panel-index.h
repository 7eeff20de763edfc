#pragma once

#include "bary-panel.h"

G_BEGIN_DECLS

/* What is known of a cell is asked for hundreds of thousands of times: not by looking through all. */
void bary_panel_make_indexes  (BaryPanel *self);
void bary_panel_clear_indexes (BaryPanel *self);

G_END_DECLS
