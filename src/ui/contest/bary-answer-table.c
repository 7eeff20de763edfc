#include "bary-answer-table.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

typedef struct {
  guint part, row, column;
} Place;

struct _BaryAnswerTable {
  GtkGrid        parent_instance;

  BaryFormField *field; /* borrowed */
  GPtrArray     *cells;
  gboolean       editable;
  gboolean       loading;
};

G_DEFINE_FINAL_TYPE (BaryAnswerTable, bary_answer_table, GTK_TYPE_GRID)

enum {
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static Place *
place_of (GtkWidget *cell)
{
  return g_object_get_data (G_OBJECT (cell), "place");
}

static gboolean
is_last_row (BaryAnswerTable *self,
             const Place     *place)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (place_of (self->cells->pdata[i])->part == place->part && place_of (self->cells->pdata[i])->row > place->row)
      return FALSE;

  return TRUE;
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

GtkWidget *
bary_answer_label_new (const char *answer)
{
  GtkWidget *label = gtk_label_new (answer);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  return label;
}

static void changed_cb (GtkEditable *entry, BaryAnswerTable *self);

static GtkWidget *
make_cell (BaryAnswerTable *self,
           const char      *answer,
           const char      *name)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), answer);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_widget_set_tooltip_text (entry, answer);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (entry, "changed", G_CALLBACK (changed_cb), self);
  return entry;
}

static const char *
get_text (GtkWidget *cell)
{
  return GTK_IS_LABEL (cell) ? gtk_label_get_text (GTK_LABEL (cell)) : gtk_editable_get_text (GTK_EDITABLE (cell));
}

static void
add_cell (BaryAnswerTable *self,
          Place            place,
          int              line)
{
  const char *found = bary_form_field_get_answer (self->field, place.part, place.row, place.column);
  const char *answer = found != NULL ? found : "";
  /* Translators: 1: the heading of a column, 2: the number of a row */
  g_autofree char *name = g_strdup_printf (_("%1$s, row %2$u"), self->field->options[place.column - 1], place.row);
  GtkWidget *cell = self->editable ? make_cell (self, answer, name) : bary_answer_label_new (answer);

  gtk_widget_set_hexpand (cell, TRUE);
  g_object_set_data_full (G_OBJECT (cell), "place", g_memdup2 (&place, sizeof place), g_free);
  gtk_grid_attach (GTK_GRID (self), cell, (int) place.column, line, 1, 1);
  g_ptr_array_add (self->cells, cell);
}

static void
add_row (BaryAnswerTable *self,
         guint            part,
         guint            row,
         int              line)
{
  g_autofree char *number = g_strdup_printf ("%u.", row);

  if (self->field->numbered)
    {
      GtkWidget *label = gtk_label_new (number);

      gtk_widget_set_valign (label, self->editable ? GTK_ALIGN_CENTER : GTK_ALIGN_START);
      gtk_grid_attach (GTK_GRID (self), label, 0, line, 1, 1);
    }
  for (guint column = 1; self->field->options[column - 1] != NULL; column++)
    add_cell (self, (Place) { part, row, column }, line);
}

static void
changed_cb (GtkEditable     *entry,
            BaryAnswerTable *self)
{
  const Place *place = place_of (GTK_WIDGET (entry));
  const char *text = gtk_editable_get_text (entry);
  int line;

  if (self->loading)
    return;

  bary_form_field_set_answer (self->field, place->part, place->row, place->column, *text != '\0' ? text : NULL);
  g_signal_emit (self, signals[EDITED], 0, place->part, place->row, place->column, text);
  if (*text == '\0' || !is_last_row (self, place))
    return;

  gtk_grid_query_child (GTK_GRID (self), GTK_WIDGET (entry), NULL, &line, NULL, NULL);
  gtk_grid_insert_row (GTK_GRID (self), line + 1);
  add_row (self, place->part, place->row + 1, line + 1);
}

static int
add_part (BaryAnswerTable *self,
          guint            part,
          int              line)
{
  guint n_columns = g_strv_length (self->field->options);
  guint n_rows = bary_form_field_count_rows (self->field, part) + self->editable;

  if (part > 0)
    {
      g_autofree char *title = g_strdup_printf ("%u. %s", part, self->field->parts[part - 1]);

      gtk_grid_attach (GTK_GRID (self), make_label (title, "heading"), 0, line++, (int) n_columns + 1, 1);
    }
  for (guint row = 1; row <= n_rows; row++)
    add_row (self, part, row, line++);
  return line;
}

static void
build (BaryAnswerTable *self)
{
  guint n_parts = g_strv_length (self->field->parts);
  GtkWidget *child;
  int line = 0;

  self->loading = TRUE;
  g_ptr_array_set_size (self->cells, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_grid_remove (GTK_GRID (self), child);

  for (guint i = 0; self->field->options[i] != NULL; i++)
    gtk_grid_attach (GTK_GRID (self), make_label (self->field->options[i], "caption"), (int) i + 1, line, 1, 1);
  line++;
  for (guint part = MIN (n_parts, 1); part <= n_parts; part++)
    line = add_part (self, part, line);
  self->loading = FALSE;
}

static gboolean
shows (BaryAnswerTable *self,
       BaryFormField   *field)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      const Place *place = place_of (self->cells->pdata[i]);
      const char *answer = bary_form_field_get_answer (field, place->part, place->row, place->column);

      if (g_strcmp0 (get_text (self->cells->pdata[i]), answer != NULL ? answer : "") != 0)
        return FALSE;
    }
  return TRUE;
}

void
bary_answer_table_load (BaryAnswerTable *self,
                        BaryFormField   *field)
{
  gboolean same = shows (self, field);

  self->field = field;
  if (!same)
    build (self);
}

static void
bary_answer_table_finalize (GObject *object)
{
  g_ptr_array_unref (BARY_ANSWER_TABLE (object)->cells);

  G_OBJECT_CLASS (bary_answer_table_parent_class)->finalize (object);
}

static void
bary_answer_table_class_init (BaryAnswerTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bary_answer_table_finalize;

  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 4, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_STRING);
}

static void
bary_answer_table_init (BaryAnswerTable *self)
{
  self->cells = g_ptr_array_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self), 12);
  gtk_grid_set_row_spacing (GTK_GRID (self), 6);
}

GtkWidget *
bary_answer_table_new (BaryFormField *field,
                       gboolean       editable)
{
  BaryAnswerTable *self = g_object_new (BARY_TYPE_ANSWER_TABLE, NULL);

  self->field = field;
  self->editable = editable;
  build (self);
  return GTK_WIDGET (self);
}
