#include "bary-window-private.h"

#include "bary-canvas.h"
#include "bary-show-editor.h"
#include "bary-show-pdf.h"
#include "bary-show-window.h"
#include "bary-view-slot.h"

static BaryView *
get_view (BaryWindow *self)
{
  return bary_view_slot_get_view (BARY_VIEW_SLOT (adw_view_stack_get_visible_child (self->views)));
}

/* Returns: (nullable): what the tab that is seen shows. */
static BaryScene *
find_scene (BaryWindow *self)
{
  GtkWidget *canvas = bary_view_get_canvas (get_view (self));

  return canvas != NULL ? bary_canvas_get_scene (BARY_CANVAS (canvas)) : NULL;
}

/* The picture of the tab that is seen; of another tab, the chosen cluster; without one, the network. */
static BaryPicture
find_picture (BaryWindow *self,
              BaryScene  *scene)
{
  if (scene != NULL)
    return bary_scene_get_network (scene)->picture;
  if (g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "network") == 0)
    return BARY_PICTURE_NETWORK;
  return bary_session_get_cluster (self->session) != NULL ? BARY_PICTURE_CLUSTER : BARY_PICTURE_NETWORK;
}

/* Returns: (transfer full) */
static BaryShow *
make_show (BaryWindow *self)
{
  BaryScene *scene = find_scene (self);
  BaryPicture picture = find_picture (self, scene);
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const char *family = pango_font_description_get_family (pango_context_get_font_description (context));

  /* The steps are those of the structure. */
  if (scene != NULL && bary_scene_get_network (scene)->free)
    scene = NULL;
  return bary_show_new (self->session, picture,
                        picture == BARY_PICTURE_CLUSTER ? bary_session_get_cluster (self->session) : NULL, scene, family);
}

static void
present_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  BaryWindow *self = BARY_WINDOW (widget);
  g_autoptr (BaryShow) show = NULL;

  if (self->show_window == NULL)
    {
      show = make_show (self);
      g_set_weak_pointer (&self->show_window, bary_show_window_new (GTK_WINDOW (self), show, 0));
    }
  gtk_window_present (self->show_window);
}

static void
present_steps_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  BaryWindow *self = BARY_WINDOW (widget);
  g_autoptr (BaryShow) show = NULL;

  if (self->steps_window == NULL)
    {
      show = make_show (self);
      g_set_weak_pointer (&self->steps_window, bary_show_editor_new (GTK_WINDOW (self), show, get_view (self)));
    }
  gtk_window_present (self->steps_window);
}

static void
present_pdf_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  g_autoptr (BaryShow) show = make_show (BARY_WINDOW (widget));

  bary_show_save_pdf (show, GTK_WINDOW (widget));
}

void
bary_window_class_install_show (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.present", NULL, present_cb);
  gtk_widget_class_install_action (widget_class, "win.present-steps", NULL, present_steps_cb);
  gtk_widget_class_install_action (widget_class, "win.present-pdf", NULL, present_pdf_cb);
}
