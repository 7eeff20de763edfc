#include "bary-window.h"

#include "bary-cluster-view.h"
#include "bary-config.h"
#include "bary-directory-view.h"

#include <glib/gi18n-lib.h>

struct _BaryWindow {
  AdwApplicationWindow parent_instance;

  /* template */
  AdwToastOverlay *toasts;
  GtkStack        *pages;
  AdwViewStack    *views;
  AdwStatusPage   *trouble;

  /* owned */
  BarySession     *session;
};

G_DEFINE_FINAL_TYPE (BaryWindow, bary_window, ADW_TYPE_APPLICATION_WINDOW)

enum {
  PROP_SESSION = 1,
  N_PROPS
};

static void
update_actions (BaryWindow *self)
{
  BaryStore *store = bary_session_get_store (self->session);
  g_autofree char *undo = store != NULL ? bary_store_dup_undo_name (store) : NULL;
  g_autofree char *redo = store != NULL ? bary_store_dup_redo_name (store) : NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", undo != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", redo != NULL);
}

static void
acted_cb (BaryWindow *self,
          const char *words)
{
  AdwToast *toast = adw_toast_new (words);

  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
failed_cb (BaryWindow *self,
           const char *message)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (message));
}

static void
go_to_cb (BaryWindow *self,
          guint       kind,
          const char *id)
{
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (self->views);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (pages), i);
      GtkWidget *view = adw_view_stack_page_get_child (page);

      if (bary_view_go_to (BARY_VIEW (view), kind, id))
        {
          adw_view_stack_set_visible_child (self->views, view);
          return;
        }
    }
}

static void
undo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  bary_session_undo (BARY_WINDOW (widget)->session);
}

static void
redo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  bary_session_redo (BARY_WINDOW (widget)->session);
}

static void
store_changed_cb (BaryWindow *self)
{
  BaryStore *store = bary_session_get_store (self->session);

  if (store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  gtk_stack_set_visible_child_name (self->pages, store != NULL ? "views" : "welcome");
  update_actions (self);
}

static void
bary_window_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  if (prop_id == PROP_SESSION)
    g_value_set_object (value, BARY_WINDOW (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
bary_window_dispose (GObject *object)
{
  BaryWindow *self = BARY_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), BARY_TYPE_WINDOW);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (bary_window_parent_class)->dispose (object);
}

static void
bary_window_class_init (BaryWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bary_window_get_property;
  object_class->dispose = bary_window_dispose;

  g_object_class_install_property (object_class, PROP_SESSION,
                                   g_param_spec_object ("session", NULL, NULL, BARY_TYPE_SESSION,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));

  g_type_ensure (BARY_TYPE_CLUSTER_VIEW);
  g_type_ensure (BARY_TYPE_DIRECTORY_VIEW);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/app/bary-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, BaryWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, BaryWindow, views);
  gtk_widget_class_bind_template_child (widget_class, BaryWindow, trouble);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_cb);
}

static void
bary_window_init (BaryWindow *self)
{
  self->session = bary_session_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (self->session, "notify::store", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "acted", G_CALLBACK (acted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "go-to", G_CALLBACK (go_to_cb), self, G_CONNECT_SWAPPED);
  update_actions (self);
}

BaryWindow *
bary_window_new (BaryApplication *application)
{
  return g_object_new (BARY_TYPE_WINDOW, "application", application, NULL);
}

void
bary_window_open_database (BaryWindow *self,
                           const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryStore) store = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      gtk_stack_set_visible_child_name (self->pages, "welcome");
      return;
    }

  store = bary_store_open (path, BARY_DATABASE_READ_WRITE, &error);
  if (store == NULL)
    {
      adw_status_page_set_description (self->trouble, error->message);
      gtk_stack_set_visible_child_name (self->pages, "trouble");
      return;
    }

  bary_session_set_store (self->session, store);
}
