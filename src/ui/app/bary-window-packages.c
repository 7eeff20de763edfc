#include "bary-window-private.h"

#include "bary-config.h"
#include "bary-dialogs.h"
#include "bary-dispatch-dialog.h"
#include "bary-samples.h"
#include "bary-store-network.h"

#include <glib/gi18n-lib.h>

/* What comes from outside */

static void
import_chosen_cb (GFile    *file,
                  gpointer  window)
{
  g_autoptr (BaryWindow) self = window;

  if (file != NULL)
    bary_window_import_file (self, file);
}

static void
import_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  bary_dialogs_open_file (GTK_WINDOW (widget), _("Import a package"), _("Packages"), "*.xml*", import_chosen_cb,
                          g_object_ref (widget));
}

static gboolean
drop_cb (BaryWindow   *self,
         const GValue *value)
{
  GSList *files = g_value_get_boxed (value);

  if (!bary_window_is_writable (self) && bary_session_get_store (self->session) != NULL)
    return FALSE;

  for (GSList *l = files; l != NULL; l = l->next)
    bary_window_import_file (self, l->data);
  return TRUE;
}

void
bary_window_accept_drops (BaryWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* Samples */

static gboolean
samples_work (BaryJob   *job,
              gpointer   path,
              GError   **error)
{
  g_autoptr (BaryStore) store = bary_store_open (path, BARY_DATABASE_READ_WRITE, error);

  return store != NULL && bary_samples_fill (store, bary_job_get_cancellable (job), error);
}

static void
samples_done_cb (gpointer      window,
                 gpointer      path,
                 const GError *error)
{
  BaryWindow *self = window;
  g_autoptr (GError) failure = NULL;

  if (self->session == NULL || bary_session_get_store (self->session) == NULL)
    return;
  if (error != NULL)
    bary_window_fail (self, _("The samples were not brought in"), error);
  /* What was laid out while they came depends on how far they had come. */
  if (!bary_store_poll (bary_session_get_store (self->session), &failure) ||
      !bary_store_forget_layout (bary_session_get_store (self->session), &failure))
    bary_session_fail (self->session, failure);
}

void
bary_window_fill_samples (BaryWindow *self)
{
  g_autoptr (BaryJob) job = bary_job_new (_("Bringing in the samples"));

  bary_window_run (self, job, samples_work, samples_done_cb, g_strdup (self->path), g_free);
}

/* Export */

static void
present_dispatch (BaryWindow *self,
                  const char *kind,
                  const char *subject)
{
  if (bary_session_get_store (self->session) != NULL)
    gtk_window_present (GTK_WINDOW (bary_dispatch_dialog_new (GTK_WINDOW (self), self->session, kind, *subject != '\0' ? subject : NULL)));
}

/* @parameter: a kind of package, and the id of what it is of; empty: what the session has chosen */
static void
send_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  const char *kind, *subject;

  g_variant_get (parameter, "(&s&s)", &kind, &subject);
  present_dispatch (BARY_WINDOW (widget), kind, subject);
}

static void
export_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  present_dispatch (BARY_WINDOW (widget), "all", "");
}

static void
import_file_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_string (parameter, NULL));

  bary_window_import_file (BARY_WINDOW (widget), file);
}

void
bary_window_class_install_packages (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "win.import-file", "s", import_file_cb);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "win.send", "(ss)", send_cb);
}
