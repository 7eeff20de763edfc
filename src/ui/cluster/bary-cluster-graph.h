#pragma once

#include "bary-cluster-scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The graph of a cluster: zoomed by wheel, pinch and + − 0, moved by dragging the ground, walked by the arrows.
 * Members are dragged between groups; organisations are dropped into them.
 *
 * Property "selected" (int): a node of the scene's diagram, BARY_DIAGRAM_CENTRE, or BARY_DIAGRAM_NONE.
 * Property "hint" (string, nullable): what letting go would do now.
 * Signals:
 *   "move-member" (int node, int group): a member was dragged into a group.
 *   "add-member" (const char *organisation, int group): an organisation was dropped.
 *   "remove-member" (int node): Delete was pressed.
 *   "activate-node" (int node): Enter was pressed, or a node was clicked twice.
 */
#define BARY_TYPE_CLUSTER_GRAPH (bary_cluster_graph_get_type ())
G_DECLARE_FINAL_TYPE (BaryClusterGraph, bary_cluster_graph, BARY, CLUSTER_GRAPH, GtkWidget)

/* @scene: (transfer none) (nullable): must stay until the next call
 * @keep_view: the same cluster as before: what is seen and selected stays. */
void bary_cluster_graph_set_scene    (BaryClusterGraph *self,
                                      BaryClusterScene *scene,
                                      gboolean          keep_view);
void bary_cluster_graph_set_editable (BaryClusterGraph *self,
                                      gboolean          editable);
int  bary_cluster_graph_get_selected (BaryClusterGraph *self);
void bary_cluster_graph_select       (BaryClusterGraph *self,
                                      int               node);
/* @factor: 1.2 is a step nearer */
void bary_cluster_graph_zoom         (BaryClusterGraph *self,
                                      double            factor);
void bary_cluster_graph_fit          (BaryClusterGraph *self);

G_END_DECLS
