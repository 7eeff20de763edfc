#include "bary-store-plan.h"

#include "bary-query.h"

char *
bary_store_find_roadmap (BaryStore  *store,
                         const char *cluster,
                         int         school_year)
{
  g_autofree char *year = g_strdup_printf ("%d", school_year);
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_ROADMAP);
  g_autoptr (GPtrArray) ids = NULL;

  if (cluster == NULL)
    return NULL;
  bary_query_where (query, "cluster", cluster);
  bary_query_where (query, "school_year", year);
  ids = bary_store_select_ids (store, query, NULL);
  return ids != NULL && ids->len > 0 ? g_strdup (ids->pdata[0]) : NULL;
}

BaryRecord *
bary_store_get_event (BaryStore  *store,
                      const char *id,
                      guint      *n_moves)
{
  g_autoptr (BaryQuery) moves = bary_query_new (BARY_KIND_EVENT_MOVE);
  g_autoptr (GPtrArray) ids = NULL;

  bary_query_where (moves, "event", id);
  ids = bary_store_select_ids (store, moves, NULL);
  *n_moves = ids != NULL ? ids->len : 0;
  return bary_store_get (store, BARY_KIND_EVENT, id, NULL);
}

#define YEARS "SELECT r.school_year, count (e.id) FROM roadmap r LEFT JOIN event e ON e.roadmap = r.id " \
              "GROUP BY r.school_year ORDER BY r.school_year DESC"

GArray *
bary_store_list_years (BaryStore  *store,
                       GError    **error)
{
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (BaryYearCount));
  g_autoptr (BaryStatement) statement = bary_database_prepare (bary_store_get_database (store), YEARS, error);
  BaryStep step = BARY_STEP_ERROR;

  while (statement != NULL && (step = bary_statement_step (statement, error)) == BARY_STEP_ROW)
    {
      BaryYearCount count = { (int) bary_statement_get_integer (statement, 0), (guint) bary_statement_get_integer (statement, 1) };

      g_array_append_val (years, count);
    }
  return step == BARY_STEP_DONE ? g_steal_pointer (&years) : NULL;
}
