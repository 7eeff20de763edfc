#include "bary-plan-move.h"

#include "bary-test-plan.h"

#include <string.h>

/* What would follow from moving the first event; from cancelling it if `words` is NULL. */
static BaryPlanMove *
consider (BaryPlan   *plan,
          const char *words)
{
  g_autoptr (BarySchoolCalendar) calendar = bary_school_calendar_new (TEST_YEAR);
  g_autoptr (BaryConflictIndex) index = bary_conflict_index_new (plan, calendar);
  g_auto (BaryPeriod) to = { 0 };
  g_autoptr (GError) error = NULL;
  guint n_rules;
  const BaryDutyRule *rules = bary_duty_rules_get_default (&n_rules);

  if (words == NULL)
    return bary_plan_move_new_cancel (index, rules, n_rules, 0);
  bary_period_parse (words, TEST_YEAR, &to, &error);
  g_assert_no_error (error);
  return bary_plan_move_new (index, rules, n_rules, 0, &to);
}

static void
test_consent (void)
{
  static const struct { const char *from, *to; guint n_moves, consent, n_reasons; gboolean settles; } cases[] = {
    { "20 ноября", "27 ноября", 0, 0, 0, FALSE },
    { "20 ноября", "27 ноября", 1, 0, 0, FALSE },
    { "20 ноября", "27 ноября", 2, BARY_CONSENT_THIRD_MOVE, 1, FALSE },
    { "20 ноября", "19 ноября", 0, BARY_CONSENT_EARLIER, 1, FALSE },
    { "20 мая", "3 сентября 2026 года", 0, BARY_CONSENT_OTHER_YEAR, 1, FALSE },
    { "20 мая", "29 августа – 2 сентября 2026 года", 0, BARY_CONSENT_OTHER_YEAR, 1, FALSE },
    { "20 ноября", "29 августа 2025 года", 2, BARY_CONSENT_EARLIER | BARY_CONSENT_OTHER_YEAR | BARY_CONSENT_THIRD_MOVE, 3, FALSE },
    { "20 ноября", NULL, 0, BARY_CONSENT_CANCELLING, 1, FALSE },
    { "ноябрь", "20 ноября", 0, 0, 0, TRUE },
    { "ноябрь", "20 ноября", 2, 0, 0, TRUE },
    { "12 мая / 19 мая", "12 мая", 0, 0, 0, TRUE },
    { "ноябрь", "20 декабря", 0, 0, 0, FALSE },
    { "ноябрь", "октябрь", 0, BARY_CONSENT_EARLIER, 1, FALSE },
    { "до 20 ноября", "до 15 ноября", 0, BARY_CONSENT_EARLIER, 1, FALSE },
    { "до 20 ноября", "до 25 ноября", 0, 0, 0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BaryPlan) plan = test_plan_of_one (cases[i].from);
      g_autoptr (BaryPlanMove) move = NULL;
      g_auto (GStrv) words = NULL;

      g_test_message ("%s → %s", cases[i].from, cases[i].to != NULL ? cases[i].to : "");
      bary_plan_event (plan, 0)->n_moves = cases[i].n_moves;
      move = consider (plan, cases[i].to);
      words = bary_consent_to_words (move->consent);
      g_assert_cmpuint (move->consent, ==, cases[i].consent);
      g_assert_cmpint (move->settles, ==, cases[i].settles);
      g_assert_cmpuint (g_strv_length (words), ==, cases[i].n_reasons);
    }
}

static void
check_shift (const BaryPlanMove *move,
             guint               index,
             const char         *was,
             const char         *now)
{
  const BaryDutyShift *shift = &g_array_index (move->shifts, BaryDutyShift, index);
  g_autofree char *due_was = bary_day_to_iso (shift->was.due);
  g_autofree char *due_now = bary_day_to_iso (shift->now.due);

  g_assert_cmpstr (due_was, ==, was);
  g_assert_cmpstr (due_now, ==, now);
}

static void
test_obligations (void)
{
  g_autoptr (BaryPlan) plan = test_plan_of_one ("20 ноября");
  g_autoptr (BaryPlanMove) later = consider (plan, "21 ноября");
  g_autoptr (BaryPlanMove) same = consider (plan, "20 ноября");
  g_autoptr (BaryPlanMove) cancelled = consider (plan, NULL);
  g_autoptr (BaryPlanMove) vague = consider (plan, "декабрь");

  g_assert_cmpuint (later->shifts->len, ==, 4);
  check_shift (later, 0, "2025-11-06", "2025-11-07");
  check_shift (later, 1, "2025-11-17", "2025-11-18");
  check_shift (later, 2, "2025-11-19", "2025-11-20");
  check_shift (later, 3, "2025-11-24", "2025-11-24"); /* the preparer's day is another */
  g_assert_cmpuint (same->shifts->len, ==, 0);
  g_assert_cmpuint (cancelled->shifts->len, ==, 4);
  g_assert_cmpuint (g_array_index (cancelled->shifts, BaryDutyShift, 0).now.rule, ==, G_MAXUINT);
  check_shift (vague, 0, "2025-11-06", NULL);
}

static void
test_announced (void)
{
  g_autoptr (BaryPlan) plan = test_plan_of_one ("20 ноября");
  g_autoptr (BaryPlanMove) away = NULL;
  g_autoptr (BaryPlanMove) back = NULL;
  g_autoptr (BaryPlanMove) cancelled = NULL;

  test_plan_do (plan, 0, BARY_DUTY_ANNOUNCEMENT, "2025-11-01", "2025-11-13");
  test_plan_do (plan, 0, BARY_DUTY_ANNOUNCEMENT, "2025-11-05", "2025-11-20");
  test_plan_do (plan, 0, BARY_DUTY_PRESS_RELEASE, "2025-11-21", "2025-11-20");
  away = consider (plan, "27 ноября");
  back = consider (plan, "13 ноября");
  cancelled = consider (plan, NULL);
  g_assert_cmpuint (away->wrong->len, ==, 2);
  g_assert_cmpuint (g_array_index (away->wrong, guint, 1), ==, 1);
  g_assert_cmpuint (back->wrong->len, ==, 1);
  g_assert_cmpuint (g_array_index (back->wrong, guint, 0), ==, 1);
  g_assert_cmpuint (cancelled->wrong->len, ==, 2);
}

static void
test_conflicts (void)
{
  g_autoptr (BaryPlan) plan = test_plan_of_one ("20 ноября");
  g_autoptr (BaryPlanMove) moved = NULL;
  g_autoptr (BaryPlanMove) cancelled = NULL;

  test_plan_add (plan, "Слёт", 0, "20 ноября");
  test_plan_add (plan, "Смотр", 0, "22 ноября");
  moved = consider (plan, "22 ноября");
  g_assert_cmpuint (moved->solved->len, ==, 1);
  g_assert_cmpint (g_array_index (moved->solved, BaryConflict, 0).other, ==, 1);
  g_assert_cmpuint (moved->made->len, ==, 2);
  g_assert_cmpint (g_array_index (moved->made, BaryConflict, 0).other, ==, 2);
  g_assert_cmpint (g_array_index (moved->made, BaryConflict, 1).kind, ==, BARY_CONFLICT_DAY_OFF);

  cancelled = consider (plan, NULL);
  g_assert_cmpuint (cancelled->solved->len, ==, 1);
  g_assert_cmpuint (cancelled->made->len, ==, 0);
}

static void
test_hours (void)
{
  g_autoptr (BaryPlan) plan = test_plan_of_one ("20 ноября в 10.00");
  g_autoptr (BaryPlanMove) kept = NULL;
  g_autoptr (BaryPlanMove) other = NULL;

  test_plan_add (plan, "Слёт", 0, "21 ноября в 15.00");
  kept = consider (plan, "21 ноября");
  other = consider (plan, "21 ноября в 14.00");
  g_assert_cmpint (g_array_index (kept->made, BaryConflict, 0).kind, ==, BARY_CONFLICT_SAME_DAY);
  g_assert_cmpint (g_array_index (other->made, BaryConflict, 0).kind, ==, BARY_CONFLICT_SCHOOL);
}

static void
test_terms (void)
{
  static const struct { const char *from, *to; int quarter_was, quarter_now, report_was, report_now; } cases[] = {
    { "20 ноября", "27 ноября", 2, 2, 1, 1 },
    { "15 октября", "20 ноября", 1, 2, 1, 1 },
    { "20 декабря", "20 января", 2, 3, 1, 2 },
    { "20 декабря", "27 октября", 2, 0, 1, 1 },
    { "20 декабря", "май", 2, 0, 1, 0 },
    { "20 декабря", NULL, 2, 0, 1, 0 },
    { "20 мая", "10 июля", 4, 0, 2, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BaryPlan) plan = test_plan_of_one (cases[i].from);
      g_autoptr (BaryPlanMove) move = consider (plan, cases[i].to);

      g_assert_cmpint (move->quarter_was, ==, cases[i].quarter_was);
      g_assert_cmpint (move->quarter_now, ==, cases[i].quarter_now);
      g_assert_cmpint (move->report_was, ==, cases[i].report_was);
      g_assert_cmpint (move->report_now, ==, cases[i].report_now);
    }
}

static void
check_shifts (const BaryPlanMove *move,
              GArray             *duties)
{
  for (guint i = 0; i < move->shifts->len; i++)
    {
      const BaryObligation *now = &g_array_index (move->shifts, BaryDutyShift, i).now;
      gboolean found = now->rule == G_MAXUINT;

      for (guint j = 0; j < duties->len && !found; j++)
        found = memcmp (now, &g_array_index (duties, BaryObligation, j), sizeof *now) == 0;
      g_assert_true (found);
    }
}

/* What is foretold comes true when the plan is moved, checked and computed anew. */
static void
check_foretold (GRand *rand)
{
  g_autoptr (BaryPlan) plan = test_plan_random (rand, 8);
  g_autoptr (BarySchoolCalendar) calendar = bary_school_calendar_new (TEST_YEAR);
  g_autoptr (BaryConflictIndex) index = bary_conflict_index_new (plan, calendar);
  guint n_rules;
  const BaryDutyRule *rules = bary_duty_rules_get_default (&n_rules);
  BaryPlanEvent *event = bary_plan_event (plan, 0);
  g_autoptr (GArray) before = bary_conflict_index_check (index, event, 0);
  g_autoptr (GArray) after = NULL;
  g_autoptr (GArray) duties = NULL;
  g_autoptr (BaryPlanMove) move = NULL;
  g_auto (BaryPeriod) to = { 0 };

  bary_period_copy (&bary_plan_event (plan, 1)->period, &to);
  move = bary_plan_move_new (index, rules, n_rules, 0, &to);
  bary_plan_event_set_period (event, &to);
  if (event->state == BARY_PLAN_CANCELLED)
    event->state = BARY_PLAN_MOVED;
  bary_conflict_index_update (index, 0);

  after = bary_conflict_index_check (index, event, 0);
  g_assert_cmpuint (after->len, ==, before->len - move->solved->len + move->made->len);
  duties = bary_obligations_of_event (plan, calendar, rules, n_rules, 0);
  check_shifts (move, duties);
}

static void
test_foretold (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < 500; i++)
    check_foretold (rand);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan-move/consent", test_consent);
  g_test_add_func ("/plan-move/obligations", test_obligations);
  g_test_add_func ("/plan-move/announced", test_announced);
  g_test_add_func ("/plan-move/conflicts", test_conflicts);
  g_test_add_func ("/plan-move/hours", test_hours);
  g_test_add_func ("/plan-move/terms", test_terms);
  g_test_add_func ("/plan-move/foretold", test_foretold);

  return g_test_run ();
}
