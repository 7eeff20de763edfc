#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A node of a canvas for the keyboard and the screen reader: nothing that is drawn. */
#define BARY_TYPE_CANVAS_NODE (bary_canvas_node_get_type ())
G_DECLARE_FINAL_TYPE (BaryCanvasNode, bary_canvas_node, BARY, CANVAS_NODE, GtkWidget)

GtkWidget *bary_canvas_node_new          (int             node,
                                          const char     *description);
/* What is none of a list: a cell, a head. It stands for nothing yet. */
GtkWidget *bary_canvas_node_new_as       (GtkAccessibleRole role);
/* Another node, or the same under another name. */
void       bary_canvas_node_show         (BaryCanvasNode *self,
                                          int             node,
                                          const char     *description);
int        bary_canvas_node_get_node     (BaryCanvasNode *self);
void       bary_canvas_node_set_selected (BaryCanvasNode *self,
                                          gboolean        selected);

G_END_DECLS
