#include "bary-plan-conflicts.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

/* The conflict check of one edited event among 10,000, against one indexed query for the events of its day: what any check must
 * ask at least. */

#define EVENTS 10000
#define SCHOOLS 100
#define CLUSTERS 24
#define PER_EVENT 12
#define DAYS 270
#define YEAR 2025
#define EDITS 301
#define REPETITIONS 100

#define TABLE "CREATE TABLE event (id INTEGER PRIMARY KEY, day INTEGER, place INTEGER, start INTEGER);" \
              "CREATE INDEX event_by_day ON event (day, place, start);" \
              "BEGIN"
#define BARE "SELECT id, place, start FROM event WHERE day = ?"

static void
choose_schools (GRand  *rand,
                GArray *schools)
{
  for (guint i = 0; i < PER_EVENT; i++)
    {
      guint school = g_rand_int_range (rand, 0, SCHOOLS);

      g_array_append_val (schools, school);
    }
}

static void
set_day (GRand         *rand,
         BaryPlanEvent *event)
{
  BaryDay day = bary_day_new (YEAR, 9, 1) + g_rand_int_range (rand, 0, DAYS);
  g_auto (BaryPeriod) period = { 0 };

  bary_period_init_days (&period, day, day, YEAR);
  bary_plan_event_set_period (event, &period);
}

static BaryPlan *
make_plan (GRand *rand)
{
  BaryPlan *plan = bary_plan_new (YEAR);

  for (guint i = 0; i < SCHOOLS; i++)
    bary_plan_add_organisation (plan);
  for (guint i = 0; i < CLUSTERS; i++)
    choose_schools (rand, bary_plan_add_cluster (plan)->members);
  for (guint i = 0; i < EVENTS; i++)
    {
      BaryPlanEvent *event = bary_plan_add_event (plan);

      event->id = g_strdup_printf ("%u", i);
      event->cluster = g_rand_int_range (rand, 0, CLUSTERS);
      event->host = g_rand_int_range (rand, 0, SCHOOLS);
      event->start_minute = 60 * g_rand_int_range (rand, 9, 18);
      choose_schools (rand, event->must);
      set_day (rand, event);
    }
  return plan;
}

static sqlite3_stmt *
make_table (sqlite3        *database,
            const BaryPlan *plan)
{
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_exec (database, TABLE, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (database, "INSERT INTO event VALUES (?, ?, ?, ?)", -1, &statement, NULL), ==, SQLITE_OK);
  for (guint i = 0; i < plan->events->len; i++)
    {
      const BaryPlanEvent *event = bary_plan_event (plan, i);

      sqlite3_bind_int (statement, 1, i);
      sqlite3_bind_int (statement, 2, event->period.earliest);
      sqlite3_bind_int (statement, 3, event->host);
      sqlite3_bind_int (statement, 4, event->start_minute);
      g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
      sqlite3_reset (statement);
    }
  sqlite3_finalize (statement);
  g_assert_cmpint (sqlite3_exec (database, "COMMIT; ANALYZE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (database, BARE, -1, &statement, NULL), ==, SQLITE_OK);
  return statement;
}

static double
run_bare (sqlite3_stmt *statement,
          BaryDay       day)
{
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < REPETITIONS; i++)
    {
      sqlite3_bind_int (statement, 1, day);
      while (sqlite3_step (statement) == SQLITE_ROW)
        sqlite3_column_int (statement, 0);
      sqlite3_reset (statement);
    }
  return g_get_monotonic_time () - start;
}

static double
run_ours (BaryConflictIndex *index,
          guint              event,
          guint             *n_conflicts)
{
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < REPETITIONS; i++)
    {
      GArray *conflicts;

      bary_conflict_index_update (index, event);
      conflicts = bary_conflict_index_check (index, bary_plan_event (bary_conflict_index_get_plan (index), event), event);
      *n_conflicts = conflicts->len;
      g_array_unref (conflicts);
    }
  return g_get_monotonic_time () - start;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  return *(const double *) a < *(const double *) b ? -1 : 1;
}

int
main (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (BaryPlan) plan = make_plan (rand);
  g_autoptr (BarySchoolCalendar) calendar = bary_school_calendar_new (YEAR);
  g_autoptr (BaryConflictIndex) index = bary_conflict_index_new (plan, calendar);
  sqlite3 *database = NULL;
  sqlite3_stmt *statement;
  double ratios[EDITS], ours = 0, bare = 0;
  guint n_conflicts = 0, all_conflicts = 0;

  g_assert_cmpint (sqlite3_open (":memory:", &database), ==, SQLITE_OK);
  statement = make_table (database, plan);
  for (guint i = 0; i < EDITS; i++)
    {
      guint event = g_rand_int_range (rand, 0, EVENTS);
      double one_bare, one_ours;

      set_day (rand, bary_plan_event (plan, event));
      one_bare = run_bare (statement, bary_plan_event (plan, event)->period.earliest);
      one_ours = run_ours (index, event, &n_conflicts);
      ratios[i] = one_ours / one_bare;
      ours += one_ours;
      bare += one_bare;
      all_conflicts += n_conflicts;
    }

  qsort (ratios, EDITS, sizeof (double), compare_doubles);
  printf ("# an edit %.1f µs with %.1f conflicts, a query %.1f µs\n", ours / EDITS / REPETITIONS,
          (double) all_conflicts / EDITS, bare / EDITS / REPETITIONS);
  printf ("conflicts: %.2f\n", ratios[EDITS / 2]);
  sqlite3_finalize (statement);
  sqlite3_close (database);
  return 0;
}
