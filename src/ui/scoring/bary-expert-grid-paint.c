#include "bary-expert-grid-private.h"

#include <adwaita.h>

#define PADDING BARY_GRID_PADDING
#define BAR_HEIGHT 6
#define BAR_SHARE 0.42 /* of a head, beside the number */

typedef enum {
  TEXT,
  DIM,
  LINE,
  GROUND,
  HEAD, /* behind names and titles */
  MARK, /* over what the cursor stands in */
  HOVER,
  ACCENT,
  GOOD,
  BAD,
  N_INKS
} Ink;

typedef struct {
  BaryExpertGrid *grid;
  GtkSnapshot    *snapshot;
  GdkRGBA         inks[N_INKS];
  BaryGridSpan    rows, columns;
  int             width, height;
  int             left, top;     /* where the table's own begin is */
  int             right, bottom; /* where what is seen of it ends */
} Painting;

/* Ink */

static GdkRGBA
fade (GdkRGBA colour,
      float   alpha)
{
  colour.alpha *= alpha;
  return colour;
}

static GdkRGBA
look_up (GtkStyleContext *style,
         const char      *name)
{
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (style, name, &colour))
    gtk_style_context_get_color (style, &colour);
  return colour;
}

static void
choose_inks (Painting *self)
{
  GtkWidget *widget = GTK_WIDGET (self->grid);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  gboolean sharp = adw_style_manager_get_high_contrast (manager);
  GdkRGBA text;

  gtk_style_context_get_color (style, &text);
  self->inks[TEXT] = text;
  self->inks[DIM] = fade (text, sharp ? 0.9f : 0.65f);
  self->inks[LINE] = fade (text, sharp ? 0.5f : 0.12f);
  self->inks[GROUND] = look_up (style, "view_bg_color");
  self->inks[HEAD] = fade (text, 0.04f);
  self->inks[ACCENT] = look_up (style, "accent_color");
  self->inks[MARK] = fade (self->inks[ACCENT], 0.14f);
  self->inks[HOVER] = fade (text, 0.07f);
  self->inks[GOOD] = look_up (style, "success_color");
  self->inks[BAD] = look_up (style, "error_color");
}

static Ink
get_ink (BarySeating seating)
{
  switch (seating)
    {
    case BARY_SEATING_SUBMITTED:
      return GOOD;
    case BARY_SEATING_BY_HAND:
    case BARY_SEATING_COMING:
      return ACCENT;
    case BARY_SEATING_CONFLICT:
    case BARY_SEATING_FORBIDDEN:
      return BAD;
    case BARY_SEATING_LEAVING:
      return DIM;
    case BARY_SEATING_FREE:
    case BARY_SEATING_COMMISSION:
    case BARY_SEATING_DRAWN:
    case BARY_SEATING_STAYING:
    case BARY_SEATING_BEGUN:
    case BARY_N_SEATINGS:
    default:
      return TEXT;
    }
}

/* Strokes */

static void
fill (Painting *self,
      Ink       ink,
      int       x,
      int       y,
      int       width,
      int       height)
{
  graphene_rect_t area = GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height);

  gtk_snapshot_append_color (self->snapshot, &self->inks[ink], &area);
}

static void
clip (Painting *self,
      int       x,
      int       y)
{
  graphene_rect_t area = GRAPHENE_RECT_INIT ((float) x, (float) y, (float) (self->width - x), (float) (self->height - y));

  gtk_snapshot_push_clip (self->snapshot, &area);
}

static void
write_text (Painting    *self,
            PangoLayout *layout,
            Ink          ink,
            int          x,
            int          y)
{
  graphene_point_t place = GRAPHENE_POINT_INIT ((float) x, (float) y);

  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot, &place);
  gtk_snapshot_append_layout (self->snapshot, layout, &self->inks[ink]);
  gtk_snapshot_restore (self->snapshot);
}

static int
get_x (const Painting *self,
       guint           column)
{
  return self->left + (int) column * self->grid->metrics.column_width;
}

static int
get_y (const Painting *self,
       guint           row)
{
  return self->top + (int) row * self->grid->metrics.row_height;
}

/* The table */

static void
paint_lines (Painting *self)
{
  const BaryGridMetrics *metrics = &self->grid->metrics;

  clip (self, 0, metrics->head_height);
  for (guint row = self->rows.first; row < self->rows.end; row++)
    fill (self, LINE, 0, get_y (self, row) + metrics->row_height - 1, self->right, 1);
  gtk_snapshot_pop (self->snapshot);
  clip (self, metrics->titles_width, 0);
  for (guint column = self->columns.first; column < self->columns.end; column++)
    fill (self, LINE, get_x (self, column) + metrics->column_width - 1, 0, 1, self->bottom);
  gtk_snapshot_pop (self->snapshot);
}

static void
paint_cell (Painting *self,
            guint     row,
            guint     column)
{
  const BaryGridMetrics *metrics = &self->grid->metrics;
  BarySeating seating = bary_panel_table_get (self->grid->table, row, column);
  PangoLayout *sign = *bary_expert_grid_get_sign (seating) != '\0' ? bary_expert_grid_get_text (self->grid, BARY_GRID_SIGN, seating) : NULL;
  int width, height;

  if (sign == NULL)
    return;
  pango_layout_get_pixel_size (sign, &width, &height);
  write_text (self, sign, get_ink (seating), get_x (self, column) + (metrics->column_width - width) / 2,
              get_y (self, row) + (metrics->row_height - height) / 2);
}

/* What the pointer is over, and what the cursor stands in. */
static void
paint_marks (Painting *self)
{
  BaryExpertGrid *grid = self->grid;
  const BaryGridMetrics *metrics = &grid->metrics;
  int row, column;

  if (bary_expert_grid_find (grid, grid->pointer_x, grid->pointer_y, &row, &column) && row >= 0 && column >= 0)
    fill (self, HOVER, get_x (self, (guint) column), get_y (self, (guint) row), metrics->column_width, metrics->row_height);
}

static void
paint_cursor (Painting *self)
{
  const BaryGridMetrics *metrics = &self->grid->metrics;
  int stroke = self->grid->focused ? 2 : 1;
  GskRoundedRect outline;
  float widths[4] = { (float) stroke, (float) stroke, (float) stroke, (float) stroke };
  GdkRGBA colour = self->inks[self->grid->focused ? ACCENT : DIM];
  GdkRGBA colours[4] = { colour, colour, colour, colour };
  graphene_rect_t area = GRAPHENE_RECT_INIT ((float) get_x (self, self->grid->column), (float) get_y (self, self->grid->row),
                                             (float) metrics->column_width - 1, (float) metrics->row_height - 1);

  gsk_rounded_rect_init_from_rect (&outline, &area, 4);
  gtk_snapshot_append_border (self->snapshot, &outline, widths, colours);
}

static void
paint_cells (Painting *self)
{
  clip (self, self->grid->metrics.titles_width, self->grid->metrics.head_height);
  paint_marks (self);
  for (guint row = self->rows.first; row < self->rows.end; row++)
    for (guint column = self->columns.first; column < self->columns.end; column++)
      paint_cell (self, row, column);
  paint_cursor (self);
  gtk_snapshot_pop (self->snapshot);
}

/* Titles and head */

static void
paint_title (Painting *self,
             guint     row)
{
  const BaryGridMetrics *metrics = &self->grid->metrics;
  PangoLayout *title = bary_expert_grid_get_text (self->grid, BARY_GRID_TITLE, row), *number = bary_expert_grid_get_text (self->grid, BARY_GRID_COUNT, row);
  gboolean enough = self->grid->table->counts[row] >= self->grid->table->panel->need;
  int width, height, y = get_y (self, row);

  if (row == self->grid->row)
    fill (self, MARK, 0, y, metrics->titles_width, metrics->row_height);
  pango_layout_get_pixel_size (title, &width, &height);
  write_text (self, title, TEXT, PADDING, y + (metrics->row_height - height) / 2);
  pango_layout_get_pixel_size (number, &width, &height);
  write_text (self, number, enough ? DIM : BAD, metrics->titles_width - PADDING - width, y + (metrics->row_height - height) / 2);
}

static void
paint_titles (Painting *self)
{
  const BaryGridMetrics *metrics = &self->grid->metrics;

  clip (self, 0, metrics->head_height);
  fill (self, HEAD, 0, metrics->head_height, metrics->titles_width, self->bottom - metrics->head_height);
  for (guint row = self->rows.first; row < self->rows.end; row++)
    paint_title (self, row);
  fill (self, LINE, metrics->titles_width - 1, metrics->head_height, 1, self->bottom - metrics->head_height);
  gtk_snapshot_pop (self->snapshot);
}

/* The load as a part of the greatest there is, or of what the expert takes at most. */
static void
paint_load (Painting *self,
            guint     expert,
            int       x,
            int       y)
{
  const BaryGridMetrics *metrics = &self->grid->metrics;
  const BaryPanelTable *table = self->grid->table;
  guint quota = bary_panel_expert (table->panel, expert)->quota, load = table->loads[expert];
  guint most = MAX (quota > 0 ? quota : table->most, 1);
  int width = (int) ((metrics->column_width - 2 * PADDING) * BAR_SHARE);
  int top = y + (metrics->line - BAR_HEIGHT) / 2;

  fill (self, LINE, x, top, width, BAR_HEIGHT);
  fill (self, quota > 0 && load > quota ? BAD : ACCENT, x, top, (int) (width * MIN (load, most) / most), BAR_HEIGHT);
  write_text (self, bary_expert_grid_get_text (self->grid, BARY_GRID_LOAD, expert), DIM, x + width + PADDING, y);
}

static void
paint_head (Painting *self,
            guint     expert)
{
  const BaryGridMetrics *metrics = &self->grid->metrics;
  PangoLayout *name = bary_expert_grid_get_text (self->grid, BARY_GRID_NAME, expert);
  int x = get_x (self, expert), bottom = PADDING + BARY_GRID_NAME_LINES * metrics->line, height;

  if (expert == self->grid->column)
    fill (self, MARK, x, 0, metrics->column_width, metrics->head_height);
  pango_layout_get_pixel_size (name, NULL, &height);
  write_text (self, name, TEXT, x + PADDING, bottom - height);
  paint_load (self, expert, x + PADDING, bottom);
}

static void
paint_heads (Painting *self)
{
  const BaryGridMetrics *metrics = &self->grid->metrics;

  clip (self, metrics->titles_width, 0);
  fill (self, HEAD, metrics->titles_width, 0, self->right - metrics->titles_width, metrics->head_height);
  for (guint column = self->columns.first; column < self->columns.end; column++)
    paint_head (self, column);
  fill (self, LINE, metrics->titles_width, metrics->head_height - 1, self->right - metrics->titles_width, 1);
  gtk_snapshot_pop (self->snapshot);
}

static void
paint_corner (Painting *self)
{
  const BaryGridMetrics *metrics = &self->grid->metrics;

  fill (self, HEAD, 0, 0, metrics->titles_width, metrics->head_height);
  write_text (self, bary_expert_grid_get_text (self->grid, BARY_GRID_CORNER, 0), DIM, PADDING, metrics->head_height - PADDING - metrics->line);
  fill (self, LINE, metrics->titles_width - 1, 0, 1, metrics->head_height);
  fill (self, LINE, 0, metrics->head_height - 1, metrics->titles_width, 1);
}

void
bary_expert_grid_paint (BaryExpertGrid *self,
                        GtkSnapshot    *snapshot)
{
  Painting painting = {
    .grid = self, .snapshot = snapshot,
    .width = gtk_widget_get_width (GTK_WIDGET (self)), .height = gtk_widget_get_height (GTK_WIDGET (self)),
    .left = self->metrics.titles_width - bary_expert_grid_get_offset (self, GTK_ORIENTATION_HORIZONTAL),
    .top = self->metrics.head_height - bary_expert_grid_get_offset (self, GTK_ORIENTATION_VERTICAL),
  };

  choose_inks (&painting);
  fill (&painting, GROUND, 0, 0, painting.width, painting.height);
  if (!bary_expert_grid_has_cells (self))
    return;
  painting.rows = bary_expert_grid_get_rows (self);
  painting.columns = bary_expert_grid_get_columns (self);
  painting.right = MIN (get_x (&painting, painting.columns.end), painting.width);
  painting.bottom = MIN (get_y (&painting, painting.rows.end), painting.height);
  paint_lines (&painting);
  paint_cells (&painting);
  paint_titles (&painting);
  paint_heads (&painting);
  paint_corner (&painting);
}
