#include "bary-query-private.h"

#include "bary-config.h"
#include "bary-mapper.h"

#include <glib/gi18n-lib.h>

static gboolean
has_entry (BaryKind kind)
{
  const BaryField *name = bary_kind_find_field (kind, "name", NULL);

  return name != NULL && (name->flags & BARY_FIELD_SEARCHED);
}

/* Composing: the parameters appear in the order in which bind_all () binds them */

#define COVERS_DAY " AND (%1$s\"from\" IS NULL OR %1$s\"from\" <= ?) AND (%1$s\"to\" IS NULL OR %1$s\"to\" >= ?)"

#define FOUND "SELECT rowid FROM search WHERE search MATCH ?"

static void
append_referrers (GString         *sql,
                  const BaryQueryReferrers *referrers)
{
  g_string_append_printf (sql, "FROM \"%s\" r WHERE r.\"%s\" = t.id", bary_kind_get_info (referrers->kind)->name,
                          referrers->field->name);
  if (referrers->day != NULL)
    g_string_append_printf (sql, COVERS_DAY, "r.");
  g_string_append_c (sql, ')');
}

static void
append_condition (GString         *sql,
                  const BaryQueryCondition *condition)
{
  if (condition->of == NULL)
    g_string_append_printf (sql, " AND t.\"%s\" IS ?", condition->field->name);
  else
    g_string_append_printf (sql, " AND t.\"%s\" IN (SELECT id FROM \"%s\" WHERE \"%s\" IS ?)", condition->field->name,
                            bary_kind_get_info (condition->field->target)->name, condition->of->name);
}

static void
append_match (const BaryQuery *self,
              GString         *sql)
{
  g_string_append (sql, " AND (entry.id IN (" FOUND ")");
  if (self->through != NULL)
    {
      g_string_append_printf (sql, " OR EXISTS (SELECT 1 FROM (SELECT * FROM \"%s\" WHERE \"%s\" IN "
                              "(SELECT record FROM entry WHERE id IN (" FOUND "))) r WHERE r.\"%s\" = t.id",
                              bary_kind_get_info (self->bridge.kind)->name, self->through->name, self->bridge.field->name);
      if (self->bridge.day != NULL)
        g_string_append_printf (sql, COVERS_DAY, "r.");
      g_string_append_c (sql, ')');
    }
  g_string_append_c (sql, ')');
}

static void
append_conditions (const BaryQuery *self,
                   GString         *sql)
{
  g_string_append (sql, " WHERE 1");
  for (guint i = 0; i < self->conditions->len; i++)
    append_condition (sql, &g_array_index (self->conditions, BaryQueryCondition, i));
  for (guint i = 0; i < self->referrers->len; i++)
    {
      const BaryQueryReferrers *referrers = &g_array_index (self->referrers, BaryQueryReferrers, i);

      g_string_append_printf (sql, " AND %sEXISTS (SELECT 1 ", referrers->referred ? "" : "NOT ");
      append_referrers (sql, referrers);
    }
  if (self->day != NULL)
    g_string_append_printf (sql, COVERS_DAY, "t.");
  if (self->match != NULL)
    append_match (self, sql);
}

/* A choice sorts by its label as the reader's language writes it. */
static void
append_choice_key (GString         *sql,
                   const BaryField *field)
{
  g_string_append_printf (sql, "CASE t.\"%s\"", field->name);
  for (const BaryChoice *choice = field->choices; choice->word != NULL; choice++)
    {
      guint rank = 0;

      for (const BaryChoice *other = field->choices; other->word != NULL; other++)
        rank += g_utf8_collate (_(other->label), _(choice->label)) < 0;
      g_string_append_printf (sql, " WHEN '%s' THEN %u", choice->word, rank);
    }
  g_string_append (sql, " END");
}

static void
append_sort_key (GString         *sql,
                 const BaryField *field,
                 const char      *direction)
{
  if (field->type == BARY_FIELD_REFERENCE && has_entry (field->target))
    g_string_append_printf (sql, "(SELECT sort_key FROM entry WHERE record = t.\"%s\")", field->name);
  else if (field->type == BARY_FIELD_CHOICE)
    append_choice_key (sql, field);
  else if (g_str_equal (field->name, "number"))
    g_string_append_printf (sql, "CAST (t.\"number\" AS INTEGER) %s, t.\"number\"", direction);
  else if (field->type == BARY_FIELD_NUMBER)
    g_string_append_printf (sql, "CAST (t.\"%s\" AS REAL)", field->name);
  else
    g_string_append_printf (sql, "t.\"%s\"", field->name);
  g_string_append_printf (sql, " %s", direction);
}

static void
append_order (const BaryQuery *self,
              GString         *sql)
{
  const char *direction = self->descending ? "DESC" : "ASC";

  g_string_append (sql, " ORDER BY ");
  if (self->sort_referrers.field != NULL)
    {
      g_string_append (sql, "(SELECT count (*) ");
      append_referrers (sql, &self->sort_referrers);
      g_string_append_printf (sql, " %s, ", direction);
    }
  else if (self->sort != NULL)
    {
      g_string_append_printf (sql, "t.\"%s\" IS NULL, ", self->sort->name);
      append_sort_key (sql, self->sort, direction);
      g_string_append (sql, ", ");
    }

  if (has_entry (self->kind))
    g_string_append_printf (sql, "entry.sort_key %1$s, entry.record %1$s",
                            self->sort == NULL && self->sort_referrers.field == NULL ? direction : "ASC");
  else
    g_string_append_printf (sql, "t.id %s", self->sort == NULL ? direction : "ASC");
}

/* An entry alone answers what is sorted and found by name; the rows are not touched then. */
static gboolean
entries_suffice (const BaryQuery *self,
                 gboolean         ids_only)
{
  return ids_only && has_entry (self->kind) && self->sort == NULL && self->sort_referrers.field == NULL &&
         self->conditions->len == 0 && self->referrers->len == 0 && self->day == NULL && self->through == NULL;
}

static char *
compose (const BaryQuery *self,
         gboolean         ids_only)
{
  const char *name = bary_kind_get_info (self->kind)->name;
  const char *columns = ids_only ? "t.id" : bary_mapper_get_own_columns (self->kind);
  GString *sql = g_string_new (NULL);

  if (entries_suffice (self, ids_only))
    g_string_append_printf (sql, "SELECT entry.record FROM entry WHERE entry.kind = '%s'%s", name,
                            self->match != NULL ? " AND entry.id IN (" FOUND ")" : "");
  else
    {
      g_string_append_printf (sql, "SELECT %s FROM \"%s\" t", columns, name);
      if (has_entry (self->kind))
        g_string_append_printf (sql, " JOIN entry ON entry.record = t.id AND entry.kind = '%s'", name);
      append_conditions (self, sql);
    }
  append_order (self, sql);
  return g_string_free (sql, FALSE);
}

static void
bind_day (BaryStatement *statement,
          int           *place,
          const char    *day)
{
  if (day == NULL)
    return;

  bary_statement_bind_copy (statement, (*place)++, day);
  bary_statement_bind_copy (statement, (*place)++, day);
}

static void
bind_all (const BaryQuery *self,
          BaryStatement   *statement)
{
  int place = 0;

  for (guint i = 0; i < self->conditions->len; i++)
    bary_statement_bind_copy (statement, place++, g_array_index (self->conditions, BaryQueryCondition, i).value);
  for (guint i = 0; i < self->referrers->len; i++)
    bind_day (statement, &place, g_array_index (self->referrers, BaryQueryReferrers, i).day);
  bind_day (statement, &place, self->day);
  for (guint i = 0; self->match != NULL && i < (self->through != NULL ? 2 : 1); i++)
    bary_statement_bind_copy (statement, place++, self->match);
  if (self->match != NULL)
    bind_day (statement, &place, self->bridge.day);
  bind_day (statement, &place, self->sort_referrers.day);
}

BaryStatement *
bary_query_prepare (const BaryQuery  *self,
                    BaryDatabase     *database,
                    gboolean          ids_only,
                    GError          **error)
{
  g_autofree char *sql = compose (self, ids_only);
  BaryStatement *statement = bary_database_prepare (database, sql, error);

  if (statement != NULL)
    bind_all (self, statement);
  return statement;
}
