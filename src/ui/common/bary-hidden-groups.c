#include "bary-hidden-groups.h"

#include "bary-config.h"
#include "bary-store-network.h"

#include <glib/gi18n-lib.h>

struct _BaryHiddenGroups {
  GtkButton    parent_instance;

  BarySession *session;
  BaryNetwork *network;
};

G_DEFINE_FINAL_TYPE (BaryHiddenGroups, bary_hidden_groups, GTK_TYPE_BUTTON)

static void
bary_hidden_groups_clicked (GtkButton *button)
{
  BaryHiddenGroups *self = BARY_HIDDEN_GROUPS (button);
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
  G_OBJECT_CLASS (klass)->dispose = bary_hidden_groups_dispose;
  GTK_BUTTON_CLASS (klass)->clicked = bary_hidden_groups_clicked;
}

static void
bary_hidden_groups_init (BaryHiddenGroups *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _("Show all groups again"));
}

void
bary_hidden_groups_show (BaryHiddenGroups *self,
                         BarySession      *session,
                         BaryNetwork      *network)
{
  guint n = network != NULL ? bary_network_count_hidden (network) : 0;
  /* Translators: over a diagram that is drawn without some groups of its clusters */
  g_autofree char *words = g_strdup_printf (ngettext ("hidden: %u group", "hidden: %u groups", n), n);

  g_return_if_fail (BARY_IS_HIDDEN_GROUPS (self));

  g_set_object (&self->session, session);
  g_clear_pointer (&self->network, bary_network_unref);
  self->network = network != NULL ? bary_network_ref (network) : NULL;
  gtk_button_set_label (GTK_BUTTON (self), words);
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
