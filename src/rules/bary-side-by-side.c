#include "bary-side-by-side.h"

#define MOST_THREADS 8

typedef struct {
  guint         n;
  guint         next; /* taken by each thread in turn */
  BaryPieceFunc func;
  gpointer      user_data;
} Pieces;

static gpointer
do_pieces (gpointer data)
{
  Pieces *pieces = data;
  guint piece;

  while ((piece = (guint) g_atomic_int_add ((gint *) &pieces->next, 1)) < pieces->n)
    pieces->func (piece, pieces->user_data);
  return NULL;
}

/* This thread is one of them; where no other can be made it does all. */
void
bary_side_by_side (guint         n,
                   BaryPieceFunc func,
                   gpointer      user_data)
{
  Pieces pieces = { n, 0, func, user_data };
  GThread *threads[MOST_THREADS];
  guint wanted = MIN (MIN (g_get_num_processors (), MOST_THREADS), n), n_threads = 0;

  while (n_threads + 1 < wanted)
    {
      threads[n_threads] = g_thread_try_new ("pieces", do_pieces, &pieces, NULL);
      if (threads[n_threads] == NULL)
        break;
      n_threads++;
    }
  do_pieces (&pieces);
  for (guint i = 0; i < n_threads; i++)
    g_thread_join (threads[i]);
}
