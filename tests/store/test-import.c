#include "bary-test-import.h"

#include "bary-id.h"

#include <string.h>

static void
test_new_and_same (TownFixture   *fixture,
                   gconstpointer  data)
{
  g_autoptr (GPtrArray) actions = NULL;
  const BaryAction *action;

  import_town (fixture);
  assert_counts (fixture, 7, 0, 0, 0);
  g_assert_cmpuint (count_hits (fixture, "шко"), ==, 1);

  import_town (fixture);
  assert_counts (fixture, 0, 0, 7, 0);
  actions = bary_store_list_actions (fixture->base.store, NULL, 0, NULL);
  g_assert_cmpuint (actions->len, ==, 1);
  action = actions->pdata[0];
  g_assert_cmpint (action->type, ==, BARY_ACTION_IMPORT);
  g_assert_cmpstr (action->subject, ==, "town");
}

static void
test_changed (TownFixture   *fixture,
              gconstpointer  data)
{
  import_town (fixture);
  bary_record_set_all (fixture->town.school, "name", "Лицей № 1", "phone", NULL, NULL);
  import_town (fixture);
  assert_counts (fixture, 0, 1, 6, 0);
  assert_value (fixture, fixture->town.school, "name", "Лицей № 1");
  assert_value (fixture, fixture->town.school, "phone", NULL);
  g_assert_cmpuint (count_hits (fixture, "шко"), ==, 0);
  g_assert_cmpuint (count_hits (fixture, "лиц"), ==, 1);
}

/* What was edited here stays; what was not comes in; taking the edit back makes way again. */
static void
test_conflict (TownFixture   *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  const BaryImportNotice *notice;

  import_town (fixture);
  edit (fixture, fixture->town.school, "phone", "99-99-99");
  bary_record_set_all (fixture->town.school, "phone", "44-55-66", "site", "school1.ru", NULL);
  import_town (fixture);
  assert_counts (fixture, 0, 0, 6, 1);
  assert_value (fixture, fixture->town.school, "phone", "99-99-99");
  assert_value (fixture, fixture->town.school, "site", "school1.ru");

  g_assert_cmpuint (fixture->report.n_notices, ==, 1);
  notice = fixture->report.notices->pdata[0];
  g_assert_cmpint (notice->code, ==, BARY_IMPORT_NOTICE_CONFLICT);
  g_assert_cmpint (notice->kind, ==, BARY_KIND_ORGANISATION);
  g_assert_cmpstr (notice->id, ==, bary_record_get_id (fixture->town.school));
  g_assert_cmpuint (notice->line, ==, 2);
  g_assert_nonnull (strstr (notice->message, "99-99-99"));
  g_assert_nonnull (strstr (notice->message, "44-55-66"));

  bary_store_undo (fixture->base.store, &error);
  g_assert_no_error (error);
  bary_store_undo (fixture->base.store, &error);
  g_assert_no_error (error);
  assert_value (fixture, fixture->town.school, "phone", "11-22-33");
  import_town (fixture);
  assert_counts (fixture, 0, 1, 6, 0);
  assert_value (fixture, fixture->town.school, "phone", "44-55-66");
}

/* A record made here is all our own. */
static void
test_own_record (TownFixture   *fixture,
                 gconstpointer  data)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (GError) error = NULL;

  bary_changes_add (changes, fixture->town.centre);
  bary_store_commit (fixture->base.store, "Add", NULL, changes, &error);
  g_assert_no_error (error);

  bary_record_set_all (fixture->town.centre, "phone", "44-55-66", NULL);
  import_town (fixture);
  assert_counts (fixture, 6, 0, 0, 1);
  assert_value (fixture, fixture->town.centre, "phone", NULL);
}

typedef void (*Spoil) (Town *town);

static void
spoil_reference (Town *town)
{
  g_autofree char *id = bary_id_new ();

  bary_record_set_all (town->membership, "group", id, NULL);
}

static void
spoil_id (Town *town)
{
  g_ptr_array_add (town->records, g_object_ref (town->membership));
}

static void
spoil_required (Town *town)
{
  bary_record_set_all (town->membership, "cluster", NULL, NULL);
}

static void
spoil_range (Town *town)
{
  bary_record_set_all (town->membership, "to", "2023-01-01", NULL);
}

/* Refused whole, with the line, whatever of it was fine. */
static void
test_refused (TownFixture   *fixture,
              gconstpointer  data)
{
  Spoil spoil = (Spoil) data;
  g_autofree char *before = test_digest (fixture->base.store);
  g_autofree char *after = NULL;
  g_autofree char *place = NULL;
  g_autoptr (GError) error = NULL;

  spoil (&fixture->town);
  g_assert_false (import_with (fixture, BARY_IMPORT_FLAGS_NONE, &error));
  g_assert_cmpuint (fixture->report.refused, ==, 1);
  place = g_strdup_printf ("line %u", fixture->town.records->len);
  g_assert_true (g_str_has_prefix (error->message, place));
  after = test_digest (fixture->base.store);
  g_assert_cmpstr (after, ==, before);

  /* The way is free for the next one. */
  town_clear (&fixture->town);
  town_init (&fixture->town);
  import_town (fixture);
  assert_counts (fixture, 7, 0, 0, 0);
}

static void
test_cancelled (TownFixture   *fixture,
                gconstpointer  data)
{
  g_autoptr (BaryRecordSource) source = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *before = test_digest (fixture->base.store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  source = test_source_new (fixture->town.records);
  g_cancellable_cancel (cancellable);
  g_assert_false (bary_store_import (fixture->base.store, "Import", NULL, source, BARY_IMPORT_FLAGS_NONE, NULL, &fixture->report, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (fixture->report.refused, ==, 0);
  after = test_digest (fixture->base.store);
  g_assert_cmpstr (after, ==, before);
}

/* What the import wants to know first cannot be read. */
static void
test_damaged (TownFixture   *fixture,
              gconstpointer  data)
{
  g_autoptr (BaryRecordSource) source = NULL;
  g_autoptr (GError) error = NULL;

  source = test_source_new (fixture->town.records);
  g_assert_true (bary_database_execute (bary_store_get_database (fixture->base.store), "DROP TABLE entry", NULL));
  g_assert_false (bary_store_import (fixture->base.store, "Import", NULL, source, BARY_IMPORT_FLAGS_NONE, NULL, &fixture->report, NULL, &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_FAILED);
}

static void
test_undone (TownFixture   *fixture,
             gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *full = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  before = test_dump_store (fixture->base.store);
  import_town (fixture);
  full = test_dump_store (fixture->base.store);

  bary_store_undo (fixture->base.store, &error);
  g_assert_no_error (error);
  after = test_dump_store (fixture->base.store);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (count_hits (fixture, "шко"), ==, 0);

  bary_store_redo (fixture->base.store, &error);
  g_assert_no_error (error);
  g_free (after);
  after = test_dump_store (fixture->base.store);
  g_assert_cmpstr (after, ==, full);
  g_assert_cmpuint (count_hits (fixture, "шко"), ==, 1);
}

/* Many notices are counted; so many are kept. */
static void
test_many_notices (TownFixture   *fixture,
                   gconstpointer  data)
{
  g_ptr_array_set_size (fixture->town.records, 3);
  for (guint i = 0; i < BARY_IMPORT_MOST_NOTICES + 5; i++)
    bary_record_set_all (town_add (&fixture->town, BARY_KIND_ORGANISATION, "Школа № 1"), "kind", "school",
                         "centre", bary_record_get_id (fixture->town.centre), NULL);
  import_town (fixture);
  assert_counts (fixture, 3, 0, BARY_IMPORT_MOST_NOTICES + 5, 0);
  g_assert_cmpuint (fixture->report.n_notices, ==, BARY_IMPORT_MOST_NOTICES + 5);
  g_assert_cmpuint (fixture->report.notices->len, ==, BARY_IMPORT_MOST_NOTICES);
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *name; gconstpointer data; void (*run) (TownFixture *, gconstpointer); } tests[] = {
    { "/import/new-and-same", NULL, test_new_and_same },
    { "/import/changed", NULL, test_changed },
    { "/import/conflict", NULL, test_conflict },
    { "/import/own-record", NULL, test_own_record },
    { "/import/refused/reference", spoil_reference, test_refused },
    { "/import/refused/id", spoil_id, test_refused },
    { "/import/refused/required", spoil_required, test_refused },
    { "/import/refused/range", spoil_range, test_refused },
    { "/import/cancelled", NULL, test_cancelled },
    { "/import/damaged", NULL, test_damaged },
    { "/import/undone", NULL, test_undone },
    { "/import/many-notices", NULL, test_many_notices },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, TownFixture, tests[i].data, town_set_up, tests[i].run, town_tear_down);

  return g_test_run ();
}
