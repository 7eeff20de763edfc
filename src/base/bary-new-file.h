#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A file that appears under its name only when it is whole and on the disk; one that was there stays until then.
 * What fails leaves the reason in errno. Initialise with BARY_NEW_FILE_INIT. */
typedef struct {
  char *path;      /* where links lead */
  char *temporary; /* (nullable): NULL once published, and where a pipe or a device is written as it stands */
  int   fd;
} BaryNewFile;

#define BARY_NEW_FILE_INIT { NULL, NULL, -1 }

gboolean bary_new_file_open    (BaryNewFile   *self,
                                const char    *path);
gboolean bary_new_file_write   (BaryNewFile   *self,
                                gconstpointer  data,
                                gsize          length);
gboolean bary_new_file_publish (BaryNewFile   *self);
/* The same without waiting for the disk: for what can be computed anew after a power cut. */
gboolean bary_new_file_publish_soon (BaryNewFile *self);
/* Closes it; what was not published is gone. */
void     bary_new_file_clear   (BaryNewFile   *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BaryNewFile, bary_new_file_clear)

G_END_DECLS
