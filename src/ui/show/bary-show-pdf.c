#include "bary-show-pdf.h"

#include "bary-config.h"
#include "bary-dialogs.h"
#include "bary-slides-pdf.h"
#include "bary-text.h"

#include <glib/gi18n-lib.h>

/* What the worker needs: it reads the presentation anew, through a connection of its own. */
typedef struct {
  char             *database;
  char             *path;
  BaryPicture       picture;
  char             *cluster;
  char             *day;
  char             *family;
  char             *centre;
  BaryScene        *like;
  BaryPresentation *presentation;
  GPtrArray        *scenes;
} Work;

static void
free_work (gpointer data)
{
  Work *work = data;

  g_free (work->database);
  g_free (work->path);
  g_free (work->cluster);
  g_free (work->day);
  g_free (work->family);
  g_free (work->centre);
  g_clear_pointer (&work->like, bary_scene_unref);
  g_clear_pointer (&work->presentation, bary_presentation_free);
  g_clear_pointer (&work->scenes, g_ptr_array_unref);
  g_free (work);
}

static gboolean
go_on_cb (double                 done,
          const BaryGraphLayout *so_far,
          gpointer               job)
{
  return !g_cancellable_is_cancelled (bary_job_get_cancellable (job));
}

static BaryScene *
scene_cb (const BaryShowStep *step,
          gpointer            data)
{
  Work *work = data;

  return work->scenes->pdata[bary_presentation_find_network (work->presentation, step)];
}

static gboolean
write_file (Work    *work,
            GError **error)
{
  g_autoptr (GPtrArray) shown = bary_slides_select_shown (work->presentation->slides);
  BaryNetwork *network = work->presentation->networks->pdata[0];
  g_autofree char *below = bary_slides_describe (network);
  BarySlidesPdf pdf = {
    .shown = shown, .scene = scene_cb, .user_data = work, .theme = bary_theme_get (BARY_THEME_LIGHT), .family = work->family,
    .title = network->title, .centre = work->centre, .below = below,
  };

  return bary_slides_save_pdf (&pdf, work->path, error);
}

static gboolean
work_cb (BaryJob   *job,
         gpointer   data,
         GError   **error)
{
  Work *work = data;
  g_autoptr (BaryStore) store = bary_store_open (work->database, BARY_DATABASE_READ_ONLY, error);

  if (store == NULL)
    return FALSE;
  work->presentation = bary_store_read_presentation (store, work->picture, work->cluster, work->day, error);
  if (work->presentation == NULL)
    return FALSE;
  work->scenes = bary_show_step_arrange_scenes (work->presentation->networks, work->family, work->like, go_on_cb, job);
  if (work->scenes == NULL)
    return !g_cancellable_set_error_if_cancelled (bary_job_get_cancellable (job), error);
  return write_file (work, error);
}

static void
done_cb (gpointer      session,
         gpointer      data,
         const GError *error)
{
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    bary_session_fail (session, error);
}

static void
chosen_cb (GFile    *file,
           gpointer  user_data)
{
  g_autoptr (BaryShow) show = user_data;
  BarySession *session = bary_show_get_session (show);
  BaryStore *store = bary_session_get_store (session);
  g_autoptr (BaryJob) job = NULL;
  Work *work;

  if (file == NULL || store == NULL)
    return;

  work = g_new0 (Work, 1);
  work->database = g_strdup (bary_store_get_path (store));
  work->path = g_file_get_path (file);
  work->family = g_strdup (bary_show_get_family (show));
  work->centre = bary_show_dup_centre (show);
  bary_show_describe_picture (show, &work->picture, &work->cluster, &work->day, &work->like);
  job = bary_job_new (_("Writing the steps of the presentation"));
  bary_session_run (session, job, work_cb, done_cb, G_OBJECT (session), work, free_work);
}

void
bary_show_save_pdf (BaryShow  *show,
                    GtkWindow *parent)
{
  BaryPresentation *presentation = bary_show_get_presentation (show);
  const char *title = presentation != NULL ? ((BaryNetwork *) presentation->networks->pdata[0])->title : _("Presentation");
  g_autofree char *stem = bary_text_to_file_name (title);
  g_autofree char *name = g_strconcat (stem, ".pdf", NULL);

  bary_dialogs_save_file (parent, _("Steps of the presentation as a PDF"), name, chosen_cb, g_object_ref (show));
}
