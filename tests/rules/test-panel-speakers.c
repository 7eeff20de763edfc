#include "bary-panel-results.h"
#include "bary-panel-draw.h"
#include "bary-panel-speakers.h"
#include "bary-speech-clock.h"

/* Four experts and one who signs for the commission, three applications, one criterion of weight 1. */
typedef struct {
  BaryPanel *panel;
} Fixture;

static const char *const experts[] = { "Астрова", "Берёзкин", "Ветрова", "Громов", "Комиссия" };
#define COMMISSION 4
#define N_APPLICATIONS 3

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const char *const ids[] = { "a", "b", "c" };
  BaryCriterion scale = { "Всё", { 1, 1 }, BARY_FRACTION_ZERO, { 30, 1 } };
  BaryPanelCriterion criterion = { "k" };
  BaryPanel *panel = bary_panel_new ();

  g_array_append_val (panel->scales, scale);
  g_array_append_val (panel->criteria, criterion);
  panel->need = 2;
  for (guint i = 0; i < N_APPLICATIONS; i++)
    {
      BaryPanelApplication application = { ids[i], "Тема", ids[i], ids[i], i + 1, NULL, TRUE };

      g_array_append_val (panel->applications, application);
    }
  for (guint i = 0; i < G_N_ELEMENTS (experts); i++)
    {
      BaryPanelExpert expert = { experts[i], experts[i], .commission = i == COMMISSION };

      g_array_append_val (panel->experts, expert);
    }
  bary_panel_settle (panel);
  fixture->panel = panel;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  bary_panel_free (fixture->panel);
}

static void
add_conflict (Fixture *fixture,
              guint    application,
              guint    expert)
{
  BaryInterest interest = { application, expert, BARY_INTEREST_KINSHIP, FALSE, "родство" };

  g_array_append_val (fixture->panel->interests, interest);
}

static void
add_sheet (Fixture    *fixture,
           guint       application,
           guint       expert,
           const char *mark)
{
  BaryPanel *panel = fixture->panel;

  *bary_panel_add_sheet (panel) = (BaryPanelSheet) { mark, application, expert, 1, BARY_SHEET_SUBMITTED, .submitted = "2026-11-20" };
  bary_panel_get_marks (panel, panel->sheets->len - 1)->given = TRUE;
  g_assert_true (bary_fraction_parse (mark, &bary_panel_get_marks (panel, panel->sheets->len - 1)->value));
}

/* The decision whose firmness is looked at is the one that is shown.
 * @total: (nullable): NULL if there is none */
static void
assert_total (Fixture    *fixture,
              const char *total)
{
  g_autoptr (BaryPanelResults) results = bary_panel_results_new (fixture->panel);
  const BaryScore *score = &bary_panel_result (results, 0)->total.score;
  g_autofree char *text = bary_fraction_to_string (&score->value);
  BaryDecision decision = bary_panel_results_get_decision (results);
  g_autofree guint8 *winners = bary_decision_find_winners (&decision);

  g_assert_cmpmem (winners, results->results->len, results->winners, results->results->len);
  g_assert_cmpint (score->fault == BARY_SCORE_KNOWN, ==, total != NULL);
  if (total != NULL)
    g_assert_cmpstr (text, ==, total);
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  guint leavings, absent;
  g_autoptr (GArray) order = NULL;
  g_autofree char *names = NULL;

  add_conflict (fixture, 0, 0);
  add_conflict (fixture, 2, 0);
  add_conflict (fixture, 2, 1);
  add_conflict (fixture, 1, COMMISSION);
  order = bary_panel_order_speakers (fixture->panel, &leavings);
  g_assert_cmpuint (order->len, ==, N_APPLICATIONS);
  g_assert_cmpuint (g_array_index (order, guint, 0), ==, 1);
  g_assert_cmpuint (leavings, ==, 2);
  names = bary_panel_absent_to_words (fixture->panel, 2, &absent);
  g_assert_cmpstr (names, ==, "Астрова, Берёзкин");
  g_assert_cmpuint (absent, ==, 2);
  g_assert_cmpuint (bary_panel_count_members (fixture->panel), ==, COMMISSION);
}

static void
assert_vote (Fixture    *fixture,
             guint       votes_for,
             guint       votes_against,
             const char *words)
{
  BaryPanelSpeech speech = { "s", 0, 1, NULL, TRUE, votes_for, votes_against, 0 };
  g_autofree char *told = bary_panel_vote_to_words (fixture->panel, &speech);

  g_assert_cmpstr (told, ==, words);
}

/* Of four members one is out: three may vote, and two are no quorum. */
static void
test_vote (Fixture       *fixture,
           gconstpointer  data)
{
  BaryPanelSpeech silent = { "s", 0, 1 };

  add_conflict (fixture, 0, 0);
  g_assert_null (bary_panel_vote_to_words (fixture->panel, &silent));
  assert_vote (fixture, 2, 1, "for 2, against 1, abstained 0");
  assert_vote (fixture, 1, 1, "for 1, against 1, abstained 0; no quorum: 2 of 4 voted");
  assert_vote (fixture, 3, 1, "for 3, against 1, abstained 0; 4 votes of 3 who may vote");
}

/* One more sheet of the mean; it stands for none of the two that are needed. */
static void
test_sheet_of_commission (Fixture       *fixture,
                          gconstpointer  data)
{
  add_sheet (fixture, 0, COMMISSION, "30");
  add_sheet (fixture, 0, 0, "12");
  assert_total (fixture, NULL);
  add_sheet (fixture, 0, 1, "18");
  assert_total (fixture, "20");
}

static void
assert_explained (Fixture    *fixture,
                  const char *words)
{
  g_autoptr (BaryPanelResults) results = bary_panel_results_new (fixture->panel);
  g_autofree char *told = bary_panel_results_explain (results, 0);

  g_assert_cmpstr (told, ==, words);
}

/* A mark so many times is on the scale of totals. */
static void
assert_addends (Fixture *fixture,
                guint    n)
{
  g_autoptr (BaryPanelResults) results = bary_panel_results_new (fixture->panel);

  g_assert_cmpuint (bary_panel_results_count_addends (results, 0), ==, n);
}

static void
ask_third (Fixture       *fixture,
           BaryThirdRule  third)
{
  fixture->panel->has_divergence = TRUE;
  fixture->panel->divergence = (BaryDivergenceRule) { .metric = BARY_DIVERGENCE_POINTS, BARY_FRACTION_OF (10), .third = third };
}

/* Experts too far apart wait for a third, whatever the commission says; what that settles stands for both of them beside the
 * commission's total. */
static void
test_commission_is_no_third (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (BaryPanelDraw) draw = NULL;

  ask_third (fixture, BARY_THIRD_FINAL);
  add_sheet (fixture, 0, 0, "12");
  add_sheet (fixture, 0, 1, "25");
  add_sheet (fixture, 0, COMMISSION, "30");
  g_assert_true (bary_panel_lacks_third (fixture->panel));
  draw = bary_panel_draw_new_third (fixture->panel);
  g_assert_cmpuint (draw->problem.experts[COMMISSION].most, ==, 0);
  add_sheet (fixture, 0, 2, "22");
  g_assert_false (bary_panel_lacks_third (fixture->panel));
  assert_total (fixture, "74/3");
  assert_explained (fixture, "the sheets with 12 and 25 are too far apart, and the third counts, with 22; so for each expert that the contest "
                             "asks for: the mean of 22; 22; 30 is ≈24.667; the contest does not round, and what counts is 74/3");
}

/* By each formula the commission's 30 weighs a third beside the 22 that settles 12 and 25, as it does beside two who agree. */
static void
test_weight_of_commission (Fixture       *fixture,
                           gconstpointer  data)
{
  static const struct {
    BaryCombination combination;
    const char     *total, *sheets;
  } cases[] = {
    { BARY_COMBINE_MEAN, "24.7", "the mean of 22; 22; 30 is 24.7" },
    { BARY_COMBINE_MEDIAN, "22", "the median of 22; 22; 30 is 22" },
    { BARY_COMBINE_TRIMMED, "22", "the mean of 22; 22; 30 without the extremes is 22" },
    { BARY_COMBINE_SUM, "74", "the sum of 22; 22; 30 is 74" },
  };

  ask_third (fixture, BARY_THIRD_FINAL);
  fixture->panel->rules.total = (BaryRoundingRule) { BARY_ROUNDING_HALF_UP, 1 };
  fixture->panel->rules.trimmed = 1;
  add_sheet (fixture, 0, 0, "25");
  add_sheet (fixture, 0, 1, "12");
  add_sheet (fixture, 0, 2, "22");
  add_sheet (fixture, 0, COMMISSION, "30");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = g_strdup_printf ("the sheets with 12 and 25 are too far apart, and the third counts, with 22; so for each "
                                                "expert that the contest asks for: %s", cases[i].sheets);

      fixture->panel->rules.combination = cases[i].combination;
      assert_total (fixture, cases[i].total);
      assert_explained (fixture, words);
    }
}

/* Three are asked for: the fourth settles which of them are too far apart, and what counts is told by its figures. */
static void
test_words_of_a_settled_total (Fixture       *fixture,
                               gconstpointer  data)
{
  fixture->panel->need = 3;
  ask_third (fixture, BARY_THIRD_CLOSEST);
  add_sheet (fixture, 0, 0, "20");
  add_sheet (fixture, 0, 1, "25");
  add_sheet (fixture, 0, 2, "12");
  add_sheet (fixture, 0, 3, "22");
  assert_total (fixture, "23.5");
  assert_explained (fixture, "the sheets with 12 and 25 are too far apart, and with the third, with 22, the mean of the two closest "
                             "counts: 23.5; the total is 23.5");
  fixture->panel->rules.combination = BARY_COMBINE_SUM;
  assert_total (fixture, "70.5");
  assert_explained (fixture, "the sheets with 12 and 25 are too far apart, and with the third, with 22, the mean of the two closest "
                             "counts: 23.5; so for each expert that the contest asks for: the sum of 23.5; 23.5; 23.5 is 70.5");
  fixture->panel->divergence.third = BARY_THIRD_MEAN;
  fixture->panel->rules.total = (BaryRoundingRule) { BARY_ROUNDING_HALF_UP, 1 };
  assert_total (fixture, "59");
}

/* A sheet on paper of which only the day is known is behind those of its day, and before those of the next. */
static void
test_no_time_of_day (Fixture       *fixture,
                     gconstpointer  data)
{
  static const char *const moments[] = { "2026-11-20", "2026-11-20 15:00", "2026-11-20 09:00", "2026-11-21 08:00" };
  static const char *const marks[] = { "14", "13", "12", "15" };

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      add_sheet (fixture, 0, i, marks[i]);
      bary_panel_sheet (fixture->panel, i)->submitted = moments[i];
    }
  assert_explained (fixture, "the mean of 12; 13; 14; 15 is 13.5");
}

/* Two are asked for: whoever is set as a third by hand does not raise a sum, nor shift what the commission's sheet weighs. */
static void
test_one_expert_more (Fixture       *fixture,
                      gconstpointer  data)
{
  add_sheet (fixture, 0, 0, "12");
  add_sheet (fixture, 0, 1, "18");
  add_sheet (fixture, 0, 2, "21");
  assert_total (fixture, "17");
  assert_explained (fixture, "the mean of 12; 18; 21 is 17");
  fixture->panel->rules.combination = BARY_COMBINE_SUM;
  assert_total (fixture, "34");
  assert_explained (fixture, "12; 18; 21 are of more experts than the contest asks for, and their mean, 17, counts for each that it asks "
                             "for: the sum of 17; 17 is 34");
  assert_addends (fixture, 2);
  add_sheet (fixture, 0, COMMISSION, "29");
  assert_total (fixture, "63");
  assert_addends (fixture, 3);
  fixture->panel->rules.combination = BARY_COMBINE_MEAN;
  assert_total (fixture, "21");
  assert_addends (fixture, 1);
  fixture->panel->rules.combination = BARY_COMBINE_MEDIAN;
  assert_total (fixture, "19.5");
}

static void
add_speech (Fixture *fixture,
            guint    application,
            gboolean voted,
            guint    votes_for,
            guint    votes_against)
{
  BaryPanelSpeech speech = { "s", application, application + 1, NULL, voted, votes_for, votes_against, 0 };

  g_array_append_val (fixture->panel->speeches, speech);
}

/* Three of four of thirty are 22.5: one more sheet of the mean of 12 and 18. What is signed for the commission does not count
 * then. */
static void
test_vote_as_sheet (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (BaryPanelResults) results = NULL;
  g_autoptr (BaryMarks) marks = NULL;
  g_autofree char *addends = NULL;
  g_autofree char *information = NULL;

  add_sheet (fixture, 0, 0, "12");
  add_sheet (fixture, 0, 1, "18");
  add_sheet (fixture, 0, COMMISSION, "30");
  add_speech (fixture, 0, TRUE, 3, 1);
  assert_total (fixture, "20");
  fixture->panel->commission = BARY_COMMISSION_INFORMATION;
  assert_total (fixture, "15");
  fixture->panel->commission = BARY_COMMISSION_VOTE;
  assert_total (fixture, "17.5");
  results = bary_panel_results_new (fixture->panel);
  g_assert_cmpuint (bary_panel_result (results, 0)->n_sheets, ==, 3);
  g_assert_cmpuint (bary_panel_result (results, 0)->n_shown, ==, 4);
  g_assert_cmpstr (bary_panel_results_get_name (results, 2), ==, "Vote of the commission");
  addends = bary_panel_results_explain_sheet (results, 2);
  g_assert_cmpstr (addends, ==, "for 3, against 1, abstained 0: 1 · 22.5");
  information = bary_panel_results_explain_sheet (results, 3);
  g_assert_cmpstr (information, ==, "for information, does not count: 1 · 30");
  marks = bary_panel_results_get_marks (results);
  g_assert_cmpuint (marks->n_marks, ==, 2);
}

/* The scale begins at 1: who gets no vote has the least mark, and not none. */
static void
test_vote_keeps_to_the_scale (Fixture       *fixture,
                              gconstpointer  data)
{
  fixture->panel->commission = BARY_COMMISSION_VOTE;
  bary_panel_scale (fixture->panel, 0)->least = BARY_FRACTION_OF (1);
  add_sheet (fixture, 0, 0, "9");
  add_sheet (fixture, 0, 1, "11");
  add_speech (fixture, 0, TRUE, 0, 4);
  assert_total (fixture, "7");
}

/* As soon as the commission has voted on somebody, those with a place wait for their vote; one without a quorum is none. */
static void
test_vote_is_waited_for (Fixture       *fixture,
                         gconstpointer  data)
{
  fixture->panel->commission = BARY_COMMISSION_VOTE;
  add_sheet (fixture, 0, 0, "12");
  add_sheet (fixture, 0, 1, "18");
  add_speech (fixture, 0, FALSE, 0, 0);
  assert_total (fixture, "15");
  add_speech (fixture, 1, TRUE, 4, 0);
  assert_total (fixture, NULL);
  *bary_panel_speech (fixture->panel, 0) = (BaryPanelSpeech) { "s", 0, 1, NULL, TRUE, 2, 0, 0 };
  assert_total (fixture, NULL);
  bary_panel_speech (fixture->panel, 0)->votes_for = 4;
  assert_total (fixture, "20");
}

/* All that are admitted, without any assignment. */
static void
test_desk_of_commission (Fixture       *fixture,
                         gconstpointer  data)
{
  guint assigned, submitted;
  g_autoptr (GArray) list = NULL;

  bary_panel_application (fixture->panel, 1)->admitted = FALSE;
  add_sheet (fixture, 2, COMMISSION, "30");
  list = bary_panel_list_assigned (fixture->panel, COMMISSION);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpuint (g_array_index (list, guint, 1), ==, 2);
  bary_panel_count (fixture->panel, COMMISSION, &assigned, &submitted);
  g_assert_cmpuint (assigned, ==, 2);
  g_assert_cmpuint (submitted, ==, 1);
}

static void
assert_left (const BarySpeechClock *clock,
             gint64                 seconds,
             const char            *words)
{
  g_autofree char *told = bary_speech_clock_to_words (bary_speech_clock_get_left (clock, 7, seconds * G_TIME_SPAN_SECOND));

  g_assert_cmpstr (told, ==, words);
}

static void
test_clock (void)
{
  BarySpeechClock clock;

  bary_speech_clock_begin (&clock, BARY_SPEECH_TALK);
  assert_left (&clock, 1000, "7:00");
  bary_speech_clock_toggle (&clock, 1000 * G_TIME_SPAN_SECOND);
  assert_left (&clock, 1001, "6:59");
  bary_speech_clock_toggle (&clock, 1060 * G_TIME_SPAN_SECOND);
  assert_left (&clock, 5000, "6:00");
  bary_speech_clock_toggle (&clock, 5000 * G_TIME_SPAN_SECOND);
  assert_left (&clock, 5360, "0:00");
  assert_left (&clock, 5372, "−0:12");
  bary_speech_clock_begin (&clock, BARY_SPEECH_QUESTIONS);
  assert_left (&clock, 9000, "7:00");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/panel-speakers/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/panel-speakers/vote", Fixture, NULL, set_up, test_vote, tear_down);
  g_test_add ("/panel-speakers/sheet", Fixture, NULL, set_up, test_sheet_of_commission, tear_down);
  g_test_add ("/panel-speakers/third", Fixture, NULL, set_up, test_commission_is_no_third, tear_down);
  g_test_add ("/panel-speakers/weight", Fixture, NULL, set_up, test_weight_of_commission, tear_down);
  g_test_add ("/panel-speakers/settled", Fixture, NULL, set_up, test_words_of_a_settled_total, tear_down);
  g_test_add ("/panel-speakers/more", Fixture, NULL, set_up, test_one_expert_more, tear_down);
  g_test_add ("/panel-speakers/no-time", Fixture, NULL, set_up, test_no_time_of_day, tear_down);
  g_test_add ("/panel-speakers/desk", Fixture, NULL, set_up, test_desk_of_commission, tear_down);
  g_test_add ("/panel-speakers/vote-as-sheet", Fixture, NULL, set_up, test_vote_as_sheet, tear_down);
  g_test_add ("/panel-speakers/vote-in-scale", Fixture, NULL, set_up, test_vote_keeps_to_the_scale, tear_down);
  g_test_add ("/panel-speakers/vote-waited-for", Fixture, NULL, set_up, test_vote_is_waited_for, tear_down);
  g_test_add_func ("/panel-speakers/clock", test_clock);
  return g_test_run ();
}
