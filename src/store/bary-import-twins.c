#include "bary-import-twins.h"

#include "bary-date.h"
#include "bary-kinds.h"
#include "bary-mapper.h"
#include "bary-text.h"

#include <string.h>

struct _BaryTwins {
  BaryDatabase *database;
  gboolean      had_rows[BARY_N_KINDS]; /* before the import */
  GHashTable   *named;                  /* key -> id: organisations and people of this import */
  GHashTable   *memberships;            /* hashes of cluster, organisation and group */
  char         *key;                    /* of the record that was last looked for */
  char         *key_of;                 /* its id */
};

static gboolean
look_for_rows (BaryTwins  *self,
               BaryKind    kind,
               GError    **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT EXISTS (SELECT 1 FROM \"%s\")", bary_kind_get_info (kind)->name);
  gint64 exists;

  if (!bary_database_query_integer (self->database, sql, &exists, error))
    return FALSE;

  self->had_rows[kind] = exists != 0;
  return TRUE;
}

BaryTwins *
bary_twins_new (BaryDatabase  *database,
                GError       **error)
{
  g_autoptr (BaryTwins) self = g_new0 (BaryTwins, 1);

  self->database = database;
  self->named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->memberships = g_hash_table_new (NULL, NULL);

  if (!look_for_rows (self, BARY_KIND_ORGANISATION, error) ||
      !look_for_rows (self, BARY_KIND_PERSON, error) ||
      !look_for_rows (self, BARY_KIND_MEMBERSHIP, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
bary_twins_free (BaryTwins *self)
{
  g_hash_table_unref (self->named);
  g_hash_table_unref (self->memberships);
  g_free (self->key);
  g_free (self->key_of);
  g_free (self);
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

/* Returns: (transfer full) (nullable): what two of a kind have in common when they are one; NULL for
 * kinds that have no such key. */
static char *
compose_key (BaryRecord *record,
             const char *sort_key)
{
  if (BARY_IS_ORGANISATION (record))
    {
      BaryOrganisation *organisation = BARY_ORGANISATION (record);

      return g_strjoin ("\n", "o", or_empty (organisation->kind), or_empty (organisation->centre), sort_key, NULL);
    }

  if (BARY_IS_PERSON (record))
    {
      BaryPerson *person = BARY_PERSON (record);
      g_autofree char *full_name = bary_text_sort_key (or_empty (person->full_name));

      /* Outside an organisation a name alone says too little. */
      return g_strjoin ("\n", "p", or_empty (person->organisation), sort_key, full_name,
                        person->organisation == NULL ? or_empty (person->position) : "", NULL);
    }

  return NULL;
}

static gboolean
has_key (BaryRecord *record)
{
  return BARY_IS_ORGANISATION (record) || BARY_IS_PERSON (record);
}

static gboolean
find_named_row (BaryTwins   *self,
                BaryRecord  *record,
                const char  *sort_key,
                const char  *key,
                char       **twin,
                GError     **error)
{
  const BaryKindInfo *info = bary_record_get_info (record);
  g_autoptr (BaryStatement) statement =
    bary_database_prepare (self->database, "SELECT record FROM entry WHERE kind = ? AND sort_key = ?", error);
  BaryStep step;

  if (statement == NULL)
    return FALSE;

  bary_statement_bind_text (statement, 0, info->name);
  bary_statement_bind_text (statement, 1, sort_key);
  while (*twin == NULL && (step = bary_statement_step (statement, error)) != BARY_STEP_DONE)
    {
      g_autoptr (BaryRecord) present = NULL;
      g_autofree char *present_key = NULL;

      if (step == BARY_STEP_ERROR ||
          !bary_mapper_load (self->database, info->kind, bary_statement_get_text (statement, 0), &present, error))
        return FALSE;
      present_key = present != NULL ? compose_key (present, sort_key) : NULL;
      if (g_strcmp0 (present_key, key) == 0)
        *twin = g_strdup (bary_record_get_id (present));
    }
  return TRUE;
}

static gboolean
find_named (BaryTwins   *self,
            BaryRecord  *record,
            char       **twin,
            GError     **error)
{
  g_autofree char *sort_key = bary_text_sort_key (or_empty (bary_record_get_name (record)));

  g_free (self->key);
  g_free (self->key_of);
  self->key = compose_key (record, sort_key);
  self->key_of = g_strdup (bary_record_get_id (record));

  *twin = g_strdup (g_hash_table_lookup (self->named, self->key));
  if (*twin != NULL || !self->had_rows[bary_record_get_kind (record)])
    return TRUE;

  return find_named_row (self, record, sort_key, self->key, twin, error);
}

/* Records come here before they are validated. */
static gboolean
is_whole (BaryMembership *membership)
{
  return membership->cluster != NULL && membership->organisation != NULL && membership->group != NULL;
}

static gsize
mix (gsize       hash,
     const char *text)
{
  gsize word;

  for (gsize rest = strlen (text); rest >= sizeof word; rest -= sizeof word, text += sizeof word)
    {
      memcpy (&word, text, sizeof word);
      hash = (hash ^ word) * (gsize) G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      hash ^= hash >> (sizeof word * 4);
    }
  return hash;
}

/* Only says that a pair is worth asking the database about. */
static gpointer
hash_membership (BaryMembership *membership)
{
  return (gpointer) mix (mix (mix (1, membership->cluster), membership->organisation), membership->group);
}

/* The plus signs keep SQLite to the index by organisation: a group has very many members. */
static gboolean
find_membership (BaryTwins       *self,
                 BaryMembership  *membership,
                 char           **twin,
                 GError         **error)
{
  g_autoptr (BaryStatement) statement = NULL;
  BaryStep step;

  if (!self->had_rows[BARY_KIND_MEMBERSHIP] && !g_hash_table_contains (self->memberships, hash_membership (membership)))
    return TRUE;

  statement = bary_database_prepare (self->database,
                                     "SELECT id, \"from\", \"to\" FROM membership "
                                     "WHERE organisation = ? AND +cluster = ? AND +\"group\" = ?", error);
  if (statement == NULL)
    return FALSE;

  bary_statement_bind_text (statement, 0, membership->organisation);
  bary_statement_bind_text (statement, 1, membership->cluster);
  bary_statement_bind_text (statement, 2, membership->group);
  while ((step = bary_statement_step (statement, error)) == BARY_STEP_ROW)
    if (bary_range_overlaps (bary_statement_get_text (statement, 1), bary_statement_get_text (statement, 2),
                             membership->from, membership->to))
      {
        *twin = g_strdup (bary_statement_get_text (statement, 0));
        return TRUE;
      }

  return step == BARY_STEP_DONE;
}

gboolean
bary_twins_find (BaryTwins   *self,
                 BaryRecord  *record,
                 char       **twin,
                 GError     **error)
{
  *twin = NULL;

  if (BARY_IS_MEMBERSHIP (record))
    return !is_whole (BARY_MEMBERSHIP (record)) || find_membership (self, BARY_MEMBERSHIP (record), twin, error);

  return !has_key (record) || find_named (self, record, twin, error);
}

void
bary_twins_remember (BaryTwins  *self,
                     BaryRecord *record)
{
  if (BARY_IS_MEMBERSHIP (record) && is_whole (BARY_MEMBERSHIP (record)))
    g_hash_table_add (self->memberships, hash_membership (BARY_MEMBERSHIP (record)));
  else if (has_key (record) && g_strcmp0 (self->key_of, bary_record_get_id (record)) == 0)
    g_hash_table_replace (self->named, g_steal_pointer (&self->key), g_steal_pointer (&self->key_of));
  else if (has_key (record))
    {
      g_autofree char *sort_key = bary_text_sort_key (or_empty (bary_record_get_name (record)));

      g_hash_table_replace (self->named, compose_key (record, sort_key), g_strdup (bary_record_get_id (record)));
    }
}
