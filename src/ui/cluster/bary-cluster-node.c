#include "bary-cluster-node.h"

struct _BaryClusterNode {
  GtkWidget parent_instance;

  int       node;
};

G_DEFINE_FINAL_TYPE (BaryClusterNode, bary_cluster_node, GTK_TYPE_WIDGET)

static void
bary_cluster_node_class_init (BaryClusterNodeClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "clusternode");
}

static void
bary_cluster_node_init (BaryClusterNode *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
bary_cluster_node_new (int         node,
                       const char *description)
{
  BaryClusterNode *self = g_object_new (BARY_TYPE_CLUSTER_NODE, NULL);

  bary_cluster_node_describe (self, node, description);
  return GTK_WIDGET (self);
}

int
bary_cluster_node_get_node (BaryClusterNode *self)
{
  return self->node;
}

void
bary_cluster_node_describe (BaryClusterNode *self,
                            int              node,
                            const char      *description)
{
  self->node = node;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
}

void
bary_cluster_node_set_selected (BaryClusterNode *self,
                                gboolean         selected)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}
