#include "bary-dialogs.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

typedef struct {
  BaryFileChosen chosen;
  gpointer       user_data;
} Request;

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             Request         *request)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  request->chosen (file, request->user_data);
  g_free (request);
  g_object_unref (dialog);
}

/* Returns: (transfer full) */
static GtkFileFilter *
make_filter (const char *name,
             const char *patterns)
{
  GtkFileFilter *filter = gtk_file_filter_new ();
  g_auto (GStrv) each = g_strsplit (patterns, ";", -1);

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; each[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, each[i]);
  return filter;
}

static void
show (GtkFileChooserNative *dialog,
      BaryFileChosen        chosen,
      gpointer              user_data)
{
  Request *request = g_new0 (Request, 1);

  request->chosen = chosen;
  request->user_data = user_data;
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), request);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
bary_dialogs_open_file (GtkWindow      *parent,
                        const char     *title,
                        const char     *pattern_name,
                        const char     *pattern,
                        BaryFileChosen  chosen,
                        gpointer        user_data)
{
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel"));

  if (pattern != NULL)
    {
      g_autoptr (GtkFileFilter) filter = make_filter (pattern_name, pattern);
      g_autoptr (GtkFileFilter) all = make_filter (_("All files"), "*");

      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), all);
    }
  show (dialog, chosen, user_data);
}

void
bary_dialogs_choose_folder (GtkWindow      *parent,
                            const char     *title,
                            BaryFileChosen  chosen,
                            gpointer        user_data)
{
  show (gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Choose"), _("_Cancel")), chosen, user_data);
}

void
bary_dialogs_save_file (GtkWindow      *parent,
                        const char     *title,
                        const char     *suggested_name,
                        BaryFileChosen  chosen,
                        gpointer        user_data)
{
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), suggested_name);
  show (dialog, chosen, user_data);
}

static void
free_text (gpointer  text,
           GClosure *closure)
{
  g_free (text);
}

static void
copy_cb (GtkWidget  *dialog,
         const char *response,
         const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (dialog), text);
}

void
bary_dialogs_tell (GtkWindow  *parent,
                   const char *heading,
                   const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "copy", _("Copy the text"), "close", _("Close"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_signal_connect_data (dialog, "response::copy", G_CALLBACK (copy_cb), g_strdup (body), free_text, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

typedef struct {
  BaryConfirmed  confirmed;
  gpointer       user_data;
  GDestroyNotify destroy;
} Question;

static void
answered_cb (AdwMessageDialog *dialog,
             const char       *response,
             Question         *question)
{
  if (g_str_equal (response, "confirm"))
    question->confirmed (question->user_data);
}

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  if (question->destroy != NULL)
    question->destroy (question->user_data);
  g_free (question);
}

void
bary_dialogs_confirm (GtkWindow      *parent,
                      const char     *heading,
                      const char     *body,
                      const char     *label,
                      BaryConfirmed   confirmed,
                      gpointer        user_data,
                      GDestroyNotify  destroy)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));
  Question *question = g_new0 (Question, 1);

  question->confirmed = confirmed;
  question->user_data = user_data;
  question->destroy = destroy;
  adw_message_dialog_add_responses (dialog, "cancel", _("Cancel"), "confirm", label, NULL);
  adw_message_dialog_set_response_appearance (dialog, "confirm", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
