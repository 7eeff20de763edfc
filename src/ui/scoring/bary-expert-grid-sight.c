#include "bary-expert-grid-private.h"

int
bary_expert_grid_get_offset (BaryExpertGrid *self,
                             GtkOrientation  orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment != NULL ? (int) gtk_adjustment_get_value (adjustment) : 0;
}

gboolean
bary_expert_grid_has_cells (BaryExpertGrid *self)
{
  return self->table != NULL && self->table->rows->len > 0 && self->table->panel->experts->len > 0;
}

/* @size: of the area that moves; @step: of a row or column */
static BaryGridSpan
find_span (int   offset,
           int   size,
           int   step,
           guint n)
{
  return (BaryGridSpan) { MIN ((guint) (offset / step), n), size > 0 ? MIN ((guint) ((offset + size - 1) / step + 1), n) : 0 };
}

BaryGridSpan
bary_expert_grid_get_rows (BaryExpertGrid *self)
{
  return find_span (bary_expert_grid_get_offset (self, GTK_ORIENTATION_VERTICAL),
                    gtk_widget_get_height (GTK_WIDGET (self)) - self->metrics.head_height, self->metrics.row_height,
                    self->table->rows->len);
}

BaryGridSpan
bary_expert_grid_get_columns (BaryExpertGrid *self)
{
  return find_span (bary_expert_grid_get_offset (self, GTK_ORIENTATION_HORIZONTAL),
                    gtk_widget_get_width (GTK_WIDGET (self)) - self->metrics.titles_width, self->metrics.column_width,
                    self->table->panel->experts->len);
}

gboolean
bary_expert_grid_find (BaryExpertGrid *self,
                       double          x,
                       double          y,
                       int            *row,
                       int            *column)
{
  const BaryGridMetrics *metrics = &self->metrics;
  int across = (int) x - metrics->titles_width, down = (int) y - metrics->head_height;

  if (!bary_expert_grid_has_cells (self) || x < 0 || y < 0)
    return FALSE;
  *column = across < 0 ? -1 : (across + bary_expert_grid_get_offset (self, GTK_ORIENTATION_HORIZONTAL)) / metrics->column_width;
  *row = down < 0 ? -1 : (down + bary_expert_grid_get_offset (self, GTK_ORIENTATION_VERTICAL)) / metrics->row_height;
  return *row < (int) self->table->rows->len && *column < (int) self->table->panel->experts->len;
}

GdkRectangle
bary_expert_grid_get_place (BaryExpertGrid *self,
                            guint           row,
                            guint           expert)
{
  const BaryGridMetrics *metrics = &self->metrics;
  int x = (int) expert * metrics->column_width - bary_expert_grid_get_offset (self, GTK_ORIENTATION_HORIZONTAL);
  int y = (int) row * metrics->row_height - bary_expert_grid_get_offset (self, GTK_ORIENTATION_VERTICAL);
  GdkRectangle cell = { metrics->titles_width + x, metrics->head_height + y, metrics->column_width, metrics->row_height };
  GdkRectangle area = { metrics->titles_width, metrics->head_height, gtk_widget_get_width (GTK_WIDGET (self)) - metrics->titles_width,
                        gtk_widget_get_height (GTK_WIDGET (self)) - metrics->head_height };
  GdkRectangle seen;

  return gdk_rectangle_intersect (&cell, &area, &seen) ? seen : (GdkRectangle) { area.x, area.y, 1, 1 };
}
