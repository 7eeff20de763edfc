#include "bary-word-diff.h"

#include <string.h>

/* The table of the longest common subsequence has a cell for each pair of words. */
#define MOST_CELLS (4 * 1024 * 1024)

typedef struct {
  const char *start;
  guint       length;
} Word;

static GArray *
split (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));

  for (const char *place = text; *place != '\0';)
    {
      const char *start = place;

      while (*place != '\0' && !g_unichar_isspace (g_utf8_get_char (place)))
        place = g_utf8_next_char (place);
      if (place > start)
        {
          Word word = { start, (guint) (place - start) };

          g_array_append_val (words, word);
        }
      else
        place = g_utf8_next_char (place);
    }
  return words;
}

static gboolean
is_same (GArray *ours,
         guint   i,
         GArray *theirs,
         guint   j)
{
  const Word *one = &g_array_index (ours, Word, i);
  const Word *other = &g_array_index (theirs, Word, j);

  return one->length == other->length && memcmp (one->start, other->start, one->length) == 0;
}

/* Marks what is common between the beginning and the end that are common anyway: from @start, up to @n_ours and
 * @n_theirs words. */
static void
mark_common (GArray   *ours,
             GArray   *theirs,
             guint     start,
             guint     n_ours,
             guint     n_theirs,
             gboolean *common)
{
  guint rows = n_ours - start, columns = n_theirs - start, width = columns + 1;
  g_autofree guint16 *longest = NULL;

  if ((guint64) (rows + 1) * width > MOST_CELLS || MIN (rows, columns) > G_MAXUINT16)
    return;

  longest = g_new0 (guint16, (gsize) (rows + 1) * width);
  for (guint i = rows; i-- > 0;)
    for (guint j = columns; j-- > 0;)
      longest[i * width + j] = is_same (ours, start + i, theirs, start + j)
                                 ? longest[(i + 1) * width + j + 1] + 1
                                 : MAX (longest[(i + 1) * width + j], longest[i * width + j + 1]);
  for (guint i = 0, j = 0; i < rows && j < columns;)
    if (is_same (ours, start + i, theirs, start + j))
      {
        common[start + i] = TRUE;
        i++, j++;
      }
    else if (longest[(i + 1) * width + j] >= longest[i * width + j + 1])
      i++;
    else
      j++;
}

static void
compare (GArray   *ours,
         GArray   *theirs,
         gboolean *common)
{
  guint start = 0, n_ours = ours->len, n_theirs = theirs->len;

  while (start < n_ours && start < n_theirs && is_same (ours, start, theirs, start))
    common[start++] = TRUE;
  while (n_ours > start && n_theirs > start && is_same (ours, n_ours - 1, theirs, n_theirs - 1))
    {
      common[--n_ours] = TRUE;
      n_theirs--;
    }
  mark_common (ours, theirs, start, n_ours, n_theirs, common);
}

GArray *
bary_word_diff (const char *text,
                const char *other)
{
  const char *whole = text != NULL ? text : "";
  g_autoptr (GArray) ours = split (whole);
  g_autoptr (GArray) theirs = split (other != NULL ? other : "");
  g_autofree gboolean *common = g_new0 (gboolean, ours->len + 1);
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (BaryWordRun));

  compare (ours, theirs, common);
  for (guint i = 0; i < ours->len; i++)
    {
      const Word *word = &g_array_index (ours, Word, i);
      BaryWordRun run = { (guint) (word->start - whole), (guint) (word->start - whole) + word->length };

      if (common[i])
        continue;
      if (i > 0 && !common[i - 1])
        g_array_index (runs, BaryWordRun, runs->len - 1).end = run.end;
      else
        g_array_append_val (runs, run);
    }
  return runs;
}
