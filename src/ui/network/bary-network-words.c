#include "bary-network-words.h"

#include "bary-config.h"
#include "bary-field.h"
#include "bary-kind.h"
#include "bary-network-figures.h"
#include "bary-network-filter.h"

#include <glib/gi18n-lib.h>

#define MOST_NAMES 6 /* of what is shared: more are counted */

static const char *const roles[] = {
  [BARY_ROLE_MEMBER] = N_("member"),
  [BARY_ROLE_BARYCENTER] = N_("barycenter"),
  [BARY_ROLE_REGION] = N_("regional centre"),
  [BARY_ROLE_COUNCIL] = N_("coordinating council"),
  [BARY_ROLE_EXPERTS] = N_("expert group"),
  [BARY_ROLE_TEAM] = N_("team"),
};

char *
bary_network_role_to_words (const BaryNetworkNode *node)
{
  if (node->role == BARY_ROLE_MEMBER && node->caption != NULL)
    return g_strdup (node->caption);
  return g_strdup (_(roles[node->role]));
}

char *
bary_network_statuses_to_words (guint statuses)
{
  const BaryField *field = bary_kind_find_field (BARY_KIND_STATUS, "kind", NULL);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; field->choices[i].word != NULL; i++)
    if (statuses & 1u << i)
      g_ptr_array_add (words, (gpointer) _(field->choices[i].label));
  g_ptr_array_add (words, NULL);
  return g_strjoinv ("; ", (char **) words->pdata);
}

char *
bary_network_group_to_words (const BaryNetwork     *network,
                             const BaryNetworkNode *node)
{
  const BaryNetworkGroup *group = bary_network_group_of (network, node);

  return g_strdup (group != NULL ? group->name : "");
}

/* Paths */

static char *
join_names (const BaryNetwork *network,
            GArray            *nodes,
            const char        *separator,
            guint              most)
{
  GString *words = g_string_new (NULL);
  guint n = MIN (nodes->len, most);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? separator : "",
                            bary_network_node (network, g_array_index (nodes, guint, i))->short_name);
  if (nodes->len > n)
    g_string_append_printf (words, ngettext (" and %u more", " and %u more", nodes->len - n), nodes->len - n);
  return g_string_free (words, FALSE);
}

static void
append_line (GString    *text,
             const char *pattern,
             const char *words)
{
  g_string_append_c (text, '\n');
  g_string_append_printf (text, pattern, words);
}

static char *
name_shared (const BaryNetwork *network,
             GArray            *circles,
             BaryCircleKind     kind,
             guint             *n)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < circles->len; i++)
    {
      const BaryNetworkCircle *circle = bary_network_circle (network, g_array_index (circles, guint, i));

      if (circle->kind == kind)
        g_ptr_array_add (names, circle->name);
    }
  *n = names->len;
  g_ptr_array_add (names, NULL);
  return g_strjoinv ("; ", (char **) names->pdata);
}

/* Clusters, councils and groups, agreements that hold both. */
static void
append_shared (GString           *text,
               const BaryNetwork *network,
               GArray            *circles)
{
  guint n_clusters, n_bodies, n_agreements;
  g_autofree char *clusters = name_shared (network, circles, BARY_CIRCLE_CLUSTER, &n_clusters);
  g_autofree char *bodies = name_shared (network, circles, BARY_CIRCLE_BODY, &n_bodies);
  g_autofree char *agreements = name_shared (network, circles, BARY_CIRCLE_AGREEMENT, &n_agreements);

  if (n_clusters > 0)
    /* Translators: %s: names of clusters two organisations are both in */
    append_line (text, ngettext ("Together in the cluster: %s", "Together in the clusters: %s", n_clusters), clusters);
  if (n_bodies > 0)
    /* Translators: %s: names of councils, expert groups and teams that two organisations both belong to */
    append_line (text, _("Both belong to: %s"), bodies);
  if (n_agreements > 0)
    /* Translators: %s: names of agreements that two organisations are both bound by */
    append_line (text, ngettext ("Both are bound by the agreement: %s", "Both are bound by the agreements: %s", n_agreements), agreements);
}

/* Who chooses two signs of it need not know. */
static char *
describe_one (const BaryNetwork     *network,
              const BaryNetworkNode *node)
{
  g_autoptr (GArray) circles = NULL;
  g_autofree char *clusters = NULL;
  guint n;

  if (node->organisation < 0)
    return g_strdup (node->short_name);

  circles = bary_network_find_shared (network, (guint) node->organisation, (guint) node->organisation);
  clusters = name_shared (network, circles, BARY_CIRCLE_CLUSTER, &n);
  if (n == 0)
    return g_strdup (node->short_name);
  /* Translators: an organisation that is drawn several times, how many clusters it is in, and their names */
  return g_strdup_printf (ngettext ("%1$s is one organisation, in %2$u cluster: %3$s",
                                    "%1$s is one organisation, in %2$u clusters: %3$s", n), node->short_name, n, clusters);
}

static char *
describe_way (const BaryNetwork     *network,
              const BaryNetworkPath *path,
              guint                  from,
              guint                  to)
{
  GString *text = g_string_new (NULL);
  g_autofree char *way = join_names (network, path->nodes, " → ", G_MAXUINT);
  g_autofree char *neighbours = join_names (network, path->neighbours, ", ", MOST_NAMES);
  g_autofree char *statuses = bary_network_statuses_to_words (path->statuses);
  int a = bary_network_node (network, from)->organisation, b = bary_network_node (network, to)->organisation;

  if (path->nodes->len > 0)
    g_string_append (text, way);
  else
    /* Translators: between two organisations */
    g_string_append_printf (text, _("Nothing joins %1$s and %2$s"), bary_network_node (network, from)->short_name,
                            bary_network_node (network, to)->short_name);
  if (a >= 0 && b >= 0)
    {
      g_autoptr (GArray) circles = bary_network_find_shared (network, (guint) a, (guint) b);

      append_shared (text, network, circles);
    }
  if (path->neighbours->len > 0)
    /* Translators: %s: names of organisations that two others both have ties with */
    append_line (text, _("Both are tied to: %s"), neighbours);
  if (*statuses != '\0')
    append_line (text, _("Both have the status: %s"), statuses);
  return g_string_free (text, FALSE);
}

char *
bary_network_path_to_words (const BaryNetwork     *network,
                            const BaryNetworkPath *path,
                            guint                  from,
                            guint                  to)
{
  return path->same ? describe_one (network, bary_network_node (network, from)) : describe_way (network, path, from, to);
}
