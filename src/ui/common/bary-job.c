#include "bary-job.h"

struct _BaryJob {
  GObject          parent_instance;

  char            *title;
  GCancellable    *cancellable;
  BaryJobFraction  fraction;
  GObject         *source;
  gboolean         running;
};

typedef struct {
  BaryJobWork    work;
  BaryJobDone    done;
  GObject       *owner;
  gpointer       data;
  GDestroyNotify destroy;
} Run;

G_DEFINE_FINAL_TYPE (BaryJob, bary_job, G_TYPE_OBJECT)

static void
run_free (Run *run)
{
  if (run->destroy != NULL)
    run->destroy (run->data);
  g_object_unref (run->owner);
  g_free (run);
}

static void
bary_job_finalize (GObject *object)
{
  BaryJob *self = BARY_JOB (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->source);
  g_free (self->title);

  G_OBJECT_CLASS (bary_job_parent_class)->finalize (object);
}

static void
bary_job_class_init (BaryJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bary_job_finalize;
}

static void
bary_job_init (BaryJob *self)
{
  self->cancellable = g_cancellable_new ();
}

BaryJob *
bary_job_new (const char *title)
{
  BaryJob *self = g_object_new (BARY_TYPE_JOB, NULL);

  self->title = g_strdup (title);
  return self;
}

static void
thread_func (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Run *run = task_data;
  GError *error = NULL;

  if (run->work (source, run->data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
finished_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  BaryJob *self = BARY_JOB (source);
  Run *run = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  self->running = FALSE;
  g_task_propagate_boolean (G_TASK (result), &error);
  run->done (run->owner, run->data, error);
}

void
bary_job_run (BaryJob        *self,
              BaryJobWork     work,
              BaryJobDone     done,
              GObject        *owner,
              gpointer        data,
              GDestroyNotify  destroy)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, finished_cb, NULL);
  Run *run = g_new0 (Run, 1);

  run->work = work;
  run->done = done;
  run->owner = g_object_ref (owner);
  run->data = data;
  run->destroy = destroy;
  self->running = TRUE;

  /* What was finished before the cancelling came is finished: the answer must say so. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, run, (GDestroyNotify) run_free);
  g_task_run_in_thread (task, thread_func);
}

const char *
bary_job_get_title (BaryJob *self)
{
  return self->title;
}

gboolean
bary_job_is_running (BaryJob *self)
{
  return self->running;
}

GCancellable *
bary_job_get_cancellable (BaryJob *self)
{
  return self->cancellable;
}

void
bary_job_set_source (BaryJob         *self,
                     BaryJobFraction  fraction,
                     GObject         *object)
{
  self->fraction = fraction;
  g_set_object (&self->source, object);
}

double
bary_job_get_fraction (BaryJob *self)
{
  return self->fraction != NULL ? self->fraction (self->source) : -1;
}
