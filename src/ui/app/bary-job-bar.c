#include "bary-job-bar.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

#define LOOK_EVERY_MS 80
#define SHOWN_AFTER_LOOKS 4

struct _BaryJobBar {
  AdwBin          parent_instance;

  /* template */
  GtkRevealer    *revealer;
  GtkLabel       *title;
  GtkProgressBar *progress;

  /* owned */
  GQueue          jobs;
  guint           source;
  guint           looks;
};

G_DEFINE_FINAL_TYPE (BaryJobBar, bary_job_bar, ADW_TYPE_BIN)

static BaryJob *
get_current (BaryJobBar *self)
{
  BaryJob *job;

  while ((job = g_queue_peek_head (&self->jobs)) != NULL && !bary_job_is_running (job))
    {
      g_object_unref (g_queue_pop_head (&self->jobs));
      self->looks = 0;
    }
  return job;
}

static void
show_job (BaryJobBar *self,
          BaryJob    *job)
{
  double fraction = bary_job_get_fraction (job);

  gtk_label_set_label (self->title, bary_job_get_title (job));
  if (fraction < 0)
    gtk_progress_bar_pulse (self->progress);
  else
    gtk_progress_bar_set_fraction (self->progress, fraction);
}

static gboolean
look_cb (gpointer data)
{
  BaryJobBar *self = data;
  BaryJob *job = get_current (self);

  if (job == NULL)
    {
      gtk_revealer_set_reveal_child (self->revealer, FALSE);
      self->source = 0;
      return G_SOURCE_REMOVE;
    }

  if (++self->looks >= SHOWN_AFTER_LOOKS)
    {
      show_job (self, job);
      gtk_revealer_set_reveal_child (self->revealer, TRUE);
    }
  return G_SOURCE_CONTINUE;
}

static void
cancel_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  BaryJob *job = get_current (BARY_JOB_BAR (widget));

  if (job != NULL)
    g_cancellable_cancel (bary_job_get_cancellable (job));
}

static void
bary_job_bar_dispose (GObject *object)
{
  BaryJobBar *self = BARY_JOB_BAR (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_queue_clear_full (&self->jobs, g_object_unref);

  G_OBJECT_CLASS (bary_job_bar_parent_class)->dispose (object);
}

static void
bary_job_bar_class_init (BaryJobBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_job_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/app/bary-job-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryJobBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, BaryJobBar, title);
  gtk_widget_class_bind_template_child (widget_class, BaryJobBar, progress);
  gtk_widget_class_install_action (widget_class, "job.cancel", NULL, cancel_cb);
}

static void
bary_job_bar_init (BaryJobBar *self)
{
  g_queue_init (&self->jobs);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bary_job_bar_add (BaryJobBar *self,
                  BaryJob    *job)
{
  g_return_if_fail (BARY_IS_JOB_BAR (self) && BARY_IS_JOB (job));

  g_queue_push_tail (&self->jobs, g_object_ref (job));
  if (self->source == 0)
    self->source = g_timeout_add (LOOK_EVERY_MS, look_cb, self);
}
