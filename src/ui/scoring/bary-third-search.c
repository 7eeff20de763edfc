#include "bary-third-search.h"

#include "bary-config.h"
#include "bary-panel-third.h"

#include <glib/gi18n-lib.h>

#define KEY "bary-third-search"

typedef struct {
  BaryStore *store;    /* the window's */
  char      *database;
  char      *contest;
  guint      n_assigned;
} Search;

static void
search_free (gpointer data)
{
  Search *self = data;

  g_object_unref (self->store);
  g_free (self->database);
  g_free (self->contest);
  g_free (self);
}

static gboolean
search_work (BaryJob  *job,
             gpointer  data,
             GError  **error)
{
  Search *self = data;
  g_autoptr (BaryStore) store = bary_store_open (self->database, BARY_DATABASE_READ_WRITE, error);

  return store != NULL && bary_panel_assign_third (store, self->contest, &self->n_assigned, error);
}

/* The contests that wait: the first is the one that is searched. */
static GPtrArray *
get_waiting (BarySession *session)
{
  GPtrArray *waiting = g_object_get_data (G_OBJECT (session), KEY);

  if (waiting == NULL)
    {
      waiting = g_ptr_array_new_with_free_func (g_free);
      g_object_set_data_full (G_OBJECT (session), KEY, waiting, (GDestroyNotify) g_ptr_array_unref);
    }
  return waiting;
}

static void run (BarySession *session);

static void
searched_cb (gpointer      owner,
             gpointer      data,
             const GError *error)
{
  BarySession *session = owner;
  Search *search = data;
  GPtrArray *waiting = get_waiting (session);

  g_ptr_array_remove_index (waiting, 0);
  if (bary_session_get_store (session) != search->store)
    {
      g_ptr_array_set_size (waiting, 0);
      return;
    }
  if (error != NULL)
    bary_session_fail (session, error);
  else if (search->n_assigned > 0)
    bary_session_announce (session);
  if (waiting->len > 0)
    run (session);
}

static void
run (BarySession *session)
{
  g_autoptr (BaryJob) job = bary_job_new (_("Looking for a further expert"));
  Search *search = g_new0 (Search, 1);

  search->store = g_object_ref (bary_session_get_store (session));
  search->database = g_strdup (bary_store_get_path (search->store));
  search->contest = g_strdup (get_waiting (session)->pdata[0]);
  bary_session_run (session, job, search_work, searched_cb, G_OBJECT (session), search, search_free);
}

void
bary_third_search_begin (BarySession *session,
                         const char  *contest)
{
  GPtrArray *waiting = get_waiting (session);

  for (guint i = 1; i < waiting->len; i++)
    if (g_str_equal (waiting->pdata[i], contest))
      return;
  g_ptr_array_add (waiting, g_strdup (contest));
  if (waiting->len == 1)
    run (session);
}
