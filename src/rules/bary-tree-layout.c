#include "bary-tree-layout.h"

#include "bary-tree-items.h"

#include <math.h>
#include <string.h>

#define LAYER_GAP 34.0
#define SHAPE 1.7       /* width to height that blocks are folded to */
#define WIDEST 2.6      /* beyond it deeper trees are folded */
#define CUT 5.0         /* beyond it the layers are cut in bands */
#define MOST_ROWS 400
#define MOST_GUESSES 3
#define MOST_FOLDED 6   /* layers of small trees */

typedef struct {
  BaryLayoutWork *work;
  const BaryPart *part;
  BaryTreeItems  *items;
  BaryLayers     *layers;
  guint           n_rows;
  double         *tops;   /* of the layers, n_layers + 1 */
} Tree;

#define ITEM(i) (&g_array_index (self->items->items, BaryTreeItem, (i)))

/* Where layers begin. Returns: the width of the widest, items side by side */
static double
stack_layers (Tree *self)
{
  const BaryLayers *layers = self->layers;
  double widest = 0;

  self->tops[0] = 0;
  for (guint layer = 0; layer < layers->n_layers; layer++)
    {
      double width = 0, height = 0;

      for (guint i = layers->first[layer]; i < layers->first[layer + 1]; i++)
        {
          width += ITEM (layers->order[i])->width + BARY_LAYOUT_GAP_X;
          height = MAX (height, ITEM (layers->order[i])->height);
        }
      widest = MAX (widest, width);
      self->tops[layer + 1] = self->tops[layer] + height + LAYER_GAP;
    }
  return widest;
}

static double
measure_width (const BaryLayers *layers,
               double           *left)
{
  double right = -G_MAXDOUBLE;

  *left = G_MAXDOUBLE;
  for (guint i = 0; i < layers->n; i++)
    {
      *left = MIN (*left, layers->x[i] - layers->width[i] / 2);
      right = MAX (right, layers->x[i] + layers->width[i] / 2);
    }
  return right - *left;
}

/* Returns: width to height */
static double
fold_to (Tree  *self,
         guint  n_rows)
{
  double left;

  self->n_rows = n_rows;
  bary_tree_items_fold (self->items, n_rows);
  stack_layers (self);
  for (guint i = 0; i < self->layers->n; i++)
    self->layers->width[i] = ITEM (i)->width;
  bary_layers_spread (self->layers, BARY_LAYOUT_GAP_X);
  return measure_width (self->layers, &left) / self->tops[self->layers->n_layers];
}

/* As few rows as keep the picture's shape: a guess from the sums of widths, for spreading takes its time. */
static double
fold (Tree *self)
{
  guint n_rows = 1;
  double shape;

  for (; n_rows < MOST_ROWS; n_rows += 1 + n_rows / 4)
    {
      bary_tree_items_fold (self->items, n_rows);
      if (stack_layers (self) <= SHAPE * self->tops[self->layers->n_layers])
        break;
    }
  shape = fold_to (self, n_rows);
  for (guint i = 0; i < MOST_GUESSES && shape > 1.3 * SHAPE; i++)
    shape = fold_to (self, n_rows += 1 + n_rows / 2);
  return shape;
}

/* Bands: a picture much wider than high is cut below a layer, and its pieces stand one below the other. */

typedef struct {
  guint   n;
  guint   split;  /* the first layer that is cut */
  guint  *of;     /* of each item */
  double *left;   /* of each band */
  double  height;
} Bands;

/* What stands below something goes where that goes. */
static void
give_bands (const BaryLayers *layers,
            Bands            *bands,
            double            left,
            double            width)
{
  for (guint i = layers->first[bands->split]; i < layers->n; i++)
    {
      guint item = layers->order[i], upper = G_MAXUINT;

      for (guint j = layers->first_up[item]; layers->layer[item] > bands->split && j < layers->first_up[item + 1]; j++)
        if (upper == G_MAXUINT || layers->place[layers->ups[j]] < layers->place[upper])
          upper = layers->ups[j];
      bands->of[item] = upper != G_MAXUINT ? bands->of[upper]
                                           : MIN (bands->n - 1, (guint) ((layers->x[item] - left) / width * bands->n));
    }
}

static void
narrow_upper_layers (BaryLayers *layers,
                     const Bands *bands,
                     double       left)
{
  g_autofree double *wished = g_new (double, layers->n + 1);
  g_autofree double *weights = g_new (double, layers->n + 1);

  for (guint layer = 0; layer < bands->split; layer++)
    {
      for (guint i = layers->first[layer]; i < layers->first[layer + 1]; i++)
        {
          wished[i - layers->first[layer]] = (layers->x[layers->order[i]] - left) / bands->n;
          weights[i - layers->first[layer]] = 1;
        }
      bary_layers_settle (layers, layer, wished, weights, BARY_LAYOUT_GAP_X);
    }
}

static void
cut_in_bands (Tree  *self,
              Bands *bands)
{
  BaryLayers *layers = self->layers;
  double left, width = measure_width (layers, &left), height = self->tops[layers->n_layers];

  bands->n = width > CUT * height ? (guint) ceil (sqrt (width / height / SHAPE)) : 1;
  while (bands->n > 1 && bands->split < layers->n_layers &&
         layers->first[bands->split + 1] - layers->first[bands->split] < 2 * bands->n)
    bands->split++;
  if (bands->n == 1 || bands->split == layers->n_layers)
    {
      bands->n = 1;
      bands->split = 0;
    }
  bands->of = g_new0 (guint, layers->n + 1);
  bands->left = g_new0 (double, bands->n);
  bands->height = height - self->tops[bands->split];
  if (bands->n == 1)
    return;
  give_bands (layers, bands, left, width);
  narrow_upper_layers (layers, bands, left);
  for (guint i = 0; i < bands->n; i++)
    bands->left[i] = G_MAXDOUBLE;
  for (guint i = layers->first[bands->split]; i < layers->n; i++)
    {
      guint item = layers->order[i];

      bands->left[bands->of[item]] = MIN (bands->left[bands->of[item]], layers->x[item] - layers->width[item] / 2);
    }
}

static void
put_boxes (Tree        *self,
           const Bands *bands)
{
  const BaryLayers *layers = self->layers;

  for (guint i = 0; i < layers->n; i++)
    {
      gboolean cut = bands->n > 1 && layers->layer[i] >= bands->split;
      double x = layers->x[i] - (cut ? bands->left[bands->of[i]] : 0);

      bary_tree_items_put (self->items, i, self->n_rows, x, self->tops[layers->layer[i]] + bands->of[i] * bands->height);
    }
}

/* Pinned nodes are where they were, and the others about them as they would be. */
static void
carry_to_pins (Tree *self)
{
  double x = 0, y = 0;

  for (guint i = 0; i < self->part->n; i++)
    {
      const BaryWorkNode *node = &self->work->nodes[self->part->nodes[i]];

      if (!bary_part_is_pinned (node))
        continue;
      x += (node->source->x - node->box.x) / self->part->n_pinned;
      y += (node->source->y - node->box.y) / self->part->n_pinned;
    }
  for (guint i = 0; i < self->part->n; i++)
    {
      BaryWorkNode *node = &self->work->nodes[self->part->nodes[i]];
      gboolean pinned = bary_part_is_pinned (node);

      node->box.x = pinned ? node->source->x : node->box.x + x;
      node->box.y = pinned ? node->source->y : node->box.y + y;
    }
}

static void
clear_tree (Tree *self)
{
  g_clear_pointer (&self->items, bary_tree_items_free);
  g_clear_pointer (&self->layers, bary_layers_free);
  g_clear_pointer (&self->tops, g_free);
}

/* Returns: width to height */
static double
arrange (Tree  *self,
         guint  n_folded)
{
  guint n;

  clear_tree (self);
  self->items = bary_tree_items_new (self->work, self->part, n_folded);
  n = self->items->items->len;
  self->layers = bary_layers_new (n, g_memdup2 (self->items->layer_of->data, n * sizeof (guint)), g_new0 (double, n),
                                  (const guint *) self->items->ties->data, self->items->ties->len / 2);
  self->tops = g_new0 (double, self->layers->n_layers + 1);
  bary_layers_sort (self->layers);
  return fold (self);
}

static void
lay_out_tree (BaryLayoutWork *work,
              const BaryPart *part)
{
  Tree self = { work, part };
  Bands bands = { 0 };

  for (guint n_folded = 1; n_folded <= MOST_FOLDED; n_folded++)
    {
      guint n_items = n_folded > 1 ? self.items->items->len : G_MAXUINT;

      if (arrange (&self, n_folded) <= WIDEST || (n_folded > 2 && self.items->items->len == n_items))
        break;
    }
  cut_in_bands (&self, &bands);
  put_boxes (&self, &bands);
  if (part->n_pinned > 0)
    carry_to_pins (&self);
  clear_tree (&self);
  g_free (bands.of);
  g_free (bands.left);
}

static gboolean
lay_out_part (BaryLayoutWork *work,
              const BaryPart *part,
              double          done)
{
  if (bary_part_is_placed (part))
    bary_part_fit_in (work, part, 2 * LAYER_GAP);
  else if (part->n > 1)
    lay_out_tree (work, part);
  return bary_layout_work_report (work, BARY_SCHEME_TREE, done + (double) part->n / work->n_nodes);
}

BaryGraphLayout *
bary_tree_layout_new (const BaryGraph    *graph,
                      BaryLayoutProgress  progress,
                      gpointer            user_data)
{
  return bary_parts_lay_out (graph, BARY_SCHEME_TREE, lay_out_part, progress, user_data);
}
