#include "bary-import-twins.h"

#include "bary-date.h"
#include "bary-kinds.h"
#include "bary-mapper.h"
#include "bary-text.h"

#include <string.h>

#define FILTER_BITS ((gsize) 8 * 1024 * 1024)

struct _BaryTwins {
  BaryDatabase *database;
  gboolean      had_rows[BARY_N_KINDS]; /* before the import */
  guchar       *filter;                 /* (nullable): a bit for each hash of what came: only then is the database worth asking */
  GHashTable   *unstored;               /* key -> id: organisations and people that came and stand otherwise in the database */
  char         *key;                    /* of the record that was last looked for */
  char         *key_of;                 /* its id */
};

BaryTwins *
bary_twins_new (BaryDatabase  *database,
                GError       **error)
{
  g_autoptr (BaryTwins) self = g_new0 (BaryTwins, 1);

  self->database = database;
  self->unstored = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (!bary_mapper_has_rows (database, BARY_KIND_ORGANISATION, &self->had_rows[BARY_KIND_ORGANISATION], error) ||
      !bary_mapper_has_rows (database, BARY_KIND_PERSON, &self->had_rows[BARY_KIND_PERSON], error) ||
      !bary_mapper_has_rows (database, BARY_KIND_MEMBERSHIP, &self->had_rows[BARY_KIND_MEMBERSHIP], error))
    return NULL;

  return g_steal_pointer (&self);
}

void
bary_twins_free (BaryTwins *self)
{
  g_free (self->filter);
  g_hash_table_unref (self->unstored);
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

/* What came */

static gsize
mix (gsize       hash,
     const char *text)
{
  for (gsize rest = strlen (text); rest > 0;)
    {
      gsize length = MIN (rest, sizeof (gsize));
      gsize word = 0;

      memcpy (&word, text, length);
      hash = (hash ^ word) * (gsize) G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      hash ^= hash >> (sizeof word * 4);
      text += length;
      rest -= length;
    }
  return hash;
}

static void
mark (BaryTwins *self,
      gsize      hash)
{
  if (self->filter == NULL)
    self->filter = g_malloc0 (FILTER_BITS / 8);
  self->filter[hash % FILTER_BITS / 8] |= 1 << hash % 8;
}

static gboolean
may_have_come (BaryTwins *self,
               gsize      hash)
{
  return self->filter != NULL && self->filter[hash % FILTER_BITS / 8] & 1 << hash % 8;
}

/* Organisations and people */

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

  *twin = g_strdup (g_hash_table_lookup (self->unstored, self->key));
  if (*twin != NULL || !(self->had_rows[bary_record_get_kind (record)] || may_have_come (self, mix (0, self->key))))
    return TRUE;

  return find_named_row (self, record, sort_key, self->key, twin, error);
}

/* Memberships */

/* Records come here before they are validated. */
static gboolean
is_whole (BaryMembership *membership)
{
  return membership->cluster != NULL && membership->organisation != NULL && membership->group != NULL;
}

static gsize
hash_membership (BaryMembership *membership)
{
  return mix (mix (mix (1, membership->cluster), membership->organisation), membership->group);
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

  if (!self->had_rows[BARY_KIND_MEMBERSHIP] && !may_have_come (self, hash_membership (membership)))
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

/* The whole */

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

/* Returns: (transfer full) */
static char *
take_key (BaryTwins  *self,
          BaryRecord *record)
{
  g_autofree char *sort_key = NULL;

  if (g_strcmp0 (self->key_of, bary_record_get_id (record)) == 0)
    {
      g_clear_pointer (&self->key_of, g_free);
      return g_steal_pointer (&self->key);
    }

  sort_key = bary_text_sort_key (or_empty (bary_record_get_name (record)));
  return compose_key (record, sort_key);
}

void
bary_twins_remember (BaryTwins  *self,
                     BaryRecord *record,
                     gboolean    stored)
{
  g_autofree char *key = NULL;

  if (BARY_IS_MEMBERSHIP (record) && is_whole (BARY_MEMBERSHIP (record)))
    mark (self, hash_membership (BARY_MEMBERSHIP (record)));
  if (!has_key (record))
    return;

  key = take_key (self, record);
  mark (self, mix (0, key));
  if (!stored)
    g_hash_table_replace (self->unstored, g_steal_pointer (&key), g_strdup (bary_record_get_id (record)));
}
