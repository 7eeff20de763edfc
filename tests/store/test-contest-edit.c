#include "bary-test-store.h"

#include "bary-store-contest-edit.h"
#include "bary-store-contest.h"

static BaryRecord *
add_contest (BaryStore *store)
{
  return test_add (store, BARY_KIND_CONTEST, "name", "Contest", "school_year", "2026", "state", "preparation", NULL);
}

/* Returns: (transfer full): "B1 C2 A3": names with ordinals */
static char *
list_sections (BaryStore  *store,
               BaryRecord *contest)
{
  g_autoptr (GPtrArray) sections = bary_store_select_parts (store, BARY_KIND_CONTEST_SECTION, "contest", bary_record_get_id (contest), NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sections->len; i++)
    g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", bary_record_get_name (sections->pdata[i]),
                            bary_record_get_text (sections->pdata[i], "ordinal"));
  return g_string_free (text, FALSE);
}

static void
assert_sections (BaryStore  *store,
                 BaryRecord *contest,
                 const char *expected)
{
  g_autofree char *text = list_sections (store, contest);

  g_assert_cmpstr (text, ==, expected);
}

static BaryRecord *
begin_section (BaryStore  *store,
               BaryRecord *contest,
               const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  BaryRecord *section = bary_store_begin_part (store, BARY_KIND_CONTEST_SECTION, "contest", bary_record_get_id (contest), &error);

  g_assert_no_error (error);
  bary_record_set_all (section, "name", name, NULL);
  bary_changes_add (changes, section);
  g_assert_true (bary_store_commit (store, "Add", NULL, changes, &error));
  return section;
}

static guint
move (BaryStore  *store,
      BaryRecord *part,
      int         by)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (BaryRecord) live = bary_store_get (store, bary_record_get_kind (part), bary_record_get_id (part), NULL);

  g_assert_true (bary_store_collect_move (store, live, "contest", by, changes, &error));
  if (bary_changes_get_length (changes) > 0)
    g_assert_true (bary_store_commit (store, "Move", NULL, changes, &error));
  g_assert_no_error (error);
  return bary_changes_get_length (changes);
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (BaryRecord) contest = add_contest (fixture->store);
  g_autoptr (BaryRecord) other = add_contest (fixture->store);
  g_autoptr (BaryRecord) a = begin_section (fixture->store, contest, "A");
  g_autoptr (BaryRecord) b = begin_section (fixture->store, contest, "B");
  g_autoptr (BaryRecord) c = begin_section (fixture->store, contest, "C");
  g_autoptr (BaryRecord) foreign = begin_section (fixture->store, other, "D");
  g_autofree char *text = NULL;

  assert_sections (fixture->store, contest, "A1 B2 C3");
  g_assert_cmpuint (move (fixture->store, a, 2), ==, 3);
  assert_sections (fixture->store, contest, "B1 C2 A3");
  g_assert_cmpuint (move (fixture->store, a, 1), ==, 0);
  g_assert_cmpuint (move (fixture->store, b, -1), ==, 0);
  g_assert_cmpuint (move (fixture->store, a, -1), ==, 2);
  assert_sections (fixture->store, contest, "B1 A2 C3");
  assert_sections (fixture->store, other, "D1");

  /* Of the same number, as packages may have them, they are told apart by a move. */
  g_assert_true (test_set (fixture->store, a, "ordinal", "1", NULL));
  g_assert_true (test_set (fixture->store, b, "ordinal", "1", NULL));
  move (fixture->store, c, -2);
  text = list_sections (fixture->store, contest);
  g_assert_true (g_str_equal (text, "C1 A2 B3") || g_str_equal (text, "C1 B2 A3"));
}

/* What belongs to the contest is found through what stands between. */
static void
test_fields_of_a_contest (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (BaryRecord) contest = add_contest (fixture->store);
  g_autoptr (BaryRecord) other = add_contest (fixture->store);
  g_autoptr (BaryRecord) section = begin_section (fixture->store, contest, "A");
  g_autoptr (BaryRecord) foreign = begin_section (fixture->store, other, "B");
  g_autoptr (BaryRecord) field = test_add (fixture->store, BARY_KIND_CONTEST_FIELD, "section", bary_record_get_id (section),
                                           "ordinal", "1", "name", "Topic", "kind", "text", NULL);
  g_autoptr (BaryRecord) another = test_add (fixture->store, BARY_KIND_CONTEST_FIELD, "section", bary_record_get_id (foreign),
                                             "ordinal", "1", "name", "Topic", "kind", "text", NULL);
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_CONTEST_FIELD);
  g_autoptr (BaryQuery) copy = NULL;
  g_autoptr (GPtrArray) ids = NULL;

  bary_query_where (query, "section.contest", bary_record_get_id (contest));
  bary_query_where (query, "kind", "text");
  copy = bary_query_copy (query);
  ids = bary_store_select_ids (fixture->store, copy, NULL);
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpstr (ids->pdata[0], ==, bary_record_get_id (field));
}

/* Returns: the number of grave faults and of remarks, as "2!3" */
static char *
count_faults (BaryStore  *store,
              BaryRecord *contest)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = bary_store_check_contest (store, contest, &error);
  guint n_grave = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    n_grave += ((BaryContestFault *) faults->pdata[i])->grave;
  return g_strdup_printf ("%u!%u", n_grave, faults->len - n_grave);
}

static void
assert_faults (BaryStore  *store,
               BaryRecord *contest,
               const char *expected)
{
  g_autofree char *count = count_faults (store, contest);

  g_assert_cmpstr (count, ==, expected);
}

static void
test_check (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (BaryRecord) contest = add_contest (fixture->store);
  const char *id = bary_record_get_id (contest);
  g_autoptr (BaryRecord) criterion = NULL, section = NULL, field = NULL, stage = NULL;

  assert_faults (fixture->store, contest, "3!2");
  section = begin_section (fixture->store, contest, "About");
  field = test_add (fixture->store, BARY_KIND_CONTEST_FIELD, "section", bary_record_get_id (section), "ordinal", "1", "name", "Topic",
                    "kind", "text", NULL);
  stage = test_add (fixture->store, BARY_KIND_CONTEST_STAGE, "contest", id, "ordinal", "1", "name", "Submission", "kind", "submission",
                    "to", "2026-11-13", NULL);
  criterion = test_add (fixture->store, BARY_KIND_CONTEST_CRITERION, "contest", id, "ordinal", "1", "name", "Topic", "weight", "4",
                        "least", "0", "most", "1", "step", "1", NULL);
  assert_faults (fixture->store, contest, "0!3");
  g_object_unref (test_add (fixture->store, BARY_KIND_CRITERION_LEVEL, "criterion", bary_record_get_id (criterion), "mark", "1",
                            "description", "Good", NULL));
  assert_faults (fixture->store, contest, "1!2");
  g_object_unref (test_add (fixture->store, BARY_KIND_CRITERION_LEVEL, "criterion", bary_record_get_id (criterion), "mark", "0",
                            "description", "Bad", NULL));
  g_object_unref (test_add (fixture->store, BARY_KIND_TIE_STEP, "contest", id, "ordinal", "1", "kind", "draw", NULL));
  g_assert_true (test_set (fixture->store, contest, "pass_mark", "4", NULL));
  assert_faults (fixture->store, contest, "0!0");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/contest-edit/order", test_order);
  ADD ("/contest-edit/fields-of-a-contest", test_fields_of_a_contest);
  ADD ("/contest-edit/check", test_check);
  return g_test_run ();
}
