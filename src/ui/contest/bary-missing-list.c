#include "bary-missing-list.h"

#include "bary-answer-row.h"
#include "bary-config.h"

#include <glib/gi18n-lib.h>

static void
clicked_cb (GtkWidget     *field,
            GtkMenuButton *button)
{
  gtk_menu_button_popdown (button);
  bary_answer_row_start (g_object_get_data (G_OBJECT (field), "row"));
}

static void
add_field (GtkMenuButton *button,
           GtkBox        *list,
           BaryAnswerRow *row)
{
  GtkWidget *field = gtk_button_new_with_label (bary_answer_row_get_field (row)->name);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (field));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_has_frame (GTK_BUTTON (field), FALSE);
  g_object_set_data (G_OBJECT (field), "row", row);
  g_signal_connect_object (field, "clicked", G_CALLBACK (clicked_cb), button, 0);
  gtk_box_append (list, field);
}

void
bary_missing_list_fill (GtkMenuButton         *button,
                        GtkBox                *list,
                        const GPtrArray       *rows,
                        const BaryContestForm *form)
{
  guint n = bary_contest_form_count_faults (form);
  g_autofree char *words = n == 0 ? g_strdup (_("All is there")) :
                           g_strdup_printf (ngettext ("%u is missing", "%u are missing", n), n);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_box_remove (list, child);
  for (guint i = 0; i < rows->len; i++)
    if (bary_form_field_check (bary_answer_row_get_field (rows->pdata[i])) != BARY_FORM_FILLED)
      add_field (button, list, rows->pdata[i]);
  gtk_menu_button_set_label (button, words);
  gtk_widget_set_sensitive (GTK_WIDGET (button), n > 0);
}
