#include "bary-cluster-state.h"

#include "bary-config.h"
#include "bary-store-network.h"

#include <glib/gi18n-lib.h>

/* In the order of the network, whose nodes count groups by it. */
static gboolean
read_groups (BaryClusterState  *self,
             BaryStore         *store,
             GError           **error)
{
  self->groups = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->figures->groups->len; i++)
    {
      BaryRecord *group = bary_store_get (store, BARY_KIND_GROUP, g_array_index (self->figures->groups, BaryNetworkGroup, i).id,
                                          error);

      if (group == NULL)
        return FALSE;
      g_ptr_array_add (self->groups, group);
    }
  return TRUE;
}

static gboolean
load (BaryClusterState  *self,
      BaryStore         *store,
      GError           **error)
{
  const char *id = bary_record_get_id (BARY_RECORD (self->cluster));
  BaryNetworkRequest request = { BARY_PICTURE_CLUSTER, id, self->day };

  self->network = bary_store_read_network (store, &request, error);
  if (self->network == NULL)
    return FALSE;
  self->figures = bary_network_cluster (self->network, 0);
  self->memberships = bary_cluster_select (store, BARY_KIND_MEMBERSHIP, "cluster", id, NULL, error);
  if (self->memberships == NULL || !read_groups (self, store, error))
    return FALSE;
  self->check = bary_cluster_check_new (store, BARY_RECORD (self->cluster), self->day, error);
  return self->check != NULL;
}

static void
arrange (BaryClusterState *self,
         const char       *family,
         BaryLayoutMemory *memory,
         BaryClusterState *earlier)
{
  gboolean recalled = memory != NULL && bary_layout_memory_recall (memory, self->network);

  self->scene = bary_scene_new (self->network, family);
  if (!recalled && earlier != NULL)
    bary_scene_start_from (self->scene, earlier->scene);
  bary_scene_arrange (self->scene, NULL, NULL);
  if (memory != NULL)
    bary_layout_memory_keep (memory, self->scene);
}

BaryClusterState *
bary_cluster_state_new (BaryStore         *store,
                        const char        *cluster,
                        const char        *day,
                        const char        *family,
                        BaryLayoutMemory  *memory,
                        BaryClusterState  *earlier,
                        GError           **error)
{
  g_autoptr (BaryClusterState) self = g_new0 (BaryClusterState, 1);

  self->day = g_strdup (day);
  self->cluster = (BaryCluster *) bary_store_get (store, BARY_KIND_CLUSTER, cluster, error);
  if (self->cluster == NULL || !load (self, store, error))
    return NULL;

  arrange (self, family, memory, earlier);
  return g_steal_pointer (&self);
}

void
bary_cluster_state_free (BaryClusterState *self)
{
  g_clear_pointer (&self->scene, bary_scene_unref);
  g_clear_pointer (&self->network, bary_network_unref);
  g_clear_pointer (&self->check, bary_cluster_check_free);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->memberships, g_ptr_array_unref);
  g_clear_object (&self->cluster);
  g_free (self->day);
  g_free (self);
}

const BaryNetworkNode *
bary_cluster_state_get_place (BaryClusterState *self,
                              int               node)
{
  const BaryNetworkNode *it;

  if (node < 0 || node >= (int) self->network->nodes->len)
    return NULL;
  it = bary_network_node (self->network, (guint) node);
  return it->role == BARY_ROLE_MEMBER && it->membership != NULL ? it : NULL;
}

gboolean
bary_cluster_state_is_member (BaryClusterState *self,
                              int               node)
{
  const BaryNetworkNode *it = bary_cluster_state_get_place (self, node);

  return it != NULL && (it->presence == BARY_PRESENCE_STAYS || it->presence == BARY_PRESENCE_LEFT ||
                        it->presence == BARY_PRESENCE_MOVED_OUT);
}

int
bary_cluster_state_find (BaryClusterState *self,
                         const char       *organisation)
{
  if (organisation == NULL)
    return BARY_NODE_NONE;
  if (g_strcmp0 (self->cluster->barycenter, organisation) == 0)
    return self->figures->barycenter;
  for (guint i = 0; i < self->network->nodes->len; i++)
    if (g_strcmp0 (bary_network_node (self->network, i)->record, organisation) == 0 &&
        bary_cluster_state_is_member (self, (int) i))
      return (int) i;
  return BARY_NODE_NONE;
}

char *
bary_cluster_state_name_group (BaryClusterState *self,
                               guint             group)
{
  BaryGroup *it = group < self->groups->len ? self->groups->pdata[group] : NULL;

  if (it == NULL)
    return g_strdup (_("outside the scheme's groups"));
  if (self->figures->arrangement == BARY_ARRANGEMENT_LEVELS)
    /* Translators: %s: the number of a level of a network */
    return g_strdup_printf (_("level %s"), it->name);
  /* Translators: %s: the letter or the name of a group of a cluster */
  return g_strdup_printf (_("group %s"), it->name);
}

static void
consider (const char **first,
          const char  *day)
{
  if (day != NULL && (*first == NULL || g_strcmp0 (day, *first) < 0))
    *first = day;
}

char *
bary_cluster_state_dup_first_day (BaryClusterState *self)
{
  const char *first = NULL;

  consider (&first, self->cluster->from);
  for (guint i = 0; i < self->memberships->len; i++)
    {
      consider (&first, ((BaryMembership *) self->memberships->pdata[i])->from);
      consider (&first, ((BaryMembership *) self->memberships->pdata[i])->to);
    }
  for (guint i = 0; i < self->check->agreements->len; i++)
    consider (&first, ((BaryAgreement *) self->check->agreements->pdata[i])->date);
  return g_strdup (first);
}
