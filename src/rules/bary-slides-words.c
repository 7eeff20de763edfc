#include "bary-slides-private.h"

#include "bary-config.h"
#include "bary-date.h"

#include <glib/gi18n-lib.h>

#define SHORT_NAME 3   /* a group called “А” or “1” is introduced by the word “group” */

/* "6 schools" where all are of one kind; otherwise organisations. */
static char *
count_to_words (const char *kind,
                guint       n)
{
  const struct {
    const char *kind;
    const char *words;
  } known[] = {
    { "school", ngettext ("%u school", "%u schools", n) },
    { "kindergarten", ngettext ("%u kindergarten", "%u kindergartens", n) },
    { "additional_education", ngettext ("%u institution of additional education", "%u institutions of additional education", n) },
    { "support_centre", ngettext ("%u support centre", "%u support centres", n) },
    { "methodical_centre", ngettext ("%u methodical centre", "%u methodical centres", n) },
    { "university", ngettext ("%u university", "%u universities", n) },
    { "college", ngettext ("%u college", "%u colleges", n) },
    { "partner", ngettext ("%u partner", "%u partners", n) },
    { "authority", ngettext ("%u authority", "%u authorities", n) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_strcmp0 (known[i].kind, kind) == 0)
      return g_strdup_printf (known[i].words, n);
  return g_strdup_printf (ngettext ("%u organisation", "%u organisations", n), n);
}

static char *
members_to_words (guint n)
{
  return g_strdup_printf (ngettext ("%u member", "%u members", n), n);
}

void
bary_slides_add_part (GString    *line,
                      const char *separator,
                      const char *part)
{
  g_string_append_printf (line, "%s%s", line->len > 0 ? separator : "", part);
}

void
bary_slides_add_count (GString    *line,
                       const char *pattern,
                       guint       n)
{
  g_autofree char *part = g_strdup_printf (pattern, n);

  if (n > 0)
    bary_slides_add_part (line, " · ", part);
}

/* Names of those a step is about; how many, and of which kind if it is the same for all. */
typedef struct {
  guint         n;
  const char   *kind;
  BaryNodeRole  role;  /* of the last one */
  GString      *names;
} Gathered;

static void
gather (Gathered           *self,
        const BaryShowStep *slide,
        const BaryNetwork  *network)
{
  for (guint i = 0; i < network->nodes->len; i++)
    {
      const BaryNetworkNode *node = bary_network_node (network, i);

      if (!bary_slides_is_there (node) || !bary_slides_is_about (slide->kind, slide->subject, network, node))
        continue;
      self->kind = self->n == 0 || g_strcmp0 (self->kind, node->kind) == 0 ? node->kind : NULL;
      self->role = node->role;
      if (self->n < BARY_SLIDES_MOST_NAMES)
        bary_slides_add_part (self->names, ", ", node->short_name != NULL ? node->short_name : node->name);
      else if (self->n == BARY_SLIDES_MOST_NAMES)
        g_string_append (self->names, "…");
      self->n++;
    }
}

static char *
group_to_words (const BaryNetwork      *network,
                const BaryNetworkGroup *group,
                const char             *count)
{
  gboolean levels = bary_network_cluster (network, 0)->arrangement == BARY_ARRANGEMENT_LEVELS;

  if (group == NULL)
    /* Translators: the caption of a step of a presentation: members of no group, how many */
    return g_strdup_printf (_("Without a group: %s"), count);
  if (g_utf8_strlen (group->name, -1) > SHORT_NAME)
    /* Translators: the caption of a step of a presentation: a name and how many: “Partners: 6 schools” */
    return g_strdup_printf (_("%1$s: %2$s"), group->name, count);
  if (group->full_name == NULL || g_str_equal (group->full_name, group->name))
    return g_strdup_printf (levels ? _("Level %1$s: %2$s") : _("Group %1$s: %2$s"), group->name, count);
  /* Translators: the caption of a step of a presentation: “Group А · Reference schools: 6 schools” */
  return g_strdup_printf (levels ? _("Level %1$s · %2$s: %3$s") : _("Group %1$s · %2$s: %3$s"),
                          group->name, group->full_name, count);
}

static gboolean
fill_group (BaryShowStep      *slide,
            const BaryNetwork *now)
{
  g_autoptr (GString) names = g_string_new (NULL);
  Gathered gathered = { .names = names };
  g_autofree char *count = NULL;

  gather (&gathered, slide, now);
  count = count_to_words (gathered.kind, gathered.n);
  slide->caption = group_to_words (now, slide->subject != NULL ? bary_slides_find_group (now, slide->subject) : NULL, count);
  slide->note = g_strdup (names->str);
  return gathered.n > 0;
}

static gboolean
fill_barycenter (BaryShowStep      *slide,
                 const BaryNetwork *now)
{
  int centre = now->clusters->len > 0 ? bary_network_cluster (now, 0)->barycenter : -1;
  const BaryNetworkNode *node = centre >= 0 ? bary_network_node (now, centre) : NULL;

  if (node == NULL)
    return FALSE;
  slide->caption = g_strdup_printf (_("Barycenter: %s"), node->name);
  slide->note = g_strdup (node->caption);
  return TRUE;
}

static char *
layer_to_words (BaryNodeRole role,
                guint        n)
{
  switch (role)
    {
    case BARY_ROLE_REGION:
    case BARY_ROLE_COUNCIL:
      return g_strdup_printf (ngettext ("%u council", "%u councils", n), n);
    case BARY_ROLE_EXPERTS:
      return g_strdup_printf (ngettext ("%u expert group", "%u expert groups", n), n);
    case BARY_ROLE_TEAM:
      return g_strdup_printf (ngettext ("%u team", "%u teams", n), n);
    case BARY_ROLE_BARYCENTER:
      return g_strdup_printf (ngettext ("%u cluster", "%u clusters", n), n);
    case BARY_ROLE_MEMBER:
      break;
    }
  return g_strdup_printf (ngettext ("%u organisation", "%u organisations", n), n);
}

static gboolean
fill_bodies (BaryShowStep      *slide,
             const BaryNetwork *now)
{
  g_autoptr (GString) names = g_string_new (NULL);
  Gathered gathered = { .names = names };

  gather (&gathered, slide, now);
  if (gathered.n == 1)
    slide->caption = g_strdup (names->str);
  else if (slide->subject != NULL)
    slide->caption = layer_to_words (gathered.role, gathered.n);
  else
    slide->caption = g_strdup_printf (ngettext ("Management and expertise: %u body", "Management and expertise: %u bodies",
                                                gathered.n), gathered.n);
  slide->note = g_strdup (names->str);
  return gathered.n > 0;
}

static char *
groups_to_words (const BaryNetwork *network,
                 int                index)
{
  const BaryNetworkCluster *cluster = bary_network_cluster (network, index);
  g_autofree guint *counts = g_new0 (guint, cluster->groups->len + 1);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < network->memberships->len; i++)
    {
      const BaryNetworkMembership *it = bary_network_membership (network, i);

      if ((int) it->cluster == index && it->group >= 0 && it->group < (int) cluster->groups->len)
        counts[it->group]++;
    }
  for (guint i = 0; i < cluster->groups->len; i++)
    {
      g_autofree char *part = g_strdup_printf (_("%s – %u"), g_array_index (cluster->groups, BaryNetworkGroup, i).name, counts[i]);

      if (counts[i] > 0)
        bary_slides_add_part (words, ", ", part);
    }
  return g_string_free (words, FALSE);
}

/* Members of a cluster that are drawn in another of theirs. */
static guint
count_elsewhere (const BaryNetwork *network,
                 int                index)
{
  g_autofree guint8 *set = g_malloc0 (network->nodes->len + 1);

  for (guint i = 0; i < network->memberships->len; i++)
    {
      const BaryNetworkMembership *it = bary_network_membership (network, i);

      if ((int) it->cluster == index && it->node >= 0 && bary_network_node (network, it->node)->cluster != index)
        set[it->node] = TRUE;
    }
  return bary_network_count_records (network, set);
}

/* "26 members", and how many of them the hall does not see here. */
static char *
cluster_to_words (const BaryNetwork *network,
                  int                index)
{
  g_autofree char *count = members_to_words (bary_network_cluster (network, index)->n_members);
  guint n = count_elsewhere (network, index);

  if (n == 0)
    return g_steal_pointer (&count);
  /* Translators: %1$s: “26 members”; the others of them are drawn in this cluster */
  return g_strdup_printf (ngettext ("%1$s, %2$u of them drawn in another cluster", "%1$s, %2$u of them drawn in other clusters", n),
                          count, n);
}

static gboolean
fill_cluster (BaryShowStep      *slide,
              const BaryNetwork *now)
{
  int index = bary_slides_find_cluster (now, slide->subject);
  const BaryNetworkCluster *cluster = index >= 0 ? bary_network_cluster (now, index) : NULL;
  g_autofree char *count = NULL;

  if (cluster == NULL || cluster->n_members == 0)
    return FALSE;
  count = cluster_to_words (now, index);
  slide->caption = g_strdup_printf (_("%1$s: %2$s"), cluster->name, count);
  slide->note = groups_to_words (now, index);
  return TRUE;
}

static gboolean
fill_district (BaryShowStep      *slide,
               const BaryNetwork *now)
{
  int index = bary_slides_find_district (now, slide->subject);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *count = NULL;
  guint n = 0;

  for (guint i = 0; i < now->clusters->len; i++)
    if (index >= 0 && bary_network_cluster (now, i)->district == index && n++ < BARY_SLIDES_MOST_NAMES)
      bary_slides_add_part (names, ", ", bary_network_cluster (now, i)->name);
  if (n == 0)
    return FALSE;
  count = g_strdup_printf (ngettext ("%u cluster", "%u clusters", n), n);
  slide->caption = g_strdup_printf (_("%1$s: %2$s"), bary_network_district (now, index)->name, count);
  slide->note = g_strdup (names->str);
  return TRUE;
}

guint
bary_slides_count_organisations (const BaryNetwork *network,
                                 gboolean           shared_only)
{
  g_autoptr (GHashTable) records = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < network->nodes->len; i++)
    {
      const BaryNetworkNode *node = bary_network_node (network, i);

      if (!node->body && node->record != NULL && bary_slides_is_there (node) && (!shared_only || node->n_clusters > 1))
        g_hash_table_add (records, node->record);
    }
  return g_hash_table_size (records);
}

static char *
size_to_words (const BaryNetwork *network)
{
  guint n_clusters = network->clusters->len, n = bary_slides_count_organisations (network, FALSE);
  GString *line = g_string_new (NULL);

  if (network->picture == BARY_PICTURE_NETWORK)
    bary_slides_add_count (line, ngettext ("%u cluster", "%u clusters", n_clusters), n_clusters);
  bary_slides_add_count (line, ngettext ("%u organisation", "%u organisations", n), n);
  return g_string_free (line, FALSE);
}

static gboolean
fill_whole (BaryShowStep      *slide,
            const BaryNetwork *now)
{
  g_autofree char *size = size_to_words (now);

  if (now->picture == BARY_PICTURE_INTERACTION)
    slide->caption = g_strdup (now->title);
  else
    /* Translators: the caption of a step of a presentation: “The whole network: 8 clusters · 214 organisations” */
    slide->caption = g_strdup_printf (_("The whole network: %s"), size);
  return now->nodes->len > 0;
}

gboolean
bary_slides_fill_words (BaryShowStep      *slide,
                        const BaryNetwork *now,
                        const BaryNetwork *since)
{
  switch (slide->kind)
    {
    case BARY_SHOW_STEP_TITLE:
      slide->caption = g_strdup (now->title);
      return TRUE;
    case BARY_SHOW_STEP_BARYCENTER:
      return fill_barycenter (slide, now);
    case BARY_SHOW_STEP_BODIES:
      return fill_bodies (slide, now);
    case BARY_SHOW_STEP_GROUP:
      return fill_group (slide, now);
    case BARY_SHOW_STEP_DISTRICT:
      return fill_district (slide, now);
    case BARY_SHOW_STEP_CLUSTER:
      return fill_cluster (slide, now);
    case BARY_SHOW_STEP_LINKS:
      return bary_slides_fill_links (slide, now);
    case BARY_SHOW_STEP_CHANGES:
      return bary_slides_fill_changes (slide, since);
    case BARY_SHOW_STEP_WHOLE:
      return fill_whole (slide, now);
    case BARY_SHOW_STEP_VIEW:
    case BARY_N_STEP_KINDS:
      break;
    }
  return FALSE;
}

char *
bary_slides_describe (const BaryNetwork *network)
{
  g_autofree char *size = network->picture == BARY_PICTURE_CLUSTER && network->clusters->len > 0
    ? members_to_words (bary_network_cluster (network, 0)->n_members)
    : size_to_words (network);
  g_autofree char *day = bary_date_to_words (network->day);
  GString *line = g_string_new (NULL);

  if (*size != '\0')
    bary_slides_add_part (line, " · ", size);
  bary_slides_add_part (line, " · ", day);
  return g_string_free (line, FALSE);
}
