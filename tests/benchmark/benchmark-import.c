#include "bary-country.h"
#include "bary-grammar.h"
#include "bary-import.h"
#include "bary-mapper.h"
#include "bary-package-writer.h"
#include "bary-package.h"

#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Prints "import: RATIO": the time of importing a country, with its history and search index, over that of
 * libxml2's push parser with the grammar plugged in and bare inserts of the same rows into the same tables; and
 * "import-again: RATIO", the same where nothing is new. */

#define ROUNDS 3
#define CHUNK (32 * 1024)
#define MOST_FIELDS 32

/* The floor */

typedef struct {
  sqlite3            *database;
  sqlite3_stmt       *inserts[BARY_N_KINDS];
  const BaryKindInfo *info;  /* of the present record */
  GString            *id;
  GString            *values[MOST_FIELDS];
  gboolean            filled[MOST_FIELDS];
  GString            *text;  /* of the present field */
  guint               depth;
  guint               rows;
} Floor;

static void
floor_start (void           *user_data,
             const xmlChar  *name,
             const xmlChar  *prefix,
             const xmlChar  *uri,
             int             n_namespaces,
             const xmlChar **namespaces,
             int             n_attributes,
             int             n_defaulted,
             const xmlChar **attributes)
{
  Floor *self = user_data;

  self->depth++;
  if (self->depth == 3 && n_attributes == 1)
    {
      if (self->info == NULL || strcmp (self->info->name, (const char *) name) != 0)
        {
          BaryKind kind;

          g_assert_true (bary_kind_from_name ((const char *) name, &kind, NULL));
          self->info = bary_kind_get_info (kind);
        }
      g_string_truncate (self->id, 0);
      g_string_append_len (self->id, (const char *) attributes[3], attributes[4] - attributes[3]);
      memset (self->filled, 0, sizeof self->filled);
    }
  else if (self->depth == 4 && self->info != NULL)
    for (guint i = 0; i < self->info->n_fields; i++)
      if (strcmp (self->info->fields[i].name, (const char *) name) == 0)
        {
          self->filled[i] = TRUE;
          self->text = self->values[i];
          g_string_truncate (self->text, 0);
          break;
        }
}

static void
floor_insert (Floor *self)
{
  sqlite3_stmt *insert = self->inserts[self->info->kind];

  sqlite3_bind_text (insert, 1, self->id->str, self->id->len, SQLITE_STATIC);
  for (guint i = 0; i < self->info->n_fields; i++)
    if (self->filled[i])
      sqlite3_bind_text (insert, i + 2, self->values[i]->str, self->values[i]->len, SQLITE_STATIC);
    else
      sqlite3_bind_null (insert, i + 2);
  g_assert_cmpint (sqlite3_step (insert), ==, SQLITE_DONE);
  sqlite3_reset (insert);
  self->rows++;
}

static void
floor_end (void          *user_data,
           const xmlChar *name,
           const xmlChar *prefix,
           const xmlChar *uri)
{
  Floor *self = user_data;

  if (self->depth == 3 && self->info != NULL)
    floor_insert (self);
  self->text = NULL;
  self->depth--;
}

static void
floor_text (void          *user_data,
            const xmlChar *text,
            int            length)
{
  Floor *self = user_data;

  if (self->text != NULL)
    g_string_append_len (self->text, (const char *) text, length);
}

static void
floor_prepare (Floor *self)
{
  self->id = g_string_new (NULL);
  for (guint i = 0; i < MOST_FIELDS; i++)
    self->values[i] = g_string_sized_new (256);

  for (guint kind = 0; kind < BARY_N_KINDS; kind++)
    {
      const BaryKindInfo *info = bary_kind_get_info (kind);
      g_autofree char *columns = bary_mapper_get_columns (kind, "");
      g_autoptr (GString) sql = g_string_new (NULL);

      g_string_printf (sql, "INSERT INTO \"%s\" (%s) VALUES (?", info->name, columns);
      for (guint i = 0; i < info->n_fields; i++)
        g_string_append (sql, ", ?");
      g_string_append (sql, ")");
      g_assert_cmpint (sqlite3_prepare_v3 (self->database, sql->str, -1, SQLITE_PREPARE_PERSISTENT, &self->inserts[kind], NULL),
                       ==, SQLITE_OK);
    }
}

static void
floor_clear (Floor *self)
{
  for (guint kind = 0; kind < BARY_N_KINDS; kind++)
    sqlite3_finalize (self->inserts[kind]);
  for (guint i = 0; i < MOST_FIELDS; i++)
    g_string_free (self->values[i], TRUE);
  g_string_free (self->id, TRUE);
}

static void
floor_parse (Floor      *self,
             const char *path)
{
  xmlSAXHandler handlers = { .startElementNs = floor_start, .endElementNs = floor_end, .characters = floor_text,
                             .initialized = XML_SAX2_MAGIC };
  xmlSchemaValidCtxtPtr grammar = xmlSchemaNewValidCtxt (bary_grammar_get ());
  xmlParserCtxtPtr parser = xmlCreatePushParserCtxt (&handlers, self, NULL, 0, NULL);
  xmlSchemaSAXPlugPtr plug = xmlSchemaSAXPlug (grammar, &parser->sax, &parser->userData);
  g_autofree char *buffer = g_malloc (CHUNK);
  FILE *file = g_fopen (path, "rb");
  gsize n;

  g_assert_nonnull (file);
  while ((n = fread (buffer, 1, CHUNK, file)) > 0)
    g_assert_cmpint (xmlParseChunk (parser, buffer, n, FALSE), ==, 0);
  g_assert_cmpint (xmlParseChunk (parser, NULL, 0, TRUE), ==, 0);
  g_assert_cmpint (xmlSchemaIsValid (grammar), ==, 1);
  fclose (file);

  xmlSchemaSAXUnplug (plug);
  xmlFreeParserCtxt (parser);
  xmlSchemaFreeValidCtxt (grammar);
}

static void
run_floor (BaryStore  *store,
           const char *path)
{
  Floor self = { bary_database_get_handle (bary_store_get_database (store)) };

  g_assert_cmpint (sqlite3_exec (self.database, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  floor_prepare (&self);
  floor_parse (&self, path);
  g_assert_cmpint (sqlite3_exec (self.database, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  floor_clear (&self);
}

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
