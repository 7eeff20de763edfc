#include "bary-application-acts.h"

#include "bary-config.h"
#include "bary-contest-list.h"
#include "bary-date.h"
#include "bary-day.h"
#include "bary-dialogs.h"
#include "bary-kinds.h"
#include "bary-store-contest.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#define CHUNK 75000 /* bytes: 100,000 characters of Base64 */
#define LARGEST (8 * 1024 * 1024)

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

static guint
find_next_number (BaryStore  *store,
                  const char *contest)
{
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_APPLICATION);
  g_autoptr (GPtrArray) applications = NULL;
  guint greatest = 0;

  bary_query_where (query, "contest", contest);
  applications = bary_store_select (store, query, NULL);
  for (guint i = 0; applications != NULL && i < applications->len; i++)
    if (BARY_APPLICATION (applications->pdata[i])->number != NULL)
      greatest = MAX (greatest, (guint) atoi (BARY_APPLICATION (applications->pdata[i])->number));
  return greatest + 1;
}

static gboolean
is_late (BaryStore  *store,
         const char *contest,
         const char *today)
{
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_CONTEST_STAGE);
  g_autoptr (GPtrArray) stages = NULL;
  BaryContestStage *stage;

  bary_query_where (query, "contest", contest);
  bary_query_where (query, "kind", "submission");
  stages = bary_store_select (store, query, NULL);
  if (stages == NULL || stages->len == 0)
    return FALSE;

  stage = stages->pdata[0];
  return stage->to != NULL &&
         bary_day_from_iso (today) > bary_day_from_iso (stage->to) + (stage->grace != NULL ? atoi (stage->grace) : 0);
}

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
  g_autofree char *number = g_strdup_printf ("%u", find_next_number (store, record->contest));
  g_autofree char *name = bary_contest_list_name (store, application);

  bary_changes_set (changes, application, "state", "submitted");
  if (record->number == NULL)
    bary_changes_set (changes, application, "number", number);
  bary_changes_set (changes, application, "submitted_on", today);
  bary_changes_set (changes, application, "submitted_time", time);
  if (g_str_equal (record->state, "draft"))
    bary_changes_set (changes, application, "late", is_late (store, record->contest, today) ? "yes" : NULL);
  bary_session_commit (session, N_("Hand in the application %s"), name, changes);
}

/* Appendices */

typedef struct {
  GtkWidget   *parent;
  BarySession *session;
  BaryRecord  *application;
  char        *field;
  char        *name;
} Adding;

static void
free_adding (Adding *adding)
{
  g_object_unref (adding->parent);
  g_object_unref (adding->session);
  g_object_unref (adding->application);
  g_free (adding->field);
  g_free (adding->name);
  g_free (adding);
}

static void
add_chunks (BaryChanges *changes,
            BaryRecord  *appendix,
            GBytes      *bytes)
{
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);

  for (gsize start = 0; start < length; start += CHUNK)
    {
      g_autoptr (BaryRecord) chunk = bary_record_new (BARY_KIND_APPENDIX_CHUNK, NULL);
      g_autofree char *text = g_base64_encode (data + start, MIN (CHUNK, length - start));
      g_autofree char *ordinal = g_strdup_printf ("%u", (guint) (start / CHUNK) + 1);

      bary_record_set_all (chunk, "appendix", bary_record_get_id (appendix), "ordinal", ordinal, "data", text, NULL);
      bary_changes_add (changes, chunk);
    }
}

static void
keep (Adding *adding,
      GBytes *bytes)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (BaryRecord) appendix = bary_record_new (BARY_KIND_APPENDIX, NULL);
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autofree char *size = g_strdup_printf ("%u", (guint) ((g_bytes_get_size (bytes) + 1023) / 1024));

  bary_record_set_all (appendix, "application", bary_record_get_id (adding->application), "field", adding->field,
                       "name", adding->name, "sha256", sum, "kibibytes", size, NULL);
  bary_changes_add (changes, appendix);
  add_chunks (changes, appendix, bytes);
  bary_session_commit (adding->session, N_("Add the file %s"), adding->name, changes);
}

static void
loaded_cb (GObject      *file,
           GAsyncResult *result,
           gpointer      data)
{
  Adding *adding = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (file), result, NULL, &error);

  if (bytes != NULL)
    keep (adding, bytes);
  else
    bary_session_fail (adding->session, error);
  free_adding (adding);
}

static void
measured_cb (GObject      *file,
             GAsyncResult *result,
             gpointer      data)
{
  Adding *adding = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (file), result, &error);

  if (info != NULL && g_file_info_get_size (info) > LARGEST)
    g_set_error (&error, G_IO_ERROR, G_IO_ERROR_FAILED,
                 _("“%s” is larger than 8 MiB: put it on a site and write its address in the form"), adding->name);
  if (error != NULL)
    {
      bary_session_fail (adding->session, error);
      free_adding (adding);
      return;
    }
  g_file_load_bytes_async (G_FILE (file), NULL, loaded_cb, adding);
}

static void
chosen_cb (GFile    *file,
           gpointer  data)
{
  Adding *adding = data;

  if (file == NULL)
    {
      free_adding (adding);
      return;
    }
  adding->name = g_file_get_basename (file);
  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, NULL,
                           measured_cb, adding);
}

void
bary_application_add_file (GtkWidget   *parent,
                           BarySession *session,
                           BaryRecord  *application,
                           const char  *field)
{
  Adding *adding = g_new0 (Adding, 1);

  adding->parent = g_object_ref (parent);
  adding->session = g_object_ref (session);
  adding->application = g_object_ref (application);
  adding->field = g_strdup (field);
  bary_dialogs_open_file (GTK_WINDOW (gtk_widget_get_root (parent)), _("Add a File"), NULL, NULL, chosen_cb, adding);
}
