#include "bary-command.h"
#include "bary-config.h"
#include "bary-output.h"

#include <glib/gi18n-lib.h>

static gboolean as_json;
static int limit;
static int count = 1;

static const GOptionEntry history_options[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print a JSON array"), NULL },
  { "limit", 'n', 0, G_OPTION_ARG_INT, &limit, N_("Only the newest N actions"), N_("N") },
  { NULL }
};

static const GOptionEntry turn_options[] = {
  { "count", 'n', 0, G_OPTION_ARG_INT, &count, N_("As many actions, one after another (default: 1)"), N_("N") },
  { NULL }
};

/* history */

static const char *const type_names[] = {
  [BARY_ACTION_EDIT] = "edit",
  [BARY_ACTION_IMPORT] = "import",
  [BARY_ACTION_UNDO] = "undo",
  [BARY_ACTION_REDO] = "redo",
};

static const char *const operation_names[] = {
  [BARY_CHANGE_ADD] = "add",
  [BARY_CHANGE_SET] = "set",
  [BARY_CHANGE_REMOVE] = "remove",
};

static JsonObject *
trace_to_json (const BaryTrace *trace)
{
  JsonObject *object = json_object_new ();

  bary_output_set_text (object, "kind", bary_kind_get_info (trace->kind)->name);
  bary_output_set_text (object, "id", trace->id);
  bary_output_set_text (object, "operation", operation_names[trace->operation]);
  bary_output_set_text (object, "field", trace->field != NULL ? trace->field->name : NULL);
  bary_output_set_text (object, "was", trace->was);
  bary_output_set_text (object, "became", trace->became);
  return object;
}

/* @traces: (nullable): of one record; those of the action are taken. */
static JsonNode *
action_to_json (const BaryAction *action,
                GPtrArray        *traces)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  g_autofree char *stamp = bary_stamp_to_string (action->stamp);
  g_autofree char *words = bary_action_to_words (action);
  JsonArray *changes;

  json_object_set_int_member (object, "id", action->id);
  bary_output_set_text (object, "stamp", stamp);
  bary_output_set_text (object, "type", type_names[action->type]);
  bary_output_set_text (object, "name", words);
  bary_output_set_text (object, "subject", action->subject);
  bary_output_set_text (object, "author", action->author);
  json_node_take_object (node, object);
  if (traces == NULL)
    return node;

  changes = json_array_new ();
  for (guint i = 0; i < traces->len; i++)
    if (((BaryTrace *) traces->pdata[i])->action->id == action->id)
      json_array_add_object_element (changes, trace_to_json (traces->pdata[i]));
  json_object_set_array_member (object, "changes", changes);
  return node;
}

/* Returns: (transfer full): paragraphs stay under their field. */
static char *
value_in_words (BaryStore       *store,
                const BaryField *field,
                const char      *value)
{
  g_autofree char *words = bary_store_value_to_words (store, field, value);
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);

  return *words != '\0' ? g_strjoinv ("\n      ", lines) : g_strdup ("—");
}

static void
print_trace (BaryStore       *store,
             const BaryTrace *trace)
{
  g_autofree char *was = NULL;
  g_autofree char *became = NULL;

  if (trace->field == NULL || (trace->was == NULL && trace->became == NULL))
    return;

  was = value_in_words (store, trace->field, trace->was);
  became = value_in_words (store, trace->field, trace->became);
  bary_output_printf ("    %s: %s → %s\n", bary_field_get_label (trace->field), was, became);
}

static void
print_action (BaryStore        *store,
              const BaryAction *action,
              GPtrArray        *traces)
{
  g_autofree char *stamp = bary_stamp_to_string (action->stamp);
  g_autofree char *words = bary_action_to_words (action);

  bary_output_printf ("%s  %s  %s\n", stamp, action->author, words);
  for (guint i = 0; traces != NULL && i < traces->len; i++)
    if (((BaryTrace *) traces->pdata[i])->action->id == action->id)
      print_trace (store, traces->pdata[i]);
}

static void
print_actions (BaryStore *store,
               GPtrArray *actions,
               GPtrArray *traces)
{
  if (as_json)
    bary_output_begin_array ();

  for (guint i = 0; i < actions->len && bary_output_is_open (); i++)
    if (as_json)
      bary_output_add_element (action_to_json (actions->pdata[i], traces));
    else
      print_action (store, actions->pdata[i], traces);

  if (as_json)
    bary_output_end_array ();
}

/* The history of a removed record is still there; one that never was is an error. */
static GPtrArray *
trace_record (BaryStore   *store,
              BaryKind     kind,
              const char  *id,
              GError     **error)
{
  g_autoptr (GPtrArray) traces = bary_store_trace (store, kind, id, error);
  g_autoptr (BaryRecord) record = NULL;

  if (traces == NULL || traces->len > 0)
    return g_steal_pointer (&traces);

  record = bary_store_get (store, kind, id, error);
  return record != NULL ? g_steal_pointer (&traces) : NULL;
}

static gboolean
check_history (BaryCall  *call,
               BaryKind  *kind,
               GError   **error)
{
  if (limit < 0)
    {
      g_set_error_literal (error, BARY_CLI_ERROR, BARY_CLI_ERROR_USAGE, _("The number must be positive"));
      return FALSE;
    }
  if (call->n_operands == 1)
    {
      g_set_error_literal (error, BARY_CLI_ERROR, BARY_CLI_ERROR_USAGE, _("The id of the record is missing"));
      return FALSE;
    }

  return call->n_operands == 0 || bary_call_parse_kind (call->operands[0], kind, error);
}

static gboolean
run_history (BaryCall  *call,
             GError   **error)
{
  g_autoptr (BaryStore) store = NULL;
  g_autoptr (GPtrArray) actions = NULL;
  g_autoptr (GPtrArray) traces = NULL;
  const char *id = NULL;
  BaryKind kind = 0;

  if (!check_history (call, &kind, error))
    return FALSE;

  store = bary_call_open (call, BARY_DATABASE_READ_ONLY, error);
  if (store == NULL)
    return FALSE;

  if (call->n_operands == 2)
    {
      id = call->operands[1];
      traces = trace_record (store, kind, id, error);
      if (traces == NULL)
        return FALSE;
    }
  actions = bary_store_list_actions (store, id, limit, error);
  if (actions == NULL)
    return FALSE;

  print_actions (store, actions, traces);
  return TRUE;
}

/* undo and redo */

static gboolean
turn (BaryCall  *call,
      char    *(*dup_name) (BaryStore *),
      gboolean (*act) (BaryStore *, GError **),
      GError   **error)
{
  g_autoptr (BaryStore) store = NULL;

  if (count < 1)
    {
      g_set_error_literal (error, BARY_CLI_ERROR, BARY_CLI_ERROR_USAGE, _("The number must be positive"));
      return FALSE;
    }

  store = bary_call_open (call, BARY_DATABASE_READ_WRITE, error);
  for (int i = 0; store != NULL && i < count; i++)
    {
      g_autofree char *name = dup_name (store);

      if (!act (store, error))
        return FALSE;
      bary_output_printf ("%s\n", name != NULL ? name : "");
    }
  return store != NULL;
}

static gboolean
run_undo (BaryCall  *call,
          GError   **error)
{
  return turn (call, bary_store_dup_undo_name, bary_store_undo, error);
}

static gboolean
run_redo (BaryCall  *call,
          GError   **error)
{
  return turn (call, bary_store_dup_redo_name, bary_store_redo, error);
}

const BaryCommand bary_command_history = {
  "history", "[KIND ID]", N_("Tells what changed, by whom and when"),
  N_("The newest action stands first. With a record, the fields are told too: what each was and became."),
  history_options, 0, 2, run_history
};

const BaryCommand bary_command_undo = {
  "undo", NULL, N_("Takes the last action back and prints its name"), NULL, turn_options, 0, 0, run_undo
};

const BaryCommand bary_command_redo = {
  "redo", NULL, N_("Does again what was taken back last"), NULL, turn_options, 0, 0, run_redo
};
