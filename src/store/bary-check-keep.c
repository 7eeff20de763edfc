#include "bary-check-private.h"

#include "bary-backup.h"
#include "bary-config.h"
#include "bary-date.h"
#include "bary-migration.h"

#include <glib/gi18n-lib.h>

/* What is kept for later: appendices and backups. */

/* Appendices */

/* Returns: (transfer full) (nullable): of the contents, chunk after chunk; NULL without an error if there are none. */
static char *
digest_contents (BaryCheck   *self,
                 const char  *appendix,
                 GError     **error)
{
  g_autoptr (BaryStatement) statement =
    bary_database_prepare (self->database, "SELECT data FROM appendix_chunk WHERE appendix = ? ORDER BY ordinal", error);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  gboolean any = FALSE;
  BaryStep step;

  if (statement == NULL)
    return NULL;

  bary_statement_bind_text (statement, 0, appendix);
  while ((step = bary_statement_step (statement, error)) == BARY_STEP_ROW)
    {
      gsize length;
      g_autofree guchar *bytes = g_base64_decode (bary_statement_get_text (statement, 0), &length);

      g_checksum_update (sum, bytes, length);
      any = TRUE;
    }
  return step == BARY_STEP_DONE && any ? g_strdup (g_checksum_get_string (sum)) : NULL;
}

gboolean
bary_check_appendices (BaryCheck  *self,
                       GError    **error)
{
  g_autoptr (BaryStatement) statement =
    bary_database_prepare (self->database, "SELECT id, name, sha256 FROM appendix WHERE sha256 IS NOT NULL", error);
  guint n = 0;
  BaryStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = bary_statement_step (statement, error)) == BARY_STEP_ROW)
    {
      GError *failure = NULL;
      g_autofree char *digest = digest_contents (self, bary_statement_get_text (statement, 0), &failure);

      if (failure != NULL)
        {
          g_propagate_error (error, failure);
          return FALSE;
        }
      n++;
      if (digest != NULL && !g_str_equal (digest, bary_statement_get_text (statement, 2)))
        /* Translators: %s: the name of a file */
        bary_check_report (self, g_strdup_printf (_("The contents of the appendix “%s” are not what was put in: "
                                                    "ask for the file again"), bary_statement_get_text (statement, 1)));
    }
  self->found = g_strdup_printf (ngettext ("%u file", "%u files", n), n);
  return step == BARY_STEP_DONE;
}

/* The last backup */

/* Returns: (transfer full) (nullable): what is wrong with it; NULL if nothing is. */
static char *
find_fault (BaryCheck        *self,
            const BaryBackup *backup)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryDatabase) database = bary_database_open (backup->path, BARY_DATABASE_READ_ONLY, &error);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  BaryCheck check = { database, self->cancellable, problems };
  gint64 n_actions;
  gboolean done;

  if (database == NULL || !bary_migration_check (database, &error))
    return g_strdup (error->message);

  bary_database_set_cancellable (database, self->cancellable);
  done = bary_check_pages (&check, &error) &&
         bary_database_query_integer (database, "SELECT count (*) FROM action JOIN change ON change.action = action.id",
                                      &n_actions, &error);
  g_free (check.found);
  if (!done)
    return g_strdup (error->message);

  return problems->len > 0 ? g_strdup (problems->pdata[0]) : NULL;
}

gboolean
bary_check_backup (BaryCheck   *self,
                   const char  *path,
                   GError     **error)
{
  g_autoptr (GPtrArray) backups = bary_backup_list (path);
  const BaryBackup *newest = backups->len > 0 ? backups->pdata[0] : NULL;
  g_autofree char *fault = NULL;
  g_autofree char *day = NULL;

  if (newest == NULL)
    {
      self->found = g_strdup (_("There is none yet"));
      self->absent = TRUE;
      return TRUE;
    }

  fault = find_fault (self, newest);
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (fault != NULL)
    /* Translators: 1: a file, 2: what is wrong with it */
    bary_check_report (self, g_strdup_printf (_("The last backup, %1$s, is of no use: make another one (%2$s)"),
                                              newest->path, fault));

  day = bary_date_to_words (newest->date);
  /* Translators: a day: of 12 June 2026 */
  self->found = g_strdup_printf (_("Of %s"), day);
  return TRUE;
}
