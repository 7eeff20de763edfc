#include "bary-parcels.h"

#define COLUMNS \
  "id, direction, package, kind, created, sequence, peer, peer_id, key, subject, digest, file, records, trust, state, reason, " \
  "moment, answer, answered, action"

BaryParcel *
bary_parcel_new (void)
{
  return g_new0 (BaryParcel, 1);
}

void
bary_parcel_free (BaryParcel *self)
{
  g_free (self->package);
  g_free (self->kind);
  g_free (self->created);
  g_free (self->peer);
  g_free (self->peer_id);
  g_free (self->key);
  g_free (self->subject);
  g_free (self->digest);
  g_free (self->file);
  g_free (self->trust);
  g_free (self->state);
  g_free (self->reason);
  g_free (self->answer);
  g_free (self->answered);
  g_free (self);
}

static char *
dup_text (BaryStatement *statement,
          int            column)
{
  return g_strdup (bary_statement_get_text (statement, column));
}

static BaryParcel *
read_parcel (BaryStatement *statement)
{
  BaryParcel *self = bary_parcel_new ();

  self->id = bary_statement_get_integer (statement, 0);
  self->out = g_strcmp0 (bary_statement_get_text (statement, 1), "out") == 0;
  self->package = dup_text (statement, 2);
  self->kind = dup_text (statement, 3);
  self->created = dup_text (statement, 4);
  self->sequence = bary_statement_get_integer (statement, 5);
  self->peer = dup_text (statement, 6);
  self->peer_id = dup_text (statement, 7);
  self->key = dup_text (statement, 8);
  self->subject = dup_text (statement, 9);
  self->digest = dup_text (statement, 10);
  self->file = dup_text (statement, 11);
  self->records = bary_statement_get_integer (statement, 12);
  self->trust = dup_text (statement, 13);
  self->state = dup_text (statement, 14);
  self->reason = dup_text (statement, 15);
  self->moment = bary_statement_get_integer (statement, 16);
  self->answer = dup_text (statement, 17);
  self->answered = dup_text (statement, 18);
  self->action = bary_statement_get_integer (statement, 19);
  return self;
}

static const char *
get_direction (gboolean out)
{
  return out ? "out" : "in";
}

BaryParcel *
bary_store_find_parcel (BaryStore   *store,
                        const char  *package,
                        const char  *key,
                        gboolean     out,
                        GError     **error)
{
  g_autoptr (BaryStatement) statement =
    bary_database_prepare (bary_store_get_database (store),
                           "SELECT " COLUMNS " FROM parcel WHERE package = ?1 AND direction = ?2 "
                           "AND (key IS ?3 OR ?3 = '" BARY_PARCEL_ANY_KEY "') ORDER BY id LIMIT 1", error);

  if (statement == NULL)
    return NULL;

  bary_statement_bind_text (statement, 0, package);
  bary_statement_bind_text (statement, 1, get_direction (out));
  bary_statement_bind_text (statement, 2, key);
  return bary_statement_step (statement, error) == BARY_STEP_ROW ? read_parcel (statement) : NULL;
}

BaryParcel *
bary_store_find_unreadable (BaryStore   *store,
                            const char  *digest,
                            GError     **error)
{
  g_autoptr (BaryStatement) statement =
    bary_database_prepare (bary_store_get_database (store),
                           "SELECT " COLUMNS " FROM parcel WHERE kind = '" BARY_PARCEL_UNREADABLE "' AND digest = ? LIMIT 1", error);

  if (statement == NULL)
    return NULL;

  bary_statement_bind_text (statement, 0, digest);
  return bary_statement_step (statement, error) == BARY_STEP_ROW ? read_parcel (statement) : NULL;
}

BaryParcel *
bary_store_find_numbered (BaryStore   *store,
                          const char  *peer_id,
                          guint64      sequence,
                          GError     **error)
{
  g_autoptr (BaryStatement) statement =
    bary_database_prepare (bary_store_get_database (store),
                           "SELECT " COLUMNS " FROM parcel WHERE peer_id = ? AND sequence = ? AND direction = 'in' "
                           "AND state = 'applied' LIMIT 1", error);

  if (statement == NULL)
    return NULL;

  bary_statement_bind_text (statement, 0, peer_id);
  bary_statement_bind_integer (statement, 1, sequence);
  return bary_statement_step (statement, error) == BARY_STEP_ROW ? read_parcel (statement) : NULL;
}

BaryParcel *
bary_store_find_received (BaryStore   *store,
                          const char  *kind,
                          const char  *subject,
                          GError     **error)
{
  g_autoptr (BaryStatement) statement =
    bary_database_prepare (bary_store_get_database (store),
                           "SELECT " COLUMNS " FROM parcel WHERE direction = 'in' AND state = 'applied' AND kind = ?1 "
                           "AND (?2 IS NULL OR subject = ?2) ORDER BY moment DESC, id DESC LIMIT 1", error);

  if (statement == NULL)
    return NULL;

  bary_statement_bind_text (statement, 0, kind);
  bary_statement_bind_text (statement, 1, subject);
  return bary_statement_step (statement, error) == BARY_STEP_ROW ? read_parcel (statement) : NULL;
}

/* Returns: (transfer full) (nullable): what a statement gives. */
static GPtrArray *
read_all (BaryStatement  *statement,
          GError        **error)
{
  g_autoptr (GPtrArray) parcels = g_ptr_array_new_with_free_func ((GDestroyNotify) bary_parcel_free);
  BaryStep step;

  while ((step = bary_statement_step (statement, error)) == BARY_STEP_ROW)
    g_ptr_array_add (parcels, read_parcel (statement));
  return step == BARY_STEP_DONE ? g_steal_pointer (&parcels) : NULL;
}

GPtrArray *
bary_store_list_parcels (BaryStore  *store,
                         guint       limit,
                         GError    **error)
{
  g_autoptr (BaryStatement) statement =
    bary_database_prepare (bary_store_get_database (store),
                           "SELECT " COLUMNS " FROM parcel ORDER BY moment DESC, id DESC LIMIT ?", error);

  if (statement == NULL)
    return NULL;

  bary_statement_bind_integer (statement, 0, limit > 0 ? limit : -1);
  return read_all (statement, error);
}

GPtrArray *
bary_store_list_later (BaryStore   *store,
                       const char  *peer_id,
                       const char  *key,
                       guint64      sequence,
                       GError     **error)
{
  g_autoptr (BaryStatement) statement =
    bary_database_prepare (bary_store_get_database (store),
                           "SELECT " COLUMNS " FROM parcel WHERE direction = 'in' AND state = 'applied' AND peer_id = ?1 "
                           "AND key IS ?2 AND sequence >= ?3 "
                           "AND NOT EXISTS (SELECT 1 FROM undone WHERE undone.action = parcel.action) ORDER BY sequence DESC", error);

  if (statement == NULL)
    return NULL;

  bary_statement_bind_text (statement, 0, peer_id);
  bary_statement_bind_text (statement, 1, key);
  bary_statement_bind_integer (statement, 2, sequence);
  return read_all (statement, error);
}

gboolean
bary_store_came_since (BaryStore   *store,
                       gint64       action,
                       BaryRecord  *record,
                       gboolean    *came,
                       GError     **error)
{
  g_autoptr (BaryStatement) statement =
    bary_database_prepare (bary_store_get_database (store),
                           "SELECT 1 FROM change c JOIN action a ON a.id = c.action WHERE c.record = ?1 AND c.action >= ?2 "
                           "AND a.type = 'import' AND NOT EXISTS (SELECT 1 FROM undone WHERE undone.action = a.id) LIMIT 1", error);
  BaryStep step;

  if (statement == NULL)
    return FALSE;

  bary_statement_bind_text (statement, 0, bary_record_get_id (record));
  bary_statement_bind_integer (statement, 1, action);
  step = bary_statement_step (statement, error);
  *came = step == BARY_STEP_ROW;
  return step != BARY_STEP_ERROR;
}

static void
bind_parcel (BaryStatement    *statement,
             const BaryParcel *parcel,
             gint64            id)
{
  if (id > 0)
    bary_statement_bind_integer (statement, 0, id);
  else
    bary_statement_bind_text (statement, 0, NULL);
  bary_statement_bind_text (statement, 1, get_direction (parcel->out));
  bary_statement_bind_text (statement, 2, parcel->package);
  bary_statement_bind_text (statement, 3, parcel->kind);
  bary_statement_bind_text (statement, 4, parcel->created);
  bary_statement_bind_integer (statement, 5, parcel->sequence);
  bary_statement_bind_text (statement, 6, parcel->peer);
  bary_statement_bind_text (statement, 7, parcel->peer_id);
  bary_statement_bind_text (statement, 8, parcel->key);
  bary_statement_bind_text (statement, 9, parcel->subject);
  bary_statement_bind_text (statement, 10, parcel->digest);
  bary_statement_bind_text (statement, 11, parcel->file);
  bary_statement_bind_integer (statement, 12, parcel->records);
  bary_statement_bind_text (statement, 13, parcel->trust);
  bary_statement_bind_text (statement, 14, parcel->state);
  bary_statement_bind_text (statement, 15, parcel->reason);
  bary_statement_bind_integer (statement, 16, g_get_real_time () / 1000);
  bary_statement_bind_text (statement, 17, parcel->answer);
  bary_statement_bind_text (statement, 18, parcel->answered);
  bary_statement_bind_integer (statement, 19, parcel->action);
}

gboolean
bary_store_log_parcel (BaryStore         *store,
                       const BaryParcel  *parcel,
                       GError           **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (BaryParcel) present = bary_store_find_parcel (store, parcel->package, parcel->key, parcel->out, &failure);
  g_autoptr (BaryStatement) statement = NULL;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  statement = bary_database_prepare (bary_store_get_database (store),
                                     "INSERT OR REPLACE INTO parcel (" COLUMNS ") "
                                     "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", error);
  if (statement == NULL)
    return FALSE;

  bind_parcel (statement, parcel, present != NULL ? present->id : 0);
  return bary_statement_run (statement, error);
}

gboolean
bary_store_renew_parcel (BaryStore         *store,
                         const BaryParcel  *parcel,
                         gint64             action,
                         GError           **error)
{
  g_autoptr (BaryStatement) statement =
    bary_database_prepare (bary_store_get_database (store),
                           "UPDATE parcel SET action = ?1 WHERE id = ?2 AND (coalesce (action, 0) = 0 OR "
                           "EXISTS (SELECT 1 FROM undone WHERE undone.action = parcel.action))", error);

  if (statement == NULL)
    return FALSE;

  bary_statement_bind_integer (statement, 0, action);
  bary_statement_bind_integer (statement, 1, parcel->id);
  return bary_statement_run (statement, error);
}

gboolean
bary_store_answer_parcel (BaryStore   *store,
                          const char  *package,
                          const char  *answer,
                          const char  *moment,
                          GError     **error)
{
  g_autoptr (BaryStatement) statement =
    bary_database_prepare (bary_store_get_database (store),
                           "UPDATE parcel SET answer = ?, answered = ? WHERE package = ? AND direction = 'out'", error);

  if (statement == NULL)
    return FALSE;

  bary_statement_bind_text (statement, 0, answer);
  bary_statement_bind_text (statement, 1, moment);
  bary_statement_bind_text (statement, 2, package);
  return bary_statement_run (statement, error);
}

gboolean
bary_store_last_number (BaryStore   *store,
                        const char  *peer_id,
                        guint64      before,
                        guint64     *last,
                        GError     **error)
{
  g_autoptr (BaryStatement) statement =
    bary_database_prepare (bary_store_get_database (store),
                           "SELECT coalesce (max (sequence), 0) FROM parcel WHERE peer_id = ? AND sequence < ? "
                           "AND direction = 'in' AND state = 'applied'", error);

  if (statement == NULL)
    return FALSE;

  bary_statement_bind_text (statement, 0, peer_id);
  bary_statement_bind_integer (statement, 1, before);
  if (bary_statement_step (statement, error) != BARY_STEP_ROW)
    return FALSE;
  *last = bary_statement_get_integer (statement, 0);
  return TRUE;
}

gboolean
bary_store_came_later (BaryStore         *store,
                       const BaryParcel  *parcel,
                       gboolean          *later,
                       GError           **error)
{
  g_autoptr (BaryStatement) statement =
    bary_database_prepare (bary_store_get_database (store),
                           "SELECT EXISTS (SELECT 1 FROM parcel WHERE direction = 'in' AND state = 'applied' AND moment > ?)", error);

  if (statement == NULL)
    return FALSE;

  bary_statement_bind_integer (statement, 0, parcel->moment);
  if (bary_statement_step (statement, error) != BARY_STEP_ROW)
    return FALSE;
  *later = bary_statement_get_integer (statement, 0);
  return TRUE;
}

gboolean
bary_store_next_sequence (BaryStore  *store,
                          guint64    *sequence,
                          GError    **error)
{
  gint64 last;

  if (!bary_database_query_integer (bary_store_get_database (store),
                                    "SELECT coalesce (max (sequence), 0) FROM parcel WHERE direction = 'out'", &last, error))
    return FALSE;

  *sequence = (guint64) last + 1;
  return TRUE;
}
