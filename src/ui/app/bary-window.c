#include "bary-window-private.h"

#include "bary-cluster-view.h"
#include "bary-config.h"
#include "bary-dialogs.h"
#include "bary-contest-view.h"
#include "bary-directory-view.h"
#include "bary-exchange-view.h"
#include "bary-network-view.h"
#include "bary-roadmap-view.h"
#include "bary-settings.h"
#include "bary-view-slot.h"
#include "bary-year-switch.h"

#include <glib/gi18n-lib.h>

/* What fits into a toast; longer messages are a dialog. */
#define LONGEST_TOAST 90
#define UNDO_SECONDS 10 /* longer than a plain notice: it takes time to read and to reach */

G_DEFINE_FINAL_TYPE (BaryWindow, bary_window, ADW_TYPE_APPLICATION_WINDOW)

#define APPEARING_MS 600 /* a toast, with room to spare */

enum {
  PROP_SESSION = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

void
bary_window_toast (BaryWindow *self,
                   const char *words)
{
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

void
bary_window_fail (BaryWindow   *self,
                  const char   *heading,
                  const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    bary_dialogs_tell (GTK_WINDOW (self), heading, error->message);
}

static void
undo_dismissed_cb (AdwToast   *toast,
                   BaryWindow *self)
{
  if (self->undo_toast == toast)
    g_clear_weak_pointer (&self->undo_toast);
}

/* One toast for all: libadwaita 1.2 does not survive one that is dismissed while it still appears. */
static void
acted_cb (BaryWindow *self,
          const char *words)
{
  g_autofree char *escaped = g_markup_escape_text (words, -1);
  AdwToast *toast = self->undo_toast;

  g_clear_handle_id (&self->retire_source, g_source_remove);
  if (toast != NULL)
    {
      adw_toast_set_title (toast, escaped);
      adw_toast_set_button_label (toast, _("Undo"));
      return;
    }
  toast = adw_toast_new (escaped);
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  g_set_weak_pointer (&self->undo_toast, toast);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (undo_dismissed_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static gboolean
retire_cb (gpointer data)
{
  BaryWindow *self = data;

  self->retire_source = 0;
  if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);
  return G_SOURCE_REMOVE;
}

/* Its button would take back another action than its words say. */
static void
retire_undo_toast (BaryWindow *self)
{
  if (self->undo_toast == NULL)
    return;
  adw_toast_set_button_label (self->undo_toast, NULL);
  g_clear_handle_id (&self->retire_source, g_source_remove);
  self->retire_source = g_timeout_add (APPEARING_MS, retire_cb, self);
}

static void
failed_cb (BaryWindow *self,
           const char *message)
{
  if (g_utf8_strlen (message, -1) <= LONGEST_TOAST && strchr (message, '\n') == NULL)
    bary_window_toast (self, message);
  else
    bary_dialogs_tell (GTK_WINDOW (self), _("This was not done"), message);
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
      GtkWidget *slot = adw_view_stack_page_get_child (page);

      if (bary_view_go_to (bary_view_slot_get_view (BARY_VIEW_SLOT (slot)), kind, id))
        {
          adw_view_stack_set_visible_child (self->views, slot);
          return;
        }
    }
}

static void
show_cb (BaryWindow *self,
         const char *tab,
         guint       kind,
         const char *id)
{
  GtkWidget *slot = adw_view_stack_get_child_by_name (self->views, tab);

  if (slot != NULL && bary_view_show_record (bary_view_slot_get_view (BARY_VIEW_SLOT (slot)), kind, id))
    adw_view_stack_set_visible_child (self->views, slot);
}

static void
working_cb (BaryWindow *self,
            BaryJob    *job)
{
  bary_job_bar_add (self->jobs, job);
}

gboolean
bary_window_is_writable (BaryWindow *self)
{
  BaryStore *store = bary_session_get_store (self->session);

  return store != NULL && !bary_store_is_read_only (store);
}

static void
update_banner (BaryWindow *self)
{
  BaryStore *store = bary_session_get_store (self->session);
  g_autofree char *warning = store != NULL ? bary_store_dup_clock_warning (store) : NULL;

  bary_banner_set (self->banner, "clock", warning);
  bary_banner_set (self->banner, "read-only", store != NULL && bary_store_is_read_only (store)
                   ? _("This file is open for reading only: nothing in it can be changed")
                   : NULL);
}

static void
update_title (BaryWindow *self)
{
  BaryStore *store = bary_session_get_store (self->session);
  g_autofree char *id = store != NULL ? bary_store_dup_meta (store, BARY_META_OWN_CENTRE) : NULL;
  g_autoptr (BaryRecord) centre = id != NULL ? bary_store_get (store, BARY_KIND_CENTRE, id, NULL) : NULL;
  const char *title = centre != NULL ? bary_record_get_name (centre) : _("Barycenter");

  adw_window_title_set_title (self->name, title);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
changed_cb (BaryWindow *self)
{
  retire_undo_toast (self);
  bary_window_update_actions (self);
  update_title (self);
}

static void
store_changed_cb (BaryWindow *self)
{
  BaryStore *store = bary_session_get_store (self->session);

  if (store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  update_banner (self);
}

void
bary_window_show_store (BaryWindow *self,
                        BaryStore  *store)
{
  g_autofree char *tab = bary_settings_dup (self->settings, "tab");

  if (tab != NULL && adw_view_stack_get_child_by_name (self->views, tab) != NULL)
    adw_view_stack_set_visible_child_name (self->views, tab);
  bary_session_set_store (self->session, store);
  bary_settings_restore_session (self->settings, self->session);
  bary_settings_set (self->settings, "last-database", bary_store_get_path (store));
  bary_window_show_page (self, "views");
  bary_window_update_actions (self);
  bary_window_watch_mornings (self);
}

static gboolean
bary_window_close_request (GtkWindow *window)
{
  BaryWindow *self = BARY_WINDOW (window);

  bary_settings_save_size (self->settings, window);
  if (bary_session_get_store (self->session) != NULL)
    {
      bary_settings_set (self->settings, "tab", adw_view_stack_get_visible_child_name (self->views));
      bary_settings_save_session (self->settings, self->session);
    }

  return GTK_WINDOW_CLASS (bary_window_parent_class)->close_request (window);
}

static void
bary_window_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  BaryWindow *self = BARY_WINDOW (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bary_window_dispose (GObject *object)
{
  BaryWindow *self = BARY_WINDOW (object);

  g_clear_handle_id (&self->backup_source, g_source_remove);
  g_clear_handle_id (&self->tabs_source, g_source_remove);
  g_clear_handle_id (&self->morning_source, g_source_remove);
  g_clear_weak_pointer (&self->show_window);
  g_clear_weak_pointer (&self->steps_window);
  g_clear_handle_id (&self->retire_source, g_source_remove);
  g_clear_weak_pointer (&self->undo_toast);
  g_queue_clear_full (&self->imports, g_object_unref);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (bary_window_parent_class)->dispose (object);
}

static void
bary_window_class_bind (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/app/bary-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, BaryWindow, title);
  gtk_widget_class_bind_template_child (widget_class, BaryWindow, tabs);
  gtk_widget_class_bind_template_child (widget_class, BaryWindow, narrow_tabs);
  gtk_widget_class_bind_template_child (widget_class, BaryWindow, name);
  gtk_widget_class_bind_template_child (widget_class, BaryWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, BaryWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, BaryWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, BaryWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, BaryWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, BaryWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, BaryWindow, bottom);
  gtk_widget_class_bind_template_child (widget_class, BaryWindow, views);
  gtk_widget_class_bind_template_child (widget_class, BaryWindow, jobs);
}

static void
bary_window_class_init (BaryWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bary_window_get_property;
  object_class->dispose = bary_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = bary_window_close_request;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, BARY_TYPE_SESSION, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (BARY_TYPE_BANNER);
  g_type_ensure (BARY_TYPE_CLUSTER_VIEW);
  g_type_ensure (BARY_TYPE_CONTEST_VIEW);
  g_type_ensure (BARY_TYPE_DIRECTORY_VIEW);
  g_type_ensure (BARY_TYPE_EXCHANGE_VIEW);
  g_type_ensure (BARY_TYPE_JOB_BAR);
  g_type_ensure (BARY_TYPE_NETWORK_VIEW);
  g_type_ensure (BARY_TYPE_ROADMAP_VIEW);
  g_type_ensure (BARY_TYPE_VIEW_SLOT);
  g_type_ensure (BARY_TYPE_YEAR_SWITCH);

  bary_window_class_bind (widget_class);
  bary_window_class_install_actions (widget_class);
  bary_window_class_install_files (widget_class);
  bary_window_class_install_care (widget_class);
  bary_window_class_install_salvage (widget_class);
  bary_window_class_install_packages (widget_class);
  bary_window_class_install_pictures (widget_class);
  bary_window_class_install_show (widget_class);
}

static void
bary_window_init (BaryWindow *self)
{
  self->session = bary_session_new ();
  self->settings = bary_settings_new ();
  g_queue_init (&self->imports);
  gtk_widget_init_template (GTK_WIDGET (self));
  bary_settings_restore_size (self->settings, GTK_WINDOW (self));

  g_signal_connect_object (self->title, "notify::visible-child", G_CALLBACK (bary_window_place_tabs), self, G_CONNECT_SWAPPED);
  bary_window_prepare_buttons (self);
  bary_window_accept_drops (self);

  g_signal_connect_object (self->session, "notify::store", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "acted", G_CALLBACK (acted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "told", G_CALLBACK (bary_window_toast), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "show", G_CALLBACK (show_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "working", G_CALLBACK (working_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "go-to", G_CALLBACK (go_to_cb), self, G_CONNECT_SWAPPED);
  bary_window_update_actions (self);
}

BaryWindow *
bary_window_new (BaryProgram *application)
{
  return g_object_new (BARY_TYPE_WINDOW, "application", application, NULL);
}
