#include "bary-window-private.h"

#include "bary-canvas.h"
#include "bary-config.h"
#include "bary-export-dialog.h"
#include "bary-view-slot.h"

#include <glib/gi18n-lib.h>

/* Returns: (transfer none) (nullable): what is shown, if it is a picture. */
static BaryCanvas *
find_canvas (BaryWindow *self)
{
  GtkWidget *slot = adw_view_stack_get_visible_child (self->views);
  GtkWidget *canvas = BARY_IS_VIEW_SLOT (slot) ? bary_view_get_canvas (bary_view_slot_get_view (BARY_VIEW_SLOT (slot))) : NULL;

  if (canvas != NULL && bary_canvas_get_scene (BARY_CANVAS (canvas)) != NULL)
    return BARY_CANVAS (canvas);

  bary_window_toast (self, _("There is no picture here: open a cluster or the network first"));
  return NULL;
}

static void
export_picture_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  BaryWindow *self = BARY_WINDOW (widget);
  BaryCanvas *canvas = find_canvas (self);
  BaryFrame frame;

  if (canvas == NULL)
    return;
  frame = bary_canvas_get_frame (canvas);
  bary_export_dialog_present (GTK_WINDOW (self), self->session, bary_canvas_get_scene (canvas), &frame, bary_canvas_get_camera (canvas));
}

static void
print_picture_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  BaryWindow *self = BARY_WINDOW (widget);
  BaryCanvas *canvas = find_canvas (self);
  BaryFrame frame;

  if (canvas == NULL)
    return;
  frame = bary_canvas_get_frame (canvas);
  bary_export_print (GTK_WINDOW (self), self->session, bary_canvas_get_scene (canvas), &frame, bary_canvas_get_camera (canvas));
}

static void
copy_picture_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  BaryWindow *self = BARY_WINDOW (widget);
  BaryCanvas *canvas = find_canvas (self);
  BaryFrame frame;

  if (canvas == NULL)
    return;
  frame = bary_canvas_get_frame (canvas);
  bary_export_copy (widget, self->session, bary_canvas_get_scene (canvas), &frame, bary_canvas_get_camera (canvas));
}

void
bary_window_class_install_pictures (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.export-picture", NULL, export_picture_cb);
  gtk_widget_class_install_action (widget_class, "win.print-picture", NULL, print_picture_cb);
  gtk_widget_class_install_action (widget_class, "win.copy-picture", NULL, copy_picture_cb);
}
