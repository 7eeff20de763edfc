#include "bary-check-window.h"

#include "bary-check-report.h"
#include "bary-check.h"
#include "bary-config.h"
#include "bary-dialogs.h"
#include "bary-job.h"
#include "bary-report-print.h"
#include "bary-rows.h"

#include <glib/gi18n-lib.h>

struct _BaryCheckWindow {
  AdwWindow            parent_instance;

  /* template */
  GtkButton           *again;
  GtkProgressBar      *progress;
  AdwPreferencesGroup *parts;
  AdwPreferencesGroup *faults;
  GtkWidget           *salvage;

  /* owned */
  BarySession         *session;
  char                *path;
  BaryJob             *job;
  BaryCheckup         *checkup;      /* NULL while it goes on */
  GPtrArray           *fault_rows;   /* of AdwActionRow, borrowed from the group */

  /* borrowed from the group */
  AdwActionRow        *rows[BARY_CHECK_N_PARTS];
  GtkSpinner          *spinners[BARY_CHECK_N_PARTS];
  GtkImage            *marks[BARY_CHECK_N_PARTS];
};

G_DEFINE_FINAL_TYPE (BaryCheckWindow, bary_check_window, ADW_TYPE_WINDOW)

/* Rows */

static BaryCheckLine
make_line (BaryCheckPart           part,
           const BaryCheckFinding *finding)
{
  return (BaryCheckLine) { bary_check_part_get_label (part), finding->found, finding->done, finding->n_problems };
}

static void
show_finding (BaryCheckWindow        *self,
              BaryCheckPart           part,
              const BaryCheckFinding *finding)
{
  BaryCheckLine line = make_line (part, finding);
  const char *outcome = bary_check_line_get_outcome (&line);
  gboolean sound = line.done && line.n_problems == 0;
  g_autofree char *words = line.found != NULL ? g_strdup_printf ("%s · %s", outcome, line.found) : g_strdup (outcome);

  adw_action_row_set_subtitle (self->rows[part], words);
  gtk_spinner_stop (self->spinners[part]);
  gtk_widget_set_visible (GTK_WIDGET (self->spinners[part]), FALSE);
  gtk_image_set_from_icon_name (self->marks[part], sound ? "object-select-symbolic" : "dialog-warning-symbolic");
  gtk_widget_remove_css_class (GTK_WIDGET (self->marks[part]), sound ? "warning" : "success");
  gtk_widget_add_css_class (GTK_WIDGET (self->marks[part]), sound ? "success" : "warning");
  gtk_widget_set_visible (GTK_WIDGET (self->marks[part]), TRUE);
}

static void
add_part_row (BaryCheckWindow *self,
              BaryCheckPart    part)
{
  self->rows[part] = ADW_ACTION_ROW (bary_rows_make (bary_check_part_get_label (part), NULL));
  self->spinners[part] = GTK_SPINNER (gtk_spinner_new ());
  self->marks[part] = GTK_IMAGE (gtk_image_new ());
  adw_action_row_set_subtitle_lines (self->rows[part], 3);
  adw_action_row_add_suffix (self->rows[part], GTK_WIDGET (self->spinners[part]));
  adw_action_row_add_suffix (self->rows[part], GTK_WIDGET (self->marks[part]));
  adw_preferences_group_add (self->parts, GTK_WIDGET (self->rows[part]));
}

static void
add_fault_row (BaryCheckWindow *self,
               const char      *problem)
{
  GtkWidget *row = bary_rows_add (self->fault_rows, self->faults, problem, NULL);

  adw_preferences_row_set_title_selectable (ADW_PREFERENCES_ROW (row), TRUE);
}

static void
clear_rows (BaryCheckWindow *self)
{
  for (guint part = 0; part < BARY_CHECK_N_PARTS; part++)
    {
      adw_action_row_set_subtitle (self->rows[part], _("waiting"));
      gtk_widget_set_visible (GTK_WIDGET (self->spinners[part]), TRUE);
      gtk_spinner_start (self->spinners[part]);
      gtk_widget_set_visible (GTK_WIDGET (self->marks[part]), FALSE);
    }
  bary_rows_clear (self->fault_rows);
  gtk_widget_set_visible (GTK_WIDGET (self->faults), FALSE);
  gtk_progress_bar_set_fraction (self->progress, 0);
}

static void
set_running (BaryCheckWindow *self,
             gboolean         running)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_set_visible (GTK_WIDGET (self->progress), running);
  gtk_button_set_label (self->again, running ? _("Stop") : _("Check Again"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->again), running ? "check.stop" : "check.run");
  gtk_widget_action_set_enabled (widget, "check.print", !running && self->checkup != NULL);
  gtk_widget_action_set_enabled (widget, "check.save", !running && self->checkup != NULL);
}

/* The check itself */

typedef struct {
  BaryCheckWindow *window; /* (owned) */
  BaryCheckPart    part;
  BaryCheckFinding finding;
} Step;

static gboolean
step_cb (gpointer data)
{
  Step *step = data;
  BaryCheckWindow *self = step->window;

  if (self->path != NULL)
    {
      show_finding (self, step->part, &step->finding);
      gtk_progress_bar_set_fraction (self->progress, (step->part + 1.0) / BARY_CHECK_N_PARTS);
    }
  return G_SOURCE_REMOVE;
}

static void
step_free (gpointer data)
{
  Step *step = data;

  g_object_unref (step->window);
  g_free (step->finding.found);
  g_free (step);
}

/* In the thread. */
static void
part_done_cb (BaryCheckPart           part,
              const BaryCheckFinding *finding,
              gpointer                window)
{
  Step *step = g_new0 (Step, 1);

  step->window = g_object_ref (window);
  step->part = part;
  step->finding = *finding;
  step->finding.found = g_strdup (finding->found);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, step_cb, step, step_free);
}

typedef struct {
  BaryCheckWindow *window; /* kept alive by the job */
  char            *path;
  BaryCheckup     *checkup;
} Check;

static void
check_free (gpointer data)
{
  Check *check = data;

  g_clear_pointer (&check->checkup, bary_checkup_free);
  g_free (check->path);
  g_free (check);
}

static gboolean
check_work (BaryJob   *job,
            gpointer   data,
            GError   **error)
{
  Check *check = data;

  check->checkup = bary_check_all (check->path, part_done_cb, check->window, bary_job_get_cancellable (job), error);
  return check->checkup != NULL;
}

static void
show_outcome (BaryCheckWindow *self)
{
  for (guint part = 0; part < BARY_CHECK_N_PARTS; part++)
    show_finding (self, part, &self->checkup->findings[part]);
  for (guint i = 0; i < self->checkup->problems->len; i++)
    add_fault_row (self, self->checkup->problems->pdata[i]);
  gtk_widget_set_visible (self->salvage, self->checkup->findings[BARY_CHECK_PAGES].n_problems > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->faults), self->checkup->problems->len > 0);
}

static void
show_stopped (BaryCheckWindow *self)
{
  static const BaryCheckFinding none;

  for (guint part = 0; part < BARY_CHECK_N_PARTS; part++)
    if (gtk_widget_get_visible (GTK_WIDGET (self->spinners[part])))
      show_finding (self, part, &none);
}

static void
done_cb (gpointer      window,
         gpointer      data,
         const GError *error)
{
  BaryCheckWindow *self = window;
  Check *check = data;

  g_clear_object (&self->job);
  if (self->path == NULL)
    return;

  self->checkup = g_steal_pointer (&check->checkup);
  if (self->checkup != NULL)
    show_outcome (self);
  else
    show_stopped (self);
  set_running (self, FALSE);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    bary_dialogs_tell (GTK_WINDOW (self), _("The file was not checked"), error->message);
}

static void
run (BaryCheckWindow *self)
{
  Check *check = g_new0 (Check, 1);

  check->window = self;
  check->path = g_strdup (self->path);
  g_clear_pointer (&self->checkup, bary_checkup_free);
  clear_rows (self);
  set_running (self, TRUE);
  self->job = bary_job_new (_("Checking the file"));
  bary_job_run (self->job, check_work, done_cb, G_OBJECT (self), check, check_free);
}

static void
run_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  if (BARY_CHECK_WINDOW (widget)->job == NULL)
    run (BARY_CHECK_WINDOW (widget));
}

static void
stop (BaryCheckWindow *self)
{
  if (self->job != NULL)
    g_cancellable_cancel (bary_job_get_cancellable (self->job));
}

static void
stop_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  stop (BARY_CHECK_WINDOW (widget));
}

/* Onto paper */

static BaryReport *
make_report (BaryCheckWindow *self)
{
  BaryCheckLine lines[BARY_CHECK_N_PARTS];

  for (guint part = 0; part < BARY_CHECK_N_PARTS; part++)
    lines[part] = make_line (part, &self->checkup->findings[part]);
  return bary_check_report_new (self->path, lines, BARY_CHECK_N_PARTS, self->checkup->problems);
}

static void
print_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  BaryCheckWindow *self = BARY_CHECK_WINDOW (widget);

  bary_report_print (GTK_WINDOW (self), self->session, make_report (self));
}

static void
chosen_cb (GFile    *file,
           gpointer  window)
{
  g_autoptr (BaryCheckWindow) self = window;

  if (file != NULL && self->checkup != NULL)
    bary_report_write (self->session, make_report (self), g_file_peek_path (file));
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  bary_dialogs_save_file (GTK_WINDOW (widget), _("Save the outcome"), _("check.pdf"), chosen_cb, g_object_ref (widget));
}

/* Its window saves what is whole and opens it. */
static void
salvage_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  g_autoptr (GtkWindow) parent = g_object_ref (gtk_window_get_transient_for (GTK_WINDOW (widget)));

  gtk_window_close (GTK_WINDOW (widget));
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.salvage", NULL);
}

static void
bary_check_window_dispose (GObject *object)
{
  BaryCheckWindow *self = BARY_CHECK_WINDOW (object);

  stop (self);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->checkup, bary_checkup_free);
  g_clear_pointer (&self->fault_rows, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (bary_check_window_parent_class)->dispose (object);
}

static void
bary_check_window_class_init (BaryCheckWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_check_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/app/bary-check-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryCheckWindow, again);
  gtk_widget_class_bind_template_child (widget_class, BaryCheckWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, BaryCheckWindow, parts);
  gtk_widget_class_bind_template_child (widget_class, BaryCheckWindow, faults);
  gtk_widget_class_bind_template_child (widget_class, BaryCheckWindow, salvage);
  gtk_widget_class_install_action (widget_class, "check.run", NULL, run_cb);
  gtk_widget_class_install_action (widget_class, "check.stop", NULL, stop_cb);
  gtk_widget_class_install_action (widget_class, "check.salvage", NULL, salvage_cb);
  gtk_widget_class_install_action (widget_class, "check.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "check.save", NULL, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "check.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "check.save", NULL);
}

static void
bary_check_window_init (BaryCheckWindow *self)
{
  self->fault_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint part = 0; part < BARY_CHECK_N_PARTS; part++)
    add_part_row (self, part);
}

BaryCheckWindow *
bary_check_window_new (GtkWindow   *parent,
                       BarySession *session,
                       const char  *path)
{
  BaryCheckWindow *self = g_object_new (BARY_TYPE_CHECK_WINDOW, "transient-for", parent, "modal", TRUE, NULL);

  self->session = g_object_ref (session);
  self->path = g_strdup (path);
  run (self);
  return self;
}
