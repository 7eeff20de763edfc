#include "bary-scoring-matrix-private.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

static void
bind_cell_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              BaryScoringMatrix        *self)
{
  g_hash_table_add (self->cells, item);
  bary_scoring_matrix_fill_cell (self, item);
}

static void
unbind_cell_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                BaryScoringMatrix        *self)
{
  if (self->cells != NULL)
    g_hash_table_remove (self->cells, item);
}

static void
setup_title_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_size_request (label, -1, BARY_MATRIX_ROW_HEIGHT);
  gtk_list_item_set_child (item, label);
}

static void
bind_title_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               BaryScoringMatrix        *self)
{
  g_autofree char *title = bary_panel_application_to_words (self->panel, bary_scoring_matrix_get_row (item));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), title);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), title);
}

/* Columns */

static void
add_title_column (BaryScoringMatrix *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autofree char *heading = g_strconcat (_("Application"), "\n", NULL); /* as high as those of the experts */
  GtkColumnViewColumn *column = gtk_column_view_column_new (heading, factory);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_title_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_title_cb), self, 0);
  gtk_column_view_column_set_fixed_width (column, 240);
  gtk_column_view_append_column (self->titles, column);
  g_object_unref (column);
}

/* Returns: (transfer full): a name with the load, as a number and as a bar: "Иванова И. И.\n▮▮▮▯▯ 3" */
static char *
compose_heading (BaryScoringMatrix *self,
                 guint              expert)
{
  const BaryPanelExpert *person = bary_panel_expert (self->panel, expert);
  guint load = 0, submitted, most = MIN (person->quota, 8);
  g_autoptr (GString) text = g_string_new (person->name);

  if (self->assignment != NULL)
    load = self->assignment->loads[expert];
  else
    bary_panel_count (self->panel, expert, &load, &submitted);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < MIN (load, 8); i++)
    g_string_append (text, "▮");
  for (guint i = MIN (load, 8); i < most; i++)
    g_string_append (text, "▯");
  if (person->quota > 0)
    /* Translators: 1: how many applications an expert has, 2: the most there may be */
    g_string_append_printf (text, _(" %1$u of %2$u"), load, person->quota);
  else
    g_string_append_printf (text, " %u", load);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_expert_column (BaryScoringMatrix *self,
                   guint              expert)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autofree char *heading = compose_heading (self, expert);
  GtkColumnViewColumn *column = gtk_column_view_column_new (heading, factory);

  g_object_set_data (G_OBJECT (factory), "expert", GUINT_TO_POINTER (expert));
  g_signal_connect_object (factory, "setup", G_CALLBACK (bary_scoring_matrix_setup_cell), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cell_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cell_cb), self, 0);
  gtk_column_view_append_column (self->table, column);
  g_object_unref (column);
}

static void
build_columns (BaryScoringMatrix *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->table);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->table, column);
    }
  if (g_list_model_get_n_items (gtk_column_view_get_columns (self->titles)) == 0)
    add_title_column (self);
  for (guint i = 0; i < self->panel->experts->len; i++)
    add_expert_column (self, i);
}

/* Returns: (transfer full): the numbers of the admitted applications */
static GtkStringList *
list_rows (BaryScoringMatrix *self)
{
  GtkStringList *rows = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->panel->applications->len; i++)
    if (bary_panel_application (self->panel, i)->admitted)
      gtk_string_list_take (rows, g_strdup_printf ("%u", i));
  return rows;
}

void
bary_scoring_matrix_set_rows (BaryScoringMatrix *self,
                              GListModel        *rows)
{
  GtkColumnView *views[] = { self->titles, self->table };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autoptr (GtkNoSelection) model = rows != NULL ? gtk_no_selection_new (g_object_ref (rows)) : NULL;

      gtk_column_view_set_model (views[i], model != NULL ? GTK_SELECTION_MODEL (model) : NULL);
    }
}

static gboolean
has_rows (BaryScoringMatrix *self,
          GtkStringList     *rows)
{
  GListModel *model = G_LIST_MODEL (gtk_column_view_get_model (self->table));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (rows));

  if (model == NULL || g_list_model_get_n_items (model) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkStringObject) row = g_list_model_get_item (model, i);

      if (g_strcmp0 (gtk_string_object_get_string (row), gtk_string_list_get_string (rows, i)) != 0)
        return FALSE;
    }
  return TRUE;
}

/* The same rows stay where they are, and so does the focus. */
static void
fill_rows (BaryScoringMatrix *self)
{
  g_autoptr (GtkStringList) rows = list_rows (self);
  GHashTableIter iter;
  gpointer item;

  if (!has_rows (self, rows))
    {
      bary_scoring_matrix_set_rows (self, G_LIST_MODEL (rows));
      return;
    }
  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    bary_scoring_matrix_fill_cell (self, item);
}

void
bary_scoring_matrix_build_table (BaryScoringMatrix *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->table);

  gtk_widget_set_visible (self->write, self->assignment != NULL && self->assignment->feasible);
  if (g_strcmp0 (self->shown, self->panel->id) != 0 || g_list_model_get_n_items (columns) != self->panel->experts->len)
    build_columns (self);
  for (guint i = 0; i < self->panel->experts->len; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      g_autofree char *heading = compose_heading (self, i);

      gtk_column_view_column_set_title (column, heading);
    }
  g_free (self->shown);
  self->shown = g_strdup (self->panel->id);
  fill_rows (self);
}
