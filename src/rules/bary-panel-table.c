#include "bary-panel-table.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

/* Filling: what counts more overwrites what counts less. */

typedef struct {
  BaryPanelTable *table;
  guint          *numbers; /* row + 1 of each application of the panel; 0: not admitted */
} Filling;

/* Returns: (nullable): NULL for an application that is no row */
static guint8 *
find_cell (const Filling *self,
           guint          application,
           guint          expert)
{
  guint number = self->numbers[application];

  return number > 0 ? &self->table->cells[(gsize) (number - 1) * self->table->panel->experts->len + expert] : NULL;
}

static void
fill_commission (const Filling *self)
{
  BaryPanelTable *table = self->table;
  guint n = table->panel->experts->len;

  for (guint e = 0; e < n; e++)
    if (bary_panel_expert (table->panel, e)->commission)
      {
        table->loads[e] = table->rows->len;
        for (guint row = 0; row < table->rows->len; row++)
          table->cells[(gsize) row * n + e] = BARY_SEATING_COMMISSION;
      }
}

static void
fill_seats (const Filling *self,
            gboolean       drawing)
{
  static const BarySeating seatings[] = {
    [BARY_SEAT_DRAWN] = BARY_SEATING_DRAWN, [BARY_SEAT_BY_HAND] = BARY_SEATING_BY_HAND, [BARY_SEAT_FORBIDDEN] = BARY_SEATING_FORBIDDEN,
  };
  const BaryPanel *panel = self->table->panel;

  for (guint i = 0; i < panel->seats->len; i++)
    {
      const BarySeat *seat = &g_array_index (panel->seats, BarySeat, i);
      guint8 *cell = find_cell (self, seat->application, seat->expert);
      gboolean commission = bary_panel_expert (panel, seat->expert)->commission;

      /* Who signs for the commission scores the rows anyway. */
      if (seat->mode == BARY_SEAT_FORBIDDEN)
        self->table->loads[seat->expert] -= commission && cell != NULL ? 1 : 0;
      else
        self->table->loads[seat->expert] += commission && cell != NULL ? 0 : 1;
      if (cell == NULL || (commission && seat->mode == BARY_SEAT_DRAWN))
        continue;
      *cell = (guint8) (drawing && seat->mode == BARY_SEAT_DRAWN ? BARY_SEATING_LEAVING : seatings[seat->mode]);
    }
}

static void
fill_draw (const Filling        *self,
           const BaryPanelDraw  *draw,
           const BaryAssignment *assignment)
{
  for (guint i = 0; i < assignment->pairs->len; i++)
    {
      const BaryAssignmentPair *pair = &g_array_index (assignment->pairs, BaryAssignmentPair, i);
      guint8 *cell = find_cell (self, g_array_index (draw->numbers, guint, pair->application), pair->expert);

      if (cell != NULL && *cell == BARY_SEATING_LEAVING)
        *cell = BARY_SEATING_STAYING;
      else if (cell != NULL && *cell == BARY_SEATING_FREE)
        *cell = BARY_SEATING_COMING;
    }
  for (guint e = 0; e < self->table->panel->experts->len; e++)
    self->table->loads[e] = assignment->loads[e];
}

static void
fill_sheets (const Filling *self)
{
  const BaryPanel *panel = self->table->panel;

  for (guint i = 0; i < panel->sheets->len; i++)
    {
      const BaryPanelSheet *sheet = bary_panel_sheet (panel, i);
      guint8 *cell = find_cell (self, sheet->application, sheet->expert);

      if (cell != NULL && sheet->state != BARY_SHEET_VOID)
        *cell = sheet->state == BARY_SHEET_SUBMITTED ? BARY_SEATING_SUBMITTED : BARY_SEATING_BEGUN;
    }
}

static void
fill_conflicts (const Filling *self)
{
  const BaryPanel *panel = self->table->panel;

  for (guint i = 0; i < panel->interests->len; i++)
    {
      const BaryInterest *interest = &g_array_index (panel->interests, BaryInterest, i);
      guint8 *cell = interest->potential ? NULL : find_cell (self, interest->application, interest->expert);

      if (cell != NULL)
        *cell = BARY_SEATING_CONFLICT;
    }
}

/* Counting */

static gboolean
is_seated (BarySeating seating)
{
  return seating == BARY_SEATING_DRAWN || seating == BARY_SEATING_STAYING || seating == BARY_SEATING_COMING ||
         seating == BARY_SEATING_BY_HAND || seating == BARY_SEATING_BEGUN || seating == BARY_SEATING_SUBMITTED;
}

static void
count (BaryPanelTable *self)
{
  guint n = self->panel->experts->len;

  for (guint row = 0; row < self->rows->len; row++)
    for (guint e = 0; e < n; e++)
      self->counts[row] += is_seated (bary_panel_table_get (self, row, e)) && !bary_panel_expert (self->panel, e)->commission;
  for (guint e = 0; e < n; e++)
    if (!bary_panel_expert (self->panel, e)->commission)
      self->most = MAX (self->most, MAX (self->loads[e], bary_panel_expert (self->panel, e)->quota));
}

BaryPanelTable *
bary_panel_table_new (const BaryPanel      *panel,
                      const BaryPanelDraw  *draw,
                      const BaryAssignment *assignment)
{
  BaryPanelTable *self = g_new0 (BaryPanelTable, 1);
  g_autofree guint *numbers = g_new0 (guint, panel->applications->len);
  Filling filling = { self, numbers };

  self->panel = panel;
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < panel->applications->len; i++)
    if (bary_panel_application (panel, i)->admitted)
      {
        g_array_append_val (self->rows, i);
        numbers[i] = self->rows->len;
      }
  self->cells = g_new0 (guint8, (gsize) self->rows->len * panel->experts->len);
  self->loads = g_new0 (guint, panel->experts->len);
  self->counts = g_new0 (guint, self->rows->len);
  fill_commission (&filling);
  fill_seats (&filling, assignment != NULL);
  if (assignment != NULL)
    fill_draw (&filling, draw, assignment);
  fill_sheets (&filling);
  fill_conflicts (&filling);
  count (self);
  return self;
}

void
bary_panel_table_free (BaryPanelTable *self)
{
  g_array_unref (self->rows);
  g_free (self->cells);
  g_free (self->loads);
  g_free (self->counts);
  g_free (self);
}

/* Reading */

BarySeating
bary_panel_table_get (const BaryPanelTable *self,
                      guint                 row,
                      guint                 expert)
{
  return self->cells[(gsize) row * self->panel->experts->len + expert];
}

guint
bary_panel_table_get_application (const BaryPanelTable *self,
                                  guint                 row)
{
  return g_array_index (self->rows, guint, row);
}

gboolean
bary_panel_table_is_settable (const BaryPanelTable *self,
                              guint                 row,
                              guint                 expert)
{
  BarySeating seating = bary_panel_table_get (self, row, expert);

  return seating != BARY_SEATING_CONFLICT && seating != BARY_SEATING_BEGUN && seating != BARY_SEATING_SUBMITTED &&
         !bary_panel_expert (self->panel, expert)->commission && !self->panel->finished;
}

/* Words */

const char *
bary_seating_to_words (BarySeating seating)
{
  static const char *const words[BARY_N_SEATINGS] = {
    [BARY_SEATING_FREE] = N_("free"),
    [BARY_SEATING_COMMISSION] = N_("scored at the presentation"),
    [BARY_SEATING_DRAWN] = N_("by the draw"),
    [BARY_SEATING_LEAVING] = N_("goes with the draw"),
    [BARY_SEATING_STAYING] = N_("as before"),
    [BARY_SEATING_COMING] = N_("drawn, not written yet"),
    [BARY_SEATING_BY_HAND] = N_("set by hand"),
    [BARY_SEATING_FORBIDDEN] = N_("forbidden by hand"),
    [BARY_SEATING_BEGUN] = N_("sheet begun"),
    [BARY_SEATING_SUBMITTED] = N_("sheet handed in"),
    [BARY_SEATING_CONFLICT] = N_("conflict of interest"),
  };

  return _(words[seating]);
}

char *
bary_panel_table_load_to_words (const BaryPanelTable *self,
                                guint                 expert)
{
  guint quota = bary_panel_expert (self->panel, expert)->quota;

  if (quota == 0)
    return g_strdup_printf ("%u", self->loads[expert]);
  /* Translators: 1: how many applications an expert has, 2: the most there may be */
  return g_strdup_printf (_("%1$u of %2$u"), self->loads[expert], quota);
}

char *
bary_panel_table_name_expert (const BaryPanelTable *self,
                              guint                 expert)
{
  g_autofree char *load = bary_panel_table_load_to_words (self, expert);

  return g_strdup_printf ("%s, %s", bary_panel_expert (self->panel, expert)->name, load);
}

char *
bary_panel_table_name_cell (const BaryPanelTable *self,
                            guint                 row,
                            guint                 expert)
{
  g_autofree char *title = bary_panel_application_to_words (self->panel, bary_panel_table_get_application (self, row));

  return g_strdup_printf ("%s, %s: %s", title, bary_panel_expert (self->panel, expert)->name,
                          bary_seating_to_words (bary_panel_table_get (self, row, expert)));
}

/* Returns: (transfer full): who sits there and why, or what keeps one from it */
static char *
explain_seat (const BaryPanelTable *self,
              guint                 row,
              guint                 expert)
{
  guint application = bary_panel_table_get_application (self, row);
  const BaryInterest *conflict = bary_panel_find_conflict (self->panel, application, expert);
  const BarySeat *seat = bary_panel_find_seat (self->panel, application, expert);
  g_autofree char *reason = conflict != NULL ? bary_interest_to_words (conflict) : NULL;
  const char *state = reason != NULL ? reason : bary_seating_to_words (bary_panel_table_get (self, row, expert));
  gboolean noted = seat != NULL && seat->note != NULL;

  return g_strdup_printf ("%s%s%s", state, noted ? ". " : "", noted ? seat->note : "");
}

static void
explain_expert (const BaryPanelTable *self,
                guint                 row,
                guint                 expert,
                GString              *text)
{
  const BaryPanelExpert *person = bary_panel_expert (self->panel, expert);
  guint application = bary_panel_table_get_application (self, row);
  g_autofree char *load = bary_panel_table_load_to_words (self, expert);
  guint affinity = bary_panel_find_affinity (person->competence, bary_panel_application (self->panel, application)->name);

  g_string_append_c (text, '\n');
  /* Translators: %s: how many applications an expert has, as "3" or "3 of 5" */
  g_string_append_printf (text, _("Applications of the expert: %s"), load);
  if (person->left_on != NULL)
    g_string_append_printf (text, "\n%s", _("The expert has left, and gets nothing new"));
  if (affinity > 0)
    {
      g_string_append_c (text, '\n');
      /* Translators: %s: what an expert is competent in */
      g_string_append_printf (text, _("The competence meets the topic: %s"), person->competence);
    }
  if (bary_panel_is_doubtful (self->panel, application, expert))
    g_string_append_printf (text, "\n%s", _("A possible conflict of interest waits for an answer"));
}

char *
bary_panel_table_explain (const BaryPanelTable *self,
                          guint                 row,
                          guint                 expert)
{
  g_autofree char *seat = explain_seat (self, row, expert);
  GString *text = g_string_new (NULL);

  g_string_append_unichar (text, g_unichar_toupper (g_utf8_get_char (seat)));
  g_string_append (text, g_utf8_next_char (seat));
  if (bary_panel_table_get (self, row, expert) != BARY_SEATING_COMMISSION)
    explain_expert (self, row, expert, text);
  return g_string_free (text, FALSE);
}
