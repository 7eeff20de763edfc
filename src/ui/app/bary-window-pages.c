#include "bary-window-private.h"

#include "bary-search-popover.h"
#include "bary-trouble-page.h"
#include "bary-welcome-page.h"

/* The first frame waits for every widget there is: these come when somebody needs them. */

static GtkWidget *
make_spinner (void)
{
  GtkWidget *spinner = gtk_spinner_new ();

  gtk_widget_set_size_request (spinner, 48, 48);
  gtk_widget_set_halign (spinner, GTK_ALIGN_CENTER);
  gtk_spinner_start (GTK_SPINNER (spinner));
  return spinner;
}

static GtkWidget *
make_page (const char *name)
{
  if (g_str_equal (name, "welcome"))
    return g_object_new (BARY_TYPE_WELCOME_PAGE, NULL);
  if (g_str_equal (name, "trouble"))
    return g_object_new (BARY_TYPE_TROUBLE_PAGE, NULL);
  return make_spinner ();
}

/* GTK 4.8 tells screen readers of hidden widgets, not of those that a stack does not show. */
static void
tell_hidden (GtkStack *pages)
{
  GtkWidget *visible = gtk_stack_get_visible_child (pages);

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (pages)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    gtk_accessible_update_state (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_STATE_HIDDEN, page != visible, -1);
}

void
bary_window_show_page (BaryWindow *self,
                       const char *name)
{
  if (gtk_stack_get_child_by_name (self->pages, name) == NULL)
    gtk_stack_add_named (self->pages, make_page (name), name);

  gtk_stack_set_visible_child_name (self->pages, name);
  tell_hidden (self->pages);
}

void
bary_window_show_trouble (BaryWindow   *self,
                          const char   *path,
                          const GError *error)
{
  bary_window_show_page (self, "trouble");
  bary_trouble_page_set (BARY_TROUBLE_PAGE (gtk_stack_get_visible_child (self->pages)), path, error);
}

static void
create_search_cb (GtkMenuButton *button,
                  gpointer       window)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, bary_search_popover_new (BARY_WINDOW (window)->session));
}

static void
create_menu_cb (GtkMenuButton *button,
                gpointer       window)
{
  g_autoptr (GtkBuilder) builder = NULL;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;

  builder = gtk_builder_new_from_resource ("/org/barycenter/Barycenter/ui/app/bary-menu.ui");
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (gtk_builder_get_object (builder, "menu")));
}

void
bary_window_prepare_buttons (BaryWindow *self)
{
  gtk_menu_button_set_create_popup_func (self->search_button, create_search_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, self, NULL);
}

/* Where the tabs find no room in the header they are at the bottom. */
static void
place_tabs (BaryWindow *self)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->bottom));
  GtkWidget *shown = adw_squeezer_get_visible_child (self->title);
  gboolean below = shown != self->tabs && shown != self->narrow_tabs && gtk_widget_get_visible (self->tabs);

  gtk_accessible_update_state (GTK_ACCESSIBLE (self->tabs), GTK_ACCESSIBLE_STATE_HIDDEN, shown != self->tabs, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->narrow_tabs), GTK_ACCESSIBLE_STATE_HIDDEN, shown != self->narrow_tabs, -1);
  if (below && !ADW_IS_VIEW_SWITCHER_BAR (last))
    {
      last = adw_view_switcher_bar_new ();
      adw_view_switcher_bar_set_stack (ADW_VIEW_SWITCHER_BAR (last), self->views);
      gtk_box_append (self->bottom, last);
    }
  if (ADW_IS_VIEW_SWITCHER_BAR (last))
    adw_view_switcher_bar_set_reveal (ADW_VIEW_SWITCHER_BAR (last), below);
}

static gboolean
place_tabs_cb (gpointer window)
{
  BaryWindow *self = window;

  self->tabs_source = 0;
  place_tabs (self);
  return G_SOURCE_REMOVE;
}

/* It changes in the middle of an allocation, when children cannot be added. */
void
bary_window_place_tabs (BaryWindow *self)
{
  if (self->tabs_source == 0)
    self->tabs_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, place_tabs_cb, self, NULL);
}
