#include "bary-contest-guard.h"
#include "bary-test-fault.h"
#include "bary-test-store.h"

/* What a package is told of a sheet and of an application, while each piece of memory that the database asks for is missing
 * once, in turn: the word is the right one, or there is none and an error. */

typedef struct {
  Fixture     base;
  BaryRecord *contest, *school, *application, *expert;
} Panel;

typedef struct {
  const char       *name;
  const char       *kind; /* of the package */
  BaryRecord       *(*make) (Panel *self);
  BaryGuardVerdict  verdict;
  const char       *number; /* (nullable): of an application, afterwards */
} Question;

static const char *
get_id (BaryRecord *record)
{
  return bary_record_get_id (record);
}

#define ADD(kind, ...) test_add (self->base.store, BARY_KIND_##kind, __VA_ARGS__, NULL)

static void
set_up (Panel         *self,
        gconstpointer  data)
{
  g_autoptr (BaryRecord) person = NULL;
  g_autoptr (BaryRecord) seat = NULL;
  g_autoptr (BaryRecord) sheet = NULL;

  fixture_set_up (&self->base, data);
  self->contest = ADD (CONTEST, "name", "Contest", "school_year", "2026", "state", "content");
  self->school = test_add_school (self->base.store, "School");
  person = ADD (PERSON, "name", "Expert");
  self->application = ADD (APPLICATION, "contest", get_id (self->contest), "organisation", get_id (self->school), "name", "Topic",
                           "state", "admitted", "number", "6");
  self->expert = ADD (CONTEST_EXPERT, "contest", get_id (self->contest), "person", get_id (person));
  seat = ADD (EXPERT_ASSIGNMENT, "expert", get_id (self->expert), "application", get_id (self->application), "mode", "by_hand");
  sheet = ADD (SCORE_SHEET, "expert", get_id (self->expert), "application", get_id (self->application), "revision", "2",
               "state", "submitted", "submitted_on", "2026-09-20");
}

static void
tear_down (Panel         *self,
           gconstpointer  data)
{
  g_object_unref (self->contest);
  g_object_unref (self->school);
  g_object_unref (self->application);
  g_object_unref (self->expert);
  fixture_tear_down (&self->base, data);
}

static BaryRecord *
make_sheet (Panel      *self,
            const char *revision)
{
  BaryRecord *sheet = bary_record_new (BARY_KIND_SCORE_SHEET, NULL);

  bary_record_set_all (sheet, "expert", get_id (self->expert), "application", get_id (self->application), "revision", revision, "state", "submitted",
                       "submitted_on", "2026-09-28", NULL);
  return sheet;
}

static BaryRecord *
make_older (Panel *self)
{
  return make_sheet (self, "1");
}

static BaryRecord *
make_newer (Panel *self)
{
  return make_sheet (self, "3");
}

static BaryRecord *
make_application (Panel *self)
{
  BaryRecord *application = bary_record_new (BARY_KIND_APPLICATION, NULL);

  bary_record_set_all (application, "contest", get_id (self->contest), "organisation", get_id (self->school), "name", "Another", "state", "submitted",
                       "submitted_on", "2026-09-28", NULL);
  return application;
}

static const Question questions[] = {
  { "older-sheet", "scores", make_older, BARY_GUARD_PASS_OVER, NULL },
  { "newer-sheet", "scores", make_newer, BARY_GUARD_TAKE, NULL },
  { "application", "application", make_application, BARY_GUARD_TAKE, "7" },
};

/* Returns: how many pieces of memory were asked for, up to the one that was missing. */
static int
ask_at (Panel          *self,
        const Question *question,
        int             point,
        guint          *n_failed)
{
  g_auto (BaryImportReport) report = { 0 };
  g_autoptr (BaryRecord) record = question->make (self);
  g_autoptr (BaryContestGuard) guard = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = NULL;
  BaryGuardVerdict verdict;
  int n_points;

  fixture_reopen (&self->base);
  guard = bary_contest_guard_new (self->base.store, bary_package_kind_find (question->kind), get_id (self->expert), "2026-10-01", &report);
  test_fault_arm (TEST_FAULT_MEMORY, point);
  verdict = bary_contest_guard_look (guard, record, NULL, 1, &reason, &error);
  n_points = test_fault_disarm ();

  g_assert_true ((verdict == BARY_GUARD_FAIL) == (error != NULL));
  if (error == NULL)
    {
      g_assert_cmpint (verdict, ==, question->verdict);
      if (question->number != NULL)
        g_assert_cmpstr (bary_record_get_text (record, "number"), ==, question->number);
      return n_points;
    }
  g_assert_cmpint (point, <, n_points);
  g_assert_true (error->domain == BARY_STORE_ERROR);
  g_assert_null (reason);
  (*n_failed)++;
  return n_points;
}

static void
test_points (Panel         *self,
             gconstpointer  data)
{
  const Question *question = data;
  guint n_failed = 0;
  int n_points = ask_at (self, question, G_MAXINT, &n_failed);

  g_assert_cmpuint (n_failed, ==, 0);
  for (int point = 0; point < n_points; point++)
    ask_at (self, question, point, &n_failed);
  g_test_message ("%u of %d points failed", n_failed, n_points);
  g_assert_cmpuint (n_failed, >, 5);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_fault_install ();
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autofree char *name = g_strconcat ("/contest-guard/", questions[i].name, NULL);

      g_test_add (name, Panel, &questions[i], set_up, test_points, tear_down);
    }
  return g_test_run ();
}
