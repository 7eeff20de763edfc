#pragma once

#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Makes a package: what it holds, for whom it is, whose contacts leave, and which records and fields that is; then it is
 * saved, or handed to the mail program. */
#define BARY_TYPE_DISPATCH_DIALOG (bary_dispatch_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BaryDispatchDialog, bary_dispatch_dialog, BARY, DISPATCH_DIALOG, AdwWindow)

/* @kind: (nullable): the name of the kind that is chosen at first
 * @subject: (nullable): the id of the record that is chosen at first; otherwise that of the session */
BaryDispatchDialog *bary_dispatch_dialog_new (GtkWindow   *parent,
                                              BarySession *session,
                                              const char  *kind,
                                              const char  *subject);

G_END_DECLS
