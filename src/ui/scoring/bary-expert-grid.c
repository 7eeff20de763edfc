#include "bary-expert-grid-private.h"

static void scrollable_init (GtkScrollableInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BaryExpertGrid, bary_expert_grid, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, scrollable_init))

enum {
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

/* Scrolling */

static void
moved_cb (BaryExpertGrid *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  bary_expert_grid_unsettle (self);
}

static void
set_adjustment (BaryExpertGrid *self,
                GtkOrientation  orientation,
                GtkAdjustment  *adjustment)
{
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], moved_cb, self);
  g_set_object (&self->adjustments[orientation], adjustment);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
configure (BaryExpertGrid *self,
           GtkOrientation  orientation,
           int             page,
           int             step,
           guint           n)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double size = MAX (page, 0), upper = MAX ((double) n * step, size);

  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, CLAMP (gtk_adjustment_get_value (adjustment), 0, upper - size), 0, upper, step, size, size);
}

static gboolean
get_border (GtkScrollable *scrollable,
            GtkBorder     *border)
{
  BaryExpertGrid *self = BARY_EXPERT_GRID (scrollable);

  *border = (GtkBorder) { .left = (gint16) self->metrics.titles_width, .top = (gint16) self->metrics.head_height };
  return TRUE;
}

static void
scrollable_init (GtkScrollableInterface *interface)
{
  interface->get_border = get_border;
}

/* The cursor */

gboolean
bary_expert_grid_get_cursor (BaryExpertGrid *self,
                             guint          *row,
                             guint          *expert)
{
  *row = self->row;
  *expert = self->column;
  return bary_expert_grid_has_cells (self);
}

static void
clamp (BaryExpertGrid *self,
       GtkOrientation  orientation,
       guint           number,
       int             step)
{
  if (self->adjustments[orientation] != NULL)
    gtk_adjustment_clamp_page (self->adjustments[orientation], (double) number * step, (double) (number + 1) * step);
}

void
bary_expert_grid_emit (BaryExpertGrid *self,
                       const char     *signal)
{
  g_signal_emit_by_name (self, signal, self->row, self->column);
}

void
bary_expert_grid_move (BaryExpertGrid *self,
                       guint           row,
                       guint           expert)
{
  if (!bary_expert_grid_has_cells (self))
    return;
  self->row = MIN (row, self->table->rows->len - 1);
  self->column = MIN (expert, self->table->panel->experts->len - 1);
  clamp (self, GTK_ORIENTATION_VERTICAL, self->row, self->metrics.row_height);
  clamp (self, GTK_ORIENTATION_HORIZONTAL, self->column, self->metrics.column_width);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  bary_expert_grid_name_cursor (self);
  bary_expert_grid_emit (self, "moved");
}

void
bary_expert_grid_show (BaryExpertGrid       *self,
                       const BaryPanelTable *table)
{
  const char *contest = table != NULL ? table->panel->id : NULL;
  gboolean other = g_strcmp0 (self->contest, contest) != 0;

  self->table = table;
  g_free (self->contest);
  self->contest = g_strdup (contest);
  bary_expert_grid_forget_texts (self);
  if (!bary_expert_grid_has_cells (self))
    bary_expert_grid_remove_children (self);
  self->row = other || !bary_expert_grid_has_cells (self) ? 0 : MIN (self->row, table->rows->len - 1);
  self->column = other || !bary_expert_grid_has_cells (self) ? 0 : MIN (self->column, table->panel->experts->len - 1);
  for (guint i = 0; other && i < G_N_ELEMENTS (self->adjustments); i++)
    if (self->adjustments[i] != NULL)
      gtk_adjustment_set_value (self->adjustments[i], 0);
  bary_expert_grid_name_cursor (self);
  bary_expert_grid_unsettle (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* The widget */

static void
bary_expert_grid_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  BaryExpertGrid *self = BARY_EXPERT_GRID (widget);
  const BaryGridMetrics *metrics = &self->metrics;
  guint n_rows = self->table != NULL ? self->table->rows->len : 0;
  guint n_columns = self->table != NULL ? self->table->panel->experts->len : 0;
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;
  int frozen, step;

  bary_expert_grid_measure_letters (self);
  frozen = across ? metrics->titles_width : metrics->head_height;
  step = across ? metrics->column_width : metrics->row_height;
  *minimum = frozen + step;
  *natural = frozen + step * (int) MAX (across ? n_columns : n_rows, 1);
}

static void
bary_expert_grid_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  BaryExpertGrid *self = BARY_EXPERT_GRID (widget);

  bary_expert_grid_measure_letters (self);
  configure (self, GTK_ORIENTATION_HORIZONTAL, width - self->metrics.titles_width, self->metrics.column_width,
             self->table != NULL ? self->table->panel->experts->len : 0);
  configure (self, GTK_ORIENTATION_VERTICAL, height - self->metrics.head_height, self->metrics.row_height,
             self->table != NULL ? self->table->rows->len : 0);
  bary_expert_grid_place_children (self);
  if (self->width != width || self->height != height)
    bary_expert_grid_unsettle (self);
  self->width = width;
  self->height = height;
}

static void
bary_expert_grid_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  BaryExpertGrid *self = BARY_EXPERT_GRID (widget);

  if (bary_expert_grid_measure_letters (self))
    gtk_widget_queue_resize (widget);
  bary_expert_grid_paint (self, snapshot);
}

static gboolean
bary_expert_grid_query_tooltip (GtkWidget  *widget,
                                int         x,
                                int         y,
                                gboolean    keyboard,
                                GtkTooltip *tooltip)
{
  BaryExpertGrid *self = BARY_EXPERT_GRID (widget);
  g_autofree char *words = NULL;
  int row, column;

  if (keyboard || !bary_expert_grid_find (self, x, y, &row, &column) || (row < 0 && column < 0))
    return FALSE;
  if (row < 0)
    words = bary_panel_table_name_expert (self->table, (guint) column);
  else if (column < 0)
    words = bary_panel_application_to_words (self->table->panel, bary_panel_table_get_application (self->table, (guint) row));
  else
    words = bary_panel_table_name_cell (self->table, (guint) row, (guint) column);
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

static gboolean
bary_expert_grid_grab_focus (GtkWidget *widget)
{
  return bary_expert_grid_focus_cursor (BARY_EXPERT_GRID (widget));
}

/* One stop of Tab: inside it the arrows lead on. */
static gboolean
bary_expert_grid_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  return gtk_widget_get_focus_child (widget) == NULL && gtk_widget_grab_focus (widget);
}

static void
bary_expert_grid_get_property (GObject    *object,
                               guint       property,
                               GValue     *value,
                               GParamSpec *pspec)
{
  BaryExpertGrid *self = BARY_EXPERT_GRID (object);

  if (property == PROP_HADJUSTMENT || property == PROP_VADJUSTMENT)
    g_value_set_object (value, self->adjustments[property - PROP_HADJUSTMENT]);
  else
    g_value_set_enum (value, (int) self->policies[property - PROP_HSCROLL_POLICY]);
}

static void
bary_expert_grid_set_property (GObject      *object,
                               guint         property,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  BaryExpertGrid *self = BARY_EXPERT_GRID (object);

  if (property == PROP_HADJUSTMENT || property == PROP_VADJUSTMENT)
    set_adjustment (self, property - PROP_HADJUSTMENT, g_value_get_object (value));
  else
    self->policies[property - PROP_HSCROLL_POLICY] = (guint) g_value_get_enum (value);
}

static void
bary_expert_grid_dispose (GObject *object)
{
  BaryExpertGrid *self = BARY_EXPERT_GRID (object);

  g_clear_handle_id (&self->settling, g_source_remove);
  self->table = NULL;
  bary_expert_grid_remove_children (self);
  g_clear_object (&self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
  g_clear_object (&self->adjustments[GTK_ORIENTATION_VERTICAL]);

  G_OBJECT_CLASS (bary_expert_grid_parent_class)->dispose (object);
}

static void
bary_expert_grid_finalize (GObject *object)
{
  BaryExpertGrid *self = BARY_EXPERT_GRID (object);

  for (guint i = 0; i < BARY_GRID_N_TEXTS; i++)
    g_ptr_array_unref (self->texts[i]);
  for (guint i = 0; i < G_N_ELEMENTS (self->children); i++)
    g_ptr_array_unref (self->children[i]);
  g_free (self->contest);

  G_OBJECT_CLASS (bary_expert_grid_parent_class)->finalize (object);
}

static void
bary_expert_grid_class_init (BaryExpertGridClass *klass)
{
  static const char *const names[] = { "moved", "activated", "asked" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bary_expert_grid_get_property;
  object_class->set_property = bary_expert_grid_set_property;
  object_class->dispose = bary_expert_grid_dispose;
  object_class->finalize = bary_expert_grid_finalize;
  widget_class->measure = bary_expert_grid_measure;
  widget_class->size_allocate = bary_expert_grid_size_allocate;
  widget_class->snapshot = bary_expert_grid_snapshot;
  widget_class->query_tooltip = bary_expert_grid_query_tooltip;
  widget_class->grab_focus = bary_expert_grid_grab_focus;
  widget_class->focus = bary_expert_grid_focus;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  gtk_widget_class_set_css_name (widget_class, "expertgrid");

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_signal_new (names[i], BARY_TYPE_EXPERT_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
clear_text (gpointer layout)
{
  g_clear_object ((PangoLayout **) &layout);
}

static void
bary_expert_grid_init (BaryExpertGrid *self)
{
  for (guint i = 0; i < BARY_GRID_N_TEXTS; i++)
    self->texts[i] = g_ptr_array_new_with_free_func (clear_text);
  for (guint i = 0; i < G_N_ELEMENTS (self->children); i++)
    self->children[i] = g_ptr_array_new ();
  self->pointer_x = self->pointer_y = -1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  bary_expert_grid_add_input (self);
}
