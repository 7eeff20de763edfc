#include "bary-letter-window-private.h"

#include "bary-config.h"
#include "bary-dialogs.h"
#include "bary-kinds.h"
#include "bary-mail-draft.h"
#include "bary-outcome-window.h"
#include "bary-mail-open.h"
#include "bary-plan-ics.h"
#include "bary-sending-add.h"
#include "bary-store-plan.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

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

/* As an action of its own. Returns: whether what was typed is the event's now. */
static gboolean
store_fields (BaryLetterWindow *self)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();

  return save_fields (self, changes) &&
         (!bary_form_is_changed (self->form) ||
          bary_session_commit (self->session, N_("Change %s"), bary_record_get_name (bary_form_get_edited (self->form)), changes));
}

static void
add_sending (BaryLetterWindow *self,
             BaryChanges      *changes,
             const char       *channel,
             const char       *link)
{
  BarySent sent = { BARY_EVENT (bary_form_get_edited (self->form)), NULL, self->duty, self->ordinal, channel, link };

  bary_sending_add (changes, &sent);
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

      if (!bary_field_parse (field, gtk_editable_get_text (self->links->pdata[i]), &link, error))
        {
          g_prefix_error (error, "%s: ", bary_record_get_name (self->channels->pdata[i]));
          gtk_widget_grab_focus (self->links->pdata[i]);
          return FALSE;
        }
      if (link != NULL)
        add_sending (self, changes, bary_record_get_id (self->channels->pdata[i]), link);
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
  g_autoptr (GError) error = NULL;

  if (!save_fields (self, changes))
    return;
  if (!add_channels (self, changes, &error))
    {
      bary_dialogs_tell (GTK_WINDOW (self), _("A link cannot be saved"), error->message);
      return;
    }

  add_sending (self, changes, NULL, NULL);
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

/* The event for the calendars of those who get the letter: without the alarms, which are the sender's.
 * Returns: (transfer full) (nullable) */
static GBytes *
make_calendar (BaryLetterWindow  *self,
               GError           **error)
{
  BaryStore *store = bary_session_get_store (self->session);
  BaryRecord *event = bary_form_get_edited (self->form);
  g_autoptr (BaryRecord) roadmap = bary_store_get (store, BARY_KIND_ROADMAP, BARY_EVENT (event)->roadmap, error);
  g_autoptr (BaryPlan) plan = NULL;
  g_autoptr (BarySchoolCalendar) calendar = NULL;
  g_autoptr (BaryIcs) ics = bary_ics_new (NULL, BARY_PLAN_ZONE);
  int number;

  if (roadmap == NULL)
    return NULL;
  plan = bary_store_read_plan (store, atoi (BARY_ROADMAP (roadmap)->school_year), BARY_ROADMAP (roadmap)->cluster, error);
  calendar = plan != NULL ? bary_store_read_calendar (store, plan->school_year, error) : NULL;
  number = calendar != NULL ? bary_plan_find_event (plan, bary_record_get_id (event)) : -1;
  if (number < 0)
    return NULL;
  g_ptr_array_add (ics->events, bary_plan_event_to_ics (plan, (guint) number, calendar, NULL, 0));
  return bary_ics_write (ics, error);
}

/* Returns: (transfer full) (nullable) */
static GBytes *
make_draft (BaryLetterWindow  *self,
            GError           **error)
{
  g_autofree char *text = dup_text (self);
  g_autoptr (GBytes) calendar = NULL;
  BaryMailAttachment attachment = { "Мероприятие.ics", "text/calendar", NULL };
  guint n_attachments = 0;

  if (self->kind != BARY_LETTER_PRESS_RELEASE)
    {
      attachment.bytes = calendar = make_calendar (self, error);
      if (calendar == NULL)
        return NULL;
      n_attachments = 1;
    }
  return bary_mail_draft_new ((const char *const *) self->to, self->letter->subject, text, &attachment, n_attachments);
}

/* Says why there is no draft. Returns: (transfer full) (nullable) */
static GBytes *
prepare_draft (BaryLetterWindow *self,
               const char       *heading)
{
  g_autoptr (GError) error = NULL;
  GBytes *draft = store_fields (self) ? make_draft (self, &error) : NULL;

  if (error != NULL)
    bary_dialogs_tell (GTK_WINDOW (self), heading, error->message);
  return draft;
}

static void
open_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  BaryLetterWindow *self = BARY_LETTER_WINDOW (widget);
  g_autofree char *name = g_strconcat (bary_record_get_id (bary_form_get_edited (self->form)), "-", self->duty, NULL);
  g_autoptr (GBytes) draft = prepare_draft (self, _("The letter was not opened"));

  if (draft != NULL)
    bary_mail_open (GTK_WINDOW (self), name, draft);
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  BaryLetterWindow *self = BARY_LETTER_WINDOW (widget);
  g_autoptr (GBytes) draft = prepare_draft (self, _("The letter was not saved"));

  if (draft != NULL)
    bary_mail_save (GTK_WINDOW (self), self->letter->subject, draft);
}

static void
copy_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  g_autofree char *text = dup_text (BARY_LETTER_WINDOW (widget));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

/* The schools that came are written where all results are; the letter takes them from there. */
static void
outcome_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  BaryLetterWindow *self = BARY_LETTER_WINDOW (widget);
  const char *id = bary_record_get_id (bary_form_get_edited (self->form));
  g_autoptr (BaryRecord) event = NULL;

  if (!store_fields (self))
    return;
  event = bary_store_get (bary_session_get_store (self->session), BARY_KIND_EVENT, id, NULL);
  if (event != NULL)
    bary_outcome_window_present (widget, self->session, event, NULL);
}

/* Closing keeps what was typed: it is the event's. */
static void
escape_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  if (store_fields (BARY_LETTER_WINDOW (widget)))
    gtk_window_destroy (GTK_WINDOW (widget));
}

void
bary_letter_window_install_acts (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "letter.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "letter.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "letter.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "letter.outcome", NULL, outcome_cb);
  gtk_widget_class_install_action (widget_class, "letter.done", NULL, done_cb);
  gtk_widget_class_install_action (widget_class, "letter.escape", NULL, escape_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "letter.escape", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "letter.done", NULL);
}
