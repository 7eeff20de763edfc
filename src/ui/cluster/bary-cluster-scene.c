#include "bary-cluster-scene.h"

#include "bary-config.h"
#include "bary-date.h"
#include "bary-text.h"

#include <glib/gi18n-lib.h>

/* Records made in the same moment, such as those of one package, are placed by name; later ones after them. */
#define MOMENT_LENGTH 13

static void
clear_node (BarySceneNode *node)
{
  g_free (node->organisation);
  g_free (node->membership);
  g_free (node->name);
}

static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const BaryGroup *x = *(BaryGroup *const *) a, *y = *(BaryGroup *const *) b;
  int by_ordinal = atoi (x->ordinal != NULL ? x->ordinal : "0") - atoi (y->ordinal != NULL ? y->ordinal : "0");

  return by_ordinal != 0 ? by_ordinal : g_strcmp0 (x->name, y->name);
}

static int
find_group (BaryClusterScene *self,
            const char       *id)
{
  for (guint i = 0; i < self->groups->len; i++)
    if (g_strcmp0 (bary_record_get_id (self->groups->pdata[i]), id) == 0)
      return (int) i;
  return -1;
}

static BaryArrangement
read_arrangement (BaryClusterScene *self,
                  BaryStore        *store)
{
  g_autoptr (BaryRecord) scheme = bary_store_get (store, BARY_KIND_SCHEME, self->cluster->scheme, NULL);

  return scheme != NULL && g_strcmp0 (BARY_SCHEME (scheme)->arrangement, "levels") == 0 ? BARY_ARRANGEMENT_LEVELS
                                                                                        : BARY_ARRANGEMENT_GROUPS;
}

static char *
read_leader (BaryClusterScene *self,
             BaryStore        *store)
{
  g_autoptr (GPtrArray) roles = bary_cluster_select (store, BARY_KIND_ROLE, "cluster",
                                                     bary_record_get_id (BARY_RECORD (self->cluster)), self->day, NULL);
  const char *const kinds[] = { "curator", "head", "project_leader" };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint i = 0; roles != NULL && i < roles->len; i++)
      {
        BaryRole *role = roles->pdata[i];
        g_autoptr (BaryRecord) person = NULL;
        g_autofree char *kind = NULL;

        if (g_strcmp0 (role->kind, kinds[k]) != 0)
          continue;
        person = bary_store_get (store, BARY_KIND_PERSON, role->person, NULL);
        kind = bary_field_to_words (bary_kind_find_field (BARY_KIND_ROLE, "kind", NULL), role->kind);
        if (person != NULL)
          /* Translators: under the barycenter of a diagram: "Curator: Sysoeva O. P." */
          return g_strdup_printf (_("%s: %s"), kind, bary_record_get_name (person));
      }
  return NULL;
}

static char *
make_key (const char *membership,
          const char *name,
          const char *organisation)
{
  g_autofree char *moment = g_strndup (membership, MOMENT_LENGTH);
  g_autofree char *sort_key = bary_text_sort_key (name);

  return g_strjoin ("\t", moment, sort_key, organisation, NULL);
}

static void
add_node (BaryClusterScene *self,
          BaryStore        *store,
          const BaryPlace  *place)
{
  BaryMembership *membership = self->memberships->pdata[place->entry];
  g_autoptr (BaryRecord) organisation = bary_store_get (store, BARY_KIND_ORGANISATION, place->organisation, NULL);
  const char *name = organisation != NULL ? bary_record_get_name (organisation) : "?";
  gboolean base_site = g_strcmp0 (self->cluster->base_site, place->organisation) == 0;
  g_autofree char *key = NULL;
  BarySceneNode node = { g_strdup (place->organisation), g_strdup (bary_record_get_id (BARY_RECORD (membership))),
                         find_group (self, place->group), place->presence, g_strdup (name) };
  BaryDiagramNode drawn = { NULL, name, base_site ? _("base site") : NULL, node.group, place->presence, base_site };

  /* A place keeps its key when somebody comes back to it. */
  for (guint i = 0; i < self->memberships->len && key == NULL; i++)
    {
      BaryMembership *first = self->memberships->pdata[i];

      if (g_str_equal (first->organisation, place->organisation) && g_str_equal (first->group, place->group))
        key = make_key (bary_record_get_id (BARY_RECORD (first)), name, place->organisation);
    }
  drawn.key = key;
  bary_cluster_diagram_add_node (self->diagram, &drawn);
  g_array_append_val (self->nodes, node);
}

static void
add_nodes (BaryClusterScene *self,
           BaryStore        *store)
{
  g_autofree BaryCompositionEntry *entries = g_new0 (BaryCompositionEntry, self->memberships->len + 1);
  g_autoptr (BaryComposition) composition = NULL;

  for (guint i = 0; i < self->memberships->len; i++)
    {
      BaryMembership *it = self->memberships->pdata[i];

      entries[i] = (BaryCompositionEntry) { it->organisation, it->group, it->from, it->to };
    }
  composition = bary_composition_compare (entries, self->memberships->len, self->day, self->later);
  for (guint i = 0; i < composition->places->len; i++)
    {
      const BaryPlace *place = &g_array_index (composition->places, BaryPlace, i);

      int group = find_group (self, place->group);

      /* The barycenter stands in the middle, whatever group it is in as well. */
      if (g_strcmp0 (place->organisation, self->cluster->barycenter) != 0)
        add_node (self, store, place);
      else if (group >= 0 && bary_range_covers (entries[place->entry].from, entries[place->entry].to, self->day))
        bary_cluster_diagram_count_centre (self->diagram, group);
    }
  self->n_members = composition->n_earlier;
  self->n_joined = composition->n_joined;
  self->n_left = composition->n_left;
  self->n_moved = composition->n_moved;
}

static BaryLine
line_of_kind (const char *kind)
{
  static const struct {
    const char *kind;
    BaryLine    line;
  } lines[] = {
    { "methodical", BARY_LINE_METHODICAL }, { "scientific", BARY_LINE_SCIENTIFIC },
    { "informational", BARY_LINE_INFORMATIONAL }, { "social", BARY_LINE_SOCIAL },
    { "resource", BARY_LINE_RESOURCE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (g_strcmp0 (kind, lines[i].kind) == 0)
      return lines[i].line;
  return BARY_LINE_COORDINATION;
}

static void
add_line (BaryClusterScene *self,
          const char       *from,
          const char       *to,
          BaryLine          line)
{
  int a = bary_cluster_scene_find (self, from), b = bary_cluster_scene_find (self, to);

  if (a != BARY_DIAGRAM_NONE && b != BARY_DIAGRAM_NONE)
    bary_cluster_diagram_add_line (self->diagram, a, b, line);
}

static void
add_lines (BaryClusterScene *self,
           BaryStore        *store)
{
  g_autoptr (GPtrArray) links = bary_cluster_select (store, BARY_KIND_LINK, "cluster",
                                                     bary_record_get_id (BARY_RECORD (self->cluster)), self->day, NULL);

  for (guint i = 0; i < self->check->parties->len; i++)
    {
      BaryParty *party = self->check->parties->pdata[i];
      g_autoptr (BaryRecord) agreement = bary_store_get (store, BARY_KIND_AGREEMENT, party->agreement, NULL);
      int node = bary_cluster_scene_find (self, party->organisation);

      if (agreement != NULL && node >= 0 &&
          bary_range_covers (BARY_AGREEMENT (agreement)->date, BARY_AGREEMENT (agreement)->valid_until, self->day))
        bary_cluster_diagram_add_line (self->diagram, BARY_DIAGRAM_CENTRE, node, BARY_LINE_AGREEMENT);
    }
  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      BaryLink *link = links->pdata[i];

      add_line (self, link->organisation, link->partner, line_of_kind (link->kind));
    }
}

static void
make_diagram (BaryClusterScene *self,
              BaryStore        *store,
              const char       *family)
{
  self->diagram = bary_cluster_diagram_new (family, read_arrangement (self, store));
  if (self->barycenter != NULL)
    bary_cluster_diagram_set_centre (self->diagram, self->barycenter->name, self->leader);
  else
    bary_cluster_diagram_set_centre (self->diagram, NULL, self->leader != NULL ? self->leader : _("no barycenter chosen"));
  for (guint i = 0; i < self->groups->len; i++)
    bary_cluster_diagram_add_group (self->diagram, ((BaryGroup *) self->groups->pdata[i])->name,
                                    ((BaryGroup *) self->groups->pdata[i])->full_name);
  add_nodes (self, store);
  add_lines (self, store);
  bary_cluster_diagram_arrange (self->diagram);
}

static gboolean
load (BaryClusterScene  *self,
      BaryStore         *store,
      GError           **error)
{
  g_autofree char *today = bary_date_today ();

  self->later = g_strdup (g_strcmp0 (self->day, today) > 0 ? self->day : today);
  self->groups = bary_cluster_select (store, BARY_KIND_GROUP, "scheme", self->cluster->scheme, NULL, error);
  if (self->groups == NULL)
    return FALSE;
  g_ptr_array_sort (self->groups, compare_groups);

  self->memberships = bary_cluster_select (store, BARY_KIND_MEMBERSHIP, "cluster",
                                           bary_record_get_id (BARY_RECORD (self->cluster)), NULL, error);
  if (self->memberships == NULL)
    return FALSE;

  self->check = bary_cluster_check_new (store, BARY_RECORD (self->cluster), self->day, error);
  if (self->cluster->barycenter != NULL)
    self->barycenter = (BaryOrganisation *) bary_store_get (store, BARY_KIND_ORGANISATION, self->cluster->barycenter, NULL);
  self->leader = read_leader (self, store);
  return self->check != NULL;
}

BaryClusterScene *
bary_cluster_scene_new (BaryStore   *store,
                        const char  *cluster,
                        const char  *day,
                        const char  *family,
                        GError     **error)
{
  g_autoptr (BaryClusterScene) self = g_new0 (BaryClusterScene, 1);

  self->day = g_strdup (day);
  self->nodes = g_array_new (FALSE, TRUE, sizeof (BarySceneNode));
  g_array_set_clear_func (self->nodes, (GDestroyNotify) clear_node);
  self->cluster = (BaryCluster *) bary_store_get (store, BARY_KIND_CLUSTER, cluster, error);
  if (self->cluster == NULL || !load (self, store, error))
    return NULL;

  make_diagram (self, store, family);
  return g_steal_pointer (&self);
}

void
bary_cluster_scene_free (BaryClusterScene *self)
{
  g_clear_pointer (&self->diagram, bary_cluster_diagram_free);
  g_clear_pointer (&self->check, bary_cluster_check_free);
  g_clear_pointer (&self->nodes, g_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->memberships, g_ptr_array_unref);
  g_clear_object (&self->barycenter);
  g_clear_object (&self->cluster);
  g_free (self->leader);
  g_free (self->day);
  g_free (self->later);
  g_free (self);
}

const BarySceneNode *
bary_cluster_scene_get_node (BaryClusterScene *self,
                             int               node)
{
  return node >= 0 && node < (int) self->nodes->len ? &g_array_index (self->nodes, BarySceneNode, node) : NULL;
}

gboolean
bary_cluster_scene_is_member (BaryClusterScene *self,
                              int               node)
{
  const BarySceneNode *it = bary_cluster_scene_get_node (self, node);

  return it != NULL && (it->presence == BARY_PRESENCE_STAYS || it->presence == BARY_PRESENCE_LEFT ||
                        it->presence == BARY_PRESENCE_MOVED_OUT);
}

int
bary_cluster_scene_find (BaryClusterScene *self,
                         const char       *organisation)
{
  if (g_strcmp0 (self->cluster->barycenter, organisation) == 0)
    return BARY_DIAGRAM_CENTRE;
  for (guint i = 0; i < self->nodes->len; i++)
    if (g_strcmp0 (g_array_index (self->nodes, BarySceneNode, i).organisation, organisation) == 0 &&
        bary_cluster_scene_is_member (self, (int) i))
      return (int) i;
  return BARY_DIAGRAM_NONE;
}

char *
bary_cluster_scene_name_group (BaryClusterScene *self,
                               guint             group)
{
  BaryGroup *it = group < self->groups->len ? self->groups->pdata[group] : NULL;

  if (it == NULL)
    return g_strdup (_("outside the scheme's groups"));
  if (bary_cluster_diagram_get_layout (self->diagram)->arrangement == BARY_ARRANGEMENT_LEVELS)
    /* Translators: %s: the number of a level of a network */
    return g_strdup_printf (_("level %s"), it->name);
  /* Translators: %s: the letter or the name of a group of a cluster */
  return g_strdup_printf (_("group %s"), it->name);
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

char *
bary_cluster_scene_describe (BaryClusterScene *self,
                             int               node)
{
  const BarySceneNode *it = bary_cluster_scene_get_node (self, node);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *group = it != NULL ? bary_cluster_scene_name_group (self, (guint) it->group) : NULL;

  if (it == NULL)
    {
      g_ptr_array_add (words, self->barycenter != NULL ? self->barycenter->name : (char *) _("no barycenter chosen"));
      g_ptr_array_add (words, (char *) _("barycenter"));
      if (self->leader != NULL)
        g_ptr_array_add (words, self->leader);
    }
  else
    {
      g_ptr_array_add (words, it->name);
      g_ptr_array_add (words, group);
      if (g_strcmp0 (self->cluster->base_site, it->organisation) == 0)
        g_ptr_array_add (words, (char *) _("base site"));
      if (describe_presence (it->presence) != NULL)
        g_ptr_array_add (words, (char *) describe_presence (it->presence));
    }
  g_ptr_array_add (words, NULL);
  return g_strjoinv (", ", (char **) words->pdata);
}

static void
consider (const char **first,
          const char  *day)
{
  if (day != NULL && (*first == NULL || g_strcmp0 (day, *first) < 0))
    *first = day;
}

char *
bary_cluster_scene_dup_first_day (BaryClusterScene *self)
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
