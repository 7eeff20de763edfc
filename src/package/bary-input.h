#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The bytes of a package's file: plain or gzip, whichever the file is. What a gzip swells to is
 * bounded. Errors are BARY_PACKAGE_ERROR with the file, without a line. */
typedef struct _BaryInput BaryInput;

#define BARY_INPUT_STEEPEST 100 /* bytes of XML for one of gzip */

/* Returns: (transfer full) (nullable) */
BaryInput *bary_input_open         (const char    *path,
                                    GError       **error);
void       bary_input_close        (BaryInput     *self);

/* Returns: how many bytes were read, 0 at the end, -1 on an error. */
gssize     bary_input_read         (BaryInput     *self,
                                    char          *buffer,
                                    gsize          size,
                                    GCancellable  *cancellable,
                                    GError       **error);
/* Returns: how much of the file was read, from 0 to 1. */
double     bary_input_get_progress (BaryInput     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryInput, bary_input_close)

G_END_DECLS
