#include "bary-layout-memory.h"

#define MOST_PICTURES 24
#define MOST_BOXES 60000 /* in all pictures; of a larger one only the last is remembered */

typedef struct {
  char       *signature;
  GHashTable *boxes; /* id → BaryBox */
} Picture;

struct _BaryLayoutMemory {
  GMutex mutex;
  GQueue pictures; /* of Picture, the latest first */
  guint  n_boxes;  /* in all of them */
};

static void
picture_free (Picture *self)
{
  g_free (self->signature);
  g_hash_table_unref (self->boxes);
  g_free (self);
}

BaryLayoutMemory *
bary_layout_memory_new (void)
{
  BaryLayoutMemory *self = g_new0 (BaryLayoutMemory, 1);

  g_mutex_init (&self->mutex);
  g_queue_init (&self->pictures);
  return self;
}

void
bary_layout_memory_free (BaryLayoutMemory *self)
{
  g_queue_clear_full (&self->pictures, (GDestroyNotify) picture_free);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

static char *
describe_node (const BaryNetworkNode *node)
{
  if (node->pinned)
    return g_strdup_printf ("%s %d %d %.2f %.2f", node->id, node->cluster, node->group, node->x, node->y);
  return g_strdup_printf ("%s %d %d", node->id, node->cluster, node->group);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* The order in which the nodes come does not matter. */
static char *
make_signature (const BaryNetwork *network)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < network->nodes->len; i++)
    g_ptr_array_add (words, describe_node (bary_network_node (network, i)));
  g_ptr_array_sort (words, compare_texts);
  for (guint i = 0; i < network->clusters->len; i++)
    g_ptr_array_add (words, g_strdup (bary_network_cluster (network, i)->id));
  for (guint i = 0; i < words->len; i++)
    g_checksum_update (checksum, words->pdata[i], (gssize) strlen (words->pdata[i]) + 1);
  return g_strdup (g_checksum_get_string (checksum));
}

static Picture *
find (BaryLayoutMemory *self,
      const char       *signature)
{
  for (GList *link = self->pictures.head; link != NULL; link = link->next)
    if (g_str_equal (((Picture *) link->data)->signature, signature))
      return link->data;
  return NULL;
}

gboolean
bary_layout_memory_recall (BaryLayoutMemory *self,
                           BaryNetwork      *network)
{
  g_autofree char *signature = make_signature (network);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  Picture *picture = find (self, signature);

  if (picture == NULL)
    return FALSE;
  for (guint i = 0; i < network->nodes->len; i++)
    {
      BaryNetworkNode *node = bary_network_node (network, i);
      const BaryBox *box = g_hash_table_lookup (picture->boxes, node->id);

      if (box == NULL || node->pinned)
        continue;
      node->x = box->x;
      node->y = box->y;
      node->placed = TRUE;
    }
  return TRUE;
}

static void
forget_last (BaryLayoutMemory *self)
{
  Picture *last = g_queue_pop_tail (&self->pictures);

  self->n_boxes -= g_hash_table_size (last->boxes);
  picture_free (last);
}

void
bary_layout_memory_keep (BaryLayoutMemory *self,
                         BaryScene        *scene)
{
  BaryNetwork *network = bary_scene_get_network (scene);
  g_autofree char *signature = make_signature (network);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  Picture *picture = find (self, signature);

  if (picture == NULL)
    {
      picture = g_new0 (Picture, 1);
      picture->signature = g_steal_pointer (&signature);
      picture->boxes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    }
  else
    g_queue_remove (&self->pictures, picture);
  g_queue_push_head (&self->pictures, picture);
  self->n_boxes -= g_hash_table_size (picture->boxes);
  for (guint i = 0; i < network->nodes->len; i++)
    g_hash_table_replace (picture->boxes, g_strdup (bary_network_node (network, i)->id),
                          g_memdup2 (bary_scene_get_box (scene, (int) i), sizeof (BaryBox)));
  self->n_boxes += g_hash_table_size (picture->boxes);
  while (self->pictures.length > MOST_PICTURES || (self->pictures.length > 1 && self->n_boxes > MOST_BOXES))
    forget_last (self);
}
