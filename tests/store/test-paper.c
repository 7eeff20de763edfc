#include "bary-test-store.h"

#include "bary-store-panel.h"
#include "bary-store-paper.h"

/* One application, one expert, two criteria from 0 to 3, of which the first goes in whole steps and the second wants
 * a comment below 1; two who type. */
typedef struct {
  Fixture  base;
  char    *contest, *first, *second;
} Paper;

static char *
add (BaryStore *store,
     BaryKind   kind,
     const char *const *values)
{
  g_autoptr (BaryRecord) record = bary_record_new (kind, NULL);
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; values[i] != NULL; i += 2)
    bary_record_set_all (record, values[i], values[i + 1], NULL);
  bary_changes_add (changes, record);
  g_assert_true (bary_store_commit (store, "Add", NULL, changes, &error));
  return g_strdup (bary_record_get_id (record));
}

#define ADD(kind, ...) add (store, BARY_KIND_ ## kind, (const char *const[]) { __VA_ARGS__, NULL })

static void
set_up (Paper         *self,
        gconstpointer  data)
{
  BaryStore *store;
  g_autofree char *school = NULL, *person = NULL, *application = NULL, *expert = NULL, *one = NULL, *other = NULL, *seat = NULL;

  fixture_set_up (&self->base, data);
  store = self->base.store;
  self->contest = ADD (CONTEST, "name", "Contest", "school_year", "2026", "state", "content", "experts", "1");
  one = ADD (CONTEST_CRITERION, "contest", self->contest, "ordinal", "1", "name", "Topic", "weight", "1", "least", "0", "most", "3",
             "step", "1");
  other = ADD (CONTEST_CRITERION, "contest", self->contest, "ordinal", "2", "name", "Means", "weight", "1", "least", "0", "most", "3",
               "comment_below", "1");
  school = ADD (ORGANISATION, "name", "School", "kind", "school");
  person = ADD (PERSON, "name", "Expert");
  self->first = ADD (PERSON, "name", "First");
  self->second = ADD (PERSON, "name", "Second");
  application = ADD (APPLICATION, "contest", self->contest, "organisation", school, "name", "Topic", "state", "admitted");
  expert = ADD (CONTEST_EXPERT, "contest", self->contest, "person", person);
  seat = ADD (EXPERT_ASSIGNMENT, "expert", expert, "application", application, "mode", "by_hand");
}

static void
tear_down (Paper         *self,
           gconstpointer  data)
{
  g_free (self->contest);
  g_free (self->first);
  g_free (self->second);
  fixture_tear_down (&self->base, data);
}

static BaryPanel *
read_panel (Paper *self)
{
  g_autoptr (GError) error = NULL;
  BaryPanel *panel = bary_store_read_panel (self->base.store, self->contest, &error);

  g_assert_no_error (error);
  return panel;
}

/* Returns: whether it was taken */
static gboolean
type (Paper      *self,
      const char *person,
      char       *topic,
      char       *means,
      char       *comment)
{
  g_autoptr (BaryPanel) panel = read_panel (self);
  const BaryTypedMark marks[] = { { topic, NULL }, { means, comment } };
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryChanges) changes = bary_paper_compose (self->base.store, panel, 0, 0, person, "2026-11-20", "09:40", marks, &error);

  if (changes == NULL)
    {
      g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_REFUSED);
      return FALSE;
    }
  g_assert_true (bary_store_commit (self->base.store, "Type", NULL, changes, &error));
  return TRUE;
}

/* Returns: (transfer full): "submitted 3 1/first+second; draft 2 1" */
static char *
describe (Paper *self)
{
  g_autoptr (BaryPanel) panel = read_panel (self);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < panel->sheets->len; i++)
    {
      static const char *const states[] = { "draft", "submitted", "void" };
      const BaryPanelSheet *sheet = bary_panel_sheet (panel, i);
      g_autofree char *one = bary_fraction_to_string (&bary_panel_get_marks (panel, i)[0].value);
      g_autofree char *other = bary_fraction_to_string (&bary_panel_get_marks (panel, i)[1].value);

      g_string_append_printf (text, "%s%s %s %s", i > 0 ? "; " : "", states[sheet->state], one, other);
    }
  return g_string_free (text, FALSE);
}

static void
assert_sheets (Paper      *self,
               const char *expected)
{
  g_autofree char *text = describe (self);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_moment (Paper      *self,
               const char *expected)
{
  g_autoptr (BaryPanel) panel = read_panel (self);

  g_assert_cmpstr (bary_panel_sheet (panel, 0)->submitted, ==, expected);
}

static void
test_agree (Paper         *self,
            gconstpointer  data)
{
  g_assert_false (type (self, NULL, "3", "1", NULL));
  g_assert_false (type (self, self->first, "3", NULL, NULL));
  g_assert_false (type (self, self->first, "3", "4", NULL));
  g_assert_false (type (self, self->first, "2.5", "1", NULL));
  g_assert_false (type (self, self->first, "3", "0", NULL));
  assert_sheets (self, "");
  g_assert_true (type (self, self->first, "3", "0", "why"));
  assert_sheets (self, "draft 3 0");
  g_assert_false (type (self, self->first, "3", "0", "why"));
  g_assert_true (type (self, self->second, "3.0", "0", "why"));
  assert_sheets (self, "submitted 3 0");
  assert_moment (self, "2026-11-20 09:40");
  g_assert_false (type (self, self->second, "3", "0", "why"));
  test_assert_sound (self->base.store);
}

static void
test_differ (Paper         *self,
             gconstpointer  data)
{
  const gboolean seconds[] = { TRUE, FALSE };
  g_autoptr (BaryChanges) changes = NULL;
  g_autoptr (BaryPanel) panel = NULL;
  g_autoptr (GError) error = NULL;
  BaryPaper paper;

  g_assert_true (type (self, self->first, "3", "1", NULL));
  g_assert_true (type (self, self->second, "2", "2", NULL));
  assert_sheets (self, "draft 3 1; draft 2 2");
  g_assert_false (type (self, self->second, "2", "2", NULL));
  panel = read_panel (self);
  bary_paper_find (panel, 0, 0, &paper);
  g_assert_cmpuint (paper.n_different, ==, 2);
  changes = bary_paper_settle (self->base.store, panel, 0, 0, seconds, &error);
  g_assert_no_error (error);
  g_assert_true (bary_store_commit (self->base.store, "Settle", NULL, changes, &error));
  assert_sheets (self, "submitted 2 1; void 2 2");
  g_assert_true (bary_store_undo (self->base.store, &error));
  assert_sheets (self, "draft 3 1; draft 2 2");
  test_assert_sound (self->base.store);
}

/* A package may name a mark before the sheet that it is on. */
static gboolean
hand_in_backwards (Paper      *self,
                   const char *value)
{
  g_autoptr (BaryPanel) panel = read_panel (self);
  g_autoptr (BaryRecord) sheet = bary_record_new (BARY_KIND_SCORE_SHEET, NULL);
  g_autoptr (BaryRecord) mark = bary_record_new (BARY_KIND_EXPERT_MARK, NULL);
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (GError) error = NULL;

  bary_record_set_all (sheet, "expert", bary_panel_expert (panel, 0)->id, "application", bary_panel_application (panel, 0)->id,
                       "revision", "1", "state", "submitted", "submitted_on", "2026-11-20", NULL);
  bary_record_set_all (mark, "sheet", bary_record_get_id (sheet), "criterion", bary_panel_criterion (panel, 0)->id, "value", value, NULL);
  bary_changes_add (changes, mark);
  bary_changes_add (changes, sheet);
  if (bary_store_commit (self->base.store, "Hand in", NULL, changes, &error))
    return TRUE;
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "lies between two of its scale"));
  return FALSE;
}

static void
test_backwards (Paper         *self,
                gconstpointer  data)
{
  g_assert_false (hand_in_backwards (self, "2.5"));
  assert_sheets (self, "");
  g_assert_true (hand_in_backwards (self, "2"));
  test_assert_sound (self->base.store);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/paper/agree", Paper, NULL, set_up, test_agree, tear_down);
  g_test_add ("/paper/differ", Paper, NULL, set_up, test_differ, tear_down);
  g_test_add ("/paper/backwards", Paper, NULL, set_up, test_backwards, tear_down);
  return g_test_run ();
}
