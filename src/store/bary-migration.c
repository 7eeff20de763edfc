#include "bary-migration.h"

#include "bary-config.h"
#include "bary-store-resources.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#define FOLDER "/org/barycenter/Barycenter/store/migrations"

guint
bary_migration_get_latest (void)
{
  g_auto (GStrv) names = g_resource_enumerate_children (bary_store_get_resource (), FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (names != NULL);

  return g_strv_length (names);
}

static gboolean
read_version (BaryDatabase  *database,
              guint         *version,
              GError       **error)
{
  gint64 number;

  if (!bary_database_query_integer (database, "PRAGMA user_version", &number, error))
    return FALSE;

  *version = number;
  if (number <= bary_migration_get_latest ())
    return TRUE;

  g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_NEWER,
               /* Translators: 1: a file, 2 and 3: numbers of versions */
               _("%1$s: a newer version of the program made this file (format %2$u, this program knows %3$u): update the program"),
               bary_database_get_path (database), *version, bary_migration_get_latest ());
  return FALSE;
}

gboolean
bary_migration_check (BaryDatabase  *database,
                      GError       **error)
{
  guint version;

  return read_version (database, &version, error);
}

static gboolean
keep_copy (BaryDatabase  *database,
           guint          version,
           GError       **error)
{
  g_autoptr (BaryStatement) statement = bary_database_prepare (database, "VACUUM INTO ?", error);
  g_autofree char *copy = g_strdup_printf ("%s.before-%u", bary_database_get_path (database), version + 1);

  if (statement == NULL)
    return FALSE;
  if (g_file_test (copy, G_FILE_TEST_EXISTS))
    return TRUE;

  bary_statement_bind_text (statement, 0, copy);
  return bary_statement_run (statement, error);
}

static gboolean
apply (BaryDatabase  *database,
       guint          number,
       GError       **error)
{
  g_autofree char *name = g_strdup_printf (FOLDER "/%03u.sql", number);
  g_autoptr (GBytes) sql = g_resource_lookup_data (bary_store_get_resource (), name, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autofree char *mark = g_strdup_printf ("PRAGMA user_version = %u", number);
  guint present = 0;

  if (sql == NULL || !bary_database_begin (database, error))
    return FALSE;

  /* Another process may have been quicker. */
  if (!read_version (database, &present, error) ||
      (present < number && (!bary_database_execute (database, g_bytes_get_data (sql, NULL), error) ||
                            !bary_database_execute (database, mark, error))))
    {
      bary_database_rollback (database);
      return FALSE;
    }

  return bary_database_commit (database, error);
}

gboolean
bary_migrate (BaryDatabase  *database,
              GError       **error)
{
  guint version;

  if (!read_version (database, &version, error))
    return FALSE;

  if (version > 0 && version < bary_migration_get_latest () && !keep_copy (database, version, error))
    return FALSE;

  for (guint number = version + 1; number <= bary_migration_get_latest (); number++)
    if (!apply (database, number, error))
      return FALSE;

  return TRUE;
}
