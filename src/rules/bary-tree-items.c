#include "bary-tree-items.h"

#include "bary-numbers.h"

#include <stdlib.h>

#define PASSAGE 6.0      /* points that a passing tie is kept wide */
#define MOST_PASSAGES 4  /* for each node and tie */

static const BaryWorkNode *
get_node (const BaryTreeItems *self,
          guint                number)
{
  return &self->work->nodes[self->part->nodes[number]];
}

static guint
count_ties (const BaryTreeItems *self,
            guint                number)
{
  guint node = self->part->nodes[number];

  return self->work->first_tie[node + 1] - self->work->first_tie[node];
}

/* Layers */

/* Levels without gaps between them. Returns: FALSE if not all are known. */
static gboolean
take_levels (BaryTreeItems *self)
{
  g_autofree guint *levels = g_new (guint, self->part->n);
  guint n = 0;

  for (guint i = 0; i < self->part->n; i++)
    {
      if (get_node (self, i)->level < 1)
        return FALSE;
      levels[i] = (guint) get_node (self, i)->level;
    }
  qsort (levels, self->part->n, sizeof (guint), bary_numbers_compare);
  for (guint i = 0; i < self->part->n; i++)
    if (i == 0 || levels[i] != levels[i - 1])
      levels[n++] = levels[i];
  for (guint i = 0; i < self->part->n; i++)
    {
      guint level = (guint) get_node (self, i)->level;

      self->depth[i] = (guint) ((guint *) bsearch (&level, levels, n, sizeof (guint), bary_numbers_compare) - levels);
    }
  return TRUE;
}

/* Whether all ties lead from one level to another, and not so far that the picture would be all passing ties. */
static gboolean
ties_follow_levels (const BaryTreeItems *self)
{
  guint n = 0;
  guint64 passages = 0;

  for (guint i = 0; i < self->part->n; i++)
    BARY_TREE_FOR_EACH_TIE (self, i, other)
      {
        n++;
        if (self->depth[i] == self->depth[other])
          return FALSE;
        if (self->depth[other] > self->depth[i] + 1)
          passages += self->depth[other] - self->depth[i] - 1;
      }
  return passages <= MOST_PASSAGES * ((guint64) self->part->n + n);
}

static int
get_rank (const BaryWorkNode *node)
{
  switch (node->source->role)
    {
    case BARY_ROLE_REGION:
      return 0;
    case BARY_ROLE_COUNCIL:
      return 1;
    case BARY_ROLE_EXPERTS:
      return 2;
    case BARY_ROLE_TEAM:
      return 3;
    case BARY_ROLE_BARYCENTER:
      return 4;
    default:
      return 5;
    }
}

/* The nodes that stand highest; where all are members, the one with the most ties.
 * @queue: (out). Returns: how many. */
static guint
find_tops (const BaryTreeItems *self,
           guint               *queue)
{
  guint n = 0, most = 0;
  int highest = 5;

  for (guint i = 0; i < self->part->n; i++)
    {
      highest = MIN (highest, get_rank (get_node (self, i)));
      if (count_ties (self, i) > count_ties (self, most))
        most = i;
    }
  for (guint i = 0; highest < 5 && i < self->part->n; i++)
    if (get_rank (get_node (self, i)) == highest)
      queue[n++] = i;
  if (n == 0)
    queue[n++] = most;
  return n;
}

static void
count_down (BaryTreeItems *self)
{
  g_autofree guint *queue = g_new (guint, self->part->n);
  guint n = find_tops (self, queue);

  for (guint i = 0; i < self->part->n; i++)
    self->depth[i] = G_MAXUINT;
  for (guint i = 0; i < n; i++)
    self->depth[queue[i]] = 0;
  for (guint i = 0; i < n; i++)
    BARY_TREE_FOR_EACH_TIE (self, queue[i], other)
      if (self->depth[other] == G_MAXUINT)
        {
          self->depth[other] = self->depth[queue[i]] + 1;
          queue[n++] = other;
        }
}

/* Items */

/* Returns: the only node that a node hangs on from above, or -1; @n_below: (out): how many ties lead to the next layer */
static int
find_bearer (const BaryTreeItems *self,
             guint                number,
             guint               *n_below)
{
  int bearer = -1;
  guint n_others = 0;

  *n_below = 0;
  BARY_TREE_FOR_EACH_TIE (self, number, other)
    if (self->depth[other] == self->depth[number] + 1)
      ++*n_below;
    else if (self->depth[other] + 1 == self->depth[number] && bearer < 0)
      bearer = (int) other;
    else
      n_others++;
  return n_others == 0 ? bearer : -1;
}

/* From the lowest layer up: a node is the top of a tree if all below are, and it hangs on one node. */
static void
measure_heights (BaryTreeItems *self)
{
  g_autofree guint *order = g_new (guint, self->part->n);
  g_autofree guint *n_trees = g_new0 (guint, self->part->n);
  g_autofree guint *highest = g_new0 (guint, self->part->n);
  guint n = 0, deepest = 0;

  for (guint i = 0; i < self->part->n; i++)
    deepest = MAX (deepest, self->depth[i]);
  for (guint depth = deepest + 1; depth-- > 0 && deepest < 1000;)
    for (guint i = 0; i < self->part->n; i++)
      if (self->depth[i] == depth)
        order[n++] = i;
  for (guint i = 0; i < self->part->n; i++)
    self->height[i] = G_MAXUINT;
  for (guint i = 0; i < n; i++)
    {
      guint n_below;
      int bearer = find_bearer (self, order[i], &n_below);

      if (bearer < 0 || n_trees[order[i]] != n_below)
        continue;
      self->height[order[i]] = highest[order[i]];
      n_trees[bearer]++;
      highest[bearer] = MAX (highest[bearer], highest[order[i]] + 1);
    }
}

static gboolean
is_folded (const BaryTreeItems *self,
           guint                number)
{
  return self->height[number] < self->n_folded;
}

static guint
add_item (BaryTreeItems *self,
          guint          layer,
          guint          n)
{
  BaryTreeItem item = { 0, n, FALSE, PASSAGE, 0 };

  g_array_append_val (self->items, item);
  g_array_append_val (self->layer_of, layer);
  return self->items->len - 1;
}

/* Trees that hang on one node are one item. Layer by layer from the top: what hangs on what is folded is in its item. */
static void
add_to_item (BaryTreeItems *self,
             guint          number,
             int           *blocks,
             gboolean      *tops)
{
  guint n_below;
  int bearer = is_folded (self, number) ? find_bearer (self, number, &n_below) : -1;
  BaryTreeItem *item;

  tops[number] = bearer < 0 || !is_folded (self, (guint) bearer);
  if (!tops[number])
    {
      self->item_of[number] = self->item_of[bearer];
      return;
    }
  if (bearer < 0 || blocks[bearer] < 0)
    self->item_of[number] = add_item (self, self->depth[number], 0);
  else
    self->item_of[number] = (guint) blocks[bearer];
  if (bearer >= 0)
    blocks[bearer] = (int) self->item_of[number];
  item = &g_array_index (self->items, BaryTreeItem, self->item_of[number]);
  item->n++;
  item->deep = item->deep || (bearer >= 0 && self->height[number] > 0);
}

static int
compare_depths (gconstpointer a,
                gconstpointer b,
                gpointer      depths)
{
  guint one = *(const guint *) a, other = *(const guint *) b;
  const guint *depth = depths;

  if (depth[one] != depth[other])
    return depth[one] < depth[other] ? -1 : 1;
  return (one > other) - (one < other);
}

static void
make_items (BaryTreeItems *self)
{
  g_autofree int *blocks = g_new (int, self->part->n); /* of each bearer */
  g_autofree gboolean *tops = g_new0 (gboolean, self->part->n);
  g_autofree guint *order = g_new (guint, self->part->n);
  g_autofree guint *next = NULL;
  guint n_members = 0;

  for (guint i = 0; i < self->part->n; i++)
    {
      blocks[i] = -1;
      order[i] = i;
    }
  g_qsort_with_data (order, (int) self->part->n, sizeof (guint), compare_depths, self->depth);
  for (guint i = 0; i < self->part->n; i++)
    add_to_item (self, order[i], blocks, tops);
  next = g_new (guint, self->items->len);
  for (guint i = 0; i < self->items->len; i++)
    {
      BaryTreeItem *item = &g_array_index (self->items, BaryTreeItem, i);

      next[i] = item->first = n_members;
      n_members += item->n;
    }
  for (guint i = 0; i < self->part->n; i++)
    if (tops[i])
      self->members[next[self->item_of[i]]++] = i;
}

/* A tie that leads farther down passes through a place in each layer between. */
static void
add_tie (BaryTreeItems *self,
         guint          upper,
         guint          lower,
         guint          from,
         guint          to)
{
  guint last = upper;

  for (guint layer = from + 1; layer < to; layer++)
    {
      guint passage = add_item (self, layer, 0);

      g_array_append_val (self->ties, last);
      g_array_append_val (self->ties, passage);
      last = passage;
    }
  g_array_append_val (self->ties, last);
  g_array_append_val (self->ties, lower);
}

static void
make_ties (BaryTreeItems *self)
{
  for (guint i = 0; i < self->part->n; i++)
    {
      guint block = G_MAXUINT;

      BARY_TREE_FOR_EACH_TIE (self, i, other)
        {
          guint item = self->item_of[other];

          if (self->depth[other] <= self->depth[i] || item == block || item == self->item_of[i])
            continue;
          add_tie (self, self->item_of[i], item, self->depth[i], self->depth[other]);
          if (is_folded (self, other))
            block = item;
        }
    }
}

BaryTreeItems *
bary_tree_items_new (BaryLayoutWork *work,
                     const BaryPart *part,
                     guint           n_folded)
{
  BaryTreeItems *self = g_new0 (BaryTreeItems, 1);

  self->work = work;
  self->part = part;
  self->n_folded = n_folded;
  self->depth = g_new0 (guint, part->n);
  self->item_of = g_new0 (guint, part->n);
  self->height = g_new0 (guint, part->n);
  self->members = g_new0 (guint, part->n);
  self->items = g_array_new (FALSE, FALSE, sizeof (BaryTreeItem));
  self->layer_of = g_array_new (FALSE, FALSE, sizeof (guint));
  self->ties = g_array_new (FALSE, FALSE, sizeof (guint));
  if (!take_levels (self) || !ties_follow_levels (self))
    count_down (self);
  measure_heights (self);
  make_items (self);
  make_ties (self);
  return self;
}

void
bary_tree_items_free (BaryTreeItems *self)
{
  g_free (self->depth);
  g_free (self->item_of);
  g_free (self->height);
  g_free (self->members);
  g_array_unref (self->items);
  g_array_unref (self->layer_of);
  g_array_unref (self->ties);
  g_free (self);
}
