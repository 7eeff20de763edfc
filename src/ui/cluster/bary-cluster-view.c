#include "bary-cluster-view.h"

struct _BaryClusterView {
  BaryView parent_instance;
};

G_DEFINE_FINAL_TYPE (BaryClusterView, bary_cluster_view, BARY_TYPE_VIEW)

static void
bary_cluster_view_class_init (BaryClusterViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/cluster/bary-cluster-view.ui");
}

static void
bary_cluster_view_init (BaryClusterView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
