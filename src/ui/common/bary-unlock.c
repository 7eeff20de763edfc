#include "bary-unlock.h"

#include "bary-config.h"
#include "bary-dialogs.h"
#include "bary-identity.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct {
  BaryUnlocked    unlocked;
  gpointer        user_data;
  GDestroyNotify  destroy;
} Question;

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  question->destroy (question->user_data);
  g_free (question);
}

static void
answered_cb (AdwMessageDialog *dialog,
             const char       *response,
             Question         *question)
{
  GtkEditable *entry = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));

  if (g_str_equal (response, "unlock"))
    question->unlocked (gtk_editable_get_text (entry), question->user_data);
}

static void
typed_cb (AdwMessageDialog *dialog,
          GtkEditable      *entry)
{
  adw_message_dialog_set_response_enabled (dialog, "unlock", *gtk_editable_get_text (entry) != '\0');
}

/* GtkPasswordEntry of GTK 4.8 is told of the focus that it loses after it is gone. */
static GtkWidget *
make_entry (void)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_visibility (GTK_ENTRY (entry), FALSE);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_PASSWORD);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Passphrase"), -1);
  return entry;
}

static void
ask (GtkWidget *widget,
     Question  *question)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), _("The Key Is Locked"),
                                                                         _("Type its passphrase to sign the package.")));
  GtkWidget *entry = make_entry ();

  adw_message_dialog_set_extra_child (dialog, entry);
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "unlock", _("_Unlock"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "unlock", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "unlock");
  adw_message_dialog_set_response_enabled (dialog, "unlock", FALSE);
  g_signal_connect_object (entry, "changed", G_CALLBACK (typed_cb), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

void
bary_unlock (GtkWidget      *widget,
             BaryStore      *store,
             BaryUnlocked    unlocked,
             gpointer        user_data,
             GDestroyNotify  destroy)
{
  Question *question;

  if (!bary_identity_is_locked (store))
    {
      unlocked (NULL, user_data);
      destroy (user_data);
      return;
    }

  question = g_new0 (Question, 1);
  question->unlocked = unlocked;
  question->user_data = user_data;
  question->destroy = destroy;
  ask (widget, question);
}

typedef struct {
  GtkWidget        *widget;
  BarySession      *session;
  char             *path; /* (nullable): while it is asked for */
  BaryUnlockedFile  unlocked;
  gpointer          user_data;
  GDestroyNotify    destroy;
} FileQuestion;

static void
file_question_free (gpointer data)
{
  FileQuestion *question = data;

  question->destroy (question->user_data);
  g_object_unref (question->widget);
  g_object_unref (question->session);
  g_free (question->path);
  g_free (question);
}

static void
unlocked_cb (const char *passphrase,
             gpointer    data)
{
  FileQuestion *question = data;

  if (bary_session_get_store (question->session) != NULL)
    question->unlocked (question->path, passphrase, question->user_data);
}

/* Its window, that is: the menu in which it may stand is closed by then anyway. */
static gboolean
is_closed (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return root != NULL && !gtk_widget_get_mapped (GTK_WIDGET (root));
}

static void
chosen_cb (GFile    *file,
           gpointer  data)
{
  FileQuestion *question = data;
  BaryStore *store = bary_session_get_store (question->session);

  question->path = file != NULL ? g_file_get_path (file) : NULL;
  if (question->path != NULL && store != NULL && !is_closed (question->widget))
    bary_unlock (question->widget, store, unlocked_cb, question, file_question_free);
  else
    file_question_free (question);
}

void
bary_unlock_file (GtkWidget        *widget,
                  BarySession      *session,
                  const char       *title,
                  const char       *name,
                  BaryUnlockedFile  unlocked,
                  gpointer          user_data,
                  GDestroyNotify    destroy)
{
  FileQuestion *question = g_new0 (FileQuestion, 1);

  question->widget = g_object_ref (widget);
  question->session = g_object_ref (session);
  question->unlocked = unlocked;
  question->user_data = user_data;
  question->destroy = destroy;
  bary_dialogs_save_file (GTK_WINDOW (gtk_widget_get_root (widget)), title, name, chosen_cb, question);
}
