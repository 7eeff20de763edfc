#pragma once

#include "bary-add-members.h"
#include "bary-cluster-graph.h"
#include "bary-cluster-list.h"
#include "bary-cluster-view.h"
#include "bary-day-slider.h"
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
  BaryClusterGraph  *graph;
  GtkLabel          *hint;
  GtkWidget         *legend;
  GtkWidget         *add_button;
  BaryAddMembers    *add_members;
  GtkWidget         *edit_button;
  BaryDaySlider     *slider;
  BaryMemberPane    *pane;

  /* owned */
  BaryStore         *store;
  BaryClusterScene  *scene;
  char              *shown_cluster;
  char              *awaited_cluster;      /* a new one: shown as soon as it is there */
  char              *awaited_organisation; /* selected as soon as the cluster is shown */
  gboolean           narrow;
  guint              fold_source;
  guint              legend_source;
};

/* What the person does to the cluster: adds, moves, takes out, mends. */
void bary_cluster_view_connect_acts (BaryClusterView *self);
void bary_cluster_view_edit         (BaryClusterView *self);
void bary_cluster_view_create       (BaryClusterView *self);

G_END_DECLS
