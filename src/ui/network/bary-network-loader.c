#include "bary-network-loader.h"

#include "bary-config.h"
#include "bary-layout-memory.h"

#include <glib/gi18n-lib.h>

/* As many memberships are read, measured and laid out within a few frames. */
#define FEW 600
#define N_MEMORIES 8 /* two pictures, with and without ghosts, free or not */
#define FIRST_LOOK_NODES 2000 /* a smaller picture is whole before anybody could look */

struct _BaryNetworkLoader {
  GObject  parent_instance;

  BaryJob          *job;           /* that is waited for */
  BaryLayoutMemory *memories[N_MEMORIES]; /* of each kind of picture, made when needed */
};

typedef struct {
  BaryNetworkLoader *loader;
  char              *path;
  gboolean           read_only;
  BaryPicture        picture;
  gboolean           ghosts, free;
  char              *day, *later, *family;
  BaryLayoutMemory  *memory;    /* the loader's */
  BaryScene         *scene;     /* the result */
  GObject           *progress;  /* carries `done` for the window's bar */
  gboolean           looked;
  GCancellable      *cancellable;
} Load;

G_DEFINE_FINAL_TYPE (BaryNetworkLoader, bary_network_loader, G_TYPE_OBJECT)

enum {
  ARRIVED,
  STOPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
load_free (Load *load)
{
  g_object_unref (load->loader);
  g_object_unref (load->progress);
  g_object_unref (load->cancellable);
  g_clear_pointer (&load->scene, bary_scene_unref);
  g_free (load->path);
  g_free (load->day);
  g_free (load->later);
  g_free (load->family);
  g_free (load);
}

static void
bary_network_loader_dispose (GObject *object)
{
  bary_network_loader_stop (BARY_NETWORK_LOADER (object));

  G_OBJECT_CLASS (bary_network_loader_parent_class)->dispose (object);
}

static void
bary_network_loader_finalize (GObject *object)
{
  BaryNetworkLoader *self = BARY_NETWORK_LOADER (object);

  for (guint i = 0; i < N_MEMORIES; i++)
    g_clear_pointer (&self->memories[i], bary_layout_memory_free);

  G_OBJECT_CLASS (bary_network_loader_parent_class)->finalize (object);
}

static void
bary_network_loader_class_init (BaryNetworkLoaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bary_network_loader_dispose;
  G_OBJECT_CLASS (klass)->finalize = bary_network_loader_finalize;

  signals[ARRIVED] = g_signal_new ("arrived", BARY_TYPE_NETWORK_LOADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_BOOLEAN);
  signals[STOPPED] = g_signal_new ("stopped", BARY_TYPE_NETWORK_LOADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
bary_network_loader_init (BaryNetworkLoader *self)
{
}

BaryNetworkLoader *
bary_network_loader_new (void)
{
  return g_object_new (BARY_TYPE_NETWORK_LOADER, NULL);
}

/* In the thread */

#define DONE_KEY "done"

static double
get_fraction (gpointer progress)
{
  return GPOINTER_TO_INT (g_object_get_data (progress, DONE_KEY)) / 1000.0;
}

typedef struct {
  BaryNetworkLoader *loader;
  GCancellable      *cancellable;
  BaryScene         *scene;
} Look;

static gboolean
show_look_cb (gpointer data)
{
  g_autofree Look *look = data;
  BaryNetworkLoader *self = look->loader;

  if (self->job != NULL && bary_job_get_cancellable (self->job) == look->cancellable &&
      !g_cancellable_is_cancelled (look->cancellable))
    g_signal_emit (self, signals[ARRIVED], 0, look->scene, FALSE);
  bary_scene_unref (look->scene);
  g_object_unref (look->cancellable);
  g_object_unref (look->loader);
  return G_SOURCE_REMOVE;
}

/* Something to look at, while the rest of the work goes on. */
static void
send_look (Load                  *load,
           const BaryGraphLayout *so_far)
{
  Look *look = g_new0 (Look, 1);

  load->looked = TRUE;
  look->loader = g_object_ref (load->loader);
  look->cancellable = g_object_ref (load->cancellable);
  look->scene = bary_scene_copy_so_far (load->scene, so_far);
  g_idle_add (show_look_cb, look);
}

static gboolean
progress_cb (double                 done,
             const BaryGraphLayout *so_far,
             gpointer               user_data)
{
  Load *load = user_data;

  g_object_set_data (load->progress, DONE_KEY, GINT_TO_POINTER ((int) (done * 1000)));
  if (so_far != NULL && !load->looked && so_far->n_nodes >= FIRST_LOOK_NODES)
    send_look (load, so_far);
  return !g_cancellable_is_cancelled (load->cancellable);
}

/* Places that were forgotten on purpose stay forgotten. */
static void
recall (Load        *load,
        BaryNetwork *network)
{
  for (guint i = 0; i < network->nodes->len; i++)
    if (bary_network_node (network, i)->placed)
      {
        bary_layout_memory_recall (load->memory, network);
        return;
      }
}

static gboolean
make_scene (Load       *load,
            BaryStore  *store,
            GError    **error)
{
  BaryNetworkRequest request = { load->picture, NULL, load->day, load->later, load->ghosts, load->free };
  g_autoptr (BaryNetwork) network = bary_store_read_network (store, &request, error);

  if (network == NULL || g_cancellable_set_error_if_cancelled (load->cancellable, error))
    return FALSE;

  recall (load, network);
  load->scene = bary_scene_new (network, load->family);
  if (bary_scene_arrange (load->scene, progress_cb, load))
    {
      bary_layout_memory_keep (load->memory, load->scene);
      return TRUE;
    }

  g_clear_pointer (&load->scene, bary_scene_unref);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The diagram was not laid out to its end."));
  return FALSE;
}

/* Where things stand is kept for the next time. A file that cannot be written to opens without it, so that is no reason
 * to trouble anybody. */
static void
keep (BaryScene *scene,
      BaryStore *store)
{
  if (!bary_store_is_read_only (store))
    bary_store_keep_layout (store, bary_scene_get_network (scene), bary_scene_get_layout (scene)->nodes, NULL);
}

static gboolean
work (BaryJob   *job,
      gpointer   data,
      GError   **error)
{
  Load *load = data;
  BaryDatabaseMode mode = load->read_only ? BARY_DATABASE_READ_ONLY : BARY_DATABASE_READ_WRITE;
  g_autoptr (BaryStore) store = bary_store_open (load->path, mode, error);

  if (store == NULL || !make_scene (load, store, error))
    return FALSE;

  keep (load->scene, store);
  return TRUE;
}

/* In the window */

static void
done_cb (gpointer      owner,
         gpointer      data,
         const GError *error)
{
  BaryNetworkLoader *self = owner;
  Load *load = data;

  /* Another one is waited for. */
  if (self->job == NULL || bary_job_get_cancellable (self->job) != load->cancellable)
    return;

  g_clear_object (&self->job);
  if (error == NULL)
    g_signal_emit (self, signals[ARRIVED], 0, load->scene, TRUE);
  else
    g_signal_emit (self, signals[STOPPED], 0, error);
}

static BaryLayoutMemory *
get_memory (BaryNetworkLoader        *self,
            const BaryNetworkRequest *request)
{
  guint kind = (request->picture == BARY_PICTURE_INTERACTION ? 4 : 0) | (request->ghosts ? 2 : 0) | (request->free ? 1 : 0);
  BaryLayoutMemory **memory = &self->memories[kind];

  if (*memory == NULL)
    *memory = bary_layout_memory_new ();
  return *memory;
}

static Load *
load_new (BaryNetworkLoader        *self,
          BaryStore                *store,
          const BaryNetworkRequest *request,
          const char               *family)
{
  Load *load = g_new0 (Load, 1);

  load->loader = g_object_ref (self);
  load->memory = get_memory (self, request);
  load->path = g_strdup (bary_store_get_path (store));
  load->read_only = bary_store_is_read_only (store);
  load->picture = request->picture;
  load->ghosts = request->ghosts;
  load->free = request->free;
  load->day = g_strdup (request->day);
  load->later = g_strdup (request->later);
  load->family = g_strdup (family);
  load->progress = g_object_new (G_TYPE_OBJECT, NULL);
  return load;
}

static void
load_now (BaryNetworkLoader *self,
          BaryStore         *store,
          Load              *load)
{
  g_autoptr (GError) error = NULL;

  load->cancellable = g_cancellable_new ();
  if (make_scene (load, store, &error))
    {
      keep (load->scene, store);
      g_signal_emit (self, signals[ARRIVED], 0, load->scene, TRUE);
    }
  else
    g_signal_emit (self, signals[STOPPED], 0, error);
  load_free (load);
}

static gboolean
is_small (BaryStore *store)
{
  gint64 members = 0;

  return bary_store_count (store, BARY_KIND_MEMBERSHIP, &members, NULL) && members <= FEW;
}

void
bary_network_loader_load (BaryNetworkLoader        *self,
                          BarySession              *session,
                          const BaryNetworkRequest *request,
                          const char               *family)
{
  BaryStore *store = bary_session_get_store (session);
  Load *load = load_new (self, store, request, family);

  bary_network_loader_stop (self);
  if (is_small (store))
    {
      load_now (self, store, load);
      return;
    }

  self->job = bary_job_new (_("The diagram is laid out"));
  load->cancellable = g_object_ref (bary_job_get_cancellable (self->job));
  bary_job_set_source (self->job, get_fraction, load->progress);
  bary_session_run (session, self->job, work, done_cb, G_OBJECT (self), load, (GDestroyNotify) load_free);
}

void
bary_network_loader_stop (BaryNetworkLoader *self)
{
  if (self->job != NULL)
    g_cancellable_cancel (bary_job_get_cancellable (self->job));
  g_clear_object (&self->job);
}

gboolean
bary_network_loader_is_working (BaryNetworkLoader *self)
{
  return self->job != NULL;
}
