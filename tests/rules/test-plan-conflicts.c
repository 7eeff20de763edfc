#include "bary-plan-load.h"
#include "bary-plan-slots.h"

#include "bary-test-plan.h"

#include <string.h>

#define SCHOOL (1u << BARY_CONFLICT_SCHOOL)
#define PLACE (1u << BARY_CONFLICT_PLACE)
#define PERSON (1u << BARY_CONFLICT_PERSON)
#define SAME_DAY (1u << BARY_CONFLICT_SAME_DAY)
#define VACATION (1u << BARY_CONFLICT_VACATION)
#define EXAMS (1u << BARY_CONFLICT_EXAMS)
#define DAY_OFF (1u << BARY_CONFLICT_DAY_OFF)

/* Two schools, one cluster: whatever two events need. */
static BaryPlan *
make_two (const char *first,
          const char *second)
{
  BaryPlan *plan = test_plan_of_one (first);

  test_plan_add (plan, "Слёт", 0, second);
  return plan;
}

/* Returns: the kinds of what is not accepted, as a set. */
static guint
check_first (BaryPlan *plan)
{
  g_autoptr (BarySchoolCalendar) calendar = bary_school_calendar_new (TEST_YEAR);
  g_autoptr (BaryConflictIndex) index = bary_conflict_index_new (plan, calendar);
  g_autoptr (GArray) conflicts = bary_conflict_index_check (index, bary_plan_event (plan, 0), 0);
  guint kinds = 0;

  for (guint i = 0; i < conflicts->len; i++)
    if (!g_array_index (conflicts, BaryConflict, i).accepted)
      kinds |= 1u << g_array_index (conflicts, BaryConflict, i).kind;
  return kinds;
}

static void
test_dates (void)
{
  static const struct { const char *first, *second; guint kinds; } cases[] = {
    { "20 ноября", "20 ноября", SCHOOL },
    { "20 ноября", "21 ноября", 0 },
    { "18–20 ноября", "20–21 ноября", SCHOOL },
    { "20 ноября", "17 ноября, 20 ноября", SCHOOL },
    { "20 ноября в 10.00", "20 ноября в 11.30", SCHOOL },
    { "20 ноября в 10.00", "20 ноября в 12.00", SAME_DAY },
    { "20 ноября с 10.00 до 11.00", "20 ноября в 11.00", SAME_DAY },
    { "20 ноября с 10.00 до 13.00", "20 ноября в 12.00", SCHOOL },
    { "20 ноября в 10.00", "20 ноября", SCHOOL },
    { "20 ноября", "17–28 ноября", 0 },
    { "20 ноября", "ноябрь", 0 },
    { "20 ноября", "20 ноября / 21 ноября", 0 },
    { "20 ноября", "до 20 ноября", 0 },
    { "20 ноября", "~ 20 ноября", 0 },
    { "весь период", "весь период", 0 },
    { "22 ноября", "20 ноября", DAY_OFF },
    { "4 ноября", "20 ноября", DAY_OFF },
    { "27 октября", "20 ноября", VACATION },
    { "2 июня", "20 ноября", EXAMS },
    { "1 ноября", "20 ноября", VACATION }, /* a Saturday that is worked */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BaryPlan) plan = make_two (cases[i].first, cases[i].second);

      g_test_message ("%s, %s", cases[i].first, cases[i].second);
      g_assert_cmpuint (check_first (plan), ==, cases[i].kinds);
    }
}

static void
add_organisation (GArray *organisations,
                  guint   organisation)
{
  g_array_append_val (organisations, organisation);
}

static void
test_places_and_persons (void)
{
  g_autoptr (BaryPlan) plan = make_two ("20 ноября", "20 ноября");
  BaryPlanEvent *first = bary_plan_event (plan, 0), *second = bary_plan_event (plan, 1);

  g_array_set_size (second->must, 0);
  second->cluster = -1;
  g_assert_cmpuint (check_first (plan), ==, 0);

  add_organisation (second->may, 1);
  g_assert_cmpuint (check_first (plan), ==, SAME_DAY);
  g_array_set_size (second->may, 0);

  first->responsible = second->responsible = 1;
  g_assert_cmpuint (check_first (plan), ==, PERSON);
  second->responsible = 0;

  first->host = second->host = 1;
  g_assert_cmpuint (check_first (plan), ==, PLACE);
  first->place = g_strdup ("Актовый зал");
  g_assert_cmpuint (check_first (plan), ==, 0);
  second->place = g_strdup ("актовый  ЗАЛ");
  g_assert_cmpuint (check_first (plan), ==, PLACE);

  second->state = BARY_PLAN_CANCELLED;
  g_assert_cmpuint (check_first (plan), ==, 0);
}

static void
test_neighbours (void)
{
  g_autoptr (BaryPlan) plan = make_two ("20 ноября", "20 ноября");
  BaryPlanCluster *other = bary_plan_add_cluster (plan);
  BaryPlanEvent *second = bary_plan_event (plan, 1);

  g_array_set_size (second->must, 0);
  second->cluster = 1;
  g_assert_cmpuint (check_first (plan), ==, 0);
  add_organisation (other->members, 1);
  g_assert_cmpuint (check_first (plan), ==, SAME_DAY);
}

static void
test_accepted (void)
{
  g_autoptr (BaryPlan) plan = make_two ("20 ноября", "20 ноября");
  BaryPlanAccepted accepted = { BARY_CONFLICT_SCHOOL, g_strdup ("event-2"), g_strdup ("event-1"), g_strdup ("Договорились") };

  g_assert_cmpuint (check_first (plan), ==, SCHOOL);
  g_array_append_val (plan->accepted, accepted);
  g_assert_cmpuint (check_first (plan), ==, 0);
  test_plan_set_words (bary_plan_event (plan, 0), "22 ноября");
  g_assert_cmpuint (check_first (plan), ==, DAY_OFF);
}

/* The hours of the words count where the event has none of its own. */
static void
test_hours_in_words (void)
{
  g_autoptr (BaryPlan) plan = make_two ("20 ноября в 10.00", "20 ноября в 13.00");

  bary_plan_event (plan, 0)->start_minute = bary_plan_event (plan, 1)->start_minute = -1;
  g_assert_cmpuint (check_first (plan), ==, SAME_DAY);
  bary_plan_event (plan, 1)->start_minute = 11 * 60;
  g_assert_cmpuint (check_first (plan), ==, SCHOOL);
}

static void
test_grades (void)
{
  g_assert_true (bary_conflict_is_hard (BARY_CONFLICT_SCHOOL));
  g_assert_true (bary_conflict_is_hard (BARY_CONFLICT_PERSON));
  g_assert_false (bary_conflict_is_hard (BARY_CONFLICT_SAME_DAY));
  g_assert_false (bary_conflict_is_hard (BARY_CONFLICT_DAY_OFF));
}

static void
test_words (void)
{
  g_autoptr (BaryPlan) plan = make_two ("3–4 ноября", "4 ноября");
  g_autoptr (BarySchoolCalendar) calendar = bary_school_calendar_new (TEST_YEAR);
  g_autoptr (BaryConflictIndex) index = bary_conflict_index_new (plan, calendar);
  g_autoptr (GArray) conflicts = bary_conflict_index_check_all (index);
  static const char *const expected[] = {
    "04.11: Школа № 1 and 1 more must also be at “Слёт”",
    "03.11: Перенесённый выходной день",
    "04.11: День народного единства",
  };

  g_assert_cmpuint (conflicts->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < conflicts->len; i++)
    {
      g_autofree char *words = bary_conflict_to_words (&g_array_index (conflicts, BaryConflict, i), plan, calendar);

      g_assert_cmpstr (words, ==, expected[i]);
    }
}

/* The same rules written the slow way, on the plan itself. */

static gboolean
slow_has (GArray *organisations,
          guint   organisation)
{
  for (guint i = 0; i < organisations->len; i++)
    if (g_array_index (organisations, guint, i) == organisation)
      return TRUE;
  return FALSE;
}

static guint
slow_shared (GArray *a,
             GArray *b,
             int    *first)
{
  guint n = 0;

  *first = -1;
  for (guint i = a->len; i-- > 0;)
    if (slow_has (b, g_array_index (a, guint, i)))
      {
        *first = g_array_index (a, guint, i);
        n++;
      }
  return n;
}

static gboolean
slow_sits (const BaryPlanEvent *event,
           BaryDay              day)
{
  if (event->state == BARY_PLAN_CANCELLED || !bary_period_is_fixed (&event->period))
    return FALSE;
  for (guint i = 0; i < event->period.n_spans; i++)
    if (event->period.spans[i].first <= day && day <= event->period.spans[i].last &&
        event->period.spans[i].last - event->period.spans[i].first + 1 <= BARY_LONGEST_SITTING)
      return TRUE;
  return FALSE;
}

static gboolean
slow_overlap (const BaryPlanEvent *a,
              const BaryPlanEvent *b)
{
  int end_a = a->end_minute >= 0 ? a->end_minute : a->start_minute + BARY_USUAL_MINUTES;
  int end_b = b->end_minute >= 0 ? b->end_minute : b->start_minute + BARY_USUAL_MINUTES;

  if (a->start_minute < 0 || b->start_minute < 0)
    return TRUE;
  return a->start_minute < end_b && b->start_minute < end_a;
}

/* Random plans know two places, one of them in two spellings. */
static gboolean
slow_same_place (const BaryPlanEvent *a,
                 const BaryPlanEvent *b)
{
  if ((a->place == NULL) != (b->place == NULL))
    return FALSE;
  if (a->place == NULL)
    return a->host >= 0 && a->host == b->host;
  return g_str_equal (a->place, "ИМЦ") == g_str_equal (b->place, "ИМЦ");
}

static gboolean
slow_touch (const BaryPlan      *plan,
            const BaryPlanEvent *a,
            const BaryPlanEvent *b)
{
  int first;

  if (slow_shared (a->must, b->must, &first) || slow_shared (a->must, b->may, &first) || slow_shared (a->may, b->must, &first))
    return TRUE;
  if (a->cluster < 0 || b->cluster < 0)
    return FALSE;
  return a->cluster == b->cluster ||
         slow_shared (bary_plan_cluster (plan, a->cluster)->members, bary_plan_cluster (plan, b->cluster)->members, &first);
}

static void
slow_pair (const BaryPlan *plan,
           GArray         *found,
           guint           i,
           guint           j,
           BaryDay         day)
{
  const BaryPlanEvent *a = bary_plan_event (plan, i), *b = bary_plan_event (plan, j);
  int school;
  guint before = found->len, n = slow_shared (a->must, b->must, &school);
  gboolean overlap = slow_overlap (a, b);

  if (overlap && n > 0)
    g_array_append_val (found, ((BaryConflict) { BARY_CONFLICT_SCHOOL, i, j, school, n, day }));
  if (overlap && slow_same_place (a, b))
    g_array_append_val (found, ((BaryConflict) { BARY_CONFLICT_PLACE, i, j, -1, 0, day }));
  if (overlap && a->responsible >= 0 && a->responsible == b->responsible)
    g_array_append_val (found, ((BaryConflict) { BARY_CONFLICT_PERSON, i, j, a->responsible, 0, day }));
  if (found->len == before && slow_touch (plan, a, b))
    g_array_append_val (found, ((BaryConflict) { BARY_CONFLICT_SAME_DAY, i, j, -1, 0, day }));
}

static void
slow_calendar (const BaryPlan           *plan,
               const BarySchoolCalendar *calendar,
               GArray                   *found,
               guint                     i,
               BaryDaySpan               days)
{
  BaryDay first[3] = { BARY_NO_DAY };

  for (BaryDay day = days.last; day >= days.first; day--)
    {
      const BaryCalendarStretch *stretch = bary_school_calendar_get_stretch (calendar, day);

      if (!slow_sits (bary_plan_event (plan, i), day))
        continue;
      if (stretch != NULL && stretch->kind == BARY_STRETCH_VACATION)
        first[0] = day;
      if (stretch != NULL && stretch->kind == BARY_STRETCH_EXAMS)
        first[1] = day;
      if (!bary_school_calendar_is_working (calendar, day))
        first[2] = day;
    }
  for (guint k = 0; k < G_N_ELEMENTS (first); k++)
    if (first[k] != BARY_NO_DAY)
      g_array_append_val (found, ((BaryConflict) { BARY_CONFLICT_VACATION + k, i, -1, -1, 0, first[k] }));
}

static GArray *
slow_check (const BaryPlan           *plan,
            const BarySchoolCalendar *calendar)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (BaryConflict));
  BaryDaySpan days = { bary_day_new (TEST_YEAR, 10, 20), bary_day_new (TEST_YEAR, 12, 10) };

  for (guint i = 0; i < plan->events->len; i++)
    {
      for (guint j = i + 1; j < plan->events->len; j++)
        for (BaryDay day = days.first; day <= days.last; day++)
          if (slow_sits (bary_plan_event (plan, i), day) && slow_sits (bary_plan_event (plan, j), day))
            {
              slow_pair (plan, found, i, j, day);
              break;
            }
      slow_calendar (plan, calendar, found, i, days);
    }
  return found;
}

static int
compare_conflicts (gconstpointer a,
                   gconstpointer b)
{
  return memcmp (a, b, sizeof (BaryConflict));
}

static void
assert_same (GArray *fast,
             GArray *slow)
{
  g_array_sort (fast, compare_conflicts);
  g_array_sort (slow, compare_conflicts);
  g_assert_cmpmem (fast->data, fast->len * sizeof (BaryConflict), slow->data, slow->len * sizeof (BaryConflict));
}

/* What is found for one event is what the whole check has of it, seen from its side. */
static void
check_one (const BaryConflictIndex *index,
           const BaryPlan          *plan,
           GArray                  *all,
           guint                    event)
{
  g_autoptr (GArray) own = bary_conflict_index_check (index, bary_plan_event (plan, event), event);
  g_autoptr (GArray) of_all = g_array_new (FALSE, FALSE, sizeof (BaryConflict));

  for (guint i = 0; i < all->len; i++)
    {
      BaryConflict it = g_array_index (all, BaryConflict, i);

      if (it.other == (int) event)
        {
          it.other = it.event;
          it.event = event;
        }
      if (it.event == (int) event)
        g_array_append_val (of_all, it);
    }
  assert_same (own, of_all);
}

static void
test_brute_force (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (77);
  g_autoptr (BarySchoolCalendar) calendar = bary_school_calendar_new (TEST_YEAR);
  guint n_conflicts = 0;

  for (guint i = 0; i < 10000; i++)
    {
      g_autoptr (BaryPlan) plan = test_plan_random (rand, g_rand_int_range (rand, 1, 10));
      g_autoptr (BaryConflictIndex) index = bary_conflict_index_new (plan, calendar);
      guint event = g_rand_int_range (rand, 0, plan->events->len);
      g_autoptr (GArray) fast = NULL;
      g_autoptr (GArray) slow = NULL;

      test_plan_shuffle (rand, bary_plan_event (plan, event));
      bary_conflict_index_update (index, event);
      fast = bary_conflict_index_check_all (index);
      slow = slow_check (plan, calendar);
      assert_same (fast, slow);
      check_one (index, plan, fast, event);
      n_conflicts += fast->len;
    }
  g_test_message ("%u conflicts", n_conflicts);
  g_assert_cmpuint (n_conflicts, >, 10000);
}

static void
test_added (void)
{
  g_autoptr (BaryPlan) plan = test_plan_of_one ("20 ноября");
  g_autoptr (BarySchoolCalendar) calendar = bary_school_calendar_new (TEST_YEAR);
  g_autoptr (BaryConflictIndex) index = bary_conflict_index_new (plan, calendar);
  g_autoptr (GArray) foreign = bary_conflict_index_check (index, bary_plan_event (plan, 0), -1);
  g_autoptr (GArray) all = NULL;

  g_assert_cmpuint (foreign->len, ==, 1);
  g_assert_cmpint (g_array_index (foreign, BaryConflict, 0).event, ==, -1);
  test_plan_add (plan, "Слёт", 0, "20 ноября");
  bary_conflict_index_update (index, 1);
  all = bary_conflict_index_check_all (index);
  g_assert_cmpuint (all->len, ==, 1);
}

static void
test_slots (void)
{
  g_autoptr (BaryPlan) plan = make_two ("20 ноября", "19 ноября");
  g_autoptr (BarySchoolCalendar) calendar = bary_school_calendar_new (TEST_YEAR);
  g_autoptr (BaryConflictIndex) index = bary_conflict_index_new (plan, calendar);
  BaryDaySpan within = { bary_day_new (TEST_YEAR, 11, 17), bary_day_new (TEST_YEAR, 11, 28) };
  g_autoptr (GArray) slots = bary_conflict_index_find_slots (index, bary_plan_event (plan, 0), 0, within, 100);
  g_autoptr (GArray) few = bary_conflict_index_find_slots (index, bary_plan_event (plan, 0), 0, within, 3);
  static const int expected[] = { 24, 25, 26, 27, 28, 20, 21, 18, 17 };
  g_autofree char *best = NULL;
  g_autofree char *words = NULL;

  g_assert_cmpuint (few->len, ==, 3);
  g_assert_cmpuint (slots->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < slots->len; i++)
    g_assert_cmpuint (g_array_index (slots, BarySlot, i).day, ==, bary_day_new (TEST_YEAR, 11, expected[i]));
  best = bary_slot_to_words (&g_array_index (slots, BarySlot, 0));
  words = bary_slot_to_words (&g_array_index (slots, BarySlot, 5));
  g_assert_cmpstr (best, ==, "nothing else that day; its schools are free the whole week");
  g_assert_cmpstr (words, ==, "nothing else that day; 2 other duties of its schools that week");
}

static gboolean
is_free (const BaryConflictIndex *index,
         const BaryPlan          *plan,
         BaryDay                  first,
         BaryDay                  last)
{
  BaryPlanEvent moved = *bary_plan_event (plan, 0);
  g_autoptr (GArray) conflicts = NULL;
  gboolean is_free = TRUE;

  moved.state = BARY_PLAN_PLANNED;
  bary_period_init_days (&moved.period, first, last, TEST_YEAR);
  conflicts = bary_conflict_index_check (index, &moved, 0);
  for (guint i = 0; i < conflicts->len; i++)
    is_free &= g_array_index (conflicts, BaryConflict, i).kind == BARY_CONFLICT_SAME_DAY;
  bary_period_clear (&moved.period);
  return is_free;
}

/* Every day that is free is among the slots, and no other. */
static void
test_slots_are_free (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  g_autoptr (BarySchoolCalendar) calendar = bary_school_calendar_new (TEST_YEAR);
  BaryDaySpan within = { bary_day_new (TEST_YEAR, 10, 20), bary_day_new (TEST_YEAR, 12, 10) };

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (BaryPlan) plan = test_plan_random (rand, 12);
      g_autoptr (BaryConflictIndex) index = bary_conflict_index_new (plan, calendar);
      g_autoptr (GArray) slots = bary_conflict_index_find_slots (index, bary_plan_event (plan, 0), 0, within, 100);
      g_autoptr (GArray) days = bary_plan_event_get_sittings (bary_plan_event (plan, 0));
      guint more = days->len > 0 ? g_array_index (days, BaryDay, days->len - 1) - g_array_index (days, BaryDay, 0) : 0;
      guint n_free = 0;

      for (BaryDay day = within.first; day + more <= within.last; day++)
        n_free += is_free (index, plan, day, day + more);
      g_assert_cmpuint (slots->len, ==, n_free);
      for (guint j = 0; j < slots->len; j++)
        {
          BaryDay day = g_array_index (slots, BarySlot, j).day;

          g_assert_true (is_free (index, plan, day, day + more));
        }
    }
}

static void
test_load (void)
{
  g_autoptr (BaryPlan) plan = make_two ("14–17 ноября", "20 ноября");
  g_autoptr (BaryLoadMap) map = NULL;
  guint week = (bary_day_new (TEST_YEAR, 11, 17) - bary_day_new (TEST_YEAR, 9, 1)) / 7;

  test_plan_add (plan, "Весной", 0, "март");
  test_plan_add (plan, "Отменённое", 0, "20 ноября")->state = BARY_PLAN_CANCELLED;
  map = bary_load_map_new (plan);
  g_assert_cmpuint (map->first, ==, bary_day_new (2025, 9, 1));
  g_assert_cmpuint (map->n_weeks, ==, 53);
  g_assert_cmpuint (bary_load_map_get (map, 0, week - 1), ==, 1);
  g_assert_cmpuint (bary_load_map_get (map, 1, week), ==, 2);
  g_assert_cmpuint (bary_load_map_get (map, 1, week + 1), ==, 0);
}

static void
test_load_lists_what_it_counts (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  g_autoptr (BaryPlan) plan = test_plan_random (rand, 40);
  g_autoptr (BaryLoadMap) map = bary_load_map_new (plan);

  for (guint organisation = 0; organisation < map->n_organisations; organisation++)
    for (guint week = 0; week < map->n_weeks; week++)
      {
        g_autoptr (GArray) events = bary_load_map_list (map, plan, organisation, week);

        g_assert_cmpuint (events->len, ==, bary_load_map_get (map, organisation, week));
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan-conflicts/dates", test_dates);
  g_test_add_func ("/plan-conflicts/places-and-persons", test_places_and_persons);
  g_test_add_func ("/plan-conflicts/neighbours", test_neighbours);
  g_test_add_func ("/plan-conflicts/accepted", test_accepted);
  g_test_add_func ("/plan-conflicts/hours-in-words", test_hours_in_words);
  g_test_add_func ("/plan-conflicts/grades", test_grades);
  g_test_add_func ("/plan-conflicts/words", test_words);
  g_test_add_func ("/plan-conflicts/brute-force", test_brute_force);
  g_test_add_func ("/plan-conflicts/added", test_added);
  g_test_add_func ("/plan-conflicts/slots", test_slots);
  g_test_add_func ("/plan-conflicts/slots-are-free", test_slots_are_free);
  g_test_add_func ("/plan-conflicts/load", test_load);
  g_test_add_func ("/plan-conflicts/load-lists-what-it-counts", test_load_lists_what_it_counts);

  return g_test_run ();
}
