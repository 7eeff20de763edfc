#include "bary-directory.h"

#include <stdio.h>

/* One keystroke of the search field against one bare FTS5 query: the same expression, order and limit. */

#define LIMIT 50
#define REPETITIONS 15
#define BARE "SELECT rowid FROM search WHERE search MATCH ? AND rank MATCH 'bm25(10.0, 1.0)' ORDER BY rank LIMIT ?"

/* as somebody types them */
static const char *const words[] = {
  "к", "кр", "кра", "крас", "красно", "ш", "шк", "шко", "школ", "шушенское", "3", "35", "352", "озерск", "ел", "гимназия 12",
  "березк", "дир", "методист", "детский сад 5", "луга школьная", "сокол 100",
};

static double
run_bare (sqlite3    *handle,
          const char *word)
{
  g_autofree char *expression = bary_search_compose (word);
  sqlite3_stmt *statement = NULL;
  gint64 start = g_get_monotonic_time ();

  g_assert_cmpint (sqlite3_prepare_v2 (handle, BARE, -1, &statement, NULL), ==, SQLITE_OK);
  sqlite3_bind_text (statement, 1, expression, -1, SQLITE_STATIC);
  sqlite3_bind_int (statement, 2, LIMIT);
  while (sqlite3_step (statement) == SQLITE_ROW)
    sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return g_get_monotonic_time () - start;
}

static double
run_ours (BaryStore  *store,
          const char *word)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  GPtrArray *hits = bary_store_search (store, word, LIMIT, &error);
  double took;

  g_assert_no_error (error);
  g_ptr_array_unref (hits);
  took = g_get_monotonic_time () - start;
  return took;
}

int
main (void)
{
  g_autofree char *folder = NULL;
  g_autoptr (BaryStore) store = directory_make (&folder);
  sqlite3 *handle = bary_database_get_handle (bary_store_get_database (store));
  double ratios[G_N_ELEMENTS (words)];

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      double ours[REPETITIONS], bare[REPETITIONS];

      for (guint j = 0; j < REPETITIONS; j++)
        {
          bare[j] = run_bare (handle, words[i]);
          ours[j] = run_ours (store, words[i]);
        }
      ratios[i] = median (ours, REPETITIONS) / median (bare, REPETITIONS);
      printf ("# %s: %.2f ms, bare %.2f ms\n", words[i], ours[REPETITIONS / 2] / 1000, bare[REPETITIONS / 2] / 1000);
    }

  printf ("search: %.2f\n", median (ratios, G_N_ELEMENTS (words)));
  g_clear_object (&store);
  directory_remove (folder);
  return 0;
}
