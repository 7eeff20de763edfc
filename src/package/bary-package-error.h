#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BARY_PACKAGE_ERROR (bary_package_error_quark ())

typedef enum {
  BARY_PACKAGE_ERROR_NOT_FOUND,     /* no such file */
  BARY_PACKAGE_ERROR_NOT_A_PACKAGE, /* another kind of file */
  BARY_PACKAGE_ERROR_NEWER_VERSION, /* a package of a format this program does not know */
  BARY_PACKAGE_ERROR_ENCODING,      /* not UTF-8 */
  BARY_PACKAGE_ERROR_FORBIDDEN,     /* what no package holds: a DTD, an entity, a comment, an instruction */
  BARY_PACKAGE_ERROR_TOO_LARGE,     /* beyond the limits on size, depth, text or attributes */
  BARY_PACKAGE_ERROR_INCOMPLETE,    /* cut off before its end */
  BARY_PACKAGE_ERROR_MALFORMED,     /* tags or characters that XML does not allow */
  BARY_PACKAGE_ERROR_INVALID,       /* does not fit the grammar of packages */
  BARY_PACKAGE_ERROR_DUPLICATE,     /* one id twice */
  BARY_PACKAGE_ERROR_TAMPERED,      /* the signature is not that of the sender, or there are other records than said */
  BARY_PACKAGE_ERROR_IO,            /* the disk or the folder refuses */
} BaryPackageError;

GQuark bary_package_error_quark (void);

/* Puts the place before the message: "file.xml, line 12, <name>: …".
 * @element: (nullable) */
void   bary_package_error_place (GError     **error,
                                 const char  *path,
                                 guint        line,
                                 const char  *element);

G_END_DECLS
