#include "bary-cli.h"
#include "bary-i18n.h"

int
main (int   argc,
      char *argv[])
{
  bary_i18n_init ();

  return bary_cli_run (argc, argv);
}
