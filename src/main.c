#include "bary-application.h"
#include "bary-i18n.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (BaryApplication) application = NULL;

  bary_i18n_init ();

  application = bary_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
