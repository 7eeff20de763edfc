#include "bary-flow-private.h"

#define FAR G_MAXINT64

/* Dearer than any way through the matrix: what is left out costs so much. */
#define LEFT_OUT (G_GINT64_CONSTANT (1) << 56)

/* Lower than any floor. */
#define UNKNOWN (-(G_GINT64_CONSTANT (1) << 60))

void
bary_flow_init (BaryFlow *self,
                guint     n_rows,
                guint     n_columns,
                gint64    load_cost)
{
  g_assert (n_rows <= BARY_FLOW_LARGEST && n_columns <= BARY_FLOW_LARGEST);
  g_assert (load_cost >= 0 && load_cost <= BARY_FLOW_GREATEST_COST);

  *self = (BaryFlow) { n_rows, n_columns, load_cost };
  self->costs = g_new (gint32, (gsize) n_rows * n_columns + 1);
  self->needs = g_new0 (guint, n_rows + 1);
  self->missing = g_new0 (guint, n_rows + 1);
  self->room = g_new0 (guint, n_columns + 1);
  self->loads = g_new0 (guint, n_columns + 1);
  self->units = g_new (GArray *, n_columns + 1);
  self->prices = g_new0 (gint64, n_columns + 1);
  for (guint c = 0; c < n_columns; c++)
    self->units[c] = g_array_new (FALSE, FALSE, sizeof (BaryFlowUnit));
}

void
bary_flow_clear (BaryFlow *self)
{
  for (guint c = 0; c < self->n_columns; c++)
    g_array_unref (self->units[c]);
  g_free (self->costs);
  g_free (self->needs);
  g_free (self->missing);
  g_free (self->room);
  g_free (self->loads);
  g_free (self->units);
  g_free (self->prices);
}

/* One search for the cheapest way to place a unit of a row. It goes to a column, takes the place of a unit there, whose
 * row goes to another column, and so on, until a column takes one more, or a row goes without. Ways are measured with
 * prices, so that no step is ever negative. */
typedef struct {
  BaryFlow *flow;
  guint     source;    /* row */
  gint64   *distances; /* of each column */
  guint    *from;      /* the row by which it is reached */
  guint8   *settled;
  guint    *touched;   /* columns with a distance */
  guint     n_touched;
  gint64   *bases;     /* of each row that was walked through: the distance to it; FAR otherwise */
  guint    *through;   /* the column by which it was reached */
  guint    *walked;    /* those rows */
  guint     n_walked;
  gint64   *floors;    /* of each row: no cell that it does not hold costs less with the column's price */
  gint64    best;      /* the shortest way to an end, up to now */
  guint     end;       /* its column, or n_columns for a row that goes without */
  guint     loser;     /* that row */
} Search;

static void
search_init (Search   *search,
             BaryFlow *flow)
{
  *search = (Search) { flow };
  search->distances = g_new (gint64, flow->n_columns + 1);
  search->from = g_new (guint, flow->n_columns + 1);
  search->settled = g_new0 (guint8, flow->n_columns + 1);
  search->touched = g_new (guint, flow->n_columns + 1);
  search->bases = g_new (gint64, flow->n_rows + 1);
  search->through = g_new (guint, flow->n_rows + 1);
  search->walked = g_new (guint, flow->n_rows + 1);
  search->floors = g_new (gint64, flow->n_rows + 1);
  for (guint c = 0; c < flow->n_columns; c++)
    search->distances[c] = FAR;
  for (guint r = 0; r < flow->n_rows; r++)
    {
      search->bases[r] = FAR;
      search->floors[r] = UNKNOWN;
    }
}

static void
search_clear (Search *search)
{
  g_free (search->distances);
  g_free (search->from);
  g_free (search->settled);
  g_free (search->touched);
  g_free (search->bases);
  g_free (search->through);
  g_free (search->walked);
  g_free (search->floors);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

/* What one unit more costs the column, beyond its price; never negative. */
static gint64
get_last_step (const BaryFlow *flow,
               guint           column)
{
  return flow->load_cost * flow->loads[column] - flow->prices[column];
}

static void
reach (Search *search,
       guint   row,
       guint   column,
       gint64  distance)
{
  const BaryFlow *flow = search->flow;

  if (search->distances[column] == FAR)
    search->touched[search->n_touched++] = column;
  search->distances[column] = distance;
  search->from[column] = row;
  if (flow->room[column] > 0 && distance + get_last_step (flow, column) < search->best)
    {
      search->best = distance + get_last_step (flow, column);
      search->end = column;
    }
}

/* From a row to all columns. What leads to no shorter way is passed over.
 * @base: the distance to the row */
static void
scan_row (Search *search,
          guint   row,
          gint64  base)
{
  const BaryFlow *flow = search->flow;
  const gint32 *costs = flow->costs + (gsize) row * flow->n_columns;
  const gint64 *prices = flow->prices, *distances = search->distances;
  gint64 least = FAR;

  for (guint c = 0; c < flow->n_columns; c++)
    {
      gint64 cost = costs[c] + prices[c];

      if (costs[c] == BARY_FLOW_FORBIDDEN)
        continue;
      least = MIN (least, cost);
      if (base + cost < distances[c] && base + cost < search->best)
        reach (search, row, c, base + cost);
    }
  search->floors[row] = least;
}

/* The nearest column from which the search is to go on, or n_columns. */
static guint
find_nearest (const Search *search)
{
  guint nearest = search->flow->n_columns;
  gint64 least = search->best;

  for (guint i = 0; i < search->n_touched; i++)
    {
      guint column = search->touched[i];

      if (!search->settled[column] && search->distances[column] < least)
        {
          least = search->distances[column];
          nearest = column;
        }
    }
  return nearest;
}

/* A unit of the column makes place: its row looks for another one, or goes without. */
static void
push_out (Search             *search,
          guint               column,
          const BaryFlowUnit *unit)
{
  gint64 base = search->distances[column] - unit->cost - search->flow->prices[column];

  if (unit->row == search->source || base >= search->bases[unit->row])
    return;

  if (search->bases[unit->row] == FAR)
    search->walked[search->n_walked++] = unit->row;
  search->bases[unit->row] = base;
  search->through[unit->row] = column;
  if (base + LEFT_OUT < search->best)
    {
      search->best = base + LEFT_OUT;
      search->end = search->flow->n_columns;
      search->loser = unit->row;
    }
  if (search->floors[unit->row] < FAR && base + search->floors[unit->row] < search->best)
    scan_row (search, unit->row, base);
}

static void
look (Search *search,
      guint   source)
{
  const BaryFlow *flow = search->flow;

  search->source = search->loser = source;
  search->best = LEFT_OUT;
  search->end = flow->n_columns;
  scan_row (search, source, 0);
  for (guint column; (column = find_nearest (search)) < flow->n_columns;)
    {
      const GArray *units = flow->units[column];

      search->settled[column] = 1;
      for (guint i = 0; i < units->len; i++)
        push_out (search, column, &g_array_index (units, BaryFlowUnit, i));
    }
}

static void
take_out (BaryFlow *flow,
          guint     column,
          guint     row)
{
  GArray *units = flow->units[column];
  guint i = 0;

  while (g_array_index (units, BaryFlowUnit, i).row != row)
    i++;
  flow->costs[(gsize) row * flow->n_columns + column] = g_array_index (units, BaryFlowUnit, i).cost;
  g_array_remove_index_fast (units, i);
}

static void
put_in (BaryFlow *flow,
        guint     column,
        guint     row)
{
  gint32 *cost = &flow->costs[(gsize) row * flow->n_columns + column];
  BaryFlowUnit unit = { row, *cost };

  g_array_append_val (flow->units[column], unit);
  *cost = BARY_FLOW_FORBIDDEN;
}

/* Moves the units along the way found, from its end back to the source. */
static void
move_units (Search *search)
{
  BaryFlow *flow = search->flow;
  guint row, column = search->end;

  if (column < flow->n_columns)
    {
      flow->room[column]--;
      flow->loads[column]++;
      row = search->from[column];
      put_in (flow, column, row);
    }
  else
    {
      row = search->loser;
      flow->missing[row]++;
    }
  while (row != search->source)
    {
      guint next;

      column = search->through[row];
      next = search->from[column];
      take_out (flow, column, row);
      search->floors[row] = UNKNOWN;
      put_in (flow, column, next);
      row = next;
    }
}

/* Prices rise by what the way was longer than that to the column, and the search is forgotten. */
static void
finish (Search *search)
{
  BaryFlow *flow = search->flow;

  for (guint i = 0; i < search->n_touched; i++)
    {
      guint column = search->touched[i];

      if (search->distances[column] < search->best)
        flow->prices[column] += search->best - search->distances[column];
      search->distances[column] = FAR;
      search->settled[column] = 0;
    }
  for (guint i = 0; i < search->n_walked; i++)
    search->bases[search->walked[i]] = FAR;
  search->n_touched = search->n_walked = 0;
}

gboolean
bary_flow_solve (BaryFlow         *self,
                 BaryFlowProgress  progress,
                 gpointer          user_data)
{
  g_auto (Search) search = { NULL };

  search_init (&search, self);
  for (guint c = 0; c < self->n_columns; c++)
    self->prices[c] = self->load_cost * self->loads[c];
  for (guint row = 0; row < self->n_rows; row++)
    {
      if (progress != NULL && !progress (row, user_data))
        return FALSE;
      for (guint i = 0; i < self->needs[row]; i++)
        {
          look (&search, row);
          move_units (&search);
          finish (&search);
        }
    }
  return TRUE;
}
