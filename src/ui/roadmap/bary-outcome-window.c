#include "bary-outcome-window.h"

#include "bary-attendance.h"
#include "bary-config.h"
#include "bary-draft-keeper.h"
#include "bary-form-page.h"
#include "bary-kinds.h"
#include "bary-rows.h"
#include "bary-store-field.h"

#include <glib/gi18n-lib.h>

/* What is known only afterwards; the rest of the event is settled. */
static const char *const asked[] = { "held_on", "attended", "outcome", "feedback", "links", NULL };

struct _BaryOutcomeWindow {
  AdwWindow            parent_instance;

  /* template */
  AdwWindowTitle      *head;
  GtkBox              *content;
  AdwPreferencesGroup *awards;
  GtkWidget           *recalled;

  /* owned */
  BarySession         *session;
  BaryRecord          *event;
  GPtrArray           *rows;     /* of awards */
  BaryDraftKeeper     *keeper;

  BaryForm            *form;     /* not owned */
  BaryAttendance      *attendance;
};

G_DEFINE_FINAL_TYPE (BaryOutcomeWindow, bary_outcome_window, ADW_TYPE_WINDOW)

/* Awards */

static const char *const award_hidden[] = { "event", NULL };

static void
add_award_row (BaryOutcomeWindow *self,
               BaryRecord        *award)
{
  BaryStore *store = bary_session_get_store (self->session);
  g_autofree char *person = bary_store_field_to_words (store, award, "person");
  g_autofree char *organisation = bary_store_field_to_words (store, award, "organisation");
  g_autofree char *kind = bary_store_field_to_words (store, award, "award");
  const char *note = BARY_EVENT_AWARD (award)->note;
  g_autofree char *who = person != NULL ? g_strjoin (", ", person, organisation, NULL) : g_steal_pointer (&organisation);
  g_autofree char *words = g_strjoin (" · ", kind, note, NULL);
  GtkWidget *row = bary_rows_add (self->rows, self->awards, who, words);

  bary_row_open_form (ADW_ACTION_ROW (row), self->session, award, award_hidden);
}

static void
show_awards (BaryOutcomeWindow *self)
{
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_EVENT_AWARD);
  g_autoptr (GPtrArray) awards = NULL;
  g_autoptr (GError) error = NULL;

  bary_rows_clear (self->rows);
  bary_query_where (query, "event", bary_record_get_id (self->event));
  bary_query_sort (query, "award", FALSE);
  awards = bary_store_select (bary_session_get_store (self->session), query, &error);
  if (error != NULL)
    bary_session_fail (self->session, error);
  for (guint i = 0; awards != NULL && i < awards->len; i++)
    add_award_row (self, awards->pdata[i]);
}

static void
add_award_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  BaryOutcomeWindow *self = BARY_OUTCOME_WINDOW (widget);
  g_autoptr (BaryRecord) award = bary_record_new (BARY_KIND_EVENT_AWARD, NULL);

  bary_record_set_all (award, "event", bary_record_get_id (self->event), NULL);
  bary_form_page_present (widget, self->session, award, award_hidden, NULL);
}

/* What was written and not saved */

static GHashTable *
gather_draft (gpointer data)
{
  BaryOutcomeWindow *self = data;
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  GHashTable *texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  BaryRecord *edited = bary_form_get_edited (self->form);

  bary_form_collect (self->form, changes);
  bary_attendance_collect (self->attendance, changes);
  for (guint i = 0; bary_changes_get_length (changes) > 0 && asked[i] != NULL; i++)
    if (bary_record_get_text (edited, asked[i]) != NULL)
      g_hash_table_insert (texts, g_strdup (asked[i]), g_strdup (bary_record_get_text (edited, asked[i])));
  if (bary_changes_get_length (changes) > 0)
    bary_attendance_keep (self->attendance, texts);
  return texts;
}

static void
edited_cb (BaryOutcomeWindow *self)
{
  bary_draft_keeper_wrote (self->keeper);
}

static void
recall_draft (BaryOutcomeWindow *self)
{
  g_autoptr (GHashTable) texts = bary_draft_keeper_recall (self->keeper);

  gtk_widget_set_visible (self->recalled, texts != NULL);
  for (guint i = 0; texts != NULL && asked[i] != NULL; i++)
    {
      BaryRow *row = bary_form_get_row (self->form, asked[i]);

      bary_row_set_value (row, g_hash_table_lookup (texts, asked[i]));
      bary_row_edited (row);
    }
  if (texts != NULL)
    bary_attendance_recall (self->attendance, texts);
}

/* Whatever is written from now on is kept. */
static void
keep_draft (BaryOutcomeWindow *self)
{
  g_autofree char *subject = g_strconcat ("outcome:", bary_record_get_id (self->event), NULL);

  self->keeper = bary_draft_keeper_new (self->session, subject, gather_draft, self);
  recall_draft (self);
  for (guint i = 0; asked[i] != NULL; i++)
    g_signal_connect_object (bary_form_get_row (self->form, asked[i]), "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->attendance, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
bary_outcome_window_close_request (GtkWindow *window)
{
  bary_draft_keeper_flush (BARY_OUTCOME_WINDOW (window)->keeper);
  return GTK_WINDOW_CLASS (bary_outcome_window_parent_class)->close_request (window);
}

static void
anew_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  BaryOutcomeWindow *self = BARY_OUTCOME_WINDOW (widget);

  bary_draft_keeper_drop (self->keeper);
  bary_outcome_window_present (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))), self->session, self->event, NULL);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Saving */

/* The whole number follows from the schools' numbers, where nobody wrote another. */
static void
sum_up (BaryOutcomeWindow *self)
{
  guint n = bary_attendance_count (self->attendance);
  g_autofree char *number = g_strdup_printf ("%u", n);

  if (n > 0 && BARY_EVENT (bary_form_get_edited (self->form))->attended == NULL)
    bary_row_set_value (bary_form_get_row (self->form, "attended"), number);
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  BaryOutcomeWindow *self = BARY_OUTCOME_WINDOW (widget);
  g_autoptr (BaryChanges) changes = bary_changes_new ();

  sum_up (self);
  if (!bary_form_is_valid (self->form))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->form));
      return;
    }
  bary_form_collect (self->form, changes);
  if (g_strcmp0 (BARY_EVENT (self->event)->state, "held") != 0)
    bary_changes_set (changes, self->event, "state", "held");
  bary_attendance_collect (self->attendance, changes);
  if (bary_changes_get_length (changes) > 0 &&
      !bary_session_commit (self->session, N_("Write down results: %s"), bary_record_get_name (self->event), changes))
    return;
  bary_draft_keeper_drop (self->keeper);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Life */

static void
bary_outcome_window_dispose (GObject *object)
{
  BaryOutcomeWindow *self = BARY_OUTCOME_WINDOW (object);

  g_clear_pointer (&self->keeper, bary_draft_keeper_free);
  g_clear_object (&self->session);
  g_clear_object (&self->event);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (bary_outcome_window_parent_class)->dispose (object);
}

static void
bary_outcome_window_class_init (BaryOutcomeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_outcome_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = bary_outcome_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/roadmap/bary-outcome-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryOutcomeWindow, head);
  gtk_widget_class_bind_template_child (widget_class, BaryOutcomeWindow, content);
  gtk_widget_class_bind_template_child (widget_class, BaryOutcomeWindow, awards);
  gtk_widget_class_bind_template_child (widget_class, BaryOutcomeWindow, recalled);
  gtk_widget_class_install_action (widget_class, "outcome.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "outcome.anew", NULL, anew_cb);
  gtk_widget_class_install_action (widget_class, "outcome.add-award", NULL, add_award_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "outcome.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "outcome.save", NULL);
}

static void
bary_outcome_window_init (BaryOutcomeWindow *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GPtrArray *
list_hidden (void)
{
  const BaryKindInfo *info = bary_kind_get_info (BARY_KIND_EVENT);
  GPtrArray *hidden = g_ptr_array_new ();

  for (guint i = 0; i < info->n_fields; i++)
    if (!g_strv_contains (asked, info->fields[i].name))
      g_ptr_array_add (hidden, (gpointer) info->fields[i].name);
  g_ptr_array_add (hidden, NULL);
  return hidden;
}

void
bary_outcome_window_present (GtkWidget   *parent,
                             BarySession *session,
                             BaryRecord  *event,
                             const char  *day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hidden = list_hidden ();
  GtkWidget *attendance = bary_attendance_new (session, event, &error);
  BaryOutcomeWindow *self;

  if (attendance == NULL)
    {
      bary_session_fail (session, error);
      return;
    }
  self = g_object_new (BARY_TYPE_OUTCOME_WINDOW, "transient-for", gtk_widget_get_root (parent), NULL);
  self->session = g_object_ref (session);
  self->event = g_object_ref (event);
  self->form = BARY_FORM (bary_form_new (session, event, (const char *const *) hidden->pdata));
  self->attendance = BARY_ATTENDANCE (attendance);
  gtk_box_prepend (self->content, attendance);
  gtk_box_prepend (self->content, GTK_WIDGET (self->form));
  gtk_box_reorder_child_after (self->content, self->recalled, NULL);
  g_object_unref (attendance);
  if (day != NULL && BARY_EVENT (event)->held_on == NULL)
    bary_row_set_value (bary_form_get_row (self->form, "held_on"), day);
  keep_draft (self);
  adw_window_title_set_subtitle (self->head, bary_record_get_name (event));
  g_signal_connect_object (bary_session_get_store (session), "changed", G_CALLBACK (show_awards), self, G_CONNECT_SWAPPED);
  show_awards (self);
  gtk_window_present (GTK_WINDOW (self));
}
