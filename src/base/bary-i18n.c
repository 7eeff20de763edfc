#include "bary-i18n.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

void
bary_i18n_init (void)
{
  const char *folder = g_getenv ("BARYCENTER_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL && *folder != '\0' ? folder : BARY_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
