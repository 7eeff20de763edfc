#pragma once

#include "bary-add-members.h"
#include "bary-canvas.h"
#include "bary-cluster-list.h"
#include "bary-cluster-view.h"
#include "bary-day-slider.h"
#include "bary-hidden-groups.h"
#include "bary-legend-pane.h"
#include "bary-member-pane.h"
#include "bary-passport-strip.h"

G_BEGIN_DECLS

struct _BaryClusterView {
  BaryView           parent_instance;

  /* template */
  AdwFlap           *list_flap;
  AdwFlap           *member_flap;
  BaryClusterList   *list;
  GtkStack          *pages;
  GtkLabel          *name;
  BaryPassportStrip *passport;
  BaryCanvas        *canvas;
  GtkLabel          *hint;
  BaryHiddenGroups  *hidden_groups;
  GtkWidget         *menu; /* of a node: a child of its own, not of the template */
  BaryLegendPane    *legend;
  GtkWidget         *add_button;
  BaryAddMembers    *add_members;
  GtkWidget         *edit_button;
  BaryDaySlider     *slider;
  BaryMemberPane    *pane;

  /* owned */
  BaryStore         *store;
  BaryClusterState  *state;
  char              *shown_cluster;
  char              *awaited_cluster;      /* a new one: shown as soon as it is there */
  char              *awaited_organisation; /* selected as soon as the cluster is shown */
  guint              keep_source;
  gboolean           moved;                /* since the layout was kept */
  BaryLayoutMemory  *memory;
};

/* What the person does to the cluster: adds, moves, takes out, mends. */
void bary_cluster_view_connect_acts (BaryClusterView *self);
void bary_cluster_view_edit         (BaryClusterView *self);
void bary_cluster_view_create       (BaryClusterView *self);

/* What the person does to the picture: moves, pins, unpins; the menu of a node. */
void bary_cluster_view_connect_places (BaryClusterView *self);
void bary_cluster_view_class_install_actions (GtkWidgetClass *widget_class);
void bary_cluster_view_unpin        (BaryClusterView *self,
                                     int              node);
/* How many are in the box selection. */
guint bary_cluster_view_count_chosen (BaryClusterView *self);
/* Keeps the places of the nodes in the file as soon as there is time. */
void bary_cluster_view_keep_layout  (BaryClusterView *self);

void bary_cluster_view_move_member  (BaryClusterView *self,
                                     int              node,
                                     int              group);
void bary_cluster_view_move_chosen  (BaryClusterView *self,
                                     int              group);
void bary_cluster_view_ask_to_remove (BaryClusterView *self,
                                     int              node);
void bary_cluster_view_show_node    (BaryClusterView *self,
                                     int              node);

G_END_DECLS
