#pragma once

#include "bary-layers.h"
#include "bary-parts.h"

G_BEGIN_DECLS

/* What stands in the layers of a tree: a node, a block of small trees that hang on one, or the place where a long tie
 * passes. */
typedef struct {
  guint  first, n;      /* in `members`: the tops of the trees; none where a tie passes */
  gboolean deep;        /* some tree has more than its top */
  double width, height;
} BaryTreeItem;

typedef struct {
  BaryLayoutWork *work;
  const BaryPart *part;
  guint          *depth;   /* of the part's nodes */
  guint          *item_of; /* of the part's nodes */
  guint          *height;  /* of the tree below each of the part's nodes, G_MAXUINT where it is no tree */
  GArray         *items;   /* of BaryTreeItem */
  guint          *members; /* numbers in the part, item by item */
  guint           n_folded;
  GArray         *layer_of;/* guint, of the items */
  GArray         *ties;    /* guint, pairs of items of neighbouring layers, the upper first */
} BaryTreeItems;

/* Ties of a node, as numbers in the part. */
#define BARY_TREE_FOR_EACH_TIE(self, number, other)                                                                   \
  for (guint tie_ = (self)->work->first_tie[(self)->part->nodes[number]], other;                                       \
       tie_ < (self)->work->first_tie[(self)->part->nodes[number] + 1] &&                                              \
       ((other = bary_part_find ((self)->part, (self)->work->ties[tie_])), TRUE);                                      \
       tie_++)

/* Trees of at most so many layers are folded into the block below what they hang on: 1 is for single nodes. */
BaryTreeItems *bary_tree_items_new     (BaryLayoutWork *work,
                                        const BaryPart *part,
                                        guint           n_folded);
void           bary_tree_items_free    (BaryTreeItems  *self);
/* Folds each block of single nodes to at most so many rows; deeper trees are written as an outline, node below node, in
 * two columns with their tops inside: so no two ties of theirs cross. */
void           bary_tree_items_fold    (BaryTreeItems  *self,
                                        guint           n_rows);
/* Puts the boxes of an item in their places.
 * @x: the middle; @y: the top */
void           bary_tree_items_put     (BaryTreeItems  *self,
                                        guint           item,
                                        guint           n_rows,
                                        double          x,
                                        double          y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryTreeItems, bary_tree_items_free)

G_END_DECLS
