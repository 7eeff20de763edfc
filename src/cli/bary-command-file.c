#include "bary-backup.h"
#include "bary-command.h"
#include "bary-config.h"
#include "bary-file.h"
#include "bary-migration.h"
#include "bary-output.h"

#include <glib/gi18n-lib.h>

/* create */

static char *name;

static const GOptionEntry create_options[] = {
  { "name", 'n', 0, BARY_OPTION_TEXT, &name, N_("The name of the centre that keeps the database"), N_("NAME") },
  { NULL }
};

/* Returns: (transfer full) (nullable): refused before there is a file. */
static BaryRecord *
make_centre (GError **error)
{
  g_autoptr (BaryRecord) centre = bary_record_new (BARY_KIND_CENTRE, NULL);

  if (!bary_record_set_text (centre, "name", name, error) || !bary_record_validate (centre, error))
    return NULL;

  return g_steal_pointer (&centre);
}

static gboolean
add_centre (BaryStore   *store,
            BaryRecord  *centre,
            GError     **error)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();

  bary_changes_add (changes, centre);
  return bary_store_commit (store, N_("Add %s"), bary_record_get_name (centre), changes, error) &&
         bary_store_set_meta (store, BARY_META_OWN_CENTRE, bary_record_get_id (centre), error);
}

static gboolean
create_database (const char  *path,
                 BaryRecord  *centre,
                 GError     **error)
{
  g_autoptr (BaryStore) store = bary_store_open (path, BARY_DATABASE_CREATE, error);

  if (store == NULL)
    return FALSE;
  if (centre == NULL || add_centre (store, centre, error))
    return TRUE;

  /* Half a database is none. */
  g_clear_object (&store);
  bary_file_discard (path);
  return FALSE;
}

static gboolean
run_create (BaryCall  *call,
            GError   **error)
{
  g_autofree char *path = NULL;
  g_autoptr (BaryRecord) centre = NULL;

  if (name != NULL)
    {
      centre = make_centre (error);
      if (centre == NULL)
        return FALSE;
    }

  path = bary_call_dup_path (call);
  return create_database (path, centre, error);
}

/* backup and restore */

static gboolean
run_backup (BaryCall  *call,
            GError   **error)
{
  g_autofree char *path = bary_call_dup_path (call);

  return bary_backup_write (path, call->operands[0], NULL, error);
}

/* A copy that is no good is input refused; the database itself is another matter. */
static gboolean
check_copy (const char  *path,
            GError     **error)
{
  g_autoptr (GError) fault = NULL;
  g_autoptr (BaryDatabase) copy = bary_database_open (path, BARY_DATABASE_READ_ONLY, &fault);

  if (copy != NULL && bary_migration_check (copy, &fault))
    return TRUE;

  g_set_error_literal (error, BARY_CLI_ERROR, BARY_CLI_ERROR_REFUSED, fault->message);
  return FALSE;
}

/* The default folder is made when it is first needed. Failing that, the file cannot be opened either,
 * and that says why. */
static char *
prepare_path (BaryCall *call)
{
  char *path = bary_call_dup_path (call);
  g_autofree char *folder = g_path_get_dirname (path);

  if (call->database == NULL)
    g_mkdir_with_parents (folder, 0700);
  return path;
}

static gboolean
run_restore (BaryCall  *call,
             GError   **error)
{
  g_autofree char *path = NULL;
  g_autofree char *kept = NULL;

  if (!check_copy (call->operands[0], error))
    return FALSE;

  path = prepare_path (call);
  if (!bary_backup_restore (path, call->operands[0], &kept, error))
    return FALSE;

  if (kept != NULL)
    {
      /* Translators: %s: a file */
      g_autofree char *message = g_strdup_printf (_("The former database is kept as %s"), kept);

      bary_call_tell (message);
    }
  return TRUE;
}

const BaryCommand bary_command_create = {
  "create", NULL, N_("Makes a new, empty database; a file that is there is left alone"), NULL, create_options, 0, 0, run_create
};

const BaryCommand bary_command_backup = {
  "backup", "FILE", N_("Writes a consistent copy of the database, also while the window is open"),
  N_("An older copy with the same name is replaced; any other file is left alone."), NULL, 1, 1, run_backup
};

const BaryCommand bary_command_restore = {
  "restore", "FILE", N_("Puts a copy in the place of the database and keeps the present file beside it"),
  N_("Close the window first."), NULL, 1, 1, run_restore
};
