#include "bary-contest-check.h"

/* Two criteria of weights 4 and 6 by marks from 0 to 3, each mark described; a form of one choice; one stage. */
typedef struct {
  BaryContestForm *form;
  BaryPanel       *panel;
  GArray          *stages;
} Fixture;

static void
add_level (Fixture *fixture,
           guint    criterion,
           int      mark)
{
  BaryPanelLevel level = { criterion, BARY_FRACTION_OF (mark), "words" };

  g_array_append_val (fixture->panel->levels, level);
}

static void
add_criterion (Fixture    *fixture,
               const char *name,
               int         weight)
{
  BaryCriterion scale = { name, BARY_FRACTION_OF (weight), BARY_FRACTION_ZERO, BARY_FRACTION_OF (3), FALSE };
  BaryPanelCriterion criterion = { "id", .step = BARY_FRACTION_OF (1), .comment_below = BARY_FRACTION_ZERO,
                                   .comment_above = BARY_FRACTION_ZERO };

  g_array_append_val (fixture->panel->scales, scale);
  g_array_append_val (fixture->panel->criteria, criterion);
  for (int mark = 0; mark <= 3; mark++)
    add_level (fixture, fixture->panel->scales->len - 1, mark);
}

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  BaryContestStageDays submission = { "Submission", TRUE, "2026-11-01", "2026-11-13" };
  BaryTieRule step = { BARY_TIE_CRITERION, 0, BARY_FRACTION_ZERO };
  BaryFormField *field;

  fixture->form = bary_contest_form_new ("T", 2026, NULL);
  field = bary_form_section_add_field (bary_contest_form_add_section (fixture->form, "About", NULL), "id", "Level", BARY_FORM_CHOICE);
  g_strfreev (field->options);
  field->options = g_strsplit ("one\ntwo", "\n", -1);
  fixture->panel = bary_panel_new ();
  fixture->panel->need = 2;
  fixture->panel->line.has_pass_mark = TRUE;
  fixture->panel->line.pass_mark = (BaryFraction) BARY_FRACTION_OF (18);
  add_criterion (fixture, "Topic", 4);
  add_criterion (fixture, "Means", 6);
  g_array_append_val (fixture->panel->steps, step);
  bary_panel_settle (fixture->panel);
  fixture->stages = g_array_new (FALSE, FALSE, sizeof (BaryContestStageDays));
  g_array_append_val (fixture->stages, submission);
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  bary_contest_form_free (fixture->form);
  bary_panel_free (fixture->panel);
  g_array_unref (fixture->stages);
}

/* @expected: a line for each fault: its part, whether it is grave, its words */
static void
assert_faults (Fixture    *fixture,
               const char *expected)
{
  g_autoptr (GPtrArray) faults = bary_contest_check (fixture->form, fixture->panel, fixture->stages);
  g_autoptr (GString) said = g_string_new (NULL);

  for (guint i = 0; i < faults->len; i++)
    {
      const BaryContestFault *fault = faults->pdata[i];

      g_string_append_printf (said, "%d%c %s\n", fault->part, fault->grave ? '!' : ' ', fault->words);
    }
  g_assert_cmpstr (said->str, ==, expected);
}

static void
test_sound (Fixture       *fixture,
            gconstpointer  data)
{
  assert_faults (fixture, "");
}

static void
test_rules (Fixture       *fixture,
            gconstpointer  data)
{
  BaryPanel *panel = fixture->panel;

  panel->line.pass_mark = (BaryFraction) BARY_FRACTION_OF (30);
  assert_faults (fixture, "");
  panel->line.pass_mark = (BaryFraction) BARY_FRACTION_OF (31);
  assert_faults (fixture, "0! The pass mark 31 is above the greatest total 30: nobody can reach it\n");
  panel->rules.combination = BARY_COMBINE_SUM;
  assert_faults (fixture, "");
  panel->line.pass_mark = BARY_FRACTION_OF (30 * panel->need + 1);
  assert_faults (fixture, "0! The pass mark 61 is above the greatest total 60: nobody can reach it\n");
  panel->commission = BARY_COMMISSION_VOTE;
  assert_faults (fixture, "");
  panel->commission = BARY_COMMISSION_INFORMATION;
  panel->rules.combination = BARY_COMBINE_TRIMMED;
  panel->rules.trimmed = 1;
  panel->line.has_pass_mark = FALSE;
  panel->has_divergence = TRUE;
  panel->divergence.metric = BARY_DIVERGENCE_VERDICTS;
  panel->need = 1;
  assert_faults (fixture,
                 "0  There is neither a pass mark nor a number of places: everybody with a total gets the status\n"
                 "0! Leaving out sheets at each end leaves none: ask for more experts, or leave out fewer\n"
                 "0! A divergence needs two sheets to compare: ask for two experts at least\n"
                 "0! Opposite verdicts are told by the pass mark: fill it in\n");
}

static void
test_form (Fixture       *fixture,
           gconstpointer  data)
{
  BaryFormSection *section = fixture->form->sections->pdata[0];
  BaryFormField *choice = section->fields->pdata[0];
  BaryFormField *number = bary_form_section_add_field (section, "n", "Level", BARY_FORM_NUMBER);

  number->least = g_strdup ("2,5");
  number->most = g_strdup ("2");
  g_clear_pointer (&choice->options[1], g_free);
  bary_contest_form_add_section (fixture->form, "Empty", NULL);
  assert_faults (fixture,
                 "1! The choice “Level” has fewer than two choices: write one a line\n"
                 "1! The least number of “Level” is above the greatest: exchange them\n"
                 "1  “Level” is asked twice in “About”\n"
                 "1! The section “Empty” asks nothing: add a field, or remove it\n");
  g_strfreev (choice->options);
  choice->options = g_strsplit ("one\none", "\n", -1);
  g_ptr_array_remove_index (section->fields, 1);
  g_ptr_array_remove_index (fixture->form->sections, 1);
  assert_faults (fixture, "1  “Level” has two choices or columns of one name\n");
  g_ptr_array_set_size (fixture->form->sections, 0);
  assert_faults (fixture, "1! The form has no section yet: add one\n");
}

static void
test_stages (Fixture       *fixture,
             gconstpointer  data)
{
  BaryContestStageDays earlier = { "Review", FALSE, "2026-10-01", "2026-09-01" };

  g_array_append_val (fixture->stages, earlier);
  g_array_index (fixture->stages, BaryContestStageDays, 0).to = NULL;
  assert_faults (fixture,
                 "2! “Submission” has no last day, so nothing is ever late\n"
                 "2! “Review” ends before it begins\n"
                 "2  “Review” begins before “Submission”, which stands above it\n");
  g_array_set_size (fixture->stages, 0);
  assert_faults (fixture, "2! No stage takes applications in: add one of the kind “Submission” with its days\n");
}

static void
test_criteria (Fixture       *fixture,
               gconstpointer  data)
{
  BaryPanel *panel = fixture->panel;

  bary_panel_scale (panel, 0)->weight = BARY_FRACTION_ZERO;
  bary_panel_criterion (panel, 1)->has_above = TRUE;
  bary_panel_criterion (panel, 1)->comment_above = (BaryFraction) BARY_FRACTION_OF (3);
  g_array_index (panel->levels, BaryPanelLevel, 1).mark = BARY_FRACTION_ZERO;
  g_array_index (panel->levels, BaryPanelLevel, 7).mark = (BaryFraction) BARY_FRACTION_OF (5);
  assert_faults (fixture,
                 "3! “Topic” weighs nothing: give it a weight, or say that it is only shown\n"
                 "3! The mark 1 of “Topic” has no description, so nobody can give it\n"
                 "3! The mark 0 of “Topic” is described twice\n"
                 "3! The mark 3 of “Means” has no description, so nobody can give it\n"
                 "3! The mark 5 is described, but lies outside the scale of “Means”\n"
                 "3  No mark of “Means” lies beyond its limit for comments\n");
}

static void
test_weights (Fixture       *fixture,
              gconstpointer  data)
{
  BaryPanel *panel = fixture->panel;

  panel->line.has_pass_mark = FALSE;
  panel->line.n_places = 3;
  g_array_set_size (panel->levels, 0);
  bary_panel_scale (panel, 0)->weight = (BaryFraction) { 1, 4 };
  bary_panel_scale (panel, 1)->weight = (BaryFraction) { 7, 10 };
  assert_faults (fixture,
                 "3  The weights are shares, but come to 0.95 and not to 1\n"
                 "3  No mark of “Topic” has a description: experts type a number\n"
                 "3  No mark of “Means” has a description: experts type a number\n");
  bary_panel_scale (panel, 1)->weight = (BaryFraction) { 3, 4 };
  assert_faults (fixture,
                 "3  No mark of “Topic” has a description: experts type a number\n"
                 "3  No mark of “Means” has a description: experts type a number\n");
}

static void
test_ties (Fixture       *fixture,
           gconstpointer  data)
{
  BaryTieRule more[] = { { BARY_TIE_DRAW, 0, BARY_FRACTION_ZERO }, { BARY_TIE_CRITERION, 0, BARY_FRACTION_ZERO } };

  g_array_append_vals (fixture->panel->steps, more, 2);
  assert_faults (fixture,
                 "4! What comes after the draw never decides: move the draw to the end\n"
                 "4  “Topic” stands twice among the steps\n");
  g_array_set_size (fixture->panel->steps, 0);
  assert_faults (fixture, "4  Equal totals share a place: no step tells them apart\n");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/contest-check/sound", test_sound);
  ADD ("/contest-check/rules", test_rules);
  ADD ("/contest-check/form", test_form);
  ADD ("/contest-check/stages", test_stages);
  ADD ("/contest-check/criteria", test_criteria);
  ADD ("/contest-check/weights", test_weights);
  ADD ("/contest-check/ties", test_ties);
  return g_test_run ();
}
