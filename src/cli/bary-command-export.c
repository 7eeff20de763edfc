#include "bary-command.h"
#include "bary-config.h"
#include "bary-dispatch.h"
#include "bary-edit-export.h"
#include "bary-file.h"
#include "bary-output-stream.h"
#include "bary-senders.h"

#include <glib/gi18n-lib.h>

static char *kind;
static char *id;
static char *since;
static char *output;
static char *profile;
static char *to;

static const GOptionEntry options[] = {
  { "kind", 'k', 0, BARY_OPTION_TEXT, &kind, N_("What to write: “all” is everything"), N_("KIND") },
  { "id", 0, 0, BARY_OPTION_TEXT, &id, N_("The record that the package is of: a cluster, a roadmap …"), N_("ID") },
  { "to", 0, 0, BARY_OPTION_TEXT, &to, N_("For this sender only, by the key or the id that “senders” tells"), N_("SENDER") },
  { "profile", 0, 0, BARY_OPTION_TEXT, &profile, N_("Whose phones and mail addresses leave: “own”, “centres” or “public”"), N_("PROFILE") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The package to write (default: standard output)"), N_("FILE") },
  { "since", 0, 0, BARY_OPTION_TEXT, &since, N_("Of changes: those that this centre does not know yet (default: all)"), N_("CENTRE") },
  { NULL }
};

static gboolean
refuse (const char  *message,
        GError     **error)
{
  g_set_error_literal (error, BARY_CLI_ERROR, BARY_CLI_ERROR_USAGE, message);
  return FALSE;
}

static char *
join_kinds (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; bary_package_kind_get (i) != NULL; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", bary_package_kind_get (i)->name);
  return g_string_free (text, FALSE);
}

static gboolean
read_options (BaryDispatch  *dispatch,
              GError       **error)
{
  g_autofree char *kinds = join_kinds ();
  /* Translators: %s: words of the command line, as “all, cluster” */
  g_autofree char *choice = g_strdup_printf (_("Say what to write with --kind: %s"), kinds);

  dispatch->kind = bary_package_kind_find (kind);
  if (dispatch->kind == NULL)
    return refuse (choice, error);
  if (since != NULL && !dispatch->kind->changes)
    return refuse (_("Only changes are told since something: --kind=changes"), error);

  dispatch->subject = id;
  dispatch->profile = dispatch->kind->profile;
  return profile == NULL || bary_profile_from_word (profile, &dispatch->profile) ||
         refuse (_("A profile is “own”, “centres” or “public”"), error);
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

/* An expert who never sent anything is known by name alone. @addressee: (out) (transfer full): lives as long as the dispatch */
static gboolean
find_addressee (BaryDispatch  *dispatch,
                BaryStore     *store,
                BarySender   **addressee,
                GError       **error)
{
  *addressee = NULL;
  if (to == NULL)
    return !dispatch->kind->addressed || dispatch->kind->senders == BARY_PACKAGE_PARTY_CENTRE || refuse (_("A package of this kind is for one reader: name it with --to"), error);

  *addressee = bary_store_find_sender (store, to, error);
  if (*addressee == NULL)
    *addressee = bary_store_find_sender_by_id (store, to, error);
  if (*addressee == NULL)
    return refuse (_("There is no such sender: see “senders”"), error);

  dispatch->addressee = (*addressee)->name;
  dispatch->addressee_id = (*addressee)->id;
  return TRUE;
}

/* What a package of the kind lacks was left out on the line. */
static gboolean
check_dispatch (const BaryDispatch  *dispatch,
                BaryStore           *store,
                GError             **error)
{
  g_autoptr (GError) failure = NULL;

  if (bary_dispatch_check (dispatch, store, &failure))
    return TRUE;
  if (g_error_matches (failure, BARY_EXCHANGE_ERROR, BARY_EXCHANGE_ERROR_KIND))
    return refuse (failure->message, error);

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* @peer: (out) (transfer full) (nullable): lives as long as the dispatch */
static gboolean
find_peer (BaryDispatch  *dispatch,
           BaryStore     *store,
           char         **peer,
           GError       **error)
{
  if (since == NULL)
    return TRUE;

  dispatch->since = *peer = bary_edit_export_find_peer (store, since, error);
  return *peer != NULL;
}

static gboolean
run_export (BaryCall  *call,
            GError   **error)
{
  BaryDispatch dispatch = { NULL };
  g_autoptr (BaryStore) store = NULL;
  g_autoptr (BaryIdentity) identity = NULL;
  g_autoptr (BarySender) addressee = NULL;
  g_autoptr (GOutputStream) stream = NULL;
  g_autofree char *peer = NULL;

  if (!read_options (&dispatch, error))
    return FALSE;

  store = bary_call_open (call, BARY_DATABASE_READ_WRITE, error);
  if (store == NULL || !check_target (store, error) || !find_addressee (&dispatch, store, &addressee, error) ||
      !find_peer (&dispatch, store, &peer, error) || !check_dispatch (&dispatch, store, error))
    return FALSE;

  identity = bary_identity_open (store, g_getenv ("BARYCENTER_PASSPHRASE"), error);
  if (identity == NULL)
    return FALSE;
  if (output != NULL && !g_str_equal (output, "-"))
    return bary_dispatch_write (&dispatch, store, identity, output, NULL, error);

  stream = bary_output_stream_new ();
  return bary_dispatch_stream (&dispatch, store, identity, stream, _("standard output"), NULL, error);
}

const BaryCommand bary_command_export = {
  "export", "--kind=KIND", N_("Writes a package and signs it"),
  N_("Another centre imports it. A name that ends with “.gz” gives a compressed package. An older file with the name is replaced "
     "once the new one is whole. A folder gets a file under a name of its own."),
  options, 0, 0, run_export
};
