#pragma once

#include "bary-load-table.h"
#include "bary-palette.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The load of schools as a drawn table: the fuller a cell, the busier the week, with the number of events in it. Arrow keys walk
 * from cell to cell.
 *
 * Signals: "moved" (guint row, guint week): the cursor stands on a cell; "activated" (guint row, guint week): Enter or a
 * double click. */
#define BARY_TYPE_LOAD_GRID (bary_load_grid_get_type ())
G_DECLARE_FINAL_TYPE (BaryLoadGrid, bary_load_grid, BARY, LOAD_GRID, GtkWidget)

/* @table: (nullable): borrowed until another is shown; it has a row at least */
void             bary_load_grid_show        (BaryLoadGrid        *self,
                                             const BaryLoadTable *table);
void             bary_load_grid_move        (BaryLoadGrid        *self,
                                             guint                row,
                                             guint                week);

/* bary-load-grid-paint.c: where cells are, and what they look like */

/* Of a row of cells. */
#define BARY_LOAD_ROW_HEIGHT 24
/* Of quarters and months above the cells. */
#define BARY_LOAD_HEAD_HEIGHT 40

typedef struct {
  const BaryLoadTable *table;
  double               width;     /* of names and cells together */
  PangoContext        *context;
  const BaryTheme     *theme;
} BaryLoadPainting;

/* Where the cell of a week begins; of the week after the last: where it ends. */
double           bary_load_painting_get_x    (const BaryLoadPainting *self,
                                              guint                   week);
void             bary_load_painting_head     (const BaryLoadPainting *self,
                                              cairo_t                *cr);
/* @first, @n: the rows that are seen */
void             bary_load_painting_rows     (const BaryLoadPainting *self,
                                              cairo_t                *cr,
                                              guint                   first,
                                              guint                   n);
/* A frame round a cell. */
void             bary_load_painting_cursor   (const BaryLoadPainting *self,
                                              cairo_t                *cr,
                                              guint                   row,
                                              guint                   week,
                                              gboolean                focused);
const BaryTheme *bary_load_painting_get_theme (GtkWidget             *widget);

G_END_DECLS
