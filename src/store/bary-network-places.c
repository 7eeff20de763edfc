#include "bary-network-builder.h"
#include "bary-place.h"

#include <math.h>
#include <string.h>

const char *
bary_builder_get_zone (const BaryNetwork     *network,
                       const BaryNetworkNode *node)
{
  if (node->group < 0 || node->cluster < 0 || node->role == BARY_ROLE_BARYCENTER)
    return NULL;
  return g_array_index (bary_network_cluster (network, node->cluster)->groups, BaryNetworkGroup, node->group).id;
}

/* The word that its places are kept under. */
static const char *
get_picture (const BaryNetwork *network)
{
  return bary_place_pictures[network->free ? BARY_PLACE_FREE : (guint) network->picture].word;
}

static void
put (BaryNetworkNode *node,
     const char      *x,
     const char      *y)
{
  node->x = g_ascii_strtod (x, NULL);
  node->y = g_ascii_strtod (y, NULL);
  node->placed = TRUE;
}

static void
add_kept (BaryNetworkBuilder *self,
          const char         *picture)
{
  for (guint i = 0; i < bary_network_rows_count (self->rows, BARY_ROWS_LAYOUT); i++)
    {
      const char *const *cell = bary_network_rows_get (self->rows, BARY_ROWS_LAYOUT, i)->cell;
      int found = g_str_equal (cell[LAYOUT_PICTURE], picture) ? bary_builder_find_node (self, cell[ROW_ID]) : -1;
      BaryNetworkNode *node = found >= 0 ? bary_network_node (self->network, found) : NULL;

      if (node != NULL && g_strcmp0 (cell[LAYOUT_ZONE], bary_builder_get_zone (self->network, node)) == 0)
        put (node, cell[LAYOUT_X], cell[LAYOUT_Y]);
    }
}

void
bary_builder_add_places (BaryNetworkBuilder *self)
{
  const char *picture = get_picture (self->network);

  add_kept (self, picture);
  for (guint i = 0; i < bary_network_rows_count (self->rows, BARY_ROWS_PLACE); i++)
    {
      const char *const *cell = bary_network_rows_get (self->rows, BARY_ROWS_PLACE, i)->cell;
      int found = g_str_equal (cell[PLACE_PICTURE], picture) ? bary_builder_find_node (self, cell[PLACE_NODE]) : -1;
      BaryNetworkNode *node = found >= 0 ? bary_network_node (self->network, found) : NULL;

      if (node == NULL || (cell[PLACE_PINNED] == NULL && node->placed))
        continue;
      put (node, cell[PLACE_X], cell[PLACE_Y]);
      node->pinned = cell[PLACE_PINNED] != NULL;
    }
}

/* Keeping */

/* What stands for nothing any more. */
static gboolean
sweep (BaryDatabase  *database,
       GError       **error)
{
  return bary_database_execute (
    database, "DELETE FROM layout WHERE substr (node, 1, 36) NOT IN (SELECT id FROM cluster UNION ALL SELECT id FROM body)", error);
}

static gboolean
keep_nodes (BaryDatabase       *database,
            const BaryNetwork  *network,
            const BaryBox      *boxes,
            GError            **error)
{
  g_autoptr (BaryStatement) statement = bary_database_prepare (
    database, "INSERT INTO layout (picture, node, zone, x, y) VALUES (?, ?, ?, ?, ?) ON CONFLICT (picture, node) "
    "DO UPDATE SET zone = excluded.zone, x = excluded.x, y = excluded.y "
    "WHERE x <> excluded.x OR y <> excluded.y OR zone IS NOT excluded.zone", error);

  for (guint i = 0; statement != NULL && i < network->nodes->len; i++)
    {
      const BaryNetworkNode *node = bary_network_node (network, i);

      if (node->pinned || !isfinite (boxes[i].x) || !isfinite (boxes[i].y))
        continue;
      bary_statement_bind_text (statement, 0, get_picture (network));
      bary_statement_bind_text (statement, 1, node->id);
      bary_statement_bind_text (statement, 2, bary_builder_get_zone (network, node));
      bary_statement_bind_number (statement, 3, boxes[i].x);
      bary_statement_bind_number (statement, 4, boxes[i].y);
      if (!bary_statement_run (statement, error))
        return FALSE;
    }
  return statement != NULL;
}

gboolean
bary_store_keep_layout (BaryStore          *store,
                        const BaryNetwork  *network,
                        const BaryBox      *boxes,
                        GError            **error)
{
  BaryDatabase *database = bary_store_get_database (store);

  if (bary_store_is_read_only (store) || network->nodes->len == 0)
    return TRUE;
  if (!bary_database_begin (database, error))
    return FALSE;
  if (keep_nodes (database, network, boxes, error) && sweep (database, error))
    return bary_database_commit (database, error);

  bary_database_rollback (database);
  return FALSE;
}

gboolean
bary_store_forget_layout (BaryStore  *store,
                          GError    **error)
{
  if (bary_store_is_read_only (store))
    return TRUE;
  if (!bary_database_execute (bary_store_get_database (store), "DELETE FROM layout", error))
    return FALSE;
  g_signal_emit_by_name (store, "changed", NULL);
  return TRUE;
}

/* Placing */

/* Returns: (transfer full) (nullable): the record that counts: of several, brought together by an import, the last. */
static gboolean
find_place (BaryStore           *store,
            const BaryNetwork   *network,
            const BaryNetworkNode *node,
            BaryRecord         **place,
            GError             **error)
{
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_PLACE);
  g_autoptr (GPtrArray) found = NULL;

  bary_query_where (query, "node", node->id);
  bary_query_where (query, "picture", get_picture (network));
  found = bary_store_select (store, query, error);
  *place = found != NULL && found->len > 0 ? g_object_ref (found->pdata[found->len - 1]) : NULL;
  return found != NULL;
}

static gboolean
fill (BaryRecord             *record,
      const BaryNetwork      *network,
      const BaryNetworkNode  *node,
      const double           *point,
      gboolean                pinned,
      GError                **error)
{
  const char *const axes[] = { "x", "y" };
  const char *cluster = node->cluster >= 0 ? bary_network_cluster (network, node->cluster)->id : NULL;
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  bary_record_set_all (record, "picture", get_picture (network), "cluster", cluster, "node", node->id,
                       "pinned", pinned ? "yes" : NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (axes); i++)
    if (!bary_record_set_text (record, axes[i], g_ascii_formatd (text, sizeof text, "%.3f", point[i]), error))
      return FALSE;
  return TRUE;
}

gboolean
bary_store_place_node (BaryStore          *store,
                       const BaryNetwork  *network,
                       int                 node,
                       double              x,
                       double              y,
                       gboolean            pinned,
                       BaryChanges        *changes,
                       GError            **error)
{
  const BaryNetworkNode *placed = bary_network_node (network, node);
  const double point[] = { x, y };
  g_autoptr (BaryRecord) before = NULL;
  g_autoptr (BaryRecord) after = NULL;

  g_return_val_if_fail (node >= 0 && node < (int) network->nodes->len, FALSE);

  if (!find_place (store, network, placed, &before, error))
    return FALSE;
  after = before != NULL ? bary_record_copy (before) : bary_record_new (BARY_KIND_PLACE, NULL);
  if (!fill (after, network, placed, point, pinned, error))
    return FALSE;
  if (before != NULL)
    bary_changes_update (changes, before, after);
  else
    bary_changes_add (changes, after);
  return TRUE;
}

/* Hidden groups */

void
bary_store_hide_group (const char  *cluster,
                       const char  *group,
                       BaryChanges *changes)
{
  g_autoptr (BaryRecord) record = bary_record_new (BARY_KIND_HIDDEN_GROUP, NULL);

  bary_record_set_all (record, "cluster", cluster, "group", group, NULL);
  bary_changes_add (changes, record);
}

gboolean
bary_store_show_group (BaryStore    *store,
                       const char   *cluster,
                       const char   *group,
                       BaryChanges  *changes,
                       GError      **error)
{
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_HIDDEN_GROUP);
  g_autoptr (GPtrArray) found = NULL;

  bary_query_where (query, "cluster", cluster);
  if (group != NULL)
    bary_query_where (query, "group", group);
  found = bary_store_select (store, query, error);
  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    bary_changes_remove (changes, found->pdata[i]);
  return TRUE;
}

gboolean
bary_store_show_groups (BaryStore          *store,
                        const BaryNetwork  *network,
                        BaryChanges        *changes,
                        GError            **error)
{
  for (guint i = 0; i < network->clusters->len; i++)
    if (!bary_store_show_group (store, bary_network_cluster (network, i)->id, NULL, changes, error))
      return FALSE;
  return TRUE;
}
