#include "bary-form-note.h"

struct _BaryFormNote {
  AdwPreferencesRow parent_instance;

  GtkLabel         *label;
  GtkWidget        *button;
  BarySession      *session;
  BaryRecord       *record;
};

G_DEFINE_FINAL_TYPE (BaryFormNote, bary_form_note, ADW_TYPE_PREFERENCES_ROW)

static void
clicked_cb (BaryFormNote *self)
{
  bary_session_go_to (self->session, bary_record_get_kind (self->record), bary_record_get_id (self->record));
}

static void
bary_form_note_dispose (GObject *object)
{
  BaryFormNote *self = BARY_FORM_NOTE (object);

  g_clear_object (&self->session);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (bary_form_note_parent_class)->dispose (object);
}

static void
bary_form_note_class_init (BaryFormNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bary_form_note_dispose;
}

static void
bary_form_note_init (BaryFormNote *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "caption");
  self->button = gtk_button_new ();
  gtk_widget_set_visible (self->button, FALSE);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);

  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), self->button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
bary_form_note_new (void)
{
  return g_object_new (BARY_TYPE_FORM_NOTE, NULL);
}

void
bary_form_note_say (BaryFormNote *self,
                    const char   *css_class,
                    const char   *words)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->label), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->label), "warning");
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->label), css_class);
  gtk_label_set_label (self->label, words != NULL ? words : "");
  gtk_widget_set_visible (self->button, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), words != NULL);
}

void
bary_form_note_point (BaryFormNote *self,
                      BarySession  *session,
                      BaryRecord   *record,
                      const char   *words,
                      const char   *link)
{
  bary_form_note_say (self, "warning", words);
  g_set_object (&self->session, session);
  g_set_object (&self->record, record);
  gtk_button_set_label (GTK_BUTTON (self->button), link);
  gtk_widget_set_visible (self->button, TRUE);
}
