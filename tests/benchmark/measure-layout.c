/* measure-layout NODES SEED PLACES [OLD-PLACES]: how good a drawing of a random network is, as JSON. A line "x y" of PLACES
 * for each node, in order; there may be one node more than in the network or in OLD-PLACES, a school that was added.
 * measure-layout --write NODES SEED NAME: writes the network as NAME.json and NAME.dot, with the added school as NAME+1.json.
 * With --tree before NODES it is a tree, and directed for Graphviz; with --folded its labels are folded. */

#include "bary-quality.h"
#include "bary-random-graph.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FOLDED_LETTERS 18

typedef enum {
  NETWORK,
  TREE,
  FOLDED,
} Kind;

/* One school with ties to a barycenter and to a partner of its cluster. */
static void
add_school (BaryRandomGraph *random)
{
  guint centre = random->nodes->len / 2, partner, school;
  int cluster;

  while (g_array_index (random->nodes, BaryGraphNode, centre).role != BARY_ROLE_BARYCENTER)
    centre = centre > 0 ? centre - 1 : random->nodes->len - 1;
  cluster = g_array_index (random->nodes, BaryGraphNode, centre).cluster;
  for (partner = centre; partner + 1 < random->nodes->len; partner++)
    if (g_array_index (random->nodes, BaryGraphNode, partner).cluster == cluster &&
        g_array_index (random->nodes, BaryGraphNode, partner).level == 2)
      break;
  school = bary_random_graph_add (random, "ГБОУ СОШ № 352", BARY_ROLE_MEMBER, cluster, 0, 2);
  bary_random_graph_tie (random, centre, school);
  bary_random_graph_tie (random, partner, school);
  bary_random_graph_finish (random);
}

static BaryRandomGraph *
make (guint    n,
      guint64  seed,
      Kind     kind)
{
  BaryRandomGraph *random = bary_random_graph_new (n, seed);

  if (kind == TREE)
    bary_random_graph_keep_tree (random);
  if (kind == FOLDED)
    bary_random_graph_fold (random, FOLDED_LETTERS);
  return random;
}

static void
write_file (const char *name,
            const char *ending,
            char       *text)
{
  g_autofree char *path = g_strconcat (name, ending, NULL);
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (path, text, -1, &error))
    g_error ("%s", error->message);
  g_free (text);
}

static double *
read_places (const char *path,
             guint      *n)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  GArray *places = g_array_new (FALSE, FALSE, sizeof (double));
  char *at, *end;

  if (!g_file_get_contents (path, &text, NULL, &error))
    g_error ("%s", error->message);
  for (at = text;; at = end)
    {
      double number = g_ascii_strtod (at, &end);

      if (end == at)
        break;
      g_array_append_val (places, number);
    }
  *n = places->len / 2;
  return (double *) g_array_free (places, FALSE);
}

typedef struct {
  double *x, *y, *width, *height;
  int    *cluster, *group;
  GArray *ties;
} Parts;

/* Each tie once. */
static GArray *
collect_ties (BaryRandomGraph *random)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GArray *ties = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < random->edges->len; i++)
    {
      const BaryGraphEdge *edge = &g_array_index (random->edges, BaryGraphEdge, i);
      gint64 key = (gint64) MIN (edge->a, edge->b) << 32 | MAX (edge->a, edge->b);

      if (edge->a != edge->b && g_hash_table_add (seen, g_memdup2 (&key, sizeof key)))
        {
          g_array_append_val (ties, edge->a);
          g_array_append_val (ties, edge->b);
        }
    }
  return ties;
}

static BaryDrawing
make_drawing (BaryRandomGraph *random,
              const double    *places,
              Parts           *parts)
{
  guint n = random->nodes->len;

  *parts = (Parts) { g_new (double, n), g_new (double, n), g_new (double, n), g_new (double, n), g_new (int, n), g_new (int, n),
                     collect_ties (random) };
  for (guint i = 0; i < n; i++)
    {
      const BaryGraphNode *node = &g_array_index (random->nodes, BaryGraphNode, i);

      parts->x[i] = places[2 * i];
      parts->y[i] = places[2 * i + 1];
      parts->width[i] = node->width;
      parts->height[i] = node->height;
      parts->cluster[i] = node->cluster;
      parts->group[i] = node->group;
    }
  return (BaryDrawing) { n, parts->x, parts->y, parts->width, parts->height, parts->cluster, parts->group,
                         parts->ties->len / 2, (const guint *) parts->ties->data };
}

static void
clear_parts (Parts *parts)
{
  g_free (parts->x);
  g_free (parts->y);
  g_free (parts->width);
  g_free (parts->height);
  g_free (parts->cluster);
  g_free (parts->group);
  g_array_unref (parts->ties);
}

static void
print_number (const char *name,
              double      number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  printf ("\"%s\": %s, ", name, isfinite (number) ? g_ascii_formatd (text, sizeof text, "%.6g", number) : "null");
}

static void
compare (guint        n,
         guint64      seed,
         BaryDrawing *drawing,
         const char  *path)
{
  g_autoptr (BaryRandomGraph) random = bary_random_graph_new (n, seed);
  guint n_old;
  g_autofree double *places = read_places (path, &n_old);
  Parts parts;
  BaryDrawing old = make_drawing (random, places, &parts);
  double moved, swapped;

  bary_quality_compare (drawing, &old, old.n, &moved, &swapped);
  print_number ("moved", moved);
  print_number ("swapped", swapped);
  clear_parts (&parts);
}

static int
measure (guint       n,
         guint64     seed,
         Kind        kind,
         const char *path,
         const char *old)
{
  g_autoptr (BaryRandomGraph) random = make (n, seed, kind);
  guint n_places;
  g_autofree double *places = read_places (path, &n_places);
  BaryDrawing drawing;
  BaryQuality quality;
  Parts parts;

  if (n_places > random->nodes->len)
    add_school (random);
  if (n_places != random->nodes->len)
    g_error ("%s: %u places for %u nodes", path, n_places, random->nodes->len);
  drawing = make_drawing (random, places, &parts);
  bary_quality_measure (&drawing, &quality);
  printf ("{");
  print_number ("stress", quality.stress);
  print_number ("label_hits", quality.label_hits);
  print_number ("cluster_silhouette", quality.cluster_silhouette);
  print_number ("group_silhouette", quality.group_silhouette);
  print_number ("hull_fill", quality.hull_fill);
  print_number ("aspect", quality.aspect);
  print_number ("tie_length", quality.tie_length);
  if (old != NULL)
    compare (n, seed, &drawing, old);
  printf ("\"crossings\": %" G_GUINT64_FORMAT ", \"overlaps\": %" G_GUINT64_FORMAT "}\n", quality.crossings, quality.overlaps);
  clear_parts (&parts);
  return 0;
}

static int
write_all (guint       n,
           guint64     seed,
           Kind        kind,
           const char *name)
{
  g_autoptr (BaryRandomGraph) random = make (n, seed, kind);

  write_file (name, ".json", bary_random_graph_to_json (random));
  write_file (name, ".dot", bary_random_graph_to_dot (random, kind == TREE));
  add_school (random);
  write_file (name, "+1.json", bary_random_graph_to_json (random));
  return 0;
}

static gboolean
take_word (int         *argc,
           char      ***argv,
           const char  *word)
{
  if (*argc < 2 || strcmp ((*argv)[1], word) != 0)
    return FALSE;

  ++*argv;
  --*argc;
  return TRUE;
}

int
main (int   argc,
      char *argv[])
{
  gboolean writes = take_word (&argc, &argv, "--write");
  Kind kind = take_word (&argc, &argv, "--tree") ? TREE : take_word (&argc, &argv, "--folded") ? FOLDED : NETWORK;

  if (argc == 4 && writes)
    return write_all ((guint) atoi (argv[1]), (guint64) atoi (argv[2]), kind, argv[3]);
  if ((argc == 4 || argc == 5) && !writes)
    return measure ((guint) atoi (argv[1]), (guint64) atoi (argv[2]), kind, argv[3], argv[4]);

  fprintf (stderr, "Usage: measure-layout [--write] [--tree|--folded] NODES SEED PLACES|NAME [OLD-PLACES]\n");
  return 2;
}
