#include "bary-window-private.h"

#include "bary-config.h"
#include "bary-dialogs.h"
#include "bary-import-dialog.h"
#include "bary-mail-draft.h"
#include "bary-mail-open.h"
#include "bary-refusal.h"
#include "bary-view-slot.h"

#include <glib/gi18n-lib.h>

/* One package on its way in: looked through first, and brought in when the person agrees. */
typedef struct {
  char             *database; /* NULL when there is none yet */
  BaryPackage      *package;
  BaryTrust         trust;
  BaryIntakeFlags   flags;
  char             *plan;     /* (nullable): what the person agreed to */
  BaryImportReport  report;
} Import;

static void
import_free (Import *import)
{
  bary_import_report_clear (&import->report);
  g_clear_object (&import->package);
  g_free (import->plan);
  g_free (import->database);
  g_free (import);
}

static Import *
import_new (BaryWindow      *self,
            BaryPackage     *package,
            BaryIntakeFlags  flags,
            const char      *plan)
{
  Import *import = g_new0 (Import, 1);

  if (bary_session_get_store (self->session) != NULL)
    import->database = g_strdup (self->path);
  import->package = g_object_ref (package);
  import->flags = flags;
  import->plan = g_strdup (plan);
  return import;
}

/* Where there is no database yet, nobody is known. */
static gboolean
rehearse (Import        *import,
          GCancellable  *cancellable,
          GError       **error)
{
  if (!bary_package_check_apart (import->package, NULL, cancellable, error) || !bary_package_read_manifest (import->package, error) ||
      !bary_store_rehearse (BARY_RECORD_SOURCE (import->package), BARY_IMPORT_PREVIEW, &import->report, cancellable, error))
    return FALSE;

  import->trust = bary_package_get_manifest (import->package)->key != NULL ? BARY_TRUST_UNKNOWN : BARY_TRUST_UNSIGNED;
  return TRUE;
}

static gboolean
import_work (BaryJob   *job,
             gpointer   data,
             GError   **error)
{
  Import *import = data;
  GCancellable *cancellable = bary_job_get_cancellable (job);
  g_autoptr (BaryStore) store = NULL;

  if (import->database == NULL)
    return rehearse (import, cancellable, error);

  store = bary_store_open (import->database, BARY_DATABASE_READ_WRITE, error);
  if (store == NULL ||
      (bary_intake_look (store, import->package, &import->trust, error) &&
       bary_intake_import (store, import->package, N_("Import %s"), bary_package_get_sender (import->package), import->flags,
                           import->plan, &import->report, cancellable, error)))
    return store != NULL;

  bary_refusal_log (store, import->package, *error, NULL);
  return FALSE;
}

static double
package_progress (gpointer package)
{
  return bary_package_get_progress (package);
}

static void import_next (BaryWindow *self);

static void
import_ended (BaryWindow *self)
{
  self->importing = FALSE;
  import_next (self);
}

/* Somebody has edited what the person agreed to. */
static void
look_again (BaryWindow  *self,
            BaryPackage *package)
{
  bary_window_toast (self, _("The data have changed meanwhile: look at the package once more"));
  g_queue_push_head (&self->imports, g_file_new_for_path (bary_package_get_path (package)));
}

/* Whoever gets an assignment gets to work. */
static void
open_desk (BaryWindow  *self,
           BaryPackage *package)
{
  const BaryManifest *manifest = bary_package_get_manifest (package);
  BaryStore *store = bary_session_get_store (self->session);
  g_autoptr (BaryRecord) expert = NULL;

  if (g_strcmp0 (manifest->kind, "assignment") != 0 || store == NULL)
    return;
  expert = bary_store_get (store, BARY_KIND_CONTEST_EXPERT, manifest->subject, NULL);
  if (expert != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.review", "s", bary_record_get_text (expert, "contest"));
}

static void
imported_cb (gpointer      window,
             gpointer      data,
             const GError *error)
{
  BaryWindow *self = window;
  Import *import = data;

  if (self->session == NULL)
    return;

  if (g_error_matches (error, BARY_STORE_ERROR, BARY_STORE_ERROR_OUTDATED))
    look_again (self, import->package);
  else if (error != NULL)
    bary_window_fail (self, _("The package was not brought in"), error);
  else
    {
      bary_session_announce (self->session);
      open_desk (self, import->package);
    }
  bary_session_note_exchange (self->session);
  import_ended (self);
}

/* A package whose words are yet to be compared is not forgotten. */
static void
keep_waiting (BaryWindow  *self,
              BaryPackage *package,
              BaryTrust    trust)
{
  BaryStore *store = bary_session_get_store (self->session);
  g_autoptr (GError) error = NULL;

  if (store == NULL || bary_store_is_read_only (store) || (trust != BARY_TRUST_UNKNOWN && trust != BARY_TRUST_CHANGED))
    return;
  if (!bary_intake_keep_waiting (store, package, trust, &error))
    bary_session_fail (self->session, error);
  bary_session_note_exchange (self->session);
}

static void
answered_cb (BaryImportDialog *dialog,
             gboolean          import,
             BaryWindow       *self)
{
  BaryPackage *package = g_object_get_data (G_OBJECT (dialog), "bary-package");
  const char *plan = g_object_get_data (G_OBJECT (dialog), "bary-plan");
  g_autoptr (BaryJob) job = NULL;

  /* The first package is a way in: its database is made when it is wanted. */
  if (import && bary_session_get_store (self->session) == NULL)
    bary_window_make_database (self, self->path, FALSE);
  if (!import)
    keep_waiting (self, package, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (dialog), "bary-trust")));
  if (!import || !bary_window_is_writable (self))
    {
      import_ended (self);
      return;
    }

  job = bary_job_new (_("Bringing in the package"));
  bary_job_set_source (job, package_progress, G_OBJECT (package));
  bary_window_run (self, job, import_work, imported_cb, import_new (self, package, BARY_INTAKE_TRUST_SENDER | BARY_INTAKE_WORDS, plan),
                   (GDestroyNotify) import_free);
}

/* What is missing is asked for */

typedef struct {
  GtkWindow *parent;
  char      *sender;  /* (nullable) */
  char      *missing; /* which edits, in words */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_object_unref (request->parent);
  g_free (request->sender);
  g_free (request->missing);
  g_free (request);
}

static void
write_request_cb (gpointer data)
{
  Request *request = data;
  const char *const nobody[] = { NULL };
  /* Translators: the text of a letter; 1: whom it is to, 2: what the program says is missing */
  g_autofree char *text = g_strdup_printf (_("To %1$s.\n\nYour package of changes did not come in here:\n%2$s\n\n"
                                             "Please make a package of changes for us anew: “Exchange”, “Make a package…”, “Changes”.\n"),
                                           request->sender != NULL ? request->sender : "", request->missing);
  g_autoptr (GBytes) draft = bary_mail_draft_new (nobody, _("Please send the missing changes"), text, NULL, 0);

  bary_mail_open (request->parent, "request", draft);
}

static void
offer_request (BaryWindow   *self,
               BaryPackage  *package,
               const GError *error)
{
  Request *request = g_new0 (Request, 1);

  request->parent = g_object_ref (GTK_WINDOW (self));
  request->sender = g_strdup (bary_package_get_sender (package));
  request->missing = g_strdup (error->message);
  bary_dialogs_confirm (GTK_WINDOW (self), _("Earlier Changes Are Missing"), error->message, _("_Write the Request…"), write_request_cb,
                        request, request_free);
}

static void
looked_through_cb (gpointer      window,
                   gpointer      data,
                   const GError *error)
{
  BaryWindow *self = window;
  Import *import = data;
  BaryImportDialog *dialog;

  if (self->session == NULL)
    return;
  if (g_error_matches (error, BARY_STORE_ERROR, BARY_STORE_ERROR_GAP))
    offer_request (self, import->package, error);
  else if (error != NULL)
    bary_window_fail (self, _("This package cannot be brought in"), error);
  if (error != NULL)
    {
      bary_session_note_exchange (self->session);
      import_ended (self);
      return;
    }

  if (import->report.added == 0 && import->report.changed == 0 && bary_session_get_store (self->session) != NULL &&
      g_strcmp0 (bary_package_get_manifest (import->package)->kind, "assignment") == 0)
    {
      open_desk (self, import->package);
      import_ended (self);
      return;
    }

  dialog = bary_import_dialog_new (GTK_WINDOW (self), bary_session_get_store (self->session), import->package, import->trust, &import->report);
  g_object_set_data_full (G_OBJECT (dialog), "bary-package", g_object_ref (import->package), g_object_unref);
  if (import->database != NULL)
    g_object_set_data_full (G_OBJECT (dialog), "bary-plan", g_strdup (import->report.plan), g_free);
  g_object_set_data (G_OBJECT (dialog), "bary-trust", GINT_TO_POINTER (import->trust));
  g_signal_connect_object (dialog, "answered", G_CALLBACK (answered_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
look_through (BaryWindow *self,
              GFile      *file)
{
  const char *path = g_file_peek_path (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryPackage) package = NULL;
  g_autoptr (BaryJob) job = NULL;

  if (path != NULL)
    package = bary_package_open (path, &error);
  else
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                         _("The file is not on this computer: copy it here first"));
  if (package == NULL)
    {
      bary_window_fail (self, _("This package cannot be brought in"), error);
      import_ended (self);
      return;
    }

  job = bary_job_new (_("Looking through the package"));
  bary_job_set_source (job, package_progress, G_OBJECT (package));
  bary_window_run (self, job, import_work, looked_through_cb, import_new (self, package, BARY_INTAKE_DRY_RUN | BARY_INTAKE_PREVIEW | BARY_INTAKE_TRUST_SENDER, NULL),
                   (GDestroyNotify) import_free);
}

/* What is no package belongs to a tab. */
static const struct { const char *ending, *tab; } files_of_tabs[] = {
  { ".ics", "roadmap" },
};

/* Returns: whether a tab takes the file. */
static gboolean
give_to_tab (BaryWindow *self,
             GFile      *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (files_of_tabs) && lower != NULL && bary_session_get_store (self->session) != NULL; i++)
    {
      GtkWidget *slot = adw_view_stack_get_child_by_name (self->views, files_of_tabs[i].tab);

      if (!g_str_has_suffix (lower, files_of_tabs[i].ending))
        continue;
      adw_view_stack_set_visible_child (self->views, slot);
      return bary_view_take_file (bary_view_slot_get_view (BARY_VIEW_SLOT (slot)), file);
    }
  return FALSE;
}

static void
import_next (BaryWindow *self)
{
  g_autoptr (GFile) file = NULL;

  if (self->importing || g_queue_is_empty (&self->imports))
    return;

  file = g_queue_pop_head (&self->imports);
  if (bary_session_get_store (self->session) != NULL && !bary_window_is_writable (self))
    return;

  if (give_to_tab (self, file))
    {
      import_next (self);
      return;
    }

  self->importing = TRUE;
  look_through (self, file);
}

void
bary_window_import_file (BaryWindow *self,
                         GFile      *file)
{
  g_queue_push_tail (&self->imports, g_object_ref (file));
  import_next (self);
}

void
bary_window_import (BaryWindow *self,
                    GListModel *files)
{
  g_return_if_fail (BARY_IS_WINDOW (self) && G_IS_LIST_MODEL (files));

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      bary_window_import_file (self, file);
    }
}
