#include "bary-store-registry.h"

#include "bary-day.h"
#include "bary-kinds.h"
#include "bary-store-private.h"

#include <stdlib.h>

gboolean
bary_store_find_next_number (BaryStore   *self,
                             const char  *contest,
                             guint       *number,
                             GError     **error)
{
  g_autoptr (GPtrArray) applications = bary_store_select_parts (self, BARY_KIND_APPLICATION, "contest", contest, error);

  if (applications == NULL)
    return FALSE;

  *number = 1;
  for (guint i = 0; i < applications->len; i++)
    if (BARY_APPLICATION (applications->pdata[i])->number != NULL)
      *number = MAX (*number, (guint) atoi (BARY_APPLICATION (applications->pdata[i])->number) + 1);
  return TRUE;
}

gboolean
bary_store_is_stage_over (BaryStore   *self,
                          const char  *contest,
                          const char  *stage,
                          const char  *day,
                          gboolean    *over,
                          GError     **error)
{
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_CONTEST_STAGE);
  g_autoptr (GPtrArray) stages = NULL;
  BaryContestStage *found;

  bary_query_where (query, "contest", contest);
  bary_query_where (query, "kind", stage);
  stages = bary_store_select (self, query, error);
  if (stages == NULL)
    return FALSE;

  found = stages->len > 0 ? stages->pdata[0] : NULL;
  *over = found != NULL && found->to != NULL &&
          bary_day_from_iso (day) > bary_day_from_iso (found->to) + (found->grace != NULL ? atoi (found->grace) : 0);
  return TRUE;
}

/* An addition and a removal say all fields. */
#define HAD_SEAT \
  "SELECT 1 FROM change c WHERE kind = 'expert_assignment' AND (was IS NULL OR became IS NULL) " \
  "AND coalesce (became, was) ->> '$.expert' = ?1 AND coalesce (became, was) ->> '$.application' = ?2 " \
  "AND coalesce (became, was) ->> '$.mode' <> 'forbidden' LIMIT 1"

gboolean
bary_store_had_seat (BaryStore   *self,
                     const char  *expert,
                     const char  *application,
                     gboolean    *had,
                     GError     **error)
{
  g_autoptr (BaryStatement) statement = bary_database_prepare (bary_store_get_database (self), HAD_SEAT, error);
  BaryStep step;

  if (statement == NULL)
    return FALSE;
  bary_statement_bind_text (statement, 0, expert);
  bary_statement_bind_text (statement, 1, application);
  step = bary_statement_step (statement, error);
  *had = step == BARY_STEP_ROW;
  return step != BARY_STEP_ERROR;
}
