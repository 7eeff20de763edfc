#include "bary-command.h"
#include "bary-config.h"
#include "bary-date.h"
#include "bary-output.h"
#include "bary-store-plan.h"

#include <glib/gi18n-lib.h>

static char *day;
static char *cluster;
static gboolean as_json;

static const GOptionEntry options[] = {
  { "on", 0, 0, BARY_OPTION_TEXT, &day, N_("The day that is looked at (default: today)"), N_("DATE") },
  { "cluster", 'c', 0, BARY_OPTION_TEXT, &cluster, N_("Only of the cluster with this id"), N_("ID") },
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print a JSON array"), NULL },
  { NULL }
};

typedef struct {
  const BaryPlan           *plan;
  const BarySchoolCalendar *calendar;
  const BaryDutyRule       *rules;
  BaryGrid                 *grid; /* (nullable): NULL prints JSON */
} Listing;

/* In the order of BaryDuty and BaryDueState. */
static const char *const duties[] = { "announcement", "reminder", "eve", "press_release", "correction", "meeting", "report", "stage" };
static const char *const states[] = { "unset", "ahead", "open", "today", "overdue", "done" };
static const char *const state_names[] = { N_("no date"), N_("ahead"), N_("open"), N_("today"), N_("overdue"), N_("done") };

static void
set_day (JsonObject *object,
         const char *name,
         BaryDay     value)
{
  g_autofree char *iso = bary_day_to_iso (value);

  bary_output_set_text (object, name, iso);
}

static const BaryPlanEvent *
get_event (const Listing        *self,
           const BaryObligation *obligation)
{
  return obligation->event >= 0 ? bary_plan_event (self->plan, obligation->event) : NULL;
}

static JsonNode *
to_json (const Listing        *self,
         const BaryObligation *obligation,
         BaryDueState          state)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  const BaryDutyRule *rule = &self->rules[obligation->rule];
  const BaryPlanCluster *of = bary_plan_cluster (self->plan, obligation->cluster);
  const BaryPlanEvent *event = get_event (self, obligation);
  g_autoptr (GArray) steps = bary_obligation_explain (obligation, rule, self->calendar);
  g_autofree char *why = bary_due_steps_to_words (steps);

  bary_output_set_text (object, "duty", duties[rule->duty]);
  bary_output_set_text (object, "name", bary_duty_rule_get_name (rule));
  bary_output_set_text (object, "state", states[state]);
  json_object_set_boolean_member (object, "desirable", rule->desirable);
  bary_output_set_text (object, "cluster", of->id);
  bary_output_set_text (object, "cluster_name", of->name);
  bary_output_set_text (object, "event", event != NULL ? event->id : NULL);
  bary_output_set_text (object, "event_name", event != NULL ? event->name : NULL);
  bary_output_set_text (object, "dates", event != NULL ? event->period.words : NULL);
  json_object_set_int_member (object, "occurrence", obligation->occurrence);
  set_day (object, "opens", obligation->opens);
  set_day (object, "prepare", obligation->prepare);
  set_day (object, "due", obligation->due);
  bary_output_set_text (object, "explanation", why);
  json_node_take_object (node, object);
  return node;
}

static void
add_row (const Listing        *self,
         const BaryObligation *obligation,
         BaryDueState          state)
{
  const BaryPlanEvent *event = get_event (self, obligation);
  g_autofree char *due = bary_day_to_iso (obligation->due);

  bary_grid_add_cell (self->grid, due);
  bary_grid_add_cell (self->grid, _(state_names[state]));
  bary_grid_add_cell (self->grid, bary_duty_rule_get_name (&self->rules[obligation->rule]));
  bary_grid_add_cell (self->grid, bary_plan_cluster (self->plan, obligation->cluster)->name);
  bary_grid_add_cell (self->grid, event != NULL ? event->name : NULL);
}

static gboolean
is_due (const Listing        *self,
        const BaryObligation *obligation,
        BaryDueState          state,
        BaryDay               today)
{
  return state == BARY_DUE_OPEN || state == BARY_DUE_TODAY ||
         bary_obligation_is_debt (obligation, &self->rules[obligation->rule], today);
}

static void
print_due (const Listing *self,
           GArray        *obligations,
           BaryDay        today)
{
  for (guint i = 0; i < obligations->len; i++)
    {
      const BaryObligation *obligation = &g_array_index (obligations, BaryObligation, i);
      BaryDueState state = bary_obligation_get_state (obligation, today);

      if (!is_due (self, obligation, state, today))
        continue;
      if (self->grid != NULL)
        add_row (self, obligation, state);
      else
        bary_output_add_element (to_json (self, obligation, state));
    }
}

static void
print_listing (Listing *self,
               GArray  *obligations,
               BaryDay  today)
{
  static const char *const headings[] = { N_("Due"), N_("State"), N_("Duty"), N_("Cluster"), N_("Event") };
  g_autoptr (BaryGrid) grid = as_json ? NULL : bary_grid_new (G_N_ELEMENTS (headings));

  self->grid = grid;
  for (guint i = 0; grid != NULL && i < G_N_ELEMENTS (headings); i++)
    bary_grid_add_cell (grid, _(headings[i]));
  if (as_json)
    bary_output_begin_array ();
  print_due (self, obligations, today);
  if (as_json)
    bary_output_end_array ();
  else
    bary_grid_print (grid);
}

static gboolean
parse_day (BaryDay  *parsed,
           GError  **error)
{
  g_autofree char *iso = day != NULL ? bary_date_parse (day) : bary_date_today ();

  *parsed = bary_day_from_iso (iso);
  if (*parsed != BARY_NO_DAY)
    return TRUE;

  g_set_error (error, BARY_CLI_ERROR, BARY_CLI_ERROR_USAGE, _("“%s” is not a day: write it as 2025-09-01 or 01.09.2025"), day);
  return FALSE;
}

static gboolean
run_due (BaryCall  *call,
         GError   **error)
{
  g_autoptr (BaryStore) store = NULL;
  g_autoptr (BaryRecord) found = NULL;
  g_autoptr (BaryPlan) plan = NULL;
  g_autoptr (BarySchoolCalendar) calendar = NULL;
  g_autoptr (BaryDutyRules) rules = NULL;
  g_autoptr (GArray) obligations = NULL;
  Listing listing = { NULL };
  BaryDay today;

  if (!parse_day (&today, error))
    return FALSE;
  store = bary_call_open (call, BARY_DATABASE_READ_ONLY, error);
  if (store == NULL || (cluster != NULL && (found = bary_store_get (store, BARY_KIND_CLUSTER, cluster, error)) == NULL))
    return FALSE;

  plan = bary_store_read_plan (store, bary_day_get_school_year (today), cluster, error);
  calendar = plan != NULL ? bary_store_read_calendar (store, plan->school_year, error) : NULL;
  rules = calendar != NULL ? bary_store_read_duty_rules (store, error) : NULL;
  if (rules == NULL)
    return FALSE;

  obligations = bary_obligations_compute (plan, calendar, (BaryDutyRule *) rules->rules->data, rules->rules->len);
  listing = (Listing) { plan, calendar, (BaryDutyRule *) rules->rules->data };
  print_listing (&listing, obligations, today);
  return TRUE;
}

const BaryCommand bary_command_due = {
  "due", "[--on=DATE]", N_("Lists what is due or overdue: announcements, press releases, meetings, reports, stages of contests"),
  N_("Obligations are computed from the roadmaps of the school year that the day is in, by the rules of the database or those that are built "
     "in. Open ones may be fulfilled from now on; those that are only desirable are left out once their day has passed."),
  options, 0, 0, run_due
};
