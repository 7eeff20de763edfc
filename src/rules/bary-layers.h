#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Items in layers, with ties between neighbouring layers only: their order, then their places. */
typedef struct {
  guint   n;
  guint  *layer;      /* of each item */
  double *width;
  guint  *first_up, *ups;     /* ties to the layer above, n + 1 and all of them; items by number */
  guint  *first_down, *downs; /* the same ties from above */
  guint   n_layers;
  guint  *first;      /* of each layer in `order`, n_layers + 1 */
  guint  *order;      /* the items, layer by layer, from left to right */
  guint  *place;      /* of each item in its layer */
  double *x;          /* of the middles */
} BaryLayers;

/* @ties: pairs of items in neighbouring layers, the upper first; doubles must not be there
 * @layer, @width: (transfer full). Returns: (transfer full) */
BaryLayers *bary_layers_new    (guint         n,
                                guint        *layer,
                                double       *width,
                                const guint  *ties,
                                guint         n_ties);
void        bary_layers_free   (BaryLayers   *self);

/* Fewest crossings of straight ties that are found; the numbers of the items decide what else is equal. */
void        bary_layers_sort   (BaryLayers   *self);
guint64     bary_layers_count_crossings (const BaryLayers *self);

/* @gap: between items of a layer */
void        bary_layers_spread (BaryLayers   *self,
                                double        gap);
/* Moves the items of one layer as little as is needed (least squares) to be in order and @gap apart.
 * @wished, @weights: by place in the layer */
void        bary_layers_settle (BaryLayers   *self,
                                guint         layer,
                                const double *wished,
                                const double *weights,
                                double        gap);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryLayers, bary_layers_free)

G_END_DECLS
