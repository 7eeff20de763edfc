#include "bary-window-private.h"

#include "bary-backup.h"
#include "bary-config.h"
#include "bary-dialogs.h"
#include "bary-new-centre-dialog.h"

#include <glib/gi18n-lib.h>

/* A window that stays open for days gets its backup each day too. */
#define BACKUP_EVERY_S (60 * 60)

void
bary_window_run (BaryWindow     *self,
                 BaryJob        *job,
                 BaryJobWork     work,
                 BaryJobDone     done,
                 gpointer        data,
                 GDestroyNotify  destroy)
{
  bary_job_run (job, work, done, G_OBJECT (self), data, destroy);
  bary_job_bar_add (self->jobs, job);
}

/* Opening */

static gboolean
open_store (BaryWindow       *self,
            const char       *path,
            BaryDatabaseMode  mode)
{
  BaryProgram *application = BARY_PROGRAM (gtk_window_get_application (GTK_WINDOW (self)));
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryStore) store = bary_program_open_store (application, path, mode, &error);

  if (store != NULL)
    {
      bary_window_show_store (self, store);
      return TRUE;
    }

  bary_window_show_trouble (self, path, error);
  return FALSE;
}

static void
backup_done_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      window)
{
  g_autoptr (BaryWindow) self = window;
  g_autoptr (GError) error = NULL;

  if (!bary_backup_keep_daily_finish (result, &error) && self->session != NULL)
    bary_session_fail (self->session, error);
}

static gboolean
backup_cb (gpointer window)
{
  BaryWindow *self = window;

  if (bary_window_is_writable (self))
    bary_backup_keep_daily_async (self->path, NULL, backup_done_cb, g_object_ref (self));
  return G_SOURCE_CONTINUE;
}

static gboolean
first_backup_cb (gpointer window)
{
  BaryWindow *self = window;

  self->backup_source = g_timeout_add_seconds (BACKUP_EVERY_S, backup_cb, self);
  backup_cb (self);
  return G_SOURCE_REMOVE;
}

static void
set_path (BaryWindow *self,
          const char *path)
{
  /* Callers may pass what it is already. */
  if (g_strcmp0 (self->path, path) == 0)
    return;

  g_free (self->path);
  self->path = g_strdup (path);
}

void
bary_window_open_database (BaryWindow *self,
                           const char *path)
{
  g_return_if_fail (BARY_IS_WINDOW (self) && path != NULL);

  set_path (self, path);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      bary_window_show_page (self, "welcome");
      return;
    }

  if (open_store (self, path, BARY_DATABASE_READ_WRITE))
    bary_window_look_home (self);
  /* After the first frame, so that nobody waits for it. */
  if (self->backup_source == 0)
    self->backup_source = g_timeout_add_seconds (5, first_backup_cb, self);
}

static void
opened_cb (GFile    *file,
           gpointer  window)
{
  g_autoptr (BaryWindow) self = window;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL)
    return;
  if (bary_session_get_store (self->session) == NULL)
    bary_window_open_database (self, path);
  else
    bary_program_open_window (BARY_PROGRAM (gtk_window_get_application (GTK_WINDOW (self))), path);
}

static void
open_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  bary_dialogs_open_file (GTK_WINDOW (widget), _("Open a database"), _("Databases"), "*.db", opened_cb,
                          g_object_ref (widget));
}

static void
open_read_only_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  open_store (BARY_WINDOW (widget), BARY_WINDOW (widget)->path, BARY_DATABASE_READ_ONLY);
}

static void
try_again_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  g_autofree char *path = g_strdup (BARY_WINDOW (widget)->path);

  bary_window_open_database (BARY_WINDOW (widget), path);
}

static void
new_window_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  BaryWindow *self = BARY_WINDOW (widget);

  bary_program_open_window (BARY_PROGRAM (gtk_window_get_application (GTK_WINDOW (self))), self->path);
}

/* A new database */

static gboolean
make_database (BaryWindow *self,
               const char *path)
{
  BaryProgram *application = BARY_PROGRAM (gtk_window_get_application (GTK_WINDOW (self)));
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryStore) store = NULL;

  /* A folder that cannot be made is told by the opening that follows. */
  g_mkdir_with_parents (folder, 0700);
  set_path (self, path);
  store = bary_program_open_store (application, path, BARY_DATABASE_CREATE, &error);
  if (store == NULL)
    {
      bary_window_fail (self, _("The database was not made"), error);
      return FALSE;
    }

  bary_window_show_store (self, store);
  if (self->backup_source == 0)
    self->backup_source = g_timeout_add_seconds (BACKUP_EVERY_S, backup_cb, self);
  return TRUE;
}

void
bary_window_make_database (BaryWindow *self,
                           const char *path,
                           gboolean    samples)
{
  if (make_database (self, path) && samples)
    bary_window_fill_samples (self);
}

static void
fill_samples_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  g_autofree char *path = g_strdup (BARY_WINDOW (widget)->path);

  bary_window_make_database (BARY_WINDOW (widget), path, TRUE);
}

static void
make_centre (BaryWindow *self,
             const char *path,
             BaryRecord *centre)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (GError) error = NULL;
  BaryStore *store;

  if (!make_database (self, path))
    return;

  store = bary_session_get_store (self->session);
  bary_changes_add (changes, centre);
  if (!bary_store_set_meta (store, BARY_META_OWN_CENTRE, bary_record_get_id (centre), &error))
    bary_window_fail (self, _("The centre was not written"), error);
  else
    bary_session_commit (self->session, N_("Add the centre “%s”"), bary_record_get_name (centre), changes);
}

typedef struct {
  BaryWindow *window;
  BaryRecord *centre;
} NewCentre;

static void
place_chosen_cb (GFile    *file,
                 gpointer  data)
{
  NewCentre *request = data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    {
      GtkApplication *application = gtk_window_get_application (GTK_WINDOW (request->window));
      BaryWindow *window = bary_window_new (BARY_PROGRAM (application));

      make_centre (window, path, request->centre);
      gtk_window_present (GTK_WINDOW (window));
    }

  g_object_unref (request->window);
  g_object_unref (request->centre);
  g_free (request);
}

/* The first one lies where the program looks for it; another beside it, where the person says. */
static void
centre_made_cb (BaryWindow *self,
                BaryRecord *centre)
{
  g_autofree char *path = g_strdup (self->path);
  NewCentre *request;

  if (bary_session_get_store (self->session) == NULL && !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      make_centre (self, path, centre);
      return;
    }

  request = g_new0 (NewCentre, 1);
  request->window = g_object_ref (self);
  request->centre = g_object_ref (centre);
  bary_dialogs_save_file (GTK_WINDOW (self), _("Where the new file is to lie"), _("centre.db"), place_chosen_cb, request);
}

static void
new_centre_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  BaryNewCentreDialog *dialog = bary_new_centre_dialog_new (GTK_WINDOW (widget));

  g_signal_connect_object (dialog, "made", G_CALLBACK (centre_made_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
bary_window_class_install_files (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "win.open-read-only", NULL, open_read_only_cb);
  gtk_widget_class_install_action (widget_class, "win.try-again", NULL, try_again_cb);
  gtk_widget_class_install_action (widget_class, "win.new-window", NULL, new_window_cb);
  gtk_widget_class_install_action (widget_class, "win.fill-samples", NULL, fill_samples_cb);
  gtk_widget_class_install_action (widget_class, "win.new-centre", NULL, new_centre_cb);
}
