#include "bary-network-row.h"

#include "bary-network-words.h"
#include "bary-text.h"

struct _BaryNetworkRow {
  GObject    parent_instance;

  BaryScene *scene;
  guint      node;
  char      *sort_key; /* of the name; made when it is first compared */
};

G_DEFINE_FINAL_TYPE (BaryNetworkRow, bary_network_row, G_TYPE_OBJECT)

static void
bary_network_row_finalize (GObject *object)
{
  BaryNetworkRow *self = BARY_NETWORK_ROW (object);

  bary_scene_unref (self->scene);
  g_free (self->sort_key);

  G_OBJECT_CLASS (bary_network_row_parent_class)->finalize (object);
}

static void
bary_network_row_class_init (BaryNetworkRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bary_network_row_finalize;
}

static void
bary_network_row_init (BaryNetworkRow *self)
{
}

BaryNetworkRow *
bary_network_row_new (BaryScene *scene,
                      guint      node)
{
  BaryNetworkRow *self = g_object_new (BARY_TYPE_NETWORK_ROW, NULL);

  self->scene = bary_scene_ref (scene);
  self->node = node;
  return self;
}

guint
bary_network_row_get_node (BaryNetworkRow *self)
{
  return self->node;
}

static const BaryNetworkNode *
get (BaryNetworkRow *self)
{
  return bary_network_node (bary_scene_get_network (self->scene), self->node);
}

static guint
count_ties (BaryNetworkRow *self)
{
  guint n = 0;

  bary_scene_get_neighbours (self->scene, (int) self->node, &n);
  return n;
}

static const char *
get_cluster (BaryNetworkRow *self)
{
  int cluster = get (self)->cluster;

  return cluster >= 0 ? bary_network_cluster (bary_scene_get_network (self->scene), cluster)->name : "";
}

char *
bary_network_row_to_words (BaryNetworkRow    *self,
                           BaryNetworkColumn  column)
{
  const BaryNetworkNode *node = get (self);

  switch (column)
    {
    case BARY_COLUMN_ROLE:
      return bary_network_role_to_words (node);
    case BARY_COLUMN_CLUSTER:
      return g_strdup (get_cluster (self));
    case BARY_COLUMN_GROUP:
      return bary_network_group_to_words (bary_scene_get_network (self->scene), node);
    case BARY_COLUMN_LEVEL:
      return node->level > 0 ? g_strdup_printf ("%d", node->level) : g_strdup ("");
    case BARY_COLUMN_TIES:
      return g_strdup_printf ("%u", count_ties (self));
    case BARY_COLUMN_STATUSES:
      return bary_network_statuses_to_words (node->statuses);
    default:
      return g_strdup (node->name);
    }
}

static const char *
get_sort_key (BaryNetworkRow *self)
{
  if (self->sort_key == NULL)
    self->sort_key = bary_text_sort_key (get (self)->name);
  return self->sort_key;
}

static int
compare_words (BaryNetworkRow    *a,
               BaryNetworkRow    *b,
               BaryNetworkColumn  column)
{
  g_autofree char *left = bary_network_row_to_words (a, column);
  g_autofree char *right = bary_network_row_to_words (b, column);

  /* Those without a value stand last. */
  if (*left == '\0' || *right == '\0')
    return (*left == '\0') - (*right == '\0');
  return g_utf8_collate (left, right);
}

int
bary_network_row_compare (BaryNetworkRow    *a,
                          BaryNetworkRow    *b,
                          BaryNetworkColumn  column)
{
  int order;

  switch (column)
    {
    case BARY_COLUMN_NAME:
      order = 0;
      break;
    case BARY_COLUMN_LEVEL:
      order = get (a)->level - get (b)->level;
      break;
    case BARY_COLUMN_TIES:
      order = (int) count_ties (a) - (int) count_ties (b);
      break;
    default:
      order = compare_words (a, b, column);
    }
  return order != 0 ? order : g_strcmp0 (get_sort_key (a), get_sort_key (b));
}
