#include "bary-network-rows.h"

/* Columns after the id; "from" and "to" stand first. @scope limits them to one cluster, whose id is ?1: the
 * organisations that were ever in it, and all that they are in. */
typedef struct {
  const char *columns;
  const char *source;
  const char *scope;  /* (nullable): needs no limit */
  const char *order;
  guint       n_cells;
  gboolean    referred; /* looked for by id */
  const char *id;       /* (nullable): another column than "id" */
} Table;

#define MEMBERS "(SELECT organisation FROM membership WHERE cluster = ?1 UNION " \
                "SELECT barycenter FROM cluster WHERE id = ?1 AND barycenter IS NOT NULL)"
#define CLUSTERS "(SELECT cluster FROM membership WHERE organisation IN " MEMBERS " UNION " \
                 "SELECT id FROM cluster WHERE barycenter IN " MEMBERS " OR id = ?1)"
#define AGREEMENTS "(SELECT agreement FROM party WHERE organisation IN " MEMBERS ")"

static const Table tables[BARY_N_ROWS] = {
  [BARY_ROWS_CENTRE] = { "NULL, NULL, t.name, t.district, t.region", "centre t", NULL, "t.id", 6, TRUE },
  [BARY_ROWS_ORGANISATION] = { "NULL, NULL, t.name, t.kind, t.centre, entry.sort_key",
                               "organisation t LEFT JOIN entry ON entry.record = t.id", "t.id IN " MEMBERS, "t.id", 7, TRUE },
  [BARY_ROWS_SCHEME] = { "NULL, NULL, t.arrangement", "scheme t", NULL, "t.id", 4, TRUE },
  [BARY_ROWS_GROUP] = { "NULL, NULL, t.name, t.scheme, t.full_name", "\"group\" t", NULL, "t.ordinal, t.name, t.id", 6 },
  [BARY_ROWS_CLUSTER] = { "t.\"from\", t.\"to\", t.name, t.full_name, t.centre, t.scheme, t.direction, t.barycenter, t.base_site",
                          "cluster t LEFT JOIN entry ON entry.record = t.id", "t.id IN " CLUSTERS, "entry.sort_key, t.id",
                          BARY_MOST_CELLS, TRUE },
  [BARY_ROWS_MEMBERSHIP] = { "t.\"from\", t.\"to\", t.cluster, t.organisation, t.\"group\"", "membership t",
                             "t.organisation IN " MEMBERS, "t.id", 6 },
  [BARY_ROWS_ROLE] = { "t.\"from\", t.\"to\", t.cluster, t.kind, person.name", "role t JOIN person ON person.id = t.person",
                       "t.cluster = ?1", "t.id", 6 },
  [BARY_ROWS_BODY] = { "t.\"from\", t.\"to\", t.name, t.kind, t.centre, t.cluster, t.organisation, t.parent", "body t",
                       "t.cluster = ?1", "t.id", 9, TRUE },
  [BARY_ROWS_BODY_MEMBER] = { "t.\"from\", t.\"to\", t.body, coalesce (t.organisation, person.organisation)",
                              "body_member t LEFT JOIN person ON person.id = t.person",
                              "t.body IN (SELECT id FROM body WHERE cluster = ?1)", "t.id", 5 },
  [BARY_ROWS_AGREEMENT] = { "t.date, t.valid_until, t.name, t.cluster", "agreement t",
                            "(t.cluster = ?1 OR t.id IN " AGREEMENTS ")", "t.id", 5, TRUE },
  [BARY_ROWS_PARTY] = { "NULL, NULL, t.agreement, t.organisation", "party t", "t.organisation IN " MEMBERS, "t.id", 5 },
  [BARY_ROWS_STATUS] = { "t.\"from\", t.\"to\", t.organisation, t.kind, t.state", "status t",
                         "t.organisation IN " MEMBERS, "t.id", 6 },
  [BARY_ROWS_LINK] = { "t.\"from\", t.\"to\", t.cluster, t.organisation, t.partner, t.kind", "link t",
                       "(t.organisation IN " MEMBERS " OR t.partner IN " MEMBERS ")", "t.id", 7 },
  [BARY_ROWS_PLACE] = { "NULL, NULL, t.picture, t.node, t.x, t.y, t.pinned", "place t", "t.cluster = ?1", "t.id", 8 },
  [BARY_ROWS_HIDDEN_GROUP] = { "NULL, NULL, t.cluster, t.\"group\"", "hidden_group t", "t.cluster = ?1", "t.id", 5 },
  [BARY_ROWS_LAYOUT] = { "NULL, NULL, t.picture, t.zone, t.x, t.y", "layout t",
                         "t.picture = 'cluster' AND t.node >= ?1 || '/' AND t.node < ?1 || '0'", "t.picture, t.node", 7, FALSE, "node" },
};

static void
append_row (BaryNetworkRows *self,
            BaryRows         kind,
            BaryStatement   *statement)
{
  BaryNetworkRow row = { { NULL } };

  for (guint i = 0; i < tables[kind].n_cells; i++)
    {
      const char *text = bary_statement_get_text (statement, (int) i);

      row.cell[i] = text != NULL ? g_string_chunk_insert (self->texts, text) : NULL;
    }
  g_array_append_val (self->rows[kind], row);
  if (tables[kind].referred)
    g_hash_table_insert (self->by_id[kind], (gpointer) row.cell[ROW_ID], GUINT_TO_POINTER (self->rows[kind]->len));
}

static gboolean
read_table (BaryNetworkRows  *self,
            BaryRows          kind,
            BaryDatabase     *database,
            const char       *cluster,
            GError          **error)
{
  const Table *table = &tables[kind];
  gboolean limited = cluster != NULL && table->scope != NULL;
  g_autofree char *sql = g_strdup_printf ("SELECT t.%s, %s FROM %s WHERE %s ORDER BY %s", table->id != NULL ? table->id : "id",
                                          table->columns, table->source, limited ? table->scope : "1", table->order);
  g_autoptr (BaryStatement) statement = bary_database_prepare (database, sql, error);
  BaryStep step;

  if (statement == NULL)
    return FALSE;

  if (limited)
    bary_statement_bind_text (statement, 0, cluster);
  while ((step = bary_statement_step (statement, error)) == BARY_STEP_ROW)
    append_row (self, kind, statement);
  return step == BARY_STEP_DONE;
}

BaryNetworkRows *
bary_network_rows_read (BaryDatabase  *database,
                        const char    *cluster,
                        GError       **error)
{
  g_autoptr (BaryNetworkRows) self = g_new0 (BaryNetworkRows, 1);

  self->texts = g_string_chunk_new (1 << 16);
  for (guint i = 0; i < BARY_N_ROWS; i++)
    {
      self->rows[i] = g_array_new (FALSE, FALSE, sizeof (BaryNetworkRow));
      self->by_id[i] = g_hash_table_new (g_str_hash, g_str_equal);
    }
  for (guint i = 0; i < BARY_N_ROWS; i++)
    if (!read_table (self, i, database, cluster, error))
      return NULL;
  return g_steal_pointer (&self);
}

void
bary_network_rows_free (BaryNetworkRows *self)
{
  for (guint i = 0; i < BARY_N_ROWS; i++)
    {
      g_clear_pointer (&self->rows[i], g_array_unref);
      g_clear_pointer (&self->by_id[i], g_hash_table_unref);
    }
  g_string_chunk_free (self->texts);
  g_free (self);
}

guint
bary_network_rows_count (const BaryNetworkRows *self,
                         BaryRows               kind)
{
  return self->rows[kind]->len;
}

const BaryNetworkRow *
bary_network_rows_get (const BaryNetworkRows *self,
                       BaryRows               kind,
                       guint                  i)
{
  return &g_array_index (self->rows[kind], BaryNetworkRow, i);
}

int
bary_network_rows_find (const BaryNetworkRows *self,
                        BaryRows               kind,
                        const char            *id)
{
  return id != NULL ? (int) GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id[kind], id)) - 1 : -1;
}
