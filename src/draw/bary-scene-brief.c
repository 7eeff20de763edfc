#include "bary-scene-private.h"

#define BRIEF_LINES 2
#define MARKS ",;:–— " /* with them neither */
#define SMALL_WORD 2 /* letters: with «и» or «по» no name ends */

static gsize
find_last_word (const char *text,
                gsize       length)
{
  while (length > 0 && text[length - 1] != ' ')
    length--;
  return length;
}

/* Returns: the length without the commas, colons and dashes at its end. */
static gsize
skip_marks (const char *text,
            gsize       length)
{
  const char *last;

  while ((last = g_utf8_find_prev_char (text, text + length)) != NULL && g_utf8_strchr (MARKS, -1, g_utf8_get_char (last)) != NULL)
    length = (gsize) (last - text);
  return length;
}

const BaryLabel *
scene_fold_first_words (BaryTextBook    *book,
                        const BaryLabel *name,
                        double           most)
{
  const BaryTextLine *last;
  gsize length;

  if (name->n_lines <= BRIEF_LINES)
    return name;
  last = &name->lines[BRIEF_LINES - 1];
  length = (gsize) (last->string + last->length - name->text);
  while (length > 0)
    {
      gsize start = find_last_word (name->text, length);
      g_autofree char *words = g_strdup_printf ("%.*s…", (int) skip_marks (name->text, length), name->text);
      const BaryLabel *brief = bary_text_book_fold (book, name->style, words, most);

      if (brief->n_lines <= BRIEF_LINES && g_utf8_strlen (name->text + start, (gssize) (length - start)) > SMALL_WORD)
        return brief;
      length = start > 0 ? start - 1 : 0;
    }
  return name;
}
