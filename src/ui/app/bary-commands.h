#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the search offers besides records: acts of the window. */
typedef struct {
  const char *action;
  const char *label;  /* untranslated */
} BaryCommand;

/* Returns: (transfer container) (element-type BaryCommand): those whose label has a word that begins
 * with each of the words, in the window's language. */
GPtrArray *bary_commands_find (const char *words);

G_END_DECLS
