#include "bary-country.h"
#include "bary-import.h"
#include "bary-package-writer.h"

#include <stdlib.h>

/* Writes a made-up country as a package, or as a database when the name ends with ".db". */

static gboolean
write_package (const char        *path,
               BaryRecordSource  *country,
               GError           **error)
{
  g_autoptr (BaryManifest) manifest = bary_manifest_new_now ("A made-up country", NULL);

  return bary_package_write (path, manifest, country, NULL, error);
}

static gboolean
write_database (const char        *path,
                BaryRecordSource  *country,
                GError           **error)
{
  g_autoptr (BaryStore) store = bary_store_open (path, BARY_DATABASE_CREATE, error);
  g_auto (BaryImportReport) report = { 0 };

  return store != NULL &&
         bary_store_import (store, "Import %s", "country", country, BARY_IMPORT_FLAGS_NONE, NULL, &report, NULL, error);
}

int
main (int   argc,
      char *argv[])
{
  BaryCountrySize size = BARY_COUNTRY_SIZE;
  const GOptionEntry entries[] = {
    { "centres", 0, 0, G_OPTION_ARG_INT, &size.centres, "How many centres", "N" },
    { "schools", 0, 0, G_OPTION_ARG_INT, &size.schools, "How many schools", "N" },
    { "clusters", 0, 0, G_OPTION_ARG_INT, &size.clusters, "How many clusters", "N" },
    { "memberships", 0, 0, G_OPTION_ARG_INT, &size.memberships, "How many memberships", "N" },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("FILE.xml|FILE.xml.gz|FILE.db");
  g_autoptr (BaryRecordSource) country = NULL;
  g_autoptr (GError) error = NULL;
  gboolean written;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2 ||
      size.centres == 0 || size.schools == 0 || size.clusters == 0)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "One file, and at least one centre, school and cluster");
      return 2;
    }

  country = bary_country_new (&size);
  written = g_str_has_suffix (argv[1], ".db") ? write_database (argv[1], country, &error)
                                              : write_package (argv[1], country, &error);
  if (!written)
    g_printerr ("%s\n", error->message);
  return written ? EXIT_SUCCESS : EXIT_FAILURE;
}
