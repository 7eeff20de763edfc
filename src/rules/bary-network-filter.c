#include "bary-network-filter.h"

#include "bary-text.h"

#include <stdlib.h>
#include <string.h>

const BaryNetworkGroup *
bary_network_group_of (const BaryNetwork     *network,
                       const BaryNetworkNode *node)
{
  GArray *groups;

  if (node->cluster < 0 || node->group < 0)
    return NULL;
  groups = bary_network_cluster (network, node->cluster)->groups;
  return groups != NULL && node->group < (int) groups->len ? &g_array_index (groups, BaryNetworkGroup, node->group) : NULL;
}

gboolean
bary_network_is_present (const BaryNetworkNode *node)
{
  return node->presence == BARY_PRESENCE_STAYS || node->presence == BARY_PRESENCE_LEFT ||
         node->presence == BARY_PRESENCE_MOVED_OUT;
}

/* Text */

/* Signs that people leave out: «352» finds «ГБОУ „СОШ“ № 352». */
static void
blank_signs (char *text)
{
  for (char *c = text; *c != '\0'; c++)
    if (g_ascii_ispunct (*c))
      *c = ' ';
    else if (g_str_has_prefix (c, "№"))
      memset (c, ' ', strlen ("№"));
}

GPtrArray *
bary_network_fold_names (const BaryNetwork *network)
{
  GPtrArray *folded = g_ptr_array_new_full (network->nodes->len, g_free);

  for (guint i = 0; i < network->nodes->len; i++)
    {
      const BaryNetworkNode *node = bary_network_node (network, i);
      gboolean same = g_strcmp0 (node->name, node->short_name) == 0;
      g_autofree char *all = g_strjoin (" ", node->name != NULL ? node->name : "",
                                        same || node->short_name == NULL ? "" : node->short_name,
                                        node->caption != NULL ? node->caption : "", NULL);
      char *key = bary_text_fold (all);

      blank_signs (key);
      g_ptr_array_add (folded, key);
    }
  return folded;
}

static gboolean
begins_a_word (const char *text,
               const char *beginning)
{
  for (const char *place = strstr (text, beginning); place != NULL; place = strstr (place + 1, beginning))
    if (place == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (place))))
      return TRUE;
  return FALSE;
}

static gboolean
has_words (const char *text,
           GStrv       words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !begins_a_word (text, words[i]))
      return FALSE;
  return TRUE;
}

static GStrv
split_words (const char *words)
{
  g_autofree char *folded = bary_text_fold (words);

  blank_signs (folded);
  return g_strsplit (folded, " ", -1);
}

/* Filter */

gboolean
bary_network_filter_is_any (const BaryNetworkFilter *filter)
{
  return filter->direction == NULL && filter->group == NULL && filter->level == 0 && filter->status < 0 &&
         (filter->words == NULL || *filter->words == '\0') && filter->within == NULL;
}

static gboolean
fits_cluster (const BaryNetworkFilter *filter,
              const BaryNetwork       *network,
              const BaryNetworkNode   *node)
{
  const BaryNetworkGroup *group;

  if (filter->direction != NULL &&
      (node->cluster < 0 || g_strcmp0 (bary_network_cluster (network, node->cluster)->direction, filter->direction) != 0))
    return FALSE;
  if (filter->group == NULL)
    return TRUE;
  group = bary_network_group_of (network, node);
  return group != NULL && g_strcmp0 (group->name, filter->group) == 0;
}

static gboolean
fits (const BaryNetworkFilter *filter,
      const BaryNetwork       *network,
      guint                    i)
{
  const BaryNetworkNode *node = bary_network_node (network, i);

  return !node->hidden && (filter->within == NULL || filter->within[i]) && (filter->level == 0 || node->level == filter->level) &&
         (filter->status < 0 || node->statuses & 1u << filter->status) && fits_cluster (filter, network, node);
}

guint
bary_network_filter_apply (const BaryNetworkFilter *filter,
                           const BaryNetwork       *network,
                           GPtrArray               *folded,
                           guint8                  *set)
{
  g_auto (GStrv) words = filter->words != NULL ? split_words (filter->words) : NULL;
  guint n = 0;

  for (guint i = 0; i < network->nodes->len; i++)
    {
      set[i] = fits (filter, network, i) && (words == NULL || has_words (folded->pdata[i], words));
      n += set[i];
    }
  return n;
}

/* Facets */

static void
clear_facet (BaryNetworkFacet *facet)
{
  g_free (facet->value);
  g_free (facet->name);
}

static BaryNetworkFacet *
get_facet (GArray     *facets,
           GHashTable *places,
           const char *value,
           const char *name)
{
  gpointer place = g_hash_table_lookup (places, value);
  BaryNetworkFacet facet = { g_strdup (value), g_strdup (name), 0 };

  if (place == NULL)
    {
      g_array_append_val (facets, facet);
      g_hash_table_insert (places, g_strdup (value), GUINT_TO_POINTER (facets->len));
      return &g_array_index (facets, BaryNetworkFacet, facets->len - 1);
    }

  clear_facet (&facet);
  return &g_array_index (facets, BaryNetworkFacet, GPOINTER_TO_UINT (place) - 1);
}

/* All choices that the schemes have, before anything is counted: so they come in the schemes' order. */
static void
add_groups (const BaryNetwork *network,
            GArray            *facets,
            GHashTable        *places)
{
  for (guint i = 0; i < network->clusters->len; i++)
    {
      GArray *groups = bary_network_cluster (network, i)->groups;

      for (guint j = 0; groups != NULL && j < groups->len; j++)
        {
          const BaryNetworkGroup *group = &g_array_index (groups, BaryNetworkGroup, j);
          BaryNetworkFacet *facet = get_facet (facets, places, group->name, group->full_name);

          if (g_strcmp0 (facet->name, group->full_name) != 0)
            g_clear_pointer (&facet->name, g_free);
        }
    }
}

static void
count_number (GArray     *facets,
              GHashTable *places,
              guint       number)
{
  char digits[16];

  g_snprintf (digits, sizeof digits, "%u", number);
  get_facet (facets, places, digits, NULL)->count++;
}

static void
count_node (const BaryNetwork     *network,
            const BaryNetworkNode *node,
            BaryNetworkFacetKind   kind,
            GArray                *facets,
            GHashTable            *places)
{
  const BaryNetworkGroup *group = bary_network_group_of (network, node);
  const char *direction = node->cluster >= 0 ? bary_network_cluster (network, node->cluster)->direction : NULL;

  if (kind == BARY_FACET_DIRECTION && direction != NULL)
    get_facet (facets, places, direction, NULL)->count++;
  else if (kind == BARY_FACET_GROUP && group != NULL)
    get_facet (facets, places, group->name, group->full_name)->count++;
  else if (kind == BARY_FACET_LEVEL && node->level > 0)
    count_number (facets, places, (guint) node->level);
  else if (kind == BARY_FACET_STATUS)
    for (guint bit = 0; bit < 32; bit++)
      if (node->statuses & 1u << bit)
        count_number (facets, places, bit);
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  return atoi (((const BaryNetworkFacet *) a)->value) - atoi (((const BaryNetworkFacet *) b)->value);
}

GArray *
bary_network_list_facets (const BaryNetwork    *network,
                          BaryNetworkFacetKind  kind)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GArray *facets = g_array_new (FALSE, FALSE, sizeof (BaryNetworkFacet));

  g_array_set_clear_func (facets, (GDestroyNotify) clear_facet);
  if (kind == BARY_FACET_GROUP)
    add_groups (network, facets, places);
  for (guint i = 0; i < network->nodes->len; i++)
    if (bary_network_is_present (bary_network_node (network, i)))
      count_node (network, bary_network_node (network, i), kind, facets, places);

  for (guint i = facets->len; i > 0; i--)
    if (g_array_index (facets, BaryNetworkFacet, i - 1).count == 0)
      g_array_remove_index (facets, i - 1);
  if (kind == BARY_FACET_LEVEL || kind == BARY_FACET_STATUS)
    g_array_sort (facets, compare_numbers);
  return facets;
}
