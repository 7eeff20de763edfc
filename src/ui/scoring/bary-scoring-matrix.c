#include "bary-scoring-matrix-private.h"

#include "bary-doubts-window.h"
#include "bary-paper-window.h"
#include "bary-scoring-send.h"

G_DEFINE_FINAL_TYPE (BaryScoringMatrix, bary_scoring_matrix, ADW_TYPE_BIN)

static void
act_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  BaryScoringMatrix *self = BARY_SCORING_MATRIX (widget);

  if (g_str_equal (action, "matrix.draw"))
    bary_scoring_matrix_draw (self);
  else if (g_str_equal (action, "matrix.write"))
    bary_scoring_matrix_write_draw (self);
  else if (g_str_equal (action, "matrix.doubts") && self->panel != NULL)
    bary_doubts_window_present (widget, self->session, self->panel->id);
  else if (g_str_equal (action, "matrix.paper") && self->panel != NULL)
    bary_paper_window_present (widget, self->session, self->panel->id);
  else if (g_str_equal (action, "matrix.set-by-hand"))
    bary_scoring_matrix_seat (self, "by_hand");
  else if (g_str_equal (action, "matrix.forbid"))
    bary_scoring_matrix_seat (self, "forbidden");
  else if (g_str_equal (action, "matrix.declare"))
    bary_scoring_matrix_declare (self);
  else if (g_str_equal (action, "matrix.take-away"))
    bary_scoring_matrix_seat (self, NULL);
  else
    bary_scoring_matrix_forget_draw (self);
}

void
bary_scoring_matrix_fill (BaryScoringMatrix *self)
{
  g_autoptr (BaryPanelTable) old = g_steal_pointer (&self->cells);

  gtk_widget_set_visible (self->write, self->assignment != NULL && self->assignment->feasible);
  if (self->panel != NULL)
    self->cells = bary_panel_table_new (self->panel, self->draw, self->assignment);
  bary_expert_grid_show (self->grid, self->cells);
}

void
bary_scoring_matrix_show (BaryScoringMatrix *self,
                          BarySession       *session,
                          const BaryPanel   *panel)
{
  bary_scoring_matrix_forget_draw (self);
  g_set_object (&self->session, session);
  self->panel = panel;
  gtk_label_set_label (self->summary, "");
  gtk_widget_set_visible (self->doubts, FALSE);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  bary_scoring_matrix_fill (self);
  if (panel == NULL)
    return;
  if (g_strcmp0 (self->shown, panel->id) != 0)
    gtk_spin_button_set_value (self->seed, (double) panel->seed);
  g_free (self->shown);
  self->shown = g_strdup (panel->id);
}

static void
fill_receivers_cb (GtkMenuButton *button,
                   gpointer       data)
{
  BaryScoringMatrix *self = data;

  if (self->panel != NULL)
    bary_scoring_send_fill (self->receivers, self->session, self->panel);
}

static void
bary_scoring_matrix_dispose (GObject *object)
{
  BaryScoringMatrix *self = BARY_SCORING_MATRIX (object);

  self->panel = NULL;
  if (self->grid != NULL)
    bary_expert_grid_show (self->grid, NULL);
  g_clear_pointer ((GtkWidget **) &self->popover, gtk_widget_unparent);
  bary_scoring_matrix_forget_draw (self);
  g_clear_pointer (&self->cells, bary_panel_table_free);
  g_clear_object (&self->session);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (bary_scoring_matrix_parent_class)->dispose (object);
}

static void
bary_scoring_matrix_class_init (BaryScoringMatrixClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_scoring_matrix_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/scoring/bary-scoring-matrix.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryScoringMatrix, seed);
  gtk_widget_class_bind_template_child (widget_class, BaryScoringMatrix, write);
  gtk_widget_class_bind_template_child (widget_class, BaryScoringMatrix, stop);
  gtk_widget_class_bind_template_child (widget_class, BaryScoringMatrix, send);
  gtk_widget_class_bind_template_child (widget_class, BaryScoringMatrix, receivers);
  gtk_widget_class_bind_template_child (widget_class, BaryScoringMatrix, summary);
  gtk_widget_class_bind_template_child (widget_class, BaryScoringMatrix, grid);
  gtk_widget_class_bind_template_child (widget_class, BaryScoringMatrix, answer);
  gtk_widget_class_bind_template_child (widget_class, BaryScoringMatrix, doubts);
  gtk_widget_class_bind_template_child (widget_class, BaryScoringMatrix, doubts_words);
  gtk_widget_class_install_action (widget_class, "matrix.draw", NULL, act_cb);
  gtk_widget_class_install_action (widget_class, "matrix.write", NULL, act_cb);
  gtk_widget_class_install_action (widget_class, "matrix.stop", NULL, act_cb);
  gtk_widget_class_install_action (widget_class, "matrix.doubts", NULL, act_cb);
  gtk_widget_class_install_action (widget_class, "matrix.paper", NULL, act_cb);
  gtk_widget_class_install_action (widget_class, "matrix.set-by-hand", NULL, act_cb);
  gtk_widget_class_install_action (widget_class, "matrix.forbid", NULL, act_cb);
  gtk_widget_class_install_action (widget_class, "matrix.take-away", NULL, act_cb);
  gtk_widget_class_install_action (widget_class, "matrix.declare", NULL, act_cb);
}

static void
bary_scoring_matrix_init (BaryScoringMatrix *self)
{
  g_type_ensure (BARY_TYPE_EXPERT_GRID);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->send, fill_receivers_cb, self, NULL);
  bary_scoring_matrix_add_cells (self);
}
