#include "bary-marking.h"

#include "bary-expert-mark.h"
#include "bary-score-sheet.h"
#include "bary-store-panel-private.h"

/* Rows of a criterion and a mark: ?1 is a sheet, ?2 a criterion, ?3 its mark. */
#define OF_A_SHEET \
  "SELECT c.name, c.least, c.most, c.step, m.value FROM expert_mark m JOIN contest_criterion c ON c.id = m.criterion " \
  "WHERE m.sheet = ?1 AND m.value IS NOT NULL ORDER BY c.ordinal"
#define OF_A_MARK \
  "SELECT c.name, c.least, c.most, c.step, ?3 FROM score_sheet s JOIN contest_criterion c ON c.id = ?2 " \
  "WHERE s.id = ?1 AND s.state = 'submitted'"

static gboolean
is_permitted (BaryStatement  *row,
              GError        **error)
{
  BaryCriterion criterion = { .name = bary_statement_get_text (row, 0) };
  BaryFraction step, mark;
  g_autofree char *fault = NULL;

  if (!bary_panel_reader_read_fraction (row, 1, &criterion.least, NULL, error) ||
      !bary_panel_reader_read_fraction (row, 2, &criterion.most, NULL, error) ||
      !bary_panel_reader_read_fraction (row, 3, &step, NULL, error) || !bary_panel_reader_read_fraction (row, 4, &mark, NULL, error))
    return FALSE;
  fault = bary_criterion_find_fault (&criterion, &step, &mark);
  if (fault != NULL)
    g_set_error_literal (error, BARY_STORE_ERROR, BARY_STORE_ERROR_REFUSED, fault);
  return fault == NULL;
}

static gboolean
are_permitted (BaryDatabase  *database,
               const char    *sql,
               const char    *sheet,
               const char    *criterion,
               const char    *mark,
               GError       **error)
{
  g_autoptr (BaryStatement) statement = bary_database_prepare (database, sql, error);
  BaryStep step;

  if (statement == NULL)
    return FALSE;
  bary_statement_bind_text (statement, 0, sheet);
  if (criterion != NULL)
    {
      bary_statement_bind_text (statement, 1, criterion);
      bary_statement_bind_text (statement, 2, mark);
    }
  while ((step = bary_statement_step (statement, error)) == BARY_STEP_ROW)
    if (!is_permitted (statement, error))
      return FALSE;
  return step == BARY_STEP_DONE;
}

static gboolean
is_submitted (BaryRecord *sheet)
{
  return g_strcmp0 (BARY_SCORE_SHEET (sheet)->state, "submitted") == 0;
}

gboolean
bary_marking_allows (BaryDatabase  *database,
                     BaryRecord    *before,
                     BaryRecord    *after,
                     GError       **error)
{
  if (after == NULL)
    return TRUE;
  if (bary_record_get_kind (after) == BARY_KIND_SCORE_SHEET)
    return !is_submitted (after) || (before != NULL && is_submitted (before)) ||
           are_permitted (database, OF_A_SHEET, bary_record_get_id (after), NULL, NULL, error);
  if (bary_record_get_kind (after) != BARY_KIND_EXPERT_MARK || BARY_EXPERT_MARK (after)->value == NULL)
    return TRUE;
  return are_permitted (database, OF_A_MARK, BARY_EXPERT_MARK (after)->sheet, BARY_EXPERT_MARK (after)->criterion,
                        BARY_EXPERT_MARK (after)->value, error);
}
