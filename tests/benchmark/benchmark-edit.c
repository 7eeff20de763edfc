#include "bary-directory.h"

#include "bary-store-private.h"

#include <stdio.h>

/* One edit through the store (record, history, undo, everybody told) against one bare transaction with the same UPDATE, in
 * turn, over the same connection: two would make each other read all pages anew. A new name also changes the search. */

#define REPETITIONS 400
#define BARE "UPDATE organisation SET note = ?1 WHERE id = ?2"

static void
run (sqlite3    *handle,
     const char *sql)
{
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

static double
run_bare (sqlite3      *handle,
          sqlite3_stmt *statement,
          const char   *id,
          const char   *note)
{
  gint64 start = g_get_monotonic_time ();

  run (handle, "BEGIN IMMEDIATE");
  sqlite3_bind_text (statement, 1, note, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, id, -1, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_reset (statement);
  run (handle, "COMMIT");
  return g_get_monotonic_time () - start;
}

static double
run_ours (BaryStore  *store,
          BaryRecord *record,
          const char *field,
          const char *value)
{
  g_autoptr (BaryChanges) changes = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  changes = bary_changes_new ();
  bary_changes_set (changes, record, field, value);
  bary_store_commit (store, "Change %s", bary_record_get_name (record), changes, &error);
  g_assert_no_error (error);
  return g_get_monotonic_time () - start;
}

int
main (void)
{
  g_autofree char *folder = NULL;
  g_autoptr (BaryStore) store = directory_make (&folder);
  sqlite3 *handle = bary_database_get_handle (bary_store_get_database (store));
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_ORGANISATION);
  g_autoptr (GPtrArray) ids = bary_store_select_ids (store, query, NULL);
  static double ours[REPETITIONS], renaming[REPETITIONS], bare[REPETITIONS];
  sqlite3_stmt *statement = NULL;
  double floor;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, BARE, -1, &statement, NULL), ==, SQLITE_OK);
  for (guint i = 0; i < REPETITIONS; i++)
    {
      const char *id = ids->pdata[(i * 7919) % ids->len];
      g_autoptr (BaryRecord) record = bary_store_get (store, BARY_KIND_ORGANISATION, ids->pdata[(i * 104729 + 1) % ids->len], NULL);
      g_autofree char *note = g_strdup_printf ("Заметка %u", i);
      g_autofree char *name = g_strdup_printf ("ГБОУ лицей № %u", i);

      bare[i] = run_bare (handle, statement, id, note);
      ours[i] = run_ours (store, record, "note", note);
      renaming[i] = run_ours (store, record, "name", name);
    }
  sqlite3_finalize (statement);

  floor = median (bare, REPETITIONS);
  printf ("# bare %.0f µs, an edit %.0f µs, a new name %.0f µs\n", floor, median (ours, REPETITIONS), median (renaming, REPETITIONS));
  printf ("edit: %.2f\n", median (ours, REPETITIONS) / floor);
  printf ("edit-of-a-name: %.2f\n", median (renaming, REPETITIONS) / floor);
  g_clear_object (&store);
  directory_remove (folder);
  return 0;
}
