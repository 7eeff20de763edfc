#include "bary-node-pane.h"

#include "bary-card.h"
#include "bary-config.h"
#include "bary-network-words.h"
#include "bary-rows.h"

#include <glib/gi18n-lib.h>

struct _BaryNodePane {
  AdwBin        parent_instance;

  GtkStack     *pages;   /* "none", "node" */
  AdwActionRow *cluster;
  AdwActionRow *role;
  AdwActionRow *pin_row;
  GtkSwitch    *pin;
  BaryCard     *card;

  BarySession  *session;
  BaryScene    *scene;
  int           node;
  gboolean      showing;
};

G_DEFINE_FINAL_TYPE (BaryNodePane, bary_node_pane, ADW_TYPE_BIN)

enum {
  PIN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const BaryNetworkNode *
get_node (BaryNodePane *self)
{
  return self->scene != NULL && self->node != BARY_NODE_NONE
         ? bary_network_node (bary_scene_get_network (self->scene), self->node) : NULL;
}

static void
cluster_activated_cb (BaryNodePane *self)
{
  const BaryNetworkNode *node = get_node (self);

  if (node != NULL && node->cluster >= 0)
    bary_session_go_to (self->session, BARY_KIND_CLUSTER,
                        bary_network_cluster (bary_scene_get_network (self->scene), node->cluster)->id);
}

static void
pin_cb (BaryNodePane *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[PIN], 0, gtk_switch_get_active (self->pin));
}

static void
bary_node_pane_dispose (GObject *object)
{
  BaryNodePane *self = BARY_NODE_PANE (object);

  self->showing = TRUE;
  g_clear_object (&self->session);
  g_clear_pointer (&self->scene, bary_scene_unref);

  G_OBJECT_CLASS (bary_node_pane_parent_class)->dispose (object);
}

static void
bary_node_pane_class_init (BaryNodePaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bary_node_pane_dispose;
  signals[PIN] = g_signal_new ("pin", BARY_TYPE_NODE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static GtkWidget *
make_place (BaryNodePane *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->cluster = ADW_ACTION_ROW (bary_rows_make (_("Cluster"), NULL));
  self->role = ADW_ACTION_ROW (bary_rows_make (_("On the diagram"), NULL));
  self->pin_row = ADW_ACTION_ROW (bary_rows_make (_("Keep its place"), NULL));
  self->pin = GTK_SWITCH (gtk_switch_new ());
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->cluster), TRUE);
  adw_action_row_add_suffix (self->cluster, gtk_image_new_from_icon_name ("go-next-symbolic"));
  adw_action_row_set_subtitle (self->pin_row, _("However the rest is laid out"));
  gtk_widget_set_valign (GTK_WIDGET (self->pin), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pin), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Keep its place"), -1);
  adw_action_row_add_suffix (self->pin_row, GTK_WIDGET (self->pin));
  adw_action_row_set_activatable_widget (self->pin_row, GTK_WIDGET (self->pin));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->cluster));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->role));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->pin_row));
  gtk_widget_set_margin_top (group, 12);
  gtk_widget_set_margin_start (group, 12);
  gtk_widget_set_margin_end (group, 12);
  g_signal_connect_swapped (self->cluster, "activated", G_CALLBACK (cluster_activated_cb), self);
  g_signal_connect_swapped (self->pin, "notify::active", G_CALLBACK (pin_cb), self);
  return group;
}

static void
bary_node_pane_init (BaryNodePane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *none = adw_status_page_new ();

  self->node = BARY_NODE_NONE;
  self->card = BARY_CARD (bary_card_new ());
  self->pages = GTK_STACK (gtk_stack_new ());
  gtk_box_append (GTK_BOX (box), make_place (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->card));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (none), "bary-network-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (none), _("Nothing is selected"));
  adw_status_page_set_description (ADW_STATUS_PAGE (none),
                                   _("Click an organisation to see its card. Ctrl and a click on two shows what joins them."));
  gtk_widget_add_css_class (none, "compact");
  gtk_stack_set_vhomogeneous (self->pages, FALSE);
  gtk_stack_add_named (self->pages, none, "none");
  gtk_stack_add_named (self->pages, scroller, "node");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->pages));
}

static void
show_place (BaryNodePane *self)
{
  const BaryNetwork *network = bary_scene_get_network (self->scene);
  const BaryNetworkNode *node = get_node (self);
  g_autofree char *role = bary_network_role_to_words (node);
  const BaryStore *store = bary_session_get_store (self->session);
  guint n_ties = 0;
  g_autofree char *ties = NULL;
  g_autofree char *words = NULL;

  bary_scene_get_neighbours (self->scene, self->node, &n_ties);
  ties = g_strdup_printf (ngettext ("%u tie", "%u ties", n_ties), n_ties);
  words = g_strdup_printf ("%s · %s", role, ties);
  gtk_widget_set_visible (GTK_WIDGET (self->cluster), node->cluster >= 0);
  if (node->cluster >= 0)
    {
      const BaryNetworkCluster *cluster = bary_network_cluster (network, node->cluster);
      g_autofree char *group = bary_network_group_to_words (network, node);
      g_autofree char *place = *group != '\0' ? g_strdup_printf (_("%1$s, group %2$s"), cluster->name, group)
                                              : g_strdup (cluster->name);

      adw_action_row_set_subtitle (self->cluster, place);
    }
  adw_action_row_set_subtitle (self->role, words);
  gtk_switch_set_active (self->pin, node->pinned);
  gtk_widget_set_sensitive (GTK_WIDGET (self->pin_row), !bary_store_is_read_only ((BaryStore *) store));
}

void
bary_node_pane_show (BaryNodePane *self,
                     BarySession  *session,
                     BaryScene    *scene,
                     int           node)
{
  const BaryNetworkNode *it;
  g_autoptr (BaryRecord) record = NULL;

  g_set_object (&self->session, session);
  if (scene != NULL)
    bary_scene_ref (scene);
  g_clear_pointer (&self->scene, bary_scene_unref);
  self->scene = scene;
  self->node = node;
  it = get_node (self);

  self->showing = TRUE;
  if (it != NULL)
    {
      show_place (self);
      record = bary_store_get (bary_session_get_store (session), it->body ? BARY_KIND_BODY : BARY_KIND_ORGANISATION,
                               it->record, NULL);
    }
  if (record != bary_card_get_record (self->card))
    bary_card_set_record (self->card, session, record);
  gtk_stack_set_visible_child_name (self->pages, it != NULL ? "node" : "none");
  self->showing = FALSE;
}
