#include "bary-contest-view.h"

#include "bary-application-page.h"
#include "bary-config.h"
#include "bary-contest-acts.h"
#include "bary-contest-list.h"
#include "bary-date.h"
#include "bary-form-page.h"
#include "bary-import.h"
#include "bary-kinds.h"
#include "bary-package.h"
#include "bary-rows.h"
#include "bary-template-window.h"

#include <glib/gi18n-lib.h>

struct _BaryContestView {
  BaryView             parent_instance;

  /* template */
  GtkStack            *stack;
  AdwFlap             *flap;
  GtkListBox          *list;
  GtkStack            *content;
  AdwStatusPage       *contest_page;
  AdwPreferencesGroup *stages;
  GtkWidget           *new_application;
  GtkWidget           *review;
  GtkWidget           *send;
  GtkWidget           *copy;
  GtkWidget           *new_contest;
  GtkWidget           *take_shipped;
  BaryApplicationPage *page;

  /* owned */
  BaryStore           *store;
  char                *chosen;      /* id of a contest or an application */
  GPtrArray           *stage_rows;
  gulong               changed_handler;
  gboolean             filling;
};

G_DEFINE_FINAL_TYPE (BaryContestView, bary_contest_view, BARY_TYPE_VIEW)

static BaryRecord *
dup_chosen (BaryContestView *self,
            BaryKind         kind)
{
  return self->store != NULL && self->chosen != NULL ? bary_store_get (self->store, kind, self->chosen, NULL) : NULL;
}

/* A contest */

static void
add_stage (BaryContestView  *self,
           BaryContestStage *stage)
{
  g_autofree char *from = stage->from != NULL ? bary_date_to_words (stage->from) : NULL;
  g_autofree char *to = stage->to != NULL ? bary_date_to_words (stage->to) : NULL;
  g_autofree char *days = from != NULL && to != NULL && !g_str_equal (from, to) ? g_strdup_printf ("%s – %s", from, to) :
                          g_strdup (to != NULL ? to : stage->dates);

  bary_rows_add (self->stage_rows, self->stages, stage->name, days);
}

static void
show_contest (BaryContestView *self,
              BaryRecord      *contest)
{
  g_autoptr (GPtrArray) stages =
    bary_store_select_parts (self->store, BARY_KIND_CONTEST_STAGE, "contest", bary_record_get_id (contest), NULL);
  gboolean writable = !bary_store_is_read_only (self->store);

  bary_rows_clear (self->stage_rows);
  for (guint i = 0; stages != NULL && i < stages->len; i++)
    add_stage (self, stages->pdata[i]);

  adw_status_page_set_title (self->contest_page, bary_record_get_name (contest));
  adw_status_page_set_description (self->contest_page, BARY_CONTEST (contest)->goal);
  gtk_widget_set_visible (self->new_application, BARY_CONTEST (contest)->template == NULL);
  gtk_widget_set_visible (self->review, BARY_CONTEST (contest)->template == NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->review), "s", bary_record_get_id (contest));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->send), "(ss)", "template", bary_record_get_id (contest));
  gtk_widget_set_sensitive (self->new_application, writable);
  gtk_widget_set_sensitive (self->copy, writable);
  gtk_stack_set_visible_child_name (self->content, "contest");
}

/* Where there is room for one of them only, the list comes first. */
static void
offer_list (BaryContestView *self)
{
  if (adw_flap_get_folded (self->flap) && g_strcmp0 (gtk_stack_get_visible_child_name (self->content), "nothing") == 0)
    adw_flap_set_reveal_flap (self->flap, TRUE);
}

static void
show_chosen (BaryContestView *self)
{
  g_autoptr (BaryRecord) application = dup_chosen (self, BARY_KIND_APPLICATION);
  g_autoptr (BaryRecord) contest = application == NULL ? dup_chosen (self, BARY_KIND_CONTEST) : NULL;
  BarySession *session = bary_view_get_session (BARY_VIEW (self));

  if (application != NULL && g_strcmp0 (bary_application_page_get_shown (self->page), self->chosen) == 0)
    bary_application_page_refresh (self->page);
  else
    bary_application_page_show (self->page, session, application);

  if (application != NULL)
    gtk_stack_set_visible_child_name (self->content, "application");
  else if (contest != NULL)
    show_contest (self, contest);
  else
    {
      gtk_stack_set_visible_child_name (self->content, "nothing");
      offer_list (self);
    }
}

static void
row_selected_cb (BaryContestView *self,
                 GtkListBoxRow   *row)
{
  if (self->filling || row == NULL)
    return;

  g_free (self->chosen);
  self->chosen = g_strdup (bary_record_get_id (bary_contest_list_get_record (row)));
  show_chosen (self);
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

static void
fill (BaryContestView *self)
{
  GtkListBoxRow *row;

  if (self->store == NULL)
    return;

  self->filling = TRUE;
  bary_contest_list_fill (self->list, self->store);
  row = self->chosen != NULL ? bary_contest_list_find (self->list, self->chosen) : NULL;
  gtk_list_box_select_row (self->list, row);
  self->filling = FALSE;
  gtk_widget_set_sensitive (self->take_shipped, !bary_store_is_read_only (self->store));
  gtk_widget_set_sensitive (self->new_contest, !bary_store_is_read_only (self->store));
  gtk_stack_set_visible_child_name (self->stack, gtk_list_box_get_row_at_index (self->list, 0) != NULL ? "contests" : "empty");
  show_chosen (self);
}

static gboolean
concerns_contests (GPtrArray *touches)
{
  for (guint i = 0; touches != NULL && i < touches->len; i++)
    {
      BaryKind kind = ((const BaryTrace *) touches->pdata[i])->kind;

      if (kind >= BARY_KIND_CONTEST || kind == BARY_KIND_ORGANISATION)
        return TRUE;
    }
  return touches == NULL;
}

static gboolean
are_only_answers (GPtrArray *touches)
{
  for (guint i = 0; touches != NULL && i < touches->len; i++)
    if (((const BaryTrace *) touches->pdata[i])->kind != BARY_KIND_APPLICATION_ANSWER)
      return FALSE;

  return touches != NULL;
}

static void
store_changed_cb (BaryContestView *self,
                  GPtrArray       *touches)
{
  if (are_only_answers (touches))
    bary_application_page_refresh (self->page);
  else if (concerns_contests (touches))
    fill (self);
}

/* Acts */

static char *
get_shipped_folder (void)
{
  const char *data = g_getenv ("BARYCENTER_DATA_DIR");

  return g_build_filename (data != NULL ? data : BARY_PKGDATADIR, "contests", NULL);
}

static gboolean
import_shipped (BaryStore   *store,
                const char  *path,
                GError     **error)
{
  g_autoptr (BaryPackage) package = bary_package_open (path, error);
  g_auto (BaryImportReport) report = { 0 };

  return package != NULL && bary_package_read_manifest (package, error) &&
         bary_store_import (store, N_("Import %s"), bary_package_get_sender (package), BARY_RECORD_SOURCE (package),
                            BARY_IMPORT_FLAGS_NONE, NULL, &report, NULL, error);
}

static void
take_shipped_cb (BaryContestView *self)
{
  static const char *const names[] = { "internship-site.xml", "base-site.xml" };
  g_autofree char *folder = get_shipped_folder ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names) && error == NULL; i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      import_shipped (self->store, path, &error);
    }
  if (error != NULL)
    bary_session_fail (bary_view_get_session (BARY_VIEW (self)), error);
}

static void
new_application_cb (BaryContestView *self)
{
  static const char *const settled[] = { "contest", "number", "state", "submitted_on", "submitted_time", "late", "note", NULL };
  g_autoptr (BaryRecord) application = bary_record_new (BARY_KIND_APPLICATION, NULL);

  if (self->chosen == NULL)
    return;
  bary_record_set_all (application, "contest", self->chosen, "state", "draft", NULL);
  g_free (self->chosen);
  self->chosen = g_strdup (bary_record_get_id (application));
  bary_form_page_present (GTK_WIDGET (self), bary_view_get_session (BARY_VIEW (self)), application, settled, NULL);
}

static void
copy_cb (BaryContestView *self)
{
  g_autoptr (BaryRecord) contest = dup_chosen (self, BARY_KIND_CONTEST);
  char *copy = contest != NULL ? bary_contest_copy_for_next_year (bary_view_get_session (BARY_VIEW (self)), contest) : NULL;

  if (copy == NULL)
    return;
  g_free (self->chosen);
  self->chosen = copy;
  fill (self);
}

static void
template_cb (BaryContestView *self)
{
  if (self->chosen != NULL)
    bary_template_window_present (GTK_WIDGET (self), bary_view_get_session (BARY_VIEW (self)), self->chosen);
}

static void
new_contest_cb (BaryContestView *self)
{
  bary_template_window_begin (GTK_WIDGET (self), bary_view_get_session (BARY_VIEW (self)));
}

/* Following the session */

static void
store_replaced_cb (BaryContestView *self)
{
  BarySession *session = bary_view_get_session (BARY_VIEW (self));

  if (self->store != NULL)
    g_clear_signal_handler (&self->changed_handler, self->store);
  bary_application_page_show (self->page, session, NULL);
  g_clear_pointer (&self->chosen, g_free);
  g_set_object (&self->store, bary_session_get_store (session));
  if (self->store == NULL)
    return;

  self->changed_handler = g_signal_connect_swapped (self->store, "changed", G_CALLBACK (store_changed_cb), self);
  fill (self);
}

static void
bary_contest_view_session_changed (BaryView *view)
{
  BarySession *session = bary_view_get_session (view);

  if (session == NULL)
    return;

  g_signal_connect_object (session, "notify::store", G_CALLBACK (store_replaced_cb), view, G_CONNECT_SWAPPED);
  store_replaced_cb (BARY_CONTEST_VIEW (view));
}

static gboolean
bary_contest_view_go_to (BaryView   *view,
                         BaryKind    kind,
                         const char *id)
{
  BaryContestView *self = BARY_CONTEST_VIEW (view);

  if ((kind != BARY_KIND_CONTEST && kind != BARY_KIND_APPLICATION) || self->store == NULL)
    return FALSE;

  g_free (self->chosen);
  self->chosen = g_strdup (id);
  fill (self);
  return TRUE;
}

static void
bary_contest_view_dispose (GObject *object)
{
  BaryContestView *self = BARY_CONTEST_VIEW (object);

  if (self->store != NULL)
    g_clear_signal_handler (&self->changed_handler, self->store);
  g_clear_object (&self->store);
  g_clear_pointer (&self->chosen, g_free);
  g_clear_pointer (&self->stage_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (bary_contest_view_parent_class)->dispose (object);
}

static void
bary_contest_view_class_init (BaryContestViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_contest_view_dispose;
  BARY_VIEW_CLASS (klass)->session_changed = bary_contest_view_session_changed;
  BARY_VIEW_CLASS (klass)->go_to = bary_contest_view_go_to;

  g_type_ensure (BARY_TYPE_APPLICATION_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/contest/bary-contest-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryContestView, stack);
  gtk_widget_class_bind_template_child (widget_class, BaryContestView, flap);
  gtk_widget_class_bind_template_child (widget_class, BaryContestView, list);
  gtk_widget_class_bind_template_child (widget_class, BaryContestView, content);
  gtk_widget_class_bind_template_child (widget_class, BaryContestView, contest_page);
  gtk_widget_class_bind_template_child (widget_class, BaryContestView, stages);
  gtk_widget_class_bind_template_child (widget_class, BaryContestView, new_application);
  gtk_widget_class_bind_template_child (widget_class, BaryContestView, review);
  gtk_widget_class_bind_template_child (widget_class, BaryContestView, send);
  gtk_widget_class_bind_template_child (widget_class, BaryContestView, copy);
  gtk_widget_class_bind_template_child (widget_class, BaryContestView, new_contest);
  gtk_widget_class_bind_template_child (widget_class, BaryContestView, take_shipped);
  gtk_widget_class_bind_template_child (widget_class, BaryContestView, page);
  gtk_widget_class_bind_template_callback (widget_class, offer_list);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_shipped_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_application_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, template_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_contest_cb);
}

static void
bary_contest_view_init (BaryContestView *self)
{
  self->stage_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
