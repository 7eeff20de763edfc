#include "bary-pipe.h"

#define BATCH 128
#define MOST_BATCHES 8

typedef struct {
  BaryRecord *records[BATCH];
  guint       lines[BATCH];
  guint       n;
  guint       next; /* to be popped */
} Batch;

struct _BaryPipe {
  GMutex   lock;
  GCond    moved;
  GQueue   batches;  /* under the lock, as all below */
  GQueue   used;     /* go back to be freed where they were made: that is quicker, and the reading end has more time */
  gboolean finished;
  gboolean closed;
  GError  *failure;

  Batch   *filling;  /* the reading end's own */
  Batch   *emptying; /* the using end's own */
};

static void
batch_free (Batch *batch)
{
  for (guint i = 0; i < batch->n; i++)
    g_object_unref (batch->records[i]);
  g_free (batch);
}

BaryPipe *
bary_pipe_new (void)
{
  BaryPipe *self = g_new0 (BaryPipe, 1);

  g_mutex_init (&self->lock);
  g_cond_init (&self->moved);
  return self;
}

void
bary_pipe_free (BaryPipe *self)
{
  g_clear_pointer (&self->filling, batch_free);
  g_clear_pointer (&self->emptying, batch_free);
  g_queue_clear_full (&self->batches, (GDestroyNotify) batch_free);
  g_queue_clear_full (&self->used, (GDestroyNotify) batch_free);
  g_clear_error (&self->failure);
  g_cond_clear (&self->moved);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/* Returns: FALSE when the other end is closed. */
static gboolean
send (BaryPipe *self)
{
  GQueue used;
  gboolean open;

  g_mutex_lock (&self->lock);
  while (!self->closed && self->batches.length >= MOST_BATCHES)
    g_cond_wait (&self->moved, &self->lock);
  open = !self->closed;
  if (open && self->filling != NULL)
    g_queue_push_tail (&self->batches, g_steal_pointer (&self->filling));
  used = self->used;
  g_queue_init (&self->used);
  g_cond_signal (&self->moved);
  g_mutex_unlock (&self->lock);

  g_queue_clear_full (&used, (GDestroyNotify) batch_free);
  return open;
}

gboolean
bary_pipe_push (BaryPipe   *self,
                BaryRecord *record,
                guint       line)
{
  if (self->filling == NULL)
    self->filling = g_new0 (Batch, 1);

  self->filling->records[self->filling->n] = record;
  self->filling->lines[self->filling->n] = line;
  return ++self->filling->n < BATCH || send (self);
}

void
bary_pipe_finish (BaryPipe *self,
                  GError   *failure)
{
  send (self);

  g_mutex_lock (&self->lock);
  self->finished = TRUE;
  self->failure = failure;
  g_cond_signal (&self->moved);
  g_mutex_unlock (&self->lock);
}

static Batch *
receive (BaryPipe *self)
{
  Batch *batch;

  g_mutex_lock (&self->lock);
  if (self->emptying != NULL)
    g_queue_push_tail (&self->used, g_steal_pointer (&self->emptying));
  while (!self->finished && self->batches.length == 0)
    g_cond_wait (&self->moved, &self->lock);
  batch = g_queue_pop_head (&self->batches);
  g_cond_signal (&self->moved);
  g_mutex_unlock (&self->lock);

  return batch;
}

BaryRecord *
bary_pipe_pop (BaryPipe  *self,
               guint     *line,
               GError   **error)
{
  Batch *batch = self->emptying;

  if (batch == NULL || batch->next == batch->n)
    {
      batch = receive (self);
      self->emptying = batch;
    }
  if (batch == NULL)
    {
      if (self->failure != NULL)
        g_propagate_error (error, g_steal_pointer (&self->failure));
      return NULL;
    }

  *line = batch->lines[batch->next];
  return batch->records[batch->next++];
}

void
bary_pipe_close (BaryPipe *self)
{
  g_mutex_lock (&self->lock);
  self->closed = TRUE;
  g_cond_signal (&self->moved);
  g_mutex_unlock (&self->lock);
}
