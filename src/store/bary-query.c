#include "bary-query.h"

#include "bary-mapper.h"
#include "bary-search.h"

typedef struct {
  const BaryField *field;
  char            *value;
} Condition;

struct _BaryQuery {
  BaryKind         kind;
  GArray          *conditions; /* of Condition */
  char            *day;
  char            *match;      /* an FTS5 expression */
  const BaryField *sort;
  gboolean         descending;
};

static void
condition_clear (Condition *condition)
{
  g_free (condition->value);
}

BaryQuery *
bary_query_new (BaryKind kind)
{
  BaryQuery *self = g_new0 (BaryQuery, 1);

  self->kind = kind;
  self->conditions = g_array_new (FALSE, FALSE, sizeof (Condition));
  g_array_set_clear_func (self->conditions, (GDestroyNotify) condition_clear);
  return self;
}

BaryQuery *
bary_query_copy (const BaryQuery *self)
{
  BaryQuery *copy = bary_query_new (self->kind);

  for (guint i = 0; i < self->conditions->len; i++)
    {
      const Condition *condition = &g_array_index (self->conditions, Condition, i);

      bary_query_where (copy, condition->field->name, condition->value);
    }
  copy->day = g_strdup (self->day);
  copy->match = g_strdup (self->match);
  copy->sort = self->sort;
  copy->descending = self->descending;
  return copy;
}

void
bary_query_free (BaryQuery *self)
{
  g_array_unref (self->conditions);
  g_free (self->day);
  g_free (self->match);
  g_free (self);
}

BaryKind
bary_query_get_kind (const BaryQuery *self)
{
  return self->kind;
}

void
bary_query_where (BaryQuery  *self,
                  const char *field,
                  const char *value)
{
  Condition condition = { bary_kind_find_field (self->kind, field, NULL), NULL };

  g_return_if_fail (condition.field != NULL);

  condition.value = g_strdup (value);
  g_array_append_val (self->conditions, condition);
}

void
bary_query_on_day (BaryQuery  *self,
                   const char *day)
{
  g_return_if_fail (bary_kind_find_field (self->kind, "from", NULL) != NULL);

  g_free (self->day);
  self->day = g_strdup (day);
}

void
bary_query_matching (BaryQuery  *self,
                     const char *words)
{
  g_free (self->match);
  self->match = bary_search_compose (words);
}

void
bary_query_sort (BaryQuery  *self,
                 const char *field,
                 gboolean    descending)
{
  self->sort = field != NULL ? bary_kind_find_field (self->kind, field, NULL) : NULL;
  self->descending = descending;

  g_return_if_fail (field == NULL || self->sort != NULL);
}

static gboolean
has_entry (BaryKind kind)
{
  const BaryField *name = bary_kind_find_field (kind, "name", NULL);

  return name != NULL && (name->flags & BARY_FIELD_SEARCHED);
}

static void
append_conditions (const BaryQuery *self,
                   GString         *sql)
{
  g_string_append (sql, " WHERE 1");
  for (guint i = 0; i < self->conditions->len; i++)
    g_string_append_printf (sql, " AND t.\"%s\" IS ?", g_array_index (self->conditions, Condition, i).field->name);
  if (self->day != NULL)
    g_string_append (sql, " AND (t.\"from\" IS NULL OR t.\"from\" <= ?) AND (t.\"to\" IS NULL OR t.\"to\" >= ?)");
  if (self->match != NULL)
    g_string_append (sql, " AND entry.id IN (SELECT rowid FROM search WHERE search MATCH ?)");
}

static void
append_order (const BaryQuery *self,
              GString         *sql)
{
  const char *direction = self->descending ? "DESC" : "ASC";

  if (self->sort == NULL && has_entry (self->kind))
    g_string_append_printf (sql, " ORDER BY entry.sort_key %s, t.id %s", direction, direction);
  else if (self->sort == NULL)
    g_string_append_printf (sql, " ORDER BY t.id %s", direction);
  else if (self->sort->type == BARY_FIELD_REFERENCE && has_entry (self->sort->target))
    g_string_append_printf (sql, " ORDER BY (SELECT sort_key FROM entry WHERE record = t.\"%s\") %s, t.id",
                            self->sort->name, direction);
  else
    g_string_append_printf (sql, " ORDER BY t.\"%s\" %s, t.id", self->sort->name, direction);
}

static char *
compose (const BaryQuery *self,
         gboolean         ids_only)
{
  g_autofree char *columns = ids_only ? g_strdup ("t.id") : bary_mapper_get_columns (self->kind, "t.");
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "SELECT %s FROM \"%s\" t", columns, bary_kind_get_info (self->kind)->name);
  if (has_entry (self->kind) && (self->sort == NULL || self->match != NULL))
    g_string_append_printf (sql, " JOIN entry ON entry.record = t.id AND entry.kind = '%s'",
                            bary_kind_get_info (self->kind)->name);
  append_conditions (self, sql);
  append_order (self, sql);
  return g_string_free (sql, FALSE);
}

BaryStatement *
bary_query_prepare (const BaryQuery  *self,
                    BaryDatabase     *database,
                    gboolean          ids_only,
                    GError          **error)
{
  g_autofree char *sql = compose (self, ids_only);
  g_autoptr (BaryStatement) statement = bary_database_prepare (database, sql, error);
  int place = 0;

  if (statement == NULL)
    return NULL;

  for (guint i = 0; i < self->conditions->len; i++)
    bary_statement_bind_text (statement, place++, g_array_index (self->conditions, Condition, i).value);
  if (self->day != NULL)
    {
      bary_statement_bind_text (statement, place++, self->day);
      bary_statement_bind_text (statement, place++, self->day);
    }
  if (self->match != NULL)
    bary_statement_bind_text (statement, place++, self->match);

  return g_steal_pointer (&statement);
}
