#include "bary-application-acts.h"

#include "bary-appendix-file.h"
#include "bary-application-report.h"
#include "bary-application.h"
#include "bary-config.h"
#include "bary-contest.h"
#include "bary-contest-list.h"
#include "bary-date.h"
#include "bary-dialogs.h"
#include "bary-dispatch-run.h"
#include "bary-report-print.h"
#include "bary-store-contest.h"
#include "bary-store-field.h"
#include "bary-store-registry.h"

#include <glib/gi18n-lib.h>

void
bary_application_prefill (BarySession *session,
                          BaryRecord  *application)
{
  BaryStore *store = bary_session_get_store (session);
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autofree char *name = bary_contest_list_name (store, application);
  g_autoptr (GError) error = NULL;

  if (bary_store_collect_prefill (store, application, changes, &error))
    bary_session_commit (session, N_("Fill in the application %s from the directory"), name, changes);
  else
    bary_session_fail (session, error);
}

/* Handing in */

void
bary_application_hand_in (BarySession *session,
                          BaryRecord  *application)
{
  BaryStore *store = bary_session_get_store (session);
  BaryApplication *record = BARY_APPLICATION (application);
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%H:%M");
  g_autofree char *today = bary_date_today ();
  g_autofree char *name = bary_contest_list_name (store, application);
  g_autofree char *number = NULL;
  g_autoptr (GError) error = NULL;
  gboolean over;
  guint next;

  if (!bary_store_find_next_number (store, record->contest, &next, &error) ||
      !bary_store_is_stage_over (store, record->contest, "submission", today, &over, &error))
    {
      bary_session_fail (session, error);
      return;
    }
  number = g_strdup_printf ("%u", next);
  bary_changes_set (changes, application, "state", "submitted");
  if (record->number == NULL)
    bary_changes_set (changes, application, "number", number);
  bary_changes_set (changes, application, "submitted_on", today);
  bary_changes_set (changes, application, "submitted_time", time);
  if (g_str_equal (record->state, "draft"))
    bary_changes_set (changes, application, "late", over ? "yes" : NULL);
  bary_session_commit (session, N_("Hand in the application %s"), name, changes);
}

/* Once it is handed in, and until the contest is decided. */
gboolean
bary_application_is_reviewable (BaryStore  *store,
                                BaryRecord *application)
{
  const BaryApplication *record = BARY_APPLICATION (application);
  g_autoptr (BaryRecord) contest = bary_store_get (store, BARY_KIND_CONTEST, record->contest, NULL);

  return !bary_store_is_read_only (store) && contest != NULL && BARY_CONTEST (contest)->order_number == NULL &&
         !g_str_equal (record->state, "draft") && !g_str_equal (record->state, "withdrawn");
}

/* Appendices */

void
bary_application_add_file (GtkWidget   *parent,
                           BarySession *session,
                           BaryRecord  *application,
                           const char  *field)
{
  static const BaryAppendixWords words = {
    N_("Add a File"), NULL, NULL, N_("Add the file %s"),
    N_("“%s” is larger than 8 MiB: put it on a site and write its address in the form"),
  };
  g_autoptr (BaryRecord) appendix = bary_record_new (BARY_KIND_APPENDIX, NULL);

  bary_record_set_all (appendix, "application", bary_record_get_id (application), "field", field, NULL);
  bary_appendix_file_add (parent, session, appendix, &words);
}

/* To the centre */

void
bary_application_send (GtkWidget   *parent,
                       BarySession *session,
                       BaryRecord  *application)
{
  g_autofree char *title = bary_contest_list_name (bary_session_get_store (session), application);
  /* Translators: the name of a file that is suggested; %s: an organisation */
  g_autofree char *name = g_strdup_printf (_("Application %s.xml"), title);

  bary_dispatch_ask_back (parent, session, bary_package_kind_find ("application"), bary_record_get_id (application), "template",
                          BARY_APPLICATION (application)->contest, name);
}

/* Paper */

/* What waits for a file to be chosen. */
typedef struct {
  BarySession *session;
  BaryRecord  *application;
} Waiting;

static void
free_waiting (Waiting *waiting)
{
  g_object_unref (waiting->session);
  g_object_unref (waiting->application);
  g_free (waiting);
}

static void
paper_chosen_cb (GFile    *file,
                 gpointer  data)
{
  Waiting *waiting = data;
  BaryStore *store = bary_session_get_store (waiting->session);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *organisation = bary_store_field_to_words (store, waiting->application, "organisation");
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryContestForm) form = path != NULL ? bary_store_read_application (store, waiting->application, &error) : NULL;

  if (form != NULL)
    bary_report_write (waiting->session, bary_application_report_new (form, organisation), path);
  else if (error != NULL)
    bary_session_fail (waiting->session, error);
  free_waiting (waiting);
}

void
bary_application_save_paper (GtkWidget   *parent,
                             BarySession *session,
                             BaryRecord  *application)
{
  Waiting *waiting = g_new0 (Waiting, 1);
  g_autofree char *organisation = bary_contest_list_name (bary_session_get_store (session), application);
  /* Translators: the name of a file that is suggested; %s: an organisation */
  g_autofree char *name = g_strdup_printf (_("Application %s.pdf"), organisation);

  waiting->session = g_object_ref (session);
  waiting->application = g_object_ref (application);
  bary_dialogs_save_file (GTK_WINDOW (gtk_widget_get_root (parent)), _("Save the Form as .pdf, .xlsx, .csv or .odt"), name,
                          paper_chosen_cb, waiting);
}
