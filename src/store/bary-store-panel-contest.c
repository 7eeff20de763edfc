#include "bary-store-panel-private.h"

#include "bary-kind.h"

/* Of a public presentation where the contest says nothing else. */
#define SPEECH_MINUTES 7
#define QUESTION_MINUTES 3
#define MOST_MINUTES 600

/* The contest */

#define CONTEST \
  "SELECT id, name, experts, seed, state, order_number, order_date, formula, trimmed, rounding, product_digits, sheet_digits, " \
  "total_digits, places, pass_mark, divergence, divergence_limit, third, commission, speech_minutes, question_minutes FROM contest WHERE id = ?1"
enum {
  CONTEST_ID, CONTEST_NAME, CONTEST_NEED, CONTEST_SEED, CONTEST_STATE, CONTEST_ORDER, CONTEST_ORDER_DATE, CONTEST_FORMULA,
  CONTEST_TRIMMED, CONTEST_ROUNDING, CONTEST_PRODUCT, CONTEST_SHEET, CONTEST_TOTAL, CONTEST_PLACES, CONTEST_PASS_MARK,
  CONTEST_DIVERGENCE, CONTEST_LIMIT, CONTEST_THIRD, CONTEST_COMMISSION, CONTEST_SPEECH, CONTEST_QUESTIONS
};

static BaryRoundingRule
read_rounding (BaryStatement *row,
               int            column)
{
  const char *rounding = bary_statement_get_text (row, CONTEST_ROUNDING);

  if (bary_statement_get_text (row, column) == NULL)
    return (BaryRoundingRule) { BARY_ROUNDING_NONE };
  return (BaryRoundingRule) {
    g_strcmp0 (rounding, "half_even") == 0 ? BARY_ROUNDING_HALF_EVEN : BARY_ROUNDING_HALF_UP,
    CLAMP (bary_statement_get_integer (row, column), 0, BARY_FRACTION_MOST_DIGITS),
  };
}

static void
read_rules (BaryScoreRules *rules,
            BaryStatement  *row)
{
  rules->combination = bary_panel_reader_find_choice (BARY_KIND_CONTEST, "formula", bary_statement_get_text (row, CONTEST_FORMULA));
  rules->trimmed = (guint) MAX (bary_statement_get_integer (row, CONTEST_TRIMMED), 0);
  rules->product = read_rounding (row, CONTEST_PRODUCT);
  rules->sheet = read_rounding (row, CONTEST_SHEET);
  rules->total = read_rounding (row, CONTEST_TOTAL);
}

static guint
read_minutes (BaryStatement *row,
              int            column,
              guint          usual)
{
  return bary_statement_get_text (row, column) != NULL ? (guint) CLAMP (bary_statement_get_integer (row, column), 1, MOST_MINUTES) : usual;
}

static gboolean
read_contest (BaryPanelReader  *self,
              BaryStatement    *row,
              GError          **error)
{
  BaryPanel *panel = self->panel;

  panel->id = bary_panel_reader_keep (self, row, CONTEST_ID);
  panel->name = bary_panel_reader_keep (self, row, CONTEST_NAME);
  panel->need = (guint) CLAMP (bary_statement_get_integer (row, CONTEST_NEED), 0, 1000);
  panel->need = MAX (panel->need, 1);
  panel->seed = (guint64) bary_statement_get_integer (row, CONTEST_SEED);
  panel->commission = bary_panel_reader_find_choice (BARY_KIND_CONTEST, "commission", bary_statement_get_text (row, CONTEST_COMMISSION));
  panel->speech_minutes = read_minutes (row, CONTEST_SPEECH, SPEECH_MINUTES);
  panel->question_minutes = read_minutes (row, CONTEST_QUESTIONS, QUESTION_MINUTES);
  panel->finished = g_strcmp0 (bary_statement_get_text (row, CONTEST_STATE), "finished") == 0;
  panel->order_number = bary_panel_reader_keep (self, row, CONTEST_ORDER);
  panel->order_date = bary_panel_reader_keep (self, row, CONTEST_ORDER_DATE);
  read_rules (&panel->rules, row);
  panel->line.n_places = (guint) MAX (bary_statement_get_integer (row, CONTEST_PLACES), 0);
  panel->has_divergence = bary_statement_get_text (row, CONTEST_DIVERGENCE) != NULL;
  panel->divergence.metric = bary_panel_reader_find_choice (BARY_KIND_CONTEST, "divergence", bary_statement_get_text (row, CONTEST_DIVERGENCE));
  panel->divergence.third = bary_panel_reader_find_choice (BARY_KIND_CONTEST, "third", bary_statement_get_text (row, CONTEST_THIRD));
  if (!bary_panel_reader_read_fraction (row, CONTEST_PASS_MARK, &panel->line.pass_mark, &panel->line.has_pass_mark, error) ||
      !bary_panel_reader_read_fraction (row, CONTEST_LIMIT, &panel->divergence.limit, NULL, error))
    return FALSE;
  panel->divergence.pass_mark = panel->line.pass_mark;
  return TRUE;
}

/* Criteria */

#define CRITERIA \
  "SELECT id, name, weight, least, most, independent, step, comment_below, comment_above, help FROM contest_criterion " \
  "WHERE contest = ?1 ORDER BY ordinal, id"

static gboolean
read_criterion (BaryPanelReader  *self,
                BaryStatement    *row,
                GError          **error)
{
  const char *id = bary_panel_reader_keep_id (self, row, self->criteria, self->panel->criteria->len);
  BaryCriterion scale = { bary_panel_reader_keep (self, row, 1), .independent = bary_statement_get_text (row, 5) != NULL };
  BaryPanelCriterion criterion = { id, bary_panel_reader_keep (self, row, 9) };

  if (!bary_panel_reader_read_fraction (row, 2, &scale.weight, NULL, error) || !bary_panel_reader_read_fraction (row, 3, &scale.least, NULL, error) ||
      !bary_panel_reader_read_fraction (row, 4, &scale.most, NULL, error) || !bary_panel_reader_read_fraction (row, 6, &criterion.step, NULL, error) ||
      !bary_panel_reader_read_fraction (row, 7, &criterion.comment_below, &criterion.has_below, error) ||
      !bary_panel_reader_read_fraction (row, 8, &criterion.comment_above, &criterion.has_above, error))
    return FALSE;

  g_array_append_val (self->panel->scales, scale);
  g_array_append_val (self->panel->criteria, criterion);
  return TRUE;
}

#define LEVELS \
  "SELECT l.criterion, l.mark, l.description FROM criterion_level l JOIN contest_criterion c ON c.id = l.criterion " \
  "WHERE c.contest = ?1 ORDER BY c.ordinal, c.id, CAST (l.mark AS REAL), l.id"

static gboolean
read_level (BaryPanelReader  *self,
            BaryStatement    *row,
            GError          **error)
{
  BaryPanelLevel level = { (guint) bary_panel_reader_find (self->criteria, bary_statement_get_text (row, 0)), .words = bary_panel_reader_keep (self, row, 2) };

  if (!bary_panel_reader_read_fraction (row, 1, &level.mark, NULL, error))
    return FALSE;
  g_array_append_val (self->panel->levels, level);
  return TRUE;
}

#define STEPS "SELECT kind, criterion, \"limit\" FROM tie_step WHERE contest = ?1 ORDER BY ordinal, id"

static gboolean
read_step (BaryPanelReader  *self,
           BaryStatement    *row,
           GError          **error)
{
  int criterion = bary_panel_reader_find (self->criteria, bary_statement_get_text (row, 1));
  BaryTieRule step = { bary_panel_reader_find_choice (BARY_KIND_TIE_STEP, "kind", bary_statement_get_text (row, 0)), (guint) MAX (criterion, 0) };

  if (!bary_panel_reader_read_fraction (row, 2, &step.limit, NULL, error))
    return FALSE;
  if (step.kind != BARY_TIE_CRITERION || criterion >= 0)
    g_array_append_val (self->panel->steps, step);
  return TRUE;
}

gboolean
bary_panel_reader_read_contest (BaryPanelReader  *self,
                                GError          **error)
{
  return bary_panel_reader_read_rows (self, CONTEST, read_contest, error) &&
         bary_panel_reader_read_rows (self, CRITERIA, read_criterion, error) &&
         bary_panel_reader_read_rows (self, LEVELS, read_level, error) &&
         bary_panel_reader_read_rows (self, STEPS, read_step, error);
}
