#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A file that comes from outside is read to its end by a process of its own first, which has little memory and little
 * time: through the gate, the grammar, the values, the signature. What would be the end of a program is the end of that
 * one, and a sentence here. */

/* Returns: FALSE with the error that bary_package_validate has for the file, or BARY_PACKAGE_ERROR_TOO_LARGE where the
 * process came to its end before it could say. */
gboolean bary_porter_check (const char    *path,
                            GCancellable  *cancellable,
                            GError       **error);

/* The other side: what that process does. Returns: its exit status. */
int      bary_porter_main  (int            argc,
                            char         **argv);

G_END_DECLS
