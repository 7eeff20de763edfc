#pragma once

#include "bary-record.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks for what a new file must know about the centre that keeps it.
 * Signal "made" (BaryRecord *centre): the form was filled in and confirmed. */
#define BARY_TYPE_NEW_CENTRE_DIALOG (bary_new_centre_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BaryNewCentreDialog, bary_new_centre_dialog, BARY, NEW_CENTRE_DIALOG, AdwWindow)

BaryNewCentreDialog *bary_new_centre_dialog_new (GtkWindow *parent);

G_END_DECLS
