#include "bary-approvals-window-private.h"

#include "bary-config.h"
#include "bary-date.h"
#include "bary-form-page.h"
#include "bary-kinds.h"
#include "bary-plan-changes.h"
#include "bary-rows.h"
#include "bary-signature-row.h"
#include "bary-store-field.h"
#include "bary-store-revision.h"

#include <glib/gi18n-lib.h>

BaryRecord *
bary_approvals_window_get_latest (BaryApprovalsWindow *self)
{
  return self->revisions->len > 0 ? self->revisions->pdata[0] : NULL;
}

static void
add_signatures (BaryApprovalsWindow *self,
                AdwPreferencesGroup *group,
                BaryRecord          *whole)
{
  g_autoptr (GPtrArray) signatures = bary_signature_rows_new (self->session, bary_record_get_kind (whole), bary_record_get_id (whole));

  for (guint i = 0; i < signatures->len; i++)
    {
      adw_preferences_group_add (group, signatures->pdata[i]);
      g_ptr_array_add (self->rows, signatures->pdata[i]);
    }
}

static void
add_attach (BaryApprovalsWindow *self,
            GtkWidget           *row,
            BaryRecord          *whole)
{
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), bary_signature_button_new (self->session, bary_record_get_kind (whole),
                                                                              bary_record_get_id (whole)));
}

static char *
say_decision (BaryStore    *store,
              BaryApproval *approval)
{
  g_autofree char *who = bary_store_field_to_words (store, BARY_RECORD (approval), "person");
  g_autofree char *day = approval->decided_on != NULL ? bary_date_to_words (approval->decided_on) : NULL;
  GString *words = g_string_new (NULL);

  if (approval->decision == NULL)
    g_string_append (words, _("No decision yet"));
  else
    /* Translators: %s: a day */
    g_string_append_printf (words, g_str_equal (approval->decision, "agreed") ? _("Agreed on %s") : _("Refused on %s"), day);
  if (who != NULL)
    g_string_append_printf (words, " · %s", who);
  if (approval->remark != NULL)
    g_string_append_printf (words, "\n%s", approval->remark);
  return g_string_free (words, FALSE);
}

static void
decide_cb (GtkButton           *button,
           BaryApprovalsWindow *self)
{
  const char *hidden[] = { "revision", "organisation", NULL };

  bary_form_page_present (GTK_WIDGET (self), self->session, g_object_get_data (G_OBJECT (button), "approval"), hidden, NULL);
}

static void
add_decide (BaryApprovalsWindow *self,
            GtkWidget           *row,
            BaryRecord          *approval)
{
  GtkWidget *button = gtk_button_new_with_label (_("Decision…"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "approval", g_object_ref (approval), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (decide_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_approval (BaryApprovalsWindow *self,
              BaryRecord          *approval)
{
  g_autofree char *who = bary_store_field_to_words (bary_session_get_store (self->session), approval, "organisation");
  g_autofree char *what = say_decision (bary_session_get_store (self->session), BARY_APPROVAL (approval));
  GtkWidget *row = bary_rows_add (self->rows, self->revision, who, what);

  if (BARY_APPROVAL (approval)->decision != NULL)
    add_attach (self, row, approval);
  if (self->state <= BARY_CHAIN_AGREED)
    add_decide (self, row, approval);
  add_signatures (self, self->revision, approval);
}

/* What a person does next with the revision; where nothing, what it waits for. */
static const char *
explain (BaryApprovalsWindow *self)
{
  if (bary_approvals_window_get_latest (self) == NULL)
    return _("A revision is the plan as it is now, kept for those who agree to it. Events can be edited meanwhile.");

  switch (self->state)
    {
    case BARY_CHAIN_NOBODY:
      return _("Add the organisations whose directors are to agree.");
    case BARY_CHAIN_WAITING:
      return _("Write down each decision as it comes, in any order.");
    case BARY_CHAIN_REFUSED:
      return _("Somebody did not agree: withdraw the revision, correct the plan, and send it again.");
    case BARY_CHAIN_AGREED:
      return _("Everybody agreed: the department can approve it.");
    case BARY_CHAIN_APPROVED:
      return _("Approved: put it in force when its day comes.");
    case BARY_CHAIN_IN_FORCE:
    case BARY_CHAIN_SUPERSEDED:
      break;
    }
  return NULL;
}

static char *
name_revision (BaryRevision *revision)
{
  const BaryField *field = bary_kind_find_field (BARY_KIND_REVISION, "state", NULL);
  g_autofree char *state = bary_field_to_words (field, revision->state);

  /* Translators: 1: number of a revision, 2: its state: "Revision 2: In force" */
  return g_strdup_printf (_("Revision %1$s: %2$s"), revision->number, state);
}

static char *
say_history (BaryRevision *revision)
{
  g_autofree char *approved = revision->approved_on != NULL ? bary_date_to_words (revision->approved_on) : NULL;
  g_autofree char *from = revision->from != NULL ? bary_date_to_words (revision->from) : NULL;
  GString *words = g_string_new (NULL);

  if (approved != NULL)
    g_string_append_printf (words, _("Approved on %s"), approved);
  if (revision->approved_by != NULL)
    g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", revision->approved_by);
  if (from != NULL)
    {
      g_string_append (words, words->len > 0 ? " · " : "");
      /* Translators: %s: a day */
      g_string_append_printf (words, _("in force since %s"), from);
    }
  return g_string_free (words, FALSE);
}

static void
edit_revision_cb (GtkButton           *button,
                  BaryApprovalsWindow *self)
{
  const char *hidden[] = { "roadmap", "number", "state", NULL };

  bary_form_page_present (GTK_WIDGET (self), self->session, bary_approvals_window_get_latest (self), hidden, NULL);
}

/* Who approved it is written by hand: it is no organisation of the directory. */
static void
add_approver (BaryApprovalsWindow *self)
{
  BaryRecord *revision = bary_approvals_window_get_latest (self);
  g_autofree char *words = say_history (BARY_REVISION (revision));
  GtkWidget *row = bary_rows_add (self->rows, self->revision, _("Department of education"), words);
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");

  gtk_widget_set_tooltip_text (button, _("Edit who approved it, and when"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (edit_revision_cb), self, 0);
  add_attach (self, row, revision);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  add_signatures (self, self->revision, revision);
}

void
bary_approvals_window_show_revision (BaryApprovalsWindow *self)
{
  BaryRecord *latest = bary_approvals_window_get_latest (self);
  g_autofree char *title = latest != NULL ? name_revision (BARY_REVISION (latest)) : g_strdup (_("No revision yet"));

  adw_preferences_group_set_title (self->revision, title);
  adw_preferences_group_set_description (self->revision, explain (self));
  for (guint i = 0; self->approvals != NULL && i < self->approvals->len; i++)
    add_approval (self, self->approvals->pdata[i]);
  if (latest != NULL && self->state >= BARY_CHAIN_APPROVED)
    add_approver (self);
  gtk_widget_set_visible (self->withdraw, latest != NULL && self->state <= BARY_CHAIN_APPROVED);
  gtk_widget_set_visible (self->ask, latest != NULL && self->state < BARY_CHAIN_AGREED);
}

/* What has changed */

static char *
say_change (const BaryPlanChange *change)
{
  const struct { BaryPlanChangeFields field; const char *was, *now; } pairs[] = {
    { BARY_PLAN_CHANGE_DATES, change->was->dates, change->now->dates },
    { BARY_PLAN_CHANGE_NAME, change->was->name, change->now->name },
    { BARY_PLAN_CHANGE_SECTION, change->was->section, change->now->section },
    { BARY_PLAN_CHANGE_NUMBER, change->was->number, change->now->number },
    { BARY_PLAN_CHANGE_AUDIENCE, change->was->audience, change->now->audience },
    { BARY_PLAN_CHANGE_RESULT, change->was->result, change->now->result },
  };
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (change->fields & pairs[i].field)
      g_string_append_printf (words, "%s%s → %s", words->len > 0 ? "\n" : "", pairs[i].was != NULL ? pairs[i].was : "–",
                              pairs[i].now != NULL ? pairs[i].now : "–");
  return g_string_free (words, FALSE);
}

static void
add_change (BaryApprovalsWindow  *self,
            const BaryPlanChange *change)
{
  g_autofree char *words = NULL;

  if (change->was == NULL)
    /* Translators: %s: dates */
    words = g_strdup_printf (_("New: %s"), change->now->dates);
  else if (change->now == NULL)
    words = g_strdup_printf (_("Taken out: %s"), change->was->dates);
  else
    words = say_change (change);
  bary_rows_add (self->rows, self->changes, change->now != NULL ? change->now->name : change->was->name, words);
}

gboolean
bary_approvals_window_show_changes (BaryApprovalsWindow *self)
{
  BaryRecord *standing = bary_revision_find_standing (self->revisions);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) now = bary_store_read_plan_lines (bary_session_get_store (self->session), self->roadmap, &error);
  g_autoptr (GPtrArray) was = standing != NULL && now != NULL
                                ? bary_store_read_revision_lines (bary_session_get_store (self->session), standing, &error) : NULL;
  g_autoptr (GArray) changes = was != NULL ? bary_plan_changes_new (was, now) : NULL;

  if (error != NULL)
    bary_session_fail (self->session, error);
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    add_change (self, &g_array_index (changes, BaryPlanChange, i));
  adw_preferences_group_set_description (self->changes, changes != NULL && changes->len == 0
                                                          ? _("The plan is as it was approved.") : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->changes), changes != NULL);
  gtk_widget_set_visible (self->change_papers, changes != NULL && changes->len > 0);
  return changes == NULL || changes->len > 0;
}

/* What was signed stays within reach when another revision has come. */
static void
add_former_signatures (BaryApprovalsWindow *self,
                       BaryRecord          *revision)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) approvals = bary_approvals_window_read_approvals (self, revision, &error);

  if (approvals == NULL)
    bary_session_fail (self->session, error);
  for (guint i = 0; approvals != NULL && i < approvals->len; i++)
    add_signatures (self, self->former, approvals->pdata[i]);
  add_signatures (self, self->former, revision);
}

void
bary_approvals_window_show_former (BaryApprovalsWindow *self)
{
  for (guint i = 1; i < self->revisions->len; i++)
    {
      g_autofree char *title = name_revision (self->revisions->pdata[i]);
      g_autofree char *words = say_history (self->revisions->pdata[i]);

      bary_rows_add (self->rows, self->former, title, words);
      add_former_signatures (self, self->revisions->pdata[i]);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->former), self->revisions->len > 1);
}
