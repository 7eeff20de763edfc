#pragma once

#include "bary-label-placer.h"
#include "bary-scene-private.h"

G_BEGIN_DECLS

/* Of which all nodes are in a set. */
typedef struct {
  guint8 *discs; /* nullable: of clusters, then of districts */
  guint8 *zones; /* nullable: SCENE_ZONES for each cluster */
} SceneSummary;

/* A walk over a scene: what is asked for, and what follows from it for this frame. */
typedef struct {
  BaryScene        *scene;
  BaryPen          *pen;
  const BaryCamera *camera;
  const BaryFrame  *frame;
  const BaryTheme  *theme;
  BaryDetail        detail;
  double            scale;
  BaryBox           sight;     /* what of the camera's area is drawn, in its units */
  double            reach;     /* how far from it what is seen may be */
  double            progress;
  gboolean          cards;     /* texts can be read inside the boxes; else marks with labels where there is room */
  guint8           *near;      /* nullable: the hovered node with its neighbours */
  SceneSummary      unseen;    /* where all is hidden */
  SceneSummary      dim;       /* where all is dimmed */
  BaryLabelPlacer  *placer;
  BaryBox           firsts[2]; /* room kept for the labels of the hovered and the selected node; of no size: none */
  GArray           *in_sight;  /* of guint: nodes that may be seen */
  guint8           *drawn;     /* of each node: whether it is, at this detail */
  BaryPoint        *middles;   /* of the nodes' boxes, in units of the camera */
} SceneView;

/* A node as it is drawn. */
typedef struct {
  SceneView             *view;
  const BaryNetworkNode *node;
  const SceneNode       *look;
  BaryBox                box;    /* in units of the camera */
  BaryColour             colour; /* of the group */
  guint                  zone;
  double                 strength;
} SceneCard;

#define SCENE_ZONES 64

#define SCENE_FADED 0.4
#define SCENE_DIMMED 0.2

BaryPoint   scene_view_point   (const SceneView *self,
                                double           x,
                                double           y);
BaryBox     scene_view_box     (const SceneView *self,
                                const BaryBox   *box);
/* Whether it may not be shown because the edge of the picture would cut it. */
gboolean    scene_view_cuts    (const SceneView *self,
                                const BaryBox   *seen); /* in units of the camera */
gboolean    scene_view_sees    (const SceneView *self,
                                const BaryBox   *seen); /* in units of the camera */
/* Where a node is in this frame, in points of the picture. */
BaryBox     scene_view_node    (const SceneView *self,
                                guint            node);
BaryLayoutDisc scene_view_disc (const SceneView *self,
                                guint            cluster);
BaryBox     scene_view_disc_box (const SceneView *self,
                                const BaryLayoutDisc *disc);
/* Whether a node is drawn at all, at this detail. */
static inline gboolean
scene_view_has (const SceneView *self,
                guint            node)
{
  return self->drawn[node];
}

/* 1, or less for what is faded by hovering, dimmed, or appearing. */
double      scene_view_strength (const SceneView *self,
                                guint            node);
BaryColour  scene_view_colour  (const SceneView *self,
                                guint            cluster,
                                guint            zone);
/* Towards the background. */
BaryColour  scene_view_faint   (const SceneView *self,
                                BaryColour       colour,
                                double           strength);
gboolean    scene_view_is_zone_seen (const SceneView *self,
                                guint            cluster,
                                guint            zone);
double      scene_view_zone_strength (const SceneView *self,
                                guint            cluster,
                                guint            zone);
/* @disc: a cluster, or behind all of them a district */
gboolean    scene_view_is_disc_seen (const SceneView *self,
                                guint            disc);
double      scene_view_disc_strength (const SceneView *self,
                                guint            disc);

SceneCard   scene_view_card    (SceneView       *self,
                                guint            node);
/* Of its mark. */
double      scene_card_radius  (const SceneCard *card);

/* Where nodes are marks, titles and labels keep off them. */
void        scene_view_block_marks (SceneView *self);
/* Whatever else there is, what is pointed at has its label. */
void        scene_view_keep_firsts (SceneView *self);
void        scene_view_walk_discs  (SceneView *self);
void        scene_view_walk_ties   (SceneView *self);
void        scene_view_walk_lines  (SceneView *self);
/* Of the groups of a cluster. */
void        scene_view_walk_headings (SceneView     *self,
                                guint            i);
void        scene_view_walk_titles (SceneView *self);
void        scene_view_walk_nodes  (SceneView *self);
void        scene_view_walk_labels (SceneView *self);

G_END_DECLS
