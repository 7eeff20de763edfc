#include "bary-batch.h"

#include "bary-refusal.h"

/* What reaches the disk together: nobody else can write for so long. */
#define MOST_TOGETHER 128
#define LONGEST_TOGETHER (G_USEC_PER_SEC / 4)
/* How long the others wait for one that is still looked at. */
#define PATIENCE (G_USEC_PER_SEC / 50)
#define MOST_AHEAD 8 /* packages whose records wait in memory */

typedef struct {
  BaryStore       *store;
  GPtrArray       *arrivals;
  const char      *name;
  BaryIntakeFlags  flags;
  GCancellable    *cancellable;
  BaryBatchFunc    told;
  gpointer         user_data;

  GMutex           lock;
  GCond            moved;
  guint            n_looked; /* packages that were looked at; under the lock, as the next */
  guint            n_taken;  /* came in or were refused */
  gboolean         ended;    /* no more are wanted */

  guint            n_told;
  gint64           since;    /* the first of those that are to reach the disk together has come in */
} Batch;

void
bary_arrival_free (BaryArrival *self)
{
  g_clear_object (&self->package);
  bary_import_report_clear (&self->report);
  g_clear_error (&self->error);
  g_free (self->path);
  g_free (self);
}

gboolean
bary_batch_is_fatal (const GError *error)
{
  return error != NULL && error->domain == BARY_STORE_ERROR &&
         error->code != BARY_STORE_ERROR_REFUSED && error->code != BARY_STORE_ERROR_GAP && error->code != BARY_STORE_ERROR_NOT_FOUND;
}

/* Looking ahead, in a thread of its own */

static void
look_at (Batch       *self,
         BaryPorter  *porter,
         BaryArrival *arrival)
{
  arrival->package = bary_package_open (arrival->path, &arrival->error);
  if (arrival->package != NULL && bary_package_check_apart (arrival->package, porter, self->cancellable, &arrival->error))
    bary_package_read_ahead (arrival->package, self->cancellable, &arrival->error);
}

/* Waits until so many of those before have been taken in. Returns: whether more are wanted. */
static gboolean
pass_on (Batch *self)
{
  gboolean wanted;

  g_mutex_lock (&self->lock);
  self->n_looked++;
  g_cond_broadcast (&self->moved);
  while (!self->ended && self->n_looked >= self->n_taken + MOST_AHEAD)
    g_cond_wait (&self->moved, &self->lock);
  wanted = !self->ended;
  g_mutex_unlock (&self->lock);
  return wanted;
}

static gpointer
look_ahead (gpointer user_data)
{
  Batch *self = user_data;
  g_autoptr (BaryPorter) porter = bary_porter_new ();

  for (guint i = 0; i < self->arrivals->len; i++)
    {
      look_at (self, porter, self->arrivals->pdata[i]);
      if (!pass_on (self))
        break;
    }
  return NULL;
}

/* @patience: in microseconds; -1: none is needed. Returns: whether the next one has been looked at. */
static gboolean
wait_for_next (Batch  *self,
               gint64  patience)
{
  gint64 end = g_get_monotonic_time () + patience;
  gboolean looked = TRUE;

  g_mutex_lock (&self->lock);
  while (looked && self->n_looked <= self->n_taken)
    if (patience < 0)
      g_cond_wait (&self->moved, &self->lock);
    else
      looked = g_cond_wait_until (&self->moved, &self->lock, end);
  looked = self->n_looked > self->n_taken;
  g_mutex_unlock (&self->lock);
  return looked;
}

static void
note_taken (Batch *self)
{
  g_mutex_lock (&self->lock);
  self->n_taken++;
  g_cond_broadcast (&self->moved);
  g_mutex_unlock (&self->lock);
}

static void
end_looking (Batch *self)
{
  g_mutex_lock (&self->lock);
  self->ended = TRUE;
  g_cond_broadcast (&self->moved);
  g_mutex_unlock (&self->lock);
}

/* Taking in */

static char *
get_subject (BaryPackage *package)
{
  const char *source = bary_package_get_source (package);

  return source != NULL ? g_strdup (source) : g_path_get_basename (bary_package_get_path (package));
}

static void
take_in (Batch       *self,
         BaryArrival *arrival)
{
  g_autofree char *subject = NULL;

  if (arrival->error == NULL)
    {
      subject = get_subject (arrival->package);
      bary_intake_import (self->store, arrival->package, self->name, subject, self->flags, NULL, &arrival->report,
                          self->cancellable, &arrival->error);
    }
  if (arrival->package != NULL)
    bary_package_stop_reading (arrival->package);
  if (arrival->error != NULL && arrival->package != NULL && !(self->flags & BARY_INTAKE_DRY_RUN))
    bary_refusal_log (self->store, arrival->package, arrival->error, NULL);
}

/* A refused package is refused as a whole: what was counted on the way did not come in. */
static void
settle_counts (BaryArrival *arrival)
{
  BaryImportReport *report = &arrival->report;

  if (arrival->error == NULL)
    return;

  report->added = report->changed = report->same = report->conflicts = 0;
  report->removed = report->proposals = report->held = 0;
  report->refused = MAX (1, report->refused);
}

/* Writes what has come in since the last time, and tells of it. Returns: whether it is written. */
static gboolean
settle (Batch *self)
{
  g_autoptr (GError) failure = NULL;

  bary_store_release (self->store, &failure);
  for (; self->n_told < self->n_taken; self->n_told++)
    {
      BaryArrival *arrival = self->arrivals->pdata[self->n_told];

      if (failure != NULL && arrival->error == NULL)
        arrival->error = g_error_copy (failure);
      settle_counts (arrival);
      self->told (arrival, self->user_data);
    }
  return failure == NULL;
}

static gboolean
is_time_to_settle (Batch *self)
{
  return self->n_taken - self->n_told >= MOST_TOGETHER || g_get_monotonic_time () - self->since > LONGEST_TOGETHER ||
         !wait_for_next (self, PATIENCE);
}

/* Returns: FALSE where no other would fare better. */
static gboolean
take_next (Batch *self)
{
  BaryArrival *arrival;

  if (self->n_taken > self->n_told && is_time_to_settle (self) && !settle (self))
    return FALSE;
  wait_for_next (self, -1);
  if (self->n_taken == self->n_told)
    {
      self->since = g_get_monotonic_time ();
      bary_store_hold (self->store);
    }

  arrival = self->arrivals->pdata[self->n_taken];
  take_in (self, arrival);
  note_taken (self);
  return !bary_batch_is_fatal (arrival->error) && !g_cancellable_is_cancelled (self->cancellable);
}

GPtrArray *
bary_batch_import (BaryStore       *store,
                   GPtrArray       *paths,
                   const char      *name,
                   BaryIntakeFlags  flags,
                   GCancellable    *cancellable,
                   BaryBatchFunc    told,
                   gpointer         user_data)
{
  GPtrArray *arrivals = g_ptr_array_new_with_free_func ((GDestroyNotify) bary_arrival_free);
  Batch self = { store, arrivals, name, flags, cancellable, told, user_data };
  GThread *thread;

  g_return_val_if_fail (BARY_IS_STORE (store) && paths != NULL && told != NULL, NULL);

  for (guint i = 0; i < paths->len; i++)
    {
      BaryArrival *arrival = g_new0 (BaryArrival, 1);

      arrival->path = g_strdup (paths->pdata[i]);
      g_ptr_array_add (arrivals, arrival);
    }

  g_mutex_init (&self.lock);
  g_cond_init (&self.moved);
  thread = g_thread_new ("porter", look_ahead, &self);
  while (self.n_taken < arrivals->len && take_next (&self))
    continue;
  settle (&self);
  end_looking (&self);
  g_thread_join (thread);
  g_cond_clear (&self.moved);
  g_mutex_clear (&self.lock);

  g_ptr_array_set_size (arrivals, self.n_taken);
  return arrivals;
}
