#include "bary-cluster-view-private.h"

#include "bary-cluster-edit.h"
#include "bary-config.h"
#include "bary-date.h"
#include "bary-form-page.h"
#include "bary-text.h"

#include <glib/gi18n-lib.h>

static BarySession *
session_of (BaryClusterView *self)
{
  return bary_view_get_session (BARY_VIEW (self));
}

static BaryMembership *
membership_of (BaryClusterView *self,
               int              node)
{
  const BaryNetworkNode *it = bary_cluster_state_get_place (self->state, node);

  for (guint i = 0; it != NULL && i < self->state->memberships->len; i++)
    if (g_str_equal (bary_record_get_id (self->state->memberships->pdata[i]), it->membership))
      return self->state->memberships->pdata[i];
  return NULL;
}

static void
refuse (BaryClusterView *self,
        const char      *pattern,
        const char      *name)
{
  g_autofree char *words = bary_text_fill (pattern, name);
  g_autoptr (GError) error = g_error_new_literal (BARY_STORE_ERROR, BARY_STORE_ERROR_REFUSED, words);

  bary_session_fail (session_of (self), error);
}

static gboolean
is_in_group (BaryClusterView *self,
             const char      *organisation,
             int              group)
{
  for (guint i = 0; i < self->state->network->nodes->len; i++)
    {
      const BaryNetworkNode *it = bary_network_node (self->state->network, i);

      if (it->group == group && g_strcmp0 (it->record, organisation) == 0 && bary_cluster_state_is_member (self->state, (int) i))
        return TRUE;
    }
  return FALSE;
}

/* Adds to the changes; says so if it cannot be. */
static gboolean
move_member (BaryClusterView *self,
             int              node,
             int              group,
             BaryChanges     *changes)
{
  BaryMembership *membership = self->state != NULL ? membership_of (self, node) : NULL;

  if (membership == NULL || group < 0 || group >= (int) self->state->groups->len)
    return FALSE;
  if (is_in_group (self, membership->organisation, group))
    {
      refuse (self, _("%s is in this group already"), bary_cluster_state_get_place (self->state, node)->name);
      return FALSE;
    }
  return bary_cluster_edit_move (changes, membership, bary_record_get_id (self->state->groups->pdata[group]), self->state->day);
}

void
bary_cluster_view_move_member (BaryClusterView *self,
                               int              node,
                               int              group)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autofree char *name = NULL;

  if (!move_member (self, node, group, changes))
    return;
  name = g_strdup (bary_cluster_state_get_place (self->state, node)->name);
  bary_session_commit (session_of (self), N_("Move %s"), name, changes);
}

void
bary_cluster_view_move_chosen (BaryClusterView *self,
                               int              group)
{
  const guint8 *chosen = bary_canvas_get_chosen (self->canvas);
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autofree char *words = NULL;
  guint n = 0;

  for (guint i = 0; chosen != NULL && i < self->state->network->nodes->len; i++)
    if (chosen[i] && bary_cluster_state_is_member (self->state, (int) i) &&
        bary_network_node (self->state->network, i)->group != group && move_member (self, (int) i, group, changes))
      n++;
  if (n == 0)
    return;
  words = g_strdup_printf (ngettext ("%u member", "%u members", n), n);
  bary_session_commit (session_of (self), N_("Move %s"), words, changes);
}

static void
add_member_cb (BaryClusterView *self,
               const char      *organisation,
               int              group)
{
  g_autoptr (BaryRecord) record = bary_store_get (self->store, BARY_KIND_ORGANISATION, organisation, NULL);
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  const char *cluster;

  if (self->state == NULL || record == NULL || group < 0 || group >= (int) self->state->groups->len)
    return;

  cluster = bary_record_get_id (BARY_RECORD (self->state->cluster));
  if (bary_cluster_edit_add (changes, self->state->memberships, cluster, organisation,
                             bary_record_get_id (self->state->groups->pdata[group]), self->state->day))
    bary_session_commit (session_of (self), N_("Add %s to the cluster"), bary_record_get_name (record), changes);
  else
    refuse (self, _("%s is in the cluster already"), bary_record_get_name (record));
}

static void
remove_member_cb (BaryClusterView *self,
                  int              node,
                  const char      *reason)
{
  BaryMembership *membership = self->state != NULL ? membership_of (self, node) : NULL;
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autofree char *name = NULL;

  if (membership == NULL)
    return;

  name = g_strdup (bary_cluster_state_get_place (self->state, node)->name);
  bary_cluster_edit_remove (changes, membership, self->state->day, reason);
  /* The place of the member, where the keyboard was, is gone with it. */
  if (bary_session_commit (session_of (self), N_("Remove %s from the cluster"), name, changes))
    gtk_widget_child_focus (GTK_WIDGET (self->canvas), GTK_DIR_TAB_FORWARD);
}

void
bary_cluster_view_ask_to_remove (BaryClusterView *self,
                                 int              node)
{
  if (self->state == NULL || !bary_cluster_state_is_member (self->state, node) || bary_store_is_read_only (self->store))
    return;

  adw_flap_set_reveal_flap (self->member_flap, TRUE);
  bary_member_pane_ask_to_remove (self->pane);
}

void
bary_cluster_view_show_node (BaryClusterView *self,
                             int              node)
{
  adw_flap_set_reveal_flap (self->member_flap, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->pane), GTK_DIR_TAB_FORWARD);
}

/* Mending the passport */

static void
present (BaryClusterView   *self,
         BaryRecord        *record,
         const char *const *hidden,
         BaryRecord        *companion)
{
  bary_form_page_present (GTK_WIDGET (self), session_of (self), record, hidden, companion);
}

static BaryAgreement *
agreement_in_force (BaryClusterView *self)
{
  for (guint i = 0; i < self->state->check->agreements->len; i++)
    {
      BaryAgreement *it = self->state->check->agreements->pdata[i];

      if (bary_range_covers (it->date, it->valid_until, self->state->day))
        return it;
    }
  return NULL;
}

/* One more party of the agreement that is in force; a new agreement where there is none. */
static void
bind_member_cb (BaryClusterView *self,
                const char      *organisation)
{
  const char *const of_agreement[] = { "cluster", NULL };
  const char *const of_party[] = { "organisation", NULL };
  BaryAgreement *in_force = agreement_in_force (self);
  g_autoptr (BaryRecord) agreement = NULL;
  g_autoptr (BaryRecord) party = bary_record_new (BARY_KIND_PARTY, NULL);

  bary_record_set_all (party, "organisation", organisation, NULL);
  if (in_force != NULL)
    {
      bary_record_set_all (party, "agreement", bary_record_get_id (BARY_RECORD (in_force)), NULL);
      present (self, party, of_party, NULL);
      return;
    }

  agreement = bary_record_new (BARY_KIND_AGREEMENT, NULL);
  bary_record_set_all (agreement, "cluster", bary_record_get_id (BARY_RECORD (self->state->cluster)),
                       "date", self->state->day, NULL);
  bary_record_set_all (party, "agreement", bary_record_get_id (agreement), NULL);
  present (self, agreement, of_agreement, party);
}

static void
renew_agreement (BaryClusterView *self,
                 const char      *organisation)
{
  for (guint i = 0; i < self->state->check->parties->len; i++)
    {
      BaryParty *party = self->state->check->parties->pdata[i];
      g_autoptr (BaryRecord) agreement = NULL;

      if (g_strcmp0 (party->organisation, organisation) != 0)
        continue;
      agreement = bary_store_get (self->store, BARY_KIND_AGREEMENT, party->agreement, NULL);
      if (agreement != NULL)
        {
          present (self, agreement, NULL, NULL);
          return;
        }
    }
}

static void
define_role (BaryClusterView *self,
             const char      *id)
{
  g_autoptr (BaryRecord) party = bary_store_get (self->store, BARY_KIND_PARTY, id, NULL);

  if (party != NULL)
    present (self, party, NULL, NULL);
}

static void
make_new (BaryClusterView *self,
          BaryKind         kind,
          const char      *kind_word)
{
  const char *const hidden[] = { "cluster", NULL };
  g_autoptr (BaryRecord) record = bary_record_new (kind, NULL);

  bary_record_set_all (record, "kind", kind_word, "cluster", bary_record_get_id (BARY_RECORD (self->state->cluster)),
                       "from", self->state->day, NULL);
  present (self, record, hidden, NULL);
}

static void
mend_cb (BaryClusterView *self,
         int              fix,
         const char      *record)
{
  if (self->state == NULL || bary_store_is_read_only (self->store))
    return;

  switch ((BaryFix) fix)
    {
    case BARY_FIX_WRITE_GOAL:
    case BARY_FIX_WRITE_INTERACTION:
    case BARY_FIX_WRITE_MANAGEMENT:
      bary_cluster_view_edit (self);
      break;
    case BARY_FIX_ADD_MEMBERS:
      gtk_menu_button_popup (GTK_MENU_BUTTON (self->add_button));
      break;
    case BARY_FIX_ADD_AGREEMENT:
      bind_member_cb (self, record);
      break;
    case BARY_FIX_RENEW_AGREEMENT:
      renew_agreement (self, record);
      break;
    case BARY_FIX_DEFINE_ROLE:
      define_role (self, record);
      break;
    case BARY_FIX_NAME_CURATOR:
      make_new (self, BARY_KIND_ROLE, "curator");
      break;
    case BARY_FIX_NAME_BODY:
      make_new (self, BARY_KIND_BODY, "coordination_council");
      break;
    }
}

void
bary_cluster_view_edit (BaryClusterView *self)
{
  if (self->state != NULL)
    present (self, BARY_RECORD (self->state->cluster), NULL, NULL);
}

/* A cluster needs a scheme: where there is none yet, the usual three are there to choose from. */
static gboolean
ensure_schemes (BaryClusterView *self)
{
  g_autoptr (BaryChanges) changes = NULL;
  gint64 n_schemes = 0;
  g_autoptr (GError) error = NULL;

  if (!bary_store_count (self->store, BARY_KIND_SCHEME, &n_schemes, &error))
    {
      bary_session_fail (session_of (self), error);
      return FALSE;
    }
  if (n_schemes > 0)
    return TRUE;

  changes = bary_changes_new ();
  bary_cluster_edit_add_standard_schemes (changes);
  return bary_session_commit (session_of (self), N_("Add the usual schemes of clusters"), NULL, changes);
}

void
bary_cluster_view_create (BaryClusterView *self)
{
  g_autoptr (BaryRecord) cluster = NULL;
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_SCHEME);
  g_autoptr (GPtrArray) schemes = NULL;
  g_autofree char *centre = NULL;

  if (self->store == NULL || !ensure_schemes (self))
    return;

  cluster = bary_record_new (BARY_KIND_CLUSTER, NULL);
  centre = bary_store_dup_meta (self->store, BARY_META_OWN_CENTRE);
  schemes = bary_store_select_ids (self->store, query, NULL);
  bary_record_set_all (cluster, "centre", centre, "scheme", schemes != NULL && schemes->len > 0 ? schemes->pdata[0] : NULL, NULL);
  g_free (self->awaited_cluster);
  self->awaited_cluster = g_strdup (bary_record_get_id (cluster));
  present (self, cluster, NULL, NULL);
}

static void
node_dropped_cb (BaryClusterView *self,
                 int              node,
                 int              cluster,
                 int              group)
{
  bary_cluster_view_move_member (self, node, group);
}

static void
record_dropped_cb (BaryClusterView *self,
                   const char      *organisation,
                   int              cluster,
                   int              group)
{
  add_member_cb (self, organisation, group);
}

void
bary_cluster_view_connect_acts (BaryClusterView *self)
{
  g_signal_connect_swapped (self->canvas, "node-dropped", G_CALLBACK (node_dropped_cb), self);
  g_signal_connect_swapped (self->canvas, "record-dropped", G_CALLBACK (record_dropped_cb), self);
  g_signal_connect_swapped (self->canvas, "remove-node", G_CALLBACK (bary_cluster_view_ask_to_remove), self);
  g_signal_connect_swapped (self->canvas, "activate-node", G_CALLBACK (bary_cluster_view_show_node), self);
  g_signal_connect_swapped (self->add_members, "add-member", G_CALLBACK (add_member_cb), self);
  g_signal_connect_swapped (self->pane, "move-member", G_CALLBACK (bary_cluster_view_move_member), self);
  g_signal_connect_swapped (self->pane, "remove-member", G_CALLBACK (remove_member_cb), self);
  g_signal_connect_swapped (self->pane, "bind-member", G_CALLBACK (bind_member_cb), self);
  g_signal_connect_swapped (self->pane, "unpin-node", G_CALLBACK (bary_cluster_view_unpin), self);
  g_signal_connect_swapped (self->passport, "mend", G_CALLBACK (mend_cb), self);
  g_signal_connect_swapped (self->list, "create", G_CALLBACK (bary_cluster_view_create), self);
}
