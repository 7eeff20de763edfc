#include "bary-scene-legend-private.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_NAMES 4 /* of groups of different schemes that share a sign */

static void
clear_entry (SceneEntry *entry)
{
  g_free (entry->name);
  g_free (entry->text);
}

static const char *
presence_label (BaryPresence presence)
{
  switch (presence)
    {
    case BARY_PRESENCE_JOINED:
      return _("Joined since");
    case BARY_PRESENCE_LEFT:
      return _("Left since");
    case BARY_PRESENCE_MOVED_IN:
      return _("Moved here since");
    case BARY_PRESENCE_MOVED_OUT:
      return _("Moved away since");
    case BARY_PRESENCE_ABSENT:
    case BARY_PRESENCE_STAYS:
      break;
    }
  return "";
}

/* The group a node counts in: a barycenter that is a member as well counts, though it stands in the middle. */
static const SceneGroup *
group_of (BaryScene             *self,
          const BaryNetworkNode *node)
{
  const SceneCluster *cluster = node->cluster >= 0 ? &self->clusters[node->cluster] : NULL;

  if (cluster == NULL || node->group < 0 || node->group >= (int) cluster->n_groups)
    return NULL;
  return &g_array_index (self->groups, SceneGroup, cluster->first_group + (guint) node->group);
}

static gboolean
stands_for (BaryScene        *self,
            const SceneEntry *entry,
            guint             i)
{
  const BaryNetworkNode *node = bary_network_node (self->network, i);
  gboolean there = scene_presence_is_there (node->presence) && !node->hidden;

  switch (entry->type)
    {
    case SCENE_ENTRY_CENTRES:
      return there && node->role == BARY_ROLE_BARYCENTER;
    case SCENE_ENTRY_BODIES:
      return there && node->role != BARY_ROLE_BARYCENTER && node->role != BARY_ROLE_MEMBER;
    case SCENE_ENTRY_GROUP:
      {
        const SceneGroup *group = group_of (self, node);

        return there && group != NULL && (guint) node->group == entry->value && g_str_equal (group->text, entry->name);
      }
    case SCENE_ENTRY_SIGN:
      return there && group_of (self, node) != NULL && (guint) node->group == entry->value;
    case SCENE_ENTRY_BASE_SITE:
      return there && node->base_site;
    case SCENE_ENTRY_MANY:
      return there && node->n_clusters > 1;
    case SCENE_ENTRY_HEAVY:
      return there && node->role == BARY_ROLE_MEMBER && node->weight >= BARY_SCENE_HEAVY;
    case SCENE_ENTRY_PRESENCE:
      return node->presence == entry->value && !node->hidden;
    case SCENE_ENTRY_LINE:
      break;
    }
  return FALSE;
}

static gboolean
is_line_shown (BaryScene             *self,
               const BaryNetworkLine *line)
{
  return line->a != line->b && line->presence != BARY_PRESENCE_ABSENT && bary_scene_is_shown (self, (int) line->a) &&
         bary_scene_is_shown (self, (int) line->b);
}

static guint
count_lines (BaryScene *self,
             BaryLine   line)
{
  guint n = 0;

  for (guint i = 0; i < self->network->lines->len; i++)
    {
      const BaryNetworkLine *it = bary_network_line (self->network, i);

      n += it->line == line && is_line_shown (self, it);
    }
  return n;
}

static guint
count_marks (BaryScene        *self,
             const SceneEntry *entry)
{
  guint n = 0;

  for (guint i = 0; i < self->n_nodes; i++)
    n += stands_for (self, entry, i);
  return n;
}

static guint
count_organisations (BaryScene        *self,
                     const SceneEntry *entry)
{
  g_autofree guint8 *set = g_malloc0 (self->n_nodes + 1);

  for (guint i = 0; i < self->n_nodes; i++)
    set[i] = stands_for (self, entry, i);
  return bary_network_count_records (self->network, set);
}

/* Each organisation once, however often it is drawn; but a barycenter in each of its clusters. */
static guint
count (BaryScene        *self,
       const SceneEntry *entry)
{
  if (entry->type == SCENE_ENTRY_LINE)
    return count_lines (self, entry->value);
  return entry->type == SCENE_ENTRY_CENTRES ? count_marks (self, entry) : count_organisations (self, entry);
}

static void
add_entry (BaryScene  *self,
           GArray     *entries,
           SceneEntryType   type,
           guint       value,
           const char *name)
{
  SceneEntry entry = { type, value, g_strdup (name) };

  entry.count = count (self, &entry);
  if (entry.count == 0 && (type != SCENE_ENTRY_GROUP || self->network->picture != BARY_PICTURE_CLUSTER))
    {
      clear_entry (&entry);
      return;
    }
  /* Translators: an entry of a diagram's legend and how many there are of it: "Base site – 1" */
  entry.text = g_strdup_printf (_("%s – %u"), name, entry.count);
  g_array_append_val (entries, entry);
}

static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const SceneEntry *x = a, *y = b;

  return x->value != y->value ? (x->value > y->value) - (x->value < y->value) : strcmp (x->name, y->name);
}

/* The groups of all schemes, each kind once. */
static void
add_groups (BaryScene *self,
            GArray    *entries)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (SceneEntry));

  for (guint i = 0; i < self->network->clusters->len; i++)
    for (guint j = 0; j < self->clusters[i].n_groups; j++)
      {
        const SceneGroup *group = &g_array_index (self->groups, SceneGroup, self->clusters[i].first_group + j);
        SceneEntry entry = { SCENE_ENTRY_GROUP, j, group->text };

        if (!bary_network_is_group_hidden (self->network, i, j) && g_hash_table_add (seen, g_strdup_printf ("%u %s", j, group->text)))
          g_array_append_val (found, entry);
      }
  g_array_sort (found, compare_groups);
  for (guint i = 0; i < found->len; i++)
    add_entry (self, entries, SCENE_ENTRY_GROUP, g_array_index (found, SceneEntry, i).value, g_array_index (found, SceneEntry, i).name);
}

static guint
count_signs (BaryScene *self)
{
  guint most = 0;

  for (guint i = 0; i < self->network->clusters->len; i++)
    most = MAX (most, self->clusters[i].n_groups);
  return most;
}

/* Returns: (transfer full): the names that groups at this place have in the schemes: «А / 1 / Центры». */
static char *
join_names (BaryScene *self,
            guint      place)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < self->network->clusters->len; i++)
    {
      const GArray *groups = bary_network_cluster (self->network, i)->groups;
      const char *name = place < self->clusters[i].n_groups ? g_array_index (groups, BaryNetworkGroup, place).name : NULL;

      if (name == NULL || !g_hash_table_add (seen, (gpointer) name))
        continue;
      if (g_hash_table_size (seen) > MOST_NAMES)
        {
          g_string_append (names, " / …");
          break;
        }
      g_string_append_printf (names, "%s%s", names->len > 0 ? " / " : "", name);
    }
  return g_string_free (names, FALSE);
}

static void
add_signs (BaryScene *self,
           GArray    *entries)
{
  guint n = count_signs (self);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *names = join_names (self, i);

      add_entry (self, entries, SCENE_ENTRY_SIGN, i, names);
    }
}

static void
add_signs_of_nodes (BaryScene      *self,
                    BaryLegendForm  form,
                    GArray         *entries)
{
  if (self->network->picture != BARY_PICTURE_CLUSTER)
    add_entry (self, entries, SCENE_ENTRY_CENTRES, 0, _("Barycenters"));
  add_entry (self, entries, SCENE_ENTRY_BODIES, 0, _("Councils, groups of experts and teams"));
  if (form & BARY_LEGEND_BRIEF)
    add_signs (self, entries);
  else
    add_groups (self, entries);
  add_entry (self, entries, SCENE_ENTRY_BASE_SITE, 0, _("Base site"));
  add_entry (self, entries, SCENE_ENTRY_MANY, 0, _("In several clusters"));
  if (self->network->picture != BARY_PICTURE_INTERACTION)
    /* Translators: of members whose marks are larger and that stand nearer the barycenter */
    add_entry (self, entries, SCENE_ENTRY_HEAVY, 0, _("Heavier: more statuses and links"));
  for (guint i = BARY_PRESENCE_JOINED; i <= BARY_PRESENCE_MOVED_OUT; i++)
    add_entry (self, entries, SCENE_ENTRY_PRESENCE, i, presence_label (i));
}

GArray *
scene_entries_list (BaryScene      *self,
                    BaryLegendForm  form)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (SceneEntry));

  g_array_set_clear_func (entries, (GDestroyNotify) clear_entry);
  if (!(form & BARY_LEGEND_LINES_ALONE))
    add_signs_of_nodes (self, form, entries);
  for (guint i = 0; i < BARY_N_LINES && !(form & BARY_LEGEND_NO_LINES); i++)
    add_entry (self, entries, SCENE_ENTRY_LINE, i, bary_line_get_label (i));
  return entries;
}

static void
add_ends (BaryScene *self,
          BaryLine   line,
          guint8    *members)
{
  for (guint i = 0; i < self->network->lines->len; i++)
    {
      const BaryNetworkLine *it = bary_network_line (self->network, i);

      if (it->line == line && is_line_shown (self, it))
        members[it->a] = members[it->b] = 1;
    }
}

void
scene_entry_mark (BaryScene        *self,
                  const SceneEntry *entry,
                  guint8           *members)
{
  memset (members, 0, self->n_nodes);
  if (entry->type == SCENE_ENTRY_LINE)
    add_ends (self, entry->value, members);
  else
    for (guint i = 0; i < self->n_nodes; i++)
      members[i] = stands_for (self, entry, i);
}
