#include "bary-table-import.h"

#include "bary-config.h"
#include "bary-dialogs.h"
#include "bary-html-table.h"
#include "bary-plan-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  GtkWidget   *parent;
  BarySession *session;
  BaryRecord  *pattern;
  BaryTableRemark remark;
} Import;

static Import *
import_new (GtkWidget   *parent,
            BarySession *session,
            BaryRecord  *pattern,
            BaryTableRemark remark)
{
  Import *import = g_new0 (Import, 1);

  import->parent = g_object_ref (parent);
  import->session = g_object_ref (session);
  import->pattern = g_object_ref (pattern);
  import->remark = remark;
  return import;
}

static void
import_free (Import *import)
{
  g_object_unref (import->parent);
  g_object_unref (import->session);
  g_object_unref (import->pattern);
  g_free (import);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Import, import_free)

static void
present_import (Import *import,
                GBytes *bytes)
{
  GtkWidget *dialog = bary_table_dialog_new (import->session, import->pattern, bytes, import->remark, import->parent);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (import->parent)));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
file_chosen (GFile    *file,
             gpointer  user_data)
{
  g_autoptr (Import) import = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (file == NULL)
    return;

  bytes = g_file_load_bytes (file, NULL, NULL, &error);
  if (bytes != NULL)
    present_import (import, bytes);
  else
    bary_session_fail (import->session, error);
}

void
bary_table_import_open (GtkWidget   *parent,
                        BarySession *session,
                        BaryRecord  *pattern,
                        BaryTableRemark remark)
{
  bary_dialogs_open_file (GTK_WINDOW (gtk_widget_get_root (parent)), _("Import a Table"), _("Tables (CSV)"), "*.csv",
                          file_chosen, import_new (parent, session, pattern, remark));
}

static void
present_text (Import     *import,
              const char *text)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *lines = NULL;

  if (text == NULL || *text == '\0')
    {
      bary_dialogs_tell (GTK_WINDOW (gtk_widget_get_root (import->parent)), _("There is no table to paste"),
                         _("Select the rows of a table together with their headings, copy them, and paste here."));
      return;
    }

  if (bary_record_get_kind (import->pattern) == BARY_KIND_EVENT)
    lines = bary_plan_text_to_table (text, bary_session_get_school_year (import->session));
  text = lines != NULL ? lines : text;
  bytes = g_bytes_new (text, strlen (text));
  present_import (import, bytes);
}

static void
text_read_cb (GObject      *clipboard,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Import) import = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  present_text (import, text);
}

static void
read_text (Import *import)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (import->parent), NULL, text_read_cb, import);
}

/* A word processor's table comes apart in plain text, in a page it does not. */
static void
page_read_cb (GObject      *stream,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Import) import = user_data;
  g_autoptr (GBytes) page = NULL;
  g_autofree char *text = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (stream), result, NULL) >= 0)
    page = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  if (page != NULL)
    text = bary_html_table_to_text (page);

  if (text != NULL)
    present_text (import, text);
  else
    read_text (g_steal_pointer (&import));
}

static void
page_opened_cb (GObject      *clipboard,
                GAsyncResult *result,
                gpointer      user_data)
{
  Import *import = user_data;
  g_autoptr (GInputStream) page = gdk_clipboard_read_finish (GDK_CLIPBOARD (clipboard), result, NULL, NULL);
  g_autoptr (GOutputStream) bytes = NULL;

  if (page == NULL)
    {
      read_text (import);
      return;
    }

  bytes = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (bytes, page, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, page_read_cb, import);
}

void
bary_table_import_paste (GtkWidget   *parent,
                         BarySession *session,
                         BaryRecord  *pattern,
                         BaryTableRemark remark)
{
  const char *pages[] = { "text/html", NULL };
  GdkClipboard *clipboard = gtk_widget_get_clipboard (parent);
  Import *import = import_new (parent, session, pattern, remark);

  if (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), pages[0]))
    gdk_clipboard_read_async (clipboard, pages, G_PRIORITY_DEFAULT, NULL, page_opened_cb, import);
  else
    read_text (import);
}
