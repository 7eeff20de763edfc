#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The exit statuses are a contract with scripts. */
typedef enum {
  BARY_EXIT_DONE = 0,
  BARY_EXIT_REFUSED = 1,  /* the input was refused */
  BARY_EXIT_USAGE = 2,
  BARY_EXIT_DATABASE = 3, /* the database cannot be opened, read or written */
} BaryExit;

/* All of barycenterctl but its main: data to standard output, messages to standard error. */
BaryExit  bary_cli_run (int    argc,
                        char **argv);

G_END_DECLS
