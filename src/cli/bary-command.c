#include "bary-command.h"

#include "bary-config.h"
#include "bary-file.h"
#include "bary-location.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

G_DEFINE_QUARK (bary-cli-error-quark, bary_cli_error)

char *
bary_call_dup_path (BaryCall *call)
{
  return call->database != NULL ? g_strdup (call->database) : bary_location_get_default_database ();
}

static void
tell_of_clock (BaryStore *store)
{
  g_autofree char *warning = bary_store_dup_clock_warning (store);

  if (warning != NULL)
    bary_call_tell (warning);
}

BaryStore *
bary_call_open (BaryCall          *call,
                BaryDatabaseMode   mode,
                GError           **error)
{
  g_autofree char *path = bary_call_dup_path (call);
  BaryStore *store;

  store = bary_store_open (path, mode, error);
  if (store != NULL && mode == BARY_DATABASE_READ_WRITE)
    tell_of_clock (store);
  return store;
}

/* An unknown word is the line's fault, not the data's.
 * @cause: (transfer full) */
static gboolean
blame_usage (GError  *cause,
             GError **error)
{
  g_set_error_literal (error, BARY_CLI_ERROR, BARY_CLI_ERROR_USAGE, cause->message);
  g_error_free (cause);
  return FALSE;
}

gboolean
bary_call_parse_kind (const char  *word,
                      BaryKind    *kind,
                      GError     **error)
{
  GError *cause = NULL;

  return bary_kind_from_name (word, kind, &cause) || blame_usage (cause, error);
}

gboolean
bary_call_parse_pair (BaryKind          kind,
                      const char       *word,
                      const BaryField **field,
                      const char      **value,
                      GError          **error)
{
  const char *sign = strchr (word, '=');
  g_autofree char *name = NULL;
  GError *cause = NULL;

  *field = NULL;
  if (sign == NULL || sign == word)
    {
      g_set_error (error, BARY_CLI_ERROR, BARY_CLI_ERROR_USAGE,
                   _("“%s” is not a field with a value: write FIELD=VALUE"), word);
      return FALSE;
    }

  *value = sign + 1;
  name = g_strndup (word, sign - word);
  if (g_str_equal (name, "id"))
    return TRUE;

  *field = bary_kind_find_field (kind, name, &cause);
  return *field != NULL || blame_usage (cause, error);
}

gboolean
bary_call_check_target (BaryStore   *store,
                        const char  *path,
                        GError     **error)
{
  if (!bary_file_is_same (bary_store_get_path (store), path))
    return TRUE;

  g_set_error (error, BARY_CLI_ERROR, BARY_CLI_ERROR_REFUSED,
               /* Translators: %s: a file */
               _("%s: this is the database itself: give what is written another name"), path);
  return FALSE;
}

void
bary_call_tell (const char *message)
{
  fprintf (stderr, "barycenterctl: %s\n", message);
}
