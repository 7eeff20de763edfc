#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether two names may be of the same person, of kin, or of the same organisation, by how they are written: ё is е, a first name
 * may be an initial, a surname may have the other gender's ending, a school may stand by its number, a house by its letters. It
 * only raises the question; people answer. Pure. */

typedef enum {
  BARY_UNLIKE,
  BARY_LIKE_KIN,  /* one surname */
  BARY_LIKE_SAME, /* one surname, and nothing else against it */
} BaryLikeness;

/* @a, @b: "Иванова Мария Петровна", "М. П. Иванова", "Иванов М." */
BaryLikeness bary_likeness_of_people        (const char *a,
                                             const char *b);
/* Whether a text names a person with a first name or an initial beside the surname. */
gboolean     bary_likeness_is_named_in      (const char *person,
                                             const char *text);
/* Returns: (transfer full) (nullable): what every folded text has that is like a person's name, for a quick look; NULL: it needs
 * a closer one */
char        *bary_likeness_get_key          (const char *person);
gboolean     bary_likeness_of_organisations (const char *a,
                                             const char *b);

G_END_DECLS
