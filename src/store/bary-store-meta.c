#include "bary-store-private.h"

char *
bary_database_dup_meta (BaryDatabase *database,
                        const char   *key)
{
  g_autoptr (BaryStatement) statement =
    bary_database_prepare (database, "SELECT value FROM meta WHERE key = ?", NULL);

  if (statement == NULL)
    return NULL;

  bary_statement_bind_text (statement, 0, key);
  return bary_statement_step (statement, NULL) == BARY_STEP_ROW ? g_strdup (bary_statement_get_text (statement, 0)) : NULL;
}

char *
bary_store_dup_meta (BaryStore  *self,
                     const char *key)
{
  return bary_database_dup_meta (bary_store_get_database (self), key);
}

gboolean
bary_database_set_meta (BaryDatabase  *database,
                        const char    *key,
                        const char    *value,
                        GError       **error)
{
  const char *sql = value != NULL ? "INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
                                  : "DELETE FROM meta WHERE key = ?1";
  g_autoptr (BaryStatement) statement = bary_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;

  bary_statement_bind_text (statement, 0, key);
  if (value != NULL)
    bary_statement_bind_text (statement, 1, value);
  return bary_statement_run (statement, error);
}

gboolean
bary_store_set_meta (BaryStore   *self,
                     const char  *key,
                     const char  *value,
                     GError     **error)
{
  return bary_database_set_meta (bary_store_get_database (self), key, value, error);
}
