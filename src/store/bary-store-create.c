#include "bary-store-private.h"

#include "bary-config.h"
#include "bary-file.h"
#include "bary-id.h"
#include "bary-location.h"
#include "bary-migration.h"

#include <glib/gi18n-lib.h>

/* A new file is made whole under another name: nobody meets half a database. Leaving the journal puts everything into
 * the one file, or says why not; closing it would keep silent. */
static gboolean
fill_new_file (const char  *temporary,
               GError     **error)
{
  BaryDatabase *database = bary_database_open (temporary, BARY_DATABASE_CREATE, error);
  g_autofree char *replica = bary_id_new ();
  gboolean filled = database != NULL && bary_migrate (database, error) &&
                    bary_database_set_meta (database, BARY_META_REPLICA, replica, error) &&
                    bary_database_execute (database, "PRAGMA journal_mode = DELETE", error);

  g_clear_pointer (&database, bary_database_close);
  return filled;
}

/* SQLite would write the journal of a database that is gone into the one that takes its name. */
static gboolean
check_alone (const char  *path,
             GError     **error)
{
  if (g_file_test (path, G_FILE_TEST_EXISTS) || !bary_file_has_journal (path))
    return TRUE;

  g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_EXISTS,
               _("%s: the journal of a former database is left beside this name: move it to another folder, "
                 "or choose another name"), path);
  return FALSE;
}

gboolean
bary_store_create_file (const char  *path,
                        GError     **error)
{
  g_autofree char *own = bary_location_get_default_database ();
  g_autofree char *own_folder = g_path_get_dirname (own);
  g_autofree char *temporary = NULL;

  if (!bary_location_check_writable (path, error) || !check_alone (path, error))
    return FALSE;
  if (g_str_equal (path, own))
    g_mkdir_with_parents (own_folder, 0700);

  temporary = bary_file_make_temporary (path, error);
  if (temporary == NULL)
    return FALSE;
  if (fill_new_file (temporary, error) && bary_file_publish (temporary, path, FALSE, error))
    return TRUE;

  bary_file_discard (temporary);
  return FALSE;
}
