#include "bary-expert-grid-private.h"

#include "bary-canvas-node.h"

#define SETTLE_MS 80
#define MOST_CELLS 400 /* more are neither read by anybody nor cheap */

typedef enum {
  HEADS,
  TITLES,
  CELLS,
} Part;

/* A head is a label: GTK 4.8 has no word of AT-SPI for the head of a column. */
static const GtkAccessibleRole roles[] = { GTK_ACCESSIBLE_ROLE_LABEL, GTK_ACCESSIBLE_ROLE_ROW_HEADER, GTK_ACCESSIBLE_ROLE_GRID_CELL };

/* What they stand for: an expert, a row, or row × experts + expert */

static guint
count_columns (BaryExpertGrid *self)
{
  return self->table->panel->experts->len;
}

static void
focus_entered_cb (GtkEventControllerFocus *controller,
                  BaryExpertGrid          *self)
{
  GtkWidget *child = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  guint node = (guint) bary_canvas_node_get_node (BARY_CANVAS_NODE (child));

  if (!bary_expert_grid_has_cells (self) || child == self->cursors[self->turn])
    return;
  bary_expert_grid_move (self, node / count_columns (self), node % count_columns (self));
  bary_expert_grid_focus_cursor (self);
}

static GtkWidget *
add_child (BaryExpertGrid *self,
           Part            part)
{
  GtkWidget *child = bary_canvas_node_new_as (roles[part]);

  gtk_widget_set_can_target (child, FALSE);
  gtk_widget_set_focusable (child, part == CELLS);
  if (part == CELLS)
    {
      GtkEventController *focus = gtk_event_controller_focus_new ();

      g_signal_connect (focus, "enter", G_CALLBACK (focus_entered_cb), self);
      gtk_widget_add_controller (child, focus);
    }
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  return child;
}

static void
drop_children (GPtrArray *children,
               guint      n)
{
  while (children->len > n)
    gtk_widget_unparent (g_ptr_array_steal_index (children, children->len - 1));
}

void
bary_expert_grid_remove_children (BaryExpertGrid *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->children); i++)
    drop_children (self->children[i], 0);
  for (guint i = 0; i < G_N_ELEMENTS (self->cursors); i++)
    g_clear_pointer (&self->cursors[i], gtk_widget_unparent);
}

/* Places */

static GdkRectangle
get_place (BaryExpertGrid *self,
           Part            part,
           guint           node)
{
  const BaryGridMetrics *metrics = &self->metrics;
  GdkRectangle place;

  if (part == CELLS)
    return bary_expert_grid_get_place (self, node / count_columns (self), node % count_columns (self));
  place = bary_expert_grid_get_place (self, part == TITLES ? node : bary_expert_grid_get_rows (self).first,
                                      part == HEADS ? node : bary_expert_grid_get_columns (self).first);
  if (part == HEADS)
    return (GdkRectangle) { place.x, 0, place.width, metrics->head_height };
  return (GdkRectangle) { 0, place.y, metrics->titles_width, place.height };
}

void
bary_expert_grid_place_children (BaryExpertGrid *self)
{
  for (Part part = HEADS; part <= CELLS; part++)
    for (guint i = 0; i < self->children[part]->len; i++)
      {
        GtkWidget *child = self->children[part]->pdata[i];
        GtkAllocation place = get_place (self, part, (guint) bary_canvas_node_get_node (BARY_CANVAS_NODE (child)));

        gtk_widget_size_allocate (child, &place, -1);
      }
  for (guint i = 0; i < G_N_ELEMENTS (self->cursors); i++)
    if (self->cursors[i] != NULL)
      {
        GtkAllocation place = bary_expert_grid_get_place (self, self->row, self->column);

        gtk_widget_size_allocate (self->cursors[i], &place, -1);
      }
}

/* Names */

static char *
compose_name (BaryExpertGrid *self,
              Part            part,
              guint           node)
{
  if (part == HEADS)
    return bary_panel_table_name_expert (self->table, node);
  if (part == TITLES)
    return bary_panel_application_to_words (self->table->panel, bary_panel_table_get_application (self->table, node));
  return bary_panel_table_name_cell (self->table, node / count_columns (self), node % count_columns (self));
}

static void
show_child (BaryExpertGrid *self,
            Part            part,
            guint           i,
            guint           node)
{
  g_autofree char *name = compose_name (self, part, node);

  if (i == self->children[part]->len)
    g_ptr_array_add (self->children[part], add_child (self, part));
  bary_canvas_node_show (BARY_CANVAS_NODE (self->children[part]->pdata[i]), (int) node, name);
}

static void
show_cells (BaryExpertGrid *self,
            BaryGridSpan    rows,
            BaryGridSpan    columns)
{
  gboolean has_cursor = self->cursors[self->turn] != NULL;
  guint n = 0;

  for (guint row = rows.first; row < rows.end; row++)
    for (guint column = columns.first; column < columns.end && n < MOST_CELLS; column++)
      if (!has_cursor || row != self->row || column != self->column)
        show_child (self, CELLS, n++, row * count_columns (self) + column);
  drop_children (self->children[CELLS], n);
}

static void
show_children (BaryExpertGrid *self)
{
  BaryGridSpan rows = bary_expert_grid_get_rows (self), columns = bary_expert_grid_get_columns (self);

  for (guint column = columns.first; column < columns.end; column++)
    show_child (self, HEADS, column - columns.first, column);
  drop_children (self->children[HEADS], columns.end - MIN (columns.first, columns.end));
  for (guint row = rows.first; row < rows.end; row++)
    show_child (self, TITLES, row - rows.first, row);
  drop_children (self->children[TITLES], rows.end - MIN (rows.first, rows.end));
  show_cells (self, rows, columns);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
settle_cb (gpointer data)
{
  BaryExpertGrid *self = data;

  self->settling = 0;
  if (bary_expert_grid_has_cells (self) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_children (self);
  return G_SOURCE_REMOVE;
}

void
bary_expert_grid_unsettle (BaryExpertGrid *self)
{
  g_clear_handle_id (&self->settling, g_source_remove);
  self->settling = g_timeout_add (SETTLE_MS, settle_cb, self);
}

/* The cursor */

void
bary_expert_grid_name_cursor (BaryExpertGrid *self)
{
  GtkWidget *cursor = self->cursors[self->turn];
  g_autofree char *reason = bary_expert_grid_has_cells (self) ? bary_panel_table_explain (self->table, self->row, self->column) : NULL;
  g_autofree char *name = reason != NULL ? compose_name (self, CELLS, self->row * count_columns (self) + self->column) : NULL;

  if (reason == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, name, -1);
  if (cursor == NULL)
    return;
  bary_canvas_node_show (BARY_CANVAS_NODE (cursor), (int) (self->row * count_columns (self) + self->column), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cursor), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reason, -1);
}

/* In turn: what moves is the focus, which a screen reader follows. */
gboolean
bary_expert_grid_focus_cursor (BaryExpertGrid *self)
{
  GtkWidget *before = self->cursors[self->turn];
  gboolean taken;

  if (!bary_expert_grid_has_cells (self))
    return FALSE;
  self->turn = 1 - self->turn;
  if (self->cursors[self->turn] == NULL)
    self->cursors[self->turn] = add_child (self, CELLS);
  gtk_widget_set_visible (self->cursors[self->turn], TRUE);
  bary_expert_grid_name_cursor (self);
  bary_canvas_node_set_selected (BARY_CANVAS_NODE (self->cursors[self->turn]), TRUE);
  taken = gtk_widget_grab_focus (self->cursors[self->turn]);
  if (before != NULL)
    gtk_widget_set_visible (before, FALSE);
  bary_expert_grid_unsettle (self);
  return taken;
}
