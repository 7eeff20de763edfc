#include "bary-window-private.h"

#include "bary-config.h"
#include "bary-home.h"

#include <glib/gi18n-lib.h>

static void
answered_cb (AdwMessageDialog *dialog,
             const char       *response,
             BaryWindow       *self)
{
  BaryStore *store = self->session != NULL ? bary_session_get_store (self->session) : NULL;
  g_autoptr (GError) error = NULL;

  if (store == NULL || g_str_equal (response, "later"))
    return;
  if (!bary_home_settle (store, g_str_equal (response, "copy"), &error))
    bary_session_fail (self->session, error);
  bary_session_note_exchange (self->session);
}

/* @twin: (nullable): the other file, if it is on this computer */
static void
ask (BaryWindow *self,
     const char *twin)
{
  g_autofree char *body = twin != NULL
    /* Translators: %s: a file */
    ? g_strdup_printf (_("It is the same database as “%s”. Two that are edited apart need to be told apart: "
                         "as a copy, this one exchanges packages as a database of its own."), twin)
    : g_strdup (_("Another computer or account had this database last. If it goes on being used there, this one is a copy: "
                  "then it exchanges packages as a database of its own, and neither takes the other’s edits for its own."));
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), _("Moved or Copied?"), body));

  adw_message_dialog_add_responses (dialog, "later", _("_Ask Later"), "moved", _("It Was _Moved"), "copy", _("It Is a _Copy"), NULL);
  adw_message_dialog_set_response_enabled (dialog, "moved", twin == NULL);
  adw_message_dialog_set_response_appearance (dialog, "copy", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (dialog, "later");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
look_cb (gpointer window)
{
  BaryWindow *self = window;
  BaryStore *store = self->session != NULL ? bary_session_get_store (self->session) : NULL;
  g_autofree char *twin = NULL;
  g_autoptr (GError) error = NULL;
  BaryHome home;

  if (store == NULL)
    return G_SOURCE_REMOVE;
  if (!bary_home_look (store, &home, &twin, &error))
    bary_session_fail (self->session, error);
  else if (home != BARY_HOME_HERE)
    ask (self, twin);
  return G_SOURCE_REMOVE;
}

/* The window comes first. */
void
bary_window_look_home (BaryWindow *self)
{
  g_idle_add_full (G_PRIORITY_LOW, look_cb, g_object_ref (self), g_object_unref);
}
