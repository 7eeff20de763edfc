#include "bary-test-package.h"

#include <string.h>

static const char *const samples[] = {
  "data/samples/000-kalininsky.xml",
  "data/samples/001-krasnoselsky-upbringing.xml",
  "data/samples/002-krasnodar.xml",
  "data/samples/003-krasnoselsky-innovation.xml",
  "data/samples/004-shushensky.xml",
  "data/samples/005-contests.xml",
  "data/contests/base-site.xml",
  "data/contests/internship-site.xml",
};

/* record → store → package → record */
static void
test_every_field (Fixture       *fixture,
                  gconstpointer  data)
{
  const char *name = data;
  g_autoptr (GPtrArray) records = test_full_records ();
  g_autoptr (BaryRecordSource) source = test_source_new (records);
  g_autofree char *expected = test_dump (source);
  g_autofree char *path = test_path (fixture, name);
  g_autofree char *in_store = NULL;
  g_autofree char *in_package = NULL;
  g_auto (BaryImportReport) report = { 0 };
  g_autoptr (GError) error = NULL;

  bary_store_import (fixture->store, "Import %s", NULL, source, BARY_IMPORT_FLAGS_NONE, NULL, &report, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report.added, ==, records->len);
  in_store = test_dump_store (fixture->store);
  g_assert_cmpstr (in_store, ==, expected);

  test_export (fixture->store, path);
  bary_package_validate (path, NULL, &error);
  g_assert_no_error (error);
  in_package = test_dump_package (path);
  g_assert_cmpstr (in_package, ==, expected);
}

static void
test_sample (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *sample = test_source_path (data);
  g_autofree char *path = test_path (fixture, "out.xml");
  g_autofree char *expected = NULL;
  g_autofree char *exported = NULL;
  g_auto (BaryImportReport) report = { 0 };
  g_auto (BaryImportReport) again = { 0 };
  g_autoptr (GPtrArray) actions = NULL;
  g_autoptr (GError) error = NULL;

  bary_package_validate (sample, NULL, &error);
  g_assert_no_error (error);
  test_import (fixture->store, sample, &report, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report.added, >, 10);
  g_assert_cmpuint (report.n_notices, ==, 0);

  test_export (fixture->store, path);
  expected = test_dump_package (sample);
  exported = test_dump_package (path);
  g_assert_cmpstr (exported, ==, expected);

  test_import (fixture->store, sample, &again, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again.same, ==, report.added);
  g_assert_cmpuint (again.added + again.changed + again.conflicts + again.refused, ==, 0);
  actions = bary_store_list_actions (fixture->store, NULL, 0, &error);
  g_assert_cmpuint (actions->len, ==, 1);
}

static void
test_manifest (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *path = test_path (fixture, "out.xml");
  g_autoptr (BaryPackage) package = NULL;
  g_autoptr (GError) error = NULL;
  const BaryPackageRemark *remark;

  test_export (fixture->store, path);
  package = bary_package_open (path, &error);
  g_assert_no_error (error);
  g_assert_null (bary_package_get_sender (package));
  bary_package_read_manifest (package, &error);
  g_assert_no_error (error);

  g_assert_cmpstr (bary_package_get_sender (package), ==, "ИМЦ «Проба» & соседи");
  g_assert_null (bary_package_get_source (package));
  g_assert_cmpuint (bary_package_get_remarks (package)->len, ==, 1);
  remark = bary_package_get_remarks (package)->pdata[0];
  g_assert_cmpstr (remark->text, ==, "1 < 2");
  g_assert_null (remark->record);
}

/* A package that cannot be written leaves what was there. */
static void
test_write_failure (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *path = test_path (fixture, "no/such/folder.xml");
  g_autoptr (BaryManifest) manifest = bary_manifest_new_now ("ИМЦ", NULL);
  g_autoptr (BaryRecordSource) source = bary_store_source_new (fixture->store);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autofree char *present = test_path (fixture, "out.xml");
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (bary_package_write (path, manifest, source, NULL, &error));
  g_assert_error (error, BARY_PACKAGE_ERROR, BARY_PACKAGE_ERROR_IO);
  g_assert_nonnull (strstr (error->message, path));
  g_clear_error (&error);

  g_file_set_contents (present, "before", -1, &error);
  g_assert_no_error (error);
  g_cancellable_cancel (cancelled);
  g_assert_false (bary_package_write (present, manifest, source, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_file_get_contents (present, &contents, NULL, NULL);
  g_assert_cmpstr (contents, ==, "before");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/round-trip/every-field", Fixture, "out.xml", test_set_up, test_every_field, test_tear_down);
  g_test_add ("/round-trip/every-field-compressed", Fixture, "out.xml.gz", test_set_up, test_every_field, test_tear_down);
  g_test_add ("/round-trip/manifest", Fixture, NULL, test_set_up, test_manifest, test_tear_down);
  g_test_add ("/round-trip/write-failure", Fixture, NULL, test_set_up, test_write_failure, test_tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *name = g_path_get_basename (samples[i]);
      g_autofree char *path = g_strconcat ("/round-trip/sample/", name, NULL);

      g_test_add (path, Fixture, samples[i], test_set_up, test_sample, test_tear_down);
    }

  return g_test_run ();
}
