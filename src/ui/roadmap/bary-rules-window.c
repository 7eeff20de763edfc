#include "bary-rules-window.h"

#include "bary-config.h"
#include "bary-date.h"
#include "bary-form-page.h"
#include "bary-kinds.h"
#include "bary-rows.h"
#include "bary-store-plan.h"

#include <glib/gi18n-lib.h>

struct _BaryRulesWindow {
  AdwWindow            parent_instance;

  /* template */
  AdwWindowTitle      *head;
  GtkWidget           *take;
  AdwPreferencesGroup *rules;
  GtkWidget           *add;

  /* owned */
  BarySession         *session;
  GPtrArray           *rows;        /* of widgets of the group */

  /* What the rules come to */
  BaryPlan            *plan;
  BarySchoolCalendar  *calendar;
  BaryDutyRules       *duties;
  GArray              *obligations; /* of BaryObligation */
};

G_DEFINE_FINAL_TYPE (BaryRulesWindow, bary_rules_window, ADW_TYPE_WINDOW)

static BaryStore *
get_store (BaryRulesWindow *self)
{
  return bary_session_get_store (self->session);
}

/* Examples */

/* The next of a rule that has a day, else the last. Returns: (nullable) */
static const BaryObligation *
find_example (BaryRulesWindow *self,
              guint            rule)
{
  g_autofree char *iso = bary_date_today ();
  BaryDay today = bary_day_from_iso (iso);
  const BaryObligation *found = NULL;

  for (guint i = 0; i < self->obligations->len; i++)
    {
      const BaryObligation *obligation = &g_array_index (self->obligations, BaryObligation, i);

      if (obligation->rule != rule || obligation->due == BARY_NO_DAY)
        continue;
      found = obligation;
      if (obligation->due >= today)
        break;
    }
  return found;
}

/* Returns: (transfer full) (nullable): «Слёт «Эколята»: 14 дней до 19.05 = 05.05 → праздники → 30.04» */
static char *
explain (BaryRulesWindow *self,
         guint            rule)
{
  const BaryObligation *example = find_example (self, rule);
  g_autoptr (GArray) steps = NULL;
  g_autofree char *words = NULL;

  if (example == NULL)
    return NULL;
  steps = bary_obligation_explain (example, &g_array_index (self->duties->rules, BaryDutyRule, rule), self->calendar);
  words = bary_due_steps_to_words (steps);
  /* Translators: an example of a rule: 1: an event or a cluster, 2: how the day was found: "14 days before 19.05 = 05.05" */
  return g_strdup_printf (_("%1$s: %2$s"), example->event >= 0 ? bary_plan_event (self->plan, example->event)->name
                                                               : bary_plan_cluster (self->plan, example->cluster)->name, words);
}

/* Rows */

static const char *
get_label (const char *field,
           guint       choice)
{
  return _(bary_kind_find_field (BARY_KIND_OBLIGATION_RULE, field, NULL)->choices[choice].label);
}

static char *
write_day (int day)
{
  return g_strdup_printf ("%s%d", day < 0 ? "−" : day > 0 ? "+" : "", ABS (day));
}

/* Returns: (transfer full): «Анонс · отсчёт от начала мероприятия, дни −4…−3»; the enums are in the order of the choices. */
static char *
describe (const BaryDutyRule *rule)
{
  g_autofree char *from = write_day (rule->from);
  g_autofree char *to = write_day (rule->to);
  g_autofree char *days = rule->from == rule->to ? g_strdup (to) : g_strdup_printf ("%s…%s", from, to);

  /* Translators: a rule: 1: what is due, 2: what it is counted from, 3: days, as −4…−3 */
  return g_strdup_printf (_("%1$s · counted from: %2$s, days %3$s"), get_label ("duty", rule->duty), get_label ("base", rule->anchor), days);
}

/* @record: (nullable): NULL for one that is built in */
static void
add_row (BaryRulesWindow *self,
         const char      *title,
         const char      *subtitle,
         BaryRecord      *record)
{
  GtkWidget *row = bary_rows_add (self->rows, self->rules, title, subtitle);

  if (record != NULL && !bary_store_is_read_only (get_store (self)))
    bary_row_open_form (ADW_ACTION_ROW (row), self->session, record, NULL);
}

static void
add_rule (BaryRulesWindow *self,
          guint            number,
          BaryRecord      *record)
{
  const BaryDutyRule *rule = &g_array_index (self->duties->rules, BaryDutyRule, number);
  g_autofree char *what = describe (rule);
  g_autofree char *example = explain (self, number);
  g_autofree char *subtitle = g_strjoin ("\n", what, example, NULL);

  add_row (self, bary_duty_rule_get_name (rule), subtitle, record);
}

/* The rules that count stand in the order of their records. */
static void
add_rules (BaryRulesWindow *self,
           GPtrArray       *records)
{
  guint number = 0;

  for (guint i = 0; i < records->len; i++)
    if (BARY_OBLIGATION_RULE (records->pdata[i])->off != NULL)
      add_row (self, bary_record_get_name (records->pdata[i]), _("Switched off"), records->pdata[i]);
    else
      add_rule (self, number++, records->pdata[i]);
  for (guint i = 0; records->len == 0 && i < self->duties->rules->len; i++)
    add_rule (self, i, NULL);
}

static void
forget (BaryRulesWindow *self)
{
  g_clear_pointer (&self->plan, bary_plan_unref);
  g_clear_pointer (&self->calendar, bary_school_calendar_unref);
  g_clear_pointer (&self->duties, bary_duty_rules_free);
  g_clear_pointer (&self->obligations, g_array_unref);
}

/* Returns: (transfer full) (nullable): the centre's own rules */
static GPtrArray *
read_all (BaryRulesWindow  *self,
          GError          **error)
{
  int year = bary_session_get_school_year (self->session);
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_OBLIGATION_RULE);

  forget (self);
  self->plan = bary_store_read_plan (get_store (self), year, NULL, error);
  self->calendar = self->plan != NULL ? bary_store_read_calendar (get_store (self), year, error) : NULL;
  self->duties = self->calendar != NULL ? bary_store_read_duty_rules (get_store (self), error) : NULL;
  if (self->duties == NULL)
    return NULL;
  self->obligations = bary_obligations_compute (self->plan, self->calendar, (BaryDutyRule *) self->duties->rules->data,
                                                self->duties->rules->len);
  bary_query_sort (query, "name", FALSE);
  return bary_store_select (get_store (self), query, error);
}

static void
show_all (BaryRulesWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = NULL;
  gboolean editable;

  if (get_store (self) == NULL)
    return;
  records = read_all (self, &error);
  if (records == NULL)
    {
      bary_session_fail (self->session, error);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  bary_rows_clear (self->rows);
  add_rules (self, records);
  editable = !bary_store_is_read_only (get_store (self));
  adw_preferences_group_set_description (self->rules, records->len > 0 ? NULL : _("None of your own: those of the programme count."));
  gtk_widget_set_visible (self->take, records->len == 0);
  gtk_widget_set_sensitive (self->take, editable);
  /* The first rule of one's own replaces all that are built in: those become one's own before. */
  gtk_widget_set_sensitive (self->add, editable && records->len > 0);
}

/* Acts */

static void
take_rule (BaryChanges        *changes,
           const BaryDutyRule *rule)
{
  const BaryField *duty = bary_kind_find_field (BARY_KIND_OBLIGATION_RULE, "duty", NULL);
  const BaryField *base = bary_kind_find_field (BARY_KIND_OBLIGATION_RULE, "base", NULL);
  g_autoptr (BaryRecord) record = bary_record_new (BARY_KIND_OBLIGATION_RULE, NULL);
  g_autofree char *first = g_strdup_printf ("%d", rule->from);
  g_autofree char *last = g_strdup_printf ("%d", rule->to);
  g_autofree char *lead = g_strdup_printf ("%d", rule->lead);

  bary_record_set_all (record, "name", bary_duty_rule_get_name (rule), "event_kind", rule->event_kind,
                       "duty", duty->choices[rule->duty].word, "base", base->choices[rule->anchor].word, "first_day", first,
                       "last_day", last, "lead", lead, NULL);
  bary_changes_add (changes, record);
}

static void
take_cb (BaryRulesWindow *self)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  guint n_rules;
  const BaryDutyRule *rules = bary_duty_rules_get_default (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    take_rule (changes, &rules[i]);
  bary_session_commit (self->session, N_("Make the rules of obligations one’s own"), NULL, changes);
}

static void
add_cb (BaryRulesWindow *self)
{
  g_autoptr (BaryRecord) record = bary_record_new (BARY_KIND_OBLIGATION_RULE, NULL);

  bary_record_set_all (record, "duty", "announcement", "base", "start", NULL);
  bary_form_page_present (GTK_WIDGET (self), self->session, record, NULL, NULL);
}

static void
bary_rules_window_dispose (GObject *object)
{
  BaryRulesWindow *self = BARY_RULES_WINDOW (object);

  forget (self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (bary_rules_window_parent_class)->dispose (object);
}

static void
bary_rules_window_class_init (BaryRulesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_rules_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/roadmap/bary-rules-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryRulesWindow, head);
  gtk_widget_class_bind_template_child (widget_class, BaryRulesWindow, take);
  gtk_widget_class_bind_template_child (widget_class, BaryRulesWindow, rules);
  gtk_widget_class_bind_template_child (widget_class, BaryRulesWindow, add);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bary_rules_window_init (BaryRulesWindow *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bary_rules_window_present (GtkWidget   *parent,
                           BarySession *session)
{
  BaryRulesWindow *self = g_object_new (BARY_TYPE_RULES_WINDOW, "transient-for", gtk_widget_get_root (parent), NULL);
  g_autofree char *year = bary_school_year_to_string (bary_session_get_school_year (session));

  self->session = g_object_ref (session);
  adw_window_title_set_subtitle (self->head, year);
  g_signal_connect_object (bary_session_get_store (session), "changed", G_CALLBACK (show_all), self, G_CONNECT_SWAPPED);
  show_all (self);
  gtk_window_present (GTK_WINDOW (self));
}
