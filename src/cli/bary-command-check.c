#include "bary-check.h"
#include "bary-command.h"
#include "bary-config.h"
#include "bary-output.h"

#include <glib/gi18n-lib.h>

static gboolean as_json;

static const GOptionEntry options[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print a JSON object"), NULL },
  { NULL }
};

static void
print_json (GPtrArray *problems)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < problems->len; i++)
    json_array_add_string_element (array, problems->pdata[i]);
  json_object_set_boolean_member (object, "ok", problems->len == 0);
  json_object_set_array_member (object, "problems", array);
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
run_check (BaryCall  *call,
           GError   **error)
{
  g_autofree char *path = bary_call_dup_path (call);
  g_autoptr (GPtrArray) problems = bary_check_file (path, NULL, error);

  if (problems == NULL)
    return FALSE;

  if (as_json)
    print_json (problems);
  else
    print_lines (problems);

  if (problems->len > 0)
    g_set_error_literal (error, BARY_CLI_ERROR, BARY_CLI_ERROR_REPORTED, "");
  return problems->len == 0;
}

const BaryCommand bary_command_check = {
  "check", NULL, N_("Checks the file, the references and the rules of the domain: prints “ok” or what is wrong"),
  NULL, options, 0, 0, run_check
};
