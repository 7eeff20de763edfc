#include "bary-composition.h"

#define EARLIER "2024-09-01"
#define LATER "2025-09-01"

typedef struct {
  BaryCompositionEntry entries[3];
  guint                n_entries;
  BaryPresence         presence; /* of the first place */
  guint                n_places, entry, n_earlier, n_joined, n_left, n_moved;
} Row;

static const Row rows[] = {
  { { { "a", "g" } }, 1, BARY_PRESENCE_STAYS, 1, 0, 1, 0, 0, 0 },
  { { { "a", "g", "2024-09-01", "2025-09-01" } }, 1, BARY_PRESENCE_STAYS, 1, 0, 1, 0, 0, 0 },
  { { { "a", "g", "2024-09-02", NULL } }, 1, BARY_PRESENCE_JOINED, 1, 0, 0, 1, 0, 0 },
  { { { "a", "g", NULL, "2025-08-31" } }, 1, BARY_PRESENCE_LEFT, 1, 0, 1, 0, 1, 0 },
  { { { "a", "g", "2024-09-02", "2025-08-31" } }, 1, BARY_PRESENCE_ABSENT, 1, 0, 0, 0, 0, 0 },
  { { { "a", "g", NULL, "2025-01-31" }, { "a", "h", "2025-02-01", NULL } }, 2, BARY_PRESENCE_MOVED_OUT, 2, 0, 1, 0, 0, 1 },
  { { { "a", "h", "2025-02-01", NULL }, { "a", "g", NULL, "2025-01-31" } }, 2, BARY_PRESENCE_MOVED_IN, 2, 0, 1, 0, 0, 1 },
  { { { "a", "g", NULL, "2025-01-31" }, { "a", "g", "2025-03-01", NULL } }, 2, BARY_PRESENCE_STAYS, 1, 0, 1, 0, 0, 0 },
  { { { "a", "g", NULL, "2020-01-31" }, { "a", "g", "2021-03-01", NULL } }, 2, BARY_PRESENCE_STAYS, 1, 1, 1, 0, 0, 0 },
  { { { "a", "g", NULL, "2024-12-31" }, { "b", "g", "2025-01-01", NULL } }, 2, BARY_PRESENCE_LEFT, 2, 0, 1, 1, 1, 0 },
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Row *row = &rows[i];
      g_autoptr (BaryComposition) it = bary_composition_compare (row->entries, row->n_entries, EARLIER, LATER);

      g_test_message ("row %u", i);
      g_assert_cmpuint (it->places->len, ==, row->n_places);
      g_assert_cmpint (g_array_index (it->places, BaryPlace, 0).presence, ==, row->presence);
      g_assert_cmpuint (g_array_index (it->places, BaryPlace, 0).entry, ==, row->entry);
      g_assert_cmpuint (it->n_earlier, ==, row->n_earlier);
      g_assert_cmpuint (it->n_joined, ==, row->n_joined);
      g_assert_cmpuint (it->n_left, ==, row->n_left);
      g_assert_cmpuint (it->n_moved, ==, row->n_moved);
    }
}

static void
test_empty (void)
{
  g_autoptr (BaryComposition) it = bary_composition_compare (NULL, 0, EARLIER, LATER);

  g_assert_cmpuint (it->places->len, ==, 0);
  g_assert_cmpuint (it->n_earlier + it->n_joined + it->n_left + it->n_moved, ==, 0);
}

/* The same day twice: nobody joined, left or moved. */
static void
test_same_day (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (BaryComposition) it = bary_composition_compare (rows[i].entries, rows[i].n_entries, LATER, LATER);

      g_assert_cmpuint (it->n_joined + it->n_left + it->n_moved, ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/composition/table", test_table);
  g_test_add_func ("/composition/empty", test_empty);
  g_test_add_func ("/composition/same-day", test_same_day);
  return g_test_run ();
}
