#pragma once

#include "bary-cluster-graph.h"
#include "bary-cluster-node.h"

G_BEGIN_DECLS

struct _BaryClusterGraph {
  GtkWidget         parent_instance;

  BaryClusterScene *scene;    /* borrowed; NULL for none */
  gboolean          editable;
  int               selected;
  int               hovered;

  /* What is seen: a point p of the diagram stands at p * scale + offset, in pixels. */
  double            scale;
  double            offset_x, offset_y;
  gboolean          fitted;   /* nobody has zoomed or moved it yet */

  /* A drag in progress. */
  int               dragged;  /* a member, or BARY_DIAGRAM_NONE when the ground is dragged */
  gboolean          dragging;
  gboolean          space_held;
  gboolean          pointing; /* a click selects: what is clicked is in sight, and must not move */
  double            drag_x, drag_y; /* where it is, in pixels */
  double            start_offset_x, start_offset_y;
  double            pinch_scale;
  int               drop_zone;
  char             *hint;
};

int  bary_cluster_graph_pick           (BaryClusterGraph *self,
                                        double            x,
                                        double            y);
/* A group's zone under a point, or -1. */
int  bary_cluster_graph_pick_group     (BaryClusterGraph *self,
                                        double            x,
                                        double            y);
void bary_cluster_graph_zoom_at        (BaryClusterGraph *self,
                                        double            factor,
                                        double            x,
                                        double            y);
void bary_cluster_graph_move_by        (BaryClusterGraph *self,
                                        double            x,
                                        double            y);
void bary_cluster_graph_set_hint       (BaryClusterGraph *self,
                                        const char       *hint);
/* Lets go of anything in the air. */
void bary_cluster_graph_end_drag       (BaryClusterGraph *self);
GtkWidget *bary_cluster_graph_get_child (BaryClusterGraph *self,
                                         int               node);

enum {
  BARY_GRAPH_MOVE_MEMBER,
  BARY_GRAPH_ADD_MEMBER,
  BARY_GRAPH_REMOVE_MEMBER,
  BARY_GRAPH_ACTIVATE_NODE,
  BARY_GRAPH_N_SIGNALS
};

extern guint bary_cluster_graph_signals[BARY_GRAPH_N_SIGNALS];

/* Mouse, keys, pinch, drops. */
void bary_cluster_graph_add_controllers (BaryClusterGraph *self);

G_END_DECLS
