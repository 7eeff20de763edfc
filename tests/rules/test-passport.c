#include "bary-passport.h"

#define DAY "2025-10-15"

static const BaryPassportAgreement agreements[] = {
  { "open", NULL, NULL },
  { "over", "2020-01-01", "2025-10-14" },
  { "today", "2025-10-15", "2025-10-15" },
  { "tomorrow", "2025-10-16", NULL },
};

static BaryPassportInput
complete (void)
{
  return (BaryPassportInput) { .day = DAY, .goal = "A goal", .interaction = "By meetings", .management = "By a council",
                               .agreements = agreements, .n_agreements = G_N_ELEMENTS (agreements),
                               .n_leaders = 1, .n_bodies = 1 };
}

static void
test_nothing (void)
{
  const BaryPassportInput input = { .day = DAY };
  const BaryFix expected[] = { BARY_FIX_WRITE_GOAL, BARY_FIX_ADD_MEMBERS, BARY_FIX_WRITE_INTERACTION,
                               BARY_FIX_WRITE_MANAGEMENT, BARY_FIX_NAME_CURATOR, BARY_FIX_NAME_BODY };
  g_autoptr (GArray) gaps = bary_passport_check (&input);

  g_assert_cmpuint (gaps->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < gaps->len; i++)
    g_assert_cmpint (g_array_index (gaps, BaryPassportGap, i).fix, ==, expected[i]);
  g_assert_cmpuint (bary_passport_count_unmet (gaps), ==, 4);
  g_assert_cmpuint (bary_passport_count_gaps (gaps, BARY_CONDITION_MANAGEMENT), ==, 3);
}

static void
test_blank_is_missing (void)
{
  BaryPassportInput input = complete ();
  const char *members[] = { "a" };
  const BaryPassportParty parties[] = { { "p", 0, "a", "host" } };
  g_autoptr (GArray) gaps = NULL;

  input.members = members;
  input.n_members = 1;
  input.parties = parties;
  input.n_parties = 1;
  input.goal = " \n\t ";
  gaps = bary_passport_check (&input);
  g_assert_cmpuint (gaps->len, ==, 1);
  g_assert_cmpint (g_array_index (gaps, BaryPassportGap, 0).fix, ==, BARY_FIX_WRITE_GOAL);
}

typedef struct {
  guint       agreement;
  const char *role;
  int         fix; /* -1: none */
  const char *record;
} LegalCase;

/* One member, at most one party. */
static void
test_legal_basis (void)
{
  const LegalCase cases[] = {
    { 0, "host", -1, NULL },
    { 2, "host", -1, NULL },
    { 0, NULL, BARY_FIX_DEFINE_ROLE, "p" },
    { 0, "  ", BARY_FIX_DEFINE_ROLE, "p" },
    { 1, "host", BARY_FIX_RENEW_AGREEMENT, "a" },
    { 3, "host", BARY_FIX_RENEW_AGREEMENT, "a" },
    { 99, "host", BARY_FIX_ADD_AGREEMENT, "a" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BaryPassportInput input = complete ();
      const char *members[] = { "a", "a" };
      const BaryPassportParty parties[] = { { "p", cases[i].agreement, "a", cases[i].role } };
      g_autoptr (GArray) gaps = NULL;

      input.members = members;
      input.n_members = 2;
      input.parties = parties;
      input.n_parties = 1;
      gaps = bary_passport_check (&input);
      g_assert_cmpuint (gaps->len, ==, cases[i].fix < 0 ? 0 : 1);
      if (cases[i].fix < 0)
        continue;
      g_assert_cmpint (g_array_index (gaps, BaryPassportGap, 0).fix, ==, cases[i].fix);
      g_assert_cmpstr (g_array_index (gaps, BaryPassportGap, 0).record, ==, cases[i].record);
    }
}

static void
test_one_good_agreement_is_enough (void)
{
  BaryPassportInput input = complete ();
  const char *members[] = { "a", "b" };
  const BaryPassportParty parties[] = { { "p", 1, "a", "host" }, { "q", 0, "a", NULL }, { "r", 2, "a", "host" } };
  g_autoptr (GArray) gaps = NULL;

  input.members = members;
  input.n_members = 2;
  input.parties = parties;
  input.n_parties = 3;
  gaps = bary_passport_check (&input);
  g_assert_cmpuint (gaps->len, ==, 1);
  g_assert_cmpstr (g_array_index (gaps, BaryPassportGap, 0).record, ==, "b");
  g_assert_cmpuint (bary_passport_count_unmet (gaps), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/passport/nothing", test_nothing);
  g_test_add_func ("/passport/blank", test_blank_is_missing);
  g_test_add_func ("/passport/legal-basis", test_legal_basis);
  g_test_add_func ("/passport/one-good-agreement", test_one_good_agreement_is_enough);
  return g_test_run ();
}
