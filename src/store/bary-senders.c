#include "bary-senders.h"

#define COLUMNS "key, id, name, role, record, state, moment"

static const char *const roles[] = { "centre", "school", "expert" };
static const char *const ways[] = { "words", "hand", "voucher" };

void
bary_sender_free (BarySender *self)
{
  g_free (self->key);
  g_free (self->id);
  g_free (self->name);
  g_free (self->record);
  g_free (self);
}

gboolean
bary_sender_role_from_word (const char     *word,
                            BarySenderRole *role)
{
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (g_strcmp0 (word, roles[i]) == 0)
      {
        *role = i;
        return TRUE;
      }
  return FALSE;
}

const char *
bary_sender_role_to_word (BarySenderRole role)
{
  return roles[role];
}

static BarySender *
read_sender (BaryStatement *statement)
{
  BarySender *sender = g_new0 (BarySender, 1);

  sender->key = g_strdup (bary_statement_get_text (statement, 0));
  sender->id = g_strdup (bary_statement_get_text (statement, 1));
  sender->name = g_strdup (bary_statement_get_text (statement, 2));
  bary_sender_role_from_word (bary_statement_get_text (statement, 3), &sender->role);
  sender->record = g_strdup (bary_statement_get_text (statement, 4));
  sender->replaced = g_strcmp0 (bary_statement_get_text (statement, 5), "replaced") == 0;
  sender->moment = bary_statement_get_integer (statement, 6);
  return sender;
}

static BarySender *
find (BaryStore   *store,
      const char  *sql,
      const char  *value,
      GError     **error)
{
  g_autoptr (BaryStatement) statement = bary_database_prepare (bary_store_get_database (store), sql, error);

  if (statement == NULL)
    return NULL;

  bary_statement_bind_text (statement, 0, value);
  return bary_statement_step (statement, error) == BARY_STEP_ROW ? read_sender (statement) : NULL;
}

BarySender *
bary_store_find_sender (BaryStore   *store,
                        const char  *key,
                        GError     **error)
{
  return find (store, "SELECT " COLUMNS " FROM sender WHERE key = ?", key, error);
}

BarySender *
bary_store_find_sender_by_id (BaryStore   *store,
                              const char  *id,
                              GError     **error)
{
  return find (store, "SELECT " COLUMNS " FROM sender WHERE id = ? AND state = 'confirmed'", id, error);
}

GPtrArray *
bary_store_list_senders (BaryStore  *store,
                         GError    **error)
{
  g_autoptr (GPtrArray) senders = g_ptr_array_new_with_free_func ((GDestroyNotify) bary_sender_free);
  g_autoptr (BaryStatement) statement =
    bary_database_prepare (bary_store_get_database (store), "SELECT " COLUMNS " FROM sender ORDER BY state, name, key", error);
  BaryStep step;

  if (statement == NULL)
    return NULL;

  while ((step = bary_statement_step (statement, error)) == BARY_STEP_ROW)
    g_ptr_array_add (senders, read_sender (statement));
  return step == BARY_STEP_DONE ? g_steal_pointer (&senders) : NULL;
}

static gboolean
run (BaryDatabase  *database,
     const char    *sql,
     const char    *first,
     const char    *second,
     GError       **error)
{
  g_autoptr (BaryStatement) statement = bary_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;

  bary_statement_bind_text (statement, 0, first);
  if (second != NULL)
    bary_statement_bind_text (statement, 1, second);
  return bary_statement_run (statement, error);
}

static gboolean
write_sender (BaryDatabase    *database,
              const char      *key,
              const char      *id,
              const char      *name,
              BarySenderRole   role,
              const char      *record,
              BarySenderWay    way,
              GError         **error)
{
  g_autoptr (BaryStatement) statement =
    bary_database_prepare (database, "INSERT OR REPLACE INTO sender (key, id, name, role, record, state, way, moment) "
                                     "VALUES (?, ?, ?, ?, ?, 'confirmed', ?, ?)", error);

  if (statement == NULL)
    return FALSE;

  bary_statement_bind_text (statement, 0, key);
  bary_statement_bind_text (statement, 1, id);
  bary_statement_bind_text (statement, 2, name);
  bary_statement_bind_text (statement, 3, roles[role]);
  bary_statement_bind_text (statement, 4, record);
  bary_statement_bind_text (statement, 5, ways[way]);
  bary_statement_bind_integer (statement, 6, g_get_real_time () / 1000);
  return bary_statement_run (statement, error);
}

gboolean
bary_store_confirm_sender (BaryStore       *store,
                           const char      *key,
                           const char      *id,
                           const char      *name,
                           BarySenderRole   role,
                           const char      *record,
                           BarySenderWay    way,
                           GError         **error)
{
  BaryDatabase *database = bary_store_get_database (store);

  if (!bary_database_begin (database, error))
    return FALSE;
  if (run (database, "UPDATE sender SET state = 'replaced' WHERE id = ?1 AND key <> ?2", id, key, error) &&
      write_sender (database, key, id, name, role, record, way, error) && bary_database_commit (database, error))
    return TRUE;

  bary_database_rollback (database);
  return FALSE;
}

gboolean
bary_store_set_sender_role (BaryStore       *store,
                            const char      *key,
                            BarySenderRole   role,
                            const char      *record,
                            GError         **error)
{
  g_autoptr (BaryStatement) statement =
    bary_database_prepare (bary_store_get_database (store), "UPDATE sender SET role = ?, record = ? WHERE key = ?", error);

  if (statement == NULL)
    return FALSE;

  bary_statement_bind_text (statement, 0, roles[role]);
  bary_statement_bind_text (statement, 1, record);
  bary_statement_bind_text (statement, 2, key);
  return bary_statement_run (statement, error);
}

gboolean
bary_store_forget_sender (BaryStore   *store,
                          const char  *key,
                          GError     **error)
{
  return run (bary_store_get_database (store), "DELETE FROM sender WHERE key = ?", key, NULL, error);
}
