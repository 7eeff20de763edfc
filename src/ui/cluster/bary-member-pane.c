#include "bary-member-pane.h"

#include "bary-card.h"
#include "bary-card-section.h"
#include "bary-config.h"
#include "bary-date.h"
#include "bary-rows.h"

#include <glib/gi18n-lib.h>

struct _BaryMemberPane {
  AdwBin              parent_instance;

  /* template */
  GtkWidget          *place;
  AdwComboRow        *group;
  AdwEntryRow        *role;
  AdwActionRow       *since;
  GtkWidget          *pinned;
  AdwPreferencesGroup *agreements;
  AdwExpanderRow     *history;
  GtkWidget          *remove;
  GtkWidget          *remove_popover;
  AdwEntryRow        *reason;
  GtkWidget          *remove_explanation;
  GtkWidget          *card_place;

  /* owned */
  GtkWidget          *card;
  BarySession        *session;
  GPtrArray          *rows;         /* of agreements: to be taken out again (borrowed) */
  GPtrArray          *history_rows; /* (borrowed) */

  /* borrowed */
  BaryClusterState   *state;
  int                 node;
  gboolean            showing;
};

G_DEFINE_FINAL_TYPE (BaryMemberPane, bary_member_pane, ADW_TYPE_BIN)

enum {
  MOVE_MEMBER,
  REMOVE_MEMBER,
  BIND_MEMBER,
  UNPIN_NODE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const BaryNetworkNode *
shown_node (BaryMemberPane *self)
{
  return self->state != NULL ? bary_cluster_state_get_place (self->state, self->node) : NULL;
}

static BaryMembership *
find_membership (BaryMemberPane *self)
{
  const BaryNetworkNode *node = shown_node (self);

  for (guint i = 0; node != NULL && i < self->state->memberships->len; i++)
    if (g_str_equal (bary_record_get_id (self->state->memberships->pdata[i]), node->membership))
      return self->state->memberships->pdata[i];
  return NULL;
}

/* Acts */

static void
group_selected_cb (BaryMemberPane *self)
{
  const BaryNetworkNode *node = shown_node (self);
  guint group = adw_combo_row_get_selected (self->group);

  if (!self->showing && node != NULL && group != GTK_INVALID_LIST_POSITION && (int) group != node->group)
    g_signal_emit (self, signals[MOVE_MEMBER], 0, self->node, (int) group);
}

static void
role_applied_cb (BaryMemberPane *self)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  BaryMembership *membership = find_membership (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *role = NULL;
  g_autofree char *name = NULL;

  if (membership == NULL)
    return;

  if (!bary_field_parse (bary_kind_find_field (BARY_KIND_MEMBERSHIP, "role", NULL),
                         gtk_editable_get_text (GTK_EDITABLE (self->role)), &role, &error))
    {
      bary_session_fail (self->session, error);
      return;
    }
  name = g_strdup (shown_node (self)->name);
  bary_changes_set (changes, BARY_RECORD (membership), "role", role);
  bary_session_commit (self->session, N_("Change the role of %s"), name, changes);
}

static void
remove_clicked_cb (BaryMemberPane *self)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))));

  gtk_popover_popdown (GTK_POPOVER (self->remove_popover));
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  g_signal_emit (self, signals[REMOVE_MEMBER], 0, self->node, *reason != '\0' ? reason : NULL);
}

static void
bind_clicked_cb (BaryMemberPane *self)
{
  const BaryNetworkNode *node = shown_node (self);

  if (node != NULL)
    g_signal_emit (self, signals[BIND_MEMBER], 0, node->record);
}

static void
unpin_clicked_cb (BaryMemberPane *self)
{
  g_signal_emit (self, signals[UNPIN_NODE], 0, self->node);
}

void
bary_member_pane_ask_to_remove (BaryMemberPane *self)
{
  if (gtk_widget_get_sensitive (self->remove))
    gtk_menu_button_popup (GTK_MENU_BUTTON (self->remove));
}

/* What is shown */

static gboolean
same_words (GListModel    *shown,
            GtkStringList *words)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (words));

  if (!GTK_IS_STRING_LIST (shown) || g_list_model_get_n_items (shown) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (shown), i), gtk_string_list_get_string (words, i)))
      return FALSE;
  return TRUE;
}

static void
fill_groups (BaryMemberPane *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->state->groups->len; i++)
    {
      BaryGroup *group = self->state->groups->pdata[i];
      g_autofree char *label = group->full_name != NULL ? g_strdup_printf ("%s · %s", group->name, group->full_name)
                                                        : g_strdup (group->name);

      gtk_string_list_append (names, label);
    }
  /* A choice in the row may have led here; GTK still uses the model that it was made in. */
  if (!same_words (adw_combo_row_get_model (self->group), names))
    adw_combo_row_set_model (self->group, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->group, shown_node (self)->group >= 0 ? (guint) shown_node (self)->group
                                                                         : GTK_INVALID_LIST_POSITION);
}

static void
add_agreement_row (BaryMemberPane *self,
                   GtkWidget      *row)
{
  adw_preferences_group_add (self->agreements, row);
  g_ptr_array_add (self->rows, row);
}

static void
agreement_activated_cb (GtkWidget      *row,
                        BaryMemberPane *self)
{
  bary_session_go_to (self->session, BARY_KIND_AGREEMENT, g_object_get_data (G_OBJECT (row), "agreement"));
}

static GtkWidget *
make_agreement_row (BaryMemberPane *self,
                    BaryAgreement  *agreement,
                    BaryParty      *party)
{
  gboolean in_force = bary_range_covers (agreement->date, agreement->valid_until, self->state->day);
  g_autofree char *range = bary_card_range_to_words (agreement->date, agreement->valid_until);
  const char *parts[4] = { party->role, in_force ? range : _("not in force on this day"), NULL };
  g_autofree char *words = party->role != NULL ? g_strjoinv (" · ", (char **) parts)
                                               : g_strdup (in_force ? _("defines no role") : parts[1]);
  GtkWidget *row = bary_rows_make (agreement->name, words);

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "agreement", g_strdup (bary_record_get_id (BARY_RECORD (agreement))), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (agreement_activated_cb), self);
  return row;
}

static BaryAgreement *
find_agreement (BaryMemberPane *self,
                const char     *id)
{
  for (guint i = 0; i < self->state->check->agreements->len; i++)
    if (g_strcmp0 (bary_record_get_id (self->state->check->agreements->pdata[i]), id) == 0)
      return self->state->check->agreements->pdata[i];
  return NULL;
}

static void
fill_agreements (BaryMemberPane *self)
{
  bary_rows_clear (self->rows);

  for (guint i = 0; i < self->state->check->parties->len; i++)
    {
      BaryParty *party = self->state->check->parties->pdata[i];
      BaryAgreement *agreement = find_agreement (self, party->agreement);

      if (agreement != NULL && g_strcmp0 (party->organisation, shown_node (self)->record) == 0)
        add_agreement_row (self, make_agreement_row (self, agreement, party));
    }
  adw_preferences_group_set_description (self->agreements,
                                         self->rows->len == 0 ? _("No agreement of the cluster binds this member.") : NULL);
}

static char *
describe_membership (BaryMemberPane *self,
                     BaryMembership *membership)
{
  g_autofree char *group = NULL;
  g_autofree char *range = bary_card_range_to_words (membership->from, membership->to);

  for (guint i = 0; i < self->state->groups->len; i++)
    if (g_strcmp0 (bary_record_get_id (self->state->groups->pdata[i]), membership->group) == 0)
      group = bary_cluster_state_name_group (self->state, i);
  if (group == NULL)
    group = bary_cluster_state_name_group (self->state, G_MAXUINT);
  return range != NULL ? g_strdup_printf ("%s · %s", group, range) : g_steal_pointer (&group);
}

static char *
describe_reasons (BaryMembership *membership)
{
  GString *words = g_string_new (membership->role);

  if (membership->reason != NULL)
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", membership->reason);
  if (membership->leaving_reason != NULL)
    {
      /* Translators: %s: why a member left a cluster */
      g_autofree char *left = g_strdup_printf (_("left: %s"), membership->leaving_reason);

      g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", left);
    }
  return g_string_free (words, FALSE);
}

static int
compare_from (gconstpointer a,
              gconstpointer b)
{
  return g_strcmp0 ((*(BaryMembership *const *) a)->from, (*(BaryMembership *const *) b)->from);
}

static void
fill_history (BaryMemberPane *self)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new ();

  for (guint i = 0; i < self->history_rows->len; i++)
    adw_expander_row_remove (self->history, self->history_rows->pdata[i]);
  g_ptr_array_set_size (self->history_rows, 0);

  for (guint i = 0; i < self->state->memberships->len; i++)
    if (g_strcmp0 (((BaryMembership *) self->state->memberships->pdata[i])->organisation, shown_node (self)->record) == 0)
      g_ptr_array_add (own, self->state->memberships->pdata[i]);
  g_ptr_array_sort (own, compare_from);

  for (guint i = 0; i < own->len; i++)
    {
      g_autofree char *title = describe_membership (self, own->pdata[i]);
      g_autofree char *subtitle = describe_reasons (own->pdata[i]);
      GtkWidget *row = bary_rows_make (title, subtitle);

      adw_expander_row_add_row (self->history, row);
      g_ptr_array_add (self->history_rows, row);
    }
}

static void
fill_place (BaryMemberPane *self)
{
  BaryMembership *membership = find_membership (self);
  gboolean member = bary_cluster_state_is_member (self->state, self->node);
  gboolean editable = member && !bary_store_is_read_only (bary_session_get_store (self->session));
  g_autofree char *since = membership->from != NULL ? bary_date_to_words (membership->from) : g_strdup (_("not dated"));
  g_autofree char *day = bary_date_to_words (self->state->day);
  g_autofree char *explanation = NULL;

  fill_groups (self);
  gtk_editable_set_text (GTK_EDITABLE (self->role), membership->role != NULL ? membership->role : "");
  adw_action_row_set_subtitle (self->since, since);
  gtk_widget_set_visible (self->pinned, shown_node (self)->pinned);
  fill_agreements (self);
  fill_history (self);

  gtk_widget_set_sensitive (self->pinned, !bary_store_is_read_only (bary_session_get_store (self->session)));
  gtk_widget_set_sensitive (GTK_WIDGET (self->group), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->role), editable);
  gtk_widget_set_sensitive (self->remove, editable);
  /* Translators: %1$s: an organisation, %2$s: a date */
  explanation = g_strdup_printf (_("%1$s leaves the cluster on %2$s. How the cluster stood before stays in its history."),
                                 shown_node (self)->name, day);
  gtk_label_set_text (GTK_LABEL (self->remove_explanation), explanation);
}

static void
show_card (BaryMemberPane *self,
           BaryRecord     *record)
{
  if (record != bary_card_get_record (BARY_CARD (self->card)))
    bary_card_set_record (BARY_CARD (self->card), self->session, record);
}

/* Of a node: the organisation or the body; of nobody: the cluster. */
static void
show_card_of_node (BaryMemberPane *self)
{
  const BaryNetworkNode *it = self->node != BARY_NODE_NONE ? bary_network_node (self->state->network, (guint) self->node) : NULL;
  g_autoptr (BaryRecord) record = NULL;

  if (it != NULL && it->record != NULL)
    record = bary_store_get (bary_session_get_store (self->session), it->body ? BARY_KIND_BODY : BARY_KIND_ORGANISATION,
                             it->record, NULL);
  show_card (self, record != NULL ? record : BARY_RECORD (self->state->cluster));
}

void
bary_member_pane_show (BaryMemberPane   *self,
                       BarySession      *session,
                       BaryClusterState *state,
                       int               node)
{
  g_set_object (&self->session, session);
  self->state = state;
  self->node = node;

  gtk_widget_set_visible (self->place, shown_node (self) != NULL);
  if (state == NULL)
    {
      show_card (self, NULL);
      return;
    }

  self->showing = TRUE;
  if (shown_node (self) != NULL)
    fill_place (self);
  show_card_of_node (self);
  self->showing = FALSE;
}

static void
bary_member_pane_dispose (GObject *object)
{
  BaryMemberPane *self = BARY_MEMBER_PANE (object);

  self->state = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), BARY_TYPE_MEMBER_PANE);
  g_clear_object (&self->session);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->history_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (bary_member_pane_parent_class)->dispose (object);
}

static void
install_signals (GType type)
{
  signals[MOVE_MEMBER] = g_signal_new ("move-member", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  signals[REMOVE_MEMBER] = g_signal_new ("remove-member", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);
  signals[BIND_MEMBER] = g_signal_new ("bind-member", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[UNPIN_NODE] = g_signal_new ("unpin-node", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
bary_member_pane_class_init (BaryMemberPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_member_pane_dispose;
  install_signals (BARY_TYPE_MEMBER_PANE);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/cluster/bary-member-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryMemberPane, place);
  gtk_widget_class_bind_template_child (widget_class, BaryMemberPane, group);
  gtk_widget_class_bind_template_child (widget_class, BaryMemberPane, role);
  gtk_widget_class_bind_template_child (widget_class, BaryMemberPane, since);
  gtk_widget_class_bind_template_child (widget_class, BaryMemberPane, pinned);
  gtk_widget_class_bind_template_child (widget_class, BaryMemberPane, agreements);
  gtk_widget_class_bind_template_child (widget_class, BaryMemberPane, history);
  gtk_widget_class_bind_template_child (widget_class, BaryMemberPane, remove);
  gtk_widget_class_bind_template_child (widget_class, BaryMemberPane, remove_popover);
  gtk_widget_class_bind_template_child (widget_class, BaryMemberPane, reason);
  gtk_widget_class_bind_template_child (widget_class, BaryMemberPane, remove_explanation);
  gtk_widget_class_bind_template_child (widget_class, BaryMemberPane, card_place);
  gtk_widget_class_bind_template_callback (widget_class, group_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, role_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, unpin_clicked_cb);
}

static void
bary_member_pane_init (BaryMemberPane *self)
{
  self->node = BARY_NODE_NONE;
  self->rows = g_ptr_array_new ();
  self->history_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->card = bary_card_new ();
  gtk_box_append (GTK_BOX (self->card_place), self->card);
}
