#include "bary-network.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

static void
clear_node (BaryNetworkNode *node)
{
  g_free (node->id);
  g_free (node->record);
  g_free (node->membership);
  g_free (node->key);
  g_free (node->name);
  g_free (node->short_name);
  g_free (node->caption);
}

static void
clear_group (BaryNetworkGroup *group)
{
  g_free (group->id);
  g_free (group->name);
  g_free (group->full_name);
}

static void
clear_cluster (BaryNetworkCluster *cluster)
{
  g_free (cluster->id);
  g_free (cluster->name);
  g_free (cluster->full_name);
  g_free (cluster->leader);
  g_free (cluster->direction);
  g_clear_pointer (&cluster->groups, g_array_unref);
}

static void
clear_district (BaryNetworkDistrict *district)
{
  g_free (district->id);
  g_free (district->name);
  g_free (district->region_name);
}

static void
clear_organisation (BaryNetworkOrganisation *organisation)
{
  g_free (organisation->id);
  g_free (organisation->name);
}

static void
clear_circle (BaryNetworkCircle *circle)
{
  g_free (circle->id);
  g_free (circle->name);
  g_clear_pointer (&circle->organisations, g_array_unref);
}

static GArray *
make_array (gsize          size,
            GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, size);

  if (clear != NULL)
    g_array_set_clear_func (array, clear);
  return array;
}

GArray *
bary_network_make_groups (void)
{
  return make_array (sizeof (BaryNetworkGroup), (GDestroyNotify) clear_group);
}

BaryNetwork *
bary_network_new (BaryPicture picture)
{
  BaryNetwork *self = g_atomic_rc_box_new0 (BaryNetwork);

  self->picture = picture;
  self->nodes = make_array (sizeof (BaryNetworkNode), (GDestroyNotify) clear_node);
  self->lines = make_array (sizeof (BaryNetworkLine), NULL);
  self->clusters = make_array (sizeof (BaryNetworkCluster), (GDestroyNotify) clear_cluster);
  self->districts = make_array (sizeof (BaryNetworkDistrict), (GDestroyNotify) clear_district);
  self->organisations = make_array (sizeof (BaryNetworkOrganisation), (GDestroyNotify) clear_organisation);
  self->memberships = make_array (sizeof (BaryNetworkMembership), NULL);
  self->circles = make_array (sizeof (BaryNetworkCircle), (GDestroyNotify) clear_circle);
  return self;
}

BaryNetwork *
bary_network_ref (BaryNetwork *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  BaryNetwork *self = data;

  g_free (self->title);
  g_free (self->day);
  g_free (self->later);
  g_array_unref (self->nodes);
  g_array_unref (self->lines);
  g_array_unref (self->clusters);
  g_array_unref (self->districts);
  g_array_unref (self->organisations);
  g_array_unref (self->memberships);
  g_array_unref (self->circles);
}

void
bary_network_unref (BaryNetwork *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

int
bary_network_find (const BaryNetwork *self,
                   const char        *id)
{
  for (guint i = 0; i < self->nodes->len; i++)
    if (g_str_equal (bary_network_node (self, i)->id, id))
      return (int) i;
  return -1;
}

guint
bary_network_count_records (const BaryNetwork *self,
                            const guint8      *set)
{
  g_autoptr (GHashTable) records = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      const BaryNetworkNode *node = bary_network_node (self, i);

      if (set[i] && !node->hidden)
        g_hash_table_add (records, node->record != NULL ? node->record : node->id);
    }
  return g_hash_table_size (records);
}

gboolean
bary_network_is_group_hidden (const BaryNetwork *self,
                              guint              cluster,
                              guint              group)
{
  const GArray *groups = bary_network_cluster (self, cluster)->groups;

  return groups != NULL && group < groups->len && g_array_index (groups, BaryNetworkGroup, group).hidden;
}

guint
bary_network_count_hidden (const BaryNetwork *self)
{
  guint n = 0;

  for (guint i = 0; i < self->clusters->len; i++)
    for (guint j = 0; bary_network_cluster (self, i)->groups != NULL && j < bary_network_cluster (self, i)->groups->len; j++)
      n += bary_network_is_group_hidden (self, i, j);
  return n;
}

void
bary_network_hide_members (BaryNetwork *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      BaryNetworkNode *node = bary_network_node (self, i);

      node->hidden = node->role == BARY_ROLE_MEMBER && node->cluster >= 0 && node->group >= 0 &&
                     bary_network_is_group_hidden (self, (guint) node->cluster, (guint) node->group);
    }
}

double
bary_network_weigh (guint statuses,
                    guint n_clusters,
                    guint n_ties)
{
  static const double worth[] = { 1.0, 0.8, 0.6, 0.4, 0.4, 0.3 };
  double weight = 1 + MIN (MAX (n_clusters, 1) - 1, 4) / 4.0 + MIN (n_ties, 10) / 10.0;

  for (guint i = 0; i < G_N_ELEMENTS (worth); i++)
    if (statuses & (1u << i))
      weight += worth[i];
  return weight;
}

const char *
bary_line_get_label (BaryLine line)
{
  switch (line)
    {
    case BARY_LINE_AGREEMENT:
      return _("Bound by an agreement");
    case BARY_LINE_METHODICAL:
      return _("Methodical link");
    case BARY_LINE_SCIENTIFIC:
      return _("Scientific link");
    case BARY_LINE_INFORMATIONAL:
      return _("Informational link");
    case BARY_LINE_SOCIAL:
      return _("Social link");
    case BARY_LINE_RESOURCE:
      return _("Link by resources");
    case BARY_LINE_MEMBERSHIP:
      return _("Member of the cluster");
    case BARY_LINE_ANSWERS_TO:
      return _("Answers to");
    case BARY_LINE_COORDINATION:
    case BARY_N_LINES:
      break;
    }
  return _("Coordination");
}
