#include "bary-network-figures-private.h"

#include "bary-centrality.h"

#include <string.h>

/* Always the same choice of sources: those whose ids have the least of these (FNV-1a with this beginning). */
#define SEED 2166136261u

/* An organisation is one vertex, and so is each body. */
typedef struct {
  guint   *vertices; /* of nodes; G_MAXUINT for those that are not there */
  GArray  *nodes;    /* of guint: one of each vertex: where it is at home */
  GArray  *ties;     /* of BaryTie */
} Web;

static void
web_clear (Web *web)
{
  g_free (web->vertices);
  g_clear_pointer (&web->nodes, g_array_unref);
  g_clear_pointer (&web->ties, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Web, web_clear)

static void
web_add_vertices (Web               *web,
                  const BaryNetwork *network)
{
  g_autofree guint *of_organisation = g_new (guint, network->organisations->len + 1);

  memset (of_organisation, 0xff, (network->organisations->len + 1) * sizeof (guint));
  for (guint i = 0; i < network->nodes->len; i++)
    {
      const BaryNetworkNode *node = bary_network_node (network, i);
      guint known = node->organisation >= 0 ? of_organisation[node->organisation] : G_MAXUINT;
      guint home = i;

      web->vertices[i] = G_MAXUINT;
      if (!bary_figure_count_is_there (node->presence))
        continue;
      web->vertices[i] = known != G_MAXUINT ? known : web->nodes->len;
      if (known != G_MAXUINT)
        continue;
      if (node->organisation >= 0)
        {
          const BaryNetworkOrganisation *organisation = bary_network_organisation (network, node->organisation);

          of_organisation[node->organisation] = web->nodes->len;
          if (organisation->home >= 0 && bary_figure_count_is_there (bary_network_node (network, organisation->home)->presence))
            home = (guint) organisation->home;
        }
      g_array_append_val (web->nodes, home);
    }
}

static void
web_init (Web               *web,
          const BaryNetwork *network)
{
  web->vertices = g_new (guint, network->nodes->len + 1);
  web->nodes = g_array_new (FALSE, FALSE, sizeof (guint));
  web->ties = g_array_new (FALSE, FALSE, sizeof (BaryTie));
  web_add_vertices (web, network);
  for (guint i = 0; i < network->lines->len; i++)
    {
      const BaryNetworkLine *line = bary_network_line (network, i);
      BaryTie tie = { web->vertices[line->a], web->vertices[line->b] };

      if (line->presence != BARY_PRESENCE_JOINED && line->presence != BARY_PRESENCE_ABSENT &&
          tie.a != G_MAXUINT && tie.b != G_MAXUINT)
        g_array_append_val (web->ties, tie);
    }
}

/* A vertex is counted by its organisation, or by its body. */
static void
count_vertex (BaryFigureCount   *count,
              BaryNetworkFigure *figure,
              guint              node)
{
  int organisation = bary_network_node (count->network, node)->organisation;
  guint number = (guint) organisation;

  if (organisation >= 0)
    g_array_append_val (figure->organisations, number);
  else
    g_array_append_val (figure->nodes, node);
}

static void
add_joints (BaryFigureCount *count,
            const Web       *web)
{
  BaryNetworkFigure *figure = bary_figure_count_get (count, bary_figure_count_add (count, BARY_FIGURE_JOINTS, NULL, NULL));
  g_autofree guint8 *joints = bary_centrality_find_joints (web->nodes->len, (const BaryTie *) (void *) web->ties->data, web->ties->len);

  for (guint v = 0; v < web->nodes->len; v++)
    if (joints[v])
      {
        count_vertex (count, figure, g_array_index (web->nodes, guint, v));
        figure->value++;
      }
  bary_figure_count_finish (count, figure);
}

typedef struct {
  guint   vertex;
  guint   hash;
  double  value;
  const char *id;
} Rank;

static guint
hash_id (const char *id)
{
  guint hash = SEED;

  for (; *id != '\0'; id++)
    hash = (hash ^ (guchar) *id) * 16777619u;
  return hash;
}

static int
compare_hashes (const void *a,
                const void *b)
{
  const Rank *x = a, *y = b;

  if (x->hash != y->hash)
    return x->hash < y->hash ? -1 : 1;
  return strcmp (x->id, y->id);
}

static int
compare_values (const void *a,
                const void *b)
{
  const Rank *x = a, *y = b;

  if (x->value != y->value)
    return x->value > y->value ? -1 : 1;
  return strcmp (x->id, y->id);
}

static double *
measure_between (const Web *web,
                 Rank      *ranks,
                 gboolean   estimated)
{
  guint sources[BARY_FIGURES_SOURCES];
  guint n = web->nodes->len;

  if (estimated)
    {
      qsort (ranks, n, sizeof *ranks, compare_hashes);
      for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
        sources[i] = ranks[i].vertex;
    }
  return bary_centrality_betweenness (n, (const BaryTie *) (void *) web->ties->data, web->ties->len,
                                      estimated ? sources : NULL, G_N_ELEMENTS (sources));
}

static void
add_between (BaryFigureCount *count,
             const Web       *web)
{
  BaryNetworkFigure *figure = bary_figure_count_get (count, bary_figure_count_add (count, BARY_FIGURE_BETWEEN, NULL, NULL));
  guint n = web->nodes->len;
  g_autofree Rank *ranks = g_new0 (Rank, n + 1);
  g_autofree double *values = NULL;

  figure->estimated = n > BARY_FIGURES_EXACT;
  for (guint v = 0; v < n; v++)
    {
      const char *id = bary_network_node (count->network, g_array_index (web->nodes, guint, v))->record;

      ranks[v] = (Rank) { v, hash_id (id), 0, id };
    }
  values = measure_between (web, ranks, figure->estimated);
  for (guint i = 0; i < n; i++)
    ranks[i].value = values[ranks[i].vertex];
  qsort (ranks, n, sizeof *ranks, compare_values);
  for (guint i = 0; i < MIN (n, BARY_FIGURES_MOST_BETWEEN) && ranks[i].value > 0; i++)
    {
      guint node = g_array_index (web->nodes, guint, ranks[i].vertex);

      count_vertex (count, figure, node);
      g_array_append_val (figure->ranked, node);
      g_array_append_val (figure->values, ranks[i].value);
    }
  figure->value = figure->values->len > 0 ? g_array_index (figure->values, double, 0) : 0;
  bary_figure_count_finish (count, figure);
}

void
bary_figure_count_add_ties (BaryFigureCount *self)
{
  g_auto (Web) web = { NULL };

  web_init (&web, self->network);
  add_joints (self, &web);
  add_between (self, &web);
}
