#include "bary-hidden-groups.h"

#include "bary-config.h"
#include "bary-store-network.h"

#include <glib/gi18n-lib.h>

struct _BaryHiddenGroups {
  AdwBin         parent_instance;

  GtkMenuButton *button;
  BarySession   *session;
  BaryNetwork   *network;
};

G_DEFINE_FINAL_TYPE (BaryHiddenGroups, bary_hidden_groups, ADW_TYPE_BIN)

static const BaryNetworkGroup *
get_group (const BaryNetwork *network,
           guint              cluster,
           guint              group)
{
  return &g_array_index (bary_network_cluster (network, cluster)->groups, BaryNetworkGroup, group);
}

static void
show_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  BaryHiddenGroups *self = BARY_HIDDEN_GROUPS (widget);
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (GError) error = NULL;
  guint cluster, group;

  g_variant_get (parameter, "(uu)", &cluster, &group);
  if (bary_store_show_group (bary_session_get_store (self->session), bary_network_cluster (self->network, cluster)->id,
                             get_group (self->network, cluster, group)->id, changes, &error))
    {
      g_autofree char *name = g_strdup (get_group (self->network, cluster, group)->name);

      bary_session_commit (self->session, N_("Show the group %s again"), name, changes);
    }
  else
    bary_session_fail (self->session, error);
}

static void
show_all_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  BaryHiddenGroups *self = BARY_HIDDEN_GROUPS (widget);
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (GError) error = NULL;

  if (bary_store_show_groups (bary_session_get_store (self->session), self->network, changes, &error))
    bary_session_commit (self->session, N_("Show all groups again"), NULL, changes);
  else
    bary_session_fail (self->session, error);
}

static void
bary_hidden_groups_dispose (GObject *object)
{
  BaryHiddenGroups *self = BARY_HIDDEN_GROUPS (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->network, bary_network_unref);

  G_OBJECT_CLASS (bary_hidden_groups_parent_class)->dispose (object);
}

static void
bary_hidden_groups_class_init (BaryHiddenGroupsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_hidden_groups_dispose;
  gtk_widget_class_install_action (widget_class, "hidden-groups.show", "(uu)", show_cb);
  gtk_widget_class_install_action (widget_class, "hidden-groups.show-all", NULL, show_all_cb);
}

static void
bary_hidden_groups_init (BaryHiddenGroups *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  self->button = GTK_MENU_BUTTON (button);
  gtk_menu_button_set_direction (self->button, GTK_ARROW_UP);
  gtk_widget_set_tooltip_text (button, _("Show hidden groups again"));
  adw_bin_set_child (ADW_BIN (self), button);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* Returns: (transfer full): the group, of its cluster where there are several: «Экологическое воспитание: Школы». */
static char *
name_group (BaryNetwork *network,
            guint        cluster,
            guint        group)
{
  const char *name = get_group (network, cluster, group)->name;

  if (network->clusters->len == 1)
    return g_strdup (name);
  return g_strdup_printf ("%s: %s", bary_network_cluster (network, cluster)->name, name);
}

static void
add_groups (BaryNetwork *network,
            guint        cluster,
            GMenu       *section)
{
  const GArray *groups = bary_network_cluster (network, cluster)->groups;

  for (guint i = 0; groups != NULL && i < groups->len; i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GMenuItem) item = NULL;

      if (!bary_network_is_group_hidden (network, cluster, i))
        continue;
      name = name_group (network, cluster, i);
      item = g_menu_item_new (name, NULL);
      g_menu_item_set_action_and_target (item, "hidden-groups.show", "(uu)", cluster, i);
      g_menu_append_item (section, item);
    }
}

static GMenuModel *
make_menu (BaryNetwork *network)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) each = g_menu_new ();
  g_autoptr (GMenu) all = g_menu_new ();

  for (guint i = 0; i < network->clusters->len; i++)
    add_groups (network, i, each);
  /* Translators: over a list of hidden groups: a click shows one of them again */
  g_menu_append_section (menu, _("Show Again"), G_MENU_MODEL (each));
  g_menu_append (all, _("Show _All Groups"), "hidden-groups.show-all");
  if (g_menu_model_get_n_items (G_MENU_MODEL (each)) > 1)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (all));
  return G_MENU_MODEL (menu);
}

void
bary_hidden_groups_show (BaryHiddenGroups *self,
                         BarySession      *session,
                         BaryNetwork      *network)
{
  guint n = network != NULL ? bary_network_count_hidden (network) : 0;
  /* Translators: over a diagram that is drawn without some groups of its clusters */
  g_autofree char *words = g_strdup_printf (ngettext ("hidden: %u group", "hidden: %u groups", n), n);
  g_autoptr (GMenuModel) menu = NULL;

  g_return_if_fail (BARY_IS_HIDDEN_GROUPS (self));

  g_set_object (&self->session, session);
  g_clear_pointer (&self->network, bary_network_unref);
  self->network = network != NULL ? bary_network_ref (network) : NULL;
  menu = n > 0 ? make_menu (network) : NULL;
  gtk_menu_button_set_menu_model (self->button, menu);
  gtk_menu_button_set_label (self->button, words);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self), session != NULL && bary_session_get_store (session) != NULL &&
                            !bary_store_is_read_only (bary_session_get_store (session)));
}

static const BaryNetworkGroup *
find_group (BaryNetwork *network,
            int          node)
{
  const BaryNetworkNode *it = node >= 0 ? bary_network_node (network, (guint) node) : NULL;
  const GArray *groups = it != NULL && it->cluster >= 0 ? bary_network_cluster (network, it->cluster)->groups : NULL;

  if (groups == NULL || it->role != BARY_ROLE_MEMBER || it->group < 0 || it->group >= (int) groups->len)
    return NULL;
  return &g_array_index (groups, BaryNetworkGroup, it->group);
}

char *
bary_hidden_groups_describe (BaryNetwork *network,
                             int          node)
{
  const BaryNetworkGroup *group = find_group (network, node);

  /* Translators: an entry of a menu; %s: the name of a group of a cluster, mostly a letter */
  return group != NULL ? g_strdup_printf (_("_Hide the Group %s"), group->name) : NULL;
}

void
bary_hidden_groups_hide (BarySession *session,
                         BaryNetwork *network,
                         int          node)
{
  const BaryNetworkGroup *group = find_group (network, node);
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autofree char *name = group != NULL ? g_strdup (group->name) : NULL;

  if (group == NULL)
    return;
  bary_store_hide_group (bary_network_cluster (network, bary_network_node (network, (guint) node)->cluster)->id, group->id, changes);
  bary_session_commit (session, N_("Hide the group %s"), name, changes);
}
