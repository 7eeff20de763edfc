#pragma once

#include "bary-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The history of a record in words: a row that unfolds into what was done, by whom, when, and what each
 * field was and became. Nothing is read before it is unfolded. */
#define BARY_TYPE_CARD_HISTORY (bary_card_history_get_type ())
G_DECLARE_FINAL_TYPE (BaryCardHistory, bary_card_history, BARY, CARD_HISTORY, AdwExpanderRow)

GtkWidget *bary_card_history_new (BaryStore  *store,
                                  BaryRecord *record);

G_END_DECLS
