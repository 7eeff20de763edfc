#include "bary-panel-results.h"

#include "bary-panel-speakers.h"

/* Which sheets count */

static gboolean
counts (const BaryPanel *panel,
        guint            number)
{
  const BaryPanelSheet *sheet = bary_panel_sheet (panel, number);

  return sheet->state == BARY_SHEET_SUBMITTED &&
         bary_panel_find_sheet (panel, sheet->application, sheet->expert) == (int) number &&
         bary_panel_find_conflict (panel, sheet->application, sheet->expert) == NULL;
}

static gboolean
is_of_commission (const BaryPanel *panel,
                  guint            number)
{
  return bary_panel_expert (panel, bary_panel_sheet (panel, number)->expert)->commission;
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
    order = g_strcmp0 (one->submitted, other->submitted);
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

/* What the third expert settled stands once; each sheet of the commission is one more total beside it. */
static void
add_commission (BaryPanelResults *self,
                BaryResult       *result)
{
  const BaryScore *totals = (const BaryScore *) self->totals->data + result->first;
  guint n = result->n_sheets - result->n_experts;
  g_autofree BaryFraction *values = g_new (BaryFraction, n + 1);

  values[0] = result->score.value;
  for (guint i = 0; i < n; i++)
    values[i + 1] = totals[result->n_experts + i].value;
  if (n > 0)
    bary_score_combine (&self->panel->rules, values, n + 1, &result->score);
}

static void
settle (BaryPanelResults *self,
        BaryResult       *result)
{
  const BaryScore *totals = (const BaryScore *) self->totals->data + result->first;
  const BaryScore *third = &totals[result->needed - 1];
  const BaryFraction values[3] = {
    totals[result->divergence.first].value, totals[result->divergence.second].value, third->value,
  };

  if (third->fault != BARY_SCORE_KNOWN)
    result->score = *third;
  else if (bary_divergence_settle (&self->panel->divergence, values, &result->score.value))
    {
      result->settled = TRUE;
      add_commission (self, result);
    }
  else
    result->score = (BaryScore) { .fault = BARY_SCORE_TOO_LONG, .value = BARY_FRACTION_ZERO };
}

/* The first sheets are compared, as many as the contest asks for; what comes beyond them is a third opinion. */
static void
compare (BaryPanelResults *self,
         BaryResult       *result)
{
  const BaryPanel *panel = self->panel;

  result->compared = panel->has_divergence && result->n_experts >= panel->need &&
                     bary_divergence_find (&panel->divergence, &panel->rules, get_sheets (self, result), panel->need,
                                           &result->divergence);
  if (!result->compared || !result->divergence.diverges)
    return;

  result->needed = panel->need + 1;
  result->lacks_third = result->n_experts < result->needed;
}

static void
score (BaryPanelResults *self,
       BaryResult       *result)
{
  BaryScore *totals = (BaryScore *) self->totals->data + result->first;

  result->needed = self->panel->need;
  compare (self, result);
  bary_score_application (&self->panel->rules, get_sheets (self, result), result->n_sheets,
                          result->needed + result->n_sheets - result->n_experts + result->lacks_vote, totals, &result->score);
  for (guint i = result->n_sheets; i < result->n_shown; i++)
    bary_score_sheet (&self->panel->rules, &get_sheets (self, result)[i], NULL, &totals[i]);
  if (result->compared && result->divergence.diverges && !result->lacks_third && result->score.fault == BARY_SCORE_KNOWN)
    settle (self, result);
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

      self->entries[i] = (BaryRankingEntry) { application->id, application->registered, result->score, get_sheets (self, result),
                                              result->n_sheets };
    }
  self->rows = bary_ranking_new (&panel->rules, self->entries, self->results->len, (const BaryTieRule *) panel->steps->data,
                                 panel->steps->len, panel->seed);
}

/* Whose total stands and who is above the line by the very scores that are shown. */
static void
find_winners (BaryPanelResults *self)
{
  const BaryLine *line = &self->panel->line;

  self->winners = g_new0 (guint8, self->results->len + 1);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const BaryRankingRow *row = &g_array_index (self->rows, BaryRankingRow, i);
      const BaryScore *total = &self->entries[row->entry].score;

      self->winners[row->entry] = row->place > 0 && (line->n_places == 0 || i < line->n_places) &&
                                  (!line->has_pass_mark || bary_fraction_compare (&total->value, &line->pass_mark) >= 0);
    }
}

BaryPanelResults *
bary_panel_results_new (const BaryPanel *panel)
{
  BaryPanelResults *self = g_new0 (BaryPanelResults, 1);

  self->panel = panel;
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
  find_winners (self);
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
    &self->panel->rules, self->entries, self->results->len, (const BaryTieRule *) self->panel->steps->data, self->panel->steps->len,
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
