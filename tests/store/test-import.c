#include "bary-test-package.h"

#include "bary-id.h"
#include "bary-search.h"

#include <string.h>

/* One centre, two schools, a cluster with a group; what a test changes stands by its name. */
typedef struct {
  GPtrArray  *records;
  BaryRecord *centre;
  BaryRecord *school;
  BaryRecord *garden;
  BaryRecord *scheme;
  BaryRecord *group;
  BaryRecord *cluster;
  BaryRecord *membership;
} Town;

static BaryRecord *
town_add (Town       *town,
          BaryKind    kind,
          const char *name)
{
  BaryRecord *record = bary_record_new (kind, NULL);

  if (name != NULL)
    bary_record_set_all (record, "name", name, NULL);
  g_ptr_array_add (town->records, record);
  return record;
}

static void
town_init (Town *town)
{
  town->records = g_ptr_array_new_with_free_func (g_object_unref);
  town->centre = town_add (town, BARY_KIND_CENTRE, "ИМЦ");
  town->school = town_add (town, BARY_KIND_ORGANISATION, "Школа № 1");
  town->garden = town_add (town, BARY_KIND_ORGANISATION, "Детский сад № 2");
  town->scheme = town_add (town, BARY_KIND_SCHEME, "А–Г");
  town->group = town_add (town, BARY_KIND_GROUP, "А");
  town->cluster = town_add (town, BARY_KIND_CLUSTER, "Кластер");
  town->membership = town_add (town, BARY_KIND_MEMBERSHIP, NULL);

  bary_record_set_all (town->school, "kind", "school", "centre", bary_record_get_id (town->centre), "phone", "11-22-33", NULL);
  bary_record_set_all (town->garden, "kind", "kindergarten", "centre", bary_record_get_id (town->centre), NULL);
  bary_record_set_all (town->scheme, "arrangement", "groups", NULL);
  bary_record_set_all (town->group, "scheme", bary_record_get_id (town->scheme), "ordinal", "1", NULL);
  bary_record_set_all (town->cluster, "scheme", bary_record_get_id (town->scheme), NULL);
  bary_record_set_all (town->membership, "cluster", bary_record_get_id (town->cluster),
                       "organisation", bary_record_get_id (town->school), "group", bary_record_get_id (town->group),
                       "from", "2024-09-01", NULL);
}

static void
town_clear (Town *town)
{
  g_ptr_array_unref (town->records);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Town, town_clear)

static gboolean
import_with (Fixture          *fixture,
             Town             *town,
             BaryImportFlags   flags,
             BaryImportReport *report,
             GError          **error)
{
  g_autoptr (BaryRecordSource) source = test_source_new (town->records);

  bary_import_report_clear (report);
  return bary_store_import (fixture->store, "Import %s", "town", source, flags, NULL, report, NULL, error);
}

static void
import (Fixture          *fixture,
        Town             *town,
        BaryImportReport *report)
{
  g_autoptr (GError) error = NULL;

  import_with (fixture, town, BARY_IMPORT_FLAGS_NONE, report, &error);
  g_assert_no_error (error);
}

static void
assert_counts (const BaryImportReport *report,
               guint                   added,
               guint                   changed,
               guint                   same,
               guint                   conflicts)
{
  g_assert_cmpuint (report->added, ==, added);
  g_assert_cmpuint (report->changed, ==, changed);
  g_assert_cmpuint (report->same, ==, same);
  g_assert_cmpuint (report->conflicts, ==, conflicts);
  g_assert_cmpuint (report->refused, ==, 0);
}

static void
edit (Fixture    *fixture,
      BaryRecord *record,
      const char *field,
      const char *value)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (GError) error = NULL;

  bary_changes_set (changes, record, field, value);
  bary_store_commit (fixture->store, "Edit", NULL, changes, &error);
  g_assert_no_error (error);
}

static void
assert_value (Fixture    *fixture,
              BaryRecord *record,
              const char *field,
              const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryRecord) live = bary_store_get (fixture->store, bary_record_get_kind (record), bary_record_get_id (record), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (bary_record_get_text (live, field), ==, expected);
}

/* The plan of a dry run, held against the database as it is by now. Returns: whether it was taken in. */
static gboolean
import_as_planned (Fixture    *fixture,
                   Town       *town,
                   const char *plan)
{
  g_autoptr (BaryRecordSource) source = test_source_new (town->records);
  g_auto (BaryImportReport) report = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean taken = bary_store_import (fixture->store, "Import %s", "town", source, BARY_IMPORT_FLAGS_NONE, plan, &report, NULL, &error);

  if (!taken)
    g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_OUTDATED);
  return taken;
}

static guint
count_hits (Fixture    *fixture,
            const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = bary_store_search (fixture->store, words, 100, &error);

  g_assert_no_error (error);
  return hits->len;
}

static guint
count_actions (Fixture *fixture)
{
  g_autoptr (GPtrArray) actions = bary_store_list_actions (fixture->store, NULL, 0, NULL);

  return actions->len;
}

static void
test_new_and_same (Fixture       *fixture,
                   gconstpointer  data)
{
  g_auto (Town) town = { 0 };
  g_auto (BaryImportReport) report = { 0 };
  g_autoptr (GPtrArray) actions = NULL;
  const BaryAction *action;

  town_init (&town);
  import (fixture, &town, &report);
  assert_counts (&report, 7, 0, 0, 0);
  g_assert_cmpuint (count_hits (fixture, "шко"), ==, 1);

  import (fixture, &town, &report);
  assert_counts (&report, 0, 0, 7, 0);
  actions = bary_store_list_actions (fixture->store, NULL, 0, NULL);
  g_assert_cmpuint (actions->len, ==, 1);
  action = actions->pdata[0];
  g_assert_cmpint (action->type, ==, BARY_ACTION_IMPORT);
  g_assert_cmpstr (action->subject, ==, "town");
}

static void
test_changed (Fixture       *fixture,
              gconstpointer  data)
{
  g_auto (Town) town = { 0 };
  g_auto (BaryImportReport) report = { 0 };

  town_init (&town);
  import (fixture, &town, &report);
  bary_record_set_all (town.school, "name", "Лицей № 1", "phone", NULL, NULL);
  import (fixture, &town, &report);
  assert_counts (&report, 0, 1, 6, 0);
  assert_value (fixture, town.school, "name", "Лицей № 1");
  assert_value (fixture, town.school, "phone", NULL);
  g_assert_cmpuint (count_hits (fixture, "шко"), ==, 0);
  g_assert_cmpuint (count_hits (fixture, "лиц"), ==, 1);
}

/* What was edited here stays; what was not comes in; taking the edit back makes way again. */
static void
test_conflict (Fixture       *fixture,
               gconstpointer  data)
{
  g_auto (Town) town = { 0 };
  g_auto (BaryImportReport) report = { 0 };
  g_autoptr (GError) error = NULL;
  const BaryImportNotice *notice;

  town_init (&town);
  import (fixture, &town, &report);
  edit (fixture, town.school, "phone", "99-99-99");
  bary_record_set_all (town.school, "phone", "44-55-66", "site", "school1.ru", NULL);
  import (fixture, &town, &report);
  assert_counts (&report, 0, 0, 6, 1);
  assert_value (fixture, town.school, "phone", "99-99-99");
  assert_value (fixture, town.school, "site", "school1.ru");

  g_assert_cmpuint (report.n_notices, ==, 1);
  notice = report.notices->pdata[0];
  g_assert_cmpint (notice->code, ==, BARY_IMPORT_NOTICE_CONFLICT);
  g_assert_cmpint (notice->kind, ==, BARY_KIND_ORGANISATION);
  g_assert_cmpstr (notice->id, ==, bary_record_get_id (town.school));
  g_assert_cmpuint (notice->line, ==, 2);
  g_assert_nonnull (strstr (notice->message, "99-99-99"));
  g_assert_nonnull (strstr (notice->message, "44-55-66"));

  bary_store_undo (fixture->store, &error);
  g_assert_no_error (error);
  bary_store_undo (fixture->store, &error);
  g_assert_no_error (error);
  assert_value (fixture, town.school, "phone", "11-22-33");
  import (fixture, &town, &report);
  assert_counts (&report, 0, 1, 6, 0);
  assert_value (fixture, town.school, "phone", "44-55-66");
}

/* A record made here is all our own. */
static void
test_own_record (Fixture       *fixture,
                 gconstpointer  data)
{
  g_auto (Town) town = { 0 };
  g_auto (BaryImportReport) report = { 0 };
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (GError) error = NULL;

  town_init (&town);
  bary_changes_add (changes, town.centre);
  bary_store_commit (fixture->store, "Add", NULL, changes, &error);
  g_assert_no_error (error);

  bary_record_set_all (town.centre, "phone", "44-55-66", NULL);
  import (fixture, &town, &report);
  assert_counts (&report, 6, 0, 0, 1);
  assert_value (fixture, town.centre, "phone", NULL);
}

/* The same school under another id, within a package and against the database. */
static void
test_twins (Fixture       *fixture,
            gconstpointer  data)
{
  g_auto (Town) town = { 0 };
  g_auto (Town) other = { 0 };
  g_auto (BaryImportReport) report = { 0 };
  g_autoptr (BaryRecord) twin = bary_record_new (BARY_KIND_ORGANISATION, NULL);
  const BaryImportNotice *notice;

  town_init (&town);
  bary_record_set_all (twin, "name", "«ШКОЛА» №1", "kind", "school", "centre", bary_record_get_id (town.centre), NULL);
  bary_record_set_all (town.cluster, "barycenter", bary_record_get_id (twin), NULL);
  g_ptr_array_insert (town.records, 3, g_object_ref (twin));
  import (fixture, &town, &report);
  assert_counts (&report, 7, 0, 1, 0);
  assert_value (fixture, town.cluster, "barycenter", bary_record_get_id (town.school));
  g_assert_cmpuint (report.n_notices, ==, 1);
  notice = report.notices->pdata[0];
  g_assert_cmpint (notice->code, ==, BARY_IMPORT_NOTICE_TWIN);
  g_assert_cmpuint (notice->line, ==, 4);

  import (fixture, &town, &report);
  assert_counts (&report, 0, 0, 8, 0);
  g_assert_cmpuint (count_actions (fixture), ==, 1);

  /* Another package has its own ids for the same school of the same centre. */
  town_init (&other);
  bary_record_set_all (other.school, "centre", bary_record_get_id (town.centre), NULL);
  import (fixture, &other, &report);
  assert_counts (&report, 6, 0, 1, 0);
  assert_value (fixture, other.membership, "organisation", bary_record_get_id (town.school));

  /* The same name in another centre is another school. */
  g_assert_cmpuint (count_hits (fixture, "детский"), ==, 2);
}

static void
test_people (Fixture       *fixture,
             gconstpointer  data)
{
  g_auto (Town) town = { 0 };
  g_auto (BaryImportReport) report = { 0 };
  BaryRecord *people[4];

  town_init (&town);
  g_ptr_array_set_size (town.records, 3);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    people[i] = town_add (&town, BARY_KIND_PERSON, "Ромашкина А. Т.");
  bary_record_set_all (people[0], "organisation", bary_record_get_id (town.school), NULL);
  bary_record_set_all (people[1], "organisation", bary_record_get_id (town.school), NULL);
  bary_record_set_all (people[2], "organisation", bary_record_get_id (town.garden), NULL);
  bary_record_set_all (people[3], "position", "Методист", NULL);

  import (fixture, &town, &report);
  assert_counts (&report, 6, 0, 1, 0);
  g_assert_cmpuint (report.n_notices, ==, 1);
}

static void
test_memberships (Fixture       *fixture,
                  gconstpointer  data)
{
  g_auto (Town) town = { 0 };
  g_auto (BaryImportReport) report = { 0 };
  BaryRecord *later;
  BaryRecord *before;
  gint64 count;

  town_init (&town);
  bary_record_set_all (town.membership, "to", "2025-08-31", NULL);
  later = bary_record_new (BARY_KIND_MEMBERSHIP, NULL);
  before = bary_record_new (BARY_KIND_MEMBERSHIP, NULL);
  for (guint i = 0; i < bary_record_get_info (later)->n_fields; i++)
    {
      const BaryField *field = &bary_record_get_info (later)->fields[i];

      bary_record_set (later, field, bary_record_get (town.membership, field));
      bary_record_set (before, field, bary_record_get (town.membership, field));
    }
  bary_record_set_all (later, "from", "2025-08-31", "to", NULL, NULL);
  bary_record_set_all (before, "from", NULL, "to", "2024-08-31", NULL);
  g_ptr_array_add (town.records, later);
  g_ptr_array_add (town.records, before);

  import (fixture, &town, &report);
  assert_counts (&report, 8, 0, 1, 0);
  g_assert_cmpint (((BaryImportNotice *) report.notices->pdata[0])->code, ==, BARY_IMPORT_NOTICE_OVERLAP);
  bary_store_count (fixture->store, BARY_KIND_MEMBERSHIP, &count, NULL);
  g_assert_cmpint (count, ==, 2);

  import (fixture, &town, &report);
  assert_counts (&report, 0, 0, 9, 0);
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
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  Spoil spoil = (Spoil) data;
  g_auto (Town) town = { 0 };
  g_auto (BaryImportReport) report = { 0 };
  g_autofree char *before = test_digest (fixture->store);
  g_autofree char *after = NULL;
  g_autofree char *place = NULL;
  g_autoptr (GError) error = NULL;

  town_init (&town);
  spoil (&town);
  g_assert_false (import_with (fixture, &town, BARY_IMPORT_FLAGS_NONE, &report, &error));
  g_assert_cmpuint (report.refused, ==, 1);
  place = g_strdup_printf ("line %u", town.records->len);
  g_assert_true (g_str_has_prefix (error->message, place));
  after = test_digest (fixture->store);
  g_assert_cmpstr (after, ==, before);

  /* The way is free for the next one. */
  town_clear (&town);
  town_init (&town);
  import (fixture, &town, &report);
  assert_counts (&report, 7, 0, 0, 0);
}

static void
test_dry_run (Fixture       *fixture,
              gconstpointer  data)
{
  g_auto (Town) town = { 0 };
  g_auto (BaryImportReport) report = { 0 };
  g_autofree char *before = test_digest (fixture->store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  town_init (&town);
  import_with (fixture, &town, BARY_IMPORT_DRY_RUN, &report, &error);
  g_assert_no_error (error);
  assert_counts (&report, 7, 0, 0, 0);
  after = test_digest (fixture->store);
  g_assert_cmpstr (after, ==, before);

  spoil_reference (&town);
  g_assert_false (import_with (fixture, &town, BARY_IMPORT_DRY_RUN, &report, &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_REFUSED);
}

/* A record, and a field of it, as the preview tells them. */
static void
assert_previewed (BaryPreview         *preview,
                  BaryStore           *store,
                  BaryKind             kind,
                  guint                position,
                  BaryChangeOperation  operation,
                  const char          *title,
                  const char          *name,
                  const char          *was,
                  const char          *became)
{
  g_autoptr (BaryPreviewItem) item = bary_preview_get (preview, store, kind, position);
  guint found = 0;

  g_assert_nonnull (item);
  g_assert_cmpint (item->operation, ==, operation);
  g_assert_cmpstr (item->title, ==, title);
  for (guint i = 0; i < item->fields->len; i++)
    {
      const BaryPreviewField *field = item->fields->pdata[i];

      if (!g_str_equal (field->field->name, name))
        continue;
      g_assert_cmpstr (field->was, ==, was);
      g_assert_cmpstr (field->became, ==, became);
      found++;
    }
  g_assert_cmpuint (found, ==, 1);
}

/* References are told by names, be they here or in what comes. */
static void
test_preview (Fixture       *fixture,
              gconstpointer  data)
{
  g_auto (Town) town = { 0 };
  g_auto (BaryImportReport) report = { 0 };
  g_autoptr (BaryRecord) garden = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  town_init (&town);
  import (fixture, &town, &report);
  g_assert_null (report.preview);
  bary_record_set_all (town.school, "phone", "44-55-66", NULL);
  garden = town_add (&town, BARY_KIND_MEMBERSHIP, NULL);
  bary_record_set_all (garden, "cluster", bary_record_get_id (town.cluster), "organisation", bary_record_get_id (town.garden),
                       "group", bary_record_get_id (town.group), "from", "2025-09-01", NULL);
  g_object_ref (garden);
  g_assert_true (import_with (fixture, &town, BARY_IMPORT_DRY_RUN | BARY_IMPORT_PREVIEW, &report, &error));
  g_assert_no_error (error);

  for (guint kind = 0; kind < BARY_N_KINDS; kind++)
    for (guint operation = BARY_CHANGE_ADD; operation <= BARY_CHANGE_REMOVE; operation++)
      n += bary_preview_count (report.preview, kind, operation);
  g_assert_cmpuint (n, ==, report.added + report.changed);
  g_assert_cmpuint (bary_preview_count (report.preview, BARY_KIND_ORGANISATION, BARY_CHANGE_SET), ==, 1);
  g_assert_cmpuint (bary_preview_count (report.preview, BARY_KIND_MEMBERSHIP, BARY_CHANGE_ADD), ==, 1);

  assert_previewed (report.preview, fixture->store, BARY_KIND_ORGANISATION, 0, BARY_CHANGE_SET, "Школа № 1",
                    "phone", "11-22-33", "44-55-66");
  assert_previewed (report.preview, fixture->store, BARY_KIND_MEMBERSHIP, 0, BARY_CHANGE_ADD, "Кластер · Детский сад № 2 · А",
                    "organisation", "", "Детский сад № 2");
  g_assert_null (bary_preview_get (report.preview, fixture->store, BARY_KIND_MEMBERSHIP, 1));
  assert_value (fixture, town.school, "phone", "11-22-33");
}

/* Where there is nothing yet, all is new, and what refers to one another is all in the package. */
static void
test_rehearsed (Fixture       *fixture,
                gconstpointer  data)
{
  g_auto (Town) town = { 0 };
  g_auto (BaryImportReport) report = { 0 };
  g_autoptr (BaryRecordSource) source = NULL;
  g_autoptr (GError) error = NULL;

  town_init (&town);
  source = test_source_new (town.records);
  g_assert_true (bary_store_rehearse (source, BARY_IMPORT_PREVIEW, &report, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (bary_preview_count (report.preview, BARY_KIND_ORGANISATION, BARY_CHANGE_ADD), ==, 2);
  assert_previewed (report.preview, NULL, BARY_KIND_ORGANISATION, 1, BARY_CHANGE_ADD, "Детский сад № 2", "centre", "", "ИМЦ");
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_auto (Town) town = { 0 };
  g_auto (BaryImportReport) report = { 0 };
  g_autoptr (BaryRecordSource) source = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *before = test_digest (fixture->store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  town_init (&town);
  source = test_source_new (town.records);
  g_cancellable_cancel (cancellable);
  g_assert_false (bary_store_import (fixture->store, "Import", NULL, source, BARY_IMPORT_FLAGS_NONE, NULL, &report, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (report.refused, ==, 0);
  after = test_digest (fixture->store);
  g_assert_cmpstr (after, ==, before);
}

/* What the import wants to know first cannot be read. */
static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  g_auto (Town) town = { 0 };
  g_auto (BaryImportReport) report = { 0 };
  g_autoptr (BaryRecordSource) source = NULL;
  g_autoptr (GError) error = NULL;

  town_init (&town);
  source = test_source_new (town.records);
  g_assert_true (bary_database_execute (bary_store_get_database (fixture->store), "DROP TABLE entry", NULL));
  g_assert_false (bary_store_import (fixture->store, "Import", NULL, source, BARY_IMPORT_FLAGS_NONE, NULL, &report, NULL, &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_FAILED);
}

static void
test_undone (Fixture       *fixture,
             gconstpointer  data)
{
  g_auto (Town) town = { 0 };
  g_auto (BaryImportReport) report = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *full = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  town_init (&town);
  before = test_dump_store (fixture->store);
  import (fixture, &town, &report);
  full = test_dump_store (fixture->store);

  bary_store_undo (fixture->store, &error);
  g_assert_no_error (error);
  after = test_dump_store (fixture->store);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (count_hits (fixture, "шко"), ==, 0);

  bary_store_redo (fixture->store, &error);
  g_assert_no_error (error);
  g_free (after);
  after = test_dump_store (fixture->store);
  g_assert_cmpstr (after, ==, full);
  g_assert_cmpuint (count_hits (fixture, "шко"), ==, 1);
}

/* Many notices are counted; so many are kept. */
static void
test_many_notices (Fixture       *fixture,
                   gconstpointer  data)
{
  g_auto (Town) town = { 0 };
  g_auto (BaryImportReport) report = { 0 };

  town_init (&town);
  g_ptr_array_set_size (town.records, 3);
  for (guint i = 0; i < BARY_IMPORT_MOST_NOTICES + 5; i++)
    bary_record_set_all (town_add (&town, BARY_KIND_ORGANISATION, "Школа № 1"), "kind", "school",
                         "centre", bary_record_get_id (town.centre), NULL);
  import (fixture, &town, &report);
  assert_counts (&report, 3, 0, BARY_IMPORT_MOST_NOTICES + 5, 0);
  g_assert_cmpuint (report.n_notices, ==, BARY_IMPORT_MOST_NOTICES + 5);
  g_assert_cmpuint (report.notices->len, ==, BARY_IMPORT_MOST_NOTICES);
}

/* What was shown is what comes in: an edit of what the package concerns outdates it. */
static void
test_plan (Fixture       *fixture,
           gconstpointer  data)
{
  g_auto (Town) town = { NULL };
  g_auto (BaryImportReport) report = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *plan = NULL;

  town_init (&town);
  import (fixture, &town, &report);
  bary_record_set_all (town.school, "phone", "44-55-66", NULL);
  import_with (fixture, &town, BARY_IMPORT_DRY_RUN, &report, &error);
  g_assert_no_error (error);
  assert_counts (&report, 0, 1, town.records->len - 1, 0);
  plan = g_strdup (report.plan);

  edit (fixture, town.school, "note", "здесь");
  g_assert_false (import_as_planned (fixture, &town, plan));
  assert_value (fixture, town.school, "phone", "11-22-33");

  bary_store_undo (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_true (import_as_planned (fixture, &town, plan));
  assert_value (fixture, town.school, "phone", "44-55-66");
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *name; gconstpointer data; void (*run) (Fixture *, gconstpointer); } tests[] = {
    { "/import/new-and-same", NULL, test_new_and_same },
    { "/import/changed", NULL, test_changed },
    { "/import/conflict", NULL, test_conflict },
    { "/import/own-record", NULL, test_own_record },
    { "/import/twins", NULL, test_twins },
    { "/import/people", NULL, test_people },
    { "/import/memberships", NULL, test_memberships },
    { "/import/refused/reference", spoil_reference, test_refused },
    { "/import/refused/id", spoil_id, test_refused },
    { "/import/refused/required", spoil_required, test_refused },
    { "/import/refused/range", spoil_range, test_refused },
    { "/import/dry-run", NULL, test_dry_run },
    { "/import/preview", NULL, test_preview },
    { "/import/rehearsed", NULL, test_rehearsed },
    { "/import/cancelled", NULL, test_cancelled },
    { "/import/damaged", NULL, test_damaged },
    { "/import/plan", NULL, test_plan },
    { "/import/undone", NULL, test_undone },
    { "/import/many-notices", NULL, test_many_notices },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, tests[i].data, test_set_up, tests[i].run, test_tear_down);

  return g_test_run ();
}
