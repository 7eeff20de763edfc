#include "bary-test-store.h"

#include "bary-panel-third.h"

#include <sqlite3.h>

/* One application, whose two sheets are three points apart where two are the most, and an expert who is free. */
typedef struct {
  Fixture     base;
  BaryRecord *contest;
  BaryStore  *other;    /* of another window */
  gboolean    taken_back;
} Third;

static void
hand_in (Third      *self,
         BaryRecord *application,
         BaryRecord *criterion,
         BaryRecord *expert,
         const char *mark)
{
  g_autoptr (BaryRecord) sheet = bary_record_new (BARY_KIND_SCORE_SHEET, NULL);
  g_autoptr (BaryRecord) given = bary_record_new (BARY_KIND_EXPERT_MARK, NULL);
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (GError) error = NULL;

  bary_record_set_all (sheet, "expert", bary_record_get_id (expert), "application", bary_record_get_id (application), "revision", "1",
                       "state", "submitted", "submitted_on", "2026-11-20", "submitted_time", "12:00", NULL);
  bary_record_set_all (given, "sheet", bary_record_get_id (sheet), "criterion", bary_record_get_id (criterion), "value", mark, NULL);
  bary_changes_add (changes, sheet);
  bary_changes_add (changes, given);
  g_assert_true (bary_store_commit (self->base.store, "Hand in", NULL, changes, &error));
}

static BaryRecord *
add_expert (BaryStore  *store,
            BaryRecord *contest,
            const char *name)
{
  g_autoptr (BaryRecord) person = test_add (store, BARY_KIND_PERSON, "name", name, NULL);

  return test_add (store, BARY_KIND_CONTEST_EXPERT, "contest", bary_record_get_id (contest), "person", bary_record_get_id (person), NULL);
}

static void
set_up (Third         *self,
        gconstpointer  data)
{
  static const char *const names[] = { "Aspen", "Larch", "Willow" }, *const marks[] = { NULL, "0", "3" };
  g_autoptr (BaryRecord) school = NULL, criterion = NULL, application = NULL;
  g_autoptr (GError) error = NULL;
  const char *id;
  BaryStore *store;

  fixture_set_up (&self->base, data);
  store = self->base.store;
  self->contest = test_add (store, BARY_KIND_CONTEST, "name", "Contest", "school_year", "2026", "state", "content", "experts", "2",
                            "divergence", "points", "divergence_limit", "2", "third", "mean", NULL);
  id = bary_record_get_id (self->contest);
  school = test_add_school (store, "School");
  criterion = test_add (store, BARY_KIND_CONTEST_CRITERION, "contest", id, "ordinal", "1", "name", "Topic", "weight", "1", "least", "0",
                        "most", "3", NULL);
  application = test_add (store, BARY_KIND_APPLICATION, "contest", id, "organisation", bary_record_get_id (school), "name", "Topic",
                          "state", "admitted", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (BaryRecord) expert = add_expert (store, self->contest, names[i]);

      if (marks[i] != NULL)
        {
          g_autoptr (BaryRecord) seat = test_add (store, BARY_KIND_EXPERT_ASSIGNMENT, "expert", bary_record_get_id (expert), "application",
                                                  bary_record_get_id (application), "mode", "by_hand", NULL);

          hand_in (self, application, criterion, expert, marks[i]);
        }
    }
  /* The last action is the sheet that parts them. */
  self->other = bary_store_open (self->base.path, BARY_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Third         *self,
           gconstpointer  data)
{
  g_object_unref (self->contest);
  g_object_unref (self->other);
  fixture_tear_down (&self->base, data);
}

/* Returns: how many were assigned */
static guint
assign (Third *self)
{
  g_autoptr (GError) error = NULL;
  guint n = G_MAXUINT;

  g_assert_true (bary_panel_assign_third (self->base.store, bary_record_get_id (self->contest), &n, &error));
  g_assert_no_error (error);
  return n;
}

static void
test_assigned_once (Third         *self,
                    gconstpointer  data)
{
  g_assert_cmpuint (assign (self), ==, 1);
  g_assert_cmpint (test_count (self->other, BARY_KIND_EXPERT_ASSIGNMENT), ==, 3);
  g_assert_cmpuint (assign (self), ==, 0);
  test_assert_sound (self->base.store);
}

/* The moment before it would be written: all was read, and nothing is locked yet. */
static int
take_back_cb (unsigned  type,
              void     *data,
              void     *statement,
              void     *sql)
{
  Third *self = data;
  g_autoptr (GError) error = NULL;

  if (!self->taken_back && g_str_equal (sql, "BEGIN IMMEDIATE"))
    {
      self->taken_back = TRUE;
      g_assert_true (bary_store_undo (self->other, &error));
      g_assert_no_error (error);
    }
  return 0;
}

static void
test_taken_back_meanwhile (Third         *self,
                           gconstpointer  data)
{
  sqlite3 *handle = bary_database_get_handle (bary_store_get_database (self->base.store));

  sqlite3_trace_v2 (handle, SQLITE_TRACE_STMT, take_back_cb, self);
  g_assert_cmpuint (assign (self), ==, 0);
  sqlite3_trace_v2 (handle, 0, NULL, NULL);
  g_assert_true (self->taken_back);
  g_assert_cmpint (test_count (self->other, BARY_KIND_EXPERT_ASSIGNMENT), ==, 2);
  test_assert_sound (self->base.store);
}

static void
test_outdated (Third         *self,
               gconstpointer  data)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (GError) error = NULL;
  gint64 before, last;

  g_assert_true (bary_store_get_last (self->base.store, &before, &error));
  g_assert_true (test_set (self->other, self->contest, "name", "Another", &error));
  bary_changes_set (changes, self->contest, "name", "Third");
  g_assert_false (bary_store_commit_after (self->base.store, before, "Name", NULL, changes, &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_OUTDATED);
  g_clear_error (&error);
  g_assert_true (bary_store_get_last (self->base.store, &last, &error));
  g_assert_cmpint (last, ==, before + 1);
  g_assert_true (bary_store_commit_after (self->base.store, last, "Name", NULL, changes, &error));
  g_assert_no_error (error);
}

#define ADD(path, function) g_test_add (path, Third, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/third/assigned-once", test_assigned_once);
  ADD ("/third/taken-back-meanwhile", test_taken_back_meanwhile);
  ADD ("/third/outdated", test_outdated);
  return g_test_run ();
}
