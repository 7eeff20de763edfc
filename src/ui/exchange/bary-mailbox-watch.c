#include "bary-mailbox-watch.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

#define LOOK_EVERY_S 20
#define SETTLE_MS 500 /* what is being copied changes many times */
#define AWAY_MS 3000  /* a stick is put in again, a server comes back */

typedef struct {
  char         *database;
  BaryMailbox  *mailbox;
  GPtrArray    *mails;
  gboolean      unwatched; /* the folder has no monitor yet */
  GFileMonitor *monitor;   /* (nullable) */
} Look;

struct _BaryMailboxWatch {
  GObject       parent_instance;

  BarySession  *session;
  BaryStore    *store;         /* (nullable): whose changes are listened to */
  char         *folder;        /* (nullable) */
  BaryMailbox  *mailbox;       /* (nullable): in the hands of the worker during `look` */
  GFileMonitor *monitor;       /* (nullable) */
  GPtrArray    *mails;
  char         *trouble;
  guint         look_source;   /* every so often */
  guint         settle_source;
  Look         *look;          /* (nullable): the one that is waited for; one into another folder may hang for long */
  gboolean      again;         /* something happened meanwhile */
};

G_DEFINE_FINAL_TYPE (BaryMailboxWatch, bary_mailbox_watch, G_TYPE_OBJECT)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
look_free (gpointer data)
{
  Look *look = data;

  g_clear_pointer (&look->mailbox, bary_mailbox_free);
  g_clear_pointer (&look->mails, g_ptr_array_unref);
  g_clear_object (&look->monitor);
  g_free (look->database);
  g_free (look);
}

/* A server that is away is waited for here, and not in the window. What changes there is told to the window's thread all the
 * same, since this one has no main context of its own. */
static void
watch_folder (Look *look)
{
  g_autoptr (GFile) folder = g_file_new_for_path (bary_mailbox_get_folder (look->mailbox));

  look->monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
}

static gboolean
look_work (BaryJob   *job,
           gpointer   data,
           GError   **error)
{
  Look *look = data;
  g_autoptr (BaryStore) store = bary_store_open (look->database, BARY_DATABASE_READ_ONLY, error);

  if (look->unwatched)
    watch_folder (look);
  look->mails = store != NULL ? bary_mailbox_look (look->mailbox, store, bary_job_get_cancellable (job), error) : NULL;
  return look->mails != NULL;
}

static void look_now (BaryMailboxWatch *self);

static gboolean
settled_cb (gpointer data)
{
  BaryMailboxWatch *self = data;

  self->settle_source = 0;
  look_now (self);
  return G_SOURCE_REMOVE;
}

static void
look_later (BaryMailboxWatch *self,
            guint             ms)
{
  g_clear_handle_id (&self->settle_source, g_source_remove);
  self->settle_source = g_timeout_add (ms, settled_cb, self);
}

static void
stirred_cb (BaryMailboxWatch *self)
{
  look_later (self, SETTLE_MS);
}

/* A folder that went away is watched anew when it is back. */
static void
keep_monitor (BaryMailboxWatch *self,
              Look             *look)
{
  if (look->mails == NULL)
    {
      g_clear_object (&self->monitor);
      look_later (self, AWAY_MS);
    }
  else if (look->monitor != NULL)
    {
      self->monitor = g_steal_pointer (&look->monitor);
      g_signal_connect_object (self->monitor, "changed", G_CALLBACK (stirred_cb), self, G_CONNECT_SWAPPED);
    }
}

static void
take (BaryMailboxWatch *self,
      GPtrArray        *mails,
      const char       *trouble)
{
  g_ptr_array_unref (self->mails);
  self->mails = mails != NULL ? g_ptr_array_ref (mails) : g_ptr_array_new ();
  g_free (self->trouble);
  self->trouble = g_strdup (trouble);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
looked_cb (gpointer      watch,
           gpointer      data,
           const GError *error)
{
  BaryMailboxWatch *self = watch;
  Look *look = data;

  if (self->look != look || self->session == NULL)
    return;

  self->look = NULL;
  self->mailbox = g_steal_pointer (&look->mailbox);
  keep_monitor (self, look);
  if (self->again)
    {
      look_now (self);
      return;
    }
  take (self, look->mails, error != NULL ? error->message : NULL);
}

static void
look_now (BaryMailboxWatch *self)
{
  g_autoptr (BaryJob) job = NULL;
  Look *look;

  self->again = self->look != NULL;
  if (self->again)
    return;
  if (self->store == NULL || self->folder == NULL)
    {
      take (self, NULL, NULL);
      return;
    }

  look = g_new0 (Look, 1);
  look->database = g_strdup (bary_store_get_path (self->store));
  look->mailbox = self->mailbox != NULL ? g_steal_pointer (&self->mailbox) : bary_mailbox_new (self->folder);
  look->unwatched = self->monitor == NULL;
  self->look = look;
  job = bary_job_new (_("Looking into the shared folder"));
  bary_job_run (job, look_work, looked_cb, G_OBJECT (self), look, look_free);
}

static gboolean
look_cb (gpointer data)
{
  look_now (data);
  return G_SOURCE_CONTINUE;
}

static void
store_replaced_cb (BaryMailboxWatch *self)
{
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_set_object (&self->store, bary_session_get_store (self->session));
  look_now (self);
}

void
bary_mailbox_watch_set_folder (BaryMailboxWatch *self,
                               const char       *folder)
{
  g_clear_handle_id (&self->look_source, g_source_remove);
  g_clear_object (&self->monitor);
  g_clear_pointer (&self->mailbox, bary_mailbox_free);
  self->look = NULL;
  g_free (self->folder);
  self->folder = g_strdup (folder);
  if (folder != NULL)
    self->look_source = g_timeout_add_seconds (LOOK_EVERY_S, look_cb, self);
  look_now (self);
}

const char *
bary_mailbox_watch_get_folder (BaryMailboxWatch *self)
{
  return self->folder;
}

GPtrArray *
bary_mailbox_watch_get_mails (BaryMailboxWatch *self)
{
  return self->mails;
}

guint
bary_mailbox_watch_count (BaryMailboxWatch *self,
                          BaryMailState     state)
{
  guint count = 0;

  for (guint i = 0; i < self->mails->len; i++)
    count += ((const BaryMail *) self->mails->pdata[i])->state == state;
  return count;
}

const char *
bary_mailbox_watch_get_trouble (BaryMailboxWatch *self)
{
  return self->trouble;
}

static void
bary_mailbox_watch_dispose (GObject *object)
{
  BaryMailboxWatch *self = BARY_MAILBOX_WATCH (object);

  g_clear_handle_id (&self->look_source, g_source_remove);
  g_clear_handle_id (&self->settle_source, g_source_remove);
  g_clear_object (&self->session);
  g_clear_object (&self->store);
  g_clear_object (&self->monitor);

  G_OBJECT_CLASS (bary_mailbox_watch_parent_class)->dispose (object);
}

static void
bary_mailbox_watch_finalize (GObject *object)
{
  BaryMailboxWatch *self = BARY_MAILBOX_WATCH (object);

  g_clear_pointer (&self->mailbox, bary_mailbox_free);
  g_ptr_array_unref (self->mails);
  g_free (self->folder);
  g_free (self->trouble);

  G_OBJECT_CLASS (bary_mailbox_watch_parent_class)->finalize (object);
}

static void
bary_mailbox_watch_class_init (BaryMailboxWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bary_mailbox_watch_dispose;
  G_OBJECT_CLASS (klass)->finalize = bary_mailbox_watch_finalize;

  signals[CHANGED] = g_signal_new ("changed", BARY_TYPE_MAILBOX_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bary_mailbox_watch_init (BaryMailboxWatch *self)
{
  self->mails = g_ptr_array_new ();
}

BaryMailboxWatch *
bary_mailbox_watch_new (BarySession *session)
{
  BaryMailboxWatch *self = g_object_new (BARY_TYPE_MAILBOX_WATCH, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::store", G_CALLBACK (store_replaced_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "exchanged", G_CALLBACK (look_now), self, G_CONNECT_SWAPPED);
  store_replaced_cb (self);
  return self;
}
