#pragma once

#include "bary-graph-layout.h"
#include "bary-palette.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* A network ready to be painted: labels measured, places known. The same scene goes to the screen, to paper and into
 * files. One unit is a point of the layout; how large it is shown is the camera's matter. */
typedef struct _BaryScene BaryScene;

#define BARY_NODE_NONE (-1)

/* What is seen: a point p of the picture stands at p * scale + offset, in pixels (or points of paper). */
typedef struct {
  double scale;
  double offset_x, offset_y;
  double width, height; /* what is outside is not painted */
} BaryCamera;

/* How much is drawn, by how large it is seen. */
typedef enum {
  BARY_DETAIL_DISCS,    /* districts and clusters as discs, with names and counts */
  BARY_DETAIL_CENTRES,  /* barycenters, councils and partners of the first level */
  BARY_DETAIL_ALL,
  BARY_DETAIL_BY_SCALE, /* whichever suits the camera */
} BaryDetail;

/* What a frame shows beside the scene itself. All sets are nullable arrays of a byte per node, borrowed. */
typedef struct {
  const BaryTheme *theme;
  BaryDetail       detail;
  int              selected;   /* BARY_NODE_NONE for none */
  int              hovered;    /* it and its neighbours stay, the others fade */
  const guint8    *chosen;     /* selected as well: a box selection, a path, the nodes of a figure */
  const guint8    *dimmed;     /* drawn at a fifth, in their place */
  const guint8    *hidden;     /* not yet revealed: neither drawn nor found */
  int              drop_cluster, drop_zone; /* -1 for none: the sector that would take what is dragged */
  gboolean         no_lines;   /* lines, ties between clusters included, are not yet revealed */
  double           progress;   /* of an animated change from bary_scene_set_earlier, 1 when it is over */
  guint            opened;     /* of a bundle of ties that is shown line by line: its number and 1; 0 for none */
  gboolean         whole_texts; /* for a hall: texts that the edge of the picture would cut are left out, and a cluster has
                                 * a title where that is possible at all */
} BaryFrame;

/* Measures the labels. May be called by any thread, as may be everything here, but by one at a time.
 * @network: (transfer none): must not change any more; @family: (nullable): of the font. Returns: (transfer full) */
BaryScene             *bary_scene_new          (BaryNetwork        *network,
                                                const char         *family);
BaryScene             *bary_scene_ref          (BaryScene          *self);
void                   bary_scene_unref        (BaryScene          *self);

/* Lays the nodes out, starting from the places in the network. Scenes are painted only when arranged.
 * @progress: (nullable). Returns: FALSE if it was stopped. */
gboolean               bary_scene_arrange      (BaryScene          *self,
                                                BaryLayoutProgress  progress,
                                                gpointer            user_data);
/* The places of `earlier` (by node id) become the start for bary_scene_arrange; call it before.
 * Nodes that the network has pinned keep the network's place, and so do those that are pinned no more. */
void                   bary_scene_start_from   (BaryScene          *self,
                                                BaryScene          *earlier);
/* @earlier: (nullable): what BaryFrame.progress comes from: nodes glide, new ones appear beside their barycenter,
 * gone ones fade. */
void                   bary_scene_set_earlier  (BaryScene          *self,
                                                BaryScene          *earlier);

/* A useful picture before the layout is finished: shares what the scene has measured, has places of its own.
 * To be called where bary_scene_arrange reports progress. Returns: (transfer full) */
BaryScene             *bary_scene_copy_so_far  (BaryScene             *self,
                                                const BaryGraphLayout *so_far);

BaryNetwork           *bary_scene_get_network  (BaryScene          *self);
/* Of the font. Returns: (transfer none) */
const char            *bary_scene_get_family   (BaryScene          *self);
const BaryGraphLayout *bary_scene_get_layout   (BaryScene          *self);
/* Where a node stands. */
const BaryBox         *bary_scene_get_box      (BaryScene          *self,
                                                int                 node);
/* While it is dragged: moves a node, pins it there, and lays the rest of its cluster out anew, each time from where
 * everyone stood before this node was first dragged: what made room comes back when the node has passed. */
void                   bary_scene_drag         (BaryScene          *self,
                                                int                 node,
                                                double              x,
                                                double              y);
/* All places and pins as they were before the node was first dragged. */
void                   bary_scene_cancel_drag  (BaryScene          *self);

/* Whether the node is there at all on either day, and not of a hidden group. */
gboolean               bary_scene_is_shown     (BaryScene          *self,
                                                int                 node);
/* Returns: (transfer full): what a screen reader says: «ГБОУ СОШ № 352, группа А, базовая площадка». */
char                  *bary_scene_describe     (BaryScene          *self,
                                                int                 node);
/* Indices of the nodes a node has lines to. Returns: (transfer none) */
const guint           *bary_scene_get_neighbours (BaryScene        *self,
                                                int                 node,
                                                guint              *n_neighbours);

/* Finding; x and y are points of the picture. What is not drawn at the frame's detail is not found; BY_SCALE finds all. */
int                    bary_scene_pick         (BaryScene          *self,
                                                const BaryFrame    *frame,
                                                double              x,
                                                double              y);
/* The bundle of ties between two clusters that is no farther than `reach` from the point. Returns: -1 for none. */
int                    bary_scene_pick_tie     (BaryScene          *self,
                                                const BaryFrame    *frame,
                                                double              x,
                                                double              y,
                                                double              reach);
/* Returns: (transfer full): which clusters it joins, by how many links, through whom. */
char                  *bary_scene_describe_tie (BaryScene          *self,
                                                guint               tie);
/* The next bundle, or the previous one, of the cluster that a node stands in; of all for a node that stands in none.
 * @tie: -1 begins. Returns: -1 where there is none. */
int                    bary_scene_step_tie     (BaryScene          *self,
                                                const BaryFrame    *frame,
                                                int                 node,
                                                int                 tie,
                                                gboolean            forward);
/* Between the two clusters, in points of the picture. */
void                   bary_scene_find_tie     (BaryScene          *self,
                                                guint               tie,
                                                double             *x,
                                                double             *y);
/* Sets the bytes of the nodes that its lines lead to. */
void                   bary_scene_mark_tie     (BaryScene          *self,
                                                guint               tie,
                                                guint8             *set);
/* Sets the bytes of the nodes whose middle is in the box. Returns: how many. */
guint                  bary_scene_pick_area    (BaryScene          *self,
                                                const BaryFrame    *frame,
                                                const BaryBox      *area,
                                                guint8             *set);

typedef enum {
  BARY_GO_LEFT,
  BARY_GO_RIGHT,
  BARY_GO_UP,
  BARY_GO_DOWN,
  BARY_GO_NEXT_GROUP,
  BARY_GO_PREVIOUS_GROUP,
  BARY_GO_NEXT_CLUSTER,
  BARY_GO_PREVIOUS_CLUSTER,
  BARY_GO_CENTRE,
} BarySceneStep;

/* Where a key leads from a node. Returns: the same node when there is nothing that way. */
int                    bary_scene_step         (BaryScene          *self,
                                                const BaryFrame    *frame,
                                                int                 from,
                                                BarySceneStep       step);

/* A camera that shows all of a box, as large as it fits but no larger than `largest`. */
void                   bary_camera_fit         (BaryCamera         *camera,
                                                const BaryBox      *box,
                                                double              margin,
                                                double              largest);
/* What a camera sees, for a cairo_t that is so many times larger: marks and letters that have a size of their own are larger
 * then, and nothing is elsewhere. */
BaryCamera             bary_camera_magnify     (const BaryCamera   *camera,
                                                double              times);
BaryDetail             bary_scene_detail_at    (BaryScene          *self,
                                                double              scale);

void                   bary_scene_draw         (BaryScene          *self,
                                                cairo_t            *cr,
                                                const BaryCamera   *camera,
                                                const BaryFrame    *frame);
/* The ground of a district as a path, in units of the camera; no path for a district without one. */
void                   bary_scene_trace_district (BaryScene        *self,
                                                guint               district,
                                                cairo_t            *cr,
                                                const BaryCamera   *camera);

typedef enum {
  BARY_LEGEND_WHOLE       = 0,
  BARY_LEGEND_BRIEF       = 1 << 0, /* one entry for all groups that look the same, whatever their schemes: «А / 1 / Центры» */
  BARY_LEGEND_NO_LINES    = 1 << 1, /* of a picture that shows none */
  BARY_LEGEND_LINES_ALONE = 1 << 2, /* of a picture whose signs are known */
} BaryLegendForm;

/* What the colours, shapes and lines mean, with counts, made from what there is: rows no wider than `most`
 * as far as the texts can be broken. Drawn with its upper left corner at 0, 0. */
void                   bary_scene_measure_legend (BaryScene        *self,
                                                BaryLegendForm      form,
                                                double              most,
                                                double             *width,
                                                double             *height);
/* Of so many rows of it. */
double                 bary_scene_measure_legend_rows (BaryScene   *self,
                                                guint               n_rows);
void                   bary_scene_draw_legend  (BaryScene          *self,
                                                BaryLegendForm      form,
                                                cairo_t            *cr,
                                                const BaryTheme    *theme,
                                                double              most);
/* The entry under a point of the whole legend. @members: a byte per node, set for those it stands for.
 * Returns: FALSE if there is none. */
gboolean               bary_scene_pick_legend  (BaryScene          *self,
                                                double              most,
                                                double              x,
                                                double              y,
                                                guint8             *members);
/* Returns: (transfer full): the legend read aloud. */
char                  *bary_scene_describe_legend (BaryScene       *self,
                                                BaryLegendForm      form);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryScene, bary_scene_unref)

G_END_DECLS
