#include "bary-date.h"
#include "bary-network-builder.h"
#include "bary-numbers.h"

static void
append_circle (BaryNetworkBuilder *self,
               BaryCircleKind      kind,
               const char         *id,
               const char         *name)
{
  BaryNetworkCircle circle = { kind, g_strdup (id), g_strdup (name), g_array_new (FALSE, FALSE, sizeof (guint)) };

  g_array_append_val (self->network->circles, circle);
}

static void
add_to_circle (BaryNetworkBuilder *self,
               guint               circle,
               const char         *organisation)
{
  int row = bary_network_rows_find (self->rows, BARY_ROWS_ORGANISATION, organisation);
  guint index = (guint) row;

  if (row >= 0)
    g_array_append_val (bary_network_circle (self->network, circle)->organisations, index);
}

static gboolean
is_on_day (BaryNetworkBuilder   *self,
           const BaryNetworkRow *row)
{
  return bary_range_covers (row->cell[ROW_FROM], row->cell[ROW_TO], self->request->day);
}

static void
add_clusters (BaryNetworkBuilder *self)
{
  for (guint i = 0; i < self->clusters->len; i++)
    {
      const BaryBuilderCluster *work = bary_builder_cluster (self, i);
      guint circle = self->network->circles->len;

      if (work->drawn < 0 || !is_on_day (self, work->row))
        continue;
      append_circle (self, BARY_CIRCLE_CLUSTER, work->row->cell[ROW_ID], work->row->cell[CLUSTER_NAME]);
      add_to_circle (self, circle, work->row->cell[CLUSTER_BARYCENTER]);
      for (guint m = 0; m < work->entries->len; m++)
        {
          const BaryCompositionEntry *entry = &g_array_index (work->entries, BaryCompositionEntry, m);

          if (bary_range_covers (entry->from, entry->to, self->request->day))
            add_to_circle (self, circle, entry->organisation);
        }
    }
}

/* Returns: (transfer full): the circles of a kind by the rows they come from, -1 for those that are not of the day. */
static int *
append_rows (BaryNetworkBuilder *self,
             BaryRows            rows,
             BaryCircleKind      kind,
             guint               name)
{
  int *circles = g_new (int, bary_network_rows_count (self->rows, rows) + 1);

  for (guint i = 0; i < bary_network_rows_count (self->rows, rows); i++)
    {
      const BaryNetworkRow *row = bary_network_rows_get (self->rows, rows, i);

      circles[i] = is_on_day (self, row) ? (int) self->network->circles->len : -1;
      if (circles[i] >= 0)
        append_circle (self, kind, row->cell[ROW_ID], row->cell[name]);
    }
  return circles;
}

static void
add_bodies (BaryNetworkBuilder *self)
{
  g_autofree int *circles = append_rows (self, BARY_ROWS_BODY, BARY_CIRCLE_BODY, BODY_NAME);

  for (guint i = 0; i < bary_network_rows_count (self->rows, BARY_ROWS_BODY); i++)
    if (circles[i] >= 0)
      add_to_circle (self, (guint) circles[i],
                     bary_network_rows_get (self->rows, BARY_ROWS_BODY, i)->cell[BODY_ORGANISATION]);
  for (guint i = 0; i < bary_network_rows_count (self->rows, BARY_ROWS_BODY_MEMBER); i++)
    {
      const BaryNetworkRow *row = bary_network_rows_get (self->rows, BARY_ROWS_BODY_MEMBER, i);
      int body = bary_network_rows_find (self->rows, BARY_ROWS_BODY, row->cell[BODY_MEMBER_BODY]);

      if (body >= 0 && circles[body] >= 0 && is_on_day (self, row))
        add_to_circle (self, (guint) circles[body], row->cell[BODY_MEMBER_ORGANISATION]);
    }
}

static void
add_agreements (BaryNetworkBuilder *self)
{
  g_autofree int *circles = append_rows (self, BARY_ROWS_AGREEMENT, BARY_CIRCLE_AGREEMENT, AGREEMENT_NAME);

  for (guint i = 0; i < bary_network_rows_count (self->rows, BARY_ROWS_PARTY); i++)
    {
      const BaryNetworkRow *row = bary_network_rows_get (self->rows, BARY_ROWS_PARTY, i);
      int agreement = bary_network_rows_find (self->rows, BARY_ROWS_AGREEMENT, row->cell[PARTY_AGREEMENT]);

      if (agreement >= 0 && circles[agreement] >= 0)
        add_to_circle (self, (guint) circles[agreement], row->cell[PARTY_ORGANISATION]);
    }
}

void
bary_builder_add_circles (BaryNetworkBuilder *self)
{
  if (self->request->picture == BARY_PICTURE_CLUSTER)
    return;

  add_clusters (self);
  add_bodies (self);
  add_agreements (self);
  for (guint i = 0; i < self->network->circles->len; i++)
    bary_numbers_tidy (bary_network_circle (self->network, i)->organisations);
}
