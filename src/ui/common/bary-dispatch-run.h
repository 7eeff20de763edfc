#pragma once

#include "bary-dispatch.h"
#include "bary-session.h"

G_BEGIN_DECLS

/* Asks where to, and for the passphrase if the key has one, and makes the package in the window's bar of work. The dispatch is copied.
 * @name: suggested for the file */
void bary_dispatch_ask      (GtkWidget          *widget,
                             BarySession        *session,
                             const BaryDispatch *dispatch,
                             const char         *name);

/* What goes back to whoever sent something: the package is addressed to the sender of the latest package of a kind, as far as
 * there is one.
 * @came: the kind that came: "assignment"; @of: (nullable): id of the record that it was of */
void bary_dispatch_ask_back (GtkWidget             *widget,
                             BarySession           *session,
                             const BaryPackageKind *kind,
                             const char            *subject,
                             const char            *came,
                             const char            *of,
                             const char            *name);

G_END_DECLS
