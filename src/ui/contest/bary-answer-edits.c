#include "bary-answer-edits.h"

#include "bary-store-contest.h"

#include <string.h>

typedef struct {
  char  *field;
  guint  place[3];
  char  *text;
} BaryAnswerEdit;

static void
free_edit (gpointer data)
{
  BaryAnswerEdit *edit = data;

  g_free (edit->field);
  g_free (edit->text);
  g_free (edit);
}

GPtrArray *
bary_answer_edits_new (void)
{
  return g_ptr_array_new_with_free_func (free_edit);
}

static BaryAnswerEdit *
find_edit (GPtrArray   *edits,
           const char  *field,
           const guint  place[3])
{
  BaryAnswerEdit *made;

  for (guint i = 0; i < edits->len; i++)
    {
      BaryAnswerEdit *edit = edits->pdata[i];

      if (g_str_equal (edit->field, field) && memcmp (edit->place, place, sizeof edit->place) == 0)
        return edit;
    }
  made = g_new0 (BaryAnswerEdit, 1);
  made->field = g_strdup (field);
  memcpy (made->place, place, sizeof made->place);
  g_ptr_array_add (edits, made);
  return made;
}

void
bary_answer_edits_put (GPtrArray   *edits,
                       const char  *field,
                       const guint  place[3],
                       const char  *text)
{
  BaryAnswerEdit *edit = find_edit (edits, field, place);

  g_free (edit->text);
  edit->text = g_strdup (text);
}

gboolean
bary_answer_edits_collect (GPtrArray    *edits,
                           BaryStore    *store,
                           BaryRecord   *application,
                           BaryChanges  *changes,
                           GError      **error)
{
  for (guint i = 0; i < edits->len; i++)
    {
      const BaryAnswerEdit *edit = edits->pdata[i];

      if (!bary_store_collect_answer (store, application, edit->field, edit->place, edit->text, changes, error))
        return FALSE;
    }
  return TRUE;
}
