#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A zip archive in memory (PKWARE APPNOTE 6.3, without its 64-bit extensions): the same parts are the same bytes. */
typedef struct _BaryZip BaryZip;

BaryZip *bary_zip_new    (void);
void     bary_zip_free   (BaryZip     *self);

/* @name: of the part, with / between folders; @stored: as it is, not compressed */
gboolean bary_zip_add    (BaryZip     *self,
                          const char  *name,
                          GBytes      *bytes,
                          gboolean     stored,
                          GError     **error);
/* Returns: (transfer full): the whole archive; nothing is added after it */
GBytes  *bary_zip_finish (BaryZip     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryZip, bary_zip_free)

G_END_DECLS
