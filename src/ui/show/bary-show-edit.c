#include "bary-show-edit.h"

#include "bary-config.h"
#include "bary-slide.h"

#include <glib/gi18n-lib.h>

/* The steps as records in their order, to be changed and written. */
typedef struct {
  BaryShow    *show;
  GPtrArray   *records; /* of BaryRecord: copies of those there are, new ones for the others */
  BaryChanges *changes;
} Edit;

static BaryStore *
store_of (BaryShow *show)
{
  return bary_session_get_store (bary_show_get_session (show));
}

static BaryShowStep *
step_at (BaryShow *show,
         guint     index)
{
  return bary_show_get_presentation (show)->slides->pdata[index];
}

static BaryRecord *
find_record (BaryShow   *show,
             const char *id)
{
  return id != NULL ? bary_store_get (store_of (show), BARY_KIND_SLIDE, id, NULL) : NULL;
}

/* Steps that are only offered stay out of it; they stand last. */
static void
begin (Edit     *edit,
       BaryShow *show)
{
  BaryPresentation *presentation = bary_show_get_presentation (show);

  edit->show = show;
  edit->records = g_ptr_array_new_with_free_func (g_object_unref);
  edit->changes = bary_changes_new ();
  for (guint i = 0; i < presentation->slides->len; i++)
    {
      const BaryShowStep *step = presentation->slides->pdata[i];
      g_autoptr (BaryRecord) record = find_record (show, step->record);

      if (step->state != BARY_SHOW_STEP_NEW)
        g_ptr_array_add (edit->records, record != NULL ? bary_record_copy (record)
                                                       : bary_show_step_to_record (step, presentation, i + 1));
    }
}

/* @name, @subject: as in bary_store_commit */
static void
finish (Edit       *edit,
        const char *name,
        const char *subject)
{
  for (guint i = 0; i < edit->records->len; i++)
    {
      BaryRecord *record = edit->records->pdata[i];
      g_autoptr (BaryRecord) before = find_record (edit->show, bary_record_get_id (record));
      g_autofree char *ordinal = g_strdup_printf ("%u", i + 1);

      bary_record_set_all (record, "ordinal", ordinal, NULL);
      if (before != NULL)
        bary_changes_update (edit->changes, before, record);
      else
        bary_changes_add (edit->changes, record);
    }
  bary_session_commit (bary_show_get_session (edit->show), name, subject, edit->changes);
  g_ptr_array_unref (edit->records);
  bary_changes_free (edit->changes);
}

static void
set_field (BaryShow   *self,
           guint       index,
           const char *field,
           const char *value,
           const char *name)
{
  g_autofree char *caption = g_strdup (step_at (self, index)->caption);
  Edit edit;

  begin (&edit, self);
  if (index < edit.records->len)
    bary_record_set_all (edit.records->pdata[index], field, value, NULL);
  finish (&edit, name, caption);
}

void
bary_show_edit_move (BaryShow *self,
                     guint     index,
                     int       by)
{
  g_autofree char *caption = g_strdup (step_at (self, index)->caption);
  int target;
  Edit edit;

  begin (&edit, self);
  target = CLAMP ((int) index + by, 0, (int) edit.records->len - 1);
  if (index < edit.records->len)
    g_ptr_array_insert (edit.records, target, g_ptr_array_steal_index (edit.records, index));
  finish (&edit, N_("Move the step “%s”"), caption);
}

void
bary_show_edit_set_caption (BaryShow   *self,
                            guint       index,
                            const char *caption)
{
  set_field (self, index, "caption", caption, N_("Rename the step “%s”"));
}

void
bary_show_edit_set_note (BaryShow   *self,
                         guint       index,
                         const char *note)
{
  set_field (self, index, "note", note, N_("Change the note of the step “%s”"));
}

void
bary_show_edit_set_hidden (BaryShow *self,
                           guint     index,
                           gboolean  hidden)
{
  set_field (self, index, "hidden", hidden ? "yes" : NULL, hidden ? N_("Pass over the step “%s”") : N_("Present the step “%s”"));
}

void
bary_show_edit_remove (BaryShow *self,
                       guint     index)
{
  g_autofree char *caption = g_strdup (step_at (self, index)->caption);
  g_autoptr (BaryRecord) record = find_record (self, step_at (self, index)->record);
  Edit edit;

  begin (&edit, self);
  if (record != NULL)
    bary_changes_remove (edit.changes, record);
  if (index < edit.records->len)
    g_ptr_array_remove_index (edit.records, index);
  finish (&edit, N_("Remove the step “%s”"), caption);
}

/* Where it stands among the derived steps: after those that come before it there. */
static guint
find_place (BaryShow           *self,
            const BaryShowStep *step)
{
  const BaryPresentation *presentation = bary_show_get_presentation (self);
  guint place = 0;

  for (guint i = 0; i < presentation->derived->len; i++)
    {
      const BaryShowStep *earlier = presentation->derived->pdata[i];

      if (earlier->kind == step->kind && g_strcmp0 (earlier->subject, step->subject) == 0)
        break;
      for (guint j = place; j < presentation->slides->len; j++)
        {
          const BaryShowStep *kept = presentation->slides->pdata[j];

          if (kept->state != BARY_SHOW_STEP_NEW && kept->kind == earlier->kind && g_strcmp0 (kept->subject, earlier->subject) == 0)
            place = j + 1;
        }
    }
  return place;
}

void
bary_show_edit_accept (BaryShow *self,
                       guint     index)
{
  BaryPresentation *presentation = bary_show_get_presentation (self);
  const BaryShowStep *step = step_at (self, index);
  g_autofree char *caption = g_strdup (step->caption);
  guint place = find_place (self, step);
  Edit edit;

  begin (&edit, self);
  place = MIN (place, edit.records->len);
  g_ptr_array_insert (edit.records, (int) place, bary_show_step_to_record (step, presentation, place + 1));
  finish (&edit, N_("Add the step “%s”"), caption);
}

void
bary_show_edit_add_view (BaryShow           *self,
                         guint               index,
                         const BaryShowStep *view)
{
  Edit edit;
  guint place;

  begin (&edit, self);
  place = MIN (index + 1, edit.records->len);
  g_ptr_array_insert (edit.records, (int) place, bary_show_step_to_record (view, bary_show_get_presentation (self), place + 1));
  finish (&edit, N_("Add the step “%s”"), view->own_caption);
}

void
bary_show_edit_restore (BaryShow *self)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  const GPtrArray *slides = bary_show_get_presentation (self)->slides;

  for (guint i = 0; i < slides->len; i++)
    {
      g_autoptr (BaryRecord) record = find_record (self, ((BaryShowStep *) slides->pdata[i])->record);

      if (record != NULL)
        bary_changes_remove (changes, record);
    }
  if (bary_changes_get_length (changes) > 0)
    bary_session_commit (bary_show_get_session (self), N_("Restore the steps of the presentation"), NULL, changes);
}
