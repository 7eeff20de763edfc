#include "bary-directory-view-private.h"

#include "bary-config.h"
#include "bary-directory-columns.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (BaryDirectoryView, bary_directory_view, BARY_TYPE_VIEW)

/* What is shown */

static char *
count_to_words (BaryKind kind,
                guint    n)
{
  if (kind == BARY_KIND_ORGANISATION)
    return g_strdup_printf (ngettext ("%u organisation", "%u organisations", n), n);
  if (kind == BARY_KIND_PERSON)
    return g_strdup_printf (ngettext ("%u person", "%u people", n), n);

  return g_strdup_printf (ngettext ("%u record", "%u records", n), n);
}

static gboolean
is_narrowed (BaryDirectoryView *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0' ||
         (self->kind == BARY_KIND_ORGANISATION && bary_directory_filters_is_active (self->filters));
}

static void
update_count (BaryDirectoryView *self)
{
  guint n = self->records != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->records)) : 0;
  g_autofree char *words = count_to_words (self->kind, n);

  gtk_label_set_label (self->count, words);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : is_narrowed (self) ? "none" : "empty");
}

static gboolean
is_searched (BaryKind kind)
{
  const BaryField *name = bary_kind_find_field (kind, "name", NULL);

  return name != NULL && (name->flags & BARY_FIELD_SEARCHED);
}

static void
refresh (BaryDirectoryView *self)
{
  g_autoptr (BaryQuery) query = NULL;
  gboolean filtered = self->kind == BARY_KIND_ORGANISATION;

  if (self->records == NULL)
    return;

  query = bary_query_new (self->kind);
  if (is_searched (self->kind))
    bary_query_matching (query, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  if (filtered)
    bary_directory_filters_apply (self->filters, query);
  bary_directory_columns_sort (self->list, bary_view_get_session (BARY_VIEW (self)), query);
  bary_record_list_set_query (self->records, query);

  if (filtered && bary_directory_filters_is_active (self->filters))
    gtk_widget_add_css_class (self->filter_button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->filter_button, "suggested-action");
  update_count (self);
}

static GtkWidget *
find_inner_list (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      return child;

  return NULL;
}

/* GTK 4.8 has no gtk_column_view_scroll_to; the list inside has the action. */
static gboolean
scroll_cb (gpointer data)
{
  BaryDirectoryView *self = data;
  guint position = self->selection != NULL ? bary_record_selection_get_position (self->selection) : G_MAXUINT;
  GtkWidget *inner = find_inner_list (GTK_WIDGET (self->list));

  self->scroll_source = 0;
  if (position == G_MAXUINT || inner == NULL)
    return G_SOURCE_REMOVE;

  gtk_widget_activate_action (inner, "list.scroll-to-item", "u", position);
  if (self->focus_awaited)
    bary_directory_columns_focus_row (inner, position);
  self->focus_awaited = FALSE;
  return G_SOURCE_REMOVE;
}

static void
scroll_to_selected (BaryDirectoryView *self)
{
  if (self->scroll_source == 0)
    self->scroll_source = g_idle_add (scroll_cb, self);
}

static void
selected_cb (BaryDirectoryView *self)
{
  const char *id = bary_record_selection_get_selected (self->selection);
  g_autoptr (BaryRecord) record = NULL;

  if (id != NULL)
    record = bary_store_get (self->store, self->kind, id, NULL);

  bary_inspector_show (self->inspector, record);
  adw_flap_set_reveal_flap (self->flap, record != NULL || !adw_flap_get_folded (self->flap));
}

/* A form that asks for more room may fold the pane, and is not hidden by that. */
static void
folded_cb (BaryDirectoryView *self)
{
  if (bary_inspector_get_form (self->inspector) != NULL)
    adw_flap_set_reveal_flap (self->flap, TRUE);
}

/* After any change: a record that was added is chosen, one that is gone is let go. */
static void
records_changed_cb (BaryDirectoryView *self)
{
  const char *id = bary_record_selection_get_selected (self->selection);

  update_count (self);
  if (self->awaited != NULL && bary_record_list_find (self->records, self->awaited) != G_MAXUINT)
    {
      g_autofree char *awaited = g_steal_pointer (&self->awaited);

      bary_record_selection_set_selected (self->selection, awaited);
      scroll_to_selected (self);
      return;
    }

  if (id != NULL && bary_record_selection_get_position (self->selection) == G_MAXUINT)
    {
      g_autoptr (BaryRecord) record = bary_store_get (self->store, self->kind, id, NULL);

      if (record == NULL)
        bary_record_selection_set_selected (self->selection, NULL);
    }
}

void
bary_directory_view_set_kind (BaryDirectoryView *self,
                              BaryKind           kind)
{
  gboolean frequent = kind == BARY_KIND_ORGANISATION || kind == BARY_KIND_PERSON;

  if (self->selection != NULL)
    bary_record_selection_set_selected (self->selection, NULL);

  self->kind = kind;
  gtk_menu_button_set_label (self->kinds_button, frequent ? C_("kinds of records", "More") : _(bary_kind_get_info (kind)->plural));
  gtk_widget_set_visible (self->filter_button, kind == BARY_KIND_ORGANISATION);
  gtk_widget_set_sensitive (GTK_WIDGET (self->search), is_searched (kind));
  if (!is_searched (kind))
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  g_clear_object (&self->column_actions);
  self->column_actions = g_simple_action_group_new ();

  /* No row of one kind may meet a column of another. */
  if (self->records != NULL)
    bary_record_list_set_query (self->records, NULL);
  self->building = TRUE;
  bary_directory_columns_build (self->list, bary_view_get_session (BARY_VIEW (self)), kind,
                                G_ACTION_MAP (self->column_actions), self->columns_submenu);
  self->building = FALSE;
  gtk_widget_insert_action_group (GTK_WIDGET (self), "column", G_ACTION_GROUP (self->column_actions));
  refresh (self);
}

/* Following the session */

static void
sorted_cb (BaryDirectoryView *self)
{
  if (self->building || self->records == NULL)
    return;

  refresh (self);
  scroll_to_selected (self);
}

/* A file that is only read is not offered to be changed. */
static void
update_actions (BaryDirectoryView *self)
{
  const char *const changing[] = { "add", "remove", "import", "paste" };

  for (guint i = 0; i < G_N_ELEMENTS (changing); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), changing[i]);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), self->store != NULL && !bary_store_is_read_only (self->store));
    }
}

static void
store_replaced_cb (BaryDirectoryView *self)
{
  BarySession *session = bary_view_get_session (BARY_VIEW (self));

  gtk_column_view_set_model (self->list, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->records);
  g_set_object (&self->store, bary_session_get_store (session));
  update_actions (self);
  if (self->store == NULL)
    return;

  self->records = bary_record_list_new (self->store, NULL);
  self->selection = bary_record_selection_new (self->records);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (records_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  bary_directory_view_set_kind (self, self->kind);
}

static void
bary_directory_view_session_changed (BaryView *view)
{
  BaryDirectoryView *self = BARY_DIRECTORY_VIEW (view);
  BarySession *session = bary_view_get_session (view);

  if (session == NULL)
    return;

  g_object_set (self->inspector, "session", session, NULL);
  bary_directory_filters_set_session (self->filters, session);
  g_signal_connect_object (session, "notify::store", G_CALLBACK (store_replaced_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::day", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  store_replaced_cb (self);
}

void
bary_directory_view_show_all (BaryDirectoryView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  bary_directory_filters_reset (self->filters);
  refresh (self);
}

static gboolean
is_home_of (BaryKind kind)
{
  return kind <= BARY_KIND_GROUP || kind == BARY_KIND_BODY || kind == BARY_KIND_AGREEMENT;
}

static gboolean
bary_directory_view_go_to (BaryView   *view,
                           BaryKind    kind,
                           const char *id)
{
  BaryDirectoryView *self = BARY_DIRECTORY_VIEW (view);

  if (!is_home_of (kind) || self->records == NULL)
    return FALSE;

  if (kind != self->kind)
    gtk_widget_activate_action (GTK_WIDGET (self), "directory.kind", "s", bary_kind_get_info (kind)->name);
  if (bary_record_list_find (self->records, id) == G_MAXUINT)
    bary_directory_view_show_all (self);
  bary_record_selection_set_selected (self->selection, id);
  self->focus_awaited = TRUE;
  scroll_to_selected (self);
  return TRUE;
}

/* The list and what stands beside it */

static void
row_activated_cb (BaryDirectoryView *self,
                  guint              position)
{
  bary_record_selection_set_selected (self->selection, bary_record_list_get_id (self->records, position));
  adw_flap_set_reveal_flap (self->flap, TRUE);
  bary_inspector_edit (self->inspector);
}

static void
inspector_closed_cb (BaryDirectoryView *self)
{
  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_folded (self->flap));
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
search_stopped_cb (BaryDirectoryView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/* Enter in the search goes on to the first of what is found. */
static void
search_activated_cb (BaryDirectoryView *self)
{
  refresh (self);
  if (self->selection == NULL || g_list_model_get_n_items (G_LIST_MODEL (self->records)) == 0)
    return;

  bary_record_selection_set_selected (self->selection, bary_record_list_get_id (self->records, 0));
  self->focus_awaited = TRUE;
  scroll_to_selected (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
bary_directory_view_dispose (GObject *object)
{
  BaryDirectoryView *self = BARY_DIRECTORY_VIEW (object);

  /* Without records nothing is refreshed while the widgets go. */
  g_clear_handle_id (&self->scroll_source, g_source_remove);
  g_clear_object (&self->records);
  g_clear_object (&self->selection);
  g_clear_object (&self->store);
  g_clear_object (&self->actions);
  g_clear_object (&self->column_actions);
  g_clear_pointer (&self->awaited, g_free);

  G_OBJECT_CLASS (bary_directory_view_parent_class)->dispose (object);
}

static void
bary_directory_view_class_init (BaryDirectoryViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_directory_view_dispose;
  BARY_VIEW_CLASS (klass)->session_changed = bary_directory_view_session_changed;
  BARY_VIEW_CLASS (klass)->go_to = bary_directory_view_go_to;

  g_type_ensure (BARY_TYPE_DIRECTORY_FILTERS);
  g_type_ensure (BARY_TYPE_INSPECTOR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/directory/bary-directory-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryDirectoryView, flap);
  gtk_widget_class_bind_template_child (widget_class, BaryDirectoryView, kinds_button);
  gtk_widget_class_bind_template_child (widget_class, BaryDirectoryView, search);
  gtk_widget_class_bind_template_child (widget_class, BaryDirectoryView, filter_button);
  gtk_widget_class_bind_template_child (widget_class, BaryDirectoryView, filters);
  gtk_widget_class_bind_template_child (widget_class, BaryDirectoryView, stack);
  gtk_widget_class_bind_template_child (widget_class, BaryDirectoryView, list);
  gtk_widget_class_bind_template_child (widget_class, BaryDirectoryView, count);
  gtk_widget_class_bind_template_child (widget_class, BaryDirectoryView, inspector);
  gtk_widget_class_bind_template_child (widget_class, BaryDirectoryView, columns_submenu);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, refresh);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, inspector_closed_cb);
}

static void
bary_directory_view_init (BaryDirectoryView *self)
{
  self->kind = BARY_KIND_ORGANISATION;
  bary_directory_view_install_actions (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  bary_directory_view_install_shortcuts (self);
  g_signal_connect_object (gtk_column_view_get_sorter (self->list), "changed", G_CALLBACK (sorted_cb), self,
                           G_CONNECT_SWAPPED);
}
