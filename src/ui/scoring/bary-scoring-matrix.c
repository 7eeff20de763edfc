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
  else
    bary_scoring_matrix_forget_draw (self);
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
  if (panel == NULL || g_strcmp0 (self->shown, panel->id) != 0)
    bary_scoring_matrix_set_rows (self, NULL);
  if (panel == NULL)
    return;
  if (g_strcmp0 (self->shown, panel->id) != 0)
    gtk_spin_button_set_value (self->seed, (double) panel->seed);
  bary_scoring_matrix_build_table (self);
  bary_scoring_send_fill (self->receivers, session, panel);
}

static void
bary_scoring_matrix_dispose (GObject *object)
{
  BaryScoringMatrix *self = BARY_SCORING_MATRIX (object);

  self->panel = NULL;
  if (self->table != NULL)
    bary_scoring_matrix_set_rows (self, NULL);
  bary_scoring_matrix_forget_draw (self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->cells, g_hash_table_unref);

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
  gtk_widget_class_bind_template_child (widget_class, BaryScoringMatrix, receivers);
  gtk_widget_class_bind_template_child (widget_class, BaryScoringMatrix, summary);
  gtk_widget_class_bind_template_child (widget_class, BaryScoringMatrix, titles_window);
  gtk_widget_class_bind_template_child (widget_class, BaryScoringMatrix, titles);
  gtk_widget_class_bind_template_child (widget_class, BaryScoringMatrix, table_window);
  gtk_widget_class_bind_template_child (widget_class, BaryScoringMatrix, table);
  gtk_widget_class_bind_template_child (widget_class, BaryScoringMatrix, answer);
  gtk_widget_class_bind_template_child (widget_class, BaryScoringMatrix, doubts);
  gtk_widget_class_bind_template_child (widget_class, BaryScoringMatrix, doubts_words);
  gtk_widget_class_install_action (widget_class, "matrix.draw", NULL, act_cb);
  gtk_widget_class_install_action (widget_class, "matrix.write", NULL, act_cb);
  gtk_widget_class_install_action (widget_class, "matrix.stop", NULL, act_cb);
  gtk_widget_class_install_action (widget_class, "matrix.doubts", NULL, act_cb);
  gtk_widget_class_install_action (widget_class, "matrix.paper", NULL, act_cb);
}

static void
bary_scoring_matrix_init (BaryScoringMatrix *self)
{
  self->cells = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (gtk_scrolled_window_get_vadjustment (self->table_window), "value",
                          gtk_scrolled_window_get_vadjustment (self->titles_window), "value", G_BINDING_BIDIRECTIONAL);
}
