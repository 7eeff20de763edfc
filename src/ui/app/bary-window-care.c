#include "bary-window-private.h"

#include "bary-backup.h"
#include "bary-backups-window.h"
#include "bary-check-window.h"
#include "bary-config.h"
#include "bary-dialogs.h"

#include <glib/gi18n-lib.h>

static void
check_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  BaryWindow *self = BARY_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (bary_check_window_new (GTK_WINDOW (self), self->session, self->path)));
}

/* Backups */

static void
for_each_window (BaryWindow *self,
                 void      (*act) (BaryWindow *window))
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (application));

  for (GList *l = windows; l != NULL; l = l->next)
    if (BARY_IS_WINDOW (l->data) && g_strcmp0 (BARY_WINDOW (l->data)->path, self->path) == 0)
      act (l->data);
}

static void
release (BaryWindow *self)
{
  bary_window_show_page (self, "busy");
  bary_session_set_store (self->session, NULL);
}

static void
reopen (BaryWindow *self)
{
  g_autofree char *path = g_strdup (self->path);

  bary_window_open_database (self, path);
}

typedef struct {
  char *path;
  char *backup;
  char *kept;
} Restore;

static void
restore_free (Restore *restore)
{
  g_free (restore->path);
  g_free (restore->backup);
  g_free (restore->kept);
  g_free (restore);
}

static gboolean
restore_work (BaryJob   *job,
              gpointer   data,
              GError   **error)
{
  Restore *restore = data;

  return bary_backup_restore (restore->path, restore->backup, &restore->kept, error);
}

static void
restore_done_cb (gpointer      window,
                 gpointer      data,
                 const GError *error)
{
  BaryWindow *self = window;
  Restore *restore = data;
  g_autofree char *kept = restore->kept != NULL ? g_path_get_basename (restore->kept) : NULL;
  g_autofree char *words = NULL;

  if (self->session == NULL)
    return;

  for_each_window (self, reopen);
  if (error != NULL)
    {
      bary_window_fail (self, _("The backup was not restored"), error);
      return;
    }

  /* Translators: %s is the name of a file. */
  words = kept != NULL ? g_strdup_printf (_("The backup is restored; the former file is kept as %s"), kept)
                       : g_strdup (_("The backup is restored"));
  bary_window_toast (self, words);
}

static void
restore_cb (BaryWindow *self,
            const char *backup)
{
  g_autoptr (BaryJob) job = bary_job_new (_("Restoring the backup"));
  Restore *restore = g_new0 (Restore, 1);

  restore->path = g_strdup (self->path);
  restore->backup = g_strdup (backup);
  for_each_window (self, release);
  bary_window_run (self, job, restore_work, restore_done_cb, restore, (GDestroyNotify) restore_free);
}

static void
backups_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  BaryWindow *self = BARY_WINDOW (widget);
  BaryBackupsWindow *backups = bary_backups_window_new (GTK_WINDOW (self), self->path);

  g_signal_connect_object (backups, "restore", G_CALLBACK (restore_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (backups));
}

void
bary_window_class_install_care (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.check", NULL, check_cb);
  gtk_widget_class_install_action (widget_class, "win.backups", NULL, backups_cb);
}
