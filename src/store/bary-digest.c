#include "bary-digest.h"

#include "bary-mapper.h"

#include <string.h>

/* A text and its end, so that no two lists of texts look alike; nothing differs from empty. */
static void
add_text (GChecksum  *sum,
          const char *text)
{
  if (text != NULL)
    g_checksum_update (sum, (const guchar *) text, -1);
  g_checksum_update (sum, (const guchar *) (text != NULL ? "\x1" : "\x2"), 1);
}

static void
end_field (GChecksum *sum)
{
  g_checksum_update (sum, (const guchar *) "\x3", 1);
}

static void
take (GChecksum *sum,
      guint8    *digest)
{
  gsize length = BARY_DIGEST_LENGTH;

  g_checksum_get_digest (sum, digest, &length);
  g_checksum_reset (sum);
}

static void
add_record (GChecksum  *sum,
            BaryRecord *record)
{
  const BaryKindInfo *info = bary_record_get_info (record);

  add_text (sum, bary_record_get_id (record));
  for (guint i = 0; i < info->n_fields; i++)
    {
      add_text (sum, bary_record_get (record, &info->fields[i]));
      end_field (sum);
    }
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* The values of a field that nobody has overtaken, in an order of their own; one that was never set is empty. */
static void
add_heads (GChecksum           *sum,
           GPtrArray           *edits,
           guint                field,
           const BaryKnowledge *knowledge)
{
  g_autoptr (GPtrArray) heads = bary_edits_find_heads (edits, field, knowledge);
  g_autoptr (GPtrArray) values = g_ptr_array_new ();

  for (guint i = 0; i < heads->len; i++)
    g_ptr_array_add (values, (gpointer) ((const BaryEdit *) heads->pdata[i])->values[field]);
  if (values->len == 0)
    g_ptr_array_add (values, NULL);
  g_ptr_array_sort (values, compare_texts);
  for (guint i = 0; i < values->len; i++)
    add_text (sum, values->pdata[i]);
  end_field (sum);
}

/* Returns: whether there is anything to be said of the record; -1 on an error. */
static int
digest_unsettled (BaryLedger  *ledger,
                  BaryKind     kind,
                  const char  *id,
                  GChecksum   *sum,
                  GError     **error)
{
  const BaryKnowledge *knowledge = bary_ledger_get_knowledge (ledger);
  g_autoptr (GPtrArray) edits = bary_ledger_get_edits (ledger, kind, id, error);
  BaryPresence presence;

  if (edits == NULL)
    return -1;
  presence = bary_edits_get_presence (edits, knowledge);
  if (edits->len == 0 || presence == BARY_PRESENCE_GONE)
    return FALSE;

  add_text (sum, id);
  for (guint i = 0; i < bary_kind_get_info (kind)->n_fields; i++)
    add_heads (sum, edits, i, knowledge);
  if (presence == BARY_PRESENCE_DISPUTED)
    add_text (sum, "removed");
  return TRUE;
}

/* Returns: (transfer full) (element-type utf8) (nullable): ids in order. */
static GPtrArray *
list_unsettled (BaryDatabase  *database,
                BaryKind       kind,
                GError       **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (BaryStatement) statement =
    bary_database_prepare (database, "SELECT record FROM unsettled WHERE kind = ? ORDER BY record", error);
  BaryStep step;

  if (statement == NULL)
    return NULL;

  bary_statement_bind_text (statement, 0, bary_kind_get_info (kind)->name);
  while ((step = bary_statement_step (statement, error)) == BARY_STEP_ROW)
    g_ptr_array_add (ids, g_strdup (bary_statement_get_text (statement, 0)));

  return step == BARY_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

typedef struct {
  BaryLedger     *ledger;
  BaryKind        kind;
  GChecksum      *sum;
  GPtrArray      *unsettled;
  guint           next;      /* of these */
  BaryDigestFunc  func;
  gpointer        user_data;
} Walk;

/* Those before the given id, and that one itself if it is among them. Returns: FALSE on an error. */
static gboolean
pass_unsettled (Walk        *walk,
                const char  *id,
                gboolean    *was_there,
                GError     **error)
{
  *was_there = FALSE;
  while (walk->next < walk->unsettled->len)
    {
      const char *next = walk->unsettled->pdata[walk->next];
      int order = id != NULL ? strcmp (next, id) : -1;
      guint8 digest[BARY_DIGEST_LENGTH];
      int said;

      if (order > 0)
        return TRUE;
      *was_there = order == 0;
      walk->next++;
      said = digest_unsettled (walk->ledger, walk->kind, next, walk->sum, error);
      if (said < 0)
        return FALSE;
      if (said)
        {
          take (walk->sum, digest);
          walk->func (next, digest, walk->user_data);
        }
    }
  return TRUE;
}

static gboolean
walk_rows (Walk    *walk,
           GError **error)
{
  BaryDatabase *database = bary_ledger_get_database (walk->ledger);
  const char *columns = bary_mapper_get_columns (walk->kind);
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM \"%s\" ORDER BY id", columns, bary_kind_get_info (walk->kind)->name);
  g_autoptr (BaryStatement) statement = bary_database_prepare (database, sql, error);
  gboolean was_there;
  BaryStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = bary_statement_step (statement, error)) == BARY_STEP_ROW)
    {
      g_autoptr (BaryRecord) record = bary_mapper_read (statement, walk->kind);
      guint8 digest[BARY_DIGEST_LENGTH];

      if (!pass_unsettled (walk, bary_record_get_id (record), &was_there, error))
        return FALSE;
      if (was_there)
        continue;
      add_record (walk->sum, record);
      take (walk->sum, digest);
      walk->func (bary_record_get_id (record), digest, walk->user_data);
    }
  return step == BARY_STEP_DONE && pass_unsettled (walk, NULL, &was_there, error);
}

gboolean
bary_digest_foreach (BaryLedger      *ledger,
                     BaryKind         kind,
                     BaryDigestFunc   func,
                     gpointer         user_data,
                     GError         **error)
{
  g_autoptr (GPtrArray) unsettled = list_unsettled (bary_ledger_get_database (ledger), kind, error);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  Walk walk = { ledger, kind, sum, unsettled, 0, func, user_data };

  return unsettled != NULL && walk_rows (&walk, error);
}

static void
add_digest (const char   *id,
            const guint8 *digest,
            gpointer      user_data)
{
  g_checksum_update (user_data, digest, BARY_DIGEST_LENGTH);
}

gboolean
bary_digest_kind (BaryLedger  *ledger,
                  BaryKind     kind,
                  guint8      *digest,
                  GError     **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  if (!bary_digest_foreach (ledger, kind, add_digest, sum, error))
    return FALSE;

  take (sum, digest);
  return TRUE;
}

gboolean
bary_digest_all (BaryLedger  *ledger,
                 guint8      *digest,
                 GError     **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint kind = 0; kind < BARY_N_KINDS; kind++)
    {
      guint8 part[BARY_DIGEST_LENGTH];

      if (!bary_digest_kind (ledger, kind, part, error))
        return FALSE;
      add_text (sum, bary_kind_get_info (kind)->name);
      g_checksum_update (sum, part, sizeof part);
    }
  take (sum, digest);
  return TRUE;
}
