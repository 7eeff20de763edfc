#include "bary-test-store.h"

#include "bary-backup.h"
#include "bary-salvage.h"

#include <glib/gstdio.h>
#include <string.h>

/* Damaged files: what can be read of them, over a backup. */

#define ROUNDS 40
#define ROUNDS_LONG 2000

typedef struct {
  char *whole;  /* everything there was, as test_dump says it */
  char *older;  /* what the backup says */
  char *backup;
} Past;

static void
past_clear (Past *past)
{
  g_free (past->whole);
  g_free (past->older);
  g_free (past->backup);
}

/* A history, a backup, and a history after that; then the file lies there alone. */
static void
live (Fixture *fixture,
      Past    *past)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryRecord) school = NULL;

  past->backup = fixture_name (fixture, "backup.db");
  test_fill_richly (fixture->store);
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *name = g_strdup_printf ("Школа № %u", i);
      g_autoptr (BaryRecord) more = test_add_school (fixture->store, name);
    }
  past->older = test_dump (fixture->store);
  g_assert_true (bary_backup_write (fixture->path, past->backup, NULL, &error));
  school = test_add_school (fixture->store, "Школа после копии");
  g_assert_true (test_set (fixture->store, school, "phone", "730-01-02", &error));
  g_assert_no_error (error);
  past->whole = test_dump (fixture->store);
  g_clear_object (&fixture->store);
}

/* Returns: (transfer full): what was salvaged, a store. @base: (nullable): a backup */
static BaryStore *
salvage (Fixture     *fixture,
         const char  *damaged,
         const char  *base,
         BarySalvage *salvage)
{
  g_autofree char *path = fixture_name (fixture, "salvaged.db");
  g_autoptr (GError) error = NULL;
  BaryStore *store;

  g_unlink (path);
  if (base != NULL)
    test_copy_file (base, path);
  store = bary_store_open (path, base != NULL ? BARY_DATABASE_READ_WRITE : BARY_DATABASE_CREATE, &error);
  g_assert_no_error (error);
  if (!bary_salvage_into (store, damaged, salvage, NULL, &error))
    g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_DAMAGED);
  return store;
}

static void
test_sound_file (Fixture       *fixture,
                 gconstpointer  with_backup)
{
  g_auto (BarySalvage) found = { 0 };
  Past past = { NULL };
  g_autoptr (BaryStore) store = NULL;
  g_autofree char *dump = NULL;

  live (fixture, &past);
  store = salvage (fixture, fixture->path, with_backup ? past.backup : NULL, &found);
  dump = test_dump (store);
  g_assert_cmpstr (dump, ==, past.whole);
  g_assert_cmpuint (found.missing->len, ==, 0);
  g_assert_cmpuint (found.logged + found.kept + found.cleared, ==, 0);
  test_assert_sound (store);
  past_clear (&past);
}

/* Returns: (transfer full): what was done to a record, by whom and when, a line for each value */
static char *
trace (BaryStore  *store,
       BaryKind    kind,
       const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) traces = bary_history_trace (bary_store_get_database (store), kind, id, &error);
  GString *lines = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < traces->len; i++)
    {
      const BaryTrace *it = traces->pdata[i];
      g_autofree char *words = bary_action_to_words (it->action);

      g_string_append_printf (lines, "%" G_GINT64_FORMAT " %s %s: %s %s -> %s\n", it->action->stamp, it->action->author, words,
                              it->field != NULL ? it->field->name : "whole", it->was, it->became);
    }
  return g_string_free (lines, FALSE);
}

/* What was done after the backup stays in the history: each value that stood, who wrote it, and when. */
static void
test_history (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const phones[] = { "730-01-01", "730-01-02", "730-01-03" };
  g_auto (BarySalvage) found = { 0 };
  Past past = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryRecord) school = NULL;
  g_autoptr (BaryStore) store = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  live (fixture, &past);
  fixture_reopen (fixture);
  school = test_add_school (fixture->store, "Лицей");
  for (guint i = 0; i < G_N_ELEMENTS (phones); i++)
    g_assert_true (test_set (fixture->store, school, "phone", phones[i], &error));
  g_assert_true (bary_store_undo (fixture->store, &error));
  before = trace (fixture->store, BARY_KIND_ORGANISATION, bary_record_get_id (school));
  g_clear_object (&fixture->store);

  store = salvage (fixture, fixture->path, past.backup, &found);
  after = trace (store, BARY_KIND_ORGANISATION, bary_record_get_id (school));
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (found.repeated, ==, 2 + 1 + G_N_ELEMENTS (phones) + 1);
  test_assert_sound (store);
  past_clear (&past);
}

/* Returns: how many of the lines there was are not there. */
static guint
count_lost (const char *dump,
            const char *was)
{
  g_auto (GStrv) lines = g_strsplit (was, "\n", -1);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    n += strstr (dump, lines[i]) == NULL;
  return n;
}

static void
damage (const char *from,
        const char *to,
        guint       n_pages)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &contents, &length, NULL));
  for (guint i = 0; i < n_pages; i++)
    {
      gsize page = g_test_rand_int_range (1, length / 4096);

      for (guint k = 0; k < 4096; k += 16)
        contents[page * 4096 + k] = (char) g_test_rand_int ();
    }
  g_assert_true (g_file_set_contents (to, contents, length, NULL));
}

/* Whatever pages are damaged: the outcome is sound, has all that the backup had, and what is not there is told. */
static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  guint rounds = g_getenv ("BARYCENTER_LONG") != NULL ? ROUNDS_LONG : ROUNDS;
  g_autofree char *damaged = fixture_name (fixture, "damaged.db");
  Past past = { NULL };
  guint n_whole = 0;

  live (fixture, &past);
  for (guint i = 0; i < rounds; i++)
    {
      g_auto (BarySalvage) found = { 0 };
      g_autoptr (BaryStore) store = NULL;
      g_autofree char *dump = NULL;
      guint lost;

      damage (fixture->path, damaged, 1 + i % 3);
      store = salvage (fixture, damaged, past.backup, &found);
      dump = test_dump (store);
      lost = count_lost (dump, past.whole);
      g_assert_cmpuint (lost, <=, 5 + found.cleared); /* what came after the backup */
      n_whole += lost == 0;
      test_assert_sound (store);
    }
  g_test_message ("%u of %u files were salvaged whole", n_whole, rounds);
  g_assert_cmpuint (n_whole, >, rounds / 2);
  past_clear (&past);
}

/* Without a backup the history alone puts records together. */
static void
test_from_the_log (Fixture       *fixture,
                   gconstpointer  data)
{
  g_auto (BarySalvage) found = { 0 };
  Past past = { NULL };
  g_autoptr (BaryStore) store = NULL;
  g_autofree char *dump = NULL;
  sqlite3 *handle = NULL;

  live (fixture, &past);
  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "DROP TABLE organisation; DROP TABLE person", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);

  store = salvage (fixture, fixture->path, NULL, &found);
  dump = test_dump (store);
  g_assert_cmpstr (dump, ==, past.whole);
  g_assert_cmpuint (found.logged, >, 30);
  g_assert_cmpuint (found.missing->len, ==, 0);
  past_clear (&past);
}

/* What the file only knows the name of is listed. */
static void
test_missing (Fixture       *fixture,
              gconstpointer  data)
{
  g_auto (BarySalvage) found = { 0 };
  Past past = { NULL };
  g_autoptr (BaryStore) store = NULL;
  sqlite3 *handle = NULL;
  gboolean told = FALSE;

  live (fixture, &past);
  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "DROP TABLE organisation; DROP TABLE change", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);

  store = salvage (fixture, fixture->path, past.backup, &found);
  for (guint i = 0; i < found.missing->len; i++)
    told = told || strstr (found.missing->pdata[i], "Школа после копии") != NULL;
  g_assert_true (told);
  g_assert_cmpuint (found.missing->len, ==, 1);
  g_assert_cmpuint (found.kept, >=, 30);
  test_assert_sound (store);
  past_clear (&past);
}

static void
test_nothing_left (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *damaged = fixture_name (fixture, "damaged.db");
  g_auto (BarySalvage) found = { 0 };
  g_autoptr (BaryStore) store = NULL;
  g_autofree char *dump = NULL;
  Past past = { NULL };

  live (fixture, &past);
  g_assert_true (g_file_set_contents (damaged, "не база", -1, NULL));
  store = salvage (fixture, damaged, past.backup, &found);
  dump = test_dump (store);
  g_assert_cmpstr (dump, ==, past.older);
  past_clear (&past);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/salvage/sound/alone", Fixture, GINT_TO_POINTER (FALSE), fixture_set_up, test_sound_file, fixture_tear_down);
  g_test_add ("/salvage/sound/over-a-backup", Fixture, GINT_TO_POINTER (TRUE), fixture_set_up, test_sound_file, fixture_tear_down);
  g_test_add ("/salvage/history", Fixture, NULL, fixture_set_up, test_history, fixture_tear_down);
  g_test_add ("/salvage/damaged", Fixture, NULL, fixture_set_up, test_damaged, fixture_tear_down);
  g_test_add ("/salvage/from-the-log", Fixture, NULL, fixture_set_up, test_from_the_log, fixture_tear_down);
  g_test_add ("/salvage/missing", Fixture, NULL, fixture_set_up, test_missing, fixture_tear_down);
  g_test_add ("/salvage/nothing-left", Fixture, NULL, fixture_set_up, test_nothing_left, fixture_tear_down);

  return g_test_run ();
}
