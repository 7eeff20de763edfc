#include "bary-edit-merge.h"

gboolean
bary_edit_knows (const BaryEdit      *later,
                 const BaryEdit      *earlier,
                 const BaryKnowledge *knowledge)
{
  if (later->stamp == earlier->stamp && g_str_equal (later->replica, earlier->replica))
    return later->ordinal > earlier->ordinal;

  return earlier->stamp <= bary_knowledge_get (knowledge, later->replica, later->stamp, earlier->replica);
}

int
bary_edit_compare (gconstpointer a,
                   gconstpointer b)
{
  const BaryEdit *one = *(const BaryEdit *const *) a;
  const BaryEdit *other = *(const BaryEdit *const *) b;
  int order;

  if (one->stamp != other->stamp)
    return one->stamp < other->stamp ? -1 : 1;

  order = g_strcmp0 (one->replica, other->replica);
  return order != 0 ? order : (int) one->ordinal - (int) other->ordinal;
}

static gboolean
is_undone (GPtrArray           *edits,
           const BaryEdit      *removal,
           const BaryKnowledge *knowledge)
{
  for (guint i = 0; i < edits->len; i++)
    {
      const BaryEdit *edit = edits->pdata[i];

      if (!edit->removes && bary_edit_knows (edit, removal, knowledge))
        return TRUE;
    }
  return FALSE;
}

GPtrArray *
bary_edits_find_removals (GPtrArray           *edits,
                          const BaryKnowledge *knowledge)
{
  GPtrArray *removals = g_ptr_array_new ();

  for (guint i = 0; i < edits->len; i++)
    {
      BaryEdit *edit = edits->pdata[i];

      if (edit->removes && !is_undone (edits, edit, knowledge))
        g_ptr_array_add (removals, edit);
    }
  g_ptr_array_sort (removals, bary_edit_compare);
  return removals;
}

static gboolean
is_covered (GPtrArray           *removals,
            const BaryEdit      *edit,
            const BaryKnowledge *knowledge)
{
  for (guint i = 0; i < removals->len; i++)
    if (bary_edit_knows (removals->pdata[i], edit, knowledge))
      return TRUE;

  return FALSE;
}

BaryPresence
bary_edits_get_presence (GPtrArray           *edits,
                         const BaryKnowledge *knowledge)
{
  g_autoptr (GPtrArray) removals = bary_edits_find_removals (edits, knowledge);

  if (removals->len == 0)
    return BARY_PRESENCE_THERE;

  for (guint i = 0; i < edits->len; i++)
    {
      const BaryEdit *edit = edits->pdata[i];

      if (!edit->removes && !is_covered (removals, edit, knowledge))
        return BARY_PRESENCE_DISPUTED;
    }
  return BARY_PRESENCE_GONE;
}

static gboolean
sets (const BaryEdit *edit,
      guint           field)
{
  return !edit->removes && (edit->fields & (G_GUINT64_CONSTANT (1) << field)) != 0;
}

static gboolean
is_overtaken (GPtrArray           *edits,
              const BaryEdit      *edit,
              guint                field,
              const BaryKnowledge *knowledge)
{
  for (guint i = 0; i < edits->len; i++)
    {
      const BaryEdit *other = edits->pdata[i];

      if (other != edit && sets (other, field) && bary_edit_knows (other, edit, knowledge))
        return TRUE;
    }
  return FALSE;
}

static void
keep_first_of_each_value (GPtrArray *heads,
                          guint      field)
{
  for (guint i = heads->len; i > 1; i--)
    for (guint j = 0; j < i - 1; j++)
      {
        const BaryEdit *before = heads->pdata[j];
        const BaryEdit *head = heads->pdata[i - 1];

        if (g_strcmp0 (before->values[field], head->values[field]) == 0)
          {
            g_ptr_array_remove_index (heads, i - 1);
            break;
          }
      }
}

GPtrArray *
bary_edits_find_heads (GPtrArray           *edits,
                       guint                field,
                       const BaryKnowledge *knowledge)
{
  GPtrArray *heads = g_ptr_array_new ();

  g_return_val_if_fail (field < BARY_EDIT_MOST_FIELDS, heads);

  for (guint i = 0; i < edits->len; i++)
    {
      BaryEdit *edit = edits->pdata[i];

      if (sets (edit, field) && !is_overtaken (edits, edit, field, knowledge))
        g_ptr_array_add (heads, edit);
    }
  g_ptr_array_sort (heads, bary_edit_compare);
  keep_first_of_each_value (heads, field);
  return heads;
}

static gboolean
is_known_to_all (const BaryEdit      *edit,
                 GPtrArray           *heads,
                 const BaryKnowledge *knowledge)
{
  for (guint i = 0; i < heads->len; i++)
    if (heads->pdata[i] == edit || !bary_edit_knows (heads->pdata[i], edit, knowledge))
      return FALSE;

  return TRUE;
}

const BaryEdit *
bary_edits_find_base (GPtrArray           *edits,
                      guint                field,
                      GPtrArray           *heads,
                      const BaryKnowledge *knowledge)
{
  const BaryEdit *base = NULL;

  for (guint i = 0; i < edits->len; i++)
    {
      const BaryEdit *edit = edits->pdata[i];

      if (sets (edit, field) && is_known_to_all (edit, heads, knowledge) &&
          (base == NULL || bary_edit_compare (&base, &edit) < 0))
        base = edit;
    }
  return base;
}
