#include "bary-batch.h"
#include "bary-command.h"
#include "bary-config.h"
#include "bary-mailbox.h"
#include "bary-output.h"

#include <glib/gi18n-lib.h>

static gboolean dry_run;
static gboolean trust_sender;
static gboolean as_json;

static const GOptionEntry import_options[] = {
  { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry_run, N_("Only tell what would happen"), NULL },
  { "trust-sender", 0, 0, G_OPTION_ARG_NONE, &trust_sender,
    N_("Take an unknown sender, or a missing signature, as confirmed by you"), NULL },
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print a JSON object"), NULL },
  { NULL }
};

static const GOptionEntry validate_options[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print a JSON object"), NULL },
  { NULL }
};

/* JSON */

static void
set_counts (JsonObject *object,
            guint       added,
            guint       changed,
            guint       same,
            guint       conflicts,
            guint       refused)
{
  json_object_set_int_member (object, "new", added);
  json_object_set_int_member (object, "changed", changed);
  json_object_set_int_member (object, "same", same);
  json_object_set_int_member (object, "conflicts", conflicts);
  json_object_set_int_member (object, "refused", refused);
}

static const char *const notice_codes[] = {
  [BARY_IMPORT_NOTICE_CONFLICT] = "conflict",
  [BARY_IMPORT_NOTICE_TWIN] = "twin",
  [BARY_IMPORT_NOTICE_OVERLAP] = "overlap",
  [BARY_IMPORT_NOTICE_PROPOSAL] = "proposal",
  [BARY_IMPORT_NOTICE_REMOVED] = "removal",
  [BARY_IMPORT_NOTICE_ARRIVAL] = "arrival",
  [BARY_IMPORT_NOTICE_TAKEN_BACK] = "taken_back",
  [BARY_IMPORT_NOTICE_HELD] = "held",
};

static JsonArray *
notices_to_json (GPtrArray *notices)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; notices != NULL && i < notices->len; i++)
    {
      const BaryImportNotice *notice = notices->pdata[i];
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "code", notice_codes[notice->code]);
      json_object_set_string_member (object, "kind", bary_kind_get_info (notice->kind)->name);
      json_object_set_string_member (object, "id", notice->id);
      json_object_set_string_member (object, "title", notice->title);
      json_object_set_int_member (object, "line", notice->line);
      json_object_set_string_member (object, "message", notice->message);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
remarks_to_json (BaryPackage *package)
{
  GPtrArray *remarks = package != NULL ? bary_package_get_remarks (package) : NULL;
  JsonArray *array = json_array_new ();

  for (guint i = 0; remarks != NULL && i < remarks->len; i++)
    json_array_add_string_element (array, ((const BaryPackageRemark *) remarks->pdata[i])->text);

  return array;
}

static void
set_error (JsonObject   *object,
           const GError *error)
{
  if (error != NULL)
    json_object_set_string_member (object, "error", error->message);
  else
    json_object_set_null_member (object, "error");
}

static JsonObject *
result_to_json (const BaryArrival *result)
{
  const BaryImportReport *report = &result->report;
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "file", result->path);
  set_counts (object, report->added, report->changed, report->same, report->conflicts, report->refused);
  json_object_set_int_member (object, "removed", report->removed);
  json_object_set_int_member (object, "proposals", report->proposals);
  json_object_set_int_member (object, "held", report->held);
  json_object_set_array_member (object, "notices", notices_to_json (report->notices));
  json_object_set_array_member (object, "remarks", remarks_to_json (result->package));
  set_error (object, result->error);
  return object;
}

static void
add_counts (BaryImportReport *total,
            const BaryArrival *result)
{
  total->added += result->report.added;
  total->changed += result->report.changed;
  total->same += result->report.same;
  total->conflicts += result->report.conflicts;
  total->refused += result->report.refused;
}

static void
print_object (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);
  bary_output_print_json (node);
}

static void
print_json (GPtrArray *results)
{
  JsonObject *object = json_object_new ();
  JsonArray *files = json_array_new ();
  BaryImportReport total = { 0 };

  for (guint i = 0; i < results->len; i++)
    {
      json_array_add_object_element (files, result_to_json (results->pdata[i]));
      add_counts (&total, results->pdata[i]);
    }
  json_object_set_array_member (object, "files", files);
  json_object_set_boolean_member (object, "dry_run", dry_run);
  set_counts (object, total.added, total.changed, total.same, total.conflicts, total.refused);
  print_object (object);
}

/* Words */

static void
print_notices (const BaryArrival *result)
{
  GPtrArray *notices = result->report.notices;
  GPtrArray *remarks = result->package != NULL ? bary_package_get_remarks (result->package) : NULL;

  for (guint i = 0; notices != NULL && i < notices->len; i++)
    {
      const BaryImportNotice *notice = notices->pdata[i];

      if (notice->line == 0)
        bary_output_printf ("  %s", notice->message);
      else
        /* Translators: 1: the number of a line, 2: what is worth knowing about it */
        bary_output_printf (_("  line %1$u: %2$s"), notice->line, notice->message);
      bary_output_print ("\n");
    }
  for (guint i = 0; remarks != NULL && i < remarks->len; i++)
    bary_output_printf ("  %s\n", ((const BaryPackageRemark *) remarks->pdata[i])->text);
}

static void
print_result (const BaryArrival *result)
{
  const BaryImportReport *report = &result->report;

  /* Translators: a file, then numbers of its records */
  bary_output_printf (_("%s: new: %u, changed: %u, same: %u, conflicts: %u, refused: %u"), result->path,
                      report->added, report->changed, report->same, report->conflicts, report->refused);
  bary_output_print ("\n");
  if (report->removed + report->proposals + report->held > 0)
    {
      /* Translators: numbers of records */
      bary_output_printf (_("  removed: %u, proposals: %u, left as they stand: %u"), report->removed, report->proposals, report->held);
      bary_output_print ("\n");
    }
  if (result->error == NULL)
    print_notices (result);
}

/* import */

static gboolean
conclude (GPtrArray  *results,
          GError    **error)
{
  gboolean refused = FALSE;

  for (guint i = 0; i < results->len; i++)
    {
      const BaryArrival *result = results->pdata[i];

      if (bary_batch_is_fatal (result->error))
        {
          g_propagate_error (error, g_error_copy (result->error));
          return FALSE;
        }
      if (result->error != NULL)
        bary_call_tell (result->error->message);
      refused |= result->error != NULL;
    }

  if (refused)
    g_set_error_literal (error, BARY_CLI_ERROR, BARY_CLI_ERROR_REPORTED, "");
  return !refused;
}

/* A folder stands for the new packages in it. */
static gboolean
add_paths (BaryStore   *store,
           const char  *operand,
           GPtrArray   *paths,
           GError     **error)
{
  g_autoptr (BaryMailbox) mailbox = NULL;
  g_autoptr (GPtrArray) mails = NULL;

  if (!g_file_test (operand, G_FILE_TEST_IS_DIR))
    {
      g_ptr_array_add (paths, g_strdup (operand));
      return TRUE;
    }

  mailbox = bary_mailbox_new (operand);
  mails = bary_mailbox_look (mailbox, store, NULL, error);
  for (guint i = 0; mails != NULL && i < mails->len; i++)
    if (((const BaryMail *) mails->pdata[i])->state == BARY_MAIL_NEW)
      g_ptr_array_add (paths, g_strdup (((const BaryMail *) mails->pdata[i])->path));
  if (mails == NULL || mails->len > 0)
    return mails != NULL;

  g_set_error (error, BARY_CLI_ERROR, BARY_CLI_ERROR_REFUSED,
               /* Translators: %s: a folder */
               _("%s: there is no package in this folder: name another one, or a file"), operand);
  return FALSE;
}

/* What is told is on the disk: whoever reads it need not wait for the others. */
static void
tell (const BaryArrival *result,
      gpointer           user_data)
{
  if (as_json)
    return;

  print_result (result);
  bary_output_flush ();
}

static gboolean
run_import (BaryCall  *call,
            GError   **error)
{
  g_autoptr (BaryStore) store = bary_call_open (call, BARY_DATABASE_READ_WRITE, error);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) results = NULL;
  BaryIntakeFlags flags = (dry_run ? BARY_INTAKE_DRY_RUN : 0) | (trust_sender ? BARY_INTAKE_TRUST_SENDER : 0);

  if (store == NULL)
    return FALSE;

  for (guint i = 0; i < call->n_operands; i++)
    if (!add_paths (store, call->operands[i], paths, error))
      return FALSE;

  results = bary_batch_import (store, paths, N_("Import %s"), flags, NULL, tell, NULL);
  if (as_json)
    print_json (results);
  return conclude (results, error);
}

/* validate: what import checks, against a database that holds nothing */

static void
validate_file (BaryArrival *result,
               BaryPorter  *porter)
{
  result->package = bary_package_open (result->path, &result->error);
  if (result->package != NULL && bary_package_check_apart (result->package, porter, NULL, &result->error))
    bary_store_rehearse (BARY_RECORD_SOURCE (result->package), BARY_IMPORT_FLAGS_NONE, &result->report, NULL, &result->error);
}

static JsonObject *
verdict_to_json (const BaryArrival *result)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "file", result->path);
  json_object_set_boolean_member (object, "valid", result->error == NULL);
  json_object_set_array_member (object, "notices", notices_to_json (result->report.notices));
  json_object_set_array_member (object, "remarks", remarks_to_json (result->package));
  set_error (object, result->error);
  return object;
}

static void
print_verdict (const BaryArrival *result)
{
  if (result->error != NULL)
    return;

  bary_output_printf ("%s: ok\n", result->path);
  print_notices (result);
}

static gboolean
run_validate (BaryCall  *call,
              GError   **error)
{
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) bary_arrival_free);
  g_autoptr (BaryPorter) porter = bary_porter_new ();
  JsonArray *files = json_array_new ();
  JsonObject *object = json_object_new ();

  json_object_set_array_member (object, "files", files);
  for (guint i = 0; i < call->n_operands; i++)
    {
      BaryArrival *result = g_new0 (BaryArrival, 1);

      g_ptr_array_add (results, result);
      result->path = g_strdup (call->operands[i]);
      validate_file (result, porter);
      json_array_add_object_element (files, verdict_to_json (result));
      if (!as_json)
        print_verdict (result);
    }

  if (as_json)
    print_object (object);
  else
    json_object_unref (object);
  return conclude (results, error);
}

const BaryCommand bary_command_import = {
  "import", "FILE…", N_("Brings packages in: each as a whole or not at all"),
  N_("Prints how many records are new, changed or the same, how many stay as they were edited here (conflicts), and how many "
     "are refused. A package is an .xml or .xml.gz file, a folder stands for the new ones in it; “undo” takes it back. What nobody has signed, or somebody whose key "
     "was not confirmed, is refused without --trust-sender."),
  import_options, 1, G_MAXUINT, run_import
};

const BaryCommand bary_command_validate = {
  "validate", "FILE…", N_("Checks packages without a database"),
  N_("A package must hold all that its records refer to; “import” also accepts what the database holds."), validate_options, 1, G_MAXUINT, run_validate
};
