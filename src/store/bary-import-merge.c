#include "bary-import-merge.h"

/* A field was edited here when it no longer says what the last import that stands has made of it. A record
 * that was never imported is all our own. */
static gboolean
is_edited (BaryDatabase     *database,
           BaryRecord       *present,
           const BaryField  *field,
           gboolean         *edited,
           GError          **error)
{
  g_autoptr (BaryStatement) statement = NULL;
  g_autofree char *path = g_strdup_printf ("$.%s", field->name);
  BaryStep step;

  statement = bary_database_prepare (database,
                                     "SELECT c.became ->> ?3 FROM change c JOIN action a ON a.id = c.action "
                                     "WHERE c.record = ?1 AND c.kind = ?2 AND a.type = 'import' "
                                     "AND NOT EXISTS (SELECT 1 FROM undone WHERE undone.action = a.id) "
                                     "AND (c.was IS NULL OR json_type (c.became, ?3) IS NOT NULL) "
                                     "ORDER BY c.action DESC, c.ordinal DESC LIMIT 1", error);
  if (statement == NULL)
    return FALSE;

  bary_statement_bind_text (statement, 0, bary_record_get_id (present));
  bary_statement_bind_text (statement, 1, bary_record_get_info (present)->name);
  bary_statement_bind_text (statement, 2, path);
  step = bary_statement_step (statement, error);
  *edited = step != BARY_STEP_ROW ||
            g_strcmp0 (bary_statement_get_text (statement, 0), bary_record_get (present, field)) != 0;
  return step != BARY_STEP_ERROR;
}

gboolean
bary_merge (BaryDatabase      *database,
            BaryRecord        *present,
            BaryRecord        *incoming,
            gboolean           prevails,
            BaryMergeVerdict  *verdict,
            BaryRecord       **merged,
            guint64           *conflicts,
            GError           **error)
{
  const BaryKindInfo *info = bary_record_get_info (incoming);
  g_autoptr (BaryRecord) result = NULL;

  *merged = NULL;
  *conflicts = 0;
  *verdict = present == NULL ? BARY_MERGE_NEW : BARY_MERGE_SAME;
  if (present == NULL)
    return TRUE;

  for (guint i = 0; i < info->n_fields; i++)
    {
      const BaryField *field = &info->fields[i];
      gboolean edited = FALSE;

      if (g_strcmp0 (bary_record_get (present, field), bary_record_get (incoming, field)) == 0)
        continue;
      if (!prevails && !is_edited (database, present, field, &edited, error))
        return FALSE;

      if (edited)
        {
          *conflicts |= G_GUINT64_CONSTANT (1) << i;
          *verdict = BARY_MERGE_CONFLICT;
          continue;
        }
      if (result == NULL)
        result = bary_record_copy (present);
      bary_record_set (result, field, bary_record_get (incoming, field));
      *verdict = MAX (*verdict, BARY_MERGE_CHANGED);
    }

  *merged = g_steal_pointer (&result);
  return TRUE;
}
