#include "bary-test-notes.h"

#include <math.h>

static void
note_begin (BaryPen  *pen,
            BaryPart  part,
            guint     index)
{
  BaryTestNotes *notes = (BaryTestNotes *) pen;

  notes->part = part;
  notes->index = index;
  if (part == BARY_PART_NODE)
    g_array_append_val (notes->nodes, index);
  if (part == BARY_PART_LABEL)
    g_array_append_val (notes->labels, index);
  notes->n_lines += part == BARY_PART_LINE;
  notes->n_ties += part == BARY_PART_TIES;
}

static void
note_box (BaryPen          *pen,
          const BaryBox    *box,
          double            corner,
          const BaryInk    *fill,
          const BaryStroke *outline)
{
  BaryTestNotes *notes = (BaryTestNotes *) pen;

  if (notes->part == BARY_PART_NODE && notes->cards->len < notes->nodes->len)
    g_array_append_val (notes->cards, *box);
  if (notes->part == BARY_PART_LABEL)
    g_array_append_val (notes->grounds, *box);
}

static void
note_text (BaryPen        *pen,
           const BaryText *text)
{
  BaryTestNotes *notes = (BaryTestNotes *) pen;
  BaryBox box = { text->x + text->width / 2, text->baseline - 0.28 * text->size, text->width, 0.95 * text->size };
  BaryTestTitle title = { notes->part, notes->index, box };

  g_assert_true (isfinite (text->x) && isfinite (text->baseline) && text->size > 0);
  g_array_append_val (notes->texts, box);
  if (notes->part == BARY_PART_HEADING || notes->part == BARY_PART_TITLE)
    g_array_append_val (notes->titles, title);
}

void
bary_test_notes_take (BaryTestNotes    *notes,
                      BaryScene        *scene,
                      const BaryCamera *camera,
                      const BaryFrame  *frame)
{
  static const BaryPenClass class = { .begin = note_begin, .box = note_box, .text = note_text };

  *notes = (BaryTestNotes) { { &class } };
  notes->texts = g_array_new (FALSE, FALSE, sizeof (BaryBox));
  notes->titles = g_array_new (FALSE, FALSE, sizeof (BaryTestTitle));
  notes->nodes = g_array_new (FALSE, FALSE, sizeof (guint));
  notes->labels = g_array_new (FALSE, FALSE, sizeof (guint));
  notes->grounds = g_array_new (FALSE, FALSE, sizeof (BaryBox));
  notes->cards = g_array_new (FALSE, FALSE, sizeof (BaryBox));
  bary_scene_walk (scene, &notes->parent, camera, frame);
}

void
bary_test_notes_clear (BaryTestNotes *notes)
{
  g_array_unref (notes->texts);
  g_array_unref (notes->titles);
  g_array_unref (notes->nodes);
  g_array_unref (notes->labels);
  g_array_unref (notes->grounds);
  g_array_unref (notes->cards);
}

gboolean
bary_test_notes_has (const GArray *numbers,
                     guint         number)
{
  for (guint i = 0; i < numbers->len; i++)
    if (g_array_index (numbers, guint, i) == number)
      return TRUE;
  return FALSE;
}
