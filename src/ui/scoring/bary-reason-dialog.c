#include "bary-reason-dialog.h"

#include "bary-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct {
  GtkWidget    *widget;
  BaryReasoned  reasoned;
} Question;

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->widget);
  g_free (question);
}

static void
answered_cb (AdwMessageDialog *dialog,
             const char       *response,
             Question         *question)
{
  GtkWidget *entry = adw_message_dialog_get_extra_child (dialog);
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  if (g_str_equal (response, "done") && *reason != '\0')
    question->reasoned (question->widget, reason);
}

static void
changed_cb (AdwMessageDialog *dialog,
            GtkEditable      *entry)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (dialog, "done", *reason != '\0');
}

void
bary_reason_dialog_ask (GtkWidget    *widget,
                        const char   *heading,
                        const char   *body,
                        const char   *label,
                        BaryReasoned  reasoned)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), heading, body));
  GtkWidget *entry = gtk_entry_new ();
  Question *question = g_new0 (Question, 1);

  question->widget = g_object_ref (widget);
  question->reasoned = reasoned;
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Reason"), -1);
  adw_message_dialog_set_extra_child (dialog, entry);
  adw_message_dialog_add_responses (dialog, "cancel", _("Cancel"), "done", label, NULL);
  adw_message_dialog_set_response_appearance (dialog, "done", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (dialog, "done", FALSE);
  adw_message_dialog_set_default_response (dialog, "done");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}
