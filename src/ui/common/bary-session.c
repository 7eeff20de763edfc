#include "bary-session.h"

#include "bary-config.h"
#include "bary-date.h"

#include <glib/gi18n-lib.h>

#define POLL_INTERVAL_MS 500

struct _BarySession {
  GObject    parent_instance;

  BaryStore *store;
  char      *day;
  char      *cluster;
  int        school_year;
  guint      poll_source;
};

G_DEFINE_FINAL_TYPE (BarySession, bary_session, G_TYPE_OBJECT)

enum {
  PROP_STORE = 1,
  PROP_DAY,
  PROP_CLUSTER,
  PROP_SCHOOL_YEAR,
  N_PROPS
};

enum {
  GO_TO,
  ACTED,
  FAILED,
  TOLD,
  WORKING,
  EXCHANGED,
  SHOW,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
bary_session_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  BarySession *self = BARY_SESSION (object);

  switch (prop_id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    case PROP_DAY:
      g_value_set_string (value, self->day);
      break;
    case PROP_CLUSTER:
      g_value_set_string (value, self->cluster);
      break;
    case PROP_SCHOOL_YEAR:
      g_value_set_int (value, self->school_year);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bary_session_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  BarySession *self = BARY_SESSION (object);

  switch (prop_id)
    {
    case PROP_STORE:
      bary_session_set_store (self, g_value_get_object (value));
      break;
    case PROP_DAY:
      bary_session_set_day (self, g_value_get_string (value));
      break;
    case PROP_CLUSTER:
      bary_session_set_cluster (self, g_value_get_string (value));
      break;
    case PROP_SCHOOL_YEAR:
      bary_session_set_school_year (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bary_session_dispose (GObject *object)
{
  BarySession *self = BARY_SESSION (object);

  g_clear_handle_id (&self->poll_source, g_source_remove);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (bary_session_parent_class)->dispose (object);
}

static void
bary_session_finalize (GObject *object)
{
  BarySession *self = BARY_SESSION (object);

  g_free (self->day);
  g_free (self->cluster);

  G_OBJECT_CLASS (bary_session_parent_class)->finalize (object);
}

static void
bary_session_class_init (BarySessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bary_session_get_property;
  object_class->set_property = bary_session_set_property;
  object_class->dispose = bary_session_dispose;
  object_class->finalize = bary_session_finalize;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, BARY_TYPE_STORE, flags);
  properties[PROP_DAY] = g_param_spec_string ("day", NULL, NULL, NULL, flags);
  properties[PROP_CLUSTER] = g_param_spec_string ("cluster", NULL, NULL, NULL, flags);
  properties[PROP_SCHOOL_YEAR] = g_param_spec_int ("school-year", NULL, NULL, 0, G_MAXINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[GO_TO] = g_signal_new ("go-to", BARY_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
  signals[ACTED] = g_signal_new ("acted", BARY_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", BARY_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[TOLD] = g_signal_new ("told", BARY_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[WORKING] = g_signal_new ("working", BARY_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, BARY_TYPE_JOB);
  signals[EXCHANGED] = g_signal_new ("exchanged", BARY_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SHOW] = g_signal_new ("show", BARY_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_UINT, G_TYPE_STRING);
}

static void
bary_session_init (BarySession *self)
{
  self->day = bary_date_today ();
  self->school_year = bary_school_year_of (self->day);
}

BarySession *
bary_session_new (void)
{
  return g_object_new (BARY_TYPE_SESSION, NULL);
}

/* What other processes commit arrives within this interval. */
static gboolean
poll_cb (gpointer data)
{
  BarySession *self = data;
  g_autoptr (GError) error = NULL;

  if (!bary_store_poll (self->store, &error))
    bary_session_fail (self, error);
  return G_SOURCE_CONTINUE;
}

void
bary_session_set_store (BarySession *self,
                        BaryStore   *store)
{
  g_return_if_fail (BARY_IS_SESSION (self));

  if (self->store == store)
    return;

  g_clear_handle_id (&self->poll_source, g_source_remove);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_set_object (&self->store, store);
  if (store != NULL)
    {
      self->poll_source = g_timeout_add (POLL_INTERVAL_MS, poll_cb, self);
      g_signal_connect_object (store, "failed", G_CALLBACK (bary_session_fail), self, G_CONNECT_SWAPPED);
    }
  bary_session_set_cluster (self, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STORE]);
}

BaryStore *
bary_session_get_store (BarySession *self)
{
  return self->store;
}

static void
set_text (BarySession *self,
          char       **place,
          const char  *value,
          guint        property)
{
  if (g_strcmp0 (*place, value) == 0)
    return;

  g_free (*place);
  *place = g_strdup (value);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

const char *
bary_session_get_day (BarySession *self)
{
  return self->day;
}

void
bary_session_set_day (BarySession *self,
                      const char  *day)
{
  g_return_if_fail (bary_date_is_valid (day));

  set_text (self, &self->day, day, PROP_DAY);
}

const char *
bary_session_get_cluster (BarySession *self)
{
  return self->cluster;
}

void
bary_session_set_cluster (BarySession *self,
                          const char  *id)
{
  set_text (self, &self->cluster, id, PROP_CLUSTER);
}

int
bary_session_get_school_year (BarySession *self)
{
  return self->school_year;
}

void
bary_session_set_school_year (BarySession *self,
                              int          year)
{
  if (self->school_year == year)
    return;

  self->school_year = year;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCHOOL_YEAR]);
}

static void
tell_acted (BarySession *self)
{
  g_autofree char *words = bary_store_dup_undo_name (self->store);

  if (words != NULL)
    g_signal_emit (self, signals[ACTED], 0, words);
}

gboolean
bary_session_commit (BarySession *self,
                     const char  *name,
                     const char  *subject,
                     BaryChanges *changes)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (BARY_IS_SESSION (self) && self->store != NULL, FALSE);

  if (!bary_store_commit (self->store, name, subject, changes, &error))
    {
      bary_session_fail (self, error);
      return FALSE;
    }

  tell_acted (self);
  return TRUE;
}

void
bary_session_announce (BarySession *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (BARY_IS_SESSION (self) && self->store != NULL);

  if (bary_store_poll (self->store, &error))
    tell_acted (self);
  else
    bary_session_fail (self, error);
}

gboolean
bary_session_undo (BarySession *self)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (BARY_IS_SESSION (self) && self->store != NULL, FALSE);

  if (bary_store_undo (self->store, &error))
    return TRUE;

  bary_session_fail (self, error);
  return FALSE;
}

gboolean
bary_session_redo (BarySession *self)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (BARY_IS_SESSION (self) && self->store != NULL, FALSE);

  if (bary_store_redo (self->store, &error))
    return TRUE;

  bary_session_fail (self, error);
  return FALSE;
}

void
bary_session_go_to (BarySession *self,
                    BaryKind     kind,
                    const char  *id)
{
  g_signal_emit (self, signals[GO_TO], 0, (guint) kind, id);
}

void
bary_session_show (BarySession *self,
                   const char  *tab,
                   BaryKind     kind,
                   const char  *id)
{
  g_signal_emit (self, signals[SHOW], 0, tab, (guint) kind, id);
}

void
bary_session_run (BarySession    *self,
                  BaryJob        *job,
                  BaryJobWork     work,
                  BaryJobDone     done,
                  GObject        *owner,
                  gpointer        data,
                  GDestroyNotify  destroy)
{
  bary_job_run (job, work, done, owner, data, destroy);
  g_signal_emit (self, signals[WORKING], 0, job);
}

void
bary_session_fail (BarySession  *self,
                   const GError *error)
{
  g_signal_emit (self, signals[FAILED], 0, error->message);
}

void
bary_session_note_exchange (BarySession *self)
{
  g_return_if_fail (BARY_IS_SESSION (self));

  g_signal_emit (self, signals[EXCHANGED], 0);
}

void
bary_session_tell (BarySession *self,
                   const char  *message)
{
  g_return_if_fail (BARY_IS_SESSION (self) && message != NULL);

  g_signal_emit (self, signals[TOLD], 0, message);
}

void
bary_session_tell_file (BarySession  *self,
                        const char   *pattern,
                        const char   *path,
                        const GError *error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *words = g_strdup_printf (pattern, name);

  if (error == NULL)
    bary_session_tell (self, words);
  else
    bary_session_fail (self, error);
}
