#include "bary-open-matters.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

struct _BaryOpenMatters {
  GObject      parent_instance;

  BarySession *session;
  BaryStore   *store;     /* (nullable): whose changes are listened to */
  GPtrArray   *disputes;
  GPtrArray   *attention;
  gboolean     reading;
  gboolean     stale;     /* something was committed while it was read */
  gboolean     deciding;
};

G_DEFINE_FINAL_TYPE (BaryOpenMatters, bary_open_matters, G_TYPE_OBJECT)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct {
  char      *database;
  GPtrArray *disputes;
  GPtrArray *attention;
  guint     *chosen; /* of a decision */
} Work;

static Work *
work_new (BaryOpenMatters *self)
{
  Work *work = g_new0 (Work, 1);

  work->database = g_strdup (bary_store_get_path (self->store));
  return work;
}

static void
work_free (gpointer data)
{
  Work *work = data;

  g_clear_pointer (&work->disputes, g_ptr_array_unref);
  g_clear_pointer (&work->attention, g_ptr_array_unref);
  g_free (work->chosen);
  g_free (work->database);
  g_free (work);
}

/* Reading */

static gboolean
read_work (BaryJob   *job,
           gpointer   data,
           GError   **error)
{
  Work *work = data;
  g_autoptr (BaryStore) store = bary_store_open (work->database, BARY_DATABASE_READ_ONLY, error);

  if (store == NULL)
    return FALSE;

  work->disputes = bary_store_list_disputes (store, error);
  work->attention = work->disputes != NULL ? bary_store_list_attention (store, error) : NULL;
  return work->attention != NULL;
}

static void read_anew (BaryOpenMatters *self);

static void
replace (GPtrArray **list,
         GPtrArray  *with)
{
  g_ptr_array_unref (*list);
  *list = with != NULL ? g_ptr_array_ref (with) : g_ptr_array_new ();
}

static void
read_cb (gpointer      matters,
         gpointer      data,
         const GError *error)
{
  BaryOpenMatters *self = matters;
  Work *work = data;

  self->reading = FALSE;
  if (self->session == NULL)
    return;
  if (self->stale)
    {
      read_anew (self);
      return;
    }

  if (error != NULL)
    bary_session_fail (self->session, error);
  replace (&self->disputes, error == NULL ? work->disputes : NULL);
  replace (&self->attention, error == NULL ? work->attention : NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
read_anew (BaryOpenMatters *self)
{
  g_autoptr (BaryJob) job = NULL;

  self->stale = self->reading;
  if (self->reading)
    return;
  if (self->store == NULL)
    {
      replace (&self->disputes, NULL);
      replace (&self->attention, NULL);
      g_signal_emit (self, signals[CHANGED], 0);
      return;
    }

  self->reading = TRUE;
  job = bary_job_new (_("Looking for what needs a decision"));
  bary_job_run (job, read_work, read_cb, G_OBJECT (self), work_new (self), work_free);
}

static void
store_replaced_cb (BaryOpenMatters *self)
{
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_set_object (&self->store, bary_session_get_store (self->session));
  if (self->store != NULL)
    g_signal_connect_object (self->store, "changed", G_CALLBACK (read_anew), self, G_CONNECT_SWAPPED);
  read_anew (self);
}

/* Deciding */

static gboolean
decide_work (BaryJob   *job,
             gpointer   data,
             GError   **error)
{
  Work *work = data;
  g_autoptr (BaryStore) store = bary_store_open (work->database, BARY_DATABASE_READ_WRITE, error);

  return store != NULL && bary_store_decide (store, work->disputes, work->chosen, error);
}

static void
decided_cb (gpointer      matters,
            gpointer      data,
            const GError *error)
{
  BaryOpenMatters *self = matters;

  self->deciding = FALSE;
  if (self->session == NULL)
    return;
  if (error != NULL)
    bary_session_fail (self->session, error);
  else
    bary_session_announce (self->session);
  read_anew (self);
}

void
bary_open_matters_decide (BaryOpenMatters *self,
                          guint           *chosen)
{
  g_autoptr (BaryJob) job = NULL;
  Work *work;

  g_return_if_fail (BARY_IS_OPEN_MATTERS (self) && !self->deciding);

  self->deciding = TRUE;
  work = work_new (self);
  work->disputes = g_ptr_array_ref (self->disputes);
  work->chosen = chosen;
  job = bary_job_new (_("Writing the decisions"));
  bary_session_run (self->session, job, decide_work, decided_cb, G_OBJECT (self), work, work_free);
}

gboolean
bary_open_matters_is_deciding (BaryOpenMatters *self)
{
  return self->deciding;
}

GPtrArray *
bary_open_matters_get_disputes (BaryOpenMatters *self)
{
  return self->disputes;
}

GPtrArray *
bary_open_matters_get_attention (BaryOpenMatters *self)
{
  return self->attention;
}

static void
bary_open_matters_dispose (GObject *object)
{
  BaryOpenMatters *self = BARY_OPEN_MATTERS (object);

  g_clear_object (&self->session);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (bary_open_matters_parent_class)->dispose (object);
}

static void
bary_open_matters_finalize (GObject *object)
{
  BaryOpenMatters *self = BARY_OPEN_MATTERS (object);

  g_ptr_array_unref (self->disputes);
  g_ptr_array_unref (self->attention);

  G_OBJECT_CLASS (bary_open_matters_parent_class)->finalize (object);
}

static void
bary_open_matters_class_init (BaryOpenMattersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bary_open_matters_dispose;
  G_OBJECT_CLASS (klass)->finalize = bary_open_matters_finalize;

  signals[CHANGED] = g_signal_new ("changed", BARY_TYPE_OPEN_MATTERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bary_open_matters_init (BaryOpenMatters *self)
{
  self->disputes = g_ptr_array_new ();
  self->attention = g_ptr_array_new ();
}

BaryOpenMatters *
bary_open_matters_new (BarySession *session)
{
  BaryOpenMatters *self = g_object_new (BARY_TYPE_OPEN_MATTERS, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::store", G_CALLBACK (store_replaced_cb), self, G_CONNECT_SWAPPED);
  store_replaced_cb (self);
  return self;
}
