#include "bary-legend-pane.h"

#include "bary-legend.h"
#include "bary-size-watch.h"

#define USUAL_ROWS 3

struct _BaryLegendPane {
  AdwBin           parent_instance;

  /* template */
  BaryLegend      *legend;
  GtkToggleButton *whole;

  guint            n_rows;
};

G_DEFINE_FINAL_TYPE (BaryLegendPane, bary_legend_pane, ADW_TYPE_BIN)

enum {
  ENTRY_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
update (BaryLegendPane *self)
{
  bary_legend_set_rows (self->legend, gtk_toggle_button_get_active (self->whole) ? 0 : self->n_rows);
  gtk_widget_set_visible (GTK_WIDGET (self->whole), bary_legend_has_more_rows (self->legend, self->n_rows));
}

static void
entry_activated_cb (BaryLegendPane *self,
                    gpointer        members)
{
  g_signal_emit (self, signals[ENTRY_ACTIVATED], 0, members);
}

static void
bary_legend_pane_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BARY_TYPE_LEGEND_PANE);

  G_OBJECT_CLASS (bary_legend_pane_parent_class)->dispose (object);
}

static void
bary_legend_pane_class_init (BaryLegendPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_legend_pane_dispose;
  g_type_ensure (BARY_TYPE_LEGEND);
  g_type_ensure (BARY_TYPE_SIZE_WATCH);
  signals[ENTRY_ACTIVATED] = g_signal_new ("entry-activated", BARY_TYPE_LEGEND_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/common/bary-legend-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryLegendPane, legend);
  gtk_widget_class_bind_template_child (widget_class, BaryLegendPane, whole);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "update", G_CALLBACK (update));
}

static void
bary_legend_pane_init (BaryLegendPane *self)
{
  self->n_rows = USUAL_ROWS;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bary_legend_pane_set_scene (BaryLegendPane *self,
                            BaryScene      *scene)
{
  g_return_if_fail (BARY_IS_LEGEND_PANE (self));

  bary_legend_set_scene (self->legend, scene);
  update (self);
}

void
bary_legend_pane_set_rows (BaryLegendPane *self,
                           guint           n_rows)
{
  g_return_if_fail (BARY_IS_LEGEND_PANE (self) && n_rows > 0);

  self->n_rows = n_rows;
  update (self);
}
