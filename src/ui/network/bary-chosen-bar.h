#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Says what is chosen on the picture, or what joins two organisations, with what can be done with it. Its buttons are
 * the actions network.pin, network.unpin, network.copy-names and network.clear. */
#define BARY_TYPE_CHOSEN_BAR (bary_chosen_bar_get_type ())
G_DECLARE_FINAL_TYPE (BaryChosenBar, bary_chosen_bar, BARY, CHOSEN_BAR, GtkBox)

/* @words: (nullable): NULL hides it; @acts: whether several nodes are chosen, that can be pinned and copied */
void bary_chosen_bar_say (BaryChosenBar *self,
                          const char    *words,
                          gboolean       acts);

G_END_DECLS
