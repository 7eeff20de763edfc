#include "bary-panel-output.h"

#include "bary-config.h"
#include "bary-output.h"

#include <glib/gi18n-lib.h>

static void
set_fraction (JsonObject         *object,
              const char         *name,
              const BaryFraction *value)
{
  g_autofree char *text = value != NULL ? bary_fraction_to_string (value) : NULL;

  bary_output_set_text (object, name, text);
}

static void
set_score (JsonObject           *object,
           const BaryScore      *score,
           const BaryScoreRules *rules)
{
  g_autofree char *words = bary_score_to_words (score, rules);
  gboolean known = score->fault == BARY_SCORE_KNOWN;

  set_fraction (object, "total", known ? &score->value : NULL);
  if (!known)
    bary_output_set_text (object, "note", words);
}

static void
print_object (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);
  bary_output_print_json (node);
}

/* Results */

static JsonArray *
list_addends (const BaryPanelResults *self,
              guint                   sheet)
{
  const BaryPanel *panel = self->panel;
  const BaryMarkedSheet *marked = &g_array_index (self->sheets, BaryMarkedSheet, sheet);
  g_autofree BaryFraction *products = g_new0 (BaryFraction, panel->criteria->len + 1);
  JsonArray *addends = json_array_new ();
  BaryScore score;
  gboolean known = bary_score_sheet (&panel->rules, marked, products, &score);

  for (guint i = 0; i < panel->criteria->len; i++)
    {
      JsonObject *object = json_object_new ();

      bary_output_set_text (object, "criterion", bary_panel_scale (panel, i)->name);
      set_fraction (object, "weight", &bary_panel_scale (panel, i)->weight);
      set_fraction (object, "mark", marked->marks[i].given ? &marked->marks[i].value : NULL);
      set_fraction (object, "product", known && !bary_panel_scale (panel, i)->independent ? &products[i] : NULL);
      json_array_add_object_element (addends, object);
    }
  return addends;
}

static void
describe_vote (const BaryPanelSpeech *speech,
               JsonObject            *object)
{
  JsonObject *vote = json_object_new ();

  json_object_set_int_member (vote, "for", speech->votes_for);
  json_object_set_int_member (vote, "against", speech->votes_against);
  json_object_set_int_member (vote, "abstained", speech->abstained);
  json_object_set_object_member (object, "vote", vote);
}

static JsonObject *
describe_sheet (const BaryPanelResults *self,
                guint                   sheet)
{
  const BaryPanelSheet *record = bary_panel_results_get_sheet (self, sheet);
  const BaryPanelSpeech *speech = bary_panel_results_get_vote (self, sheet);
  JsonObject *object = json_object_new ();

  bary_output_set_text (object, "id", record != NULL ? record->id : speech->id);
  bary_output_set_text (object, "expert", record != NULL ? bary_panel_expert (self->panel, record->expert)->id : NULL);
  bary_output_set_text (object, "expert_name", bary_panel_results_get_name (self, sheet));
  if (record != NULL)
    json_object_set_int_member (object, "revision", record->revision);
  else
    describe_vote (speech, object);
  bary_output_set_text (object, "submitted", record != NULL ? record->submitted : NULL);
  json_object_set_array_member (object, "addends", list_addends (self, sheet));
  set_score (object, &g_array_index (self->totals, BaryScore, sheet), &self->panel->rules);
  return object;
}

static JsonArray *
list_sheets (const BaryPanelResults *self,
             guint                   first,
             guint                   n)
{
  JsonArray *sheets = json_array_new ();

  for (guint i = first; i < first + n; i++)
    json_array_add_object_element (sheets, describe_sheet (self, i));
  return sheets;
}

static JsonObject *
describe_row (const BaryPanelResults *self,
              const BaryRankingRow   *row)
{
  const BaryResult *result = bary_panel_result (self, row->entry);
  const BaryPanelApplication *application = bary_panel_application (self->panel, result->application);
  g_autofree char *decided = bary_ranking_to_words (row, &self->panel->rules, (const BaryTieRule *) self->panel->steps->data);
  g_autofree char *explanation = bary_panel_results_explain (self, row->entry);
  JsonObject *object = json_object_new ();

  if (row->place > 0)
    json_object_set_int_member (object, "place", row->place);
  else
    json_object_set_null_member (object, "place");
  bary_output_set_text (object, "application", application->id);
  json_object_set_int_member (object, "number", application->number);
  bary_output_set_text (object, "organisation", application->organisation_name);
  bary_output_set_text (object, "name", application->name);
  set_score (object, &result->total.score, &self->panel->rules);
  json_object_set_boolean_member (object, "above_line", self->winners[row->entry]);
  bary_output_set_text (object, "decided_by", decided);
  bary_output_set_text (object, "explanation", explanation);
  set_fraction (object, "gap", result->total.compared ? &result->total.divergence.gap : NULL);
  json_object_set_boolean_member (object, "diverges", result->total.compared && result->total.divergence.diverges);
  json_object_set_boolean_member (object, "third_expert_needed", result->total.lacks_third);
  json_object_set_int_member (object, "needed", result->total.needed);
  json_object_set_array_member (object, "sheets", list_sheets (self, result->first, result->n_sheets));
  json_object_set_array_member (object, "for_information",
                                list_sheets (self, result->first + result->n_sheets, result->n_shown - result->n_sheets));
  return object;
}

static void
print_results_json (const BaryPanelResults *self)
{
  JsonObject *object = json_object_new ();
  JsonArray *ranking = json_array_new ();

  bary_output_set_text (object, "contest", self->panel->id);
  bary_output_set_text (object, "name", self->panel->name);
  json_object_set_int_member (object, "need", self->panel->need);
  json_object_set_int_member (object, "seed", (gint64) self->panel->seed);
  for (guint i = 0; i < self->rows->len; i++)
    json_array_add_object_element (ranking, describe_row (self, &g_array_index (self->rows, BaryRankingRow, i)));
  json_object_set_array_member (object, "ranking", ranking);
  print_object (object);
}

/* How a sheet came about, and whose it is. */
static void
add_sheet (const BaryPanelResults *self,
           guint                   sheet,
           BaryGrid               *grid)
{
  g_autofree char *total = bary_score_to_words (&g_array_index (self->totals, BaryScore, sheet), &self->panel->rules);
  g_autofree char *addends = bary_panel_results_explain_sheet (self, sheet);

  bary_grid_add_cell (grid, NULL);
  bary_grid_add_cell (grid, total);
  bary_grid_add_cell (grid, bary_panel_results_get_name (self, sheet));
  bary_grid_add_cell (grid, addends);
}

static void
add_row (const BaryPanelResults *self,
         const BaryRankingRow   *row,
         BaryGrid               *grid)
{
  const BaryResult *result = bary_panel_result (self, row->entry);
  g_autofree char *title = bary_panel_application_to_words (self->panel, result->application);
  g_autofree char *place = row->place > 0 ? g_strdup_printf ("%u", row->place) : NULL;
  g_autofree char *total = bary_score_to_words (&result->total.score, &self->panel->rules);
  g_autofree char *decided = bary_ranking_to_words (row, &self->panel->rules, (const BaryTieRule *) self->panel->steps->data);
  g_autofree char *explanation = bary_panel_results_explain (self, row->entry);
  g_autofree char *why = g_strdup_printf ("%s; %s", decided, explanation);

  bary_grid_add_cell (grid, place);
  bary_grid_add_cell (grid, result->total.lacks_third ? _("third expert needed") : total);
  bary_grid_add_cell (grid, title);
  bary_grid_add_cell (grid, why);
  for (guint i = 0; i < result->n_shown; i++)
    add_sheet (self, result->first + i, grid);
}

void
bary_panel_print_results (const BaryPanelResults *self,
                          gboolean                as_json)
{
  g_autoptr (BaryGrid) grid = NULL;

  if (as_json)
    {
      print_results_json (self);
      return;
    }
  grid = bary_grid_new (4);
  bary_grid_add_cell (grid, _("Place"));
  bary_grid_add_cell (grid, _("Total"));
  bary_grid_add_cell (grid, _("Application, expert"));
  bary_grid_add_cell (grid, _("Decided by; addends"));
  for (guint i = 0; i < self->rows->len; i++)
    add_row (self, &g_array_index (self->rows, BaryRankingRow, i), grid);
  bary_grid_print (grid);
}

/* The draw */

char *
bary_panel_explain_draw (const BaryPanelDraw  *draw,
                         const BaryAssignment *assignment)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < assignment->gaps->len; i++)
    {
      g_autofree char *words = bary_assignment_gap_to_words (assignment->gaps->pdata[i], &draw->named);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", words);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static JsonArray *
list_pairs (const BaryPanelDraw  *draw,
            const BaryAssignment *assignment)
{
  JsonArray *pairs = json_array_new ();

  for (guint i = 0; i < assignment->pairs->len; i++)
    {
      const BaryAssignmentPair *found = &g_array_index (assignment->pairs, BaryAssignmentPair, i);
      JsonArray *pair = json_array_sized_new (2);

      json_array_add_string_element (pair, draw->problem.applications[found->application].id);
      json_array_add_string_element (pair, draw->problem.experts[found->expert].id);
      json_array_add_array_element (pairs, pair);
    }
  return pairs;
}

static JsonArray *
list_shortage (const BaryPanelDraw  *draw,
               const BaryAssignment *assignment)
{
  JsonArray *shortage = json_array_new ();

  for (guint a = 0; a < draw->problem.n_applications; a++)
    for (guint i = 0; i < assignment->missing[a]; i++)
      json_array_add_string_element (shortage, draw->problem.applications[a].id);
  return shortage;
}

static void
print_draw_json (const BaryPanelDraw  *draw,
                 const BaryAssignment *assignment,
                 gboolean              done)
{
  g_autofree char *explanation = bary_panel_explain_draw (draw, assignment);
  JsonObject *object = json_object_new ();

  json_object_set_boolean_member (object, "feasible", assignment->feasible);
  json_object_set_boolean_member (object, "written", done);
  json_object_set_int_member (object, "cost", assignment->cost);
  json_object_set_array_member (object, "pairs", list_pairs (draw, assignment));
  json_object_set_array_member (object, "shortage", list_shortage (draw, assignment));
  bary_output_set_text (object, "explanation", explanation);
  json_object_set_int_member (object, "parts", assignment->n_parts);
  json_object_set_int_member (object, "seed", (gint64) draw->problem.seed);
  print_object (object);
}

static const char *
say_how (const BaryPanelDraw      *draw,
         const BaryAssignmentPair *pair)
{
  guint application = g_array_index (draw->numbers, guint, pair->application);
  const BarySeat *seat = bary_panel_find_seat (draw->panel, application, pair->expert);

  if (bary_panel_find_sheet (draw->panel, application, pair->expert) >= 0)
    return _("sheet begun");
  if (seat != NULL && seat->mode == BARY_SEAT_BY_HAND)
    return _("set by hand");
  return seat != NULL ? _("as before") : _("drawn");
}

void
bary_panel_print_draw (const BaryPanelDraw  *draw,
                       const BaryAssignment *assignment,
                       gboolean              done,
                       gboolean              as_json)
{
  g_autoptr (BaryGrid) grid = NULL;

  if (as_json)
    {
      print_draw_json (draw, assignment, done);
      return;
    }
  grid = bary_grid_new (3);
  bary_grid_add_cell (grid, _("Application"));
  bary_grid_add_cell (grid, _("Expert"));
  bary_grid_add_cell (grid, _("How"));
  for (guint i = 0; i < assignment->pairs->len; i++)
    {
      const BaryAssignmentPair *pair = &g_array_index (assignment->pairs, BaryAssignmentPair, i);

      bary_grid_add_cell (grid, draw->named.applications[pair->application].id);
      bary_grid_add_cell (grid, draw->named.experts[pair->expert].id);
      bary_grid_add_cell (grid, say_how (draw, pair));
    }
  bary_grid_print (grid);
}
