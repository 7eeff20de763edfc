#include "bary-decision-dialog.h"

#include "bary-config.h"
#include "bary-date.h"
#include "bary-panel-decision.h"
#include "bary-store-panel.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct {
  BarySession      *session;
  char             *contest;
  AdwMessageDialog *dialog; /* the signal's own */
  GtkEditable      *number, *date;
} Question;

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->session);
  g_free (question->contest);
  g_free (question);
}

static void
decide (Question   *question,
        const char *day)
{
  BaryStore *store = bary_session_get_store (question->session);
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryPanel) panel = bary_store_read_panel (store, question->contest, &error);
  g_autoptr (BaryPanelResults) results = panel != NULL ? bary_panel_results_new (panel) : NULL;
  g_autoptr (BaryChanges) changes = NULL;

  if (results != NULL)
    changes = bary_panel_decision_compose (store, results, gtk_editable_get_text (question->number), day, &error);
  if (changes != NULL)
    bary_session_commit (question->session, N_("Decide the contest %s"), panel->name, changes);
  else
    bary_session_fail (question->session, error);
}

static void
answered_cb (AdwMessageDialog *dialog,
             const char       *response,
             Question         *question)
{
  g_autofree char *day = bary_date_parse (gtk_editable_get_text (question->date));

  if (g_str_equal (response, "done") && day != NULL)
    decide (question, day);
}

static void
changed_cb (Question *question)
{
  g_autofree char *day = question->date != NULL ? bary_date_parse (gtk_editable_get_text (question->date)) : NULL;

  adw_message_dialog_set_response_enabled (question->dialog, "done", day != NULL && *gtk_editable_get_text (question->number) != '\0');
}

static GtkEditable *
add_row (GtkListBox *list,
         const char *title,
         Question   *question)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (changed_cb), question);
  gtk_list_box_append (list, row);
  return GTK_EDITABLE (row);
}

void
bary_decision_dialog_ask (GtkWidget   *widget,
                          BarySession *session,
                          const char  *contest)
{
  Question *question = g_new0 (Question, 1);
  GtkWidget *list = gtk_list_box_new ();
  g_autofree char *today = bary_date_today ();

  question->session = g_object_ref (session);
  question->contest = g_strdup (contest);
  question->dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), _("Decision"),
                                                                 _("The contest is finished, and who is above the line gets the status. It can be undone.")));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  adw_message_dialog_set_extra_child (question->dialog, list);
  adw_message_dialog_add_responses (question->dialog, "cancel", _("Cancel"), "done", _("_Enter the Order"), NULL);
  adw_message_dialog_set_response_appearance (question->dialog, "done", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (question->dialog, "done", FALSE);
  adw_message_dialog_set_default_response (question->dialog, "done");
  adw_message_dialog_set_close_response (question->dialog, "cancel");
  question->number = add_row (GTK_LIST_BOX (list), _("Number of the order"), question);
  question->date = add_row (GTK_LIST_BOX (list), _("Date of the order"), question);
  gtk_editable_set_text (question->date, today);
  g_signal_connect_data (question->dialog, "response", G_CALLBACK (answered_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (question->dialog));
  gtk_widget_grab_focus (GTK_WIDGET (question->number));
}
