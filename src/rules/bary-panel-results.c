#include "bary-panel-results.h"

#include "bary-date.h"
#include "bary-panel-speakers.h"

/* Which sheets count */

/* A decision stands on what it was made from, whatever comes to be known of experts afterwards: sheets that did not count were voided. */
static gboolean
counts (const BaryPanel *panel,
        guint            number)
{
  const BaryPanelSheet *sheet = bary_panel_sheet (panel, number);

  return sheet->state == BARY_SHEET_SUBMITTED &&
         bary_panel_find_sheet (panel, sheet->application, sheet->expert) == (int) number &&
         (panel->order_number != NULL || bary_panel_find_conflict (panel, sheet->application, sheet->expert) == NULL);
}

static gboolean
is_of_commission (const BaryPanel *panel,
                  guint            number)
{
  return bary_panel_expert (panel, bary_panel_sheet (panel, number)->expert)->commission;
}

/* Who hands in another revision does not change places with who came after. Returns: (nullable): when the first was handed in */
static const char *
find_first_time (const BaryPanel *panel,
                 guint            number)
{
  const BaryPanelSheet *last = bary_panel_sheet (panel, number);
  const char *first = last->submitted;

  for (guint i = 0; i < panel->sheets->len; i++)
    {
      const BaryPanelSheet *sheet = bary_panel_sheet (panel, i);

      if (sheet->application == last->application && sheet->expert == last->expert && sheet->state == BARY_SHEET_SUBMITTED &&
          bary_moment_compare (sheet->submitted, first) < 0)
        first = sheet->submitted;
    }
  return first;
}

/* The commission's come last: they are no expert's opinion. */
static int
compare_sheets (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const BaryPanel *panel = data;
  const BaryPanelSheet *one = bary_panel_sheet (panel, *(const guint *) a);
  const BaryPanelSheet *other = bary_panel_sheet (panel, *(const guint *) b);
  int order = is_of_commission (panel, *(const guint *) a) - is_of_commission (panel, *(const guint *) b);

  if (order == 0)
    order = bary_moment_compare (find_first_time (panel, *(const guint *) a), find_first_time (panel, *(const guint *) b));
  return order != 0 ? order : g_strcmp0 (bary_panel_expert (panel, one->expert)->id, bary_panel_expert (panel, other->expert)->id);
}

static GArray *
find_sheets (const BaryPanel *panel,
             guint            application)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < panel->sheets->len; i++)
    if (bary_panel_sheet (panel, i)->application == application && counts (panel, i))
      g_array_append_val (numbers, i);
  g_array_sort_with_data (numbers, compare_sheets, (gpointer) panel);
  return numbers;
}

static void
add_sheet (BaryPanelResults *self,
           guint             number)
{
  BaryMarkedSheet sheet = { bary_panel_expert (self->panel, bary_panel_sheet (self->panel, number)->expert)->id,
                            bary_panel_get_marks (self->panel, number) };
  BaryResultSource source = { (int) number, -1 };

  g_array_append_val (self->sheets, sheet);
  g_array_append_val (self->sources, source);
}

/* A mark that would be too long stays blank, and so does its sheet's total. */
static guint
add_vote (BaryPanelResults *self,
          guint             application)
{
  const BaryPanel *panel = self->panel;
  const BaryPanelSpeech *speech = bary_panel_find_speech (panel, application);
  BaryResultSource source = { -1 };
  BaryScoreMark *marks;
  BaryMarkedSheet sheet;

  if (speech == NULL || !bary_panel_vote_stands (panel, speech))
    return 0;
  marks = g_new0 (BaryScoreMark, panel->criteria->len + 1);
  for (guint i = 0; i < panel->criteria->len; i++)
    marks[i].given = bary_panel_vote_to_mark (panel, speech, i, &marks[i].value);
  sheet = (BaryMarkedSheet) { "", marks };
  source.speech = (int) (speech - bary_panel_speech (panel, 0));
  g_ptr_array_add (self->votes, marks);
  g_array_append_val (self->sheets, sheet);
  g_array_append_val (self->sources, source);
  return 1;
}

/* What counts comes first. */
static void
gather (BaryPanelResults *self,
        guint             application)
{
  g_autoptr (GArray) numbers = find_sheets (self->panel, application);
  BaryCommission commission = self->panel->commission;
  BaryResult result = { .application = application, .first = self->sheets->len };

  for (guint i = 0; i < numbers->len && !is_of_commission (self->panel, g_array_index (numbers, guint, i)); i++)
    {
      add_sheet (self, g_array_index (numbers, guint, i));
      result.n_experts++;
    }
  result.n_sheets = result.n_experts + (commission == BARY_COMMISSION_SHEET ? numbers->len - result.n_experts : 0);
  if (commission == BARY_COMMISSION_VOTE)
    result.n_sheets += add_vote (self, application);
  for (guint i = result.n_experts; i < numbers->len; i++)
    add_sheet (self, g_array_index (numbers, guint, i));
  if (commission != BARY_COMMISSION_VOTE)
    add_vote (self, application);
  result.n_shown = self->sheets->len - result.first;
  result.lacks_vote = bary_panel_lacks_vote (self->panel, application);
  g_array_append_val (self->results, result);
}

/* Scores */

static const BaryMarkedSheet *
get_sheets (const BaryPanelResults *self,
            const BaryResult       *result)
{
  return (const BaryMarkedSheet *) self->sheets->data + result->first;
}

static void
score (BaryPanelResults *self,
       BaryResult       *result)
{
  BaryScore *totals = (BaryScore *) self->totals->data + result->first;

  bary_total_find (&self->rules, get_sheets (self, result), result->n_sheets, result->n_experts, result->lacks_vote, totals,
                   &result->total);
  for (guint i = result->n_sheets; i < result->n_shown; i++)
    bary_score_sheet (&self->panel->rules, &get_sheets (self, result)[i], NULL, &totals[i]);
}

static void
rank (BaryPanelResults *self)
{
  const BaryPanel *panel = self->panel;

  self->entries = g_new0 (BaryRankingEntry, self->results->len + 1);
  for (guint i = 0; i < self->results->len; i++)
    {
      const BaryResult *result = bary_panel_result (self, i);
      const BaryPanelApplication *application = bary_panel_application (panel, result->application);

      self->entries[i] = (BaryRankingEntry) { application->id, application->registered, result->total.score, get_sheets (self, result),
                                              result->n_sheets, result->n_experts, result->lacks_vote };
    }
  self->rows = bary_ranking_new (&panel->rules, self->entries, self->results->len, (const BaryTieRule *) panel->steps->data,
                                 panel->steps->len, panel->seed);
}

BaryPanelResults *
bary_panel_results_new (const BaryPanel *panel)
{
  BaryPanelResults *self = g_new0 (BaryPanelResults, 1);

  self->panel = panel;
  self->rules = (BaryTotalRules) { &panel->rules, panel->has_divergence ? &panel->divergence : NULL, panel->need };
  self->results = g_array_new (FALSE, TRUE, sizeof (BaryResult));
  self->sheets = g_array_new (FALSE, FALSE, sizeof (BaryMarkedSheet));
  self->sources = g_array_new (FALSE, FALSE, sizeof (BaryResultSource));
  self->votes = g_ptr_array_new_with_free_func (g_free);
  self->totals = g_array_new (FALSE, TRUE, sizeof (BaryScore));
  for (guint i = 0; i < panel->applications->len; i++)
    if (bary_panel_application (panel, i)->admitted)
      gather (self, i);
  g_array_set_size (self->totals, self->sheets->len);
  for (guint i = 0; i < self->results->len; i++)
    score (self, bary_panel_result (self, i));
  rank (self);
  self->winners = bary_line_find_winners (&panel->line, self->entries, (const BaryRankingRow *) self->rows->data, self->rows->len);
  return self;
}

void
bary_panel_results_free (BaryPanelResults *self)
{
  g_array_unref (self->results);
  g_array_unref (self->sheets);
  g_array_unref (self->sources);
  g_ptr_array_unref (self->votes);
  g_array_unref (self->totals);
  g_array_unref (self->rows);
  g_free (self->entries);
  g_free (self->winners);
  g_free (self);
}

BaryDecision
bary_panel_results_get_decision (const BaryPanelResults *self)
{
  return (BaryDecision) {
    &self->rules, self->entries, self->results->len, (const BaryTieRule *) self->panel->steps->data, self->panel->steps->len,
    self->panel->seed, self->panel->line,
  };
}

BaryMarks *
bary_panel_results_get_marks (const BaryPanelResults *self)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (BaryMark));

  for (guint i = 0; i < self->results->len; i++)
    {
      const BaryResult *result = bary_panel_result (self, i);

      for (guint s = result->first; s < result->first + result->n_sheets; s++)
        {
          const BaryScore *total = &g_array_index (self->totals, BaryScore, s);
          const BaryPanelSheet *sheet = bary_panel_results_get_sheet (self, s);
          BaryMark mark = { i, sheet != NULL ? sheet->expert : 0, bary_fraction_to_double (&total->value) };

          if (sheet != NULL && total->fault == BARY_SCORE_KNOWN)
            g_array_append_val (marks, mark);
        }
    }
  return bary_marks_new (self->results->len, self->panel->experts->len, (const BaryMark *) marks->data, marks->len);
}

guint
bary_panel_results_count_addends (const BaryPanelResults *self,
                                  guint                   number)
{
  const BaryResult *result = bary_panel_result (self, number);

  if (self->panel->rules.combination != BARY_COMBINE_SUM)
    return 1;
  return self->rules.need + result->n_sheets - result->n_experts + result->lacks_vote;
}

/* Where sheets come from */

const BaryPanelSheet *
bary_panel_results_get_sheet (const BaryPanelResults *self,
                              guint                   sheet)
{
  int number = g_array_index (self->sources, BaryResultSource, sheet).sheet;

  return number >= 0 ? bary_panel_sheet (self->panel, number) : NULL;
}

const BaryPanelSpeech *
bary_panel_results_get_vote (const BaryPanelResults *self,
                             guint                   sheet)
{
  int number = g_array_index (self->sources, BaryResultSource, sheet).speech;

  return number >= 0 ? bary_panel_speech (self->panel, number) : NULL;
}
