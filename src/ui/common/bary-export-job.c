#include "bary-export-job.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

typedef struct {
  BarySession *session;
  BaryExport  *export;
  char        *path;
  BaryJob     *job;
} Writing;

static void
writing_free (Writing *writing)
{
  bary_export_free (writing->export);
  g_object_unref (writing->session);
  g_free (writing->path);
  g_free (writing);
}

static gboolean
progress_cb (double   done,
             gpointer user_data)
{
  Writing *writing = user_data;

  return !g_cancellable_is_cancelled (bary_job_get_cancellable (writing->job));
}

static gboolean
write_work (BaryJob   *job,
            gpointer   data,
            GError   **error)
{
  Writing *writing = data;

  writing->job = job;
  return bary_export_write (writing->export, writing->path, progress_cb, writing, error);
}

static void
written_cb (gpointer      session,
            gpointer      data,
            const GError *error)
{
  Writing *writing = data;

  if (!g_error_matches (error, BARY_EXPORT_ERROR, BARY_EXPORT_ERROR_STOPPED))
    /* Translators: %s: a file */
    bary_session_tell_file (session, _("The picture is in %s"), writing->path, error);
}

void
bary_export_job_run (BarySession *session,
                     BaryExport  *export,
                     const char  *path)
{
  g_autoptr (BaryJob) job = bary_job_new (_("Writing the picture"));
  Writing *writing = g_new0 (Writing, 1);

  writing->session = g_object_ref (session);
  writing->export = export;
  writing->path = g_strdup (path);
  bary_session_run (session, job, write_work, written_cb, G_OBJECT (session), writing, (GDestroyNotify) writing_free);
}
