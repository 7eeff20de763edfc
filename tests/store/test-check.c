#include "bary-test-store.h"

#include "bary-backup.h"
#include "bary-chain.h"
#include "bary-check.h"

#include <string.h>

static void
test_sound (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (BaryStore) reading = NULL;
  g_autoptr (GError) error = NULL;

  test_assert_sound (fixture->store);
  test_fill_richly (fixture->store);
  test_assert_sound (fixture->store);

  reading = bary_store_open (fixture->path, BARY_DATABASE_READ_ONLY, &error);
  g_assert_no_error (error);
  test_assert_sound (reading);
}

/* What somebody did behind the program's back, and a word of the sentence that tells. */
static const struct {
  const char *sql;
  const char *words;
} wrongs[] = {
  { "UPDATE organisation SET note = 'x' WHERE name = 'ГБОУ СОШ № 352'", "its history says" },
  { "DELETE FROM party", "its history says" },
  { "INSERT INTO scheme (id, name, arrangement) VALUES ('017f22e2-79b0-7cc3-98c4-dc0c0c07398f', 'x', 'groups')", "no history" },
  { "UPDATE organisation SET kind = 'sanatorium' WHERE name = 'ГБОУ СОШ № 352'", "sanatorium" },
  { "UPDATE cluster SET \"from\" = '2026-09-01'", "before the start" },
  { "UPDATE status SET organisation = '017f22e2-79b0-7cc3-98c4-dc0c0c07398f'", "refers to 017f22e2" },
  { "UPDATE entry SET title = 'x' WHERE kind = 'person'", "by other words" },
  { "DELETE FROM entry WHERE kind = 'person'", "by other words" },
  { "INSERT INTO entry (kind, record, sort_key, title, names, words) VALUES ('person', 'x', 'x', 'x', 'x', 'x'); "
    "INSERT INTO search (search) VALUES ('rebuild')", "it is gone" },
  { "INSERT INTO search (rowid, names, words) VALUES (4711, 'x', 'y')", "does not know all" },
  { "UPDATE entry SET names = 'x' WHERE kind = 'person'", "does not know all" },
  { "DROP TRIGGER action_is_final; UPDATE action SET stamp = 5 WHERE id = 4", "stamped earlier" },
  { "DROP TRIGGER change_stays; DELETE FROM change WHERE action = 4", "changes nothing" },
  { "DROP TRIGGER change_is_final; UPDATE change SET became = '{\"name\":\"x\"}' WHERE action = 18", "its history says" },
  { "DROP TRIGGER change_is_final; UPDATE change SET was = '{\"name\":\"x\"}' WHERE action = 18", "its history says" },
  { "INSERT INTO change VALUES (4711, 0, 'person', 'x', NULL, '{}')", "without that action" },
  { "INSERT INTO undone VALUES (3, 1)", "before its turn" },
  { "INSERT INTO undone VALUES (3, 0)", "stands or was undone" },
  { "INSERT INTO undone SELECT id, 0 FROM action WHERE type = 'undo' LIMIT 1", "cannot be undone" },
  { "UPDATE person SET email = 'somewhere'", "somewhere" },
  { "DROP TRIGGER action_is_final; UPDATE action SET author = 'x' WHERE id = 4", "Action 4 of the history is not what was" },
  { "DROP TRIGGER link_is_final; UPDATE action SET link = 'x' WHERE id = 4", "Action 4 of the history is not what was" },
  { "DROP TRIGGER link_is_final; UPDATE action SET link = NULL WHERE id = (SELECT max (id) FROM action)", "is not what was written then" },
  { "UPDATE appendix_chunk SET data = 'MQ=='", "not what was put in" },
};

static char *
join (GPtrArray *problems)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    g_string_append_printf (all, "%s\n", (const char *) problems->pdata[i]);
  return g_string_free (g_steal_pointer (&all), FALSE);
}

static void
test_wrong (Fixture       *fixture,
            gconstpointer  data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *all = NULL;
  sqlite3 *handle = NULL;
  char *message = NULL;

  test_fill_richly (fixture->store);
  g_assert_finalize_object (g_steal_pointer (&fixture->store));

  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  sqlite3_exec (handle, wrongs[i].sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (handle);

  problems = bary_check_file (fixture->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, >, 0);
  all = join (problems);
  g_test_message ("%s", all);
  g_assert_nonnull (strstr (all, wrongs[i].words));
}

/* The words of the last link tell one history from another; what is altered before it cannot keep them. */
static void
test_link (Fixture       *fixture,
           gconstpointer  data)
{
  BaryDatabase *database = bary_store_get_database (fixture->store);
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryRecord) school = NULL;
  g_autofree char *none = bary_chain_dup_words (database, &error);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *anew = NULL;
  g_auto (GStrv) words = NULL;

  g_assert_no_error (error);
  g_assert_null (none);
  school = test_add_school (fixture->store, "№ 1");
  first = bary_chain_dup_words (database, &error);
  g_assert_true (test_set (fixture->store, school, "name", "№ 2", &error));
  second = bary_chain_dup_words (database, &error);
  words = g_strsplit (second, " ", -1);
  g_assert_cmpuint (g_strv_length (words), ==, 6);
  g_assert_cmpstr (first, !=, second);

  bary_database_execute (database, "DROP TRIGGER action_is_final; UPDATE action SET author = 'x' WHERE id = 1; "
                                   "DROP TRIGGER link_is_final; UPDATE action SET link = NULL", &error);
  bary_chain_complete (database, &error);
  g_assert_no_error (error);
  test_assert_sound (fixture->store);
  anew = bary_chain_dup_words (database, &error);
  g_assert_cmpstr (anew, !=, second);
}

static void
count_part_cb (BaryCheckPart           part,
               const BaryCheckFinding *finding,
               gpointer                parts)
{
  g_assert_true (finding->done);
  g_array_append_val ((GArray *) parts, part);
}

/* Each part is told of once, also that of the last backup, which must be of use. */
static void
test_parts (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (BaryCheckPart));
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryCheckup) sound = NULL;
  g_autoptr (BaryCheckup) spoilt = NULL;
  g_autoptr (GPtrArray) backups = NULL;

  test_fill_richly (fixture->store);
  g_assert_true (bary_backup_keep_daily (fixture->path, NULL, &error));
  sound = bary_check_all (fixture->path, count_part_cb, parts, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (parts->len, ==, BARY_CHECK_N_PARTS);
  g_assert_cmpuint (sound->problems->len, ==, 0);
  g_assert_nonnull (strstr (sound->findings[BARY_CHECK_HISTORY].found, "the last link"));

  backups = bary_backup_list (fixture->path);
  g_assert_true (g_file_set_contents (((BaryBackup *) backups->pdata[0])->path, "x", 1, NULL));
  spoilt = bary_check_all (fixture->path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (spoilt->findings[BARY_CHECK_BACKUP].n_problems, ==, 1);
  g_assert_nonnull (strstr (spoilt->problems->pdata[0], "make another one"));
}

static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  for (guint i = 0; i < 150; i++)
    {
      g_autoptr (BaryRecord) school = test_add_school (fixture->store, "№ 1");
    }
  bary_database_execute (bary_store_get_database (fixture->store), "UPDATE organisation SET note = 'x'", &error);
  g_assert_no_error (error);

  problems = bary_check_file (bary_store_get_path (fixture->store), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 101);
  g_assert_nonnull (strstr (problems->pdata[100], "50"));
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (BaryRecord) school = test_add_school (fixture->store, "№ 1");
    }
  g_cancellable_cancel (cancellable);
  g_assert_null (bary_check_file (bary_store_get_path (fixture->store), cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* The rules between records, at the door. */

typedef struct {
  BaryRecord *scheme, *other_scheme, *a, *b, *foreign, *school, *partner, *cluster;
} Network;

static void
network_set_up (Network   *network,
                BaryStore *store)
{
  network->scheme = test_add (store, BARY_KIND_SCHEME, "name", "Группы", "arrangement", "groups", NULL);
  network->other_scheme = test_add (store, BARY_KIND_SCHEME, "name", "Уровни", "arrangement", "levels", NULL);
  network->a = test_add (store, BARY_KIND_GROUP, "scheme", bary_record_get_id (network->scheme), "name", "А", "ordinal", "1", NULL);
  network->b = test_add (store, BARY_KIND_GROUP, "scheme", bary_record_get_id (network->scheme), "name", "Б", "ordinal", "2", NULL);
  network->foreign = test_add (store, BARY_KIND_GROUP, "scheme", bary_record_get_id (network->other_scheme),
                               "name", "1", "ordinal", "1", NULL);
  network->school = test_add_school (store, "№ 352");
  network->partner = test_add_school (store, "№ 7");
  network->cluster = test_add (store, BARY_KIND_CLUSTER, "name", "Спорт", "scheme", bary_record_get_id (network->scheme), NULL);
}

static void
network_tear_down (Network *network)
{
  BaryRecord **records = (BaryRecord **) network;

  for (guint i = 0; i < sizeof (Network) / sizeof (BaryRecord *); i++)
    g_object_unref (records[i]);
}

static BaryRecord *
make_membership (Network    *network,
                 BaryRecord *school,
                 BaryRecord *group,
                 const char *from,
                 const char *to)
{
  BaryRecord *record = bary_record_new (BARY_KIND_MEMBERSHIP, NULL);

  bary_record_set_all (record, "cluster", bary_record_get_id (network->cluster), "organisation", bary_record_get_id (school),
                       "group", bary_record_get_id (group), "from", from, "to", to, NULL);
  return record;
}

static gboolean
add (BaryStore   *store,
     BaryRecord  *record,
     GError     **error)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();

  bary_changes_add (changes, record);
  return bary_store_commit (store, "Add", NULL, changes, error);
}

static void
assert_refused (gboolean     done,
                GError     **error,
                const char  *words)
{
  g_assert_false (done);
  g_assert_error (*error, BARY_STORE_ERROR, BARY_STORE_ERROR_REFUSED);
  g_test_message ("%s", (*error)->message);
  g_assert_nonnull (strstr ((*error)->message, words));
  g_clear_error (error);
}

static void
test_memberships (Fixture       *fixture,
                  gconstpointer  data)
{
  Network network;
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryRecord) wrong = NULL, first = NULL, second = NULL, later = NULL, elsewhere = NULL;

  network_set_up (&network, fixture->store);
  wrong = make_membership (&network, network.school, network.foreign, NULL, NULL);
  assert_refused (add (fixture->store, wrong, &error), &error, bary_record_get_id (wrong));

  first = make_membership (&network, network.school, network.a, "2024-09-01", "2025-08-31");
  second = make_membership (&network, network.school, network.a, "2025-08-31", NULL);
  later = make_membership (&network, network.school, network.a, "2025-09-01", NULL);
  elsewhere = make_membership (&network, network.school, network.b, NULL, NULL);
  g_assert_true (add (fixture->store, first, &error));
  assert_refused (add (fixture->store, second, &error), &error, "№ 352");
  g_assert_true (add (fixture->store, later, &error));
  g_assert_true (add (fixture->store, elsewhere, &error));
  g_assert_no_error (error);

  assert_refused (test_set (fixture->store, first, "to", NULL, &error), &error, "Спорт");
  assert_refused (test_set (fixture->store, elsewhere, "group", bary_record_get_id (network.foreign), &error), &error, "Спорт");
  assert_refused (test_set (fixture->store, network.cluster, "scheme", bary_record_get_id (network.other_scheme), &error),
                  &error, "№ 352");
  assert_refused (test_set (fixture->store, network.b, "scheme", bary_record_get_id (network.other_scheme), &error),
                  &error, "№ 352");
  test_assert_sound (fixture->store);
  network_tear_down (&network);
}

static void
test_links (Fixture       *fixture,
            gconstpointer  data)
{
  Network network;
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryRecord) member = NULL, link = bary_record_new (BARY_KIND_LINK, NULL);
  g_autoptr (BaryChanges) removal = bary_changes_new ();

  network_set_up (&network, fixture->store);
  member = make_membership (&network, network.school, network.a, NULL, NULL);
  g_assert_true (add (fixture->store, member, &error));
  bary_record_set_all (link, "cluster", bary_record_get_id (network.cluster), "organisation", bary_record_get_id (network.school),
                       "partner", bary_record_get_id (network.partner), "kind", "social", NULL);
  assert_refused (add (fixture->store, link, &error), &error, "№ 7");
  g_assert_true (test_set (fixture->store, network.cluster, "barycenter", bary_record_get_id (network.partner), &error));
  g_assert_true (add (fixture->store, link, &error));

  assert_refused (test_set (fixture->store, network.cluster, "barycenter", NULL, &error), &error, "№ 7");
  bary_changes_remove (removal, member);
  assert_refused (bary_store_commit (fixture->store, "Remove", NULL, removal, &error), &error, "№ 352");
  test_assert_sound (fixture->store);
  network_tear_down (&network);
}

static void
test_groups (Fixture       *fixture,
             gconstpointer  data)
{
  Network network;
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryChanges) exchange = bary_changes_new ();

  network_set_up (&network, fixture->store);
  assert_refused (test_set (fixture->store, network.b, "ordinal", "1", &error), &error, "same place");
  assert_refused (test_set (fixture->store, network.b, "name", "А", &error), &error, "two groups");

  bary_changes_set (exchange, network.a, "ordinal", "2");
  bary_changes_set (exchange, network.b, "ordinal", "1");
  bary_store_commit (fixture->store, "Exchange", NULL, exchange, &error);
  g_assert_no_error (error);
  test_assert_sound (fixture->store);
  network_tear_down (&network);
}

static void
test_bodies (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryRecord) council = test_add (fixture->store, BARY_KIND_BODY, "name", "Совет", "kind", "expert_council", NULL);
  g_autoptr (BaryRecord) group = test_add (fixture->store, BARY_KIND_BODY, "name", "Группа", "kind", "expert_group",
                                           "parent", bary_record_get_id (council), NULL);
  g_autoptr (BaryRecord) team = test_add (fixture->store, BARY_KIND_BODY, "name", "Команда", "kind", "working_group",
                                          "parent", bary_record_get_id (group), NULL);

  assert_refused (test_set (fixture->store, council, "parent", bary_record_get_id (team), &error), &error, "answers to itself");
  g_assert_true (test_set (fixture->store, team, "parent", bary_record_get_id (council), &error));
  test_assert_sound (fixture->store);
}

static BaryRecord *
add_roadmap (Fixture    *fixture,
             Network    *network,
             const char *name,
             const char *school_year)
{
  return test_add (fixture->store, BARY_KIND_ROADMAP, "name", name, "cluster", bary_record_get_id (network->cluster),
                   "school_year", school_year, NULL);
}

static void
test_roadmaps (Fixture       *fixture,
               gconstpointer  data)
{
  Network network;
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryRecord) plan = NULL, next = NULL, section = NULL, event = NULL;

  network_set_up (&network, fixture->store);
  plan = add_roadmap (fixture, &network, "План", "2025");
  next = add_roadmap (fixture, &network, "Следующий", "2026");
  section = test_add (fixture->store, BARY_KIND_SECTION, "roadmap", bary_record_get_id (plan), "name", "Работа с детьми",
                      "ordinal", "1", NULL);
  event = test_add (fixture->store, BARY_KIND_EVENT, "roadmap", bary_record_get_id (plan), "section", bary_record_get_id (section),
                    "name", "Зарница", "dates", "12 мая", "kind", "event", "state", "planned", NULL);

  assert_refused (test_set (fixture->store, next, "school_year", "2025", &error), &error, "two roadmaps");
  assert_refused (test_set (fixture->store, event, "roadmap", bary_record_get_id (next), &error), &error, "Зарница");
  assert_refused (test_set (fixture->store, section, "roadmap", bary_record_get_id (next), &error), &error, "Работа с детьми");
  test_assert_sound (fixture->store);
  network_tear_down (&network);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/check/sound", Fixture, NULL, fixture_set_up, test_sound, fixture_tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (wrongs); i++)
    {
      g_autofree char *name = g_strdup_printf ("/check/wrong/%u", i);

      g_test_add (name, Fixture, GUINT_TO_POINTER (i), fixture_set_up, test_wrong, fixture_tear_down);
    }
  g_test_add ("/check/link", Fixture, NULL, fixture_set_up, test_link, fixture_tear_down);
  g_test_add ("/check/parts", Fixture, NULL, fixture_set_up, test_parts, fixture_tear_down);
  g_test_add ("/check/many", Fixture, NULL, fixture_set_up, test_many, fixture_tear_down);
  g_test_add ("/check/cancelled", Fixture, NULL, fixture_set_up, test_cancelled, fixture_tear_down);
  g_test_add ("/invariants/memberships", Fixture, NULL, fixture_set_up, test_memberships, fixture_tear_down);
  g_test_add ("/invariants/links", Fixture, NULL, fixture_set_up, test_links, fixture_tear_down);
  g_test_add ("/invariants/groups", Fixture, NULL, fixture_set_up, test_groups, fixture_tear_down);
  g_test_add ("/invariants/bodies", Fixture, NULL, fixture_set_up, test_bodies, fixture_tear_down);
  g_test_add ("/invariants/roadmaps", Fixture, NULL, fixture_set_up, test_roadmaps, fixture_tear_down);

  return g_test_run ();
}
