#include "bary-command.h"
#include "bary-config.h"
#include "bary-output.h"

#include <glib/gi18n-lib.h>

static gboolean as_json;
static int limit = 100;

static const GOptionEntry options[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print a JSON array"), NULL },
  { "limit", 'n', 0, G_OPTION_ARG_INT, &limit, N_("At most N records (default: 100)"), N_("N") },
  { NULL }
};

static JsonNode *
hit_to_json (const BarySearchHit *hit)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "kind", bary_kind_get_info (hit->kind)->name);
  json_object_set_string_member (object, "id", hit->id);
  json_object_set_string_member (object, "title", hit->title);
  json_node_take_object (node, object);
  return node;
}

static void
print_hits (GPtrArray *hits)
{
  if (as_json)
    bary_output_begin_array ();

  for (guint i = 0; i < hits->len; i++)
    {
      const BarySearchHit *hit = hits->pdata[i];

      if (as_json)
        bary_output_add_element (hit_to_json (hit));
      else
        bary_output_printf ("%s\t%s\t%s\n", bary_kind_get_info (hit->kind)->name, hit->id, hit->title);
    }

  if (as_json)
    bary_output_end_array ();
}

static gboolean
run_search (BaryCall  *call,
            GError   **error)
{
  g_autoptr (BaryStore) store = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autofree char *words = g_strjoinv (" ", call->operands);

  if (limit < 1)
    {
      g_set_error_literal (error, BARY_CLI_ERROR, BARY_CLI_ERROR_USAGE, _("The number must be positive"));
      return FALSE;
    }

  store = bary_call_open (call, BARY_DATABASE_READ_ONLY, error);
  if (store == NULL)
    return FALSE;

  hits = bary_store_search (store, words, limit, error);
  if (hits == NULL)
    return FALSE;

  print_hits (hits);
  return TRUE;
}

const BaryCommand bary_command_search = {
  "search", "WORDS…", N_("Finds records by the beginnings of words, as the search field of the window does"),
  N_("Prints kind, id and title, the best first. Names, numbers, addresses and people are searched; ё is е, and case does not matter."),
  options, 1, G_MAXUINT, run_search
};
