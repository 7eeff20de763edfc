#include "bary-backup.h"
#include "bary-command.h"
#include "bary-config.h"
#include "bary-import.h"
#include "bary-merge.h"
#include "bary-output.h"
#include "bary-package.h"
#include "bary-salvage.h"

#include <glib/gi18n-lib.h>

static char *backup;

static const GOptionEntry options[] = {
  { "backup", 0, 0, G_OPTION_ARG_FILENAME, &backup, N_("A backup to begin with (default: the last one)"), N_("FILE") },
  { NULL }
};

static gboolean
check_target (const char  *target,
              GError     **error)
{
  if (!g_file_test (target, G_FILE_TEST_EXISTS))
    return TRUE;

  g_set_error (error, BARY_CLI_ERROR, BARY_CLI_ERROR_REFUSED, _("%s: the file is there already: choose another name"), target);
  return FALSE;
}

/* The last backup that is of use. Returns: (transfer full) (nullable) */
static char *
find_backup (const char *path)
{
  g_autoptr (GPtrArray) backups = bary_backup_list (path);

  if (backup != NULL)
    return g_strdup (backup);
  for (guint i = 0; i < backups->len; i++)
    {
      const BaryBackup *candidate = backups->pdata[i];
      g_autoptr (BaryDatabase) database = bary_database_open (candidate->path, BARY_DATABASE_READ_ONLY, NULL);

      if (database != NULL)
        return g_strdup (candidate->path);
    }
  return NULL;
}

/* What is older than the damaged file: a backup, or nothing. Returns: (transfer full) (nullable) */
static BaryStore *
make_base (const char  *path,
           const char  *target,
           GError     **error)
{
  g_autofree char *found = find_backup (path);

  if (found == NULL)
    return bary_store_open (target, BARY_DATABASE_CREATE, error);

  bary_output_printf ("%s: %s\n", _("Backup"), found);
  return bary_backup_restore (target, found, NULL, error) ? bary_store_open (target, BARY_DATABASE_READ_WRITE, error) : NULL;
}

/* Whoever salvages vouches for the packages: they are the centre's own. One that does not fit is told and passed over. */
static void
take_package (BaryStore  *store,
              const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryPackage) package = bary_package_open (path, &error);
  g_autofree char *name = g_path_get_basename (path);
  g_auto (BaryImportReport) report = { 0 };
  gboolean done = package != NULL && bary_package_read_manifest (package, &error);

  if (done && bary_package_holds_changes (package))
    done = bary_store_merge (store, N_("Import %s"), name, BARY_EDIT_SOURCE (package), BARY_IMPORT_FLAGS_NONE, NULL, &report,
                             NULL, &error);
  else if (done)
    done = bary_store_import (store, N_("Import %s"), name, BARY_RECORD_SOURCE (package), BARY_IMPORT_FLAGS_NONE, NULL, &report,
                              NULL, &error);
  if (!done)
    bary_call_tell (error->message);
}

static void
print_salvage (const BarySalvage *salvage)
{
  bary_output_printf ("%s: %u\n", _("Actions since the backup, repeated"), salvage->repeated);
  bary_output_printf ("%s: %u\n", _("Read"), salvage->read);
  bary_output_printf ("%s: %u\n", _("Put together from the history"), salvage->logged);
  bary_output_printf ("%s: %u\n", _("As the backup or a package has them"), salvage->kept);
  bary_output_printf ("%s: %u\n", _("Removed since the backup"), salvage->removed);
  bary_output_printf ("%s: %u\n", _("References cleared"), salvage->cleared);
  bary_output_printf ("%s: %u\n", _("Missing"), salvage->missing->len);
  for (guint i = 0; i < salvage->missing->len; i++)
    bary_output_printf ("  %s\n", (const char *) salvage->missing->pdata[i]);
}

static gboolean
run_salvage (BaryCall  *call,
             GError   **error)
{
  g_autofree char *path = bary_call_dup_path (call);
  const char *target = call->operands[0];
  g_autoptr (BaryStore) store = check_target (target, error) ? make_base (path, target, error) : NULL;
  g_auto (BarySalvage) salvage = { 0 };

  if (store == NULL)
    return FALSE;

  for (guint i = 1; call->operands[i] != NULL; i++)
    take_package (store, call->operands[i]);
  if (!bary_salvage_into (store, path, &salvage, NULL, error))
    return FALSE;

  print_salvage (&salvage);
  return TRUE;
}

const BaryCommand bary_command_salvage = {
  "salvage", "NEW PACKAGE…", N_("Makes a new database of what is left of a damaged one, the last backup and own packages"),
  N_("The damaged file stays as it is. What is missing is listed."), options, 1, G_MAXINT, run_salvage
};
