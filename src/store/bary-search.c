#include "bary-search.h"

#include "bary-text.h"

/* An entry as it should be for a record; `names` is NULL for kinds that are not searched. */
typedef struct {
  const char *title;
  char       *sort_key;
  char       *names;
  char       *words;
} Entry;

static void
entry_clear (Entry *entry)
{
  g_free (entry->sort_key);
  g_free (entry->names);
  g_free (entry->words);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Entry, entry_clear)

static gboolean
entry_init (Entry      *entry,
            BaryRecord *record)
{
  const BaryKindInfo *info = bary_record_get_info (record);
  const BaryField *name = bary_kind_find_field (info->kind, "name", NULL);
  g_autoptr (GString) words = NULL;

  if (name == NULL || !(name->flags & BARY_FIELD_SEARCHED))
    return FALSE;

  words = g_string_new (NULL);
  for (guint i = 0; i < info->n_fields; i++)
    {
      const char *value = bary_record_get (record, &info->fields[i]);

      if (&info->fields[i] == name || !(info->fields[i].flags & BARY_FIELD_SEARCHED) || value == NULL)
        continue;
      g_string_append (words, value);
      g_string_append_c (words, '\n');
    }

  entry->title = bary_record_get (record, name);
  entry->sort_key = bary_text_sort_key (entry->title);
  entry->names = bary_text_fold (entry->title);
  entry->words = bary_text_fold (words->str);
  return TRUE;
}

#define INSERT_ENTRY "INSERT INTO entry (record, kind, sort_key, title, names, words) VALUES (?, ?, ?, ?, ?, ?)"
#define REPLACE_ENTRY INSERT_ENTRY " ON CONFLICT (record) DO UPDATE SET sort_key = excluded.sort_key, " \
                                   "title = excluded.title, names = excluded.names, words = excluded.words"
#define INDEX_WORDS "INSERT INTO search (rowid, names, words) VALUES (?, ?, ?)"
#define FORGET_WORDS "INSERT INTO search (search, rowid, names, words) VALUES ('delete', ?, ?, ?)"
#define DELETE_ENTRY "DELETE FROM entry WHERE id = ?"

static gboolean
put_entry (BaryDatabase  *database,
           const char    *sql,
           BaryRecord    *record,
           const Entry   *entry,
           GError       **error)
{
  g_autoptr (BaryStatement) statement = bary_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;

  bary_statement_bind_text (statement, 0, bary_record_get_id (record));
  bary_statement_bind_text (statement, 1, bary_record_get_info (record)->name);
  bary_statement_bind_text (statement, 2, entry->sort_key);
  bary_statement_bind_text (statement, 3, entry->title);
  bary_statement_bind_text (statement, 4, entry->names);
  bary_statement_bind_text (statement, 5, entry->words);
  return bary_statement_run (statement, error);
}

/* Row by row: FTS5 writes out what it has collected before every statement that could be many rows. */
static gboolean
put_words (BaryDatabase  *database,
           const char    *sql,
           gint64         id,
           const char    *names,
           const char    *words,
           GError       **error)
{
  g_autoptr (BaryStatement) statement = bary_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;

  bary_statement_bind_integer (statement, 0, id);
  bary_statement_bind_text (statement, 1, names);
  bary_statement_bind_text (statement, 2, words);
  return bary_statement_run (statement, error);
}

/* What the index knows of a record; an id of 0 is nothing. */
typedef struct {
  gint64  id;
  char   *names;
  char   *words;
} Indexed;

static void
indexed_clear (Indexed *indexed)
{
  g_free (indexed->names);
  g_free (indexed->words);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Indexed, indexed_clear)

static gboolean
read_indexed (BaryDatabase  *database,
              BaryRecord    *record,
              Indexed       *indexed,
              GError       **error)
{
  g_autoptr (BaryStatement) statement =
    bary_database_prepare (database, "SELECT id, names, words FROM entry WHERE record = ?", error);
  BaryStep step;

  if (statement == NULL)
    return FALSE;

  bary_statement_bind_text (statement, 0, bary_record_get_id (record));
  step = bary_statement_step (statement, error);
  if (step == BARY_STEP_ROW)
    {
      indexed->id = bary_statement_get_integer (statement, 0);
      indexed->names = g_strdup (bary_statement_get_text (statement, 1));
      indexed->words = g_strdup (bary_statement_get_text (statement, 2));
    }
  return step != BARY_STEP_ERROR;
}

static gboolean
change_words (BaryDatabase   *database,
              const Indexed  *before,
              const Entry    *after,
              gint64          last,
              GError        **error)
{
  gint64 id = before->id != 0 ? before->id : sqlite3_last_insert_rowid (bary_database_get_handle (database));

  if (id > last || (before->id != 0 && g_strcmp0 (before->names, after->names) == 0 && g_strcmp0 (before->words, after->words) == 0))
    return TRUE;

  return (before->id == 0 || put_words (database, FORGET_WORDS, id, before->names, before->words, error)) &&
         put_words (database, INDEX_WORDS, id, after->names, after->words, error);
}

gboolean
bary_entry_differs (BaryRecord *before,
                    BaryRecord *after)
{
  const BaryKindInfo *info = bary_record_get_info (before);

  for (guint i = 0; i < info->n_fields; i++)
    if ((info->fields[i].flags & BARY_FIELD_SEARCHED) &&
        g_strcmp0 (bary_record_get (before, &info->fields[i]), bary_record_get (after, &info->fields[i])) != 0)
      return TRUE;

  return FALSE;
}

gboolean
bary_entry_append (BaryDatabase  *database,
                   BaryRecord    *record,
                   GError       **error)
{
  g_auto (Entry) entry = { NULL };

  return !entry_init (&entry, record) || put_entry (database, INSERT_ENTRY, record, &entry, error);
}

gboolean
bary_entry_write (BaryDatabase  *database,
                  BaryRecord    *record,
                  gint64         indexed,
                  GError       **error)
{
  g_auto (Entry) entry = { NULL };
  g_auto (Indexed) before = { 0 };

  if (!entry_init (&entry, record))
    return TRUE;

  return read_indexed (database, record, &before, error) &&
         put_entry (database, REPLACE_ENTRY, record, &entry, error) &&
         change_words (database, &before, &entry, indexed, error);
}

gboolean
bary_entry_remove (BaryDatabase  *database,
                   BaryRecord    *record,
                   gint64         indexed,
                   GError       **error)
{
  g_auto (Indexed) before = { 0 };
  g_autoptr (BaryStatement) statement = NULL;

  if (!read_indexed (database, record, &before, error))
    return FALSE;
  if (before.id == 0)
    return TRUE;
  if (before.id <= indexed && !put_words (database, FORGET_WORDS, before.id, before.names, before.words, error))
    return FALSE;

  statement = bary_database_prepare (database, DELETE_ENTRY, error);
  if (statement == NULL)
    return FALSE;

  bary_statement_bind_integer (statement, 0, before.id);
  return bary_statement_run (statement, error);
}

gboolean
bary_entry_get_last (BaryDatabase  *database,
                     gint64        *last,
                     GError       **error)
{
  return bary_database_query_integer (database, "SELECT max (id) FROM entry", last, error);
}

gboolean
bary_search_append (BaryDatabase  *database,
                    gint64         indexed,
                    GError       **error)
{
  g_autoptr (BaryStatement) statement =
    bary_database_prepare (database, "INSERT INTO search (rowid, names, words) "
                                     "SELECT id, names, words FROM entry WHERE id > ? ORDER BY id", error);

  if (statement == NULL)
    return FALSE;

  bary_statement_bind_integer (statement, 0, indexed);
  return bary_statement_run (statement, error);
}

static gboolean
is_entry (BaryStatement *statement,
          BaryRecord    *record,
          const Entry   *entry)
{
  return g_strcmp0 (bary_statement_get_text (statement, 0), bary_record_get_info (record)->name) == 0 &&
         g_strcmp0 (bary_statement_get_text (statement, 1), entry->sort_key) == 0 &&
         g_strcmp0 (bary_statement_get_text (statement, 2), entry->title) == 0 &&
         g_strcmp0 (bary_statement_get_text (statement, 3), entry->names) == 0 &&
         g_strcmp0 (bary_statement_get_text (statement, 4), entry->words) == 0;
}

gboolean
bary_entry_agrees (BaryDatabase  *database,
                   BaryRecord    *record,
                   gboolean      *agrees,
                   GError       **error)
{
  g_auto (Entry) entry = { NULL };
  gboolean expected = entry_init (&entry, record);
  g_autoptr (BaryStatement) statement = NULL;
  BaryStep step;

  statement = bary_database_prepare (database, "SELECT kind, sort_key, title, names, words FROM entry WHERE record = ?", error);
  if (statement == NULL)
    return FALSE;

  bary_statement_bind_text (statement, 0, bary_record_get_id (record));
  step = bary_statement_step (statement, error);
  *agrees = step == BARY_STEP_ROW ? expected && is_entry (statement, record, &entry) : !expected;
  return step != BARY_STEP_ERROR;
}

gboolean
bary_search_rebuild (BaryDatabase  *database,
                     GError       **error)
{
  return bary_database_execute (database, "INSERT INTO search (search) VALUES ('rebuild')", error);
}

char *
bary_search_compose (const char *words)
{
  g_autofree char *folded = bary_text_fold (words);
  GString *expression = g_string_new (NULL);
  gboolean inside = FALSE;

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c) != inside)
        {
          g_string_append (expression, inside ? "\"*" : expression->len > 0 ? " \"" : "\"");
          inside = !inside;
        }
      if (inside)
        g_string_append_unichar (expression, c);
    }
  if (inside)
    g_string_append (expression, "\"*");

  return g_string_free (expression, expression->len == 0);
}

void
bary_search_hit_free (BarySearchHit *hit)
{
  g_free (hit->id);
  g_free (hit->title);
  g_free (hit);
}

static BarySearchHit *
read_hit (BaryStatement *statement)
{
  BarySearchHit *hit = g_new0 (BarySearchHit, 1);

  bary_kind_from_name (bary_statement_get_text (statement, 0), &hit->kind, NULL);
  hit->id = g_strdup (bary_statement_get_text (statement, 1));
  hit->title = g_strdup (bary_statement_get_text (statement, 2));
  return hit;
}

#define FIND "SELECT entry.kind, entry.record, entry.title FROM search JOIN entry ON entry.id = search.rowid WHERE search MATCH ?"
#define FIND_BEST FIND " AND rank MATCH 'bm25(10.0, 1.0)' ORDER BY rank LIMIT ?"
#define FIND_ANY FIND " LIMIT ?"
#define COUNT "SELECT count (*) FROM (SELECT rowid FROM search WHERE search MATCH ? LIMIT ?)"

/* Ranking weighs every row that matches: a tenth of a second for one letter in a country. Among more
 * matches than this no rank helps; those that match by name stand first then. */
#define MOST_RANKED 1000

static BaryStatement *
prepare_match (BaryDatabase  *database,
               const char    *sql,
               const char    *expression,
               guint          limit,
               GError       **error)
{
  BaryStatement *statement = bary_database_prepare (database, sql, error);

  if (statement != NULL)
    {
      bary_statement_bind_text (statement, 0, expression);
      bary_statement_bind_integer (statement, 1, limit);
    }
  return statement;
}

static gboolean
count_matches (BaryDatabase  *database,
               const char    *expression,
               guint          most,
               guint         *n_matches,
               GError       **error)
{
  g_autoptr (BaryStatement) statement = prepare_match (database, COUNT, expression, most, error);

  if (statement == NULL || bary_statement_step (statement, error) != BARY_STEP_ROW)
    return FALSE;

  *n_matches = bary_statement_get_integer (statement, 0);
  return TRUE;
}

static gboolean
has_hit (GPtrArray  *hits,
         guint       among,
         const char *id)
{
  for (guint i = 0; i < among; i++)
    if (g_str_equal (((BarySearchHit *) hits->pdata[i])->id, id))
      return TRUE;

  return FALSE;
}

/* Appends what is not among the hits yet, until there are `limit`. */
static gboolean
find (BaryDatabase  *database,
      const char    *sql,
      const char    *expression,
      guint          limit,
      GPtrArray     *hits,
      GError       **error)
{
  g_autoptr (BaryStatement) statement = prepare_match (database, sql, expression, limit, error);
  guint before = hits->len;
  BaryStep step = BARY_STEP_ERROR;

  while (statement != NULL && (step = bary_statement_step (statement, error)) == BARY_STEP_ROW)
    if (hits->len < limit && !has_hit (hits, before, bary_statement_get_text (statement, 1)))
      g_ptr_array_add (hits, read_hit (statement));

  return step == BARY_STEP_DONE;
}

GPtrArray *
bary_search (BaryDatabase  *database,
             const char    *words,
             guint          limit,
             GError       **error)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) bary_search_hit_free);
  g_autofree char *expression = bary_search_compose (words);
  g_autofree char *by_name = NULL;
  guint n_matches;
  gboolean found;

  if (expression == NULL)
    return g_steal_pointer (&hits);
  if (!count_matches (database, expression, MOST_RANKED + 1, &n_matches, error))
    return NULL;

  by_name = g_strdup_printf ("{names} : (%s)", expression);
  if (n_matches <= MOST_RANKED)
    found = find (database, FIND_BEST, expression, limit, hits, error);
  else
    found = find (database, FIND_ANY, by_name, limit, hits, error) &&
            (hits->len >= limit || find (database, FIND_ANY, expression, limit, hits, error));
  return found ? g_steal_pointer (&hits) : NULL;
}
