#include "bary-scene-private.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define DISCS_BELOW 34.0   /* half the height of a usual disc, in pixels */
#define CENTRES_BELOW 72.0

static void
clear_group (SceneGroup *group)
{
  g_free (group->text);
}

BaryScene *
bary_scene_new (BaryNetwork *network,
                const char  *family)
{
  BaryScene *self = g_new0 (BaryScene, 1);

  g_return_val_if_fail (network != NULL, NULL);

  g_atomic_ref_count_init (&self->references);
  self->network = bary_network_ref (network);
  self->book = bary_text_book_take (family);
  self->sprites = bary_sprites_new ();
  self->groups = g_array_new (FALSE, TRUE, sizeof (SceneGroup));
  g_array_set_clear_func (self->groups, (GDestroyNotify) clear_group);
  self->ties = g_array_new (FALSE, FALSE, sizeof (BaryTie));
  self->ids = g_string_chunk_new (4096);
  self->dragged = BARY_NODE_NONE;
  bary_scene_build_nodes (self);
  bary_scene_build_graph (self);
  bary_scene_build_neighbours (self);
  return self;
}

BaryScene *
bary_scene_ref (BaryScene *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

static void
drop_layout (BaryScene *self)
{
  bary_hulls_free (g_steal_pointer (&self->hulls), self->network->districts->len);
  g_clear_pointer (&self->layout, bary_graph_layout_free);
  g_clear_pointer (&self->index, bary_scene_index_free);
  g_clear_pointer (&self->discs, bary_scene_index_free);
  g_clear_pointer (&self->steps, bary_scene_steps_free);
  g_clear_pointer (&self->phantoms, g_free);
  g_clear_pointer (&self->loads, g_free);
  g_clear_pointer (&self->turns, g_free);
}

static void
free_parts (BaryScene *self)
{
  bary_network_unref (self->network);
  g_array_unref (self->groups);
  g_array_unref (self->ties);
  g_string_chunk_free (self->ids);
  g_free (self->nodes);
  g_free (self->clusters);
  g_free (self->districts);
  g_free (self->edges);
  g_free (self->graph_clusters);
  g_free (self->graph_districts);
  g_free (self->headings);
  g_free (self->first_neighbour);
  g_free (self->neighbours);
  g_free (self->first_line);
  g_free (self->lines);
  g_free (self->by_size);
  g_free (self->order);
}

void
bary_scene_unref (BaryScene *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  bary_scene_set_earlier (self, NULL);
  bary_scene_forget_drag (self);
  drop_layout (self);
  g_free (self->graph_nodes);
  bary_text_book_give_back (self->book);
  bary_sprites_free (self->sprites);
  if (self->owner != NULL)
    bary_scene_unref (self->owner);
  else
    free_parts (self);
  g_free (self);
}

static int
compare_sizes (gconstpointer a,
               gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Half the height of the disc in the middle of all by size. */
static double
usual_disc (const BaryGraphLayout *layout)
{
  g_autofree double *sizes = g_new (double, layout->n_clusters + 1);

  if (layout->n_clusters == 0)
    return MAX (MIN (layout->bounds.width, layout->bounds.height) / 2, 1);
  for (guint i = 0; i < layout->n_clusters; i++)
    sizes[i] = layout->clusters[i].radius_y;
  qsort (sizes, layout->n_clusters, sizeof (double), compare_sizes);
  return MAX (sizes[layout->n_clusters / 2], 1);
}

/* The phantoms' boxes come behind those of the nodes. */
void
bary_scene_take_layout (BaryScene       *self,
                        BaryGraphLayout *layout)
{
  static guint n_arrangements;

  drop_layout (self);
  self->layout = layout;
  self->arrangement = (guint) g_atomic_int_add (&n_arrangements, 1) + 1;
  self->phantoms = g_memdup2 (layout->nodes + self->n_nodes, (self->n_graph_nodes - self->n_nodes) * sizeof (BaryBox));
  layout->n_nodes = self->n_nodes;
  bary_scene_lay_ground (self);
  self->disc_size = usual_disc (layout);
}

static BaryLayoutScheme
choose_scheme (const BaryNetwork *network)
{
  if (network->free)
    return BARY_SCHEME_FREE;
  return network->picture == BARY_PICTURE_INTERACTION ? BARY_SCHEME_TREE : BARY_SCHEME_AUTOMATIC;
}

gboolean
bary_scene_arrange (BaryScene          *self,
                    BaryLayoutProgress  progress,
                    gpointer            user_data)
{
  BaryGraph graph = bary_scene_get_graph (self);
  BaryGraphLayout *layout = bary_graph_layout_new (&graph, choose_scheme (self->network), progress, user_data);

  if (layout == NULL)
    return FALSE;
  bary_scene_take_layout (self, layout);
  return TRUE;
}

BaryScene *
bary_scene_copy_so_far (BaryScene             *self,
                        const BaryGraphLayout *so_far)
{
  BaryScene *copy = g_memdup2 (self, sizeof *self);

  g_return_val_if_fail (so_far != NULL, NULL);

  g_atomic_ref_count_init (&copy->references);
  copy->owner = bary_scene_ref (self);
  copy->book = bary_text_book_take (bary_text_book_get_family (self->book));
  copy->sprites = bary_sprites_new ();
  copy->graph_nodes = g_memdup2 (self->graph_nodes, (self->n_graph_nodes + 1) * sizeof (BaryGraphNode));
  copy->layout = NULL;
  copy->phantoms = NULL;
  copy->hulls = NULL;
  copy->index = NULL;
  copy->turns = NULL;
  copy->discs = NULL;
  copy->loads = NULL;
  copy->steps = NULL;
  copy->undragged = NULL;
  copy->undragged_nodes = NULL;
  copy->dragged = BARY_NODE_NONE;
  copy->earlier = NULL;
  copy->earlier_node = NULL;
  copy->earlier_cluster = NULL;
  copy->gone = NULL;
  bary_scene_take_layout (copy, bary_graph_layout_copy (so_far));
  return copy;
}

static GHashTable *
index_nodes (BaryScene *self)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->n_nodes; i++)
    g_hash_table_insert (ids, bary_network_node (self->network, i)->id, GUINT_TO_POINTER (i + 1));
  return ids;
}

void
bary_scene_start_from (BaryScene *self,
                       BaryScene *earlier)
{
  g_autoptr (GHashTable) ids = index_nodes (earlier);

  g_return_if_fail (earlier->layout != NULL);

  for (guint i = 0; i < self->n_nodes; i++)
    {
      BaryGraphNode *node = &self->graph_nodes[i];
      guint found = GPOINTER_TO_UINT (g_hash_table_lookup (ids, bary_network_node (self->network, i)->id));

      if (found == 0 || node->pinned || (earlier->graph_nodes[found - 1].pinned && bary_network_node (self->network, i)->placed))
        continue;
      node->x = earlier->layout->nodes[found - 1].x;
      node->y = earlier->layout->nodes[found - 1].y;
    }
}

static void
match_clusters (BaryScene *self)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->earlier->network->clusters->len; i++)
    if (bary_network_cluster (self->earlier->network, i)->id != NULL)
      g_hash_table_insert (ids, bary_network_cluster (self->earlier->network, i)->id, GUINT_TO_POINTER (i + 1));
  self->earlier_cluster = g_new (int, self->network->clusters->len + 1);
  for (guint i = 0; i < self->network->clusters->len; i++)
    {
      const char *id = bary_network_cluster (self->network, i)->id;

      self->earlier_cluster[i] = id != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (ids, id)) - 1 : -1;
    }
}

static void
match_nodes (BaryScene *self)
{
  g_autoptr (GHashTable) ids = index_nodes (self->earlier);
  g_autofree guint8 *kept = g_malloc0 (self->earlier->n_nodes + 1);

  self->earlier_node = g_new (int, self->n_nodes + 1);
  for (guint i = 0; i < self->n_nodes; i++)
    {
      int found = GPOINTER_TO_INT (g_hash_table_lookup (ids, bary_network_node (self->network, i)->id)) - 1;

      self->earlier_node[i] = found >= 0 && bary_scene_is_shown (self->earlier, found) ? found : -1;
      if (found >= 0)
        kept[found] = bary_scene_is_shown (self, (int) i);
    }
  self->gone = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->earlier->n_nodes; i++)
    if (!kept[i] && bary_scene_is_shown (self->earlier, (int) i))
      g_array_append_val (self->gone, i);
}

void
bary_scene_set_earlier (BaryScene *self,
                        BaryScene *earlier)
{
  if (earlier != NULL)
    bary_scene_ref (earlier);
  g_clear_pointer (&self->earlier, bary_scene_unref);
  g_clear_pointer (&self->earlier_node, g_free);
  g_clear_pointer (&self->earlier_cluster, g_free);
  g_clear_pointer (&self->gone, g_array_unref);
  if (earlier == NULL)
    return;

  /* One step back is enough: a chain of all the scenes there were would never be freed. */
  bary_scene_set_earlier (earlier, NULL);
  self->earlier = earlier;
  match_nodes (self);
  match_clusters (self);
}

const char *
bary_scene_get_family (BaryScene *self)
{
  return bary_text_book_get_family (self->book);
}

BaryNetwork *
bary_scene_get_network (BaryScene *self)
{
  return self->network;
}

const BaryGraphLayout *
bary_scene_get_layout (BaryScene *self)
{
  return self->layout;
}

const BaryBox *
bary_scene_get_box (BaryScene *self,
                    int        node)
{
  g_return_val_if_fail (self->layout != NULL && node >= 0 && node < (int) self->n_nodes, NULL);

  return &self->layout->nodes[node];
}

gboolean
scene_presence_is_shown (BaryPresence presence)
{
  return presence != BARY_PRESENCE_ABSENT;
}

gboolean
scene_presence_is_there (BaryPresence presence)
{
  return presence != BARY_PRESENCE_ABSENT && presence != BARY_PRESENCE_JOINED && presence != BARY_PRESENCE_MOVED_IN;
}

gboolean
bary_scene_is_shown (BaryScene *self,
                     int        node)
{
  return node >= 0 && node < (int) self->n_nodes &&
         scene_presence_is_shown (bary_network_node (self->network, node)->presence) && !bary_network_node (self->network, node)->hidden;
}

const guint *
bary_scene_get_neighbours (BaryScene *self,
                           int        node,
                           guint     *n_neighbours)
{
  g_return_val_if_fail (node >= 0 && node < (int) self->n_nodes, NULL);

  *n_neighbours = self->first_neighbour[node + 1] - self->first_neighbour[node];
  return self->neighbours + self->first_neighbour[node];
}

guint
bary_scene_zone_of (BaryScene             *self,
                    const BaryNetworkNode *node)
{
  guint n_groups = node->cluster >= 0 ? self->clusters[node->cluster].n_groups : 0;

  return node->group >= 0 && (guint) node->group < n_groups ? (guint) node->group : n_groups;
}

void
bary_camera_fit (BaryCamera    *camera,
                 const BaryBox *box,
                 double         margin,
                 double         largest)
{
  double across = MAX (camera->width - 2 * margin, 1) / MAX (box->width, 1);
  double down = MAX (camera->height - 2 * margin, 1) / MAX (box->height, 1);

  camera->scale = MIN (MIN (across, down), largest);
  camera->offset_x = camera->width / 2 - box->x * camera->scale;
  camera->offset_y = camera->height / 2 - box->y * camera->scale;
}

BaryCamera
bary_camera_magnify (const BaryCamera *camera,
                     double            times)
{
  return (BaryCamera) { camera->scale / times, camera->offset_x / times, camera->offset_y / times, camera->width / times,
                        camera->height / times };
}

gboolean
bary_scene_has_discs (BaryScene *self)
{
  return self->layout->scheme != BARY_SCHEME_TREE && self->layout->scheme != BARY_SCHEME_FREE;
}

BaryDetail
bary_scene_detail_at (BaryScene *self,
                      double     scale)
{
  g_return_val_if_fail (self->layout != NULL, BARY_DETAIL_ALL);

  if (self->network->clusters->len < 2 || !bary_scene_has_discs (self) || self->disc_size * scale >= CENTRES_BELOW)
    return BARY_DETAIL_ALL;
  return self->disc_size * scale < DISCS_BELOW ? BARY_DETAIL_DISCS : BARY_DETAIL_CENTRES;
}
