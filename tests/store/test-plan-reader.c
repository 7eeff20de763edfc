#include "bary-store-plan.h"
#include "bary-test-store.h"

#define YEAR 2026

typedef struct {
  Fixture     base;
  BaryRecord *cluster, *roadmap, *event;
  BaryRecord *member, *guest;
} Plan;

static const char *
get_id (BaryRecord *record)
{
  return bary_record_get_id (record);
}

static BaryRecord *
add_member (Plan       *plan,
            BaryRecord *group,
            const char *name,
            const char *to)
{
  BaryRecord *school = test_add_school (plan->base.store, name);
  g_autoptr (BaryRecord) membership = test_add (plan->base.store, BARY_KIND_MEMBERSHIP, "cluster", get_id (plan->cluster),
                                                "organisation", get_id (school), "group", get_id (group), "to", to, NULL);

  return school;
}

static void
plan_set_up (Plan          *plan,
             gconstpointer  data)
{
  g_autoptr (BaryRecord) scheme = NULL;
  g_autoptr (BaryRecord) group = NULL;
  g_autoptr (BaryRecord) former = NULL;

  fixture_set_up (&plan->base, data);
  scheme = test_add (plan->base.store, BARY_KIND_SCHEME, "name", "Уровни", "arrangement", "levels", NULL);
  group = test_add (plan->base.store, BARY_KIND_GROUP, "name", "1", "scheme", get_id (scheme), "ordinal", "1", NULL);
  plan->cluster = test_add (plan->base.store, BARY_KIND_CLUSTER, "name", "Эколята", "scheme", get_id (scheme), NULL);
  plan->roadmap = test_add (plan->base.store, BARY_KIND_ROADMAP, "name", "Дорожная карта", "school_year", "2026",
                            "cluster", get_id (plan->cluster), NULL);
  plan->member = add_member (plan, group, "Школа № 1", NULL);
  plan->guest = add_member (plan, group, "Школа № 2", NULL);
  former = add_member (plan, group, "Школа № 3", "2026-08-31");
  plan->event = test_add (plan->base.store, BARY_KIND_EVENT, "roadmap", get_id (plan->roadmap), "name", "Семинар",
                          "dates", "14 декабря", "start_time", "15:30", "kind", "seminar", "state", "moved",
                          "host", get_id (plan->member), NULL);
}

static void
plan_tear_down (Plan          *plan,
                gconstpointer  data)
{
  g_clear_object (&plan->cluster);
  g_clear_object (&plan->roadmap);
  g_clear_object (&plan->event);
  g_clear_object (&plan->member);
  g_clear_object (&plan->guest);
  fixture_tear_down (&plan->base, data);
}

static BaryPlan *
read_plan (Plan *plan)
{
  g_autoptr (GError) error = NULL;
  BaryPlan *read = bary_store_read_plan (plan->base.store, YEAR, NULL, &error);

  g_assert_no_error (error);
  return read;
}

static void
test_event (Plan          *plan,
            gconstpointer  data)
{
  g_autoptr (BaryPlan) read = read_plan (plan);
  const BaryPlanEvent *event = bary_plan_event (read, 0);

  g_assert_cmpuint (read->events->len, ==, 1);
  g_assert_cmpstr (event->id, ==, get_id (plan->event));
  g_assert_cmpstr (bary_plan_cluster (read, event->cluster)->name, ==, "Эколята");
  g_assert_cmpuint (event->period.earliest, ==, bary_day_new (2026, 12, 14));
  g_assert_cmpint (event->start_minute, ==, 15 * 60 + 30);
  g_assert_cmpint (event->end_minute, ==, -1);
  g_assert_cmpint (event->state, ==, BARY_PLAN_MOVED);
  g_assert_cmpstr (bary_plan_organisation (read, event->host)->name, ==, "Школа № 1");
  g_assert_cmpint (event->responsible, ==, -1);
  g_assert_cmpint (event->changed, >, 1700000000);
}

/* Members of the year must take part, but for one that is only invited. */
static void
test_parts (Plan          *plan,
            gconstpointer  data)
{
  g_autoptr (BaryRecord) part = test_add (plan->base.store, BARY_KIND_EVENT_PART, "event", get_id (plan->event),
                                          "organisation", get_id (plan->guest), "part", "may", NULL);
  g_autoptr (BaryPlan) read = read_plan (plan);
  const BaryPlanEvent *event = bary_plan_event (read, 0);

  g_assert_cmpuint (bary_plan_cluster (read, 0)->members->len, ==, 2);
  g_assert_cmpuint (event->must->len, ==, 1);
  g_assert_cmpuint (event->may->len, ==, 1);
  g_assert_cmpstr (bary_plan_organisation (read, g_array_index (event->must, guint, 0))->name, ==, "Школа № 1");
  g_assert_cmpstr (bary_plan_organisation (read, g_array_index (event->may, guint, 0))->name, ==, "Школа № 2");
}

/* A letter sent before a move told the former day, one sent after it the present one. */
static void
test_told (Plan          *plan,
           gconstpointer  data)
{
  g_autoptr (BaryRecord) move = test_add (plan->base.store, BARY_KIND_EVENT_MOVE, "event", get_id (plan->event), "kind", "moved",
                                          "moved_on", "2026-11-25", "from_dates", "7 декабря", "to_dates", "14 декабря",
                                          "reason", "place", NULL);
  g_autoptr (BaryRecord) before = test_add (plan->base.store, BARY_KIND_SENDING, "event", get_id (plan->event),
                                            "duty", "announcement", "sent_on", "2026-11-23", NULL);
  g_autoptr (BaryRecord) after = test_add (plan->base.store, BARY_KIND_SENDING, "event", get_id (plan->event),
                                           "duty", "reminder", "sent_on", "2026-12-10", "link", "https://imc.example/1", NULL);
  g_autoptr (BaryPlan) read = read_plan (plan);

  g_assert_cmpuint (bary_plan_event (read, 0)->n_moves, ==, 1);
  g_assert_cmpuint (read->done->len, ==, 2);
  g_assert_cmpuint (bary_plan_done (read, 0)->told, ==, bary_day_new (2026, 12, 7));
  g_assert_cmpint (bary_plan_done (read, 0)->duty, ==, BARY_DUTY_ANNOUNCEMENT);
  g_assert_cmpuint (bary_plan_done (read, 1)->told, ==, bary_day_new (2026, 12, 14));
  g_assert_cmpstr (bary_plan_done (read, 1)->proof, ==, "https://imc.example/1");
}

static void
test_other_plans (Plan          *plan,
                  gconstpointer  data)
{
  g_autoptr (BaryPlan) other_year = bary_store_read_plan (plan->base.store, YEAR - 1, NULL, NULL);
  g_autoptr (BaryPlan) other_cluster = bary_store_read_plan (plan->base.store, YEAR, get_id (plan->member), NULL);
  g_autoptr (BaryPlan) this_cluster = bary_store_read_plan (plan->base.store, YEAR, get_id (plan->cluster), NULL);

  g_assert_cmpuint (other_year->events->len, ==, 0);
  g_assert_cmpuint (other_cluster->events->len, ==, 0);
  g_assert_cmpuint (this_cluster->events->len, ==, 1);
}

/* The centre's own days and terms go before what is built in. */
static void
test_calendar (Plan          *plan,
               gconstpointer  data)
{
  BaryDay monday = bary_day_new (2026, 12, 14);
  g_autoptr (BaryRecord) day = test_add (plan->base.store, BARY_KIND_CALENDAR_DAY, "day", "2026-12-14", "kind", "day_off",
                                         "name", "День района", "state", "draft", NULL);
  g_autoptr (BaryRecord) far = test_add (plan->base.store, BARY_KIND_CALENDAR_DAY, "day", "2031-01-10", "kind", "day_off",
                                         "state", "forecast", NULL);
  g_autoptr (BaryRecord) term = test_add (plan->base.store, BARY_KIND_CALENDAR_TERM, "school_year", "2026", "kind", "quarter",
                                          "number", "2", "from", "2026-11-16", "to", "2026-12-25", "state", "law", NULL);
  g_autoptr (BarySchoolCalendar) calendar = bary_store_read_calendar (plan->base.store, YEAR, NULL);

  g_assert_false (bary_school_calendar_is_working (calendar, monday));
  g_assert_cmpstr (bary_school_calendar_get_day (calendar, monday)->name, ==, "День района");
  g_assert_false (bary_school_calendar_is_working (calendar, bary_day_new (2026, 11, 4)));
  g_assert_cmpuint (bary_school_calendar_get_terms (calendar)->quarters[1].first, ==, bary_day_new (2026, 11, 16));
}

static void
test_rules (Plan          *plan,
            gconstpointer  data)
{
  g_autoptr (BaryDutyRules) built_in = bary_store_read_duty_rules (plan->base.store, NULL);
  g_autoptr (BaryRecord) rule = test_add (plan->base.store, BARY_KIND_OBLIGATION_RULE, "name", "Анонс за три недели",
                                          "duty", "announcement", "base", "start", "first_day", "-21", "last_day", "-21",
                                          "lead", "2", NULL);
  g_autoptr (BaryRecord) off = test_add (plan->base.store, BARY_KIND_OBLIGATION_RULE, "name", "Не нужно", "duty", "report",
                                         "base", "half_year", "first_day", "0", "last_day", "0", "off", "yes", NULL);
  g_autoptr (BaryDutyRules) own = bary_store_read_duty_rules (plan->base.store, NULL);
  const BaryDutyRule *read = &g_array_index (own->rules, BaryDutyRule, 0);

  g_assert_cmpuint (built_in->rules->len, ==, 7);
  g_assert_cmpuint (own->rules->len, ==, 1);
  g_assert_cmpstr (read->name, ==, "Анонс за три недели");
  g_assert_cmpint (read->duty, ==, BARY_DUTY_ANNOUNCEMENT);
  g_assert_cmpint (read->anchor, ==, BARY_ANCHOR_START);
  g_assert_cmpint (read->from, ==, -21);
  g_assert_cmpint (read->lead, ==, 2);
}

/* The stages of a contest are done one by one, whatever they are called. */
static void
test_stages (Plan          *plan,
             gconstpointer  data)
{
  static const char *const days[][2] = { { "3", "63" }, { "1", "1" }, { "3", "33" } };
  static const guint ordinals[] = { 3, 1, 2 };
  g_autoptr (BaryDutyRules) own = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      const char *names[] = { "А решение", "Б техническая", "В содержательная" };
      g_autoptr (BaryRecord) stage = test_add (plan->base.store, BARY_KIND_OBLIGATION_RULE, "name", names[i], "duty", "stage",
                                               "event_kind", "contest", "base", "end", "first_day", days[i][0],
                                               "last_day", days[i][1], NULL);
    }
  own = bary_store_read_duty_rules (plan->base.store, NULL);
  g_assert_cmpuint (own->rules->len, ==, G_N_ELEMENTS (ordinals));
  for (guint i = 0; i < own->rules->len; i++)
    g_assert_cmpuint (g_array_index (own->rules, BaryDutyRule, i).ordinal, ==, ordinals[i]);
}

/* Followed */

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* Returns: (transfer full): the texts in one order, whatever order they came in. @texts: (transfer full) */
static char *
join_sorted (GPtrArray  *texts,
             const char *separator)
{
  char *joined;

  g_ptr_array_sort (texts, compare_texts);
  g_ptr_array_add (texts, NULL);
  joined = g_strjoinv (separator, (char **) texts->pdata);
  g_ptr_array_unref (texts);
  return joined;
}

static const char *
organisation_of (const BaryPlan *plan,
                 int             i)
{
  return i >= 0 ? bary_plan_organisation (plan, i)->id : "";
}

static char *
dump_organisations (const BaryPlan *plan,
                    GArray         *organisations)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < organisations->len; i++)
    g_ptr_array_add (ids, g_strdup (organisation_of (plan, (int) g_array_index (organisations, guint, i))));
  return join_sorted (ids, ",");
}

static char *
dump_event (const BaryPlan      *plan,
            const BaryPlanEvent *event)
{
  g_autofree char *must = dump_organisations (plan, event->must);
  g_autofree char *may = dump_organisations (plan, event->may);

  return g_strdup_printf ("event %s|%s|%s|%s|%s|%s|%u-%u|%d|%d|%s|%s|%s|must %s|may %s|%d|%u|%u|%" G_GINT64_FORMAT "|%s|%s",
                          event->id, bary_plan_cluster (plan, event->cluster)->id, event->section, event->number, event->name,
                          event->period.words, event->period.earliest, event->period.latest, event->start_minute, event->end_minute,
                          event->place, organisation_of (plan, event->host),
                          event->responsible >= 0 ? bary_plan_person (plan, event->responsible)->name : "", must, may,
                          event->state, event->n_moves, event->n_changes, event->changed, event->audience, event->result);
}

static char *
dump_done (const BaryPlan     *plan,
           const BaryPlanDone *done)
{
  return g_strdup_printf ("done %s|%s|%d|%d|%u|%u|%u|%s", done->id, done->event >= 0 ? bary_plan_event (plan, done->event)->id : "",
                          done->cluster, done->duty, done->occurrence, done->day, done->told, done->proof);
}

static char *
dump_plan (const BaryPlan *plan)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < plan->events->len; i++)
    g_ptr_array_add (lines, dump_event (plan, bary_plan_event (plan, i)));
  for (guint i = 0; i < plan->done->len; i++)
    g_ptr_array_add (lines, dump_done (plan, bary_plan_done (plan, i)));
  for (guint i = 0; i < plan->accepted->len; i++)
    {
      const BaryPlanAccepted *it = &g_array_index (plan->accepted, BaryPlanAccepted, i);

      g_ptr_array_add (lines, g_strdup_printf ("accepted %d|%s|%s|%s", it->kind, it->event, it->other, it->note));
    }
  return join_sorted (lines, "\n");
}

typedef struct {
  BaryPlan           *plan;
  BarySchoolCalendar *calendar;
  guint               n_whole; /* how often it had to be read as a whole */
} Follower;

static void
changed_cb (BaryStore *store,
            GPtrArray *touches,
            Follower  *follower)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryPlan) before = follower->plan;
  g_autofree char *was = dump_plan (before);
  g_autofree char *still = NULL;

  follower->plan = bary_store_follow_plan (store, before, follower->calendar, touches, &error);
  g_assert_no_error (error);
  still = dump_plan (before);
  g_assert_cmpstr (still, ==, was);
  if (follower->plan != NULL)
    return;
  follower->n_whole++;
  follower->plan = bary_store_read_plan (store, YEAR, NULL, &error);
  g_assert_no_error (error);
}

/* One of the edits that people make of a plan. */
static void
edit_anything (Plan  *plan,
               GRand *dice)
{
  static const char *const dates[] = { "14 декабря", "март – май", "весь период", "20–22 апреля", "1 сентября" };
  BaryStore *store = plan->base.store;
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_EVENT);
  g_autoptr (GPtrArray) events = bary_store_select (store, query, NULL);
  BaryRecord *event = events->pdata[g_rand_int_range (dice, 0, (int) events->len)];
  g_autoptr (BaryRecord) added = NULL;

  switch (g_rand_int_range (dice, 0, 9))
    {
    case 0:
      added = test_add (store, BARY_KIND_EVENT, "roadmap", get_id (plan->roadmap), "name", "Слёт", "dates", dates[g_rand_int_range (dice, 0, 5)],
                        "kind", "event", "state", "planned", NULL);
      break;
    case 1:
      g_assert_true (test_set (store, event, "dates", dates[g_rand_int_range (dice, 0, 5)], NULL));
      break;
    case 2:
      g_assert_true (test_set (store, event, "host", get_id (g_rand_boolean (dice) ? plan->guest : plan->member), NULL));
      break;
    case 3:
      added = test_add (store, BARY_KIND_EVENT_PART, "event", get_id (event), "organisation", get_id (plan->guest),
                        "part", g_rand_boolean (dice) ? "may" : "must", NULL);
      break;
    case 4:
      added = test_add (store, BARY_KIND_EVENT_MOVE, "event", get_id (event), "kind", "moved", "moved_on", "2026-11-25",
                        "from_dates", "7 декабря", "to_dates", "14 декабря", "reason", "place", NULL);
      break;
    case 5:
      added = test_add (store, BARY_KIND_SENDING, "event", get_id (event), "duty", "announcement", "sent_on", "2026-11-23", NULL);
      break;
    case 6:
      added = test_add (store, BARY_KIND_SENDING, "roadmap", get_id (plan->roadmap), "duty", "meeting", "ordinal", "2",
                        "sent_on", "2026-11-23", NULL);
      break;
    case 7:
      added = test_add (store, BARY_KIND_CONFLICT_NOTE, "event", get_id (event), "conflict", "vacation", "note", "так решили", NULL);
      break;
    default:
      bary_store_undo (store, NULL);
    }
}

/* After every edit the plan that was followed is the one that would be read. */
static void
test_followed (Plan          *plan,
               gconstpointer  data)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (11);
  Follower follower = { read_plan (plan), bary_store_read_calendar (plan->base.store, YEAR, NULL), 0 };

  g_signal_connect (plan->base.store, "changed", G_CALLBACK (changed_cb), &follower);
  for (guint i = 0; i < 150; i++)
    {
      g_autoptr (BaryPlan) read = NULL;
      g_autofree char *followed = NULL;
      g_autofree char *expected = NULL;

      edit_anything (plan, dice);
      read = read_plan (plan);
      followed = dump_plan (follower.plan);
      expected = dump_plan (read);
      g_assert_cmpstr (followed, ==, expected);
    }
  g_assert_cmpuint (follower.n_whole, ==, 0);
  bary_plan_unref (follower.plan);
  bary_school_calendar_unref (follower.calendar);
}

/* A name is everywhere in a plan, what has nothing to do with it is nowhere. */
static void
test_followed_no_further (Plan          *plan,
                          gconstpointer  data)
{
  g_autoptr (BaryPlan) first = read_plan (plan);
  Follower follower = { bary_plan_ref (first), bary_store_read_calendar (plan->base.store, YEAR, NULL), 0 };
  g_autoptr (BaryRecord) channel = NULL;

  g_signal_connect (plan->base.store, "changed", G_CALLBACK (changed_cb), &follower);
  channel = test_add (plan->base.store, BARY_KIND_CHANNEL, "cluster", get_id (plan->cluster), "name", "Сайт", NULL);
  g_assert_true (follower.plan == first);
  g_assert_true (test_set (plan->base.store, plan->member, "name", "Лицей № 1", NULL));
  g_assert_cmpuint (follower.n_whole, ==, 1);
  g_assert_cmpstr (bary_plan_organisation (follower.plan, bary_plan_event (follower.plan, 0)->host)->name, ==, "Лицей № 1");
  bary_plan_unref (follower.plan);
  bary_school_calendar_unref (follower.calendar);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/plan/event", Plan, NULL, plan_set_up, test_event, plan_tear_down);
  g_test_add ("/plan/parts", Plan, NULL, plan_set_up, test_parts, plan_tear_down);
  g_test_add ("/plan/told", Plan, NULL, plan_set_up, test_told, plan_tear_down);
  g_test_add ("/plan/other-plans", Plan, NULL, plan_set_up, test_other_plans, plan_tear_down);
  g_test_add ("/plan/calendar", Plan, NULL, plan_set_up, test_calendar, plan_tear_down);
  g_test_add ("/plan/rules", Plan, NULL, plan_set_up, test_rules, plan_tear_down);
  g_test_add ("/plan/stages", Plan, NULL, plan_set_up, test_stages, plan_tear_down);
  g_test_add ("/plan/followed", Plan, NULL, plan_set_up, test_followed, plan_tear_down);
  g_test_add ("/plan/followed-no-further", Plan, NULL, plan_set_up, test_followed_no_further, plan_tear_down);
  return g_test_run ();
}
