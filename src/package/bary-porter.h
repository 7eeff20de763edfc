#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A file that comes from outside is read to its end by a process of its own first, which has little memory and little
 * time: through the gate, the grammar, the values, the signature. What would be the end of a program is the end of that
 * one, and a sentence here. It looks at one file after another; where one was its end, the next finds another process. */
typedef struct _BaryPorter BaryPorter;

/* The process is started by the first file, and ends with the thread that asked for it. Returns: (transfer full) */
BaryPorter *bary_porter_new   (void);
void        bary_porter_free  (BaryPorter    *self);

/* Returns: FALSE with the error that bary_package_validate has for the file, or BARY_PACKAGE_ERROR_TOO_LARGE where the
 * process came to its end before it could say. */
gboolean    bary_porter_check (BaryPorter    *self,
                               const char    *path,
                               GCancellable  *cancellable,
                               GError       **error);

/* The other side: what that process does, with the paths that it reads. Returns: its exit status. */
int         bary_porter_main  (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryPorter, bary_porter_free)

G_END_DECLS
