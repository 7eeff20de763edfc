#include "bary-network-path.h"

/* Organisations are searched, not nodes: `records` gives each node its organisation's number. */
typedef struct {
  const BaryNetwork *network;
  guint             *records; /* of each node */
  guint              n_records;
  guint             *starts;  /* of each organisation, in `others`; one more at the end */
  guint             *others;  /* nodes at the other ends of its lines */
  guint             *own;     /* the node whose line that is */
} Ties;

static void
number_records (Ties *ties)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *nodes = ties->network->nodes;

  ties->records = g_new (guint, nodes->len + 1);
  for (guint i = 0; i < nodes->len; i++)
    {
      const BaryNetworkNode *node = bary_network_node (ties->network, i);
      const char *key = node->record != NULL ? node->record : node->id;
      gpointer number = g_hash_table_lookup (seen, key);

      if (number == NULL)
        {
          number = GUINT_TO_POINTER (++ties->n_records);
          g_hash_table_insert (seen, (gpointer) key, number);
        }
      ties->records[i] = GPOINTER_TO_UINT (number) - 1;
    }
}

static gboolean
is_there (BaryPresence presence)
{
  return presence != BARY_PRESENCE_JOINED && presence != BARY_PRESENCE_ABSENT;
}

static void
put (Ties  *ties,
     guint *fill,
     guint  from,
     guint  to)
{
  guint place = fill[ties->records[from]]++;

  ties->others[place] = to;
  ties->own[place] = from;
}

static void
gather_ties (Ties *ties)
{
  GArray *lines = ties->network->lines;
  g_autofree guint *fill = g_new0 (guint, ties->n_records + 1);

  ties->starts = g_new0 (guint, ties->n_records + 1);
  ties->others = g_new (guint, 2 * lines->len + 1);
  ties->own = g_new (guint, 2 * lines->len + 1);
  for (guint i = 0; i < lines->len; i++)
    if (is_there (bary_network_line (ties->network, i)->presence))
      {
        ties->starts[ties->records[bary_network_line (ties->network, i)->a] + 1]++;
        ties->starts[ties->records[bary_network_line (ties->network, i)->b] + 1]++;
      }
  for (guint i = 0; i < ties->n_records; i++)
    {
      ties->starts[i + 1] += ties->starts[i];
      fill[i] = ties->starts[i];
    }
  for (guint i = 0; i < lines->len; i++)
    if (is_there (bary_network_line (ties->network, i)->presence))
      {
        put (ties, fill, bary_network_line (ties->network, i)->a, bary_network_line (ties->network, i)->b);
        put (ties, fill, bary_network_line (ties->network, i)->b, bary_network_line (ties->network, i)->a);
      }
}

static void
ties_clear (Ties *ties)
{
  g_free (ties->records);
  g_free (ties->starts);
  g_free (ties->others);
  g_free (ties->own);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ties, ties_clear)

/* The way back from the goal, by the nodes that the lines lead to and from. */
static void
trace_back (const Ties  *ties,
            const guint *by,
            guint        from,
            guint        to,
            GArray      *nodes)
{
  guint at = ties->records[to], start = ties->records[from];
  guint node = ties->others[by[at]];

  g_array_append_val (nodes, node);
  while (at != start)
    {
      node = ties->own[by[at]];
      g_array_append_val (nodes, node);
      at = ties->records[node];
    }
  for (guint i = 0; i < nodes->len / 2; i++)
    {
      guint other = g_array_index (nodes, guint, nodes->len - 1 - i);

      g_array_index (nodes, guint, nodes->len - 1 - i) = g_array_index (nodes, guint, i);
      g_array_index (nodes, guint, i) = other;
    }
}

static void
search (const Ties *ties,
        guint       from,
        guint       to,
        GArray     *nodes)
{
  g_autofree guint *by = g_new (guint, ties->n_records + 1);
  g_autofree guint8 *seen = g_new0 (guint8, ties->n_records + 1);
  g_autofree guint *queue = g_new (guint, ties->n_records + 1);
  guint head = 0, tail = 0, goal = ties->records[to];

  queue[tail++] = ties->records[from];
  seen[ties->records[from]] = TRUE;
  while (head < tail && !seen[goal])
    {
      guint at = queue[head++];

      for (guint i = ties->starts[at]; i < ties->starts[at + 1]; i++)
        {
          guint next = ties->records[ties->others[i]];

          if (seen[next])
            continue;
          seen[next] = TRUE;
          by[next] = i;
          queue[tail++] = next;
        }
    }
  if (seen[goal])
    trace_back (ties, by, from, to, nodes);
}

/* One organisation: everywhere it stands. */
static void
find_places (const Ties *ties,
             guint       from,
             guint       to,
             GArray     *nodes)
{
  for (guint i = 0; i < ties->network->nodes->len; i++)
    if (i == from || i == to ||
        (ties->records[i] == ties->records[from] && is_there (bary_network_node (ties->network, i)->presence)))
      g_array_append_val (nodes, i);
}

/* What is shared */

static void
find_shared_neighbours (const Ties *ties,
                        guint       from,
                        guint       to,
                        GArray     *neighbours)
{
  guint a = ties->records[from], b = ties->records[to];
  g_autofree guint8 *set = g_new0 (guint8, ties->n_records + 1);

  for (guint i = ties->starts[a]; i < ties->starts[a + 1]; i++)
    set[ties->records[ties->others[i]]] = a != b;
  set[a] = set[b] = 0;
  for (guint i = ties->starts[b]; i < ties->starts[b + 1]; i++)
    if (set[ties->records[ties->others[i]]] == 1)
      {
        set[ties->records[ties->others[i]]] = 2;
        g_array_append_val (neighbours, ties->others[i]);
      }
}

static guint
statuses_of (const Ties *ties,
             guint       record)
{
  guint statuses = 0;

  for (guint i = 0; i < ties->network->nodes->len; i++)
    if (ties->records[i] == record)
      statuses |= bary_network_node (ties->network, i)->statuses;
  return statuses;
}

BaryNetworkPath *
bary_network_path_new (const BaryNetwork *network,
                       guint              from,
                       guint              to)
{
  BaryNetworkPath *self = g_new0 (BaryNetworkPath, 1);
  g_auto (Ties) ties = { network };

  self->nodes = g_array_new (FALSE, FALSE, sizeof (guint));
  self->neighbours = g_array_new (FALSE, FALSE, sizeof (guint));
  g_return_val_if_fail (from < network->nodes->len && to < network->nodes->len, self);

  number_records (&ties);
  gather_ties (&ties);
  self->same = ties.records[from] == ties.records[to];
  if (self->same)
    find_places (&ties, from, to, self->nodes);
  else
    search (&ties, from, to, self->nodes);
  find_shared_neighbours (&ties, from, to, self->neighbours);
  self->statuses = statuses_of (&ties, ties.records[from]) & statuses_of (&ties, ties.records[to]);
  return self;
}

void
bary_network_path_free (BaryNetworkPath *self)
{
  g_array_unref (self->nodes);
  g_array_unref (self->neighbours);
  g_free (self);
}
