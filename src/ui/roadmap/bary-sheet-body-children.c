#include "bary-sheet-body-private.h"

#include "bary-canvas-node.h"

#include <math.h>

#define MOST_CHILDREN 400 /* more are neither read by anybody nor cheap; the list has them all */

static gpointer
key_of (int event)
{
  return GINT_TO_POINTER (event + 1);
}

static void
focus_entered_cb (GtkEventControllerFocus *controller,
                  BarySheetBody           *self)
{
  GtkWidget *child = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  bary_sheet_body_choose (self, bary_canvas_node_get_node (BARY_CANVAS_NODE (child)));
}

GtkWidget *
bary_sheet_body_ensure_child (BarySheetBody *self,
                              int            event)
{
  GtkWidget *child = g_hash_table_lookup (self->children, key_of (event));
  GtkEventController *focus;
  g_autofree char *description = NULL;

  if (child != NULL || self->sheet == NULL || event < 0 || event >= (int) bary_year_sheet_get_n_events (self->sheet))
    return child;

  description = self->describe (event, self->describe_data);
  child = bary_canvas_node_new (event, description);
  focus = gtk_event_controller_focus_new ();
  g_signal_connect (focus, "enter", G_CALLBACK (focus_entered_cb), self);
  gtk_widget_add_controller (child, focus);
  gtk_widget_set_can_target (child, FALSE);
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_hash_table_insert (self->children, key_of (event), child);
  bary_canvas_node_set_selected (BARY_CANVAS_NODE (child), event == self->selected);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  return child;
}

void
bary_sheet_body_remake_children (BarySheetBody *self)
{
  GtkWidget *child;
  guint n = self->sheet != NULL ? MIN (bary_year_sheet_get_n_events (self->sheet), MOST_CHILDREN) : 0;

  g_hash_table_remove_all (self->children);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  for (guint i = 0; i < n; i++)
    bary_sheet_body_ensure_child (self, (int) i);
}

void
bary_sheet_body_place_children (BarySheetBody *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const BaryBox *box = bary_year_sheet_get_box (self->sheet, (guint) bary_canvas_node_get_node (BARY_CANVAS_NODE (child)));
      GtkAllocation place = { (int) floor (box->x - box->width / 2), (int) floor (box->y - box->height / 2),
                              (int) ceil (box->width), (int) ceil (box->height) };

      gtk_widget_set_child_visible (child, box->width > 0);
      gtk_widget_size_allocate (child, &place, -1);
    }
}
