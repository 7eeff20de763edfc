#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A node of the graph for the keyboard and for a screen reader: it has a place, a role and a name, and draws
 * nothing; the picture beneath it does. */
#define BARY_TYPE_CLUSTER_NODE (bary_cluster_node_get_type ())
G_DECLARE_FINAL_TYPE (BaryClusterNode, bary_cluster_node, BARY, CLUSTER_NODE, GtkWidget)

/* @node: its index in the diagram, or BARY_DIAGRAM_CENTRE */
GtkWidget *bary_cluster_node_new         (int              node,
                                          const char      *description);
int        bary_cluster_node_get_node    (BaryClusterNode *self);
void       bary_cluster_node_describe    (BaryClusterNode *self,
                                          int              node,
                                          const char      *description);
void       bary_cluster_node_set_selected (BaryClusterNode *self,
                                           gboolean         selected);

G_END_DECLS
