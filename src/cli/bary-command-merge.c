#include "bary-command.h"
#include "bary-config.h"
#include "bary-digest.h"
#include "bary-disputes.h"
#include "bary-output.h"
#include "bary-words.h"

#include <glib/gi18n-lib.h>

#define N_WORDS 12

static gboolean as_json;

static const GOptionEntry options[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print a JSON object"), NULL },
  { NULL }
};

static const GOptionEntry array_options[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print a JSON array"), NULL },
  { NULL }
};

static char *
to_hex (const guint8 *digest,
        guint         length)
{
  GString *hex = g_string_new (NULL);

  for (guint i = 0; i < length; i++)
    g_string_append_printf (hex, "%02x", digest[i]);
  return g_string_free (hex, FALSE);
}

/* digest */

static void
add_record (const char   *id,
            const guint8 *digest,
            gpointer      user_data)
{
  g_autofree char *hex = to_hex (digest, BARY_DIGEST_LENGTH);

  if (user_data != NULL)
    json_object_set_string_member (user_data, id, hex);
  else
    bary_output_printf ("%s  %.16s\n", id, hex);
}

static void
print_object (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);
  bary_output_print_json (node);
}

static gboolean
digest_kind (BaryLedger  *ledger,
             const char  *name,
             GError     **error)
{
  JsonObject *object = NULL;
  BaryKind kind;

  if (!bary_call_parse_kind (name, &kind, error))
    return FALSE;

  object = as_json ? json_object_new () : NULL;
  if (!bary_digest_foreach (ledger, kind, add_record, object, error))
    {
      g_clear_pointer (&object, json_object_unref);
      return FALSE;
    }
  if (as_json)
    print_object (object);
  return TRUE;
}

static gboolean
digest_kinds (BaryLedger  *ledger,
              JsonObject  *kinds,
              GError     **error)
{
  for (guint kind = 0; kind < BARY_N_KINDS; kind++)
    {
      const char *name = bary_kind_get_info (kind)->name;
      guint8 digest[BARY_DIGEST_LENGTH];
      g_autofree char *hex = NULL;

      if (!bary_digest_kind (ledger, kind, digest, error))
        return FALSE;
      hex = to_hex (digest, sizeof digest);
      if (kinds != NULL)
        json_object_set_string_member (kinds, name, hex);
      else
        bary_output_printf ("%-20s %.16s\n", name, hex);
    }
  return TRUE;
}

static gboolean
digest_all (BaryLedger  *ledger,
            GError     **error)
{
  guint8 digest[BARY_DIGEST_LENGTH];
  g_autofree char *words = NULL;
  g_autofree char *hex = NULL;
  g_autoptr (JsonObject) kinds = json_object_new ();
  JsonObject *object;

  if (!bary_digest_all (ledger, digest, error))
    return FALSE;

  words = bary_words_from_bytes (digest, sizeof digest, N_WORDS);
  hex = to_hex (digest, sizeof digest);
  if (!as_json)
    {
      bary_output_printf ("%s\n", words);
      return digest_kinds (ledger, NULL, error);
    }
  if (!digest_kinds (ledger, kinds, error))
    return FALSE;

  object = json_object_new ();
  json_object_set_string_member (object, "words", words);
  json_object_set_string_member (object, "digest", hex);
  json_object_set_object_member (object, "kinds", g_steal_pointer (&kinds));
  print_object (object);
  return TRUE;
}

static gboolean
run_digest (BaryCall  *call,
            GError   **error)
{
  g_autoptr (BaryStore) store = bary_call_open (call, BARY_DATABASE_READ_ONLY, error);
  g_autoptr (BaryLedger) ledger = store != NULL ? bary_ledger_open (bary_store_get_database (store), error) : NULL;

  if (ledger == NULL)
    return FALSE;

  return call->n_operands == 1 ? digest_kind (ledger, call->operands[0], error) : digest_all (ledger, error);
}

/* conflicts */

static const char *const code_names[] = {
  [BARY_DISPUTE_CONFLICT] = "conflict",
  [BARY_DISPUTE_PROPOSAL] = "proposal",
  [BARY_DISPUTE_HELD] = "held",
  [BARY_DISPUTE_REMOVAL] = "removal",
};

static JsonObject *
candidate_to_json (const BaryCandidate *candidate)
{
  JsonObject *object = json_object_new ();
  g_autofree char *stamp = candidate->author != NULL ? bary_stamp_to_string (candidate->stamp) : NULL;

  bary_output_set_text (object, "value", candidate->value);
  bary_output_set_text (object, "author", candidate->author);
  bary_output_set_text (object, "centre", candidate->replica);
  bary_output_set_text (object, "stamp", stamp);
  json_object_set_boolean_member (object, "removes", candidate->removes);
  json_object_set_boolean_member (object, "stands", candidate->stands);
  json_object_set_boolean_member (object, "owner", candidate->owner);
  return object;
}

static JsonNode *
dispute_to_json (const BaryDispute *dispute)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray *candidates = json_array_new ();

  bary_output_set_text (object, "code", code_names[dispute->code]);
  bary_output_set_text (object, "kind", bary_kind_get_info (dispute->kind)->name);
  bary_output_set_text (object, "id", dispute->id);
  bary_output_set_text (object, "title", dispute->title);
  bary_output_set_text (object, "field", dispute->field != NULL ? dispute->field->name : NULL);
  if (dispute->has_base)
    bary_output_set_text (object, "base", dispute->base);
  for (guint i = 0; i < dispute->candidates->len; i++)
    json_array_add_object_element (candidates, candidate_to_json (dispute->candidates->pdata[i]));
  json_object_set_array_member (object, "candidates", candidates);
  json_node_take_object (node, object);
  return node;
}

static void
print_candidate (BaryStore           *store,
                 const BaryDispute   *dispute,
                 const BaryCandidate *candidate)
{
  g_autofree char *stamp = candidate->author != NULL ? bary_stamp_to_string (candidate->stamp) : NULL;
  g_autofree char *value = dispute->field != NULL ? bary_store_value_to_words (store, dispute->field, candidate->value)
                                                  : g_strdup (bary_dispute_get_fate (dispute, candidate));

  bary_output_printf ("  %s %s", candidate->stands ? "*" : " ", *value != '\0' ? value : "—");
  if (candidate->author != NULL)
    bary_output_printf (" — %s, %s, %s", candidate->author, candidate->replica != NULL ? candidate->replica : _("here"), stamp);
  bary_output_printf ("\n");
}

static void
print_dispute (BaryStore         *store,
               const BaryDispute *dispute)
{
  bary_output_printf ("%s %s %s%s%s: %s%s%s\n", code_names[dispute->code], bary_kind_get_info (dispute->kind)->name, dispute->id,
                      dispute->field != NULL ? " " : "", dispute->field != NULL ? dispute->field->name : "", dispute->title,
                      dispute->field != NULL ? " · " : "", dispute->field != NULL ? bary_field_get_label (dispute->field) : "");
  for (guint i = 0; i < dispute->candidates->len; i++)
    print_candidate (store, dispute, dispute->candidates->pdata[i]);
}

static gboolean
run_conflicts (BaryCall  *call,
               GError   **error)
{
  g_autoptr (BaryStore) store = bary_call_open (call, BARY_DATABASE_READ_ONLY, error);
  g_autoptr (GPtrArray) disputes = store != NULL ? bary_store_list_disputes (store, error) : NULL;

  if (disputes == NULL)
    return FALSE;

  if (as_json)
    bary_output_begin_array ();
  for (guint i = 0; i < disputes->len && bary_output_is_open (); i++)
    if (as_json)
      bary_output_add_element (dispute_to_json (disputes->pdata[i]));
    else
      print_dispute (store, disputes->pdata[i]);
  if (as_json)
    bary_output_end_array ();
  return TRUE;
}

/* resolve */

static const char *const rule_names[] = {
  [BARY_DISPUTE_RULE_MINE] = "mine",
  [BARY_DISPUTE_RULE_THEIRS] = "theirs",
  [BARY_DISPUTE_RULE_NEWEST] = "newest",
  [BARY_DISPUTE_RULE_OWNER] = "owner",
};

static gboolean
parse_rule (const char       *word,
            BaryDisputeRule  *rule,
            GError          **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (rule_names); i++)
    if (g_str_equal (word, rule_names[i]))
      {
        *rule = i;
        return TRUE;
      }

  g_set_error (error, BARY_CLI_ERROR, BARY_CLI_ERROR_USAGE,
               /* Translators: %s: a word */
               _("“%s” is no decision: there are mine, theirs, newest and owner"), word);
  return FALSE;
}

static gboolean
is_meant (const BaryCall    *call,
          const BaryDispute *dispute)
{
  return (call->n_operands < 2 || g_str_equal (call->operands[1], bary_kind_get_info (dispute->kind)->name)) &&
         (call->n_operands < 3 || g_str_equal (call->operands[2], dispute->id)) &&
         (call->n_operands < 4 || (dispute->field != NULL && g_str_equal (call->operands[3], dispute->field->name)));
}

static gboolean
run_resolve (BaryCall  *call,
             GError   **error)
{
  g_autoptr (BaryStore) store = NULL;
  g_autoptr (GPtrArray) disputes = NULL;
  g_autofree guint *choices = NULL;
  BaryDisputeRule rule;
  guint n = 0;

  if (!parse_rule (call->operands[0], &rule, error))
    return FALSE;

  store = bary_call_open (call, BARY_DATABASE_READ_WRITE, error);
  disputes = store != NULL ? bary_store_list_disputes (store, error) : NULL;
  if (disputes == NULL)
    return FALSE;

  for (guint i = disputes->len; i > 0; i--)
    if (!is_meant (call, disputes->pdata[i - 1]))
      g_ptr_array_remove_index (disputes, i - 1);
  choices = g_new (guint, disputes->len);
  for (guint i = 0; i < disputes->len; i++)
    {
      choices[i] = bary_dispute_choose (disputes->pdata[i], rule);
      n += choices[i] != G_MAXUINT;
    }
  if (n == 0)
    {
      g_set_error_literal (error, BARY_CLI_ERROR, BARY_CLI_ERROR_REFUSED,
                           _("There is nothing of that kind to decide: see “conflicts”"));
      return FALSE;
    }
  if (!bary_store_decide (store, disputes, choices, error))
    return FALSE;

  bary_output_printf ("%u\n", n);
  return TRUE;
}

const BaryCommand bary_command_digest = {
  "digest", "[KIND]", N_("Prints the state of the data as twelve words"),
  N_("Two centres with the same words have the same data. Where they differ, the lines of the kinds say in which, and with a kind the "
     "lines of the records say where."), options, 0, 1, run_digest
};

const BaryCommand bary_command_conflicts = {
  "conflicts", NULL, N_("Lists what was edited in two places at once, and what is proposed"),
  N_("An asterisk marks what stands."), array_options, 0, 0, run_conflicts
};

const BaryCommand bary_command_resolve = {
  "resolve", "mine|theirs|newest|owner [KIND [ID [FIELD]]]", N_("Decides on conflicts and proposals"),
  N_("All at once, or those of a kind, a record or a field; “mine” is what stands here, “theirs” the newest of the others. Prints how many "
     "were decided on. The decision travels with the next changes."), NULL, 1, 4, run_resolve
};
