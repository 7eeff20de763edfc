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

static gboolean
run_salvage (BaryCall  *call,
             GError   **error)
{
  g_autofree char *path = bary_call_dup_path (call);
  g_autofree char *begun_with = NULL;
  g_autofree char *words = NULL;
  g_autoptr (BaryStore) store = bary_salvage_begin (path, call->operands[0], backup, &begun_with, error);
  g_auto (BarySalvage) salvage = { 0 };

  if (store == NULL)
    return FALSE;

  if (begun_with != NULL)
    bary_output_printf ("%s: %s\n", _("Backup"), begun_with);
  for (guint i = 1; call->operands[i] != NULL; i++)
    take_package (store, call->operands[i]);
  if (!bary_salvage_into (store, path, &salvage, NULL, error))
    return FALSE;

  words = bary_salvage_to_words (&salvage, G_MAXUINT);
  bary_output_print (words);
  return TRUE;
}

const BaryCommand bary_command_salvage = {
  "salvage", "NEW PACKAGE…", N_("Makes a new database of what is left of a damaged one, the last backup and own packages"),
  N_("The damaged file stays as it is. What is missing is listed."), options, 1, G_MAXINT, run_salvage
};
