#include "bary-store-revision.h"
#include "bary-test-store.h"

typedef struct {
  Fixture     base;
  BaryRecord *roadmap;
  BaryRecord *section;
} Plan;

static BaryRecord *
add_event (Plan       *plan,
           const char *number,
           const char *name,
           const char *dates,
           gboolean    in_section)
{
  return test_add (plan->base.store, BARY_KIND_EVENT, "roadmap", bary_record_get_id (plan->roadmap), "number", number,
                   "name", name, "dates", dates, "kind", "event", "state", "planned",
                   "section", in_section ? bary_record_get_id (plan->section) : NULL, NULL);
}

static void
plan_set_up (Plan          *plan,
             gconstpointer  data)
{
  g_autoptr (BaryRecord) scheme = NULL;
  g_autoptr (BaryRecord) cluster = NULL;

  fixture_set_up (&plan->base, data);
  scheme = test_add (plan->base.store, BARY_KIND_SCHEME, "name", "Уровни", "arrangement", "levels", NULL);
  cluster = test_add (plan->base.store, BARY_KIND_CLUSTER, "name", "Эколята", "scheme", bary_record_get_id (scheme), NULL);
  plan->roadmap = test_add (plan->base.store, BARY_KIND_ROADMAP, "name", "Дорожная карта", "school_year", "2025",
                            "cluster", bary_record_get_id (cluster), NULL);
  plan->section = test_add (plan->base.store, BARY_KIND_SECTION, "name", "Обучение", "ordinal", "1",
                            "roadmap", bary_record_get_id (plan->roadmap), NULL);
}

static void
plan_tear_down (Plan          *plan,
                gconstpointer  data)
{
  g_clear_object (&plan->roadmap);
  g_clear_object (&plan->section);
  fixture_tear_down (&plan->base, data);
}

static char *
list_names (GPtrArray *lines)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "", ((BaryPlanLine *) lines->pdata[i])->name);
  return g_string_free (names, FALSE);
}

static void
test_order (Plan          *plan,
            gconstpointer  data)
{
  g_autoptr (BaryRecord) a = add_event (plan, NULL, "последнее", "май", FALSE);
  g_autoptr (BaryRecord) b = add_event (plan, "10", "десятое", "сентябрь", TRUE);
  g_autoptr (BaryRecord) c = add_event (plan, "2", "второе", "март", TRUE);
  g_autoptr (BaryRecord) d = add_event (plan, NULL, "раннее", "12 октября", FALSE);
  g_autoptr (BaryRecord) e = add_event (plan, "1", "отменённое", "март", TRUE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *names = NULL;

  g_assert_true (test_set (plan->base.store, e, "state", "cancelled", &error));
  lines = bary_store_read_plan_lines (plan->base.store, plan->roadmap, &error);
  g_assert_no_error (error);
  names = list_names (lines);
  g_assert_cmpstr (names, ==, "второе десятое раннее последнее");
  g_assert_cmpstr (((BaryPlanLine *) lines->pdata[0])->section, ==, "Обучение");
}

static BaryRecord *
prepare (Plan *plan)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (GError) error = NULL;
  BaryRecord *revision = bary_store_prepare_revision (plan->base.store, plan->roadmap, changes, &error);

  g_assert_no_error (error);
  g_assert_true (bary_store_commit (plan->base.store, "Prepare", NULL, changes, &error));
  return revision;
}

/* What was approved stays, whatever becomes of the events; the difference is told. */
static void
test_revision_stays (Plan          *plan,
                     gconstpointer  data)
{
  g_autoptr (BaryRecord) moved = add_event (plan, "1", "первое", "12 мая", TRUE);
  g_autoptr (BaryRecord) removed = add_event (plan, "2", "второе", "март", TRUE);
  g_autoptr (BaryRecord) revision = prepare (plan);
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) was = NULL;
  g_autoptr (GPtrArray) now = NULL;
  g_autoptr (GArray) differences = NULL;

  g_assert_true (test_set (plan->base.store, moved, "dates", "19 мая", &error));
  g_assert_true (test_set (plan->base.store, removed, "state", "cancelled", &error));
  was = bary_store_read_revision_lines (plan->base.store, revision, &error);
  now = bary_store_read_plan_lines (plan->base.store, plan->roadmap, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (was->len, ==, 2);
  g_assert_cmpuint (now->len, ==, 1);
  differences = bary_plan_changes_new (was, now);
  g_assert_cmpuint (differences->len, ==, 2);
  g_assert_cmpstr (g_array_index (differences, BaryPlanChange, 0).was->dates, ==, "12 мая");
  g_assert_cmpstr (g_array_index (differences, BaryPlanChange, 0).now->dates, ==, "19 мая");
  g_assert_null (g_array_index (differences, BaryPlanChange, 1).now);
  test_assert_sound (plan->base.store);
}

/* The next revision goes to those who agreed the one before, undecided. */
static void
test_next_revision (Plan          *plan,
                    gconstpointer  data)
{
  g_autoptr (BaryRecord) event = add_event (plan, "1", "первое", "12 мая", TRUE);
  g_autoptr (BaryRecord) first = prepare (plan);
  g_autoptr (BaryRecord) school = test_add_school (plan->base.store, "ДДТ");
  g_autoptr (BaryRecord) approval = test_add (plan->base.store, BARY_KIND_APPROVAL, "revision", bary_record_get_id (first),
                                              "organisation", bary_record_get_id (school), "decision", "agreed",
                                              "decided_on", "2025-06-01", NULL);
  g_autoptr (BaryRecord) second = prepare (plan);
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_APPROVAL);
  g_autoptr (GPtrArray) asked = NULL;
  g_autoptr (GPtrArray) revisions = NULL;

  bary_query_where (query, "revision", bary_record_get_id (second));
  asked = bary_store_select (plan->base.store, query, NULL);
  g_assert_cmpuint (asked->len, ==, 1);
  g_assert_cmpstr (bary_record_get_text (asked->pdata[0], "organisation"), ==, bary_record_get_id (school));
  g_assert_null (bary_record_get_text (asked->pdata[0], "decision"));
  g_assert_cmpstr (bary_record_get_text (second, "number"), ==, "2");

  revisions = bary_store_list_revisions (plan->base.store, plan->roadmap, NULL);
  g_assert_cmpuint (revisions->len, ==, 2);
  g_assert_null (bary_revision_find_standing (revisions));
  g_assert_true (test_set (plan->base.store, first, "state", "in_force", NULL));
  g_assert_true (test_set (plan->base.store, second, "state", "approved", NULL));
  g_assert_cmpstr (bary_record_get_id (bary_revision_find_standing (revisions)), ==, bary_record_get_id (first));
}

static void
test_empty_plan_is_refused (Plan          *plan,
                            gconstpointer  data)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (bary_store_prepare_revision (plan->base.store, plan->roadmap, changes, &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_REFUSED);
  g_assert_cmpuint (bary_changes_get_length (changes), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/revision/order", Plan, NULL, plan_set_up, test_order, plan_tear_down);
  g_test_add ("/revision/stays", Plan, NULL, plan_set_up, test_revision_stays, plan_tear_down);
  g_test_add ("/revision/next", Plan, NULL, plan_set_up, test_next_revision, plan_tear_down);
  g_test_add ("/revision/empty-plan-is-refused", Plan, NULL, plan_set_up, test_empty_plan_is_refused, plan_tear_down);

  return g_test_run ();
}
