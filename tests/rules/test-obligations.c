#include "bary-obligations.h"

#include "bary-test-plan.h"

#include <string.h>

static const BaryDutyRule *
get_rule (BaryDuty duty)
{
  guint n_rules;
  const BaryDutyRule *rules = bary_duty_rules_get_default (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    if (rules[i].duty == duty)
      return &rules[i];
  g_assert_not_reached ();
}

/* Worked examples: the first is the one that the programme's centre gives. */
static const struct {
  BaryDuty    duty;
  const char *anchor, *strict, *opens, *due, *prepare, *words;
} examples[] = {
  { BARY_DUTY_ANNOUNCEMENT, "2019-05-19", "2019-05-05", "2019-04-30", "2019-04-30", "2019-04-29",
    "14 days before 19.05 = 05.05 → holidays → 30.04; to the curator by 29.04" },
  { BARY_DUTY_ANNOUNCEMENT, "2025-11-20", "2025-11-06", "2025-11-06", "2025-11-06", "2025-11-05",
    "14 days before 20.11 = 06.11; to the curator by 05.11" },
  { BARY_DUTY_ANNOUNCEMENT, "2025-11-18", "2025-11-04", "2025-11-01", "2025-11-01", "2025-10-31",
    "14 days before 18.11 = 04.11 → holidays → 01.11; to the curator by 31.10" },
  { BARY_DUTY_ANNOUNCEMENT, "2026-03-01", "2026-02-15", "2026-02-13", "2026-02-13", "2026-02-12",
    "14 days before 01.03 = 15.02 → weekend → 13.02; to the curator by 12.02" },
  { BARY_DUTY_REMINDER, "2025-11-20", "2025-11-17", "2025-11-14", "2025-11-17", "2025-11-14",
    "3 days before 20.11 = 17.11; to the curator by 14.11" },
  { BARY_DUTY_EVE, "2025-12-08", "2025-12-07", "2025-12-05", "2025-12-05", "2025-12-04",
    "1 day before 08.12 = 07.12 → weekend → 05.12; to the curator by 04.12" },
  { BARY_DUTY_PRESS_RELEASE, "2025-12-05", "2025-12-07", "2025-12-08", "2025-12-08", "2025-12-08",
    "2 days after 05.12 = 07.12 → weekend → 08.12" },
  { BARY_DUTY_PRESS_RELEASE, "2025-12-02", "2025-12-04", "2025-12-03", "2025-12-04", "2025-12-03",
    "2 days after 02.12 = 04.12; to the curator by 03.12" },
  { BARY_DUTY_PRESS_RELEASE, "2025-12-30", "2026-01-01", "2026-01-12", "2026-01-12", "2026-01-12",
    "2 days after 30.12 = 01.01 → holidays → 12.01" },
};

static void
check_day (BaryDay     day,
           const char *iso)
{
  g_autofree char *found = bary_day_to_iso (day);

  g_assert_cmpstr (found, ==, iso);
}

static void
test_examples (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      const BaryDutyRule *rule = get_rule (examples[i].duty);
      BaryObligation obligation = { .anchor = bary_day_from_iso (examples[i].anchor), .done = -1 };
      g_autoptr (BarySchoolCalendar) calendar = bary_school_calendar_new (bary_day_get_school_year (obligation.anchor));
      g_autoptr (GArray) steps = NULL;
      g_autofree char *words = NULL;

      g_test_message ("%d %s", examples[i].duty, examples[i].anchor);
      bary_obligation_find_days (&obligation, rule, calendar);
      check_day (obligation.strict, examples[i].strict);
      check_day (obligation.opens, examples[i].opens);
      check_day (obligation.due, examples[i].due);
      check_day (obligation.prepare, examples[i].prepare);
      steps = bary_obligation_explain (&obligation, rule, calendar);
      words = bary_due_steps_to_words (steps);
      g_assert_cmpstr (words, ==, examples[i].words);
    }
}

static GArray *
compute (const BaryPlan *plan)
{
  g_autoptr (BarySchoolCalendar) calendar = bary_school_calendar_new (plan->school_year);
  guint n_rules;
  const BaryDutyRule *rules = bary_duty_rules_get_default (&n_rules);

  return bary_obligations_compute (plan, calendar, rules, n_rules);
}

/* Returns: the obligation of a rule, for an event or for the n-th time of the year. */
static BaryObligation
find (GArray     *obligations,
      BaryDuty    duty,
      int         event,
      guint       occurrence)
{
  guint n_rules;
  const BaryDutyRule *rules = bary_duty_rules_get_default (&n_rules);

  for (guint i = 0; i < obligations->len; i++)
    {
      BaryObligation it = g_array_index (obligations, BaryObligation, i);

      if (it.event == event && it.occurrence == occurrence && rules[it.rule].duty == duty)
        return it;
    }
  return (BaryObligation) { .rule = G_MAXUINT };
}

static void
test_year (void)
{
  g_autoptr (BaryPlan) plan = test_plan_of_one ("20 ноября 2025 года");
  g_autoptr (GArray) obligations = compute (plan);

  g_assert_cmpuint (obligations->len, ==, 4 + 4 + 2);
  check_day (find (obligations, BARY_DUTY_MEETING, -1, 1).due, "2025-09-15");
  check_day (find (obligations, BARY_DUTY_MEETING, -1, 3).due, "2026-01-26");
  check_day (find (obligations, BARY_DUTY_REPORT, -1, 1).due, "2025-12-30");
  check_day (find (obligations, BARY_DUTY_REPORT, -1, 2).due, "2026-05-26");
  for (guint i = 1; i < obligations->len; i++)
    {
      BaryObligation *it = &g_array_index (obligations, BaryObligation, i);

      g_assert_cmpuint (it[-1].due, <=, it->due);
    }
}

static void
test_states (void)
{
  BaryObligation obligation = { .opens = 100, .due = 103, .prepare = 99, .done = -1 };

  g_assert_cmpint (bary_obligation_get_state (&obligation, 98), ==, BARY_DUE_AHEAD);
  g_assert_cmpint (bary_obligation_get_state (&obligation, 99), ==, BARY_DUE_OPEN);
  g_assert_cmpint (bary_obligation_get_state (&obligation, 102), ==, BARY_DUE_OPEN);
  g_assert_cmpint (bary_obligation_get_state (&obligation, 103), ==, BARY_DUE_TODAY);
  g_assert_cmpint (bary_obligation_get_state (&obligation, 104), ==, BARY_DUE_OVERDUE);
  obligation.done = 0;
  g_assert_cmpint (bary_obligation_get_state (&obligation, 104), ==, BARY_DUE_DONE);
  obligation = (BaryObligation) { .done = -1 };
  g_assert_cmpint (bary_obligation_get_state (&obligation, 104), ==, BARY_DUE_UNSET);
}

static void
test_vague (void)
{
  static const struct { const char *words, *announcement, *release; } cases[] = {
    { "ноябрь", NULL, NULL },
    { "весь период", NULL, NULL },
    { "12 мая / 19 мая", NULL, NULL },
    { "~ начало мая", NULL, NULL },
    { "с 18 по 20 ноября", "2025-11-01", "2025-11-24" },
    { "до 20 ноября", "2025-11-06", "2025-11-24" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BaryPlan) plan = test_plan_of_one (cases[i].words);
      g_autoptr (GArray) obligations = compute (plan);

      check_day (find (obligations, BARY_DUTY_ANNOUNCEMENT, 0, 0).due, cases[i].announcement);
      check_day (find (obligations, BARY_DUTY_PRESS_RELEASE, 0, 0).due, cases[i].release);
      if (cases[i].announcement == NULL)
        g_assert_cmpint (g_array_index (obligations, BaryObligation, obligations->len - 1).event, ==, 0);
    }
}

/* An announcement that told another day is none; a press release counts whenever it was written. */
static void
test_done_and_moved (void)
{
  g_autoptr (BaryPlan) plan = test_plan_of_one ("20 ноября");
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) after = NULL;
  g_autoptr (GArray) corrected = NULL;

  test_plan_do (plan, 0, BARY_DUTY_ANNOUNCEMENT, "2025-11-05", "2025-11-20");
  test_plan_do (plan, 0, BARY_DUTY_PRESS_RELEASE, "2025-11-21", NULL);
  before = compute (plan);
  g_assert_cmpint (find (before, BARY_DUTY_ANNOUNCEMENT, 0, 0).done, ==, 0);
  g_assert_cmpint (find (before, BARY_DUTY_EVE, 0, 0).done, ==, -1);
  g_assert_cmpint (find (before, BARY_DUTY_PRESS_RELEASE, 0, 0).done, ==, 1);

  test_plan_set_words (bary_plan_event (plan, 0), "27 ноября");
  bary_plan_done (plan, 1)->told = bary_day_new (2025, 11, 20);
  after = compute (plan);
  g_assert_cmpint (find (after, BARY_DUTY_ANNOUNCEMENT, 0, 0).done, ==, -1);
  check_day (find (after, BARY_DUTY_ANNOUNCEMENT, 0, 0).due, "2025-11-13");
  g_assert_cmpint (find (after, BARY_DUTY_PRESS_RELEASE, 0, 0).done, ==, 1);

  test_plan_do (plan, 0, BARY_DUTY_CORRECTION, "2025-11-10", "2025-11-27");
  corrected = compute (plan);
  g_assert_cmpint (find (corrected, BARY_DUTY_ANNOUNCEMENT, 0, 0).done, ==, 2);
  g_assert_cmpint (find (corrected, BARY_DUTY_EVE, 0, 0).done, ==, -1);
}

static void
test_held_and_cancelled (void)
{
  g_autoptr (BaryPlan) plan = test_plan_of_one ("20 ноября");
  g_autoptr (GArray) held = NULL;
  g_autoptr (GArray) cancelled = NULL;

  test_plan_do (plan, 0, BARY_DUTY_ANNOUNCEMENT, "2025-11-05", "2025-11-20");
  bary_plan_event (plan, 0)->state = BARY_PLAN_HELD;
  held = compute (plan);
  g_assert_cmpuint (find (held, BARY_DUTY_ANNOUNCEMENT, 0, 0).rule, !=, G_MAXUINT);
  g_assert_cmpuint (find (held, BARY_DUTY_EVE, 0, 0).rule, ==, G_MAXUINT);
  g_assert_cmpuint (find (held, BARY_DUTY_PRESS_RELEASE, 0, 0).rule, !=, G_MAXUINT);

  bary_plan_event (plan, 0)->state = BARY_PLAN_CANCELLED;
  cancelled = compute (plan);
  g_assert_cmpuint (cancelled->len, ==, 4 + 2);
}

static void
test_meetings_and_reports_done (void)
{
  g_autoptr (BaryPlan) plan = test_plan_of_one ("20 ноября");
  g_autoptr (GArray) obligations = NULL;
  BaryPlanDone *done = bary_plan_add_done (plan);

  done->cluster = 0;
  done->duty = BARY_DUTY_MEETING;
  done->occurrence = 2;
  obligations = compute (plan);
  g_assert_cmpint (find (obligations, BARY_DUTY_MEETING, -1, 1).done, ==, -1);
  g_assert_cmpint (find (obligations, BARY_DUTY_MEETING, -1, 2).done, ==, 0);
}

/* The two chains of 2022 as the document has them. */
static void
test_contests (void)
{
  static const struct { BaryContestKind contest; const char *words; guint ordinal; const char *opens, *due; } cases[] = {
    { BARY_CONTEST_INTERNSHIP, "28.04.2022", 1, "2022-04-29", "2022-04-29" },
    { BARY_CONTEST_INTERNSHIP, "28.04.2022", 2, "2022-05-04", "2022-05-31" },
    { BARY_CONTEST_INTERNSHIP, "до 28 апреля", 3, "2022-05-04", "2022-05-31" },
    { BARY_CONTEST_INTERNSHIP, "до 28 апреля", 4, "2022-05-04", "2022-06-30" },
    { BARY_CONTEST_BASE, "16.05.2022", 1, "2022-05-17", "2022-05-17" },
    { BARY_CONTEST_BASE, "16.05.2022", 2, "2022-05-18", "2022-06-30" },
    { BARY_CONTEST_BASE, "16.05.2022", 3, "2022-06-01", "2022-06-30" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BaryPlan) plan = test_plan_of_one ("май");
      g_autoptr (BarySchoolCalendar) calendar = bary_school_calendar_new (2021);
      g_autoptr (GArray) obligations = NULL;
      g_auto (BaryPeriod) period = { 0 };
      BaryObligation *stage;
      guint n_rules;
      const BaryDutyRule *rules = bary_duty_rules_get_contest (cases[i].contest, &n_rules);

      g_assert_true (bary_period_parse (cases[i].words, 2021, &period, NULL));
      bary_plan_event_set_period (bary_plan_event (plan, 0), &period);
      bary_plan_event (plan, 0)->kind = g_strdup ("contest");
      obligations = bary_obligations_of_event (plan, calendar, rules, n_rules, 0);
      g_assert_cmpuint (obligations->len, ==, n_rules);
      stage = &g_array_index (obligations, BaryObligation, cases[i].ordinal - 1);
      g_assert_cmpuint (stage->occurrence, ==, cases[i].ordinal);
      check_day (stage->opens, cases[i].opens);
      check_day (stage->due, cases[i].due);
    }
}

static void
test_agenda (void)
{
  g_autoptr (BaryPlan) plan = test_plan_of_one ("20 ноября");
  g_autoptr (GArray) agenda = NULL;

  test_plan_add (plan, "Конкурс", 0, "октябрь");
  test_plan_add (plan, "Слёт", 0, "5 октября");
  test_plan_add (plan, "Отменённое", 0, "6 октября")->state = BARY_PLAN_CANCELLED;
  test_plan_add (plan, "Весной", 0, "12 марта");
  agenda = bary_obligations_get_agenda (plan, 0, bary_day_from_iso ("2025-09-15"), BARY_AGENDA_HORIZON);
  g_assert_cmpuint (agenda->len, ==, 2);
  g_assert_cmpuint (g_array_index (agenda, guint, 0), ==, 1);
  g_assert_cmpuint (g_array_index (agenda, guint, 1), ==, 2);
}

static void
check_properties (const BarySchoolCalendar *calendar,
                  GRand                    *rand)
{
  BaryDutyRule rule = { "any", .from = g_rand_int_range (rand, -40, 40), .lead = g_rand_int_range (rand, 0, 4) };
  BaryObligation one = { .anchor = bary_day_new (2013, 2, 1) + g_rand_int_range (rand, 0, 5000) }, later, again;

  rule.to = rule.from < 0 ? g_rand_int_range (rand, rule.from, 1) : g_rand_int_range (rand, rule.from, 41);
  later = again = one;
  later.anchor += g_rand_int_range (rand, 0, 30);
  bary_obligation_find_days (&one, &rule, calendar);
  bary_obligation_find_days (&again, &rule, calendar);
  bary_obligation_find_days (&later, &rule, calendar);

  g_assert_true (memcmp (&one, &again, sizeof one) == 0);
  g_assert_true (rule.from < 0 ? one.due <= one.strict : one.due >= one.strict);
  g_assert_cmpuint (one.opens, <=, one.due);
  g_assert_cmpuint (one.prepare, <=, one.due);
  g_assert_true (bary_school_calendar_is_working (calendar, one.due));
  g_assert_true (bary_school_calendar_is_working (calendar, one.opens));
  g_assert_true (bary_school_calendar_is_working (calendar, one.prepare));
  g_assert_cmpuint (bary_school_calendar_roll_back (calendar, one.due), ==, one.due);
  g_assert_cmpuint (bary_school_calendar_roll_forward (calendar, one.due), ==, one.due);
  g_assert_cmpuint (one.due, <=, later.due);
  g_assert_cmpuint (one.opens, <=, later.opens);
  g_assert_cmpuint (one.prepare, <=, later.prepare);
}

/* Before-rules never later than the plain count, after-rules never earlier; twice the same; a later event never sooner. */
static void
test_properties (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (14);
  guint rounds = g_getenv ("BARYCENTER_LONG") != NULL ? 1000000 : 50000;

  for (int year = 2013; year < 2026; year += 2)
    {
      g_autoptr (BarySchoolCalendar) calendar = bary_school_calendar_new (year);

      for (guint i = 0; i < rounds / 7 + 1; i++)
        check_properties (calendar, rand);
    }
}

static void
check_event (const BaryPlan *plan,
             GArray         *all,
             GArray         *own,
             guint           event)
{
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    n += g_array_index (all, BaryObligation, i).event == (int) event;
  g_assert_cmpuint (n, ==, own->len);

  for (guint i = 0; i < all->len; i++)
    {
      BaryObligation *it = &g_array_index (all, BaryObligation, i);
      gboolean found = it->event != (int) event;

      for (guint j = 0; j < own->len && !found; j++)
        found = memcmp (it, &g_array_index (own, BaryObligation, j), sizeof *it) == 0;
      g_assert_true (found);
    }
}

/* Events are moved, cancelled, restored, and only the obligations of the one that changed are found anew: after each of 100,000
 * such changes those of all events are what a recomputation of the year has. */
static void
test_random_moves (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (100);
  g_autoptr (BaryPlan) plan = test_plan_random (rand, 12);
  g_autoptr (BarySchoolCalendar) calendar = bary_school_calendar_new (TEST_YEAR);
  GArray *kept[12] = { NULL };
  guint n_rules;
  const BaryDutyRule *rules = bary_duty_rules_get_default (&n_rules);

  test_plan_do (plan, 3, BARY_DUTY_ANNOUNCEMENT, "2025-10-20", "2025-11-03");
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    kept[i] = bary_obligations_of_event (plan, calendar, rules, n_rules, i);

  for (guint i = 0; i < 100000; i++)
    {
      guint event = g_rand_int_range (rand, 0, G_N_ELEMENTS (kept));
      g_autoptr (GArray) all = NULL;

      test_plan_shuffle (rand, bary_plan_event (plan, event));
      g_array_unref (kept[event]);
      kept[event] = bary_obligations_of_event (plan, calendar, rules, n_rules, event);
      all = bary_obligations_compute (plan, calendar, rules, n_rules);
      for (guint j = 0; j < G_N_ELEMENTS (kept); j++)
        check_event (plan, all, kept[j], j);
    }

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_array_unref (kept[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/obligations/examples", test_examples);
  g_test_add_func ("/obligations/year", test_year);
  g_test_add_func ("/obligations/states", test_states);
  g_test_add_func ("/obligations/vague", test_vague);
  g_test_add_func ("/obligations/done-and-moved", test_done_and_moved);
  g_test_add_func ("/obligations/held-and-cancelled", test_held_and_cancelled);
  g_test_add_func ("/obligations/meetings-and-reports-done", test_meetings_and_reports_done);
  g_test_add_func ("/obligations/contests", test_contests);
  g_test_add_func ("/obligations/agenda", test_agenda);
  g_test_add_func ("/obligations/properties", test_properties);
  g_test_add_func ("/obligations/random-moves", test_random_moves);

  return g_test_run ();
}
