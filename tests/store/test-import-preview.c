#include "bary-test-import.h"

#include "bary-id.h"

/* The plan of a dry run, held against the database as it is by now. Returns: whether it was taken in. */
static gboolean
import_as_planned (TownFixture *fixture,
                   const char  *plan)
{
  g_autoptr (BaryRecordSource) source = test_source_new (fixture->town.records);
  g_auto (BaryImportReport) report = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean taken = bary_store_import (fixture->base.store, "Import %s", "town", source, BARY_IMPORT_FLAGS_NONE, plan, &report, NULL, &error);

  if (!taken)
    g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_OUTDATED);
  return taken;
}

static void
test_dry_run (TownFixture   *fixture,
              gconstpointer  data)
{
  g_autofree char *nobody = bary_id_new ();
  g_autofree char *before = test_digest (fixture->base.store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  import_with (fixture, BARY_IMPORT_DRY_RUN, &error);
  g_assert_no_error (error);
  assert_counts (fixture, 7, 0, 0, 0);
  after = test_digest (fixture->base.store);
  g_assert_cmpstr (after, ==, before);

  bary_record_set_all (fixture->town.membership, "group", nobody, NULL);
  g_assert_false (import_with (fixture, BARY_IMPORT_DRY_RUN, &error));
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
test_preview (TownFixture   *fixture,
              gconstpointer  data)
{
  g_autoptr (BaryRecord) garden = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  import_town (fixture);
  g_assert_null (fixture->report.preview);
  bary_record_set_all (fixture->town.school, "phone", "44-55-66", NULL);
  garden = town_add (&fixture->town, BARY_KIND_MEMBERSHIP, NULL);
  bary_record_set_all (garden, "cluster", bary_record_get_id (fixture->town.cluster), "organisation", bary_record_get_id (fixture->town.garden),
                       "group", bary_record_get_id (fixture->town.group), "from", "2025-09-01", NULL);
  g_object_ref (garden);
  g_assert_true (import_with (fixture, BARY_IMPORT_DRY_RUN | BARY_IMPORT_PREVIEW, &error));
  g_assert_no_error (error);

  for (guint kind = 0; kind < BARY_N_KINDS; kind++)
    for (guint operation = BARY_CHANGE_ADD; operation <= BARY_CHANGE_REMOVE; operation++)
      n += bary_preview_count (fixture->report.preview, kind, operation);
  g_assert_cmpuint (n, ==, fixture->report.added + fixture->report.changed);
  g_assert_cmpuint (bary_preview_count (fixture->report.preview, BARY_KIND_ORGANISATION, BARY_CHANGE_SET), ==, 1);
  g_assert_cmpuint (bary_preview_count (fixture->report.preview, BARY_KIND_MEMBERSHIP, BARY_CHANGE_ADD), ==, 1);

  assert_previewed (fixture->report.preview, fixture->base.store, BARY_KIND_ORGANISATION, 0, BARY_CHANGE_SET, "Школа № 1",
                    "phone", "11-22-33", "44-55-66");
  assert_previewed (fixture->report.preview, fixture->base.store, BARY_KIND_MEMBERSHIP, 0, BARY_CHANGE_ADD, "Кластер · Детский сад № 2 · А",
                    "organisation", "", "Детский сад № 2");
  g_assert_null (bary_preview_get (fixture->report.preview, fixture->base.store, BARY_KIND_MEMBERSHIP, 1));
  assert_value (fixture, fixture->town.school, "phone", "11-22-33");
}

/* Where there is nothing yet, all is new, and what refers to one another is all in the package. */
static void
test_rehearsed (TownFixture   *fixture,
                gconstpointer  data)
{
  g_autoptr (BaryRecordSource) source = NULL;
  g_autoptr (GError) error = NULL;

  source = test_source_new (fixture->town.records);
  g_assert_true (bary_store_rehearse (source, BARY_IMPORT_PREVIEW, &fixture->report, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (bary_preview_count (fixture->report.preview, BARY_KIND_ORGANISATION, BARY_CHANGE_ADD), ==, 2);
  assert_previewed (fixture->report.preview, NULL, BARY_KIND_ORGANISATION, 1, BARY_CHANGE_ADD, "Детский сад № 2", "centre", "", "ИМЦ");
}

/* What was shown is what comes in: an edit of what the package concerns outdates it. */
static void
test_plan (TownFixture   *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *plan = NULL;

  import_town (fixture);
  bary_record_set_all (fixture->town.school, "phone", "44-55-66", NULL);
  import_with (fixture, BARY_IMPORT_DRY_RUN, &error);
  g_assert_no_error (error);
  assert_counts (fixture, 0, 1, fixture->town.records->len - 1, 0);
  plan = g_strdup (fixture->report.plan);

  edit (fixture, fixture->town.school, "note", "здесь");
  g_assert_false (import_as_planned (fixture, plan));
  assert_value (fixture, fixture->town.school, "phone", "11-22-33");

  bary_store_undo (fixture->base.store, &error);
  g_assert_no_error (error);
  g_assert_true (import_as_planned (fixture, plan));
  assert_value (fixture, fixture->town.school, "phone", "44-55-66");
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *name; gconstpointer data; void (*run) (TownFixture *, gconstpointer); } tests[] = {
    { "/import-preview/dry-run", NULL, test_dry_run },
    { "/import-preview/preview", NULL, test_preview },
    { "/import-preview/rehearsed", NULL, test_rehearsed },
    { "/import-preview/plan", NULL, test_plan },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, TownFixture, tests[i].data, town_set_up, tests[i].run, town_tear_down);

  return g_test_run ();
}
