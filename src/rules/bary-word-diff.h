#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes of a text, the end excluded. */
typedef struct {
  guint start;
  guint end;
} BaryWordRun;

/* Which words of a text another text does not have in the same order: all but a longest common subsequence of their
 * words. Neighbours are one run, with what is between them. Of texts longer than some thousands of words only the
 * common beginning and end are told apart from the rest.
 * @text, @other: (nullable): NULL is an empty text. Returns: (transfer full) (element-type BaryWordRun) */
GArray *bary_word_diff (const char *text,
                        const char *other);

G_END_DECLS
