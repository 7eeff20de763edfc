#include "bary-country.h"
#include "bary-floor.h"
#include "bary-import.h"
#include "bary-package-writer.h"
#include "bary-package.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <time.h>

/* Prints "import: RATIO": the time of importing a country, with its history and search index, over that of
 * libxml2's push parser with the grammar plugged in and bare inserts of the same rows into the same tables; and
 * "import-again: RATIO", the same where nothing is new. */

#define ROUNDS 3

static void
run_import (BaryStore  *store,
            const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryPackage) package = bary_package_open (path, &error);
  g_auto (BaryImportReport) report = { 0 };

  g_assert_no_error (error);
  bary_store_import (store, "Import %s", path, BARY_RECORD_SOURCE (package), BARY_IMPORT_FLAGS_NONE, NULL, &report, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report.n_notices, ==, 0);
}

static void
run_floor (BaryStore  *store,
           const char *path)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();

  g_ptr_array_add (paths, (gpointer) path);
  bary_floor_run (store, paths, 1);
}

/* Measuring */

typedef void (*Run) (BaryStore *store, const char *path);

/* Of the calling thread: what a busy machine does not blur. */
static double
get_cpu_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

static double
measure (const char *folder,
         const char *package,
         Run         run,
         double     *again,
         double     *cpu,
         gint64     *rows)
{
  g_autofree char *path = g_build_filename (folder, "benchmark.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryStore) store = bary_store_open (path, BARY_DATABASE_CREATE, &error);
  gint64 start;
  double seconds;

  g_assert_no_error (error);
  *cpu = -get_cpu_time ();
  start = g_get_monotonic_time ();
  run (store, package);
  seconds = (g_get_monotonic_time () - start) / 1e6;
  *cpu += get_cpu_time ();
  if (again != NULL)
    {
      start = g_get_monotonic_time ();
      run (store, package);
      *again = (g_get_monotonic_time () - start) / 1e6;
    }

  bary_store_count (store, BARY_KIND_MEMBERSHIP, rows, &error);
  g_assert_no_error (error);
  g_clear_object (&store);
  g_unlink (path);
  return seconds;
}

int
main (int   argc,
      char *argv[])
{
  BaryCountrySize size = BARY_COUNTRY_SIZE;
  g_autofree char *folder = g_dir_make_tmp ("bary-benchmark-XXXXXX", NULL);
  g_autofree char *package = g_build_filename (folder, "country.xml", NULL);
  g_autoptr (BaryManifest) manifest = bary_manifest_new_now ("A made-up country", NULL);
  g_autoptr (BaryRecordSource) country = NULL;
  g_autoptr (GError) error = NULL;
  double floor_best = G_MAXDOUBLE;
  double import_best = G_MAXDOUBLE;
  double again_best = G_MAXDOUBLE;

  if (argc > 1)
    size.memberships = atoi (argv[1]);
  country = bary_country_new (&size);
  bary_package_write (package, manifest, country, NULL, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 floor_rows;
      gint64 import_rows;
      double floor_cpu;
      double import_cpu;
      double again;
      double floor_time = measure (folder, package, run_floor, NULL, &floor_cpu, &floor_rows);
      double import_time = measure (folder, package, run_import, &again, &import_cpu, &import_rows);

      g_print ("# round %u: floor %.2f s (processor %.2f s), import %.2f s (processor of the storing thread %.2f s), again %.2f s\n",
               i + 1, floor_time, floor_cpu, import_time, import_cpu, again);
      g_assert_cmpint (floor_rows, ==, size.memberships);
      g_assert_cmpint (import_rows, ==, size.memberships);
      floor_best = MIN (floor_best, floor_time);
      import_best = MIN (import_best, import_time);
      again_best = MIN (again_best, again);
    }

  g_print ("import: %.2f\n", import_best / floor_best);
  g_print ("import-again: %.2f\n", again_best / floor_best);
  g_unlink (package);
  g_rmdir (folder);
  return EXIT_SUCCESS;
}
