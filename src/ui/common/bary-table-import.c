#include "bary-table-import.h"

#include "bary-config.h"
#include "bary-dialogs.h"
#include "bary-table-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  GtkWidget   *parent;
  BarySession *session;
  BaryRecord  *pattern;
} Import;

static Import *
import_new (GtkWidget   *parent,
            BarySession *session,
            BaryRecord  *pattern)
{
  Import *import = g_new0 (Import, 1);

  import->parent = g_object_ref (parent);
  import->session = g_object_ref (session);
  import->pattern = g_object_ref (pattern);
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
  GtkWidget *dialog = bary_table_dialog_new (import->session, import->pattern, bytes);

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
                        BaryRecord  *pattern)
{
  bary_dialogs_open_file (GTK_WINDOW (gtk_widget_get_root (parent)), _("Import a Table"), _("Tables (CSV)"), "*.csv",
                          file_chosen, import_new (parent, session, pattern));
}

static void
text_read_cb (GObject      *clipboard,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Import) import = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (text == NULL || *text == '\0')
    {
      bary_dialogs_tell (GTK_WINDOW (gtk_widget_get_root (import->parent)), _("There is no table to paste"),
                         _("Select the rows in a spreadsheet together with their headings, copy them, and paste here."));
      return;
    }

  bytes = g_bytes_new (text, strlen (text));
  present_import (import, bytes);
}

void
bary_table_import_paste (GtkWidget   *parent,
                         BarySession *session,
                         BaryRecord  *pattern)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (parent), NULL, text_read_cb,
                                 import_new (parent, session, pattern));
}
