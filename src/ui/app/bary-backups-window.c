#include "bary-backups-window.h"

#include "bary-backup.h"
#include "bary-config.h"
#include "bary-date.h"
#include "bary-dialogs.h"
#include "bary-job.h"
#include "bary-rows.h"

#include <glib/gi18n-lib.h>

struct _BaryBackupsWindow {
  AdwWindow            parent_instance;

  /* template */
  GtkStack            *pages;
  AdwPreferencesGroup *group;

  /* owned */
  char                *path;
  GPtrArray           *rows;   /* of AdwActionRow, borrowed from the group */
};

G_DEFINE_FINAL_TYPE (BaryBackupsWindow, bary_backups_window, ADW_TYPE_WINDOW)

enum {
  RESTORE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
add_row (BaryBackupsWindow *self,
         const BaryBackup  *backup)
{
  g_autofree char *words = bary_date_to_words (backup->date);
  g_autofree char *size = g_format_size (backup->size);
  GtkWidget *button = gtk_button_new_with_label (_("Restore…"));
  GtkWidget *row = bary_rows_add (self->rows, self->group, words, size);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "backups.restore");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", backup->path);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
refresh (BaryBackupsWindow *self)
{
  g_autoptr (GPtrArray) backups = bary_backup_list (self->path);

  bary_rows_clear (self->rows);
  for (guint i = 0; i < backups->len; i++)
    add_row (self, backups->pdata[i]);

  gtk_stack_set_visible_child_name (self->pages, backups->len > 0 ? "backups" : "empty");
}

typedef struct {
  BaryBackupsWindow *window;
  char              *backup;
} Choice;

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_object_unref (choice->window);
  g_free (choice->backup);
  g_free (choice);
}

static void
confirmed_cb (gpointer data)
{
  Choice *choice = data;

  g_signal_emit (choice->window, signals[RESTORE], 0, choice->backup);
  gtk_window_destroy (GTK_WINDOW (choice->window));
}

static void
restore_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->window = g_object_ref (BARY_BACKUPS_WINDOW (widget));
  choice->backup = g_variant_dup_string (parameter, NULL);
  bary_dialogs_confirm (GTK_WINDOW (widget), _("Restore this backup?"),
                        _("The database becomes what it was on that day. The present file is kept beside it."),
                        _("Restore"), confirmed_cb, choice, choice_free);
}

/* Making one now */

/* Today's, if it is there already, is made anew. */
static gboolean
make_work (BaryJob   *job,
           gpointer   path,
           GError   **error)
{
  g_autoptr (GPtrArray) backups = bary_backup_list (path);
  const BaryBackup *newest = backups->len > 0 ? backups->pdata[0] : NULL;
  g_autofree char *today = bary_date_today ();

  if (newest != NULL && g_str_equal (newest->date, today))
    return bary_backup_write (path, newest->path, bary_job_get_cancellable (job), error);
  return bary_backup_keep_daily (path, bary_job_get_cancellable (job), error);
}

static void
made_cb (gpointer      window,
         gpointer      path,
         const GError *error)
{
  BaryBackupsWindow *self = window;

  if (self->rows == NULL)
    return;

  gtk_widget_action_set_enabled (window, "backups.make", TRUE);
  if (error != NULL)
    bary_dialogs_tell (GTK_WINDOW (self), _("The backup was not made"), error->message);
  refresh (self);
}

static void
make_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  BaryBackupsWindow *self = BARY_BACKUPS_WINDOW (widget);
  g_autoptr (BaryJob) job = bary_job_new (_("Making a backup"));

  gtk_widget_action_set_enabled (widget, "backups.make", FALSE);
  bary_job_run (job, make_work, made_cb, G_OBJECT (self), g_strdup (self->path), g_free);
}

static void
bary_backups_window_dispose (GObject *object)
{
  BaryBackupsWindow *self = BARY_BACKUPS_WINDOW (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (bary_backups_window_parent_class)->dispose (object);
}

static void
bary_backups_window_class_init (BaryBackupsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_backups_window_dispose;

  signals[RESTORE] = g_signal_new ("restore", BARY_TYPE_BACKUPS_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/barycenter/Barycenter/ui/app/bary-backups-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryBackupsWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, BaryBackupsWindow, group);
  gtk_widget_class_install_action (widget_class, "backups.restore", "s", restore_cb);
  gtk_widget_class_install_action (widget_class, "backups.make", NULL, make_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bary_backups_window_init (BaryBackupsWindow *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

BaryBackupsWindow *
bary_backups_window_new (GtkWindow  *parent,
                         const char *path)
{
  BaryBackupsWindow *self = g_object_new (BARY_TYPE_BACKUPS_WINDOW, "transient-for", parent, "modal", TRUE, NULL);

  self->path = g_strdup (path);
  refresh (self);
  return self;
}
