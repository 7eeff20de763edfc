#pragma once

#include "bary-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Locks one's own key with a passphrase, locks it with another one, or takes the passphrase off.
 * Signal "done" (): the key was written anew; the dialog closes by itself. */
#define BARY_TYPE_PASSPHRASE_DIALOG (bary_passphrase_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BaryPassphraseDialog, bary_passphrase_dialog, BARY, PASSPHRASE_DIALOG, AdwWindow)

BaryPassphraseDialog *bary_passphrase_dialog_new (GtkWindow *parent,
                                                  BaryStore *store,
                                                  gboolean   takes_off);

G_END_DECLS
