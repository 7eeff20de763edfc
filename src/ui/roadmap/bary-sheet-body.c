#include "bary-sheet-body-private.h"

#include "bary-canvas-node.h"
#include "bary-date.h"

#include <adwaita.h>

G_DEFINE_FINAL_TYPE (BarySheetBody, bary_sheet_body, GTK_TYPE_WIDGET)

#define LEAST_WIDTH 300

enum {
  SELECTED,
  ACTIVATED,
  DROPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

const BaryTheme *
bary_sheet_body_get_theme (BarySheetBody *self)
{
  return bary_theme_get (self->dark ? BARY_THEME_DARK : BARY_THEME_LIGHT);
}

static void
forget_painted (BarySheetBody *self)
{
  g_clear_pointer (&self->painted, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
bary_sheet_body_lay_out (BarySheetBody *self,
                         int            width)
{
  if (self->sheet == NULL || self->width == width)
    return;

  self->width = width;
  bary_year_sheet_lay_out (self->sheet, width, 1);
  forget_painted (self);
}

static void
bary_sheet_body_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  BarySheetBody *self = BARY_SHEET_BODY (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : 1;
  if (orientation == GTK_ORIENTATION_VERTICAL && self->sheet != NULL)
    {
      bary_sheet_body_lay_out (self, for_size > 0 ? for_size : LEAST_WIDTH);
      *minimum = *natural = (int) bary_year_sheet_get_height (self->sheet);
    }
}

static GtkSizeRequestMode
bary_sheet_body_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
bary_sheet_body_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  BarySheetBody *self = BARY_SHEET_BODY (widget);

  bary_sheet_body_lay_out (self, width);
  bary_sheet_body_place_children (self);
}

static void
paint (BarySheetBody *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, self->width, (float) bary_year_sheet_get_height (self->sheet));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &area);
  g_autofree char *today = bary_date_today ();

  bary_year_sheet_paint_body (self->sheet, cr, bary_sheet_body_get_theme (self), bary_day_from_iso (today));
  cairo_destroy (cr);
  self->painted = gtk_snapshot_free_to_node (snapshot);
}

/* What is dragged, and the day it would begin on. A node no larger than that: all it covers is drawn again with every motion. */
static void
snapshot_dragged (BarySheetBody *self,
                  GtkSnapshot   *snapshot)
{
  const BaryTheme *theme = bary_sheet_body_get_theme (self);
  BaryBox box = *bary_year_sheet_get_box (self->sheet, (guint) self->dragged);
  g_autofree char *iso = bary_day_to_iso (bary_sheet_body_get_target (self));
  g_autofree char *words = bary_date_to_words (iso);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
  graphene_rect_t area;
  int width, height;
  cairo_t *cr;

  pango_layout_get_pixel_size (layout, &width, &height);
  box.x += self->drag_offset;
  graphene_rect_init (&area, (float) (box.x - box.width / 2 - 2), (float) (box.y - MAX (height, box.height)),
                      (float) (1.5 * box.width + width + 12), (float) (MAX (height, box.height) + box.height));
  cr = gtk_snapshot_append_cairo (snapshot, &area);
  bary_year_sheet_paint_mark (cr, theme, &box, FALSE, BARY_SHEET_MOVED);
  cairo_rectangle (cr, box.x + box.width, box.y - height, width + 8, height);
  bary_draw_set_colour (cr, theme->card, 1);
  cairo_fill (cr);
  bary_draw_set_colour (cr, theme->text, 1);
  cairo_move_to (cr, box.x + box.width + 4, box.y - height);
  pango_cairo_show_layout (cr, layout);
  cairo_destroy (cr);
}

static void
snapshot_frame (BarySheetBody *self,
                GtkSnapshot   *snapshot)
{
  const BaryBox *box = bary_year_sheet_get_box (self->sheet, (guint) self->selected);
  double left = box->x - box->width / 2 - 4;
  graphene_rect_t area = GRAPHENE_RECT_INIT ((float) left, (float) (box->y - box->height / 2 - 4), (float) (self->width - left),
                                             (float) box->height + 8);
  cairo_t *cr;

  if (box->width <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &area);
  bary_year_sheet_paint_frame (self->sheet, cr, bary_sheet_body_get_theme (self), (guint) self->selected);
  cairo_destroy (cr);
}

static void
bary_sheet_body_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  BarySheetBody *self = BARY_SHEET_BODY (widget);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_for_display (gtk_widget_get_display (widget)));

  if (self->sheet == NULL || self->width == 0)
    return;
  if (dark != self->dark)
    g_clear_pointer (&self->painted, gsk_render_node_unref);
  self->dark = dark;
  if (self->painted == NULL)
    paint (self);
  gtk_snapshot_append_node (snapshot, self->painted);
  if (self->selected >= 0)
    snapshot_frame (self, snapshot);
  if (self->dragged >= 0)
    snapshot_dragged (self, snapshot);
}

static gboolean
bary_sheet_body_query_tooltip (GtkWidget  *widget,
                               int         x,
                               int         y,
                               gboolean    keyboard,
                               GtkTooltip *tooltip)
{
  BarySheetBody *self = BARY_SHEET_BODY (widget);
  int event = self->sheet != NULL && !keyboard ? bary_year_sheet_find (self->sheet, x, y) : -1;
  g_autofree char *description = NULL;

  if (event < 0)
    return FALSE;
  description = self->describe (event, self->describe_data);
  gtk_tooltip_set_text (tooltip, description);
  return TRUE;
}

static void
bary_sheet_body_dispose (GObject *object)
{
  BarySheetBody *self = BARY_SHEET_BODY (object);
  GtkWidget *child;

  g_hash_table_remove_all (self->children);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->painted, gsk_render_node_unref);
  g_clear_pointer (&self->sheet, bary_year_sheet_free);

  G_OBJECT_CLASS (bary_sheet_body_parent_class)->dispose (object);
}

static void
bary_sheet_body_finalize (GObject *object)
{
  g_hash_table_unref (BARY_SHEET_BODY (object)->children);

  G_OBJECT_CLASS (bary_sheet_body_parent_class)->finalize (object);
}

static void
bary_sheet_body_class_init (BarySheetBodyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bary_sheet_body_dispose;
  object_class->finalize = bary_sheet_body_finalize;
  widget_class->measure = bary_sheet_body_measure;
  widget_class->get_request_mode = bary_sheet_body_get_request_mode;
  widget_class->size_allocate = bary_sheet_body_size_allocate;
  widget_class->snapshot = bary_sheet_body_snapshot;
  widget_class->query_tooltip = bary_sheet_body_query_tooltip;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);

  signals[SELECTED] = g_signal_new ("selected", BARY_TYPE_SHEET_BODY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_INT);
  signals[ACTIVATED] = g_signal_new ("activated", BARY_TYPE_SHEET_BODY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_INT);
  signals[DROPPED] = g_signal_new ("dropped", BARY_TYPE_SHEET_BODY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_UINT);
}

static void
bary_sheet_body_init (BarySheetBody *self)
{
  self->children = g_hash_table_new (NULL, NULL);
  self->selected = self->dragged = -1;
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  bary_sheet_body_add_input (self);
}

void
bary_sheet_body_set_sheet (BarySheetBody     *self,
                           BaryYearSheet     *sheet,
                           BarySheetDescribe  describe,
                           gpointer           data)
{
  self->refocus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  g_clear_pointer (&self->sheet, bary_year_sheet_free);
  self->sheet = sheet;
  self->describe = describe;
  self->describe_data = data;
  self->selected = self->dragged = -1;
  self->width = 0;
  forget_painted (self);
  if (sheet != NULL && gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    bary_sheet_body_lay_out (self, gtk_widget_get_width (GTK_WIDGET (self)));
  bary_sheet_body_remake_children (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

BaryYearSheet *
bary_sheet_body_get_sheet (BarySheetBody *self)
{
  return self->width > 0 ? self->sheet : NULL;
}

static void
mark (BarySheetBody *self,
      int            event,
      gboolean       selected)
{
  GtkWidget *child = event >= 0 ? bary_sheet_body_ensure_child (self, event) : NULL;

  if (child != NULL)
    bary_canvas_node_set_selected (BARY_CANVAS_NODE (child), selected);
}

void
bary_sheet_body_set_selected (BarySheetBody *self,
                              int            event)
{
  if (self->selected == event || self->sheet == NULL || event >= (int) bary_year_sheet_get_n_events (self->sheet))
    return;

  mark (self, self->selected, FALSE);
  self->selected = event;
  mark (self, event, TRUE);
  if (self->refocus && event >= 0)
    gtk_widget_grab_focus (bary_sheet_body_ensure_child (self, event));
  self->refocus = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

int
bary_sheet_body_get_selected (BarySheetBody *self)
{
  return self->selected;
}

void
bary_sheet_body_choose (BarySheetBody *self,
                        int            event)
{
  if (self->selected == event)
    return;

  bary_sheet_body_set_selected (self, event);
  g_signal_emit (self, signals[SELECTED], 0, event);
}

void
bary_sheet_body_emit (BarySheetBody *self,
                      const char    *signal)
{
  if (g_str_equal (signal, "activated"))
    g_signal_emit (self, signals[ACTIVATED], 0, self->selected);
  else
    g_signal_emit (self, signals[DROPPED], 0, self->dragged, bary_sheet_body_get_target (self));
}

void
bary_sheet_body_set_editable (BarySheetBody *self,
                              gboolean       editable)
{
  self->editable = editable;
}
