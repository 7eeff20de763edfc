#include "bary-window-private.h"

#include "bary-canvas.h"
#include "bary-config.h"
#include "bary-export-dialog.h"
#include "bary-view-slot.h"

#include <glib/gi18n-lib.h>

/* Returns: (transfer full) (nullable): what is shown, if it is a picture. */
static BaryExportSource *
find_source (BaryWindow *self)
{
  GtkWidget *slot = adw_view_stack_get_visible_child (self->views);
  GtkWidget *canvas = BARY_IS_VIEW_SLOT (slot) ? bary_view_get_canvas (bary_view_slot_get_view (BARY_VIEW_SLOT (slot))) : NULL;
  BaryScene *scene = canvas != NULL ? bary_canvas_get_scene (BARY_CANVAS (canvas)) : NULL;
  BaryFrame frame;

  if (scene == NULL)
    {
      bary_window_toast (self, _("There is no picture here: open a cluster or the network first"));
      return NULL;
    }
  frame = bary_canvas_get_frame (BARY_CANVAS (canvas));
  return bary_export_source_new (self->session, scene, &frame, bary_canvas_get_camera (BARY_CANVAS (canvas)));
}

static void
export_picture_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  BaryWindow *self = BARY_WINDOW (widget);
  BaryExportSource *source = find_source (self);

  if (source != NULL)
    bary_export_dialog_present (GTK_WINDOW (self), self->session, source);
}

static void
print_picture_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  BaryWindow *self = BARY_WINDOW (widget);
  BaryExportSource *source = find_source (self);

  if (source != NULL)
    bary_export_print (GTK_WINDOW (self), self->session, source);
}

static void
copy_picture_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  BaryWindow *self = BARY_WINDOW (widget);
  BaryExportSource *source = find_source (self);

  if (source != NULL)
    bary_export_copy (widget, self->session, source);
}

void
bary_window_class_install_pictures (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.export-picture", NULL, export_picture_cb);
  gtk_widget_class_install_action (widget_class, "win.print-picture", NULL, print_picture_cb);
  gtk_widget_class_install_action (widget_class, "win.copy-picture", NULL, copy_picture_cb);
}
