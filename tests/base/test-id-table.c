#include "bary-id-table.h"

#include <malloc.h>
#include <signal.h>
#include <sys/resource.h>

#define N_IDS 200000
#define MOST_BYTES (6 * 1024 * 1024)
#define SMALL_FILE (1024 * 1024) /* room for some of them */

/* Ids of one millisecond and ids without order, as packages have them. */
static const char *
write_id (char  *id,
          guint  i)
{
  guint bits = i * 2654435761u;

  if (i % 2 == 0)
    g_snprintf (id, 37, "01a206f0-0000-7000-8000-%012x", i);
  else
    g_snprintf (id, 37, "%08x-%04x-4%03x-8%03x-%012x", bits, bits >> 16, bits & 0xfff, bits >> 20, i);
  return id;
}

static guint
add (BaryIdTable *table,
     guint        i,
     guint        number)
{
  g_autoptr (GError) error = NULL;
  char id[37];
  guint before;

  bary_id_table_add (table, write_id (id, i), number, &before, &error);
  g_assert_no_error (error);
  return before;
}

static guint
get (BaryIdTable *table,
     guint        i)
{
  g_autoptr (GError) error = NULL;
  char id[37];
  guint number;

  bary_id_table_get (table, write_id (id, i), &number, &error);
  g_assert_no_error (error);
  return number;
}

static void
assert_knows_all (BaryIdTable *table)
{
  for (guint i = 0; i < N_IDS; i++)
    g_assert_cmpuint (add (table, i, i + 1), ==, 0);
  for (guint i = 0; i < N_IDS; i += 97)
    {
      g_assert_cmpuint (add (table, i, N_IDS), ==, i + 1);
      g_assert_cmpuint (get (table, i), ==, i + 1);
    }
  for (guint i = N_IDS; i < 2 * N_IDS; i++)
    g_assert_cmpuint (get (table, i), ==, 0);
}

static void
test_many (void)
{
  g_autoptr (BaryIdTable) table = bary_id_table_new ();
  gsize before = mallinfo2 ().uordblks + mallinfo2 ().hblkhd;

  assert_knows_all (table);
  g_assert_cmpuint (mallinfo2 ().uordblks + mallinfo2 ().hblkhd - before, <, MOST_BYTES);
}

/* Where the file may not grow, nothing is forgotten. */
static void
test_no_room (void)
{
  g_autoptr (BaryIdTable) table = bary_id_table_new ();
  struct rlimit usual;
  struct rlimit small;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &usual), ==, 0);
  small = (struct rlimit) { SMALL_FILE, usual.rlim_max };
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  assert_knows_all (table);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &usual), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/id-table/many", test_many);
  g_test_add_func ("/id-table/no-room", test_no_room);

  return g_test_run ();
}
