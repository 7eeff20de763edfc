#include "bary-team.h"

#define MOST_THREADS 8

struct _BaryTeam {
  GThread      *threads[MOST_THREADS];
  guint         n_threads;
  gboolean      gathered; /* as many threads as there can be */
  GMutex        mutex;    /* over all that follows but next */
  GCond         called, done;
  guint         call;     /* counts them */
  guint         busy;     /* threads that take pieces */
  gboolean      over;
  guint         n;
  guint         next;     /* taken by each thread in turn */
  BaryPieceFunc func;
  gpointer      user_data;
};

BaryTeam *
bary_team_new (void)
{
  BaryTeam *self = g_new0 (BaryTeam, 1);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->called);
  g_cond_init (&self->done);
  return self;
}

void
bary_team_free (BaryTeam *self)
{
  g_mutex_lock (&self->mutex);
  self->over = TRUE;
  g_cond_broadcast (&self->called);
  g_mutex_unlock (&self->mutex);
  for (guint i = 0; i < self->n_threads; i++)
    g_thread_join (self->threads[i]);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->called);
  g_cond_clear (&self->done);
  g_free (self);
}

static void
do_pieces (BaryTeam *self)
{
  guint piece;

  while ((piece = (guint) g_atomic_int_add ((gint *) &self->next, 1)) < self->n)
    self->func (piece, self->user_data);
}

static gboolean
is_all_taken (const BaryTeam *self)
{
  return (guint) g_atomic_int_get ((const gint *) &self->next) >= self->n;
}

/* A thread that comes too late takes no piece, and nobody waits for it. */
static gpointer
serve (gpointer data)
{
  BaryTeam *self = data;
  guint heard = 0;

  g_mutex_lock (&self->mutex);
  while (!self->over)
    if (self->call == heard || is_all_taken (self))
      {
        heard = self->call;
        g_cond_wait (&self->called, &self->mutex);
      }
    else
      {
        heard = self->call;
        self->busy++;
        g_mutex_unlock (&self->mutex);
        do_pieces (self);
        g_mutex_lock (&self->mutex);
        if (--self->busy == 0)
          g_cond_signal (&self->done);
      }
  g_mutex_unlock (&self->mutex);
  return NULL;
}

/* Where no other thread can be made the first does all. */
static void
gather (BaryTeam *self)
{
  guint n_processors = g_get_num_processors (), wanted = MIN (n_processors, MOST_THREADS);

  self->gathered = TRUE;
  while (self->n_threads + 1 < wanted)
    {
      self->threads[self->n_threads] = g_thread_try_new ("pieces", serve, self, NULL);
      if (self->threads[self->n_threads] == NULL)
        break;
      self->n_threads++;
    }
}

static void
call (BaryTeam      *self,
      guint          n,
      BaryPieceFunc  func,
      gpointer       user_data)
{
  g_mutex_lock (&self->mutex);
  self->n = n;
  self->func = func;
  self->user_data = user_data;
  self->next = 0;
  self->call++;
  g_cond_broadcast (&self->called);
  g_mutex_unlock (&self->mutex);
}

void
bary_team_do (BaryTeam      *self,
              guint          n,
              BaryPieceFunc  func,
              gpointer       user_data)
{
  if (n > 1 && !self->gathered)
    gather (self);
  call (self, n, func, user_data);
  do_pieces (self);
  g_mutex_lock (&self->mutex);
  while (self->busy > 0)
    g_cond_wait (&self->done, &self->mutex);
  g_mutex_unlock (&self->mutex);
}
