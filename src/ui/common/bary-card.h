#pragma once

#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The card of a record, the same wherever it is met: what it is called, its contacts as links, what refers to
 * it (clusters, statuses, agreements, roles …), its history. It follows the store. Put it into a scrolled window.
 *
 * Clicks on what is related go there by the session's "go-to".
 * Signal "edit" (BaryRecord *record): somebody wants to edit the record on the card. A handler that returns
 * TRUE shows its own form; otherwise a dialog opens. */
#define BARY_TYPE_CARD (bary_card_get_type ())
G_DECLARE_FINAL_TYPE (BaryCard, bary_card, BARY, CARD, AdwBin)

GtkWidget  *bary_card_new        (void);

/* @record: (nullable): NULL empties the card */
void        bary_card_set_record (BaryCard    *self,
                                  BarySession *session,
                                  BaryRecord  *record);
/* Returns: (transfer none) (nullable) */
BaryRecord *bary_card_get_record (BaryCard    *self);

G_END_DECLS
