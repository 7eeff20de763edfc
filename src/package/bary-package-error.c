#include "bary-package-error.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (bary-package-error-quark, bary_package_error)

void
bary_package_error_place (GError     **error,
                          const char  *path,
                          guint        line,
                          const char  *element)
{
  g_autofree char *file = g_filename_display_name (path);

  if (error == NULL || *error == NULL)
    return;

  if (element != NULL)
    /* Translators: where a mistake is. 1: a file, 2: a line, 3: an element of XML */
    g_prefix_error (error, _("%1$s, line %2$u, <%3$s>: "), file, line, element);
  else
    /* Translators: where a mistake is. 1: a file, 2: a line */
    g_prefix_error (error, _("%1$s, line %2$u: "), file, line);
}
