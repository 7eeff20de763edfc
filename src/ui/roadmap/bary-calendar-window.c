#include "bary-calendar-window.h"

#include "bary-calendar-fill.h"
#include "bary-config.h"
#include "bary-date.h"
#include "bary-form-page.h"
#include "bary-kinds.h"
#include "bary-plan-conflicts.h"
#include "bary-rows.h"
#include "bary-store-plan.h"

#include <glib/gi18n-lib.h>

struct _BaryCalendarWindow {
  AdwWindow            parent_instance;

  /* template */
  AdwWindowTitle      *head;
  GtkWidget           *fill;
  AdwPreferencesGroup *fallen;
  AdwPreferencesGroup *terms;
  GtkWidget           *add_term;
  AdwPreferencesGroup *days;
  GtkWidget           *add_day;

  /* owned */
  BarySession         *session;
  int                  school_year;
  GPtrArray           *rows;       /* of widgets, in any group */
  GPtrArray           *term_records, *day_records;
};

G_DEFINE_FINAL_TYPE (BaryCalendarWindow, bary_calendar_window, ADW_TYPE_WINDOW)

static BaryStore *
get_store (BaryCalendarWindow *self)
{
  return bary_session_get_store (self->session);
}

static gboolean
is_editable (BaryCalendarWindow *self)
{
  return !bary_store_is_read_only (get_store (self));
}

/* Rows */

static char *
say (BaryRecord *record,
     const char *field)
{
  const BaryField *it = bary_kind_find_field (bary_record_get_kind (record), field, NULL);

  return bary_field_to_words (it, bary_record_get (record, it));
}

static void
add_record (BaryCalendarWindow  *self,
            AdwPreferencesGroup *group,
            const char          *title,
            const char          *subtitle,
            BaryRecord          *record)
{
  g_autofree char *state = say (record, "state");
  GtkWidget *row = bary_rows_add (self->rows, group, title, subtitle);
  GtkWidget *label = gtk_label_new (state);

  gtk_widget_add_css_class (label, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  if (is_editable (self))
    bary_row_open_form (ADW_ACTION_ROW (row), self->session, record, NULL);
}

static void
show_term (BaryCalendarWindow *self,
           BaryCalendarTerm   *term)
{
  g_autofree char *kind = say (BARY_RECORD (term), "kind");
  g_autofree char *from = bary_date_to_words (term->from);
  g_autofree char *to = bary_date_to_words (term->to);
  g_autofree char *days = g_strdup_printf ("%s – %s", from, to);
  g_autofree char *numbered = g_strjoin (" ", kind, term->number, NULL);
  g_autofree char *words = g_strjoin (" · ", days, term->source, NULL);

  add_record (self, self->terms, term->name != NULL ? term->name : numbered, words, BARY_RECORD (term));
}

static void
show_day (BaryCalendarWindow *self,
          BaryCalendarDay    *day)
{
  g_autofree char *kind = say (BARY_RECORD (day), "kind");
  g_autofree char *title = bary_date_to_words (day->day);
  GString *words = g_string_new (kind);
  const char *more[] = { day->name, day->source };

  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    if (more[i] != NULL)
      g_string_append_printf (words, " · %s", more[i]);
  add_record (self, self->days, title, words->str, BARY_RECORD (day));
  g_string_free (words, TRUE);
}

/* Events on a day off */

static void
go_cb (GtkWidget          *row,
       BaryCalendarWindow *self)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (row), "event"));
  g_autoptr (BarySession) session = g_object_ref (self->session);

  gtk_window_close (GTK_WINDOW (self));
  bary_session_go_to (session, BARY_KIND_EVENT, id);
}

static void
show_fallen_event (BaryCalendarWindow       *self,
                   const BaryPlan           *plan,
                   const BarySchoolCalendar *calendar,
                   const BaryConflict       *conflict)
{
  const BaryPlanEvent *event = bary_plan_event (plan, conflict->event);
  g_autofree char *words = bary_conflict_to_words (conflict, plan, calendar);
  GtkWidget *row = bary_rows_add (self->rows, self->fallen, event->name, words);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "event", g_strdup (event->id), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (go_cb), self, 0);
}

/* Returns: FALSE with an error if the plan cannot be read. */
static gboolean
show_fallen (BaryCalendarWindow  *self,
             GError             **error)
{
  g_autoptr (BaryPlan) plan = bary_store_read_plan (get_store (self), self->school_year, NULL, error);
  g_autoptr (BarySchoolCalendar) calendar = plan != NULL ? bary_store_read_calendar (get_store (self), self->school_year, error) : NULL;
  g_autoptr (BaryConflictIndex) index = NULL;
  g_autoptr (GArray) conflicts = NULL;
  gboolean some = FALSE;

  if (calendar == NULL)
    return FALSE;
  index = bary_conflict_index_new (plan, calendar);
  conflicts = bary_conflict_index_check_all (index);
  for (guint i = 0; i < conflicts->len; i++)
    if (g_array_index (conflicts, BaryConflict, i).kind == BARY_CONFLICT_DAY_OFF)
      {
        show_fallen_event (self, plan, calendar, &g_array_index (conflicts, BaryConflict, i));
        some = TRUE;
      }
  gtk_widget_set_visible (GTK_WIDGET (self->fallen), some);
  return TRUE;
}

/* Everything */

static gboolean
read_records (BaryCalendarWindow  *self,
              GError             **error)
{
  g_autoptr (BaryQuery) terms = bary_query_new (BARY_KIND_CALENDAR_TERM);
  g_autoptr (BaryQuery) days = bary_query_new (BARY_KIND_CALENDAR_DAY);
  g_autofree char *year = g_strdup_printf ("%d", self->school_year);
  BaryDaySpan span = bary_school_year_span (self->school_year);

  g_clear_pointer (&self->term_records, g_ptr_array_unref);
  g_clear_pointer (&self->day_records, g_ptr_array_unref);
  bary_query_where (terms, "school_year", year);
  bary_query_sort (terms, "from", FALSE);
  bary_query_sort (days, "day", FALSE);
  self->term_records = bary_store_select (get_store (self), terms, error);
  self->day_records = self->term_records != NULL ? bary_store_select (get_store (self), days, error) : NULL;
  for (guint i = self->day_records != NULL ? self->day_records->len : 0; i > 0; i--)
    if (!bary_day_span_covers (span, bary_day_from_iso (BARY_CALENDAR_DAY (self->day_records->pdata[i - 1])->day)))
      g_ptr_array_remove_index (self->day_records, i - 1);
  return self->day_records != NULL;
}

static void
show_all (BaryCalendarWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (!read_records (self, &error))
    {
      bary_session_fail (self->session, error);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  bary_rows_clear (self->rows);
  for (guint i = 0; i < self->term_records->len; i++)
    show_term (self, self->term_records->pdata[i]);
  for (guint i = 0; i < self->day_records->len; i++)
    show_day (self, self->day_records->pdata[i]);
  adw_preferences_group_set_description (self->terms, self->term_records->len > 0 ? NULL
                                         : _("None of your own: the usual quarters, vacations and exam days count."));
  adw_preferences_group_set_description (self->days, self->day_records->len > 0 ? NULL
                                         : _("None of your own: the days of the Labour Code and the government’s resolutions count."));
  gtk_widget_set_sensitive (self->fill, is_editable (self));
  gtk_widget_set_sensitive (self->add_term, is_editable (self));
  gtk_widget_set_sensitive (self->add_day, is_editable (self));
  if (!show_fallen (self, &error))
    bary_session_fail (self->session, error);
}

/* Acts */

static void
fill_cb (BaryCalendarWindow *self)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autofree char *year = bary_school_year_to_string (self->school_year);

  bary_calendar_fill (self->school_year, self->term_records, self->day_records, changes);
  if (bary_changes_get_length (changes) > 0)
    bary_session_commit (self->session, N_("Fill the calendar of %s by the law"), year, changes);
  else
    bary_session_tell (self->session, _("The calendar has all of it already"));
}

static void
add_term_cb (BaryCalendarWindow *self)
{
  g_autoptr (BaryRecord) term = bary_record_new (BARY_KIND_CALENDAR_TERM, NULL);
  g_autofree char *year = g_strdup_printf ("%d", self->school_year);

  bary_record_set_all (term, "school_year", year, "kind", "vacation", "state", "law", NULL);
  bary_form_page_present (GTK_WIDGET (self), self->session, term, NULL, NULL);
}

static void
add_day_cb (BaryCalendarWindow *self)
{
  g_autoptr (BaryRecord) day = bary_record_new (BARY_KIND_CALENDAR_DAY, NULL);

  bary_record_set_all (day, "kind", "day_off", "state", "law", NULL);
  bary_form_page_present (GTK_WIDGET (self), self->session, day, NULL, NULL);
}

static void
bary_calendar_window_dispose (GObject *object)
{
  BaryCalendarWindow *self = BARY_CALENDAR_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->term_records, g_ptr_array_unref);
  g_clear_pointer (&self->day_records, g_ptr_array_unref);

  G_OBJECT_CLASS (bary_calendar_window_parent_class)->dispose (object);
}

static void
bary_calendar_window_class_init (BaryCalendarWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_calendar_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/roadmap/bary-calendar-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryCalendarWindow, head);
  gtk_widget_class_bind_template_child (widget_class, BaryCalendarWindow, fill);
  gtk_widget_class_bind_template_child (widget_class, BaryCalendarWindow, fallen);
  gtk_widget_class_bind_template_child (widget_class, BaryCalendarWindow, terms);
  gtk_widget_class_bind_template_child (widget_class, BaryCalendarWindow, add_term);
  gtk_widget_class_bind_template_child (widget_class, BaryCalendarWindow, days);
  gtk_widget_class_bind_template_child (widget_class, BaryCalendarWindow, add_day);
  gtk_widget_class_bind_template_callback (widget_class, fill_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_term_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_day_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bary_calendar_window_init (BaryCalendarWindow *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bary_calendar_window_present (GtkWidget   *parent,
                              BarySession *session)
{
  BaryCalendarWindow *self = g_object_new (BARY_TYPE_CALENDAR_WINDOW, "transient-for", gtk_widget_get_root (parent), NULL);
  g_autofree char *year = bary_school_year_to_string (bary_session_get_school_year (session));

  self->session = g_object_ref (session);
  self->school_year = bary_session_get_school_year (session);
  adw_window_title_set_subtitle (self->head, year);
  g_signal_connect_object (bary_session_get_store (session), "changed", G_CALLBACK (show_all), self, G_CONNECT_SWAPPED);
  show_all (self);
  gtk_window_present (GTK_WINDOW (self));
}
