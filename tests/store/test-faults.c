#include "bary-test-store.h"

/* Every write and every wait for the disk fails once, at each step of an action in turn: the action is
 * refused whole with an error that a person can act on, or it stands whole; work goes on afterwards. */

#define MOST_STEPS 60

static struct {
  const sqlite3_io_methods *real;
  sqlite3_io_methods        faulty;
} tables[4]; /* SQLite has one for each way of locking */

static sqlite3_vfs *real_vfs;
static int countdown = -1; /* so many more steps go well; -1: all */
static int fault;

static gboolean
strikes (void)
{
  return countdown >= 0 && countdown-- == 0;
}

static const sqlite3_io_methods *
get_real (sqlite3_file *file)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (file->pMethods == &tables[i].faulty)
      return tables[i].real;

  g_assert_not_reached ();
}

static int
faulty_write (sqlite3_file  *file,
              const void    *data,
              int            length,
              sqlite3_int64  place)
{
  return strikes () ? fault : get_real (file)->xWrite (file, data, length, place);
}

static int
faulty_sync (sqlite3_file *file,
             int           flags)
{
  if (strikes ())
    return fault == SQLITE_FULL ? SQLITE_FULL : SQLITE_IOERR_FSYNC;

  return get_real (file)->xSync (file, flags);
}

static int
faulty_open (sqlite3_vfs  *vfs,
             const char   *name,
             sqlite3_file *file,
             int           flags,
             int          *flags_out)
{
  int code = real_vfs->xOpen (real_vfs, name, file, flags, flags_out);
  guint i = 0;

  if (code != SQLITE_OK || file->pMethods == NULL)
    return code;

  while (tables[i].real != NULL && tables[i].real != file->pMethods)
    i++;
  tables[i].real = file->pMethods;
  tables[i].faulty = *file->pMethods;
  tables[i].faulty.xWrite = faulty_write;
  tables[i].faulty.xSync = faulty_sync;
  file->pMethods = &tables[i].faulty;
  return SQLITE_OK;
}

static gboolean
try_one (BaryStore   *store,
         guint        step,
         GError     **error)
{
  g_autoptr (BaryRecord) school = bary_record_new (BARY_KIND_ORGANISATION, NULL);
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autofree char *note = g_strnfill (3000, 'x');
  gboolean done;

  bary_record_set_all (school, "name", "№ 1", "kind", "school", "note", note, NULL);
  bary_changes_add (changes, school);
  countdown = step;
  done = bary_store_commit (store, "Add", NULL, changes, error);
  countdown = -1;
  return done;
}

static void
test_faults (Fixture       *fixture,
             gconstpointer  data)
{
  int code = GPOINTER_TO_INT (data) == SQLITE_FULL ? BARY_STORE_ERROR_NO_SPACE : BARY_STORE_ERROR_DAMAGED;
  gint64 expected = 0;
  guint refused = 0;

  fault = GPOINTER_TO_INT (data);
  for (guint step = 0; step < MOST_STEPS; step++)
    {
      g_autoptr (GError) error = NULL;

      if (try_one (fixture->store, step, &error))
        expected++;
      else
        {
          g_assert_error (error, BARY_STORE_ERROR, code);
          refused++;
        }
      g_assert_cmpint (test_count (fixture->store, BARY_KIND_ORGANISATION), ==, expected);
      g_assert_true (try_one (fixture->store, G_MAXINT, NULL));
      expected++;
      if (step % 7 == 6)
        fixture_reopen (fixture);
    }
  g_assert_cmpuint (refused, >, 5);
  g_assert_cmpint (test_count (fixture->store, BARY_KIND_ORGANISATION), ==, expected);
  test_assert_sound (fixture->store);
}

int
main (int   argc,
      char *argv[])
{
  static sqlite3_vfs vfs;

  g_test_init (&argc, &argv, NULL);
  real_vfs = sqlite3_vfs_find (NULL);
  vfs = *real_vfs;
  vfs.zName = "faulty";
  vfs.pNext = NULL;
  vfs.xOpen = faulty_open;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, TRUE), ==, SQLITE_OK);

  g_test_add ("/faults/disk", Fixture, GINT_TO_POINTER (SQLITE_IOERR_WRITE), fixture_set_up, test_faults, fixture_tear_down);
  g_test_add ("/faults/full", Fixture, GINT_TO_POINTER (SQLITE_FULL), fixture_set_up, test_faults, fixture_tear_down);

  return g_test_run ();
}
