#include "bary-reading.h"

#include "bary-input.h"
#include "bary-pipe.h"

#define CHUNK (32 * 1024)
#define FRONT_CHUNK 1024 /* most fronts are no longer */

struct _BaryReading {
  const char   *path;
  int          *progress;
  GCancellable *cancellable; /* (nullable) */
  BaryInput    *input;       /* NULL: not opened yet */
  BaryReader   *reader;
  BaryPipe     *pipe;
  GThread      *thread;      /* NULL before the start and once it has ended */
};

/* @front_only: until the manifest is read */
static gboolean
feed (BaryReader    *reader,
      BaryInput     *input,
      gboolean       front_only,
      int           *progress,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autofree char *buffer = g_malloc (CHUNK);
  gsize size = front_only ? FRONT_CHUNK : CHUNK;
  gssize n;

  while ((n = bary_input_read (input, buffer, size, cancellable, error)) > 0)
    {
      if (!bary_reader_feed (reader, buffer, n, error))
        return FALSE;
      if (front_only && bary_reader_has_manifest (reader))
        return TRUE;
      g_atomic_int_set (progress, (int) (bary_input_get_progress (input) * 1000));
    }

  return n == 0 && bary_reader_finish (reader, error);
}

gboolean
bary_reading_feed (BaryReader    *reader,
                   const char    *path,
                   int           *progress,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr (BaryInput) input = bary_input_open (path, error);

  return input != NULL && feed (reader, input, FALSE, progress, cancellable, error);
}

static gboolean
push (BaryRecord  *record,
      guint        line,
      gpointer     user_data,
      GError     **error)
{
  BaryReading *self = user_data;

  if (bary_pipe_push (self->pipe, record, line))
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CLOSED, "");
  return FALSE;
}

static gboolean
read_on (BaryReading  *self,
         gboolean      front_only,
         GError      **error)
{
  if (self->input == NULL)
    self->input = bary_input_open (self->path, error);

  return self->input != NULL && feed (self->reader, self->input, front_only, self->progress, self->cancellable, error);
}

static gpointer
read_all (gpointer user_data)
{
  BaryReading *self = user_data;
  GError *failure = NULL;

  read_on (self, FALSE, &failure);
  bary_pipe_finish (self->pipe, failure);
  return NULL;
}

BaryReading *
bary_reading_new (const char   *path,
                  int          *progress,
                  GCancellable *cancellable)
{
  BaryReading *self = g_new0 (BaryReading, 1);

  g_atomic_int_set (progress, 0);
  self->path = path;
  self->progress = progress;
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->pipe = bary_pipe_new ();
  self->reader = bary_reader_new (path, push, self);
  return self;
}

gboolean
bary_reading_read_front (BaryReading  *self,
                         GError      **error)
{
  return read_on (self, TRUE, error);
}

void
bary_reading_start (BaryReading *self)
{
  self->thread = g_thread_new ("package", read_all, self);
}

static void
end (BaryReading *self)
{
  if (self->thread == NULL)
    return;

  bary_pipe_close (self->pipe);
  g_thread_join (g_steal_pointer (&self->thread));
}

void
bary_reading_free (BaryReading *self)
{
  end (self);
  g_clear_pointer (&self->input, bary_input_close);
  bary_reader_free (self->reader);
  bary_pipe_free (self->pipe);
  g_clear_object (&self->cancellable);
  g_free (self);
}

static gboolean
use_all (BaryPipe           *pipe,
         BaryRecordVisitor   visitor,
         gpointer            user_data,
         GError            **error)
{
  GError *failure = NULL;
  BaryRecord *record;
  guint line;

  while ((record = bary_pipe_pop (pipe, &line, &failure)) != NULL)
    if (!visitor (record, line, user_data, error))
      return FALSE;

  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

gboolean
bary_reading_use (BaryReading        *self,
                  BaryRecordVisitor   visitor,
                  gpointer            user_data,
                  GError            **error)
{
  gboolean done = use_all (self->pipe, visitor, user_data, error);

  end (self);
  return done;
}

BaryReader *
bary_reading_get_reader (BaryReading *self)
{
  return self->reader;
}
