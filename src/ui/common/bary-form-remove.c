#include "bary-form-page.h"

#include "bary-config.h"
#include "bary-dependents.h"
#include "bary-dialogs.h"

#include <glib/gi18n-lib.h>

/* The rest is a number. */
#define MOST_NAMED 12

typedef struct {
  BarySession *session;
  BaryRecord  *record;
  GPtrArray   *dependents;
} Removal;

static void
removal_free (Removal *removal)
{
  g_object_unref (removal->session);
  g_object_unref (removal->record);
  g_ptr_array_unref (removal->dependents);
  g_free (removal);
}

static void
remove_all (Removal *removal)
{
  BaryStore *store = bary_session_get_store (removal->session);
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryChanges) changes = bary_dependents_remove (store, removal->record, removal->dependents, &error);
  g_autofree char *subject = bary_store_describe (store, removal->record);

  if (changes != NULL)
    bary_session_commit (removal->session, N_("Remove %s"), subject, changes);
  else
    bary_session_fail (removal->session, error);
}

static char *
list_dependents (Removal *removal)
{
  BaryStore *store = bary_session_get_store (removal->session);
  GString *list = g_string_new (_("These cannot be without it:"));
  guint more = removal->dependents->len > MOST_NAMED ? removal->dependents->len - MOST_NAMED : 0;

  for (guint i = 0; i < MIN (removal->dependents->len, MOST_NAMED); i++)
    {
      BaryRecord *dependent = removal->dependents->pdata[i];
      g_autofree char *words = bary_store_describe (store, dependent);

      g_string_append_printf (list, "\n%s: %s", _(bary_record_get_info (dependent)->label), words);
    }
  if (more > 0)
    {
      g_string_append_c (list, '\n');
      g_string_append_printf (list, ngettext ("and %u more", "and %u more", more), more);
    }
  return g_string_free (list, FALSE);
}

static void
ask (GtkWidget *parent,
     Removal   *removal)
{
  guint n = removal->dependents->len;
  g_autofree char *name = bary_store_describe (bary_session_get_store (removal->session), removal->record);
  /* Translators: %s: what is removed */
  g_autofree char *heading = g_strdup_printf (_("Remove “%s”?"), name);
  g_autofree char *body = list_dependents (removal);
  g_autofree char *label = g_strdup_printf (ngettext ("_Remove Together with %u Record",
                                                      "_Remove Together with %u Records", n), n);

  bary_dialogs_confirm (GTK_WINDOW (gtk_widget_get_root (parent)), heading, body, label,
                        (BaryConfirmed) remove_all, removal, (GDestroyNotify) removal_free);
}

void
bary_form_remove_record (GtkWidget   *parent,
                         BarySession *session,
                         BaryRecord  *record)
{
  g_autoptr (GError) error = NULL;
  Removal *removal = g_new0 (Removal, 1);

  removal->session = g_object_ref (session);
  removal->record = g_object_ref (record);
  removal->dependents = bary_dependents_collect (bary_session_get_store (session), record, &error);
  if (removal->dependents == NULL)
    {
      removal->dependents = g_ptr_array_new ();
      bary_session_fail (session, error);
      removal_free (removal);
    }
  else if (removal->dependents->len > 0)
    ask (parent, removal);
  else
    {
      remove_all (removal);
      removal_free (removal);
    }
}
