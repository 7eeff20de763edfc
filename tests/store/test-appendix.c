#include "bary-dependents.h"
#include "bary-store-appendix.h"
#include "bary-test-store.h"

/* Contents of several pieces, and such as no text can hold. */
#define LENGTH 200001

typedef struct {
  Fixture     base;
  BaryRecord *revision;
  BaryRecord *approval;
} Plan;

static void
plan_set_up (Plan          *plan,
             gconstpointer  data)
{
  g_autoptr (BaryRecord) school = NULL;
  g_autoptr (BaryRecord) scheme = NULL;
  g_autoptr (BaryRecord) cluster = NULL;
  g_autoptr (BaryRecord) roadmap = NULL;

  fixture_set_up (&plan->base, data);
  school = test_add_school (plan->base.store, "ГБОУ СОШ № 352");
  scheme = test_add (plan->base.store, BARY_KIND_SCHEME, "name", "Уровни", "arrangement", "levels", NULL);
  cluster = test_add (plan->base.store, BARY_KIND_CLUSTER, "name", "Эколята", "scheme", bary_record_get_id (scheme), NULL);
  roadmap = test_add (plan->base.store, BARY_KIND_ROADMAP, "name", "Дорожная карта", "school_year", "2025",
                      "cluster", bary_record_get_id (cluster), NULL);
  plan->revision = test_add (plan->base.store, BARY_KIND_REVISION, "roadmap", bary_record_get_id (roadmap), "number", "1",
                             "state", "agreeing", NULL);
  plan->approval = test_add (plan->base.store, BARY_KIND_APPROVAL, "revision", bary_record_get_id (plan->revision),
                             "organisation", bary_record_get_id (school), "decision", "agreed", "decided_on", "2025-09-14", NULL);
}

static void
plan_tear_down (Plan          *plan,
                gconstpointer  data)
{
  g_clear_object (&plan->revision);
  g_clear_object (&plan->approval);
  fixture_tear_down (&plan->base, data);
}

static GBytes *
make_contents (gsize length)
{
  guchar *data = g_malloc (length);

  for (gsize i = 0; i < length; i++)
    data[i] = (guchar) (i * 131 + i / 256);
  return g_bytes_new_take (data, length);
}

/* Returns: (transfer full): the record, which is kept */
static BaryRecord *
attach (Plan       *plan,
        const char *whole,
        BaryRecord *record,
        GBytes     *contents)
{
  BaryRecord *appendix = bary_record_new (BARY_KIND_APPENDIX, NULL);
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (GError) error = NULL;

  bary_record_set_all (appendix, "name", "План.pdf.sig", whole, bary_record_get_id (record), "attached_on", "2025-09-14", NULL);
  bary_store_add_appendix (appendix, contents, changes);
  g_assert_true (bary_store_commit (plan->base.store, "Attach the signature %s", "План.pdf.sig", changes, &error));
  g_assert_no_error (error);
  return appendix;
}

static void
test_contents_come_back (Plan          *plan,
                         gconstpointer  data)
{
  g_autoptr (GBytes) contents = make_contents (LENGTH);
  g_autoptr (GBytes) little = make_contents (1);
  g_autoptr (BaryRecord) large = attach (plan, "approval", plan->approval, contents);
  g_autoptr (BaryRecord) small = attach (plan, "revision", plan->revision, little);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) back = NULL;
  g_autoptr (GBytes) little_back = NULL;

  g_assert_cmpstr (BARY_APPENDIX (large)->kibibytes, ==, "196");
  g_assert_cmpstr (BARY_APPENDIX (small)->kibibytes, ==, "1");
  g_assert_cmpint (test_count (plan->base.store, BARY_KIND_APPENDIX_CHUNK), ==, 4);
  fixture_reopen (&plan->base);
  back = bary_store_read_appendix (plan->base.store, large, &error);
  little_back = bary_store_read_appendix (plan->base.store, small, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (back, contents) && g_bytes_equal (little_back, little));
  test_assert_sound (plan->base.store);
}

/* It goes with what it signs, and comes back with it; attaching is one action. */
static void
test_it_is_a_part (Plan          *plan,
                   gconstpointer  data)
{
  g_autoptr (GBytes) contents = make_contents (LENGTH);
  g_autoptr (BaryRecord) appendix = attach (plan, "approval", plan->approval, contents);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) dependents = bary_dependents_collect (plan->base.store, plan->approval, &error);
  g_autoptr (BaryChanges) removal = bary_dependents_remove (plan->base.store, plan->approval, dependents, &error);
  g_autoptr (GBytes) back = NULL;

  g_assert_cmpuint (dependents->len, ==, 0);
  g_assert_true (bary_store_commit (plan->base.store, "Remove %s", "", removal, &error));
  g_assert_cmpint (test_count (plan->base.store, BARY_KIND_APPENDIX), ==, 0);
  g_assert_cmpint (test_count (plan->base.store, BARY_KIND_APPENDIX_CHUNK), ==, 0);
  g_assert_true (bary_store_undo (plan->base.store, &error));
  back = bary_store_read_appendix (plan->base.store, appendix, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (back, contents));
  g_assert_true (bary_store_undo (plan->base.store, &error));
  g_assert_cmpint (test_count (plan->base.store, BARY_KIND_APPENDIX), ==, 0);
  test_assert_sound (plan->base.store);
}

static void
test_changed_contents (Plan          *plan,
                       gconstpointer  data)
{
  g_autoptr (GBytes) contents = make_contents (3);
  g_autoptr (BaryRecord) appendix = attach (plan, "approval", plan->approval, contents);
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_APPENDIX_CHUNK);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) chunks = bary_store_select (plan->base.store, query, &error);

  g_assert_cmpuint (chunks->len, ==, 1);
  g_assert_true (test_set (plan->base.store, chunks->pdata[0], "data", "MQ==", &error));
  g_assert_null (bary_store_read_appendix (plan->base.store, appendix, &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_REFUSED);
}

/* Of one thing, not of two and not of none. */
static void
test_one_whole (Plan          *plan,
                gconstpointer  data)
{
  g_autoptr (GBytes) contents = make_contents (3);
  g_autoptr (BaryRecord) appendix = attach (plan, "approval", plan->approval, contents);
  g_autoptr (GError) error = NULL;

  g_assert_false (test_set (plan->base.store, appendix, "revision", bary_record_get_id (plan->revision), &error));
  g_assert_error (error, BARY_RECORD_ERROR, BARY_RECORD_ERROR_REQUIRED);
  g_clear_error (&error);
  g_assert_false (test_set (plan->base.store, appendix, "approval", NULL, &error));
  g_assert_error (error, BARY_RECORD_ERROR, BARY_RECORD_ERROR_REQUIRED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Plan, NULL, plan_set_up, func, plan_tear_down)
  ADD ("/appendix/contents-come-back", test_contents_come_back);
  ADD ("/appendix/part", test_it_is_a_part);
  ADD ("/appendix/changed-contents", test_changed_contents);
  ADD ("/appendix/one-whole", test_one_whole);
#undef ADD
  return g_test_run ();
}
