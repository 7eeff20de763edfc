#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A number as Russian words that two people compare by telephone: ten bits in each.
 * @length: at least as many bytes as the words take
 * Returns: (transfer full): the words with spaces between */
char *bary_words_from_bytes (const guint8 *bytes,
                             gsize         length,
                             guint         n_words);

G_END_DECLS
