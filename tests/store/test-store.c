#include "bary-test-store.h"

#include "bary-record-list.h"
#include "bary-store-field.h"

#include <string.h>

static gboolean
set_name (Fixture     *fixture,
          BaryRecord  *record,
          const char  *name,
          GError     **error)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();

  bary_changes_set (changes, record, "name", name);
  return bary_store_commit (fixture->store, "Rename %s", name, changes, error);
}

static void
test_undo_redo (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryRecord) school = test_add_school (fixture->store, "ГБОУ СОШ № 352");
  g_autoptr (BaryRecord) live = bary_store_get (fixture->store, BARY_KIND_ORGANISATION, bary_record_get_id (school), &error);
  g_autofree char *name = NULL;

  g_assert_no_error (error);
  g_assert_true (set_name (fixture, live, "Школа № 352", &error));
  g_assert_cmpstr (bary_record_get_name (live), ==, "Школа № 352");
  name = bary_store_dup_undo_name (fixture->store);
  g_assert_cmpstr (name, ==, "Rename Школа № 352");

  g_assert_true (bary_store_undo (fixture->store, &error));
  g_assert_cmpstr (bary_record_get_name (live), ==, "ГБОУ СОШ № 352");
  g_assert_true (bary_store_redo (fixture->store, &error));
  g_assert_cmpstr (bary_record_get_name (live), ==, "Школа № 352");

  g_assert_true (bary_store_undo (fixture->store, &error));
  g_assert_true (bary_store_undo (fixture->store, &error));
  g_assert_null (bary_store_get (fixture->store, BARY_KIND_ORGANISATION, bary_record_get_id (school), &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (bary_store_undo (fixture->store, &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_true (bary_store_redo (fixture->store, &error));
  g_assert_true (bary_store_redo (fixture->store, &error));
  g_assert_false (bary_store_redo (fixture->store, &error));
}

/* There and back within one action: nothing is left to take back, and yet it is taken back once. */
static void
test_undo_of_nothing (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryRecord) first = test_add_school (fixture->store, "№ 7");
  g_autoptr (BaryRecord) second = bary_record_new (BARY_KIND_ORGANISATION, NULL);
  g_autoptr (BaryChanges) adding = bary_changes_new ();
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autofree char *name = NULL;

  bary_record_set_all (second, "name", "№ 54", "kind", "school", NULL);
  bary_changes_add (adding, second);
  g_assert_true (bary_store_commit (fixture->store, "Add № 54", NULL, adding, &error));
  bary_changes_set (changes, first, "number", "7");
  bary_changes_set (changes, second, "number", "54");
  bary_changes_set (changes, first, "number", NULL);
  bary_changes_set (changes, second, "number", NULL);
  g_assert_true (bary_store_commit (fixture->store, "There and back", NULL, changes, &error));

  g_assert_true (bary_store_undo (fixture->store, &error));
  g_assert_no_error (error);
  name = bary_store_dup_undo_name (fixture->store);
  g_assert_cmpstr (name, ==, "Add № 54");
  g_assert_true (bary_store_redo (fixture->store, &error));
  g_free (name);
  name = bary_store_dup_undo_name (fixture->store);
  g_assert_cmpstr (name, ==, "There and back");
}

static void
test_references (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryRecord) school = test_add_school (fixture->store, "ГБОУ СОШ № 352");
  g_autoptr (BaryRecord) status = bary_record_new (BARY_KIND_STATUS, NULL);
  g_autoptr (BaryChanges) adding = bary_changes_new ();
  g_autoptr (BaryChanges) removing = bary_changes_new ();
  g_autoptr (BaryChanges) dangling = bary_changes_new ();

  bary_record_set_all (status, "organisation", bary_record_get_id (school), "kind", "federal_site", NULL);
  bary_changes_add (adding, status);
  bary_store_commit (fixture->store, "Add", NULL, adding, &error);
  g_assert_no_error (error);

  bary_changes_remove (removing, school);
  g_assert_false (bary_store_commit (fixture->store, "Remove", NULL, removing, &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "ГБОУ СОШ № 352"));
  g_clear_error (&error);

  bary_changes_set (dangling, status, "organisation", "00000000-0000-7000-8000-000000000000");
  g_assert_false (bary_store_commit (fixture->store, "Change", NULL, dangling, &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "00000000-0000-7000-8000-000000000000"));
}

static void
test_fields (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (BaryRecord) school = test_add_school (fixture->store, "ГБОУ СОШ № 352");
  g_autoptr (BaryRecord) status = test_add (fixture->store, BARY_KIND_STATUS, "organisation", bary_record_get_id (school), "kind",
                                            "federal_site", NULL);
  g_autoptr (BaryRecord) target = bary_store_follow (fixture->store, status, "organisation");
  g_autofree char *words = bary_store_field_to_words (fixture->store, status, "organisation");

  g_assert_cmpstr (bary_record_get_id (target), ==, bary_record_get_id (school));
  g_assert_cmpstr (words, ==, "ГБОУ СОШ № 352");
  g_assert_null (bary_store_field_to_words (fixture->store, school, "note"));
  g_assert_null (bary_store_follow (fixture->store, school, "centre"));
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryRecord) a = test_add_school (fixture->store, "Центр «Озёрный»");
  g_autoptr (BaryRecord) b = test_add_school (fixture->store, "ГБОУ СОШ № 352");
  g_autoptr (GPtrArray) hits = bary_store_search (fixture->store, "ОЗЕР", 10, &error);
  g_autoptr (GPtrArray) by_number = bary_store_search (fixture->store, "№35", 10, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpstr (((BarySearchHit *) hits->pdata[0])->id, ==, bary_record_get_id (a));
  g_assert_cmpuint (by_number->len, ==, 1);
  g_assert_cmpstr (((BarySearchHit *) by_number->pdata[0])->id, ==, bary_record_get_id (b));

  g_assert_true (set_name (fixture, b, "Лицей", &error));
  g_clear_pointer (&by_number, g_ptr_array_unref);
  by_number = bary_store_search (fixture->store, "352", 10, &error);
  g_assert_cmpuint (by_number->len, ==, 0);
}

/* So many match that they are not ranked: a name goes before an address all the same, and nothing comes twice. */
static void
test_search_of_one_letter (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < 1500; i++)
    {
      g_autoptr (BaryRecord) school = bary_record_new (BARY_KIND_ORGANISATION, NULL);
      g_autofree char *name = g_strdup_printf (i < 1480 ? "Школа %u" : "Юность %u", i);

      bary_record_set_all (school, "name", name, "kind", "school", "address", "Южная улица", NULL);
      bary_changes_add (changes, school);
    }
  g_assert_true (bary_store_commit (fixture->store, "Add", NULL, changes, &error));
  g_assert_no_error (error);

  hits = bary_store_search (fixture->store, "ю", 30, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 30);
  for (guint i = 0; i < hits->len; i++)
    {
      const BarySearchHit *hit = hits->pdata[i];

      g_assert_cmpint (g_str_has_prefix (hit->title, "Юность"), ==, i < 20);
      g_assert_true (g_hash_table_add (seen, hit->id));
    }
}

static void
count_cb (guint *counter)
{
  (*counter)++;
}

static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_ORGANISATION);
  g_autoptr (BaryRecordList) list = bary_record_list_new (fixture->store, query);
  g_autoptr (BaryRecord) second = test_add_school (fixture->store, "№ 54");
  g_autoptr (BaryRecord) first = test_add_school (fixture->store, "№ 7");
  g_autoptr (BaryRecord) third = test_add_school (fixture->store, "№ 200");
  g_autoptr (BaryRecord) item = NULL;
  guint changes = 0;

  g_signal_connect_swapped (list, "items-changed", G_CALLBACK (count_cb), &changes);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 3);
  g_assert_cmpuint (bary_record_list_find (list, bary_record_get_id (first)), ==, 0);
  g_assert_cmpuint (bary_record_list_find (list, bary_record_get_id (second)), ==, 1);
  g_assert_cmpuint (bary_record_list_find (list, bary_record_get_id (third)), ==, 2);

  item = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_cmpstr (bary_record_get_name (item), ==, "№ 7");
  g_assert_true (set_name (fixture, item, "№ 8", &error));
  g_assert_cmpuint (changes, ==, 0);
  g_assert_true (set_name (fixture, item, "№ 800", &error));
  /* it went from its place and came to another */
  g_assert_cmpuint (changes, ==, 2);

  bary_query_matching (query, "20");
  bary_record_list_set_query (list, query);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
}

static void
keep_message_cb (char        **message,
                 const GError *error)
{
  g_free (*message);
  *message = g_strdup (error->message);
}

/* A list that cannot be read says so. */
static void
test_list_fails (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_ORGANISATION);
  g_autoptr (BaryRecordList) list = bary_record_list_new (fixture->store, NULL);
  g_autofree char *message = NULL;

  g_signal_connect_swapped (fixture->store, "failed", G_CALLBACK (keep_message_cb), &message);
  bary_record_list_set_query (list, query);
  g_assert_null (message);

  g_assert_true (bary_database_execute (bary_store_get_database (fixture->store), "DROP TABLE entry", &error));
  bary_query_matching (query, "352");
  bary_record_list_set_query (list, query);
  g_assert_nonnull (message);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
}

static void
test_two_processes (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryRecord) school = test_add_school (fixture->store, "№ 7");
  g_autoptr (BaryStore) other = bary_store_open (fixture->path, BARY_DATABASE_READ_WRITE, &error);
  g_autoptr (BaryRecord) seen = bary_store_get (other, BARY_KIND_ORGANISATION, bary_record_get_id (school), &error);
  guint changes = 0;

  g_assert_no_error (error);
  g_signal_connect_swapped (other, "changed", G_CALLBACK (count_cb), &changes);
  g_assert_true (set_name (fixture, school, "№ 9", &error));
  g_assert_true (bary_store_poll (other, &error));
  g_assert_cmpuint (changes, ==, 1);
  g_assert_cmpstr (bary_record_get_name (seen), ==, "№ 9");
  g_assert_true (bary_store_poll (other, &error));
  g_assert_cmpuint (changes, ==, 1);
}

static void
test_history (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryRecord) school = test_add_school (fixture->store, "№ 7 \"Квота\" \\ и черта");
  g_autoptr (GPtrArray) traces = NULL;
  BaryTrace *trace;

  g_assert_true (set_name (fixture, school, "№ 9", &error));
  traces = bary_store_trace (fixture->store, BARY_KIND_ORGANISATION, bary_record_get_id (school), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (traces->len, ==, 3);
  trace = traces->pdata[0];
  g_assert_cmpint (trace->operation, ==, BARY_CHANGE_SET);
  g_assert_cmpstr (trace->field->name, ==, "name");
  g_assert_cmpstr (trace->was, ==, "№ 7 \"Квота\" \\ и черта");
  g_assert_cmpstr (trace->became, ==, "№ 9");
  trace = traces->pdata[1];
  g_assert_cmpint (trace->operation, ==, BARY_CHANGE_ADD);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/store/undo-redo", Fixture, NULL, fixture_set_up, test_undo_redo, fixture_tear_down);
  g_test_add ("/store/undo-of-nothing", Fixture, NULL, fixture_set_up, test_undo_of_nothing, fixture_tear_down);
  g_test_add ("/store/references", Fixture, NULL, fixture_set_up, test_references, fixture_tear_down);
  g_test_add ("/store/fields", Fixture, NULL, fixture_set_up, test_fields, fixture_tear_down);
  g_test_add ("/store/search", Fixture, NULL, fixture_set_up, test_search, fixture_tear_down);
  g_test_add ("/store/search-of-one-letter", Fixture, NULL, fixture_set_up, test_search_of_one_letter, fixture_tear_down);
  g_test_add ("/store/list", Fixture, NULL, fixture_set_up, test_list, fixture_tear_down);
  g_test_add ("/store/list-fails", Fixture, NULL, fixture_set_up, test_list_fails, fixture_tear_down);
  g_test_add ("/store/two-processes", Fixture, NULL, fixture_set_up, test_two_processes, fixture_tear_down);
  g_test_add ("/store/history", Fixture, NULL, fixture_set_up, test_history, fixture_tear_down);

  return g_test_run ();
}
