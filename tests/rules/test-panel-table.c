#include "bary-panel-table.h"

/* Every cell and figure of the table against the panel's own answers, one question a cell, on random contests. */

#define N_CONTESTS 40
#define N_APPLICATIONS 9
#define N_EXPERTS 6

static char *
make_id (BaryPanel  *panel,
         const char *word,
         guint       number)
{
  g_autofree char *id = g_strdup_printf ("%s %u", word, number);

  return (char *) bary_panel_keep (panel, id);
}

static void
fill_people (BaryPanel *panel,
             GRand     *dice)
{
  for (guint i = 0; i < N_APPLICATIONS; i++)
    {
      const char *id = make_id (panel, "Школа", i + 1);
      BaryPanelApplication application = { id, "Наставничество", id, id, i + 1, NULL, g_rand_int_range (dice, 0, 5) > 0 };

      g_array_append_val (panel->applications, application);
    }
  for (guint i = 0; i < N_EXPERTS; i++)
    {
      const char *id = make_id (panel, "Эксперт", i + 1);
      BaryPanelExpert expert = { id, id, .quota = (guint) g_rand_int_range (dice, 0, 4), .competence = i == 0 ? "наставник" : NULL,
                                 .commission = i == N_EXPERTS - 1 };

      g_array_append_val (panel->experts, expert);
    }
}

static void
fill_pair (BaryPanel *panel,
           GRand     *dice,
           guint      application,
           guint      expert)
{
  BarySeat seat = { "seat", application, expert, (BarySeatMode) g_rand_int_range (dice, BARY_SEAT_DRAWN, BARY_SEAT_FORBIDDEN + 1) };
  BaryInterest interest = { application, expert, BARY_INTEREST_KINSHIP, g_rand_boolean (dice), "сестра директора", NULL };

  if (g_rand_int_range (dice, 0, 3) == 0)
    g_array_append_val (panel->seats, seat);
  if (g_rand_int_range (dice, 0, 6) == 0)
    g_array_append_val (panel->interests, interest);
  for (guint revision = 1; revision <= 2 && g_rand_int_range (dice, 0, 4) == 0; revision++)
    *bary_panel_add_sheet (panel) = (BaryPanelSheet) {
      "sheet", application, expert, revision, (BarySheetState) g_rand_int_range (dice, BARY_SHEET_DRAFT, BARY_SHEET_VOID + 1),
    };
}

static BaryPanel *
make_contest (GRand *dice)
{
  BaryPanel *panel = bary_panel_new ();

  panel->need = 2;
  fill_people (panel, dice);
  for (guint a = 0; a < N_APPLICATIONS; a++)
    for (guint e = 0; e < N_EXPERTS; e++)
      fill_pair (panel, dice, a, e);
  bary_panel_settle (panel);
  return panel;
}

static gboolean
is_drawn (const BaryPanelDraw  *draw,
          const BaryAssignment *assignment,
          guint                 application,
          guint                 expert)
{
  for (guint i = 0; i < assignment->pairs->len; i++)
    {
      const BaryAssignmentPair *pair = &g_array_index (assignment->pairs, BaryAssignmentPair, i);

      if (g_array_index (draw->numbers, guint, pair->application) == application && pair->expert == expert)
        return TRUE;
    }
  return FALSE;
}

/* What stands in a cell, by the order of what counts. */
static BarySeating
expect (const BaryPanel      *panel,
        const BaryPanelDraw  *draw,
        const BaryAssignment *assignment,
        guint                 application,
        guint                 expert)
{
  const BarySeat *seat = bary_panel_find_seat (panel, application, expert);
  int sheet = bary_panel_find_sheet (panel, application, expert);

  if (bary_panel_find_conflict (panel, application, expert) != NULL)
    return BARY_SEATING_CONFLICT;
  if (sheet >= 0)
    return bary_panel_sheet (panel, (guint) sheet)->state == BARY_SHEET_SUBMITTED ? BARY_SEATING_SUBMITTED : BARY_SEATING_BEGUN;
  if (seat != NULL && seat->mode != BARY_SEAT_DRAWN)
    return seat->mode == BARY_SEAT_FORBIDDEN ? BARY_SEATING_FORBIDDEN : BARY_SEATING_BY_HAND;
  if (bary_panel_expert (panel, expert)->commission)
    return BARY_SEATING_COMMISSION;
  if (assignment != NULL && is_drawn (draw, assignment, application, expert))
    return seat != NULL ? BARY_SEATING_STAYING : BARY_SEATING_COMING;
  if (seat == NULL)
    return BARY_SEATING_FREE;
  return assignment != NULL ? BARY_SEATING_LEAVING : BARY_SEATING_DRAWN;
}

static guint
check_cells (const BaryPanelTable *table,
             const BaryPanelDraw  *draw,
             const BaryAssignment *assignment)
{
  const BaryPanel *panel = table->panel;
  guint row = 0;

  for (guint a = 0; a < N_APPLICATIONS; a++)
    {
      if (!bary_panel_application (panel, a)->admitted)
        continue;
      g_assert_cmpuint (bary_panel_table_get_application (table, row), ==, a);
      for (guint e = 0; e < N_EXPERTS; e++)
        g_assert_cmpint (bary_panel_table_get (table, row, e), ==, expect (panel, draw, assignment, a, e));
      row++;
    }
  g_assert_cmpuint (table->rows->len, ==, row);
  return row * N_EXPERTS;
}

static void
test_cells (void)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (11);
  guint n = 0;

  for (guint i = 0; i < N_CONTESTS; i++)
    {
      g_autoptr (BaryPanel) panel = make_contest (dice);
      g_autoptr (BaryPanelTable) table = bary_panel_table_new (panel, NULL, NULL);

      n += check_cells (table, NULL, NULL);
      for (guint e = 0; e < N_EXPERTS; e++)
        {
          guint assigned, submitted;

          bary_panel_count (panel, e, &assigned, &submitted);
          g_assert_cmpuint (table->loads[e], ==, assigned);
        }
    }
  g_assert_cmpuint (n, >, N_CONTESTS * N_EXPERTS);
}

static void
test_draw (void)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (12);
  guint n_feasible = 0;

  for (guint i = 0; i < N_CONTESTS; i++)
    {
      g_autoptr (BaryPanel) panel = make_contest (dice);
      g_autoptr (BaryPanelDraw) draw = bary_panel_draw_new (panel, 1, i);
      g_autoptr (BaryAssignment) assignment = bary_assignment_new (&draw->problem, NULL, NULL);
      g_autoptr (BaryPanelTable) table = bary_panel_table_new (panel, draw, assignment);

      check_cells (table, draw, assignment);
      for (guint e = 0; e < N_EXPERTS; e++)
        g_assert_cmpuint (table->loads[e], ==, assignment->loads[e]);
      n_feasible += assignment->feasible;
    }
  g_assert_cmpuint (n_feasible, >, 0);
}

static void
test_counts (void)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (13);
  g_autoptr (BaryPanel) panel = make_contest (dice);
  g_autoptr (BaryPanelTable) table = bary_panel_table_new (panel, NULL, NULL);

  for (guint row = 0; row < table->rows->len; row++)
    {
      guint n = 0;

      for (guint e = 0; e < N_EXPERTS - 1; e++)
        switch (bary_panel_table_get (table, row, e))
          {
          case BARY_SEATING_DRAWN:
          case BARY_SEATING_BY_HAND:
          case BARY_SEATING_BEGUN:
          case BARY_SEATING_SUBMITTED:
            n++;
            break;
          default:
            break;
          }
      g_assert_cmpuint (table->counts[row], ==, n);
    }
}

static void
test_words (void)
{
  g_autoptr (BaryPanel) panel = bary_panel_new ();
  g_autoptr (GRand) dice = g_rand_new_with_seed (14);
  g_autoptr (BaryPanelTable) table = NULL;
  BarySeat seat = { "seat", 0, 0, BARY_SEAT_BY_HAND, .note = "по просьбе школы" };
  BaryInterest interest = { 0, 1, BARY_INTEREST_KINSHIP, FALSE, "сестра директора", "2026-11-01" };
  g_autofree char *by_hand = NULL;
  g_autofree char *conflict = NULL;
  g_autofree char *name = NULL;

  fill_people (panel, dice);
  bary_panel_application (panel, 0)->admitted = TRUE;
  bary_panel_expert (panel, 0)->quota = 3;
  bary_panel_expert (panel, 1)->quota = 0;
  g_array_append_val (panel->seats, seat);
  g_array_append_val (panel->interests, interest);
  bary_panel_settle (panel);
  table = bary_panel_table_new (panel, NULL, NULL);
  by_hand = bary_panel_table_explain (table, 0, 0);
  g_assert_cmpstr (by_hand, ==, "Set by hand. по просьбе школы\nApplications of the expert: 1 of 3\n"
                                "The competence meets the topic: наставник");
  conflict = bary_panel_table_explain (table, 0, 1);
  g_assert_cmpstr (conflict, ==, "Kinship: сестра директора, known since 1 November 2026\nApplications of the expert: 0");
  name = bary_panel_table_name_cell (table, 0, 1);
  g_assert_cmpstr (name, ==, "№ 1, Школа 1, Эксперт 2: conflict of interest");
  g_assert_true (bary_panel_table_is_settable (table, 0, 0));
  g_assert_false (bary_panel_table_is_settable (table, 0, 1));
  g_assert_false (bary_panel_table_is_settable (table, 0, N_EXPERTS - 1));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/panel-table/cells", test_cells);
  g_test_add_func ("/panel-table/draw", test_draw);
  g_test_add_func ("/panel-table/counts", test_counts);
  g_test_add_func ("/panel-table/words", test_words);

  return g_test_run ();
}
