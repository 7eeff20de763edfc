#include "bary-check.h"
#include "bary-check-report.h"
#include "bary-command.h"
#include "bary-config.h"
#include "bary-output.h"
#include "bary-report-file.h"

#include <glib/gi18n-lib.h>

static gboolean as_json;
static char *act;

static const GOptionEntry options[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print a JSON object"), NULL },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &act, N_("Write the outcome as a page too: .pdf, .odt, .xlsx, .csv or .fodt"), N_("FILE") },
  { NULL }
};

static JsonObject *
make_part (const BaryCheckup *checkup,
           guint              part)
{
  const BaryCheckFinding *finding = &checkup->findings[part];
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "part", bary_check_part_get_label (part));
  json_object_set_boolean_member (object, "done", finding->done);
  json_object_set_int_member (object, "problems", finding->n_problems);
  if (finding->found != NULL)
    json_object_set_string_member (object, "found", finding->found);
  return object;
}

static void
print_json (const BaryCheckup *checkup)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray *problems = json_array_new ();
  JsonArray *parts = json_array_new ();

  for (guint i = 0; i < checkup->problems->len; i++)
    json_array_add_string_element (problems, checkup->problems->pdata[i]);
  for (guint part = 0; part < BARY_CHECK_N_PARTS; part++)
    json_array_add_object_element (parts, make_part (checkup, part));
  json_object_set_boolean_member (object, "ok", checkup->problems->len == 0);
  json_object_set_array_member (object, "problems", problems);
  json_object_set_array_member (object, "parts", parts);
  json_node_take_object (node, object);
  bary_output_print_json (node);
}

static void
print_lines (GPtrArray *problems)
{
  if (problems->len == 0)
    bary_output_print ("ok\n");
  for (guint i = 0; i < problems->len; i++)
    bary_output_printf ("%s\n", (const char *) problems->pdata[i]);
}

static gboolean
write_act (const BaryCheckup  *checkup,
           const char         *path,
           GError            **error)
{
  BaryCheckLine lines[BARY_CHECK_N_PARTS];
  g_autoptr (BaryReport) report = NULL;
  BaryReportFormat format;

  if (!bary_report_format_from_path (act, &format, error))
    return FALSE;

  for (guint part = 0; part < BARY_CHECK_N_PARTS; part++)
    {
      const BaryCheckFinding *finding = &checkup->findings[part];

      lines[part] = (BaryCheckLine) { bary_check_part_get_label (part), finding->found, finding->done, finding->n_problems };
    }
  report = bary_check_report_new (path, lines, BARY_CHECK_N_PARTS, checkup->problems);
  return bary_report_save (report, format, act, error);
}

static gboolean
run_check (BaryCall  *call,
           GError   **error)
{
  g_autofree char *path = bary_call_dup_path (call);
  g_autoptr (BaryCheckup) checkup = bary_check_all (path, NULL, NULL, NULL, error);

  if (checkup == NULL || (act != NULL && !write_act (checkup, path, error)))
    return FALSE;

  if (as_json)
    print_json (checkup);
  else
    print_lines (checkup->problems);

  if (checkup->problems->len > 0)
    g_set_error_literal (error, BARY_CLI_ERROR, BARY_CLI_ERROR_REPORTED, "");
  return checkup->problems->len == 0;
}

const BaryCommand bary_command_check = {
  "check", NULL, N_("Checks the file, the references and the rules of the domain: prints “ok” or what is wrong"),
  NULL, options, 0, 0, run_check
};
