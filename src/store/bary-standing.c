#include "bary-standing.h"

gboolean
bary_standing_allows (BaryDatabase        *database,
                      const char          *sql,
                      gint64               action,
                      const char          *whole,
                      const char          *part,
                      BaryStandingRefuse   refuse,
                      GError             **error)
{
  g_autoptr (BaryStatement) statement = bary_database_prepare (database, sql, error);
  BaryStep step;

  if (statement == NULL)
    return FALSE;
  bary_statement_bind_text (statement, 0, whole);
  bary_statement_bind_integer (statement, 1, action);
  if (part != NULL)
    bary_statement_bind_text (statement, 2, part);
  step = bary_statement_step (statement, error);
  return step == BARY_STEP_DONE || (step == BARY_STEP_ROW && refuse (bary_statement_get_text (statement, 0), error));
}
