#include "bary-network-view-private.h"

#include "bary-config.h"
#include "bary-shortcut.h"

#define STEP_FACTOR 1.2

/* States: kept in the settings under "network-" and their name, except those that belong to one visit. */
typedef struct {
  const char *name;
  const char *value; /* as text of a GVariant */
  gboolean    kept;
} State;

static const State states[] = {
  { "picture", "'network'", TRUE },
  { "show-as", "'diagram'", TRUE },
  { "side", "'node'", FALSE },
  { "ghosts", "false", TRUE },
  { "free", "false", TRUE },
  { "legend", "true", TRUE },
  { "map", "true", TRUE },
  { "compare", "false", FALSE },
};

char *
bary_network_view_dup_state (BaryNetworkView *self,
                             const char      *action)
{
  g_autoptr (GVariant) state = bary_acts_get_state (self->actions, action);

  return g_variant_dup_string (state, NULL);
}

gboolean
bary_network_view_get_state (BaryNetworkView *self,
                             const char      *action)
{
  g_autoptr (GVariant) state = bary_acts_get_state (self->actions, action);

  return g_variant_get_boolean (state);
}

void
bary_network_view_set_state (BaryNetworkView *self,
                             const char      *action,
                             GVariant        *value)
{
  bary_acts_set_state (self->actions, action, value);
}

static void
show_side (BaryNetworkView *self)
{
  g_autofree char *side = bary_network_view_dup_state (self, "side");

  gtk_stack_set_visible_child_name (self->side, side);
  bary_network_view_show_figures (self);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->side)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_HIDDEN,
                                 child != gtk_stack_get_visible_child (self->side), -1);
}

/* What changed is listed beside the picture. */
static void
compare_changed (BaryNetworkView *self)
{
  gboolean compare = bary_network_view_get_state (self, "compare");

  bary_network_view_set_state (self, "side", g_variant_new_string (compare ? "changes" : "node"));
  if (compare)
    adw_flap_set_reveal_flap (self->flap, TRUE);
  show_side (self);
  bary_network_view_reload (self);
}

/* To read what has changed is to compare two days. */
static void
side_changed (BaryNetworkView *self)
{
  g_autofree char *side = bary_network_view_dup_state (self, "side");

  if (g_str_equal (side, "changes") && !bary_network_view_get_state (self, "compare"))
    {
      bary_network_view_set_state (self, "compare", g_variant_new_boolean (TRUE));
      compare_changed (self);
    }
  else
    show_side (self);
}

static void
change_state_cb (GSimpleAction   *action,
                 GVariant        *value,
                 BaryNetworkView *self)
{
  const char *name = g_action_get_name (G_ACTION (action));

  g_simple_action_set_state (action, value);
  for (guint i = 0; self->settings != NULL && i < G_N_ELEMENTS (states); i++)
    if (states[i].kept && g_str_equal (states[i].name, name))
      {
        g_autofree char *key = g_strconcat ("network-", name, NULL);

        g_settings_set_value (self->settings, key, value);
      }

  if (g_str_equal (name, "compare"))
    compare_changed (self);
  else if (g_str_equal (name, "picture") || g_str_equal (name, "ghosts") || g_str_equal (name, "free"))
    bary_network_view_reload (self);
  else if (g_str_equal (name, "side"))
    side_changed (self);
  else
    {
      bary_network_view_show_page (self);
      bary_network_view_describe (self);
    }
}

/* Looking */

static void
fit_cb (BaryNetworkView *self)
{
  bary_canvas_fit (self->canvas);
}

static void
zoom_in_cb (BaryNetworkView *self)
{
  bary_canvas_zoom (self->canvas, STEP_FACTOR);
}

static void
zoom_out_cb (BaryNetworkView *self)
{
  bary_canvas_zoom (self->canvas, 1 / STEP_FACTOR);
}

static void
search_cb (BaryNetworkView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* One thing after another is given up, the latest first. */
static void
clear_cb (BaryNetworkView *self)
{
  const guint8 *chosen = bary_canvas_get_chosen (self->canvas);

  if (self->path != NULL || self->path_start != BARY_NODE_NONE || chosen != NULL)
    bary_network_view_set_chosen (self, NULL);
  else if (bary_network_filters_is_active (self->filters))
    {
      bary_network_filters_clear (self->filters);
      gtk_editable_set_text (self->search, "");
    }
  else
    bary_canvas_select (self->canvas, BARY_NODE_NONE);
}

static const BaryNetworkNode *
get_selected (BaryNetworkView *self)
{
  int node = self->scene != NULL ? bary_canvas_get_selected (self->canvas) : BARY_NODE_NONE;

  return node != BARY_NODE_NONE ? bary_network_node (bary_network_view_get_network (self), node) : NULL;
}

static void
body_day_cb (BaryNetworkView *self)
{
  if (self->body_day != NULL)
    bary_session_set_day (bary_view_get_session (BARY_VIEW (self)), self->body_day);
}

static void
open_record_cb (BaryNetworkView *self)
{
  const BaryNetworkNode *node = get_selected (self);

  if (node != NULL && node->record != NULL)
    bary_session_go_to (bary_view_get_session (BARY_VIEW (self)), node->body ? BARY_KIND_BODY : BARY_KIND_ORGANISATION,
                        node->record);
}

static void
open_cluster_cb (BaryNetworkView *self)
{
  const BaryNetworkNode *node = get_selected (self);

  if (node != NULL && node->cluster >= 0)
    bary_session_go_to (bary_view_get_session (BARY_VIEW (self)), BARY_KIND_CLUSTER,
                        bary_network_cluster (bary_network_view_get_network (self), node->cluster)->id);
}

static void
path_from_cb (BaryNetworkView *self)
{
  if (get_selected (self) != NULL)
    bary_network_view_start_path (self, bary_canvas_get_selected (self->canvas));
}

static void
hide_group_cb (BaryNetworkView *self)
{
  if (get_selected (self) != NULL)
    bary_hidden_groups_hide (bary_view_get_session (BARY_VIEW (self)), bary_network_view_get_network (self),
                             bary_canvas_get_selected (self->canvas));
}

/* Names */

static void
copy_names_cb (BaryNetworkView *self)
{
  BaryNetwork *network = bary_network_view_get_network (self);
  gboolean all = bary_canvas_get_chosen (self->canvas) == NULL && get_selected (self) == NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GString *names = g_string_new (NULL);

  for (guint i = 0; network != NULL && i < network->nodes->len; i++)
    {
      const BaryNetworkNode *node = bary_network_node (network, i);

      if ((all ? self->fitting[i] : bary_network_view_is_meant (self, i)) && g_hash_table_add (seen, node->name))
        g_string_append_printf (names, "%s\n", node->name);
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), names->str);
  g_string_free (names, TRUE);
}

/* Which acts make sense now. */
void
bary_network_view_update_actions (BaryNetworkView *self)
{
  const BaryNetworkNode *node = get_selected (self);
  BaryNetwork *network = bary_network_view_get_network (self);
  gboolean chosen = self->scene != NULL && bary_canvas_get_chosen (self->canvas) != NULL;
  gboolean editable = bary_network_view_is_editable (self);
  gboolean pinned = FALSE, loose = FALSE, any = FALSE;

  for (guint i = 0; network != NULL && i < network->nodes->len; i++)
    {
      gboolean is_pinned = bary_network_node (network, i)->pinned, meant = bary_network_view_is_meant (self, i);

      any |= is_pinned;
      pinned |= meant && is_pinned;
      loose |= meant && !is_pinned;
    }
  bary_acts_enable (self->actions, "pin", editable && loose);
  bary_acts_enable (self->actions, "unpin", editable && pinned);
  bary_acts_enable (self->actions, "unpin-all", editable && any);
  bary_acts_enable (self->actions, "hide-group", editable && node != NULL);
  bary_acts_enable (self->actions, "open-record", node != NULL && node->record != NULL);
  bary_acts_enable (self->actions, "open-cluster", node != NULL && node->cluster >= 0);
  bary_acts_enable (self->actions, "path-from", node != NULL);
  bary_acts_enable (self->actions, "copy-names", network != NULL || chosen);
}

/* Actions and keys */

static GVariant *
get_first_value (BaryNetworkView *self,
                 const State     *state)
{
  g_autofree char *key = g_strconcat ("network-", state->name, NULL);

  if (state->kept && self->settings != NULL)
    return g_settings_get_value (self->settings, key);
  return g_variant_ref_sink (g_variant_new_parsed (state->value));
}

static void
add_states (BaryNetworkView *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (GVariant) value = get_first_value (self, &states[i]);
      gboolean text = g_variant_is_of_type (value, G_VARIANT_TYPE_STRING);

      bary_acts_add_other (self->actions, g_simple_action_new_stateful (states[i].name, text ? G_VARIANT_TYPE_STRING : NULL, value),
                           "change-state", G_CALLBACK (change_state_cb), self);
    }
}

void
bary_network_view_install_actions (BaryNetworkView *self)
{
  const BaryAct acts[] = {
    { "search", G_CALLBACK (search_cb) },
    { "clear", G_CALLBACK (clear_cb) },
    { "fit", G_CALLBACK (fit_cb) },
    { "zoom-in", G_CALLBACK (zoom_in_cb) },
    { "zoom-out", G_CALLBACK (zoom_out_cb) },
    { "body-day", G_CALLBACK (body_day_cb) },
    { "open-record", G_CALLBACK (open_record_cb) },
    { "open-cluster", G_CALLBACK (open_cluster_cb) },
    { "path-from", G_CALLBACK (path_from_cb) },
    { "pin", G_CALLBACK (bary_network_view_pin) },
    { "unpin", G_CALLBACK (bary_network_view_unpin) },
    { "unpin-all", G_CALLBACK (bary_network_view_unpin_all) },
    { "hide-group", G_CALLBACK (hide_group_cb) },
    { "copy-names", G_CALLBACK (copy_names_cb) },
  };

  self->actions = g_simple_action_group_new ();
  add_states (self);
  bary_acts_add (self->actions, acts, G_N_ELEMENTS (acts), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "network", G_ACTION_GROUP (self->actions));
  bary_shortcut_add (GTK_WIDGET (self), GTK_SHORTCUT_SCOPE_GLOBAL, "<Control>f", "network.search");
  bary_shortcut_add (GTK_WIDGET (self), GTK_SHORTCUT_SCOPE_LOCAL, "Escape", "network.clear");
  bary_shortcut_add (GTK_WIDGET (self), GTK_SHORTCUT_SCOPE_LOCAL, "<Control>c", "network.copy-names");
}
