#include "bary-approvals-window-private.h"

#include "bary-config.h"
#include "bary-date.h"
#include "bary-dialogs.h"
#include "bary-form-page.h"
#include "bary-kinds.h"
#include "bary-plan-report.h"
#include "bary-report-print.h"
#include "bary-rows.h"
#include "bary-store-form.h"
#include "bary-store-revision.h"
#include "bary-store-source.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (BaryApprovalsWindow, bary_approvals_window, ADW_TYPE_WINDOW)

/* Reading */

GPtrArray *
bary_approvals_window_read_approvals (BaryApprovalsWindow  *self,
                                      BaryRecord           *revision,
                                      GError              **error)
{
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_APPROVAL);

  bary_query_where (query, "revision", bary_record_get_id (revision));
  bary_query_sort (query, "organisation", FALSE);
  return bary_store_select (bary_session_get_store (self->session), query, error);
}

static gboolean
read_all (BaryApprovalsWindow *self)
{
  g_autoptr (GError) error = NULL;
  guint n_agreed = 0, n_refused = 0;
  BaryRecord *latest;

  g_clear_pointer (&self->revisions, g_ptr_array_unref);
  g_clear_pointer (&self->approvals, g_ptr_array_unref);
  self->revisions = bary_store_list_revisions (bary_session_get_store (self->session), self->roadmap, &error);
  latest = self->revisions != NULL ? bary_approvals_window_get_latest (self) : NULL;
  if (latest != NULL)
    self->approvals = bary_approvals_window_read_approvals (self, latest, &error);
  if (error != NULL)
    {
      bary_session_fail (self->session, error);
      return FALSE;
    }

  for (guint i = 0; self->approvals != NULL && i < self->approvals->len; i++)
    {
      n_agreed += g_strcmp0 (BARY_APPROVAL (self->approvals->pdata[i])->decision, "agreed") == 0;
      n_refused += g_strcmp0 (BARY_APPROVAL (self->approvals->pdata[i])->decision, "refused") == 0;
    }
  if (latest != NULL)
    self->state = bary_approval_chain (BARY_REVISION (latest)->state, self->approvals->len, n_agreed, n_refused);
  return TRUE;
}

/* Showing */

/* The one button at the top: what comes next. */
static void
show_act (BaryApprovalsWindow *self,
          gboolean             differs)
{
  gboolean open = bary_approvals_window_get_latest (self) != NULL && bary_chain_is_open (self->state);
  const char *label = _("Send to Be Agreed");

  if (open)
    label = self->state == BARY_CHAIN_APPROVED ? _("Put in Force") : _("Mark as Approved");
  gtk_button_set_label (self->act, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->act), open ? self->state == BARY_CHAIN_AGREED || self->state == BARY_CHAIN_APPROVED
                                                         : differs);
}

static void
show_all (BaryApprovalsWindow *self)
{
  if (bary_session_get_store (self->session) == NULL || !read_all (self))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  bary_rows_clear (self->rows);
  bary_approvals_window_show_revision (self);
  show_act (self, bary_approvals_window_show_changes (self));
  bary_approvals_window_show_former (self);
}

/* Acts */

static void
send_revision (BaryApprovalsWindow *self)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryRecord) revision = bary_store_prepare_revision (bary_session_get_store (self->session), self->roadmap, changes, &error);

  if (revision == NULL)
    bary_session_fail (self->session, error);
  else
    bary_session_commit (self->session, N_("Send to be agreed: %s"), bary_record_get_name (self->roadmap), changes);
}

static void
approve (BaryApprovalsWindow *self)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autofree char *today = bary_date_today ();

  bary_changes_set (changes, bary_approvals_window_get_latest (self), "state", "approved");
  bary_changes_set (changes, bary_approvals_window_get_latest (self), "approved_on", today);
  bary_session_commit (self->session, N_("Approve: %s"), bary_record_get_name (self->roadmap), changes);
}

static void
put_in_force (BaryApprovalsWindow *self)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autofree char *today = bary_date_today ();

  for (guint i = 1; i < self->revisions->len; i++)
    if (g_strcmp0 (BARY_REVISION (self->revisions->pdata[i])->state, "in_force") == 0)
      bary_changes_set (changes, self->revisions->pdata[i], "state", "superseded");
  bary_changes_set (changes, bary_approvals_window_get_latest (self), "state", "in_force");
  bary_changes_set (changes, bary_approvals_window_get_latest (self), "from", today);
  bary_session_commit (self->session, N_("Put in force: %s"), bary_record_get_name (self->roadmap), changes);
}

static void
act_cb (BaryApprovalsWindow *self)
{
  if (bary_approvals_window_get_latest (self) == NULL || !bary_chain_is_open (self->state))
    send_revision (self);
  else if (self->state == BARY_CHAIN_AGREED)
    approve (self);
  else
    put_in_force (self);
}

static void
withdraw_cb (BaryApprovalsWindow *self)
{
  bary_form_remove_record (GTK_WIDGET (self), self->session, bary_approvals_window_get_latest (self));
}

static void
ask_cb (BaryApprovalsWindow *self)
{
  const char *hidden[] = { "revision", "decision", "decided_on", "remark", NULL };
  g_autoptr (BaryRecord) approval = bary_record_new (BARY_KIND_APPROVAL, NULL);

  bary_record_set_all (approval, "revision", bary_record_get_id (bary_approvals_window_get_latest (self)), NULL);
  bary_form_page_present (GTK_WIDGET (self), self->session, approval, hidden, NULL);
}

/* The list of changes on paper */

/* Returns: (transfer full) (nullable) */
static BaryReport *
make_changes_paper (BaryApprovalsWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryPlanForm) form = bary_store_read_form (bary_session_get_store (self->session), self->roadmap, &error);
  g_autofree char *centre = bary_store_dup_own_centre (bary_session_get_store (self->session));
  BaryReport *paper;

  if (form == NULL)
    {
      bary_session_fail (self->session, error);
      return NULL;
    }
  paper = bary_plan_changes_report_new (form);
  bary_report_set_author (paper, centre);
  return paper;
}

static void
print_changes_cb (BaryApprovalsWindow *self)
{
  BaryReport *paper = make_changes_paper (self);

  if (paper != NULL)
    bary_report_print (GTK_WINDOW (self), self->session, paper);
}

static void
place_chosen (GFile    *file,
              gpointer  user_data)
{
  g_autoptr (BaryApprovalsWindow) self = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  BaryReport *paper = path != NULL ? make_changes_paper (self) : NULL;

  if (paper != NULL)
    bary_report_write (self->session, paper, path);
}

static void
save_changes_cb (BaryApprovalsWindow *self)
{
  bary_dialogs_save_file (GTK_WINDOW (self), _("Save the List of Changes as .pdf, .odt or .xlsx"), _("List of changes.pdf"), place_chosen,
                          g_object_ref (self));
}

static void
bary_approvals_window_dispose (GObject *object)
{
  BaryApprovalsWindow *self = BARY_APPROVALS_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->roadmap);
  g_clear_pointer (&self->revisions, g_ptr_array_unref);
  g_clear_pointer (&self->approvals, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (bary_approvals_window_parent_class)->dispose (object);
}

static void
bary_approvals_window_class_init (BaryApprovalsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_approvals_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/barycenter/Barycenter/ui/roadmap/bary-approvals-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryApprovalsWindow, head);
  gtk_widget_class_bind_template_child (widget_class, BaryApprovalsWindow, act);
  gtk_widget_class_bind_template_child (widget_class, BaryApprovalsWindow, revision);
  gtk_widget_class_bind_template_child (widget_class, BaryApprovalsWindow, withdraw);
  gtk_widget_class_bind_template_child (widget_class, BaryApprovalsWindow, ask);
  gtk_widget_class_bind_template_child (widget_class, BaryApprovalsWindow, changes);
  gtk_widget_class_bind_template_child (widget_class, BaryApprovalsWindow, change_papers);
  gtk_widget_class_bind_template_child (widget_class, BaryApprovalsWindow, former);
  gtk_widget_class_bind_template_callback (widget_class, act_cb);
  gtk_widget_class_bind_template_callback (widget_class, withdraw_cb);
  gtk_widget_class_bind_template_callback (widget_class, ask_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_changes_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_changes_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bary_approvals_window_init (BaryApprovalsWindow *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bary_approvals_window_present (GtkWidget   *parent,
                               BarySession *session,
                               BaryRecord  *roadmap)
{
  BaryApprovalsWindow *self = g_object_new (BARY_TYPE_APPROVALS_WINDOW, "transient-for", gtk_widget_get_root (parent), NULL);

  self->session = g_object_ref (session);
  self->roadmap = g_object_ref (roadmap);
  adw_window_title_set_subtitle (self->head, bary_record_get_name (roadmap));
  g_signal_connect_object (bary_session_get_store (session), "changed", G_CALLBACK (show_all), self, G_CONNECT_SWAPPED);
  show_all (self);
  gtk_window_present (GTK_WINDOW (self));
}
