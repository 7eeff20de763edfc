#include "bary-country.h"
#include "bary-import.h"
#include "bary-package-writer.h"
#include "bary-package.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <libxml/xmlwriter.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* Prints "export: RATIO": the time of writing a country as a package over that of writing the same elements with
 * libxml2 alone; and "export-memory", "import-memory": the peak of a large package over that of one a tenth of it, or a
 * hundredth in the long mode, which writes a gigabyte. */

#define ROUNDS 3

/* The floor */

static gboolean
write_element (BaryRecord  *record,
               guint        line,
               gpointer     user_data,
               GError     **error)
{
  xmlTextWriterPtr writer = user_data;
  const BaryKindInfo *info = bary_record_get_info (record);

  xmlTextWriterStartElement (writer, BAD_CAST info->name);
  xmlTextWriterWriteAttribute (writer, BAD_CAST "id", BAD_CAST bary_record_get_id (record));
  for (guint i = 0; i < info->n_fields; i++)
    {
      const char *value = bary_record_get (record, &info->fields[i]);

      if (value != NULL)
        xmlTextWriterWriteElement (writer, BAD_CAST info->fields[i].name, BAD_CAST value);
    }
  xmlTextWriterEndElement (writer);
  return TRUE;
}

static void
run_floor (BaryRecordSource *country,
           const char       *path)
{
  xmlTextWriterPtr writer = xmlNewTextWriterFilename (path, 0);
  g_autoptr (GError) error = NULL;
  int fd;

  g_assert_nonnull (writer);
  xmlTextWriterSetIndent (writer, 1);
  xmlTextWriterStartDocument (writer, NULL, "UTF-8", NULL);
  xmlTextWriterStartElement (writer, BAD_CAST "package");
  bary_record_source_foreach (country, write_element, writer, NULL, &error);
  g_assert_no_error (error);
  xmlTextWriterEndDocument (writer);
  xmlFreeTextWriter (writer);
  fd = g_open (path, O_RDONLY, 0);
  g_assert_cmpint (fsync (fd), ==, 0);
  close (fd);
}

static void
run_export (BaryRecordSource *country,
            const char       *path)
{
  g_autoptr (BaryManifest) manifest = bary_manifest_new_now ("A made-up country", NULL);
  g_autoptr (GError) error = NULL;

  bary_package_write (path, manifest, country, NULL, &error);
  g_assert_no_error (error);
}

static double
measure (BaryRecordSource  *country,
         const char        *path,
         void             (*run) (BaryRecordSource *country, const char *path))
{
  gint64 start = g_get_monotonic_time ();

  run (country, path);
  return (g_get_monotonic_time () - start) / 1e6;
}

static void
measure_time (const char *path)
{
  BaryCountrySize size = BARY_COUNTRY_SIZE;
  g_autoptr (BaryRecordSource) country = bary_country_new (&size);
  double floor_best = G_MAXDOUBLE;
  double export_best = G_MAXDOUBLE;

  for (guint i = 0; i < ROUNDS; i++)
    {
      double floor_time = measure (country, path, run_floor);
      double export_time = measure (country, path, run_export);

      g_print ("# round %u: floor %.2f s, export %.2f s\n", i + 1, floor_time, export_time);
      floor_best = MIN (floor_best, floor_time);
      export_best = MIN (export_best, export_time);
    }
  g_print ("export: %.2f\n", export_best / floor_best);
}

/* Memory */

typedef void (*Task) (const char *package, const char *database, const BaryCountrySize *size);

static void
write_task (const char            *package,
            const char            *database,
            const BaryCountrySize *size)
{
  g_autoptr (BaryRecordSource) country = bary_country_new (size);

  run_export (country, package);
}

static void
import_task (const char            *package,
             const char            *database,
             const BaryCountrySize *size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryStore) store = bary_store_open (database, BARY_DATABASE_CREATE, &error);
  g_autoptr (BaryPackage) opened = bary_package_open (package, &error);
  g_auto (BaryImportReport) report = { 0 };

  g_assert_no_error (error);
  bary_store_import (store, "Import %s", package, BARY_RECORD_SOURCE (opened), BARY_IMPORT_FLAGS_NONE, NULL, &report, NULL, &error);
  g_assert_no_error (error);
}

/* Returns: kibibytes, of a process of its own. */
static long
measure_peak (Task                   task,
              const char            *package,
              const char            *database,
              const BaryCountrySize *size)
{
  struct rusage usage;
  int status;
  pid_t pid = fork ();

  if (pid == 0)
    {
      task (package, database, size);
      _exit (0);
    }
  g_assert_cmpint (wait4 (pid, &status, 0, &usage), ==, pid);
  g_assert_cmpint (status, ==, 0);
  return usage.ru_maxrss;
}

static BaryCountrySize
scale (guint numerator,
       guint denominator)
{
  BaryCountrySize size = BARY_COUNTRY_SIZE;

  return (BaryCountrySize) { size.centres * numerator / denominator, size.schools * numerator / denominator,
                             size.clusters * numerator / denominator, size.memberships * numerator / denominator };
}

static void
measure_memory (const char *folder,
                const char *package)
{
  BaryCountrySize small = scale (1, 10);
  BaryCountrySize large = scale (g_getenv ("BARYCENTER_LONG") != NULL ? 10 : 1, 1);
  g_autofree char *first = g_build_filename (folder, "first.db", NULL);
  g_autofree char *second = g_build_filename (folder, "second.db", NULL);
  long written[2];
  long taken[2];

  written[0] = measure_peak (write_task, package, first, &small);
  taken[0] = measure_peak (import_task, package, first, &small);
  written[1] = measure_peak (write_task, package, second, &large);
  taken[1] = measure_peak (import_task, package, second, &large);
  g_print ("# export %ld and %ld KiB, import %ld and %ld KiB\n", written[0], written[1], taken[0], taken[1]);
  g_print ("export-memory: %.2f\n", (double) written[1] / written[0]);
  g_print ("import-memory: %.2f\n", (double) taken[1] / taken[0]);
  g_unlink (first);
  g_unlink (second);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("bary-benchmark-XXXXXX", NULL);
  g_autofree char *package = g_build_filename (folder, "country.xml", NULL);

  measure_memory (folder, package);
  measure_time (package);
  g_unlink (package);
  g_rmdir (folder);
  return EXIT_SUCCESS;
}
