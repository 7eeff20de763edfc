#include "bary-rows.h"

#include "bary-config.h"
#include "bary-form-page.h"

GtkWidget *
bary_rows_make (const char *title,
                const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  return row;
}

GtkWidget *
bary_rows_add (GPtrArray           *rows,
               AdwPreferencesGroup *group,
               const char          *title,
               const char          *subtitle)
{
  GtkWidget *row = bary_rows_make (title, subtitle);

  adw_preferences_group_add (group, row);
  g_ptr_array_add (rows, row);
  return row;
}

void
bary_rows_clear (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      GtkWidget *group = gtk_widget_get_ancestor (rows->pdata[i], ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), rows->pdata[i]);
    }
  g_ptr_array_set_size (rows, 0);
}

static void
activated_cb (GtkWidget   *row,
              BarySession *session)
{
  bary_form_page_present (row, session, g_object_get_data (G_OBJECT (row), "bary-record"), g_object_get_data (G_OBJECT (row), "bary-hidden"), NULL);
}

void
bary_row_open_form (AdwActionRow      *row,
                    BarySession       *session,
                    BaryRecord        *record,
                    const char *const *hidden)
{
  adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("document-edit-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "bary-record", g_object_ref (record), g_object_unref);
  g_object_set_data (G_OBJECT (row), "bary-hidden", (gpointer) hidden);
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), session, 0);
}
