#include "bary-directory-table.h"

#include "bary-config.h"
#include "bary-csv-row.h"
#include "bary-dialogs.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

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
