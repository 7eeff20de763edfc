#include "bary-ics-window.h"

#include "bary-config.h"
#include "bary-date.h"
#include "bary-event-conflicts.h"
#include "bary-ics-words.h"
#include "bary-kinds.h"
#include "bary-plan-ics.h"
#include "bary-rows.h"
#include "bary-store-plan.h"

#include <glib/gi18n-lib.h>

/* More than this nobody reads in a dialog. */
#define MOST_ROWS 100

struct _BaryIcsWindow {
  AdwWindow            parent_instance;

  /* template */
  AdwWindowTitle      *head;
  GtkWidget           *import;
  GtkWidget           *target;
  AdwComboRow         *roadmap;
  AdwPreferencesGroup *events;
  AdwPreferencesGroup *remarks;

  /* owned */
  BarySession         *session;
  BaryConflictIndex   *index;          /* of the plan as it is */
  BaryIcs             *ics;
  guint                n_read_remarks; /* of the file itself */
  GPtrArray           *roadmaps;       /* of BaryRoadmap: those of the list */
  BaryChanges         *changes;
  GPtrArray           *rows;           /* of widgets, in any group */
};

G_DEFINE_FINAL_TYPE (BaryIcsWindow, bary_ics_window, ADW_TYPE_WINDOW)

static BaryStore *
get_store (BaryIcsWindow *self)
{
  return bary_session_get_store (self->session);
}

/* Rows */

static void
add_event (BaryIcsWindow        *self,
           const BaryIcsEvent   *event,
           const BaryIcsOutcome *outcome)
{
  guint selected = adw_combo_row_get_selected (self->roadmap);
  BaryRoadmap *roadmap = selected < self->roadmaps->len ? self->roadmaps->pdata[selected] : NULL;
  g_autoptr (BaryRecord) record = bary_ics_imagine_event (get_store (self), self->changes, outcome);
  g_autofree char *changes = bary_ics_describe_changes (get_store (self), self->changes, outcome);
  g_autofree char *conflicts =
    record != NULL ? bary_event_name_conflicts (self->index, BARY_EVENT (record), roadmap != NULL ? roadmap->cluster : NULL) : NULL;
  g_autofree char *words = g_strjoin ("\n", changes, conflicts, NULL);
  GtkWidget *row = bary_rows_add (self->rows, self->events, event->summary, words);
  GtkWidget *label = gtk_label_new (outcome->fate == BARY_ICS_IS_ADDED ? C_("event", "New") : C_("event", "Changes"));

  gtk_widget_add_css_class (label, outcome->fate == BARY_ICS_IS_ADDED ? "success" : "warning");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
}

static void
add_rest (BaryIcsWindow       *self,
          AdwPreferencesGroup *group,
          guint                rest)
{
  g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", rest), rest);

  if (rest > 0)
    bary_rows_add (self->rows, group, more, NULL);
}

static void
add_events (BaryIcsWindow *self,
            GArray        *outcomes)
{
  guint n = bary_ics_count (outcomes, BARY_ICS_IS_ADDED) + bary_ics_count (outcomes, BARY_ICS_IS_CHANGED), shown = 0;

  for (guint i = 0; i < outcomes->len && shown < MOST_ROWS; i++)
    {
      const BaryIcsOutcome *outcome = &g_array_index (outcomes, BaryIcsOutcome, i);

      if (outcome->fate != BARY_ICS_IS_ADDED && outcome->fate != BARY_ICS_IS_CHANGED)
        continue;
      add_event (self, self->ics->events->pdata[i], outcome);
      shown++;
    }
  add_rest (self, self->events, n - shown);
  gtk_widget_set_sensitive (self->import, n > 0);
}

static void
add_remarks (BaryIcsWindow *self)
{
  GPtrArray *remarks = self->ics->remarks;

  for (guint i = 0; i < MIN (remarks->len, MOST_ROWS); i++)
    bary_rows_add (self->rows, self->remarks, remarks->pdata[i], NULL);
  add_rest (self, self->remarks, remarks->len - MIN (remarks->len, MOST_ROWS));
  gtk_widget_set_visible (GTK_WIDGET (self->remarks), remarks->len > 0);
}

static void
add_count (GPtrArray  *words,
           const char *pattern,
           guint       n)
{
  if (n > 0)
    g_ptr_array_add (words, g_strdup_printf (pattern, n));
}

static void
describe_outcomes (BaryIcsWindow *self,
                   GArray        *outcomes)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  guint n_new = bary_ics_count (outcomes, BARY_ICS_IS_ADDED), n_changed = bary_ics_count (outcomes, BARY_ICS_IS_CHANGED);
  guint n_same = bary_ics_count (outcomes, BARY_ICS_STAYS_SAME), n_newer = bary_ics_count (outcomes, BARY_ICS_STAYS_NEWER);
  guint n_out = bary_ics_count (outcomes, BARY_ICS_IS_LEFT_OUT);
  g_autofree char *title = NULL;

  add_count (words, ngettext ("%u new event", "%u new events", n_new), n_new);
  add_count (words, ngettext ("%u event changes", "%u events change", n_changed), n_changed);
  add_count (words, ngettext ("%u event is the same here", "%u events are the same here", n_same), n_same);
  add_count (words, ngettext ("%u event has changed here since and stays", "%u events have changed here since and stay", n_newer), n_newer);
  add_count (words, ngettext ("%u event has no roadmap to go into", "%u events have no roadmap to go into", n_out), n_out);
  g_ptr_array_add (words, NULL);
  title = g_strjoinv (" · ", (char **) words->pdata);
  adw_preferences_group_set_title (self->events, *title != '\0' ? title : _("There is no event in this calendar"));
}

/* What would come of it */

static BaryRecord *
find_cb (const char *id,
         guint      *n_moves,
         gpointer    store)
{
  return bary_store_get_event (store, id, n_moves);
}

static void
show_outcomes (BaryIcsWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->roadmap);
  g_autofree char *today = bary_date_today ();
  BaryIcsTarget target = { .today = today, .find = find_cb };
  g_autoptr (GArray) outcomes = NULL;

  if (self->ics == NULL || get_store (self) == NULL)
    return;

  target.school_year = bary_session_get_school_year (self->session);
  target.terms = bary_school_calendar_get_terms (bary_conflict_index_get_calendar (self->index));
  target.user_data = get_store (self);
  if (selected < self->roadmaps->len)
    target.roadmap = bary_record_get_id (self->roadmaps->pdata[selected]);
  g_clear_pointer (&self->changes, bary_changes_free);
  self->changes = bary_changes_new ();
  g_ptr_array_set_size (self->ics->remarks, (int) self->n_read_remarks);
  outcomes = bary_ics_apply (self->ics, &target, self->changes);

  bary_rows_clear (self->rows);
  describe_outcomes (self, outcomes);
  add_events (self, outcomes);
  add_remarks (self);
}

static void
import_cb (BaryIcsWindow *self)
{
  if (bary_session_commit (self->session, N_("Take in the calendar %s"), adw_window_title_get_subtitle (self->head), self->changes))
    gtk_window_close (GTK_WINDOW (self));
}

/* Roadmaps */

static gboolean
fill_roadmaps (BaryIcsWindow  *self,
               const char     *suggested,
               GError        **error)
{
  g_autofree char *year = g_strdup_printf ("%d", bary_session_get_school_year (self->session));
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_ROADMAP);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  bary_query_where (query, "school_year", year);
  bary_query_sort (query, "name", FALSE);
  self->roadmaps = bary_store_select (get_store (self), query, error);
  for (guint i = 0; self->roadmaps != NULL && i < self->roadmaps->len; i++)
    {
      gtk_string_list_append (names, bary_record_get_name (self->roadmaps->pdata[i]));
      if (g_strcmp0 (bary_record_get_id (self->roadmaps->pdata[i]), suggested) == 0)
        selected = i;
    }
  adw_combo_row_set_model (self->roadmap, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->roadmap, selected);
  gtk_widget_set_visible (self->target, self->roadmaps != NULL && self->roadmaps->len > 1);
  return self->roadmaps != NULL;
}

/* Life */

static void
bary_ics_window_dispose (GObject *object)
{
  BaryIcsWindow *self = BARY_ICS_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->index, bary_conflict_index_free);
  g_clear_pointer (&self->ics, bary_ics_free);
  g_clear_pointer (&self->roadmaps, g_ptr_array_unref);
  g_clear_pointer (&self->changes, bary_changes_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (bary_ics_window_parent_class)->dispose (object);
}

static void
bary_ics_window_class_init (BaryIcsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_ics_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/roadmap/bary-ics-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryIcsWindow, head);
  gtk_widget_class_bind_template_child (widget_class, BaryIcsWindow, import);
  gtk_widget_class_bind_template_child (widget_class, BaryIcsWindow, target);
  gtk_widget_class_bind_template_child (widget_class, BaryIcsWindow, roadmap);
  gtk_widget_class_bind_template_child (widget_class, BaryIcsWindow, events);
  gtk_widget_class_bind_template_child (widget_class, BaryIcsWindow, remarks);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_outcomes);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bary_ics_window_init (BaryIcsWindow *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Reading */

typedef struct {
  BarySession *session;
  char        *roadmap;
  GFile       *file;
  BaryIcs     *ics;
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->session);
  g_free (reading->roadmap);
  g_object_unref (reading->file);
  g_clear_pointer (&reading->ics, bary_ics_free);
  g_free (reading);
}

static gboolean
read_work (BaryJob  *job,
           gpointer  data,
           GError  **error)
{
  Reading *reading = data;
  g_autoptr (GBytes) bytes = g_file_load_bytes (reading->file, bary_job_get_cancellable (job), NULL, error);

  reading->ics = bytes != NULL ? bary_ics_read (bytes, BARY_PLAN_ZONE, error) : NULL;
  return reading->ics != NULL;
}

static gboolean
read_plan (BaryIcsWindow  *self,
           GError        **error)
{
  int year = bary_session_get_school_year (self->session);
  g_autoptr (BarySchoolCalendar) calendar = bary_store_read_calendar (get_store (self), year, error);
  g_autoptr (BaryPlan) plan = calendar != NULL ? bary_store_read_plan (get_store (self), year, NULL, error) : NULL;

  g_clear_pointer (&self->index, bary_conflict_index_free);
  if (plan != NULL)
    self->index = bary_conflict_index_new (plan, calendar);
  return plan != NULL;
}

/* Somebody has changed the plan meanwhile. */
static void
store_changed_cb (BaryIcsWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (get_store (self) == NULL)
    return;
  if (read_plan (self, &error))
    show_outcomes (self);
  else
    {
      bary_session_fail (self->session, error);
      gtk_window_close (GTK_WINDOW (self));
    }
}

static BaryIcsWindow *
window_new (GtkWidget  *parent,
            Reading    *reading,
            GError    **error)
{
  g_autoptr (BaryIcsWindow) self = NULL;
  g_autofree char *name = g_file_get_basename (reading->file);

  self = g_object_ref_sink (g_object_new (BARY_TYPE_ICS_WINDOW, "transient-for", gtk_widget_get_root (parent), NULL));
  self->session = g_object_ref (reading->session);
  if (!read_plan (self, error) || !fill_roadmaps (self, reading->roadmap, error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return NULL;
    }
  adw_window_title_set_subtitle (self->head, name);
  self->n_read_remarks = reading->ics->remarks->len;
  self->ics = g_steal_pointer (&reading->ics);
  g_signal_connect_object (get_store (self), "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  show_outcomes (self);
  return self;
}

static void
read_cb (gpointer      parent,
         gpointer      data,
         const GError *error)
{
  Reading *reading = data;
  g_autoptr (GError) failure = NULL;
  BaryIcsWindow *window = NULL;

  if (error != NULL)
    bary_session_fail (reading->session, error);
  else if (bary_session_get_store (reading->session) != NULL && gtk_widget_get_root (parent) != NULL)
    window = window_new (parent, reading, &failure);
  if (window != NULL)
    gtk_window_present (GTK_WINDOW (window));
  else if (failure != NULL)
    bary_session_fail (reading->session, failure);
}

void
bary_ics_window_open (GtkWidget   *parent,
                      BarySession *session,
                      const char  *roadmap,
                      GFile       *file)
{
  g_autoptr (BaryJob) job = bary_job_new (_("Reading the calendar"));
  Reading *reading = g_new0 (Reading, 1);

  reading->session = g_object_ref (session);
  reading->roadmap = g_strdup (roadmap);
  reading->file = g_object_ref (file);
  bary_session_run (session, job, read_work, read_cb, G_OBJECT (parent), reading, (GDestroyNotify) reading_free);
}
