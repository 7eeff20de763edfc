#include "bary-directory-table.h"

#include "bary-config.h"
#include "bary-csv.h"
#include "bary-dialogs.h"
#include "bary-directory-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

/* Import */

typedef struct {
  GtkWidget   *parent;
  BarySession *session;
  BaryKind     kind;
} Import;

static Import *
import_new (GtkWidget   *parent,
            BarySession *session,
            BaryKind     kind)
{
  Import *import = g_new0 (Import, 1);

  import->parent = g_object_ref (parent);
  import->session = g_object_ref (session);
  import->kind = kind;
  return import;
}

static void
import_free (Import *import)
{
  g_object_unref (import->parent);
  g_object_unref (import->session);
  g_free (import);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Import, import_free)

static void
present_import (Import *import,
                GBytes *bytes)
{
  GtkWidget *dialog = bary_directory_import_new (import->session, import->kind, bytes);

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
bary_directory_table_import (GtkWidget   *parent,
                             BarySession *session,
                             BaryKind     kind)
{
  bary_dialogs_open_file (GTK_WINDOW (gtk_widget_get_root (parent)), _("Import a Table"), _("Tables (CSV)"), "*.csv",
                          file_chosen, import_new (parent, session, kind));
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
bary_directory_table_paste (GtkWidget   *parent,
                            BarySession *session,
                            BaryKind     kind)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (parent), NULL, text_read_cb,
                                 import_new (parent, session, kind));
}

/* Export */

static GPtrArray *
make_headings (GPtrArray *fields)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < fields->len; i++)
    g_ptr_array_add (cells, g_strdup (bary_field_get_label (fields->pdata[i])));
  return cells;
}

/* Dates stay as a spreadsheet sorts them. */
static char *
cell_to_text (BaryStore       *store,
              const BaryField *field,
              const char      *value)
{
  return field->type == BARY_FIELD_DATE ? g_strdup (value) : bary_store_value_to_words (store, field, value);
}

char *
bary_directory_table_compose (BaryStore  *store,
                              GListModel *records,
                              GPtrArray  *fields)
{
  GString *text = g_string_new (BYTE_ORDER_MARK);
  g_autoptr (GPtrArray) headings = make_headings (fields);

  bary_csv_append_row (text, headings, ';');
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (BaryRecord) record = g_list_model_get_item (records, i);
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      for (guint j = 0; record != NULL && j < fields->len; j++)
        g_ptr_array_add (cells, cell_to_text (store, fields->pdata[j], bary_record_get (record, fields->pdata[j])));
      bary_csv_append_row (text, cells, ';');
    }
  return g_string_free (text, FALSE);
}

typedef struct {
  BarySession *session;
  char        *text;
} Export;

static void
place_chosen (GFile    *file,
              gpointer  user_data)
{
  Export *export = user_data;
  g_autoptr (GError) error = NULL;

  if (file != NULL && !g_file_replace_contents (file, export->text, strlen (export->text), NULL, FALSE,
                                                G_FILE_CREATE_NONE, NULL, NULL, &error))
    bary_session_fail (export->session, error);

  g_object_unref (export->session);
  g_free (export->text);
  g_free (export);
}

void
bary_directory_table_export (GtkWidget   *parent,
                             BarySession *session,
                             GListModel  *records,
                             const char  *name,
                             GPtrArray   *fields)
{
  Export *export = g_new0 (Export, 1);
  g_autofree char *suggested = g_strconcat (name, ".csv", NULL);

  export->session = g_object_ref (session);
  export->text = bary_directory_table_compose (bary_session_get_store (session), records, fields);
  bary_dialogs_save_file (GTK_WINDOW (gtk_widget_get_root (parent)), _("Export the List"), suggested, place_chosen, export);
}
