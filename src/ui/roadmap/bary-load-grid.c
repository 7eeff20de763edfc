#include "bary-load-grid.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LEAST_WIDTH 620

struct _BaryLoadGrid {
  GtkWidget            parent_instance;

  const BaryLoadTable *table;
  guint                row, week; /* of the cursor */
};

G_DEFINE_FINAL_TYPE (BaryLoadGrid, bary_load_grid, GTK_TYPE_WIDGET)

enum {
  MOVED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static BaryLoadPainting
get_painting (BaryLoadGrid *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  return (BaryLoadPainting) { self->table, gtk_widget_get_width (widget), gtk_widget_get_pango_context (widget),
                              bary_load_painting_get_theme (widget) };
}

/* The cursor */

static void
scroll_to_row (BaryLoadGrid *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);

  if (scroller != NULL)
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)),
                               self->row * BARY_LOAD_ROW_HEIGHT, (self->row + 1) * BARY_LOAD_ROW_HEIGHT);
}

void
bary_load_grid_move (BaryLoadGrid *self,
                     guint         row,
                     guint         week)
{
  g_autofree char *words = NULL;

  if (self->table == NULL || (self->row == row && self->week == week))
    return;

  self->row = row;
  self->week = week;
  words = bary_load_table_describe (self->table, row, week);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  scroll_to_row (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[MOVED], 0, row, week);
}

static void
step (BaryLoadGrid *self,
      int           rows,
      int           weeks)
{
  int row = CLAMP ((int) self->row + rows, 0, (int) self->table->rows->len - 1);
  int week = CLAMP ((int) self->week + weeks, 0, (int) self->table->map->n_weeks - 1);

  bary_load_grid_move (self, (guint) row, (guint) week);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        modifiers,
        BaryLoadGrid          *self)
{
  static const struct { guint key; int rows, weeks; } steps[] = {
    { GDK_KEY_Left, 0, -1 }, { GDK_KEY_Right, 0, 1 }, { GDK_KEY_Up, -1, 0 }, { GDK_KEY_Down, 1, 0 },
    { GDK_KEY_Home, 0, -99 }, { GDK_KEY_End, 0, 99 }, { GDK_KEY_Page_Up, -10, 0 }, { GDK_KEY_Page_Down, 10, 0 },
  };

  if (self->table == NULL)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_space)
    {
      g_signal_emit (self, signals[ACTIVATED], 0, self->row, self->week);
      return GDK_EVENT_STOP;
    }
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (keyval == steps[i].key)
      {
        step (self, steps[i].rows, steps[i].weeks);
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

/* Returns: FALSE beside the cells. */
static gboolean
find_cell (BaryLoadGrid *self,
           double        x,
           double        y,
           guint        *row,
           guint        *week)
{
  BaryLoadPainting painting = get_painting (self);
  double left, cell;

  if (self->table == NULL)
    return FALSE;
  left = bary_load_painting_get_x (&painting, 0);
  cell = bary_load_painting_get_x (&painting, 1) - left;
  if (x < left || x >= painting.width || y < 0 || y >= self->table->rows->len * BARY_LOAD_ROW_HEIGHT)
    return FALSE;
  *row = (guint) (y / BARY_LOAD_ROW_HEIGHT);
  *week = MIN ((guint) ((x - left) / cell), self->table->map->n_weeks - 1);
  return TRUE;
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_presses,
            double           x,
            double           y,
            BaryLoadGrid    *self)
{
  guint row, week;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!find_cell (self, x, y, &row, &week))
    return;
  bary_load_grid_move (self, row, week);
  if (n_presses == 2)
    g_signal_emit (self, signals[ACTIVATED], 0, row, week);
}

static gboolean
bary_load_grid_query_tooltip (GtkWidget  *widget,
                              int         x,
                              int         y,
                              gboolean    keyboard,
                              GtkTooltip *tooltip)
{
  BaryLoadGrid *self = BARY_LOAD_GRID (widget);
  g_autofree char *words = NULL;
  guint row, week;

  if (keyboard || !find_cell (self, x, y, &row, &week))
    return FALSE;
  words = bary_load_table_describe (self->table, row, week);
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

/* The widget */

static void
bary_load_grid_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  BaryLoadGrid *self = BARY_LOAD_GRID (widget);
  guint n_rows = self->table != NULL ? self->table->rows->len : 0;

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : (int) n_rows * BARY_LOAD_ROW_HEIGHT;
}

static void
bary_load_grid_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  BaryLoadGrid *self = BARY_LOAD_GRID (widget);
  BaryLoadPainting painting = get_painting (self);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  cairo_t *cr;

  if (self->table == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &area);
  bary_load_painting_rows (&painting, cr, 0, self->table->rows->len);
  bary_load_painting_cursor (&painting, cr, self->row, self->week, gtk_widget_has_focus (widget));
  cairo_destroy (cr);
}

static void
bary_load_grid_class_init (BaryLoadGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = bary_load_grid_measure;
  widget_class->snapshot = bary_load_grid_snapshot;
  widget_class->query_tooltip = bary_load_grid_query_tooltip;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  gtk_widget_class_set_css_name (widget_class, "loadgrid");

  signals[MOVED] = g_signal_new ("moved", BARY_TYPE_LOAD_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[ACTIVATED] = g_signal_new ("activated", BARY_TYPE_LOAD_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
bary_load_grid_init (BaryLoadGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (gtk_widget_queue_draw), NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

void
bary_load_grid_show (BaryLoadGrid        *self,
                     const BaryLoadTable *table)
{
  self->table = table;
  self->row = self->week = G_MAXUINT;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
