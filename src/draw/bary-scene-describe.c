#include "bary-scene-private.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

static char *
describe_group (BaryScene             *self,
                const BaryNetworkNode *node)
{
  const BaryNetworkCluster *cluster = node->cluster >= 0 ? bary_network_cluster (self->network, node->cluster) : NULL;
  const BaryNetworkGroup *group;

  if (cluster == NULL)
    return NULL;
  if (node->group < 0 || cluster->groups == NULL || node->group >= (int) cluster->groups->len)
    return node->role == BARY_ROLE_MEMBER ? g_strdup (_("outside the scheme's groups")) : NULL;

  group = &g_array_index (cluster->groups, BaryNetworkGroup, node->group);
  if (cluster->arrangement == BARY_ARRANGEMENT_LEVELS)
    /* Translators: of a network: "level 1" */
    return g_strdup_printf (_("level %s"), group->name);
  /* Translators: of a cluster: "group A" */
  return g_strdup_printf (_("group %s"), group->name);
}

static const char *
describe_role (BaryNodeRole role)
{
  switch (role)
    {
    case BARY_ROLE_BARYCENTER:
      return _("barycenter");
    case BARY_ROLE_REGION:
      return _("centre of the region");
    case BARY_ROLE_COUNCIL:
      return _("council");
    case BARY_ROLE_EXPERTS:
      return _("experts");
    case BARY_ROLE_TEAM:
      return _("team");
    case BARY_ROLE_MEMBER:
      break;
    }
  return NULL;
}

static const char *
describe_presence (BaryPresence presence)
{
  switch (presence)
    {
    case BARY_PRESENCE_JOINED:
      return _("joined later");
    case BARY_PRESENCE_LEFT:
      return _("left since");
    case BARY_PRESENCE_MOVED_IN:
      return _("moved here later");
    case BARY_PRESENCE_MOVED_OUT:
      return _("moved away since");
    case BARY_PRESENCE_ABSENT:
    case BARY_PRESENCE_STAYS:
      break;
    }
  return NULL;
}

static void
add_words (GString    *words,
           const char *more)
{
  if (more != NULL && *more != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", more);
}

char *
bary_scene_describe (BaryScene *self,
                     int        i)
{
  const BaryNetworkNode *node;
  GString *words = g_string_new (NULL);
  g_autofree char *group = NULL;

  g_return_val_if_fail (i >= 0 && i < (int) self->n_nodes, g_string_free (words, FALSE));

  node = bary_network_node (self->network, i);
  group = describe_group (self, node);
  add_words (words, node->name);
  add_words (words, describe_role (node->role));
  add_words (words, group);
  if (self->network->picture != BARY_PICTURE_CLUSTER && node->cluster >= 0)
    add_words (words, bary_network_cluster (self->network, node->cluster)->name);
  if (node->base_site)
    add_words (words, _("base site"));
  if (node->caption != NULL && g_strcmp0 (node->caption, _("base site")) != 0)
    add_words (words, node->caption);
  add_words (words, describe_presence (node->presence));
  if (node->n_clusters > 1)
    {
      g_autofree char *many = g_strdup_printf (ngettext ("in %u cluster", "in %u clusters", node->n_clusters), node->n_clusters);

      add_words (words, many);
    }
  return g_string_free (words, FALSE);
}
