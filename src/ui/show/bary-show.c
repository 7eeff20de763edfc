#include "bary-show.h"

#include "bary-step-page.h"

/* What a worker makes: a presentation and a scene for each of its networks. */
typedef struct {
  char             *path;
  BaryPicture       picture;
  char             *cluster;
  char             *day;
  char             *family;
  BaryScene        *like;         /* nullable */
  BaryPresentation *presentation;
  GPtrArray        *scenes;       /* of BaryScene */
} Load;

struct _BaryShow {
  GObject           parent_instance;

  BarySession      *session;
  BaryStore        *store;
  BaryPicture       picture;
  char             *cluster;
  char             *day;
  char             *family;
  BaryScene        *like;

  BaryPresentation *presentation;
  GPtrArray        *scenes;
  GPtrArray        *shown;        /* borrows from the presentation */
  GCancellable     *cancellable;  /* of the worker that runs */
};

G_DEFINE_FINAL_TYPE (BaryShow, bary_show, G_TYPE_OBJECT)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
free_load (gpointer data)
{
  Load *load = data;

  g_free (load->path);
  g_free (load->cluster);
  g_free (load->day);
  g_free (load->family);
  g_clear_pointer (&load->like, bary_scene_unref);
  g_clear_pointer (&load->presentation, bary_presentation_free);
  g_clear_pointer (&load->scenes, g_ptr_array_unref);
  g_free (load);
}

/* In the worker */

static gboolean
go_on_cb (double                 done,
          const BaryGraphLayout *so_far,
          gpointer               cancellable)
{
  return !g_cancellable_is_cancelled (cancellable);
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Load *load = task_data;
  GError *error = NULL;
  g_autoptr (BaryStore) store = bary_store_open (load->path, BARY_DATABASE_READ_ONLY, &error);

  if (store != NULL)
    load->presentation = bary_store_read_presentation (store, load->picture, load->cluster, load->day, &error);
  if (load->presentation == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  load->scenes = bary_show_step_arrange_scenes (load->presentation->networks, load->family, load->like, go_on_cb, cancellable);
  g_task_return_boolean (task, load->scenes != NULL);
}

/* In the window's thread */

static void
take_steps (BaryShow *self)
{
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  self->shown = bary_slides_select_shown (self->presentation->slides);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  BaryShow *self = BARY_SHOW (object);
  Load *load = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      /* A cluster that is gone is presented no more. */
      if (error != NULL && !g_error_matches (error, BARY_STORE_ERROR, BARY_STORE_ERROR_NOT_FOUND))
        bary_session_fail (self->session, error);
      return;
    }
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->presentation, bary_presentation_free);
  g_clear_pointer (&self->scenes, g_ptr_array_unref);
  self->presentation = g_steal_pointer (&load->presentation);
  self->scenes = g_steal_pointer (&load->scenes);
  take_steps (self);
}

static void
stop (BaryShow *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
start (BaryShow *self)
{
  Load *load = g_new0 (Load, 1);
  g_autoptr (GTask) task = NULL;

  stop (self);
  self->cancellable = g_cancellable_new ();
  load->path = g_strdup (bary_store_get_path (self->store));
  load->family = g_strdup (self->family);
  bary_show_describe_picture (self, &load->picture, &load->cluster, &load->day, &load->like);
  task = g_task_new (self, self->cancellable, loaded_cb, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, load, free_load);
  g_task_run_in_thread (task, load_thread);
}

static gboolean
is_only_slides (GPtrArray *touches)
{
  for (guint i = 0; touches != NULL && i < touches->len; i++)
    if (((const BaryTrace *) touches->pdata[i])->kind != BARY_KIND_SLIDE)
      return FALSE;
  return touches != NULL;
}

/* Edited steps show the scenes that are there. */
static void
store_changed_cb (BaryShow  *self,
                  GPtrArray *touches)
{
  g_autoptr (GError) error = NULL;

  if (self->presentation == NULL || self->cancellable != NULL || !is_only_slides (touches))
    {
      start (self);
      return;
    }
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  if (bary_store_reread_slides (self->store, self->presentation, &error))
    take_steps (self);
  else if (error != NULL)
    bary_session_fail (self->session, error);
  else
    start (self);
}

static void
bary_show_dispose (GObject *object)
{
  BaryShow *self = BARY_SHOW (object);

  stop (self);
  g_clear_object (&self->store);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (bary_show_parent_class)->dispose (object);
}

static void
bary_show_finalize (GObject *object)
{
  BaryShow *self = BARY_SHOW (object);

  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->presentation, bary_presentation_free);
  g_clear_pointer (&self->scenes, g_ptr_array_unref);
  g_clear_pointer (&self->like, bary_scene_unref);
  g_free (self->cluster);
  g_free (self->day);
  g_free (self->family);

  G_OBJECT_CLASS (bary_show_parent_class)->finalize (object);
}

static void
bary_show_class_init (BaryShowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bary_show_dispose;
  object_class->finalize = bary_show_finalize;

  signals[CHANGED] = g_signal_new ("changed", BARY_TYPE_SHOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bary_show_init (BaryShow *self)
{
}

BaryShow *
bary_show_new (BarySession *session,
               BaryPicture  picture,
               const char  *cluster,
               BaryScene   *like,
               const char  *family)
{
  BaryShow *self = g_object_new (BARY_TYPE_SHOW, NULL);

  g_return_val_if_fail (bary_session_get_store (session) != NULL, NULL);

  self->session = g_object_ref (session);
  self->store = g_object_ref (bary_session_get_store (session));
  self->picture = picture;
  self->cluster = g_strdup (cluster);
  self->day = g_strdup (bary_session_get_day (session));
  self->family = g_strdup (family);
  self->like = like != NULL ? bary_scene_ref (like) : NULL;
  g_signal_connect_object (self->store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  start (self);
  return self;
}

BarySession *
bary_show_get_session (BaryShow *self)
{
  return self->session;
}

const char *
bary_show_get_family (BaryShow *self)
{
  return self->family;
}

BaryPresentation *
bary_show_get_presentation (BaryShow *self)
{
  return self->presentation;
}

const GPtrArray *
bary_show_get_shown (BaryShow *self)
{
  if (self->shown == NULL)
    self->shown = g_ptr_array_new ();
  return self->shown;
}

BaryScene *
bary_show_get_scene (BaryShow           *self,
                     const BaryShowStep *step)
{
  if (self->presentation == NULL)
    return NULL;
  return self->scenes->pdata[bary_presentation_find_network (self->presentation, step)];
}

char *
bary_show_describe (BaryShow *self)
{
  return self->presentation != NULL ? bary_slides_describe (self->presentation->networks->pdata[0]) : NULL;
}

char *
bary_show_dup_centre (BaryShow *self)
{
  g_autofree char *id = bary_store_dup_meta (self->store, BARY_META_OWN_CENTRE);
  g_autoptr (BaryRecord) centre = id != NULL ? bary_store_get (self->store, BARY_KIND_CENTRE, id, NULL) : NULL;

  return centre != NULL ? g_strdup (bary_record_get_name (centre)) : NULL;
}

void
bary_show_describe_picture (BaryShow     *self,
                            BaryPicture  *picture,
                            char        **cluster,
                            char        **day,
                            BaryScene   **like)
{
  BaryScene *scene = self->scenes != NULL ? self->scenes->pdata[0] : self->like;

  *picture = self->picture;
  *cluster = g_strdup (self->cluster);
  *day = g_strdup (self->day);
  *like = scene != NULL ? bary_scene_ref (scene) : NULL;
}

gboolean
bary_show_is_editable (BaryShow *self)
{
  return self->presentation != NULL && !bary_store_is_read_only (self->store);
}
