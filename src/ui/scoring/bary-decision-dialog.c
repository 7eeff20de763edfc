#include "bary-decision-dialog.h"

#include "bary-config.h"
#include "bary-date.h"
#include "bary-draft-keeper.h"
#include "bary-kinds.h"
#include "bary-panel-decision.h"
#include "bary-row.h"
#include "bary-store-panel.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct {
  BarySession      *session;
  char             *contest;
  AdwMessageDialog *dialog; /* the signal's own */
  BaryRow          *number, *date;
  BaryDraftKeeper  *keeper;
} Question;

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  bary_draft_keeper_free (question->keeper);
  g_object_unref (question->session);
  g_free (question->contest);
  g_free (question);
}

/* Returns: (transfer full) (nullable); @panel: (out) (transfer full) (nullable): what they are of */
static BaryPanelResults *
read_results (BaryStore   *store,
              const char  *contest,
              BaryPanel  **panel,
              GError     **error)
{
  *panel = bary_store_read_panel (store, contest, error);
  return *panel != NULL ? bary_panel_results_new (*panel) : NULL;
}

static void
decide (Question   *question,
        const char *number,
        const char *day)
{
  BaryStore *store = bary_session_get_store (question->session);
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryPanel) panel = NULL;
  g_autoptr (BaryPanelResults) results = read_results (store, question->contest, &panel, &error);
  g_autoptr (BaryChanges) changes = results != NULL ? bary_panel_decision_compose (store, results, number, day, &error) : NULL;

  if (changes == NULL)
    bary_session_fail (question->session, error);
  else if (bary_session_commit (question->session, N_("Decide the contest %s"), panel->name, changes))
    bary_draft_keeper_drop (question->keeper);
}

static void
answered_cb (AdwMessageDialog *dialog,
             const char       *response,
             Question         *question)
{
  g_autofree char *number = bary_row_dup_text (question->number);
  g_autofree char *text = bary_row_dup_text (question->date);
  g_autofree char *day = bary_date_parse (text);

  bary_draft_keeper_flush (question->keeper);
  if (g_str_equal (response, "done") && day != NULL)
    decide (question, number, day);
}

static void
show_readiness (Question *question)
{
  g_autofree char *number = bary_row_dup_text (question->number);
  g_autofree char *text = bary_row_dup_text (question->date);
  g_autofree char *day = bary_date_parse (text);

  adw_message_dialog_set_response_enabled (question->dialog, "done", day != NULL && *number != '\0');
}

static void
edited_cb (Question *question)
{
  show_readiness (question);
  bary_draft_keeper_wrote (question->keeper);
}

static BaryRow *
add_row (GtkListBox *list,
         const char *field,
         Question   *question)
{
  GtkWidget *row = bary_row_new (bary_kind_find_field (BARY_KIND_CONTEST, field, NULL), bary_session_get_store (question->session));

  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_list_box_append (list, row);
  return BARY_ROW (row);
}

/* What was written and not entered */

static GHashTable *
gather_draft (gpointer data)
{
  Question *question = data;
  GHashTable *texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_hash_table_insert (texts, g_strdup ("number"), bary_row_dup_text (question->number));
  g_hash_table_insert (texts, g_strdup ("date"), bary_row_dup_text (question->date));
  return texts;
}

static void
fill_rows (Question *question)
{
  g_autoptr (GHashTable) texts = bary_draft_keeper_recall (question->keeper);
  g_autofree char *today = bary_date_today ();

  bary_row_set_value (question->number, texts != NULL ? g_hash_table_lookup (texts, "number") : NULL);
  bary_row_set_value (question->date, texts != NULL ? g_hash_table_lookup (texts, "date") : today);
  show_readiness (question);
  g_signal_connect_swapped (question->number, "edited", G_CALLBACK (edited_cb), question);
  g_signal_connect_swapped (question->date, "edited", G_CALLBACK (edited_cb), question);
}

static gboolean
is_ready (BarySession *session,
          const char  *contest)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryPanel) panel = NULL;
  g_autoptr (BaryPanelResults) results = read_results (bary_session_get_store (session), contest, &panel, &error);

  if (results != NULL && bary_panel_decision_check (results, &error))
    return TRUE;
  bary_session_fail (session, error);
  return FALSE;
}

static AdwMessageDialog *
make_dialog (GtkWidget *widget,
             GtkWidget *list)
{
  AdwMessageDialog *dialog =
    ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), _("Decision"),
                                                _("The contest is finished, and who is above the line gets the status. It can be undone.")));

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  adw_message_dialog_set_extra_child (dialog, list);
  adw_message_dialog_add_responses (dialog, "cancel", _("Cancel"), "done", _("_Enter the Order"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "done", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "done");
  adw_message_dialog_set_close_response (dialog, "cancel");
  return dialog;
}

void
bary_decision_dialog_ask (GtkWidget   *widget,
                          BarySession *session,
                          const char  *contest)
{
  g_autofree char *subject = g_strconcat ("decision:", contest, NULL);
  GtkWidget *list;
  Question *question;

  if (!is_ready (session, contest))
    return;
  list = gtk_list_box_new ();
  question = g_new0 (Question, 1);
  question->session = g_object_ref (session);
  question->contest = g_strdup (contest);
  question->keeper = bary_draft_keeper_new (session, subject, gather_draft, question);
  question->dialog = make_dialog (widget, list);
  question->number = add_row (GTK_LIST_BOX (list), "order_number", question);
  question->date = add_row (GTK_LIST_BOX (list), "order_date", question);
  fill_rows (question);
  g_signal_connect_data (question->dialog, "response", G_CALLBACK (answered_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (question->dialog));
  gtk_widget_grab_focus (GTK_WIDGET (question->number));
}
