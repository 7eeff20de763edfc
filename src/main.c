#include "bary-program.h"
#include "bary-i18n.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (BaryProgram) application = NULL;

  bary_i18n_init ();

  application = bary_program_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
