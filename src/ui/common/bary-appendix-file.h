#pragma once

#include "bary-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is said while a file is added; untranslated. */
typedef struct {
  const char *title;     /* of the dialog that asks for the file */
  const char *kind;      /* (nullable): what such files are called */
  const char *pattern;   /* (nullable): of bary_dialogs_open_file */
  const char *action;    /* its name in the history, with %s for the file */
  const char *too_large; /* with %s for the file */
} BaryAppendixWords;

/* Asks for a file of at most 8 MiB and keeps it in the database by one action. What goes wrong, the session says.
 * @appendix: new; what it belongs to is set
 * @words: must outlive the dialog */
void bary_appendix_file_add (GtkWidget               *parent,
                             BarySession             *session,
                             BaryRecord              *appendix,
                             const BaryAppendixWords *words);

G_END_DECLS
