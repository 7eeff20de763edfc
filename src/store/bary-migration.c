#include "bary-migration.h"

#include "bary-chain.h"
#include "bary-config.h"
#include "bary-copy.h"
#include "bary-file.h"
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
              guint          latest,
              guint         *version,
              GError       **error)
{
  gint64 number;

  if (!bary_database_query_integer (database, "PRAGMA user_version", &number, error))
    return FALSE;

  *version = number;
  if (number >= 0 && number <= latest)
    return TRUE;

  g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_NEWER,
               /* Translators: 1: a file, 2 and 3: numbers of versions */
               _("%1$s: a newer version of the program made this file (format %2$u, this program knows %3$u): update the program"),
               bary_database_get_path (database), *version, latest);
  return FALSE;
}

gboolean
bary_migration_check (BaryDatabase  *database,
                      GError       **error)
{
  guint version;

  return read_version (database, bary_migration_get_latest (), &version, error);
}

gboolean
bary_migration_check_latest (BaryDatabase  *database,
                             GError       **error)
{
  guint latest = bary_migration_get_latest ();
  guint version;

  if (!read_version (database, latest, &version, error))
    return FALSE;
  if (version == latest)
    return TRUE;

  g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_READ_ONLY,
               _("%s: an older version of the program made this file, and it must be written to be brought up to date: "
                 "copy it to a folder of your own and open the copy"), bary_database_get_path (database));
  return FALSE;
}

/* Written whole before it gets its name; one left by an earlier attempt may be out of date and is replaced. */
static gboolean
keep_copy (BaryDatabase  *database,
           guint          version,
           GError       **error)
{
  const char *path = bary_database_get_path (database);
  g_autofree char *name = g_strdup_printf ("%s.before-%u", path, version);
  g_autoptr (BaryDatabase) reader = bary_database_open (path, BARY_DATABASE_READ_ONLY, error);
  g_autofree char *temporary = reader != NULL ? bary_copy_make (reader, name, NULL, error) : NULL;

  if (temporary == NULL)
    return FALSE;
  if (bary_file_publish (temporary, name, TRUE, error))
    return TRUE;

  bary_file_discard (temporary);
  return FALSE;
}

static gboolean
run_scripts (BaryDatabase       *database,
             const char *const  *scripts,
             guint               version,
             GError            **error)
{
  for (; scripts[version] != NULL; version++)
    {
      g_autofree char *mark = g_strdup_printf ("PRAGMA user_version = %u", version + 1);

      if (!bary_database_execute (database, scripts[version], error) || !bary_database_execute (database, mark, error))
        return FALSE;
    }
  return TRUE;
}

/* What older versions have logged, and what a script adds to the log, gets its links. */
static gboolean
link_log (BaryDatabase  *database,
          GError       **error)
{
  gint64 linked;

  if (!bary_database_query_integer (database, "SELECT count (*) FROM pragma_table_info ('action') WHERE name = 'link'", &linked, error))
    return FALSE;

  return linked == 0 || bary_chain_complete (database, error);
}

/* Nobody else writes between the copy and the change. */
static gboolean
migrate_alone (BaryDatabase       *database,
               const char *const  *scripts,
               guint               latest,
               GError            **error)
{
  guint version;

  if (!bary_database_begin (database, error))
    return FALSE;

  /* Another process may have been quicker. */
  if (!read_version (database, latest, &version, error) ||
      (version > 0 && version < latest && !keep_copy (database, latest, error)) ||
      !run_scripts (database, scripts, version, error) || !link_log (database, error))
    {
      bary_database_rollback (database);
      return FALSE;
    }
  return bary_database_commit (database, error);
}

gboolean
bary_migrate_by (BaryDatabase       *database,
                 const char *const  *scripts,
                 GError            **error)
{
  guint latest = g_strv_length ((char **) scripts);
  guint version;

  if (!read_version (database, latest, &version, error))
    return FALSE;

  return version == latest || migrate_alone (database, scripts, latest, error);
}

gboolean
bary_migrate (BaryDatabase  *database,
              GError       **error)
{
  g_autoptr (GPtrArray) scripts = g_ptr_array_new_with_free_func (g_free);

  for (guint number = 1; number <= bary_migration_get_latest (); number++)
    {
      g_autofree char *name = g_strdup_printf (FOLDER "/%03u.sql", number);
      g_autoptr (GBytes) sql = g_resource_lookup_data (bary_store_get_resource (), name, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

      if (sql == NULL)
        return FALSE;
      g_ptr_array_add (scripts, g_strdup (g_bytes_get_data (sql, NULL)));
    }

  g_ptr_array_add (scripts, NULL);
  return bary_migrate_by (database, (const char *const *) scripts->pdata, error);
}
