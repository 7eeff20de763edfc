#include "bary-test-import.h"

static guint
count_actions (TownFixture *fixture)
{
  g_autoptr (GPtrArray) actions = bary_store_list_actions (fixture->base.store, NULL, 0, NULL);

  return actions->len;
}

/* The same school under another id, within a package and against the database. */
static void
test_twins (TownFixture   *fixture,
            gconstpointer  data)
{
  Town first = fixture->town;
  g_autoptr (BaryRecord) twin = bary_record_new (BARY_KIND_ORGANISATION, NULL);
  const BaryImportNotice *notice;

  bary_record_set_all (twin, "name", "«ШКОЛА» №1", "kind", "school", "centre", bary_record_get_id (fixture->town.centre), NULL);
  bary_record_set_all (fixture->town.cluster, "barycenter", bary_record_get_id (twin), NULL);
  g_ptr_array_insert (fixture->town.records, 3, g_object_ref (twin));
  import_town (fixture);
  assert_counts (fixture, 7, 0, 1, 0);
  assert_value (fixture, fixture->town.cluster, "barycenter", bary_record_get_id (fixture->town.school));
  g_assert_cmpuint (fixture->report.n_notices, ==, 1);
  notice = fixture->report.notices->pdata[0];
  g_assert_cmpint (notice->code, ==, BARY_IMPORT_NOTICE_TWIN);
  g_assert_cmpuint (notice->line, ==, 4);

  import_town (fixture);
  assert_counts (fixture, 0, 0, 8, 0);
  g_assert_cmpuint (count_actions (fixture), ==, 1);

  /* Another package has its own ids for the same school of the same centre. */
  town_init (&fixture->town);
  bary_record_set_all (fixture->town.school, "centre", bary_record_get_id (first.centre), NULL);
  import_town (fixture);
  assert_counts (fixture, 6, 0, 1, 0);
  assert_value (fixture, fixture->town.membership, "organisation", bary_record_get_id (first.school));
  town_clear (&first);

  /* The same name in another centre is another school. */
  g_assert_cmpuint (count_hits (fixture, "детский"), ==, 2);
}

static void
test_people (TownFixture   *fixture,
             gconstpointer  data)
{
  BaryRecord *people[4];

  g_ptr_array_set_size (fixture->town.records, 3);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    people[i] = town_add (&fixture->town, BARY_KIND_PERSON, "Ромашкина А. Т.");
  bary_record_set_all (people[0], "organisation", bary_record_get_id (fixture->town.school), NULL);
  bary_record_set_all (people[1], "organisation", bary_record_get_id (fixture->town.school), NULL);
  bary_record_set_all (people[2], "organisation", bary_record_get_id (fixture->town.garden), NULL);
  bary_record_set_all (people[3], "position", "Методист", NULL);

  import_town (fixture);
  assert_counts (fixture, 6, 0, 1, 0);
  g_assert_cmpuint (fixture->report.n_notices, ==, 1);
}

static void
test_memberships (TownFixture   *fixture,
                  gconstpointer  data)
{
  BaryRecord *later;
  BaryRecord *before;
  gint64 count;

  bary_record_set_all (fixture->town.membership, "to", "2025-08-31", NULL);
  later = bary_record_new (BARY_KIND_MEMBERSHIP, NULL);
  before = bary_record_new (BARY_KIND_MEMBERSHIP, NULL);
  for (guint i = 0; i < bary_record_get_info (later)->n_fields; i++)
    {
      const BaryField *field = &bary_record_get_info (later)->fields[i];

      bary_record_set (later, field, bary_record_get (fixture->town.membership, field));
      bary_record_set (before, field, bary_record_get (fixture->town.membership, field));
    }
  bary_record_set_all (later, "from", "2025-08-31", "to", NULL, NULL);
  bary_record_set_all (before, "from", NULL, "to", "2024-08-31", NULL);
  g_ptr_array_add (fixture->town.records, later);
  g_ptr_array_add (fixture->town.records, before);

  import_town (fixture);
  assert_counts (fixture, 8, 0, 1, 0);
  g_assert_cmpint (((BaryImportNotice *) fixture->report.notices->pdata[0])->code, ==, BARY_IMPORT_NOTICE_OVERLAP);
  bary_store_count (fixture->base.store, BARY_KIND_MEMBERSHIP, &count, NULL);
  g_assert_cmpint (count, ==, 2);

  import_town (fixture);
  assert_counts (fixture, 0, 0, 9, 0);
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *name; gconstpointer data; void (*run) (TownFixture *, gconstpointer); } tests[] = {
    { "/import-twins/organisations", NULL, test_twins },
    { "/import-twins/people", NULL, test_people },
    { "/import-twins/memberships", NULL, test_memberships },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, TownFixture, tests[i].data, town_set_up, tests[i].run, town_tear_down);

  return g_test_run ();
}
