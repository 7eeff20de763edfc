#include "bary-mapper.h"

typedef struct {
  char *columns;
  char *own_columns;
  char *select;
  char *insert;
  char *delete;
} Texts;

static char *
compose_columns (BaryKind    kind,
                 const char *prefix)
{
  const BaryKindInfo *info = bary_kind_get_info (kind);
  GString *columns = g_string_new (NULL);

  g_string_append_printf (columns, "%sid", prefix);
  for (guint i = 0; i < info->n_fields; i++)
    g_string_append_printf (columns, ", %s\"%s\"", prefix, info->fields[i].name);

  return g_string_free (columns, FALSE);
}

static void
compose (Texts    *texts,
         BaryKind  kind)
{
  const BaryKindInfo *info = bary_kind_get_info (kind);
  g_autoptr (GString) places = g_string_new ("?1");

  for (guint i = 0; i < info->n_fields; i++)
    g_string_append_printf (places, ", ?%u", i + 2);

  texts->columns = compose_columns (kind, "");
  texts->own_columns = compose_columns (kind, "t.");
  texts->select = g_strdup_printf ("SELECT %s FROM \"%s\" WHERE id = ?", texts->columns, info->name);
  texts->insert = g_strdup_printf ("INSERT INTO \"%s\" (%s) VALUES (%s)", info->name, texts->columns, places->str);
  texts->delete = g_strdup_printf ("DELETE FROM \"%s\" WHERE id = ?", info->name);
}

static const Texts *
get_texts (BaryKind kind)
{
  static Texts texts[BARY_N_KINDS];
  static gsize composed = 0;

  if (g_once_init_enter (&composed))
    {
      for (guint i = 0; i < BARY_N_KINDS; i++)
        compose (&texts[i], i);
      g_once_init_leave (&composed, 1);
    }

  return &texts[kind];
}

const char *
bary_mapper_get_columns (BaryKind kind)
{
  return get_texts (kind)->columns;
}

const char *
bary_mapper_get_own_columns (BaryKind kind)
{
  return get_texts (kind)->own_columns;
}

gboolean
bary_mapper_has_rows (BaryDatabase  *database,
                      BaryKind       kind,
                      gboolean      *has_rows,
                      GError       **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT EXISTS (SELECT 1 FROM \"%s\")", bary_kind_get_info (kind)->name);
  gint64 exists;

  if (!bary_database_query_integer (database, sql, &exists, error))
    return FALSE;

  *has_rows = exists != 0;
  return TRUE;
}

BaryRecord *
bary_mapper_read (BaryStatement *statement,
                  BaryKind       kind)
{
  const BaryKindInfo *info = bary_kind_get_info (kind);
  BaryRecord *record = bary_record_new (kind, bary_statement_get_text (statement, 0));

  for (guint i = 0; i < info->n_fields; i++)
    bary_record_set (record, &info->fields[i], bary_statement_get_text (statement, i + 1));

  return record;
}

gboolean
bary_mapper_load (BaryDatabase  *database,
                  BaryKind       kind,
                  const char    *id,
                  BaryRecord   **record,
                  GError       **error)
{
  g_autoptr (BaryStatement) statement = bary_database_prepare (database, get_texts (kind)->select, error);
  BaryStep step;

  *record = NULL;
  if (statement == NULL)
    return FALSE;

  bary_statement_bind_text (statement, 0, id);
  step = bary_statement_step (statement, error);
  if (step == BARY_STEP_ROW)
    *record = bary_mapper_read (statement, kind);

  return step != BARY_STEP_ERROR;
}

static gboolean
write_fields (BaryDatabase  *database,
              const char    *sql,
              BaryRecord    *record,
              GError       **error)
{
  const BaryKindInfo *info = bary_record_get_info (record);
  g_autoptr (BaryStatement) statement = bary_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;

  bary_statement_bind_text (statement, 0, bary_record_get_id (record));
  for (guint i = 0; i < info->n_fields; i++)
    bary_statement_bind_text (statement, i + 1, bary_record_get (record, &info->fields[i]));

  return bary_statement_run (statement, error);
}

gboolean
bary_mapper_insert (BaryDatabase  *database,
                    BaryRecord    *record,
                    GError       **error)
{
  return write_fields (database, get_texts (bary_record_get_kind (record))->insert, record, error);
}

static gboolean
field_differs (BaryRecord      *before,
               BaryRecord      *after,
               const BaryField *field)
{
  return g_strcmp0 (bary_record_get (before, field), bary_record_get (after, field)) != 0;
}

static char *
compose_update (BaryRecord *before,
                BaryRecord *after)
{
  const BaryKindInfo *info = bary_record_get_info (after);
  GString *sql = g_string_new ("UPDATE \"");
  gboolean first = TRUE;

  g_string_append (sql, info->name);
  g_string_append (sql, "\" SET ");
  for (guint i = 0; i < info->n_fields; i++)
    if (field_differs (before, after, &info->fields[i]))
      {
        g_string_append (sql, first ? "\"" : ", \"");
        g_string_append (sql, info->fields[i].name);
        g_string_append (sql, "\" = ?");
        first = FALSE;
      }

  g_string_append (sql, " WHERE id = ?");
  return g_string_free (sql, FALSE);
}

gboolean
bary_mapper_update (BaryDatabase  *database,
                    BaryRecord    *before,
                    BaryRecord    *after,
                    GError       **error)
{
  const BaryKindInfo *info = bary_record_get_info (after);
  g_autofree char *sql = compose_update (before, after);
  g_autoptr (BaryStatement) statement = bary_database_prepare (database, sql, error);
  int place = 0;

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < info->n_fields; i++)
    if (field_differs (before, after, &info->fields[i]))
      bary_statement_bind_text (statement, place++, bary_record_get (after, &info->fields[i]));
  bary_statement_bind_text (statement, place, bary_record_get_id (after));
  return bary_statement_run (statement, error);
}

gboolean
bary_mapper_delete (BaryDatabase  *database,
                    BaryKind       kind,
                    const char    *id,
                    GError       **error)
{
  g_autoptr (BaryStatement) statement = bary_database_prepare (database, get_texts (kind)->delete, error);

  if (statement == NULL)
    return FALSE;

  bary_statement_bind_text (statement, 0, id);
  return bary_statement_run (statement, error);
}
