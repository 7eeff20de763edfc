#include "bary-technical-window.h"

#include "bary-config.h"
#include "bary-contest-list.h"
#include "bary-date.h"
#include "bary-dialogs.h"
#include "bary-form.h"
#include "bary-kinds.h"
#include "bary-mail-draft.h"
#include "bary-mail-open.h"
#include "bary-rows.h"
#include "bary-store-technical.h"

#include <glib/gi18n-lib.h>

struct _BaryTechnicalWindow {
  AdwWindow            parent_instance;

  /* template */
  AdwWindowTitle      *head;
  AdwPreferencesGroup *checklist;
  GtkBox              *fields;
  GtkLabel            *address;
  GtkLabel            *subject;
  GtkTextView         *text;

  /* owned */
  BarySession         *session;
  BaryRecord          *application;
  GPtrArray           *items;     /* of BaryCheckItem */
  BaryForm            *form;      /* not owned: of the review */
  char                *suggested; /* (nullable): the reason that the checklist gave */
  char                *to;        /* (nullable): the applicant's mail address */
  gboolean             by_hand;   /* the person wrote in the letter itself */
};

G_DEFINE_FINAL_TYPE (BaryTechnicalWindow, bary_technical_window, ADW_TYPE_WINDOW)

static BaryStore *
get_store (BaryTechnicalWindow *self)
{
  return bary_session_get_store (self->session);
}

/* The letter */

static void
by_hand_cb (BaryTechnicalWindow *self)
{
  self->by_hand = TRUE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "technical.again", TRUE);
}

static void
compose (BaryTechnicalWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryLetter) letter = bary_store_write_technical_letter (get_store (self), self->application,
                                                                     bary_form_get_edited (self->form), &error);
  g_autofree char *words = letter != NULL ? bary_letter_to_text (letter) : NULL;

  if (letter == NULL)
    {
      bary_session_fail (self->session, error);
      return;
    }
  gtk_label_set_label (self->subject, letter->subject);
  if (self->by_hand)
    return;
  g_signal_handlers_block_by_func (buffer, by_hand_cb, self);
  gtk_text_buffer_set_text (buffer, words, -1);
  g_signal_handlers_unblock_by_func (buffer, by_hand_cb, self);
}

static void
again_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  BaryTechnicalWindow *self = BARY_TECHNICAL_WINDOW (widget);

  self->by_hand = FALSE;
  gtk_widget_action_set_enabled (widget, "technical.again", FALSE);
  compose (self);
}

static GBytes *
make_draft (BaryTechnicalWindow *self)
{
  const char *const to[] = { self->to, NULL };
  g_autofree char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (self->text), "text", &text, NULL);
  return bary_mail_draft_new (to, gtk_label_get_label (self->subject), text, NULL, 0);
}

static void
open_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  BaryTechnicalWindow *self = BARY_TECHNICAL_WINDOW (widget);
  g_autoptr (GBytes) draft = make_draft (self);

  bary_mail_open (GTK_WINDOW (self), bary_record_get_id (bary_form_get_edited (self->form)), draft);
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  BaryTechnicalWindow *self = BARY_TECHNICAL_WINDOW (widget);
  g_autoptr (GBytes) draft = make_draft (self);

  bary_mail_save (GTK_WINDOW (self), gtk_label_get_label (self->subject), draft);
}

static void
copy_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  g_autofree char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (BARY_TECHNICAL_WINDOW (widget)->text), "text", &text, NULL);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
set_field (BaryTechnicalWindow *self,
           const char          *field,
           const char          *value)
{
  BaryRow *row = bary_form_get_row (self->form, field);

  bary_row_set_value (row, value);
  bary_row_edited (row);
}

static void
sent_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  g_autofree char *today = bary_date_today ();

  set_field (BARY_TECHNICAL_WINDOW (widget), "sent_on", today);
}

/* The checklist */

/* A reason that the person has written stays. */
static void
suggest (BaryTechnicalWindow *self)
{
  BaryRecord *review = bary_form_get_edited (self->form);
  g_autofree char *reason = bary_checklist_to_reason (self->items);

  if (g_strcmp0 (bary_record_get_text (review, "reason"), self->suggested) != 0)
    return;
  set_field (self, "reason", reason);
  set_field (self, "result", reason != NULL ? "to_mend" : "complete");
  g_free (self->suggested);
  self->suggested = g_steal_pointer (&reason);
}

enum { NOT_LOOKED, PASSED, NOT_PASSED };

static void
looked_cb (BaryTechnicalWindow *self,
           GParamSpec          *pspec,
           GtkDropDown         *choice)
{
  BaryCheckItem *item = g_object_get_data (G_OBJECT (choice), "item");

  item->looked = gtk_drop_down_get_selected (choice) != NOT_LOOKED;
  item->passed = gtk_drop_down_get_selected (choice) == PASSED;
  suggest (self);
}

static GtkWidget *
make_choice (BaryTechnicalWindow *self,
             BaryCheckItem       *item)
{
  const char *const words[] = { _("Not looked at yet"), _("In order"), _("Not in order"), NULL };
  GtkWidget *choice = gtk_drop_down_new_from_strings (words);

  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, item->name, -1);
  g_object_set_data (G_OBJECT (choice), "item", item);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (looked_cb), self, G_CONNECT_SWAPPED);
  return choice;
}

static void
add_item (BaryTechnicalWindow *self,
          BaryCheckItem       *item)
{
  GtkWidget *state;
  GtkWidget *row = bary_rows_make (item->name, item->fault != NULL ? item->fault : item->answer != NULL ? item->answer : item->help);

  if (item->kind == BARY_CHECK_HUMAN)
    state = make_choice (self, item);
  else
    {
      state = gtk_label_new (item->passed ? _("In order") : _("Not in order"));
      gtk_widget_add_css_class (state, item->passed ? "success" : "warning");
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), state);
  adw_preferences_group_add (self->checklist, row);
}

/* Writing down */

static void
done_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  BaryTechnicalWindow *self = BARY_TECHNICAL_WINDOW (widget);
  g_autofree char *name = bary_contest_list_name (get_store (self), self->application);
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryChanges) changes = NULL;

  if (bary_form_is_valid (self->form))
    changes = bary_store_compose_technical (get_store (self), self->application, bary_form_get_edited (self->form), self->items, &error);
  else
    g_set_error_literal (&error, BARY_RECORD_ERROR, BARY_RECORD_ERROR_INVALID_VALUE, _("Correct the field that is marked"));
  if (changes == NULL)
    bary_dialogs_tell (GTK_WINDOW (self), _("The review is not written down"), error->message);
  else if (bary_session_commit (self->session, N_("Technical review of %s"), name, changes))
    gtk_window_close (GTK_WINDOW (self));
}

/* Setting up */

static void
show_address (BaryTechnicalWindow *self)
{
  g_autoptr (BaryRecord) organisation = bary_store_get (get_store (self), BARY_KIND_ORGANISATION,
                                                        BARY_APPLICATION (self->application)->organisation, NULL);

  self->to = organisation != NULL ? g_strdup (BARY_ORGANISATION (organisation)->email) : NULL;
  gtk_label_set_label (self->address, self->to != NULL ? self->to : _("No address is known: write it in the mail program"));
}

static gboolean
fill (BaryTechnicalWindow  *self,
      GError              **error)
{
  static const char *const settled[] = { "application", "ordinal", NULL };
  g_autofree char *today = bary_date_today ();
  g_autofree char *name = bary_contest_list_name (get_store (self), self->application);
  g_autoptr (BaryRecord) review = bary_store_begin_technical (get_store (self), self->application, today, error);

  self->items = review != NULL ? bary_store_read_checklist (get_store (self), self->application, error) : NULL;
  if (self->items == NULL)
    return FALSE;

  adw_window_title_set_subtitle (self->head, name);
  for (guint i = 0; i < self->items->len; i++)
    add_item (self, self->items->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->checklist), self->items->len > 0);
  self->form = BARY_FORM (bary_form_new (self->session, review, settled));
  gtk_box_append (self->fields, GTK_WIDGET (self->form));
  g_signal_connect_object (bary_form_get_edited (self->form), "notify", G_CALLBACK (compose), self, G_CONNECT_SWAPPED);
  show_address (self);
  suggest (self);
  compose (self);
  return TRUE;
}

static void
bary_technical_window_dispose (GObject *object)
{
  BaryTechnicalWindow *self = BARY_TECHNICAL_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->application);
  g_clear_pointer (&self->suggested, g_free);
  g_clear_pointer (&self->to, g_free);

  G_OBJECT_CLASS (bary_technical_window_parent_class)->dispose (object);
}

static void
bary_technical_window_finalize (GObject *object)
{
  g_clear_pointer (&BARY_TECHNICAL_WINDOW (object)->items, g_ptr_array_unref);

  G_OBJECT_CLASS (bary_technical_window_parent_class)->finalize (object);
}

static void
bary_technical_window_class_init (BaryTechnicalWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_technical_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = bary_technical_window_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/contest/bary-technical-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryTechnicalWindow, head);
  gtk_widget_class_bind_template_child (widget_class, BaryTechnicalWindow, checklist);
  gtk_widget_class_bind_template_child (widget_class, BaryTechnicalWindow, fields);
  gtk_widget_class_bind_template_child (widget_class, BaryTechnicalWindow, address);
  gtk_widget_class_bind_template_child (widget_class, BaryTechnicalWindow, subject);
  gtk_widget_class_bind_template_child (widget_class, BaryTechnicalWindow, text);
  gtk_widget_class_install_action (widget_class, "technical.done", NULL, done_cb);
  gtk_widget_class_install_action (widget_class, "technical.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "technical.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "technical.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "technical.again", NULL, again_cb);
  gtk_widget_class_install_action (widget_class, "technical.sent", NULL, sent_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "technical.done", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bary_technical_window_init (BaryTechnicalWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "technical.again", FALSE);
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed", G_CALLBACK (by_hand_cb), self, G_CONNECT_SWAPPED);
}

void
bary_technical_window_present (GtkWidget   *parent,
                               BarySession *session,
                               BaryRecord  *application)
{
  BaryTechnicalWindow *self = g_object_new (BARY_TYPE_TECHNICAL_WINDOW, "transient-for", gtk_widget_get_root (parent), NULL);
  g_autoptr (GError) error = NULL;

  self->session = g_object_ref (session);
  self->application = g_object_ref (application);
  if (fill (self, &error))
    {
      gtk_window_present (GTK_WINDOW (self));
      return;
    }
  bary_session_fail (session, error);
  gtk_window_destroy (GTK_WINDOW (self));
}
