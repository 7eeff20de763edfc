#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Cheapest flow from rows that need units to columns that take them, at most one unit for each cell: successive shortest
 * paths with prices on the columns, as in the Hungarian method (R. Jonker, A. Volgenant: A shortest augmenting path
 * algorithm for dense and sparse linear assignment problems. Computing 38 (1987), 325–340), on a dense matrix. The more
 * units a column takes, the dearer the next one: n · load_cost for the one after n.
 *
 * What cannot be placed is left out, as many units as possible being placed, as cheaply as possible. The same problem
 * gives the same flow; of equal columns the lower one goes first. Four bytes a cell and some forty a row, a column and a
 * unit. */

#define BARY_FLOW_FORBIDDEN G_MAXINT32
#define BARY_FLOW_GREATEST_COST (1 << 30) /* of a cell, and of load_cost */
#define BARY_FLOW_LARGEST (1 << 20)       /* rows and columns, and units */

typedef struct {
  guint  row;
  gint32 cost;
} BaryFlowUnit;

typedef struct {
  guint         n_rows, n_columns;
  gint64        load_cost;
  gint32       *costs;    /* n_rows × n_columns; of a cell that holds a unit FORBIDDEN */
  guint        *needs;    /* of each row */
  guint        *missing;  /* of those, what could not be placed */
  guint        *room;     /* of each column: the units it may still take */
  guint        *loads;    /* of each column: the units it has, with those it had from the start */
  GArray      **units;    /* of each column: of BaryFlowUnit, those placed */
  gint64       *prices;   /* of each column: what one unit more there would cost */
} BaryFlow;

/* Returns: FALSE to stop. */
typedef gboolean (*BaryFlowProgress) (guint    row,
                                      gpointer user_data);

/* To be filled in by the caller: costs, needs, room, loads. */
void     bary_flow_init  (BaryFlow         *self,
                          guint             n_rows,
                          guint             n_columns,
                          gint64            load_cost);
void     bary_flow_clear (BaryFlow         *self);

/* Returns: FALSE if it was stopped. */
gboolean bary_flow_solve (BaryFlow         *self,
                          BaryFlowProgress  progress,
                          gpointer          user_data);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BaryFlow, bary_flow_clear)

G_END_DECLS
