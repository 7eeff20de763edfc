#include "bary-command.h"
#include "bary-config.h"
#include "bary-file.h"
#include "bary-output-stream.h"
#include "bary-package-writer.h"
#include "bary-store-source.h"

#include <glib/gi18n-lib.h>

static char *kind;
static char *id;
static char *since;
static char *output;

static const GOptionEntry options[] = {
  { "kind", 'k', 0, BARY_OPTION_TEXT, &kind, N_("What to write: “all” is everything"), N_("KIND") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The package to write (default: standard output)"), N_("FILE") },
  { "id", 0, G_OPTION_FLAG_HIDDEN, BARY_OPTION_TEXT, &id, NULL, NULL },
  { "since", 0, G_OPTION_FLAG_HIDDEN, BARY_OPTION_TEXT, &since, NULL, NULL },
  { NULL }
};

static gboolean
check_options (GError **error)
{
  if (g_strcmp0 (kind, "all") == 0 && id == NULL && since == NULL)
    return TRUE;

  g_set_error_literal (error, BARY_CLI_ERROR, BARY_CLI_ERROR_USAGE,
                       kind == NULL ? _("Say what to write: --kind=all")
                                    : _("This version writes only everything: --kind=all, without --id and --since"));
  return FALSE;
}

/* A package in the place of the database would be the end of it. */
static gboolean
check_target (BaryStore  *store,
              GError    **error)
{
  if (output == NULL || !bary_file_is_same (bary_store_get_path (store), output))
    return TRUE;

  g_set_error (error, BARY_CLI_ERROR, BARY_CLI_ERROR_REFUSED,
               /* Translators: %s: a file */
               _("%s: this is the database itself: give the package another name"), output);
  return FALSE;
}

static gboolean
run_export (BaryCall  *call,
            GError   **error)
{
  g_autoptr (BaryStore) store = NULL;
  g_autoptr (BaryRecordSource) records = NULL;
  g_autoptr (BaryManifest) manifest = NULL;
  g_autoptr (GOutputStream) stream = NULL;
  g_autofree char *sender = NULL;

  if (!check_options (error))
    return FALSE;

  store = bary_call_open (call, BARY_DATABASE_READ_ONLY, error);
  if (store == NULL || !check_target (store, error))
    return FALSE;

  sender = bary_store_dup_sender (store);
  manifest = bary_manifest_new_now (sender, NULL);
  records = bary_store_source_new (store);
  if (output != NULL && !g_str_equal (output, "-"))
    return bary_package_write (output, manifest, records, NULL, error);

  stream = bary_output_stream_new ();
  return bary_package_write_stream (stream, _("standard output"), manifest, records, NULL, error);
}

const BaryCommand bary_command_export = {
  "export", "--kind=all", N_("Writes a package"),
  N_("Another centre imports it. A name that ends with “.gz” gives a compressed package. An older file with the name is replaced "
     "once the new one is whole."),
  options, 0, 0, run_export
};
