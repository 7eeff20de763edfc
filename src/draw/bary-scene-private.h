#pragma once

#include "bary-hulls.h"
#include "bary-scene-walk.h"
#include "bary-sprites.h"
#include "bary-ties.h"
#include "bary-text-book.h"

G_BEGIN_DECLS

#define BARY_SCENE_PADDING 6.0
#define BARY_SCENE_MARK 5.0        /* radius of a group's shape */
#define BARY_SCENE_MARK_SPACE 14.0 /* left of a text */
#define BARY_SCENE_USUAL_WEIGHT 1.6
#define BARY_SCENE_HEAVY 2.5
#define BARY_SCENE_RING 6.0        /* of the mark of many clusters */
#define BARY_SCENE_CORNER 6.0

typedef enum {
  SCENE_MEMBER,
  SCENE_CENTRE,
  SCENE_BODY, /* council, region, experts, team */
} SceneLook;

typedef struct {
  const BaryLabel *name;
  const BaryLabel *caption; /* nullable */
  SceneLook        look;
} SceneNode;

typedef struct {
  char            *text; /* «А · Опорные учреждения» */
  const BaryLabel *label;
} SceneGroup;

typedef struct {
  const BaryLabel *title;   /* nullable */
  const BaryLabel *narrow;  /* the same for a small disc; nullable */
  const BaryLabel *brief;   /* its first words: «Инновационная методическая…»; nullable */
  const BaryLabel *count;   /* nullable */
  guint            first_group;
  guint            n_groups;
  int              phantom; /* index of a box behind the nodes, for a barycenter not chosen yet; -1 */
} SceneCluster;

typedef struct {
  const BaryLabel *title;
  const BaryLabel *count;
} SceneDistrict;

typedef struct _BarySceneIndex BarySceneIndex;
typedef struct _BarySceneSteps BarySceneSteps;

struct _BaryScene {
  gatomicrefcount    references;
  BaryScene         *owner;  /* of everything up to the graph's edges, for one that was copied */
  BaryNetwork       *network;
  BaryTextBook      *book;
  BarySprites       *sprites;
  SceneNode         *nodes;
  guint              n_nodes;
  SceneCluster      *clusters;
  SceneDistrict     *districts;
  GArray            *groups; /* of SceneGroup */
  GArray            *ties;   /* of BaryTie: lines between two clusters as one */
  guint             *by_size; /* clusters, those with the most members first */
  guint             *order;  /* nodes, those with the most important labels first */

  GStringChunk      *ids;
  BaryGraphNode     *graph_nodes;    /* n_nodes and the phantoms */
  guint              n_graph_nodes;
  BaryGraphEdge     *edges;
  BaryGraphCluster  *graph_clusters;
  BaryGraphDistrict *graph_districts;
  BaryBox           *headings;       /* of all groups */
  BaryGraphLayout   *layout;         /* NULL until arranged */
  guint              arrangement;    /* a number that no other layout has had, of any scene */
  BaryBox           *phantoms;       /* boxes of clusters without a barycenter */
  BaryGraphLayout   *undragged;      /* as it was before something was dragged; nullable */
  BaryGraphNode     *undragged_nodes;
  int                dragged;        /* the node that was dragged last, BARY_NODE_NONE */

  guint             *first_neighbour; /* n_nodes + 1 */
  guint             *neighbours;
  guint             *first_line;      /* lines that touch a node */
  guint             *lines;
  BarySceneIndex    *index;           /* NULL until needed */
  BarySceneIndex    *discs;           /* the same */
  BarySceneSteps    *steps;           /* NULL until needed */
  guint             *loads;           /* of each tie: how wide it is; see BaryTie */
  BaryPoint         *turns;           /* of each line; NULL until needed */
  BaryHull          *hulls;           /* of the network's districts; NULL where none are drawn */
  double             disc_size;       /* half the height of a usual disc */

  BaryScene         *earlier;
  int               *earlier_node;    /* of each node, -1 */
  GArray            *gone;            /* nodes of `earlier` that are no more, guint */
  int               *earlier_cluster;
};

/* bary-scene-build.c */
void     bary_scene_build_nodes     (BaryScene       *self);
void     bary_scene_build_graph     (BaryScene       *self);
void     bary_scene_build_neighbours (BaryScene      *self);
BaryGraph bary_scene_get_graph      (BaryScene       *self);

void     bary_scene_take_layout     (BaryScene       *self,
                                     BaryGraphLayout *layout); /* transfer full */
/* bary-scene-ground.c: the hulls of districts, and in them the places of their titles. */
void     bary_scene_lay_ground      (BaryScene       *self);
/* bary-scene-drag.c */
void     bary_scene_forget_drag     (BaryScene       *self);

/* bary-scene-index.c */
BarySceneIndex *bary_scene_index_new  (const BaryBox  *boxes,
                                       guint           n_boxes);
void     bary_scene_index_free      (BarySceneIndex  *self);
/* Calls with every box that may touch the area, once each, in the order of their numbers.
 * Returns: (transfer full): of guint. */
GArray  *bary_scene_index_find      (BarySceneIndex  *self,
                                     const BaryBox   *area);
/* Boxes whose cell holds the point. */
const guint *bary_scene_index_at    (BarySceneIndex  *self,
                                     double           x,
                                     double           y,
                                     guint           *n);
/* Whether something is true of any box that may touch the area. */
gboolean bary_scene_index_any       (BarySceneIndex  *self,
                                     const BaryBox   *area,
                                     gboolean       (*is_so) (guint    box,
                                                              gpointer user_data),
                                     gpointer         user_data);
BarySceneIndex *bary_scene_get_index (BaryScene      *self);
/* Of the clusters' discs. */
BarySceneIndex *bary_scene_get_discs (BaryScene      *self);
const guint *bary_scene_get_loads  (BaryScene       *self);

/* bary-scene-ties.c */
/* The curve of a bundle, in points of the picture. */
void     bary_scene_trace_tie       (const BaryLayoutDisc *a,
                                     const BaryLayoutDisc *b,
                                     BaryPoint        points[4]);
/* Whether a line is one of those that a tie stands for. */
gboolean bary_scene_is_of_tie       (BaryScene       *self,
                                     guint            tie,
                                     guint            line);

/* bary-scene-turns.c */
/* Of each line of a tree: those that answer to one stand in columns where they are many. The line to one that stands
 * below another of them comes to this point and goes down beside the column: behind the others it would look as if they
 * led it. NAN for a line that needs no turn. */
const BaryPoint *bary_scene_get_turns (BaryScene      *self);

/* bary-scene-step.c */
void     bary_scene_steps_free      (BarySceneSteps  *steps);

/* In trees and free layouts clusters have no shape. */
gboolean bary_scene_has_discs       (BaryScene       *self);
gboolean scene_presence_is_shown     (BaryPresence     presence);
/* On the day itself, not only later. */
gboolean scene_presence_is_there     (BaryPresence     presence);
/* bary-scene-pick.c */
/* Whether a node is drawn in a frame: there is one at this detail, or it is chosen or left bright by a filter. */
gboolean bary_scene_can_find        (BaryScene       *self,
                                     const BaryFrame *frame,
                                     BaryDetail       detail,
                                     int              node);
/* Whether a node is drawn at a detail. */
gboolean bary_scene_has_node        (BaryScene       *self,
                                     BaryDetail       detail,
                                     guint            node);
/* The zone of a node's cluster that it belongs to; how it looks. */
guint    bary_scene_zone_of         (BaryScene       *self,
                                     const BaryNetworkNode *node);

/* bary-scene-brief.c; the first words of a name on two lines, a little shorter if need be: «Инновационная методическая…».
 * Returns: (transfer none): `name` itself if it has no more lines. */
const BaryLabel *scene_fold_first_words (BaryTextBook    *book,
                                     const BaryLabel *name,
                                     double           most);

/* bary-scene-style.c */
/* How many times as large as usual a member's mark is, so that its area tells the weight. */
double   bary_mark_size             (double           weight);
BaryStroke bary_line_stroke         (BaryLine         line,
                                     BaryColour       colour,
                                     double           alpha,
                                     double           scale);

/* bary-cairo-pen.c; the cairo_t must not be transformed or clipped anew before the pen is freed.
 * @sprites: (nullable). Returns: (transfer full): free it with bary_cairo_pen_free. */
BaryPen *bary_cairo_pen_new         (cairo_t         *cr,
                                     BaryTextBook    *book,
                                     BarySprites     *sprites);
void     bary_cairo_pen_free        (BaryPen         *pen);

/* Lays a label out line by line: the left end of the first line's box is at x, top. */
void     bary_pen_label             (BaryPen         *pen,
                                     BaryTextBook    *book,
                                     const BaryLabel *label,
                                     double           x,
                                     double           top,
                                     double           scale,
                                     gboolean         centred,
                                     BaryInk          ink);

G_END_DECLS
