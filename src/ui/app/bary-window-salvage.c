#include "bary-window-private.h"

#include "bary-config.h"
#include "bary-dialogs.h"
#include "bary-file.h"
#include "bary-salvage.h"

#include <glib/gi18n-lib.h>

/* More than this nobody reads in a dialog; “barycenterctl salvage” lists all. */
#define MOST_LINES 20

typedef struct {
  char        *damaged;
  char        *target;
  BarySalvage  salvage;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  bary_salvage_clear (&work->salvage);
  g_free (work->damaged);
  g_free (work->target);
  g_free (work);
}

/* What was half made is no database. */
static gboolean
salvage_work (BaryJob   *job,
              gpointer   data,
              GError   **error)
{
  Work *work = data;
  BaryStore *store = bary_salvage_begin (work->damaged, work->target, NULL, NULL, error);
  gboolean done;

  if (store == NULL)
    return FALSE;

  done = bary_salvage_into (store, work->damaged, &work->salvage, bary_job_get_cancellable (job), error);
  g_object_unref (store);
  if (!done)
    bary_file_discard (work->target);
  return done;
}

static void
salvaged_cb (gpointer      window,
             gpointer      data,
             const GError *error)
{
  BaryWindow *self = window;
  Work *work = data;
  g_autofree char *words = NULL;

  if (self->session == NULL)
    return;
  if (error != NULL)
    {
      bary_window_fail (self, _("Nothing could be saved"), error);
      return;
    }

  words = bary_salvage_to_words (&work->salvage, MOST_LINES);
  bary_window_open_database (self, work->target);
  bary_dialogs_tell (GTK_WINDOW (self), _("What Was Whole Is in the New File"), words);
}

static void
chosen_cb (GFile    *file,
           gpointer  window)
{
  g_autoptr (BaryWindow) self = window;
  g_autoptr (BaryJob) job = NULL;
  Work *work;

  if (file == NULL || g_file_peek_path (file) == NULL || self->session == NULL)
    return;

  work = g_new0 (Work, 1);
  work->damaged = g_strdup (self->path);
  work->target = g_file_get_path (file);
  job = bary_job_new (_("Saving what is whole"));
  bary_window_run (self, job, salvage_work, salvaged_cb, work, work_free);
}

static void
salvage_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  bary_dialogs_save_file (GTK_WINDOW (widget), _("Save What Is Whole into a New File"), _("saved.db"), chosen_cb, g_object_ref (widget));
}

void
bary_window_class_install_salvage (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.salvage", NULL, salvage_cb);
}
