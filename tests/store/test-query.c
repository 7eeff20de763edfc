#include "bary-record-list.h"
#include "bary-test-store.h"

static void
assert_finds (Fixture         *fixture,
              const BaryQuery *query,
              const char      *names)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = bary_store_select (fixture->store, query, &error);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "", bary_record_get_name (records->pdata[i]));
  g_assert_cmpstr (found->str, ==, names);
}

static void
test_sort (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_ORGANISATION);
  g_autoptr (BaryRecord) a = test_add (fixture->store, BARY_KIND_ORGANISATION, "name", "а", "kind", "university", "number", "54", NULL);
  g_autoptr (BaryRecord) b = test_add (fixture->store, BARY_KIND_ORGANISATION, "name", "б", "kind", "kindergarten", "number", "7", NULL);
  g_autoptr (BaryRecord) c = test_add (fixture->store, BARY_KIND_ORGANISATION, "name", "в", "kind", "school", "number", "200", NULL);
  g_autoptr (BaryRecord) d = test_add (fixture->store, BARY_KIND_ORGANISATION, "name", "г", "kind", "school", NULL);

  assert_finds (fixture, query, "а б в г");
  bary_query_sort (query, NULL, TRUE);
  assert_finds (fixture, query, "г в б а");
  bary_query_sort (query, "number", FALSE);
  assert_finds (fixture, query, "б а в г");
  bary_query_sort (query, "number", TRUE);
  assert_finds (fixture, query, "в а б г");
  bary_query_sort (query, "kind", FALSE); /* Kindergarten, School, University */
  assert_finds (fixture, query, "б в г а");
}

/* Numbers are kept as texts and sorted as what they say. */
static void
test_sort_numbers (Fixture       *fixture,
                   gconstpointer  data)
{
  static const char *const values[] = { "9", "-12.5", "10", "-3", "0.5" };
  static const char *const sorted[] = { "-12.5", "-3", "0.5", "9", "10" };
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_PLACE);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    g_object_unref (test_add (fixture->store, BARY_KIND_PLACE, "picture", "network", "node", "n", "x", values[i], "y", "0", NULL));
  bary_query_sort (query, "x", FALSE);
  records = bary_store_select (fixture->store, query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, G_N_ELEMENTS (sorted));
  for (guint i = 0; i < records->len; i++)
    g_assert_cmpstr (bary_record_get_text (records->pdata[i], "x"), ==, sorted[i]);
}

static void
test_referrers (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (BaryQuery) with = bary_query_new (BARY_KIND_ORGANISATION);
  g_autoptr (BaryQuery) without = bary_query_new (BARY_KIND_ORGANISATION);
  g_autoptr (BaryQuery) sorted = bary_query_new (BARY_KIND_ORGANISATION);
  g_autoptr (BaryQuery) copy = NULL;
  g_autoptr (BaryRecord) a = test_add (fixture->store, BARY_KIND_ORGANISATION, "name", "а", "kind", "school", NULL);
  g_autoptr (BaryRecord) b = test_add (fixture->store, BARY_KIND_ORGANISATION, "name", "б", "kind", "school", NULL);
  g_autoptr (BaryRecord) c = test_add (fixture->store, BARY_KIND_ORGANISATION, "name", "в", "kind", "school", NULL);
  g_autoptr (BaryRecord) past = test_add (fixture->store, BARY_KIND_STATUS, "organisation", bary_record_get_id (a), "kind", "federal_site", "to", "2024-08-31", NULL);
  g_autoptr (BaryRecord) one = test_add (fixture->store, BARY_KIND_STATUS, "organisation", bary_record_get_id (b), "kind", "federal_site", NULL);
  g_autoptr (BaryRecord) two = test_add (fixture->store, BARY_KIND_STATUS, "organisation", bary_record_get_id (b), "kind", "regional_site", NULL);

  bary_query_referred (with, BARY_KIND_STATUS, "organisation", NULL, TRUE);
  assert_finds (fixture, with, "а б");
  bary_query_referred (with, BARY_KIND_STATUS, "organisation", "2025-09-01", TRUE);
  bary_query_matching (with, "б");
  copy = bary_query_copy (with);
  assert_finds (fixture, copy, "б");
  bary_query_referred (without, BARY_KIND_STATUS, "organisation", "2025-09-01", FALSE);
  assert_finds (fixture, without, "а в");

  bary_query_sort_by_referrers (sorted, BARY_KIND_STATUS, "organisation", NULL, TRUE);
  assert_finds (fixture, sorted, "б а в");
  bary_query_sort_by_referrers (sorted, BARY_KIND_STATUS, "organisation", "2025-09-01", FALSE);
  assert_finds (fixture, sorted, "а в б");
}

/* A cluster is found by who is in it, on the day. */
static void
test_matching_through (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_CLUSTER);
  g_autoptr (BaryQuery) copy = NULL;
  g_autoptr (BaryRecord) scheme = test_add (fixture->store, BARY_KIND_SCHEME, "name", "схема", "arrangement", "groups", NULL);
  g_autoptr (BaryRecord) group = test_add (fixture->store, BARY_KIND_GROUP, "scheme", bary_record_get_id (scheme), "name", "А", "ordinal", "1", NULL);
  g_autoptr (BaryRecord) centre = test_add (fixture->store, BARY_KIND_CENTRE, "name", "центр", NULL);
  g_autoptr (BaryRecord) school = test_add (fixture->store, BARY_KIND_ORGANISATION, "name", "школа лес", "kind", "school", NULL);
  BaryRecord *clusters[3];

  for (guint i = 0; i < G_N_ELEMENTS (clusters); i++)
    clusters[i] = test_add (fixture->store, BARY_KIND_CLUSTER, "name", ((const char *[]) { "а", "б", "лесной" })[i], "scheme",
                            bary_record_get_id (scheme), "centre", bary_record_get_id (centre), NULL);
  g_object_unref (test_add (fixture->store, BARY_KIND_MEMBERSHIP, "cluster", bary_record_get_id (clusters[0]), "organisation",
                            bary_record_get_id (school), "group", bary_record_get_id (group), NULL));
  g_object_unref (test_add (fixture->store, BARY_KIND_MEMBERSHIP, "cluster", bary_record_get_id (clusters[1]), "organisation",
                            bary_record_get_id (school), "group", bary_record_get_id (group), "to", "2024-08-31", NULL));

  bary_query_matching_through (query, BARY_KIND_MEMBERSHIP, "cluster", "organisation", "2025-09-01");
  assert_finds (fixture, query, "а б лесной");
  bary_query_matching (query, "лес");
  copy = bary_query_copy (query);
  assert_finds (fixture, copy, "а лесной");
  bary_query_on_day (copy, "2025-09-01");
  assert_finds (fixture, copy, "а лесной");
  bary_query_matching_through (query, BARY_KIND_MEMBERSHIP, "cluster", "organisation", NULL);
  assert_finds (fixture, query, "а б лесной");
  bary_query_matching (query, "озеро");
  assert_finds (fixture, query, "");
  for (guint i = 0; i < G_N_ELEMENTS (clusters); i++)
    g_object_unref (clusters[i]);
}

static void
note_cb (GListModel *model,
         guint       position,
         guint       removed,
         guint       added,
         GString    *log)
{
  g_string_append_printf (log, "%u-%u+%u ", position, removed, added);
}

static void
test_list_changes (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_ORGANISATION);
  g_autoptr (BaryRecordList) list = bary_record_list_new (fixture->store, query);
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (BaryRecord) a = test_add (fixture->store, BARY_KIND_ORGANISATION, "name", "а", "kind", "school", NULL);
  g_autoptr (BaryRecord) b = test_add (fixture->store, BARY_KIND_ORGANISATION, "name", "б", "kind", "school", NULL);
  g_autoptr (BaryRecord) c = test_add (fixture->store, BARY_KIND_ORGANISATION, "name", "в", "kind", "school", NULL);
  g_autoptr (BaryRecord) d = NULL;
  g_autoptr (BaryRecord) record = bary_store_get (fixture->store, BARY_KIND_ORGANISATION, bary_record_get_id (c), &error);
  g_autoptr (BaryChanges) changes = bary_changes_new ();

  g_assert_no_error (error);
  g_signal_connect (list, "items-changed", G_CALLBACK (note_cb), log);
  d = test_add (fixture->store, BARY_KIND_ORGANISATION, "name", "бв", "kind", "school", NULL);
  g_assert_cmpstr (log->str, ==, "2-0+1 ");

  g_string_truncate (log, 0);
  bary_changes_set (changes, record, "name", "ааа");
  g_assert_true (bary_store_commit (fixture->store, "Rename", NULL, changes, &error));
  g_assert_cmpstr (log->str, ==, "3-1+0 1-0+1 ");
  g_assert_cmpstr (bary_record_list_get_id (list, 1), ==, bary_record_get_id (c));
  g_assert_null (bary_record_list_get_id (list, 4));

  g_string_truncate (log, 0);
  bary_query_sort (query, NULL, TRUE);
  bary_record_list_set_query (list, query);
  g_assert_cmpstr (log->str, ==, "0-4+0 0-0+4 ");
  g_assert_cmpuint (bary_record_list_find (list, bary_record_get_id (a)), ==, 3);
}

/* A package brings several rows in between: those that were there stay. */
static void
test_list_grows (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char *const names[] = { "а", "аа", "в", "г", "е" };
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_ORGANISATION);
  g_autoptr (BaryRecordList) list = bary_record_list_new (fixture->store, query);
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (BaryRecord) b = test_add (fixture->store, BARY_KIND_ORGANISATION, "name", "б", "kind", "school", NULL);
  g_autoptr (BaryRecord) d = test_add (fixture->store, BARY_KIND_ORGANISATION, "name", "д", "kind", "school", NULL);
  g_autoptr (BaryChanges) changes = bary_changes_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (BaryRecord) record = bary_record_new (BARY_KIND_ORGANISATION, NULL);

      bary_record_set_all (record, "name", names[i], "kind", "school", NULL);
      bary_changes_add (changes, record);
    }
  g_signal_connect (list, "items-changed", G_CALLBACK (note_cb), log);
  g_assert_true (bary_store_commit (fixture->store, "Add", NULL, changes, &error));
  g_assert_cmpstr (log->str, ==, "0-0+2 3-0+2 6-0+1 ");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 7);
  g_assert_cmpstr (bary_record_list_get_id (list, 2), ==, bary_record_get_id (b));
  g_assert_cmpstr (bary_record_list_get_id (list, 5), ==, bary_record_get_id (d));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/query/sort", Fixture, NULL, fixture_set_up, test_sort, fixture_tear_down);
  g_test_add ("/query/sort-numbers", Fixture, NULL, fixture_set_up, test_sort_numbers, fixture_tear_down);
  g_test_add ("/query/referrers", Fixture, NULL, fixture_set_up, test_referrers, fixture_tear_down);
  g_test_add ("/query/matching-through", Fixture, NULL, fixture_set_up, test_matching_through, fixture_tear_down);
  g_test_add ("/query/list-changes", Fixture, NULL, fixture_set_up, test_list_changes, fixture_tear_down);
  g_test_add ("/query/list-grows", Fixture, NULL, fixture_set_up, test_list_grows, fixture_tear_down);
  return g_test_run ();
}
