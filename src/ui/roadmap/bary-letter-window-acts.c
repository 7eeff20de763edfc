#include "bary-letter-window-private.h"

#include "bary-config.h"
#include "bary-date.h"
#include "bary-dialogs.h"
#include "bary-mail-draft.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

/* Writing down */

/* What was typed is the event's. Returns: whether nothing stands in the way. */
static gboolean
save_fields (BaryLetterWindow *self,
             BaryChanges      *changes)
{
  g_autoptr (GError) error = NULL;

  if (!bary_form_is_changed (self->form))
    return TRUE;
  if (bary_form_is_valid (self->form))
    {
      bary_form_collect (self->form, changes);
      return TRUE;
    }

  gtk_widget_grab_focus (GTK_WIDGET (self->form));
  g_set_error_literal (&error, BARY_RECORD_ERROR, BARY_RECORD_ERROR_INVALID_VALUE,
                       _("Correct the field that is marked, then send the letter"));
  bary_dialogs_tell (GTK_WINDOW (self), _("A field of the letter cannot be saved"), error->message);
  return FALSE;
}

static BaryRecord *
make_sending (BaryLetterWindow *self,
              const char       *channel,
              const char       *link)
{
  BaryRecord *sending = bary_record_new (BARY_KIND_SENDING, NULL);
  g_autofree char *today = bary_date_today ();
  g_autofree char *ordinal = self->ordinal > 0 ? g_strdup_printf ("%u", self->ordinal) : NULL;

  bary_record_set_all (sending, "event", bary_record_get_id (bary_form_get_edited (self->form)), "duty", self->duty,
                       "sent_on", today, NULL);
  bary_record_set (sending, bary_kind_find_field (BARY_KIND_SENDING, "ordinal", NULL), ordinal);
  bary_record_set (sending, bary_kind_find_field (BARY_KIND_SENDING, "channel", NULL), channel);
  bary_record_set (sending, bary_kind_find_field (BARY_KIND_SENDING, "link", NULL), link);
  return sending;
}

/* A channel counts once there is a link to what was published on it. Returns: FALSE with the reason. */
static gboolean
add_channels (BaryLetterWindow  *self,
              BaryChanges       *changes,
              GError           **error)
{
  const BaryField *field = bary_kind_find_field (BARY_KIND_SENDING, "link", NULL);

  for (guint i = 0; i < self->links->len; i++)
    {
      g_autofree char *link = NULL;
      g_autoptr (BaryRecord) sending = NULL;

      if (!bary_field_parse (field, gtk_editable_get_text (self->links->pdata[i]), &link, error))
        {
          g_prefix_error (error, "%s: ", bary_record_get_name (self->channels->pdata[i]));
          gtk_widget_grab_focus (self->links->pdata[i]);
          return FALSE;
        }
      if (link == NULL)
        continue;
      sending = make_sending (self, bary_record_get_id (self->channels->pdata[i]), link);
      bary_changes_add (changes, sending);
    }
  return TRUE;
}

static void
done_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  BaryLetterWindow *self = BARY_LETTER_WINDOW (widget);
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (BaryRecord) sending = make_sending (self, NULL, NULL);
  g_autoptr (GError) error = NULL;

  if (!save_fields (self, changes))
    return;
  if (!add_channels (self, changes, &error))
    {
      bary_dialogs_tell (GTK_WINDOW (self), _("A link cannot be saved"), error->message);
      return;
    }

  bary_changes_add (changes, sending);
  if (bary_session_commit (self->session, N_("Send “%s”"), self->letter->subject, changes))
    gtk_window_destroy (GTK_WINDOW (self));
}

/* Ways out */

static char *
dup_text (BaryLetterWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static GBytes *
make_draft (BaryLetterWindow *self)
{
  g_autofree char *text = dup_text (self);

  return bary_mail_draft_new ((const char *const *) self->to, self->letter->subject, text, NULL, 0);
}

static void
shown_cb (GObject      *window,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (window), result, &error))
    bary_dialogs_tell (GTK_WINDOW (window), _("No mail program opened the letter"),
                       _("Save it as a file, or copy its text and paste it into a letter of the mail program."));
}

/* Where the mail program finds the draft. Returns: (transfer full) (nullable) */
static char *
write_draft (BaryLetterWindow  *self,
             GError           **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), GETTEXT_PACKAGE, "letters", NULL);
  g_autofree char *name = g_strconcat (bary_record_get_id (bary_form_get_edited (self->form)), "-", self->duty, ".eml", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GBytes) draft = make_draft (self);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _("The folder %1$s cannot be made: %2$s"), folder,
                   g_strerror (errno));
      return NULL;
    }
  if (!g_file_set_contents_full (path, g_bytes_get_data (draft, NULL), g_bytes_get_size (draft),
                                 G_FILE_SET_CONTENTS_CONSISTENT, 0600, error))
    return NULL;
  return g_steal_pointer (&path);
}

static void
open_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  BaryLetterWindow *self = BARY_LETTER_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = write_draft (self, &error);
  g_autofree char *uri = NULL;

  if (path == NULL)
    {
      bary_dialogs_tell (GTK_WINDOW (self), _("The letter was not opened"), error->message);
      return;
    }

  uri = g_filename_to_uri (path, NULL, NULL);
  gtk_show_uri_full (GTK_WINDOW (self), uri, GDK_CURRENT_TIME, NULL, shown_cb, NULL);
}

static void
place_chosen (GFile    *file,
              gpointer  user_data)
{
  g_autoptr (BaryLetterWindow) self = user_data;
  g_autoptr (GBytes) draft = make_draft (self);
  g_autoptr (GError) error = NULL;

  if (file != NULL && !g_file_replace_contents (file, g_bytes_get_data (draft, NULL), g_bytes_get_size (draft), NULL, FALSE,
                                                G_FILE_CREATE_NONE, NULL, NULL, &error))
    bary_dialogs_tell (GTK_WINDOW (self), _("The letter was not saved"), error->message);
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  BaryLetterWindow *self = BARY_LETTER_WINDOW (widget);
  g_autofree char *name = g_strconcat (self->letter->subject, ".eml", NULL);

  g_strdelimit (name, "/:\\\"", ' ');
  bary_dialogs_save_file (GTK_WINDOW (self), _("Save the Letter"), name, place_chosen, g_object_ref (self));
}

static void
copy_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  g_autofree char *text = dup_text (BARY_LETTER_WINDOW (widget));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

/* Closing keeps what was typed: it is the event's. */
static void
escape_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  BaryLetterWindow *self = BARY_LETTER_WINDOW (widget);
  g_autoptr (BaryChanges) changes = bary_changes_new ();

  if (!save_fields (self, changes))
    return;
  if (!bary_form_is_changed (self->form) ||
      bary_session_commit (self->session, N_("Change %s"), bary_record_get_name (bary_form_get_edited (self->form)), changes))
    gtk_window_destroy (GTK_WINDOW (self));
}

void
bary_letter_window_install_acts (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "letter.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "letter.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "letter.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "letter.done", NULL, done_cb);
  gtk_widget_class_install_action (widget_class, "letter.escape", NULL, escape_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "letter.escape", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "letter.done", NULL);
}
