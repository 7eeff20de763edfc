#include "bary-random-graph.h"

#include "bary-turns.h"

#include <math.h>

#define N_DIRECTIONS 8
#define N_GROUPS 4
#define LETTER_WIDTH 6.0
#define LINE_HEIGHT 14.0

static const char *const directions[N_DIRECTIONS] = {
  "Читательская грамотность", "Равные возможности", "Цифровая школа", "Воспитание и взросление",
  "Таланты", "Молодой педагог", "Инженерный класс", "Качество образования"
};
static const char *const kinds[N_GROUPS][3] = {
  { "ГБОУ СОШ № %u", "Гимназия № %u имени Д. С. Лихачёва", "Лицей № %u с углублённым изучением математики" },
  { "Библиотека № %u района", "Информационно-методический центр № %u", "Медиатека лицея № %u" },
  { "Кафедра педагогики, группа № %u", "Лаборатория функциональной грамотности № %u", "Научный совет № %u" },
  { "Дом детского творчества № %u", "Детский сад № %u «Солнышко» компенсирующего вида", "Музей школы № %u" },
};
static const char *const groups[N_GROUPS] = { "А", "Б", "В", "Г" };

static guint
below (BaryRandomGraph *self,
       guint            n)
{
  return (guint) (bary_turns_draw (&self->chance) % n);
}

static guint
between (BaryRandomGraph *self,
         guint            least,
         guint            most)
{
  return least + below (self, most - least + 1);
}

static gboolean
happens (BaryRandomGraph *self,
         double           share)
{
  return bary_turns_share (&self->chance) < share;
}

/* By hand */

BaryRandomGraph *
bary_random_graph_new_empty (void)
{
  BaryRandomGraph *self = g_new0 (BaryRandomGraph, 1);

  self->labels = g_ptr_array_new_with_free_func (g_free);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->nodes = g_array_new (FALSE, TRUE, sizeof (BaryGraphNode));
  self->edges = g_array_new (FALSE, TRUE, sizeof (BaryGraphEdge));
  self->clusters = g_array_new (FALSE, TRUE, sizeof (BaryGraphCluster));
  self->districts = g_array_new (FALSE, TRUE, sizeof (BaryGraphDistrict));
  return self;
}

void
bary_random_graph_free (BaryRandomGraph *self)
{
  g_ptr_array_unref (self->labels);
  g_ptr_array_unref (self->ids);
  g_array_unref (self->nodes);
  g_array_unref (self->edges);
  g_array_unref (self->clusters);
  g_array_unref (self->districts);
  g_free (self);
}

static const char *
keep_id (BaryRandomGraph *self,
         char             letter,
         guint            number)
{
  g_ptr_array_add (self->ids, g_strdup_printf ("%c%u", letter, number));
  return self->ids->pdata[self->ids->len - 1];
}

guint
bary_random_graph_add (BaryRandomGraph *self,
                       const char      *label,
                       BaryNodeRole     role,
                       int              cluster,
                       int              group,
                       int              level)
{
  BaryGraphNode node = { keep_id (self, 'n', self->nodes->len), LETTER_WIDTH * (double) g_utf8_strlen (label, -1), LINE_HEIGHT,
                         role, -1, cluster, group, level, 1, NAN, NAN, FALSE };

  if (cluster >= 0)
    node.district = g_array_index (self->clusters, BaryGraphCluster, cluster).district;
  g_ptr_array_add (self->labels, g_strdup (label));
  g_array_append_val (self->nodes, node);
  return self->nodes->len - 1;
}

void
bary_random_graph_tie (BaryRandomGraph *self,
                       guint            a,
                       guint            b)
{
  BaryGraphEdge edge = { a, b };

  g_array_append_val (self->edges, edge);
}

int
bary_random_graph_add_cluster (BaryRandomGraph *self,
                               int              district)
{
  BaryGraphCluster cluster = { keep_id (self, 'c', self->clusters->len), district, BARY_ARRANGEMENT_GROUPS, N_GROUPS };

  g_array_append_val (self->clusters, cluster);
  return (int) self->clusters->len - 1;
}

void
bary_random_graph_finish (BaryRandomGraph *self)
{
  self->graph = (BaryGraph) {
    (const BaryGraphNode *) self->nodes->data, self->nodes->len, (const BaryGraphEdge *) self->edges->data, self->edges->len,
    (const BaryGraphCluster *) self->clusters->data, self->clusters->len,
    (const BaryGraphDistrict *) self->districts->data, self->districts->len,
  };
}

/* Districts */

typedef struct {
  guint   barycenters[N_DIRECTIONS];
  guint   wanted[N_DIRECTIONS];  /* members */
  int     clusters[N_DIRECTIONS];
  GArray *members[N_DIRECTIONS]; /* guint */
  GArray *partners;              /* guint */
  guint   n_clusters;
} District;

static guint
add_party (BaryRandomGraph *self,
           int              cluster,
           int              group,
           int              level)
{
  g_autofree char *label = NULL;
  g_auto (GStrv) parts = g_strsplit (kinds[group][below (self, 3)], "%u", 2);

  label = g_strdup_printf ("%s%u%s", parts[0], between (self, 1, 699), parts[1]);
  return bary_random_graph_add (self, label, BARY_ROLE_MEMBER, cluster, group, level);
}

static void
add_bodies (BaryRandomGraph *self,
            District        *district,
            int              number,
            int              region)
{
  guint council = 0;

  if (district->n_clusters > 1)
    {
      council = bary_random_graph_add (self, "Координационный совет района", BARY_ROLE_COUNCIL, -1, -1, 1);
      g_array_index (self->nodes, BaryGraphNode, council).district = number;
      if (region >= 0)
        bary_random_graph_tie (self, (guint) region, council);
    }
  for (guint i = 0; i < district->n_clusters; i++)
    {
      g_autofree char *label = g_strdup_printf ("Опорный центр: %s", directions[i]);
      g_autofree char *experts = g_strdup_printf ("Экспертная группа: %s", directions[i]);
      guint group;

      district->clusters[i] = bary_random_graph_add_cluster (self, number);
      district->barycenters[i] = bary_random_graph_add (self, label, BARY_ROLE_BARYCENTER, district->clusters[i], -1, 1);
      district->members[i] = g_array_new (FALSE, FALSE, sizeof (guint));
      if (district->n_clusters == 1)
        continue;
      group = bary_random_graph_add (self, experts, BARY_ROLE_EXPERTS, district->clusters[i], -1, 1);
      bary_random_graph_tie (self, council, group);
      for (guint j = between (self, 1, 2); j > 0; j--)
        {
          guint team = bary_random_graph_add (self, "Команда района", BARY_ROLE_TEAM, district->clusters[i], -1, 1);

          bary_random_graph_tie (self, group, team);
          bary_random_graph_tie (self, team, district->barycenters[i]);
        }
    }
}

static void
join (BaryRandomGraph *self,
      District        *district,
      guint            partner,
      guint            direction)
{
  g_array_append_val (district->members[direction], partner);
  bary_random_graph_tie (self, district->barycenters[direction], partner);
}

static gboolean
is_in (GArray *list,
       guint   node)
{
  for (guint i = 0; i < list->len; i++)
    if (g_array_index (list, guint, i) == node)
      return TRUE;
  return FALSE;
}

/* One that it is not in and that still wants members, if there is any. */
static void
join_another (BaryRandomGraph *self,
              District        *district,
              guint            partner)
{
  guint open[N_DIRECTIONS], n_open = 0;

  for (guint i = 0; i < district->n_clusters; i++)
    if (district->members[i]->len < district->wanted[i] && !is_in (district->members[i], partner))
      open[n_open++] = i;
  if (n_open > 0)
    join (self, district, partner, open[below (self, n_open)]);
}

/* A third of them also join other clusters, where there is room. */
static void
add_partners (BaryRandomGraph *self,
              District        *district,
              guint            room)
{
  static const int shares[16] = { 0, 0, 0, 0, 0, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3, 0 };

  for (guint i = 0; i < district->n_clusters; i++)
    district->wanted[i] = MIN (between (self, 10, 25), MAX (4, room * 55 / 100 / district->n_clusters + 6));
  for (guint i = 0; i < district->n_clusters; i++)
    while (district->members[i]->len < district->wanted[i] && district->partners->len < MAX (4, room * 3 / 4))
      {
        guint partner = add_party (self, district->clusters[i], shares[below (self, 16)], 2);

        g_array_append_val (district->partners, partner);
        join (self, district, partner, i);
        for (guint more = happens (self, 0.33) + happens (self, 0.1); more > 0; more--)
          join_another (self, district, partner);
      }
}

static int
group_of (BaryRandomGraph *self,
          guint            node)
{
  return g_array_index (self->nodes, BaryGraphNode, node).group;
}

static guint
pick (BaryRandomGraph *self,
      GArray          *list)
{
  return g_array_index (list, guint, below (self, list->len));
}

/* The information and science partners of a cluster work with its schools. */
static void
tie_partners (BaryRandomGraph *self,
              GArray          *members)
{
  g_autoptr (GArray) schools = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < members->len; i++)
    if (group_of (self, g_array_index (members, guint, i)) == 0)
      g_array_append_val (schools, g_array_index (members, guint, i));
  for (guint i = 0; i < members->len && schools->len > 0; i++)
    {
      guint member = g_array_index (members, guint, i);

      if (group_of (self, member) == 1 || group_of (self, member) == 2)
        for (guint j = between (self, 1, 2); j > 0; j--)
          bary_random_graph_tie (self, member, pick (self, schools));
    }
}

static void
add_sites (BaryRandomGraph *self,
           District        *district,
           guint            until)
{
  while (self->nodes->len < until && district->partners->len > 0)
    {
      guint partner = pick (self, district->partners);
      int cluster = g_array_index (self->nodes, BaryGraphNode, partner).cluster;
      guint site = add_party (self, cluster, group_of (self, partner), 3);

      bary_random_graph_tie (self, partner, site);
      if (happens (self, 0.12))
        bary_random_graph_tie (self, pick (self, district->partners), site);
    }
}

static void
tie_districts (BaryRandomGraph *self,
               const District  *before,
               const District  *district)
{
  for (guint i = 0; i < district->n_clusters; i++)
    if (happens (self, 0.35))
      bary_random_graph_tie (self, before->barycenters[i], district->barycenters[i]);
  for (guint i = 0; i < 2; i++)
    bary_random_graph_tie (self, pick (self, before->partners), district->barycenters[below (self, district->n_clusters)]);
}

static District
add_district (BaryRandomGraph *self,
              guint            n_clusters,
              int              region,
              guint            quota)
{
  BaryGraphDistrict record = { keep_id (self, 'd', self->districts->len), -1 };
  District district = { .partners = g_array_new (FALSE, FALSE, sizeof (guint)), .n_clusters = n_clusters };
  guint start = self->nodes->len, used;

  g_array_append_val (self->districts, record);
  add_bodies (self, &district, (int) self->districts->len - 1, region);
  used = self->nodes->len - start;
  add_partners (self, &district, quota > used ? quota - used : 0);
  for (guint i = 0; i < n_clusters; i++)
    tie_partners (self, district.members[i]);
  add_sites (self, &district, start + quota);
  return district;
}

static void
clear_district (District *district)
{
  for (guint i = 0; i < district->n_clusters; i++)
    g_array_unref (district->members[i]);
  g_clear_pointer (&district->partners, g_array_unref);
  district->n_clusters = 0;
}

BaryRandomGraph *
bary_random_graph_new (guint   n_nodes,
                       guint64 seed)
{
  BaryRandomGraph *self = bary_random_graph_new_empty ();
  guint n_districts = MAX (1, (n_nodes + 150) / 300), n_clusters = n_nodes >= 200 ? N_DIRECTIONS : CLAMP (n_nodes / 28, 1, N_DIRECTIONS);
  District before = { .n_clusters = 0 };
  int region = -1;

  self->chance = seed * 1000003 + n_nodes;
  if (n_districts > 1)
    region = (int) bary_random_graph_add (self, "Региональный методический центр", BARY_ROLE_REGION, -1, -1, 1);
  for (guint i = 0; i < n_districts; i++)
    {
      District district = add_district (self, n_clusters, region, (n_nodes - MIN (self->nodes->len, n_nodes)) / (n_districts - i));

      if (i > 0)
        tie_districts (self, &before, &district);
      clear_district (&before);
      before = district;
    }
  clear_district (&before);
  bary_random_graph_finish (self);
  return self;
}

static guint
height_of (BaryRandomGraph *self,
           guint            node)
{
  static const guint heights[] = { 5, 4, 0, 1, 2, 3 };
  const BaryGraphNode *it = &g_array_index (self->nodes, BaryGraphNode, node);

  return heights[it->role] + (it->level == 3);
}

void
bary_random_graph_keep_tree (BaryRandomGraph *self)
{
  g_autofree gboolean *hangs = g_new0 (gboolean, self->nodes->len + 1);
  guint n = 0;

  for (guint i = 0; i < self->edges->len; i++)
    {
      BaryGraphEdge edge = g_array_index (self->edges, BaryGraphEdge, i);

      if (height_of (self, edge.a) > height_of (self, edge.b))
        edge = (BaryGraphEdge) { edge.b, edge.a };
      if (height_of (self, edge.a) == height_of (self, edge.b) || hangs[edge.b])
        continue;
      hangs[edge.b] = TRUE;
      g_array_index (self->edges, BaryGraphEdge, n++) = edge;
    }
  g_array_set_size (self->edges, n);
  bary_random_graph_finish (self);
}

void
bary_random_graph_fold (BaryRandomGraph *self,
                        guint            letters)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      BaryGraphNode *node = &g_array_index (self->nodes, BaryGraphNode, i);
      g_auto (GStrv) words = g_strsplit (self->labels->pdata[i], " ", -1);
      glong line = 0, longest = 0;
      guint n_lines = 1;

      for (guint j = 0; words[j] != NULL; j++)
        {
          glong length = g_utf8_strlen (words[j], -1);

          if (line > 0 && line + 1 + length > (glong) letters)
            {
              line = 0;
              n_lines++;
            }
          line += length + (line > 0);
          longest = MAX (longest, line);
        }
      node->width = LETTER_WIDTH * (double) longest;
      node->height = LINE_HEIGHT * n_lines;
    }
}

/* Shuffling */

static guint *
shuffle_numbers (guint64 *chance,
                 guint    n)
{
  guint *places = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    {
      guint other = (guint) (bary_turns_draw (chance) % (i + 1));

      places[i] = i;
      places[i] = places[other];
      places[other] = i;
    }
  return places;
}

BaryRandomGraph *
bary_random_graph_shuffle (BaryRandomGraph *self,
                           guint64          seed,
                           guint          **places)
{
  BaryRandomGraph *other = bary_random_graph_new_empty ();
  g_autofree guint *clusters = shuffle_numbers (&seed, self->clusters->len);
  g_autofree guint *edges = shuffle_numbers (&seed, self->edges->len);
  guint *nodes = shuffle_numbers (&seed, self->nodes->len);

  g_array_set_size (other->nodes, self->nodes->len);
  g_array_set_size (other->edges, self->edges->len);
  g_array_set_size (other->clusters, self->clusters->len);
  g_array_append_vals (other->districts, self->districts->data, self->districts->len);
  for (guint i = 0; i < self->clusters->len; i++)
    g_array_index (other->clusters, BaryGraphCluster, clusters[i]) = g_array_index (self->clusters, BaryGraphCluster, i);
  for (guint i = 0; i < self->nodes->len; i++)
    {
      BaryGraphNode *node = &g_array_index (other->nodes, BaryGraphNode, nodes[i]);

      *node = g_array_index (self->nodes, BaryGraphNode, i);
      if (node->cluster >= 0)
        node->cluster = (int) clusters[node->cluster];
    }
  for (guint i = 0; i < self->edges->len; i++)
    {
      BaryGraphEdge edge = g_array_index (self->edges, BaryGraphEdge, i);

      g_array_index (other->edges, BaryGraphEdge, edges[i]) = (BaryGraphEdge) { nodes[edge.b], nodes[edge.a] };
    }
  *places = nodes;
  bary_random_graph_finish (other);
  return other;
}

/* Files */

static const char *
role_name (const BaryGraphNode *node)
{
  static const char *const names[] = { "partner", "centre", "region", "council", "expert", "team" };

  return node->role == BARY_ROLE_MEMBER && node->level == 3 ? "site" : names[node->role];
}

char *
bary_random_graph_to_json (BaryRandomGraph *self)
{
  GString *out = g_string_new ("{\"nodes\":[\n");

  for (guint i = 0; i < self->nodes->len; i++)
    {
      const BaryGraphNode *node = &g_array_index (self->nodes, BaryGraphNode, i);

      g_string_append_printf (out, "{\"id\": %u, \"label\": \"%s\", \"w\": %.0f, \"h\": %.0f, \"group\": \"%s\", \"cluster\": %d, "
                              "\"level\": %d, \"role\": \"%s\"}%s\n", i, (char *) self->labels->pdata[i], node->width, node->height,
                              node->group >= 0 ? groups[node->group] : "Ц", node->cluster, node->level, role_name (node),
                              i + 1 < self->nodes->len ? "," : "");
    }
  g_string_append (out, "],\"edges\":[\n");
  for (guint i = 0; i < self->edges->len; i++)
    {
      const BaryGraphEdge *edge = &g_array_index (self->edges, BaryGraphEdge, i);

      g_string_append_printf (out, "[%u,%u]%s\n", edge->a, edge->b, i + 1 < self->edges->len ? "," : "");
    }
  g_string_append (out, "]}\n");
  return g_string_free (out, FALSE);
}

/* Ties once each, as everyone else is told of them: Graphviz would pull doubled ones twice. */
char *
bary_random_graph_to_dot (BaryRandomGraph *self,
                          gboolean         directed)
{
  GString *out = g_string_new (directed ? "digraph G {\n" : "graph G {\n");
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  g_string_append (out, "node [shape=box fixedsize=true fontsize=10];\n");
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const BaryGraphNode *node = &g_array_index (self->nodes, BaryGraphNode, i);
      char width[G_ASCII_DTOSTR_BUF_SIZE], height[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append_printf (out, "n%u [width=%s height=%s label=\"%s\"];\n", i,
                              g_ascii_formatd (width, sizeof width, "%.4f", node->width / 72),
                              g_ascii_formatd (height, sizeof height, "%.4f", node->height / 72), (char *) self->labels->pdata[i]);
    }
  for (guint i = 0; i < self->edges->len; i++)
    {
      const BaryGraphEdge *edge = &g_array_index (self->edges, BaryGraphEdge, i);
      gint64 key = (gint64) MIN (edge->a, edge->b) << 32 | MAX (edge->a, edge->b);

      if (edge->a != edge->b && g_hash_table_add (seen, g_memdup2 (&key, sizeof key)))
        g_string_append_printf (out, directed ? "n%u -> n%u;\n" : "n%u -- n%u;\n", edge->a, edge->b);
    }
  g_string_append (out, "}\n");
  return g_string_free (out, FALSE);
}
