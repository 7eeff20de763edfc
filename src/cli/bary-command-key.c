#include "bary-command.h"
#include "bary-config.h"
#include "bary-identity.h"
#include "bary-output.h"
#include "bary-parcels.h"
#include "bary-senders.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#define LONGEST_PASSPHRASE 1000

static gboolean as_json;
static gboolean renew;
static gboolean lock;
static gboolean unlock;
static char *forget;

static const GOptionEntry key_options[] = {
  { "renew", 0, 0, G_OPTION_ARG_NONE, &renew, N_("Make another key, which the present one vouches for"), NULL },
  { "lock", 0, 0, G_OPTION_ARG_NONE, &lock, N_("Lock it with a passphrase: the first line of standard input"), NULL },
  { "unlock", 0, 0, G_OPTION_ARG_NONE, &unlock, N_("Take the passphrase off"), NULL },
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print a JSON object"), NULL },
  { NULL }
};

static const GOptionEntry senders_options[] = {
  { "forget", 0, 0, BARY_OPTION_TEXT, &forget, N_("Trust the sender with this key no more"), N_("KEY") },
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print a JSON array"), NULL },
  { NULL }
};

static const GOptionEntry journal_options[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print a JSON array"), NULL },
  { NULL }
};

static void
print_node (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);
  bary_output_print_json (node);
}

static void
add_element (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);
  bary_output_add_element (node);
}

/* key */

/* Returns: (transfer full) (nullable) */
static char *
read_passphrase (GError **error)
{
  char line[LONGEST_PASSPHRASE + 2];

  if (fgets (line, sizeof line, stdin) != NULL && strlen (g_strchomp (line)) > 0)
    return g_strdup (line);

  g_set_error_literal (error, BARY_CLI_ERROR, BARY_CLI_ERROR_USAGE, _("Write the passphrase in the first line of standard input"));
  return NULL;
}

static gboolean
change_key (BaryIdentity  *identity,
            GError       **error)
{
  const char *present = g_getenv ("BARYCENTER_PASSPHRASE");
  g_autofree char *passphrase = NULL;

  if (lock && (passphrase = read_passphrase (error)) == NULL)
    return FALSE;
  if (renew && !bary_identity_renew (identity, lock ? passphrase : present, error))
    return FALSE;

  return !(lock || unlock) || renew || bary_identity_set_passphrase (identity, passphrase, error);
}

static gboolean
run_key (BaryCall  *call,
         GError   **error)
{
  g_autoptr (BaryStore) store = bary_call_open (call, BARY_DATABASE_READ_ONLY, error);
  g_autoptr (BaryIdentity) identity = store != NULL ? bary_identity_open (store, g_getenv ("BARYCENTER_PASSPHRASE"), error) : NULL;
  g_autofree char *words = NULL;

  if (identity == NULL || !change_key (identity, error))
    return FALSE;

  words = bary_identity_words (bary_identity_get_public (identity));
  if (as_json)
    {
      JsonObject *object = json_object_new ();

      bary_output_set_text (object, "key", bary_identity_get_public (identity));
      bary_output_set_text (object, "words", words);
      bary_output_set_text (object, "file", bary_identity_get_path (identity));
      print_node (object);
    }
  else
    bary_output_printf ("%s\n%s\n", words, bary_identity_get_public (identity));
  return TRUE;
}

/* senders */

static void
print_sender (const BarySender *sender)
{
  g_autofree char *words = bary_identity_words (sender->key);

  if (as_json)
    {
      JsonObject *object = json_object_new ();

      bary_output_set_text (object, "key", sender->key);
      bary_output_set_text (object, "words", words);
      bary_output_set_text (object, "id", sender->id);
      bary_output_set_text (object, "name", sender->name);
      bary_output_set_text (object, "role", bary_sender_role_to_word (sender->role));
      bary_output_set_text (object, "record", sender->record);
      json_object_set_boolean_member (object, "replaced", sender->replaced);
      add_element (object);
    }
  else
    bary_output_printf ("%s\t%s\t%s\t%s\n", sender->name, bary_sender_role_to_word (sender->role), words,
                        sender->replaced ? _("has another key now") : sender->key);
}

static gboolean
run_senders (BaryCall  *call,
             GError   **error)
{
  g_autoptr (BaryStore) store = bary_call_open (call, forget != NULL ? BARY_DATABASE_READ_WRITE : BARY_DATABASE_READ_ONLY, error);
  g_autoptr (GPtrArray) senders = NULL;

  if (store == NULL || (forget != NULL && !bary_store_forget_sender (store, forget, error)))
    return FALSE;

  senders = bary_store_list_senders (store, error);
  if (senders == NULL)
    return FALSE;

  if (as_json)
    bary_output_begin_array ();
  for (guint i = 0; i < senders->len; i++)
    print_sender (senders->pdata[i]);
  if (as_json)
    bary_output_end_array ();
  return TRUE;
}

/* journal */

static void
print_parcel_json (const BaryParcel *parcel)
{
  JsonObject *object = json_object_new ();

  bary_output_set_text (object, "direction", parcel->out ? "out" : "in");
  bary_output_set_text (object, "package", parcel->package);
  bary_output_set_text (object, "kind", parcel->kind);
  bary_output_set_text (object, "created", parcel->created);
  json_object_set_int_member (object, "sequence", (gint64) parcel->sequence);
  bary_output_set_text (object, "peer", parcel->peer);
  bary_output_set_text (object, "peer_id", parcel->peer_id);
  bary_output_set_text (object, "key", parcel->key);
  bary_output_set_text (object, "subject", parcel->subject);
  bary_output_set_text (object, "digest", parcel->digest);
  bary_output_set_text (object, "file", parcel->file);
  json_object_set_int_member (object, "records", parcel->records);
  bary_output_set_text (object, "trust", parcel->trust);
  bary_output_set_text (object, "state", parcel->state);
  bary_output_set_text (object, "reason", parcel->reason);
  bary_output_set_text (object, "answer", parcel->answer);
  bary_output_set_text (object, "answered", parcel->answered);
  add_element (object);
}

static void
print_parcel (const BaryParcel *parcel)
{
  bary_output_printf ("%s\t%s\t%s\t%s\t%s\t%s\n", parcel->created, parcel->out ? "out" : "in", parcel->kind,
                      parcel->peer != NULL ? parcel->peer : "—", parcel->trust, parcel->state);
}

static gboolean
run_journal (BaryCall  *call,
             GError   **error)
{
  g_autoptr (BaryStore) store = bary_call_open (call, BARY_DATABASE_READ_ONLY, error);
  g_autoptr (GPtrArray) parcels = store != NULL ? bary_store_list_parcels (store, 0, error) : NULL;

  if (parcels == NULL)
    return FALSE;

  if (as_json)
    bary_output_begin_array ();
  for (guint i = 0; i < parcels->len; i++)
    if (as_json)
      print_parcel_json (parcels->pdata[i]);
    else
      print_parcel (parcels->pdata[i]);
  if (as_json)
    bary_output_end_array ();
  return TRUE;
}

const BaryCommand bary_command_key = {
  "key", NULL, N_("Tells the key that packages are signed with, as six words and whole"),
  N_("Others compare the words by telephone before they take the first package. The key lies in a file of its own beside the database of "
     "the window; the file of a key that is locked needs its passphrase in BARYCENTER_PASSPHRASE."),
  key_options, 0, 0, run_key
};

const BaryCommand bary_command_senders = {
  "senders", NULL, N_("Lists the senders whose keys were confirmed"), NULL, senders_options, 0, 0, run_senders
};

const BaryCommand bary_command_journal = {
  "journal", NULL, N_("Lists the packages that came and went"), NULL, journal_options, 0, 0, run_journal
};
