#pragma once

#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Makes a package: what it holds, for whom it is, whose contacts leave, and how many records that is. */
#define BARY_TYPE_DISPATCH_DIALOG (bary_dispatch_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BaryDispatchDialog, bary_dispatch_dialog, BARY, DISPATCH_DIALOG, AdwWindow)

BaryDispatchDialog *bary_dispatch_dialog_new (GtkWindow   *parent,
                                              BarySession *session);

G_END_DECLS
