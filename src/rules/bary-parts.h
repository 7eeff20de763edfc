#pragma once

#include "bary-layout-work.h"

G_BEGIN_DECLS

/* The connected parts of a graph, for layouts that know no clusters: each is laid out for itself, then they are put
 * side by side. */

typedef struct {
  guint    *nodes;    /* of the work, in its order */
  guint     n;
  guint     n_known, n_pinned;
} BaryPart;

/* Whether the part stands where its nodes were: most of them have a place, or one is pinned. */
gboolean bary_part_is_anchored (const BaryPart *self);
/* Whether so many places are known that the others are fitted in between. */
gboolean bary_part_is_placed   (const BaryPart *self);

/* Returns: where a node of the work stands in the part. */
guint    bary_part_find        (const BaryPart *self,
                                guint           node);
/* Whether a node has a place that it must keep. */
gboolean bary_part_is_pinned   (const BaryWorkNode *node);

/* New nodes of a part where others have places: beside what they are tied to, on the side that is open.
 * @reach: how far, in points */
void     bary_part_fit_in      (BaryLayoutWork *work,
                                const BaryPart *part,
                                double          reach);

/* Ends the overlaps of these nodes. Pinned ones stay; then those that had a place before take the nearest free one, and
 * then the others, those with the most ties first. Each is placed once and there is free room far out: so it ends. */
void     bary_nodes_separate   (BaryLayoutWork *work,
                                const guint    *nodes,
                                guint           n);

/* The same for very many, in the time of sorting them: in columns from left to right, in each column from the top down,
 * as they stood. Only for nodes none of which has a place to keep. */
void     bary_nodes_line_up    (BaryLayoutWork *work,
                                const guint    *nodes,
                                guint           n);

/* Puts the parts that are not anchored in rows, below those that are, and ends the overlaps of these. */
void     bary_parts_pack       (BaryLayoutWork *work,
                                GArray         *parts);

/* @done: the share of all nodes that other parts had. Returns: FALSE to stop. */
typedef gboolean (*BaryPartLayout) (BaryLayoutWork *work,
                                    const BaryPart *part,
                                    double          done);

/* Lays out each part, the largest first, else by the first node, and packs them; a cluster of the graph has a disc of no
 * size, at its barycenter.
 * Returns: (transfer full) (nullable): as bary_graph_layout_new */
BaryGraphLayout *bary_parts_lay_out (const BaryGraph    *graph,
                                     BaryLayoutScheme    scheme,
                                     BaryPartLayout      lay_out,
                                     BaryLayoutProgress  progress,
                                     gpointer            user_data);

G_END_DECLS
