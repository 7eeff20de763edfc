#include "bary-test-plan.h"

#define N_SCHOOLS 8
#define N_CLUSTERS 3

void
test_plan_set_words (BaryPlanEvent *event,
                     const char    *words)
{
  g_auto (BaryPeriod) period = { 0 };
  g_autoptr (GError) error = NULL;

  bary_period_parse (words, TEST_YEAR, &period, &error);
  g_assert_no_error (error);
  bary_plan_event_set_period (event, &period);
  event->start_minute = period.start_minute;
  event->end_minute = period.end_minute;
}

BaryPlanEvent *
test_plan_add (BaryPlan   *plan,
               const char *name,
               int         cluster,
               const char *words)
{
  BaryPlanEvent *event = bary_plan_add_event (plan);
  GArray *members = bary_plan_cluster (plan, cluster)->members;

  event->id = g_strdup_printf ("event-%u", plan->events->len);
  event->name = g_strdup (name);
  event->cluster = cluster;
  g_array_append_vals (event->must, members->data, members->len);
  test_plan_set_words (event, words);
  return event;
}

static void
add_organisations (BaryPlan *plan,
                   guint     n)
{
  for (guint i = 0; i < n; i++)
    {
      BaryPlanName *school = bary_plan_add_organisation (plan);
      BaryPlanName *person = bary_plan_add_person (plan);

      school->id = g_strdup_printf ("school-%u", i);
      school->name = g_strdup_printf ("Школа № %u", i + 1);
      person->id = g_strdup_printf ("person-%u", i);
      person->name = g_strdup_printf ("Куратор %u", i + 1);
    }
}

static BaryPlanCluster *
add_cluster (BaryPlan *plan)
{
  BaryPlanCluster *cluster = bary_plan_add_cluster (plan);

  cluster->id = g_strdup_printf ("cluster-%u", plan->clusters->len);
  cluster->name = g_strdup_printf ("Кластер %u", plan->clusters->len);
  return cluster;
}

BaryPlan *
test_plan_of_one (const char *words)
{
  BaryPlan *plan = bary_plan_new (TEST_YEAR);
  BaryPlanCluster *cluster;

  add_organisations (plan, 2);
  cluster = add_cluster (plan);
  for (guint i = 0; i < 2; i++)
    g_array_append_val (cluster->members, i);
  test_plan_add (plan, "Фестиваль", 0, words);
  return plan;
}

void
test_plan_do (BaryPlan   *plan,
              int         event,
              BaryDuty    duty,
              const char *day,
              const char *told)
{
  BaryPlanDone *done = bary_plan_add_done (plan);

  done->id = g_strdup_printf ("done-%u", plan->done->len);
  done->event = event;
  done->duty = duty;
  done->day = bary_day_from_iso (day);
  done->told = bary_day_from_iso (told);
}

void
test_plan_shuffle (GRand         *rand,
                   BaryPlanEvent *event)
{
  static const char *const vague[] = {
    "ноябрь", "весь период", "12 ноября / 19 ноября", "до 14 ноября", "~ 13 ноября", "по графику",
  };
  static const char *const places[] = { NULL, NULL, "Актовый зал", "актовый  зал", "ИМЦ" };
  BaryDay start = bary_day_new (TEST_YEAR, 10, 27) + g_rand_int_range (rand, 0, 20);
  int more = g_rand_int_range (rand, -6, 12);
  g_auto (BaryPeriod) period = { 0 };

  if (g_rand_int_range (rand, 0, 6) == 0)
    test_plan_set_words (event, vague[g_rand_int_range (rand, 0, G_N_ELEMENTS (vague))]);
  else
    {
      bary_period_init_days (&period, start, start + MAX (more, 0), TEST_YEAR);
      bary_plan_event_set_period (event, &period);
    }

  event->start_minute = g_rand_int_range (rand, 0, 3) > 0 ? 60 * g_rand_int_range (rand, 9, 17) : -1;
  event->end_minute = -1;
  if (event->start_minute >= 0 && g_rand_boolean (rand))
    event->end_minute = event->start_minute + 30 * g_rand_int_range (rand, 1, 5);
  event->state = g_rand_int_range (rand, 0, 5);
  event->host = g_rand_int_range (rand, -1, N_SCHOOLS);
  event->responsible = g_rand_int_range (rand, -1, 4);
  g_free (event->place);
  event->place = g_strdup (places[g_rand_int_range (rand, 0, G_N_ELEMENTS (places))]);
}

static void
choose_schools (GRand  *rand,
                GArray *schools,
                int     one_in)
{
  for (guint i = 0; i < N_SCHOOLS; i++)
    if (g_rand_int_range (rand, 0, one_in) == 0)
      g_array_append_val (schools, i);
}

BaryPlan *
test_plan_random (GRand *rand,
                  guint  n_events)
{
  BaryPlan *plan = bary_plan_new (TEST_YEAR);

  add_organisations (plan, N_SCHOOLS);
  for (guint i = 0; i < N_CLUSTERS; i++)
    choose_schools (rand, add_cluster (plan)->members, 4);

  for (guint i = 0; i < n_events; i++)
    {
      BaryPlanEvent *event = bary_plan_add_event (plan);

      event->id = g_strdup_printf ("event-%u", i);
      event->name = g_strdup_printf ("Мероприятие %u", i);
      event->cluster = g_rand_int_range (rand, -1, N_CLUSTERS);
      choose_schools (rand, event->must, 6);
      choose_schools (rand, event->may, 6);
      test_plan_shuffle (rand, event);
    }
  return plan;
}
