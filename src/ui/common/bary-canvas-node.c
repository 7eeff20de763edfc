#include "bary-canvas-node.h"

struct _BaryCanvasNode {
  GtkWidget parent_instance;

  int       node;
};

G_DEFINE_FINAL_TYPE (BaryCanvasNode, bary_canvas_node, GTK_TYPE_WIDGET)

static void
bary_canvas_node_class_init (BaryCanvasNodeClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "canvasnode");
}

static void
bary_canvas_node_init (BaryCanvasNode *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
bary_canvas_node_new_as (GtkAccessibleRole role)
{
  return g_object_new (BARY_TYPE_CANVAS_NODE, "accessible-role", role, NULL);
}

GtkWidget *
bary_canvas_node_new (int         node,
                      const char *description)
{
  GtkWidget *self = bary_canvas_node_new_as (GTK_ACCESSIBLE_ROLE_LIST_ITEM);

  bary_canvas_node_show (BARY_CANVAS_NODE (self), node, description);
  return self;
}

void
bary_canvas_node_show (BaryCanvasNode *self,
                       int             node,
                       const char     *description)
{
  self->node = node;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
}

int
bary_canvas_node_get_node (BaryCanvasNode *self)
{
  return self->node;
}

void
bary_canvas_node_set_selected (BaryCanvasNode *self,
                               gboolean        selected)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}
