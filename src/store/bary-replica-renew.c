#include "bary-replica-renew.h"

#include "bary-history.h"
#include "bary-id.h"
#include "bary-ledger.h"
#include "bary-store-private.h"

typedef struct {
  BaryDatabase *database;
  char         *former;
  char         *present;
  gint64        last_action;
  BaryStamp     last_stamp;
} Renewal;

/* @sql: ?1: the former replica, ?2: the present one, ?3: the last stamp, ?4: the last action */
static gboolean
run (Renewal     *self,
     const char  *sql,
     GError     **error)
{
  g_autoptr (BaryStatement) statement = bary_database_prepare (self->database, sql, error);

  if (statement == NULL)
    return FALSE;

  bary_statement_bind_text (statement, 0, self->former);
  bary_statement_bind_text (statement, 1, self->present);
  bary_statement_bind_integer (statement, 2, self->last_stamp);
  bary_statement_bind_integer (statement, 3, self->last_action);
  return bary_statement_run (statement, error);
}

/* The log is read as the edits of the present replica: what is there already is put beside it, under the former one. */
#define GIVE_EDITS \
  "INSERT OR IGNORE INTO edit (record, replica, stamp, ordinal, kind, operation, fields, author, action) " \
  "SELECT c.record, ?1, a.stamp, c.ordinal, c.kind, CASE WHEN c.was IS NULL THEN 'add' WHEN c.became IS NULL THEN 'remove' " \
  "ELSE 'set' END, coalesce (c.became, '{}'), a.author, a.id FROM change c JOIN action a ON a.id = c.action " \
  "WHERE NOT EXISTS (SELECT 1 FROM apart WHERE apart.action = a.id) AND (?2 || ?3 || ?4) IS NOT NULL"
#define SET_APART \
  "INSERT OR IGNORE INTO apart (action, state) SELECT id, 'received' FROM action WHERE id <= ?4 AND (?1 || ?2 || ?3) IS NOT NULL"
#define MEET \
  "INSERT OR REPLACE INTO replica (id, name, centre) SELECT ?1, coalesce (c.name, ?1), c.id FROM (SELECT 1) " \
  "LEFT JOIN meta m ON m.key = '" BARY_META_OWN_CENTRE "' LEFT JOIN centre c ON c.id = m.value WHERE (?2 || ?3 || ?4) IS NOT NULL"

/* The present one knows whatever the former one knew, and all that it did. */
#define KNOW_OTHERS \
  "INSERT OR REPLACE INTO knowledge (replica, other, stamp, known, action) SELECT ?2, other, ?3, max (known), ?4 FROM knowledge k " \
  "WHERE replica = ?1 AND NOT EXISTS (SELECT 1 FROM apart WHERE apart.action = k.action AND state = 'forgotten') GROUP BY other"
#define KNOW_FORMER \
  "INSERT OR REPLACE INTO knowledge (replica, other, stamp, known, action) VALUES (?2, ?1, ?3, ?3, ?4)"
#define LEAVE_HOME "DELETE FROM meta WHERE key = '" BARY_META_HOME "'"
#define TAKE_NAME \
  "INSERT OR REPLACE INTO meta (key, value) VALUES ('" BARY_META_FORMER_REPLICA "', ?1), ('" BARY_META_REPLICA "', ?2)"

static gboolean
take_over (Renewal  *self,
           GError  **error)
{
  return run (self, GIVE_EDITS, error) && run (self, SET_APART, error) && run (self, MEET, error) &&
         run (self, KNOW_OTHERS, error) && run (self, KNOW_FORMER, error);
}

/* A file without a history has nothing of the former one. */
static gboolean
renew (Renewal  *self,
       GError  **error)
{
  return (self->last_action == 0 || take_over (self, error)) && run (self, TAKE_NAME, error) &&
         bary_database_execute (self->database, LEAVE_HOME, error) &&
         bary_ledger_mark_sent (self->database, error);
}

gboolean
bary_replica_renew (BaryDatabase  *database,
                    GError       **error)
{
  g_autofree char *former = bary_database_dup_meta (database, BARY_META_REPLICA);
  g_autofree char *present = bary_id_new ();
  Renewal renewal = { database, former, present };

  if (!bary_history_get_last (database, &renewal.last_action, &renewal.last_stamp, error))
    return FALSE;
  if (former == NULL)
    return TRUE;

  if (!bary_database_begin (database, error))
    return FALSE;
  if (renew (&renewal, error) && bary_database_commit (database, error))
    return TRUE;

  bary_database_rollback (database);
  return FALSE;
}
