#include "bary-panel-draw.h"

#include "bary-panel-results.h"
#include "bary-text.h"

#include <string.h>

#define LOAD_COST 100
#define PAIR_COST 20
#define BEST_AFFINITY 3
#define STEM 5 /* letters that inflected forms of a word share */

static gboolean
stems_meet (const char *word,
            const char *topic)
{
  g_autofree char *stem = g_utf8_substring (word, 0, STEM);

  return strstr (topic, stem) != NULL;
}

guint
bary_panel_find_affinity (const char *competence,
                          const char *topic)
{
  g_autofree char *folded = bary_text_fold (competence != NULL ? competence : "");
  g_autofree char *where = bary_text_fold (topic);
  g_auto (GStrv) words = g_strsplit_set (folded, " ,;.()«»\"-", -1);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n += g_utf8_strlen (words[i], -1) >= STEM && stems_meet (words[i], where);
  return MIN (n, BEST_AFFINITY);
}

static BaryCell
find_cell (const BaryPanel *panel,
           guint            application,
           guint            expert)
{
  const BarySeat *seat = bary_panel_find_seat (panel, application, expert);
  gboolean begun = bary_panel_find_sheet (panel, application, expert) >= 0;
  gboolean left = bary_panel_expert (panel, expert)->left_on != NULL;

  if (bary_panel_find_conflict (panel, application, expert) != NULL)
    return BARY_CELL_FORBIDDEN;
  if (begun)
    return BARY_CELL_FIXED;
  if (left || bary_panel_expert (panel, expert)->commission || (seat != NULL && seat->mode == BARY_SEAT_FORBIDDEN))
    return BARY_CELL_FORBIDDEN;
  if (seat != NULL && (seat->mode == BARY_SEAT_BY_HAND || seat->sent_on != NULL))
    return BARY_CELL_FIXED;
  return BARY_CELL_FREE;
}

static void
fill_row (const BaryPanelDraw *self,
          guint                row,
          gint16              *affinity,
          guint8              *cells)
{
  guint application = g_array_index (self->numbers, guint, row);
  guint n = self->panel->experts->len;

  for (guint e = 0; e < n; e++)
    {
      const BaryPanelExpert *expert = bary_panel_expert (self->panel, e);

      affinity[row * n + e] = (gint16) bary_panel_find_affinity (expert->competence,
                                                                 bary_panel_application (self->panel, application)->name);
      cells[row * n + e] = (guint8) find_cell (self->panel, application, e);
    }
}

static void
fill_experts (const BaryPanelDraw  *self,
              BaryAssignmentExpert *experts)
{
  for (guint e = 0; e < self->panel->experts->len; e++)
    {
      const BaryPanelExpert *expert = bary_panel_expert (self->panel, e);
      guint most = expert->quota > 0 ? expert->quota : self->numbers->len;

      experts[e] = (BaryAssignmentExpert) { expert->id, expert->organisation, expert->left_on != NULL || expert->commission ? 0 : most };
    }
}

/* The same problem with other ids. */
static void
fill_named (BaryPanelDraw *self)
{
  guint n = self->problem.n_applications;
  BaryAssignmentApplication *applications = g_memdup2 (self->problem.applications, (n + 1) * sizeof *applications);
  BaryAssignmentExpert *experts = g_memdup2 (self->problem.experts, (self->problem.n_experts + 1) * sizeof *experts);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = bary_panel_application_to_words (self->panel, g_array_index (self->numbers, guint, i));

      applications[i].id = g_string_chunk_insert (self->texts, title);
    }
  for (guint e = 0; e < self->problem.n_experts; e++)
    experts[e].id = bary_panel_expert (self->panel, e)->name;
  self->named = self->problem;
  self->named.applications = applications;
  self->named.experts = experts;
}

BaryPanelDraw *
bary_panel_draw_new (const BaryPanel *panel,
                     guint            need,
                     guint64          seed)
{
  BaryPanelDraw *self = g_new0 (BaryPanelDraw, 1);
  g_autoptr (BaryPanelResults) results = bary_panel_results_new (panel);
  guint n = results->results->len;
  BaryAssignmentApplication *applications = g_new0 (BaryAssignmentApplication, n + 1);
  BaryAssignmentExpert *experts = g_new0 (BaryAssignmentExpert, panel->experts->len + 1);
  gint16 *affinity = g_new0 (gint16, n * panel->experts->len + 1);
  guint8 *cells = g_new0 (guint8, n * panel->experts->len + 1);

  self->panel = panel;
  self->texts = g_string_chunk_new (1024);
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n; i++)
    {
      const BaryResult *result = bary_panel_result (results, i);
      const BaryPanelApplication *application = bary_panel_application (panel, result->application);

      g_array_append_val (self->numbers, result->application);
      applications[i] = (BaryAssignmentApplication) { application->id, application->organisation, need + (result->total.needed > panel->need) };
      fill_row (self, i, affinity, cells);
    }
  fill_experts (self, experts);
  self->problem = (BaryAssignmentProblem) {
    applications, n, experts, panel->experts->len, affinity, cells, LOAD_COST, PAIR_COST, BEST_AFFINITY, seed,
  };
  fill_named (self);
  return self;
}

/* A further expert whose sheet is not there yet is on the way. */
static gboolean
is_on_the_way (const BaryPanel *panel,
               guint            application)
{
  for (guint i = 0; i < panel->seats->len; i++)
    {
      const BarySeat *seat = &g_array_index (panel->seats, BarySeat, i);
      int sheet = seat->application == application ? bary_panel_find_sheet (panel, application, seat->expert) : -1;

      if (seat->application == application && bary_panel_is_awaited (panel, seat) &&
          (sheet < 0 || bary_panel_sheet (panel, (guint) sheet)->state == BARY_SHEET_DRAFT))
        return TRUE;
    }
  return FALSE;
}

/* What is possible and not answered is no time to ask for. Returns: how many seats of a row stay as they are */
static guint
fix_row (const BaryPanelDraw *self,
         guint                row,
         guint8              *cells)
{
  guint n = self->panel->experts->len, n_fixed = 0;

  for (guint e = 0; e < n; e++)
    {
      guint application = g_array_index (self->numbers, guint, row);
      const BarySeat *seat = bary_panel_find_seat (self->panel, application, e);

      if (cells[row * n + e] == BARY_CELL_FREE && bary_panel_is_doubtful (self->panel, application, e) && seat == NULL)
        cells[row * n + e] = BARY_CELL_FORBIDDEN;
      if (seat != NULL && seat->mode != BARY_SEAT_FORBIDDEN && cells[row * n + e] == BARY_CELL_FREE)
        cells[row * n + e] = BARY_CELL_FIXED;
      n_fixed += cells[row * n + e] == BARY_CELL_FIXED;
    }
  return n_fixed;
}

static gboolean
lacks_third (const BaryPanel  *panel,
             const BaryResult *result)
{
  return result->total.lacks_third && !is_on_the_way (panel, result->application);
}

gboolean
bary_panel_lacks_third (const BaryPanel *panel)
{
  g_autoptr (BaryPanelResults) results = bary_panel_results_new (panel);

  for (guint i = 0; i < results->results->len; i++)
    if (lacks_third (panel, bary_panel_result (results, i)))
      return TRUE;
  return FALSE;
}

BaryPanelDraw *
bary_panel_draw_new_third (const BaryPanel *panel)
{
  g_autoptr (BaryPanelResults) results = bary_panel_results_new (panel);
  g_autoptr (BaryPanelDraw) self = bary_panel_draw_new (panel, panel->need, panel->seed);
  BaryAssignmentApplication *applications = (BaryAssignmentApplication *) self->problem.applications;
  guint8 *cells = (guint8 *) self->problem.cells;

  self->adds = TRUE;
  for (guint i = 0; i < results->results->len; i++)
    applications[i].need = fix_row (self, i, cells) + lacks_third (panel, bary_panel_result (results, i));
  return g_steal_pointer (&self);
}

void
bary_panel_draw_free (BaryPanelDraw *self)
{
  g_array_unref (self->numbers);
  g_string_chunk_free (self->texts);
  g_free ((gpointer) self->named.applications);
  g_free ((gpointer) self->named.experts);
  g_free ((gpointer) self->problem.applications);
  g_free ((gpointer) self->problem.experts);
  g_free ((gpointer) self->problem.affinity);
  g_free ((gpointer) self->problem.cells);
  g_free (self);
}
