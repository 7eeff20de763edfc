#pragma once

#include "bary-acts.h"
#include "bary-canvas.h"
#include "bary-changes-pane.h"
#include "bary-chosen-bar.h"
#include "bary-day-slider.h"
#include "bary-figures-pane.h"
#include "bary-hidden-groups.h"
#include "bary-legend-pane.h"
#include "bary-mini-map.h"
#include "bary-network-filters.h"
#include "bary-network-loader.h"
#include "bary-network-path.h"
#include "bary-network-table.h"
#include "bary-network-view.h"
#include "bary-node-pane.h"

G_BEGIN_DECLS

struct _BaryNetworkView {
  BaryView            parent_instance;

  /* template */
  AdwFlap            *flap;
  GtkBox             *bar_place;     /* of the filters in a wide window */
  GtkMenuButton      *filters_button; /* in a narrow one, with a popover */
  GtkBox             *fold_place;    /* and their place in it */
  GtkWidget          *filters_place; /* asks for no width, so that the window can become narrow */
  BaryNetworkFilters *filters;
  GtkEditable        *search;
  GtkStack           *pages;         /* "picture", "table", "empty", "bodiless", "over", "waiting", "stopped" */
  BaryCanvas         *canvas;
  GtkWidget          *corner;        /* the mini-map and the zoom */
  BaryMiniMap        *map;
  BaryChosenBar      *chosen_bar;
  GtkLabel           *hint;
  BaryHiddenGroups   *hidden_groups;
  BaryNetworkTable   *table;
  AdwStatusPage      *over;          /* there are bodies, but on other days */
  GtkButton          *over_button;   /* leads to one of them */
  GtkWidget          *unfinished;    /* says that the layout was cancelled after the first look */
  GtkWidget          *legend_revealer;
  BaryLegendPane     *legend;
  GtkLabel           *count;
  GtkWidget          *time;          /* the slider and the button beside it */
  BaryDaySlider      *slider;
  GtkWidget          *compare_button;
  GtkStack           *side;          /* "node", "figures", "changes" */
  BaryNodePane       *node_pane;
  BaryFiguresPane    *figures_pane;
  BaryChangesPane    *changes_pane;

  /* owned */
  BaryNetworkLoader  *loader;
  BaryStore          *store;
  GSettings          *settings;      /* NULL without the schema */
  GSimpleActionGroup *actions;
  GtkWidget          *menu;          /* the context menu */
  BaryScene          *scene;         /* NULL while nothing is shown */
  guint8             *fitting;       /* a byte per node: what the filters ask for */
  guint               n_fitting;
  BaryNetworkPath    *path;          /* between two chosen nodes; NULL for none */
  char               *since;         /* the day compared with; NULL for the start of the school year */
  char               *body_day;      /* nullable: the nearest other one with a body */
  char               *earliest;      /* first dated day of the store */
  char               *awaited;       /* record to be selected when it has arrived */

  int                 path_start;    /* node from which a path to the next one is wanted */
  BaryPicture         shown_picture;
  gboolean            stale;         /* something has changed while nobody looked */
  gboolean            whole;         /* what is shown is laid out to its end */
  gboolean            choosing;      /* the chosen nodes are changed here */
};

/* bary-network-view.c */
void         bary_network_view_reload         (BaryNetworkView *self);
BaryNetwork *bary_network_view_get_network    (BaryNetworkView *self);
gboolean     bary_network_view_is_editable    (BaryNetworkView *self);
/* Selects it and flies there. */
void         bary_network_view_go             (BaryNetworkView *self,
                                               int              node);
/* Dims what the filters, or a path, leave aside; the table and the count follow. */
void         bary_network_view_apply          (BaryNetworkView *self);

/* bary-network-view-show.c: what is shown of a scene */
void         bary_network_view_show_scene     (BaryNetworkView *self,
                                               BaryScene       *scene,
                                               gboolean         whole);
void         bary_network_view_show_page      (BaryNetworkView *self);
void         bary_network_view_show_figures   (BaryNetworkView *self);
void         bary_network_view_describe       (BaryNetworkView *self);

/* bary-network-view-search.c: filters and the search */
void         bary_network_view_connect_search (BaryNetworkView *self);

/* bary-network-view-choose.c: chosen nodes, paths, the menu */
void         bary_network_view_connect_choosing (BaryNetworkView *self);
void         bary_network_view_set_chosen     (BaryNetworkView *self,
                                               const guint8    *set);
/* What a figure counts: chosen, and in sight. */
void         bary_network_view_pick_set       (BaryNetworkView *self,
                                               gpointer         set);
void         bary_network_view_clear_path     (BaryNetworkView *self);
void         bary_network_view_start_path     (BaryNetworkView *self,
                                               int              node);

/* bary-network-view-acts.c: actions */
void         bary_network_view_install_actions (BaryNetworkView *self);
gboolean     bary_network_view_get_state      (BaryNetworkView *self,
                                               const char      *action);
/* Returns: (transfer full) */
char        *bary_network_view_dup_state      (BaryNetworkView *self,
                                               const char      *action);
void         bary_network_view_set_state      (BaryNetworkView *self,
                                               const char      *action,
                                               GVariant        *value);
void         bary_network_view_update_actions (BaryNetworkView *self);

/* bary-network-view-pins.c: what stays where it stands */
/* Whether an act on what is chosen, or else selected, is on this node. */
gboolean     bary_network_view_is_meant       (BaryNetworkView *self,
                                               guint            node);
void         bary_network_view_pin            (BaryNetworkView *self);
void         bary_network_view_unpin          (BaryNetworkView *self);
void         bary_network_view_unpin_all      (BaryNetworkView *self);
void         bary_network_view_place          (BaryNetworkView *self,
                                               int              node,
                                               double           x,
                                               double           y);
void         bary_network_view_pin_node       (BaryNetworkView *self,
                                               gboolean         pinned);

G_END_DECLS
