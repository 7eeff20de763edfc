#include "bary-command.h"
#include "bary-config.h"
#include "bary-mailbox.h"
#include "bary-output.h"

#include <glib/gi18n-lib.h>

static gboolean as_json;

static const GOptionEntry options[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print a JSON array"), NULL },
  { NULL }
};

static void
print_json (const BaryMail *mail)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  g_autofree char *file = g_filename_display_name (mail->path);

  bary_output_set_text (object, "file", file);
  bary_output_set_text (object, "state", bary_mail_state_to_word (mail->state));
  bary_output_set_text (object, "package", mail->package);
  bary_output_set_text (object, "kind", mail->kind);
  bary_output_set_text (object, "sender", mail->sender);
  bary_output_set_text (object, "created", mail->created);
  json_object_set_int_member (object, "sequence", (gint64) mail->sequence);
  bary_output_set_text (object, "reason", mail->reason);
  json_node_take_object (node, object);
  bary_output_add_element (node);
}

static void
print_words (const BaryMail *mail)
{
  g_autofree char *file = g_filename_display_name (mail->path);

  bary_output_printf ("%s\t%s\t%s\t%s\t%s\n", bary_mail_state_to_word (mail->state), mail->created, mail->kind,
                      mail->sender != NULL ? mail->sender : "—", file);
}

static gboolean
run_mailbox (BaryCall  *call,
             GError   **error)
{
  g_autoptr (BaryStore) store = bary_call_open (call, BARY_DATABASE_READ_ONLY, error);
  g_autoptr (BaryMailbox) mailbox = bary_mailbox_new (call->operands[0]);
  g_autoptr (GPtrArray) mails = store != NULL ? bary_mailbox_look (mailbox, store, NULL, error) : NULL;

  if (mails == NULL)
    return FALSE;

  if (as_json)
    bary_output_begin_array ();
  for (guint i = 0; i < mails->len && bary_output_is_open (); i++)
    if (as_json)
      print_json (mails->pdata[i]);
    else
      print_words (mails->pdata[i]);
  if (as_json)
    bary_output_end_array ();
  return TRUE;
}

const BaryCommand bary_command_mailbox = {
  "mailbox", "FOLDER", N_("Lists the packages in a folder that several centres share"),
  N_("What is new, still arriving, known already, refused, too early, one’s own, for others, or there twice. “import FOLDER” takes in what is new, "
     "“export -o FOLDER” puts a package there under a name of its own."),
  options, 1, 1, run_mailbox
};
