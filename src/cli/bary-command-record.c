#include "bary-command.h"
#include "bary-config.h"
#include "bary-dependents.h"
#include "bary-namesake.h"
#include "bary-output.h"

#include <glib/gi18n-lib.h>

static gboolean as_json;
static gboolean with_dependents;

static const GOptionEntry json_options[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print a JSON object"), NULL },
  { NULL }
};

static const GOptionEntry remove_options[] = {
  { "with-dependents", 0, 0, G_OPTION_ARG_NONE, &with_dependents,
    N_("Also remove what cannot be without it, and clear what refers to it"), NULL },
  { NULL }
};

/* Returns: (transfer full) (nullable): the record that the first two operands name. */
static BaryRecord *
open_record (BaryCall          *call,
             BaryDatabaseMode   mode,
             BaryStore        **store,
             GError           **error)
{
  BaryKind kind;

  if (!bary_call_parse_kind (call->operands[0], &kind, error))
    return NULL;

  *store = bary_call_open (call, mode, error);
  return *store != NULL ? bary_store_get (*store, kind, call->operands[1], error) : NULL;
}

/* show */

static void
print_value (BaryStore       *store,
             const BaryField *field,
             const char      *value)
{
  g_autofree char *words = bary_store_value_to_words (store, field, value);
  g_auto (GStrv) lines = g_strsplit (value != NULL ? value : "", "\n", -1);
  g_autofree char *text = g_strjoinv ("\n  ", lines);

  if (value != NULL && (field->type == BARY_FIELD_REFERENCE || field->type == BARY_FIELD_CHOICE))
    bary_output_printf ("%s: %s (%s)\n", field->name, value, words);
  else
    bary_output_printf ("%s:%s%s\n", field->name, *text != '\0' ? " " : "", text);
}

static gboolean
run_show (BaryCall  *call,
          GError   **error)
{
  g_autoptr (BaryStore) store = NULL;
  g_autoptr (BaryRecord) record = open_record (call, BARY_DATABASE_READ_ONLY, &store, error);
  const BaryKindInfo *info;

  if (record == NULL)
    return FALSE;

  if (as_json)
    {
      bary_output_print_json (bary_json_from_record (record));
      return TRUE;
    }

  info = bary_record_get_info (record);
  bary_output_printf ("id: %s\n", bary_record_get_id (record));
  for (guint i = 0; i < info->n_fields; i++)
    print_value (store, &info->fields[i], bary_record_get (record, &info->fields[i]));
  return TRUE;
}

/* add and set */

static gboolean
fill (BaryRecord  *record,
      char       **pairs,
      GError     **error)
{
  for (guint i = 0; pairs[i] != NULL; i++)
    {
      const BaryField *field;
      const char *value;

      if (!bary_call_parse_pair (bary_record_get_kind (record), pairs[i], &field, &value, error))
        return FALSE;
      if (field == NULL)
        {
          g_set_error_literal (error, BARY_CLI_ERROR, BARY_CLI_ERROR_USAGE,
                               _("An id is made by the program and stays: leave it out"));
          return FALSE;
        }
      if (!bary_record_set_text (record, field->name, value, error))
        return FALSE;
    }
  return TRUE;
}

static void
tell_of_namesake (BaryStore  *store,
                  BaryRecord *record)
{
  g_autoptr (BaryRecord) other = bary_namesake_find (store, record);
  g_autofree char *message = NULL;

  if (other == NULL)
    return;

  /* Translators: %1$s: a name, %2$s: an id */
  message = g_strdup_printf (_("There is another “%1$s” already: %2$s; if they are the same, “undo” takes this one back"),
                             bary_record_get_name (other), bary_record_get_id (other));
  bary_call_tell (message);
}

static gboolean
run_add (BaryCall  *call,
         GError   **error)
{
  g_autoptr (BaryStore) store = NULL;
  g_autoptr (BaryRecord) record = NULL;
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autofree char *title = NULL;
  BaryKind kind;

  if (!bary_call_parse_kind (call->operands[0], &kind, error))
    return FALSE;

  record = bary_record_new (kind, NULL);
  if (!fill (record, call->operands + 1, error) || !bary_record_validate (record, error))
    return FALSE;

  store = bary_call_open (call, BARY_DATABASE_READ_WRITE, error);
  if (store == NULL)
    return FALSE;

  bary_changes_add (changes, record);
  title = bary_store_describe (store, record);
  if (!bary_store_commit (store, N_("Add %s"), title, changes, error))
    return FALSE;

  tell_of_namesake (store, record);
  if (as_json)
    bary_output_print_json (bary_json_from_record (record));
  else
    bary_output_printf ("%s\n", bary_record_get_id (record));
  return TRUE;
}

static gboolean
run_set (BaryCall  *call,
         GError   **error)
{
  g_autoptr (BaryStore) store = NULL;
  g_autoptr (BaryRecord) record = open_record (call, BARY_DATABASE_READ_WRITE, &store, error);
  g_autoptr (BaryRecord) edited = NULL;
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autofree char *title = NULL;

  if (record == NULL)
    return FALSE;

  edited = bary_record_copy (record);
  if (!fill (edited, call->operands + 2, error))
    return FALSE;

  bary_changes_update (changes, record, edited);
  title = bary_store_describe (store, record);
  return bary_changes_get_length (changes) == 0 ||
         bary_store_commit (store, N_("Change %s"), title, changes, error);
}

/* remove */

/* Returns: (transfer full) (nullable) */
static BaryChanges *
compose_removal (BaryStore   *store,
                 BaryRecord  *record,
                 GError     **error)
{
  g_autoptr (BaryChanges) changes = NULL;
  g_autoptr (GPtrArray) dependents = NULL;

  if (with_dependents)
    {
      dependents = bary_dependents_collect (store, record, error);
      return dependents != NULL ? bary_dependents_remove (store, record, dependents, error) : NULL;
    }

  changes = bary_changes_new ();
  if (!bary_dependents_remove_parts (store, record, changes, error))
    return NULL;
  bary_changes_remove (changes, record);
  return g_steal_pointer (&changes);
}

static gboolean
run_remove (BaryCall  *call,
            GError   **error)
{
  g_autoptr (BaryStore) store = NULL;
  g_autoptr (BaryRecord) record = open_record (call, BARY_DATABASE_READ_WRITE, &store, error);
  g_autoptr (BaryChanges) changes = NULL;
  g_autofree char *title = NULL;

  if (record == NULL)
    return FALSE;

  title = bary_store_describe (store, record);
  changes = compose_removal (store, record, error);
  return changes != NULL && bary_store_commit (store, N_("Remove %s"), title, changes, error);
}

const BaryCommand bary_command_show = {
  "show", "KIND ID", N_("Shows one record"), NULL, json_options, 2, 2, run_show
};

const BaryCommand bary_command_set = {
  "set", "KIND ID FIELD=VALUE…", N_("Changes fields of a record; an empty value clears one"),
  N_("A reference to another record is its id. All the fields change together, as one action that “undo” takes back."),
  NULL, 3, G_MAXUINT, run_set
};

const BaryCommand bary_command_add = {
  "add", "KIND FIELD=VALUE…", N_("Adds a record and prints its id"),
  N_("A reference to another record is its id. With --json the whole record is printed."), json_options, 2, G_MAXUINT, run_add
};

const BaryCommand bary_command_remove = {
  "remove", "KIND ID", N_("Removes a record that nothing refers to"), NULL, remove_options, 2, 2, run_remove
};
