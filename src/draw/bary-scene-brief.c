#include "bary-scene-private.h"

#define BRIEF_LINES 2
#define SMALL_WORD 2 /* letters: with «и» or «по» no name ends */

static gsize
find_last_word (const char *text,
                gsize       length)
{
  while (length > 0 && text[length - 1] != ' ')
    length--;
  return length;
}

const BaryLabel *
scene_fold_first_words (BaryTextBook    *book,
                        const BaryLabel *name,
                        double           most)
{
  const BaryTextLine *last = &name->lines[MIN (name->n_lines, BRIEF_LINES) - 1];
  gsize length = (gsize) (last->string + last->length - name->text);

  while (name->n_lines > BRIEF_LINES && length > 0)
    {
      gsize start = find_last_word (name->text, length);
      g_autofree char *words = g_strdup_printf ("%.*s…", (int) length, name->text);
      const BaryLabel *brief = bary_text_book_fold (book, name->style, words, most);

      if (brief->n_lines <= BRIEF_LINES && g_utf8_strlen (name->text + start, (gssize) (length - start)) > SMALL_WORD)
        return brief;
      length = start > 0 ? start - 1 : 0;
    }
  return name;
}
