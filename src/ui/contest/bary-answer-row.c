#include "bary-answer-row.h"

#include "bary-answer-table.h"
#include "bary-config.h"

#include <glib/gi18n-lib.h>

struct _BaryAnswerRow {
  GtkBox         parent_instance;

  BaryFormField *field; /* borrowed */
  GtkWidget     *editor;
  GtkLabel      *note;
  GtkBox        *files; /* of an appendix: a line for each */
  gboolean       editable;
  gboolean       loading;
};

G_DEFINE_FINAL_TYPE (BaryAnswerRow, bary_answer_row, GTK_TYPE_BOX)

enum {
  EDITED,
  ADD_FILE,
  OPEN_FILE,
  REMOVE_FILE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
words_to_words (BaryFormField *field)
{
  guint n = bary_form_count_words (bary_form_field_get_answer (field, 0, 0, 0));

  if (field->kind != BARY_FORM_LONG_TEXT)
    return NULL;
  if (field->most_words > 0)
    /* Translators: 1: how many words there are, 2: how many there may be */
    return g_strdup_printf (ngettext ("%1$u of %2$u word", "%1$u of %2$u words", field->most_words), n, field->most_words);
  return g_strdup_printf (ngettext ("%u word", "%u words", n), n);
}

static void
update_note (BaryAnswerRow *self)
{
  g_autofree char *fault = bary_form_field_fault_to_words (self->field);
  g_autofree char *words = words_to_words (self->field);
  g_autofree char *note = NULL;

  if (fault != NULL && words != NULL)
    note = g_strdup_printf ("⚠ %s · %s", fault, words);
  else if (fault != NULL)
    note = g_strdup_printf ("⚠ %s", fault);
  else
    note = g_strdup (words != NULL ? words : "");
  gtk_label_set_label (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), *note != '\0');
}

static void
tell_edited (BaryAnswerRow *self,
             const char    *text)
{
  if (self->loading)
    return;

  bary_form_field_set_answer (self->field, 0, 0, 0, *text != '\0' ? text : NULL);
  update_note (self);
  g_signal_emit (self, signals[EDITED], 0, 0, 0, 0, text);
}

static void
entry_changed_cb (GtkEditable   *entry,
                  BaryAnswerRow *self)
{
  tell_edited (self, gtk_editable_get_text (entry));
}

static void
buffer_changed_cb (GtkTextBuffer *buffer,
                   BaryAnswerRow *self)
{
  g_autofree char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  tell_edited (self, text);
}

static void
chosen_cb (GtkDropDown   *list,
           GParamSpec    *pspec,
           BaryAnswerRow *self)
{
  guint chosen = gtk_drop_down_get_selected (list);

  tell_edited (self, chosen > 0 && chosen != GTK_INVALID_LIST_POSITION ? self->field->options[chosen - 1] : "");
}

static void
table_edited_cb (BaryAnswerRow *self,
                 guint          part,
                 guint          row,
                 guint          column,
                 const char    *text)
{
  update_note (self);
  g_signal_emit (self, signals[EDITED], 0, part, row, column, text);
}

static void
add_file_cb (BaryAnswerRow *self)
{
  g_signal_emit (self, signals[ADD_FILE], 0);
}

static GtkWidget *
make_text (BaryAnswerRow *self)
{
  GtkWidget *frame = gtk_scrolled_window_new ();

  self->editor = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->editor), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->editor), FALSE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->editor), 6);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->editor), 6);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->editor), 6);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->editor), 6);
  g_signal_connect (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor)), "changed", G_CALLBACK (buffer_changed_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (frame), self->editor);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (frame), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (frame), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (frame), 60);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (frame), 220);
  return frame;
}

static GtkWidget *
make_choice (BaryAnswerRow *self)
{
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);

  gtk_string_list_append (choices, C_("choice", "—"));
  for (guint i = 0; self->field->options[i] != NULL; i++)
    gtk_string_list_append (choices, self->field->options[i]);
  self->editor = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&choices)), NULL);
  g_signal_connect (self->editor, "notify::selected", G_CALLBACK (chosen_cb), self);
  return self->editor;
}

static GtkWidget *
make_appendix (BaryAnswerRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->files = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_set_hexpand (GTK_WIDGET (self->files), TRUE);
  self->editor = gtk_button_new_with_mnemonic (_("Add a _File…"));
  gtk_widget_set_sensitive (self->editor, self->editable);
  gtk_widget_set_valign (self->editor, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->editor, "clicked", G_CALLBACK (add_file_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->files));
  gtk_box_append (GTK_BOX (box), self->editor);
  return box;
}

static GtkWidget *
make_editor (BaryAnswerRow *self)
{
  switch (self->field->kind)
    {
    case BARY_FORM_LONG_TEXT:
      return make_text (self);
    case BARY_FORM_CHOICE:
      return make_choice (self);
    case BARY_FORM_TABLE:
    case BARY_FORM_ROADMAP:
      self->editor = bary_answer_table_new (self->field, self->editable);
      g_signal_connect_swapped (self->editor, "edited", G_CALLBACK (table_edited_cb), self);
      return self->editor;
    case BARY_FORM_APPENDIX:
      return make_appendix (self);
    case BARY_FORM_TEXT:
    case BARY_FORM_NUMBER:
    case BARY_FORM_DATE:
    default:
      self->editor = gtk_entry_new ();
      g_signal_connect (self->editor, "changed", G_CALLBACK (entry_changed_cb), self);
      return self->editor;
    }
}

/* What is only read is folded, so that all of it is seen. */
static GtkWidget *
make_reader (BaryAnswerRow *self)
{
  if (bary_form_field_is_table (self->field) || self->field->kind == BARY_FORM_APPENDIX)
    return make_editor (self);

  self->editor = bary_answer_label_new (NULL);
  return self->editor;
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static guint
find_choice (const BaryFormField *field,
             const char          *answer)
{
  for (guint i = 0; answer != NULL && field->options[i] != NULL; i++)
    if (g_str_equal (field->options[i], answer))
      return i + 1;

  return 0;
}

static void
show_text (GtkTextBuffer *buffer,
           const char    *answer)
{
  g_autofree char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  if (!g_str_equal (text, answer))
    gtk_text_buffer_set_text (buffer, answer, -1);
}

static void
file_cb (BaryAnswerRow *self,
         GtkWidget     *button)
{
  g_signal_emit (self, signals[GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "signal"))], 0,
                 g_object_get_data (G_OBJECT (button), "id"));
}

static GtkWidget *
make_file_button (BaryAnswerRow *self,
                  const char    *icon,
                  const char    *words,
                  const char    *id,
                  guint          signal)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (id), g_free);
  g_object_set_data (G_OBJECT (button), "signal", GUINT_TO_POINTER (signal));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (file_cb), self);
  return button;
}

static void
add_file_line (BaryAnswerRow *self,
               const char    *name,
               const char    *id)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  /* Translators: %s: a file */
  g_autofree char *open = g_strdup_printf (_("Open the file %s"), name);
  g_autofree char *remove = g_strdup_printf (_("Remove the file %s"), name);
  GtkWidget *label = make_label (name, NULL);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), make_file_button (self, "document-open-symbolic", open, id, OPEN_FILE));
  if (self->editable)
    gtk_box_append (GTK_BOX (line), make_file_button (self, "user-trash-symbolic", remove, id, REMOVE_FILE));
  gtk_box_append (self->files, line);
}

static void
show_files (BaryAnswerRow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->files))) != NULL)
    gtk_box_remove (self->files, child);
  for (guint i = 0; i < self->field->appendices->len; i++)
    add_file_line (self, self->field->appendices->pdata[i], self->field->appendix_ids->pdata[i]);
  if (self->field->appendices->len == 0)
    gtk_box_append (self->files, make_label (_("No file yet"), NULL));
}

void
bary_answer_row_load (BaryAnswerRow *self,
                      BaryFormField *field)
{
  const char *answer = bary_form_field_get_answer (field, 0, 0, 0);

  self->field = field;
  self->loading = TRUE;
  if (answer == NULL)
    answer = "";
  if (BARY_IS_ANSWER_TABLE (self->editor))
    bary_answer_table_load (BARY_ANSWER_TABLE (self->editor), field);
  else if (GTK_IS_TEXT_VIEW (self->editor))
    show_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor)), answer);
  else if (GTK_IS_DROP_DOWN (self->editor))
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->editor), find_choice (field, answer));
  else if (self->files != NULL)
    show_files (self);
  else if (GTK_IS_LABEL (self->editor))
    gtk_label_set_label (GTK_LABEL (self->editor), *answer != '\0' ? answer : C_("choice", "—"));
  else if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->editor)), answer))
    gtk_editable_set_text (GTK_EDITABLE (self->editor), answer);
  self->loading = FALSE;
  update_note (self);
}

void
bary_answer_row_start (BaryAnswerRow *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

BaryFormField *
bary_answer_row_get_field (BaryAnswerRow *self)
{
  return self->field;
}

static void
bary_answer_row_class_init (BaryAnswerRowClass *klass)
{
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 4, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_STRING);
  signals[ADD_FILE] = g_signal_new ("add-file", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  signals[OPEN_FILE] = g_signal_new ("open-file", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[REMOVE_FILE] = g_signal_new ("remove-file", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
bary_answer_row_init (BaryAnswerRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

/* What the field asks is the name of its editor; of a table it is told before the cells, which have names of their own. */
GtkWidget *
bary_answer_row_new (BaryFormField *field,
                     gboolean       titled,
                     gboolean       editable)
{
  BaryAnswerRow *self = g_object_new (BARY_TYPE_ANSWER_ROW, NULL);
  GtkWidget *editor;

  self->field = field;
  self->editable = editable;
  editor = editable ? make_editor (self) : make_reader (self);
  if (titled)
    gtk_box_append (GTK_BOX (self), make_label (field->name, editable ? NULL : "dim-label"));
  if (field->help != NULL)
    gtk_box_append (GTK_BOX (self), make_label (field->help, "caption"));
  gtk_box_append (GTK_BOX (self), editor);
  self->note = GTK_LABEL (make_label (NULL, "caption"));
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "dim-label");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->note));
  if (editable && !bary_form_field_is_table (field) && field->kind != BARY_FORM_APPENDIX)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_LABEL, field->name, -1);
  bary_answer_row_load (self, field);
  return GTK_WIDGET (self);
}
