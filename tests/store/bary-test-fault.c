#include "bary-test-fault.h"

#include <glib.h>

static struct {
  const sqlite3_io_methods *real;
  sqlite3_io_methods        faulty;
} tables[4]; /* SQLite has one for each way of locking */

static sqlite3_vfs *real_vfs;
static sqlite3_vfs faulty_vfs;
static sqlite3_mem_methods real_memory;
static TestFault armed;
static int wanted = -1; /* the step that fails; -1: none does */
static int n_steps;

static gboolean
strikes (TestFault fault)
{
  return wanted >= 0 && fault == armed && n_steps++ == wanted;
}

void
test_fault_arm (TestFault fault,
                int       step)
{
  armed = fault;
  wanted = step;
  n_steps = 0;
}

int
test_fault_disarm (void)
{
  wanted = -1;
  return n_steps;
}

/* The disk */

static const sqlite3_io_methods *
get_real (sqlite3_file *file)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (file->pMethods == &tables[i].faulty)
      return tables[i].real;

  g_assert_not_reached ();
}

static int
faulty_read (sqlite3_file  *file,
             void          *data,
             int            length,
             sqlite3_int64  place)
{
  return strikes (TEST_FAULT_DISK) ? SQLITE_IOERR_READ : get_real (file)->xRead (file, data, length, place);
}

static int
faulty_write (sqlite3_file  *file,
              const void    *data,
              int            length,
              sqlite3_int64  place)
{
  if (strikes (TEST_FAULT_DISK))
    return SQLITE_IOERR_WRITE;
  if (strikes (TEST_FAULT_FULL))
    return SQLITE_FULL;

  return get_real (file)->xWrite (file, data, length, place);
}

static int
faulty_truncate (sqlite3_file  *file,
                 sqlite3_int64  length)
{
  return strikes (TEST_FAULT_DISK) ? SQLITE_IOERR_TRUNCATE : get_real (file)->xTruncate (file, length);
}

static int
faulty_sync (sqlite3_file *file,
             int           flags)
{
  if (strikes (TEST_FAULT_DISK))
    return SQLITE_IOERR_FSYNC;

  return strikes (TEST_FAULT_FULL) ? SQLITE_FULL : SQLITE_OK;
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
  tables[i].faulty.xRead = faulty_read;
  tables[i].faulty.xWrite = faulty_write;
  tables[i].faulty.xTruncate = faulty_truncate;
  tables[i].faulty.xSync = faulty_sync;
  file->pMethods = &tables[i].faulty;
  return SQLITE_OK;
}

/* Memory */

static void *
faulty_malloc (int size)
{
  return strikes (TEST_FAULT_MEMORY) ? NULL : real_memory.xMalloc (size);
}

static void *
faulty_realloc (void *memory,
                int   size)
{
  return strikes (TEST_FAULT_MEMORY) ? NULL : real_memory.xRealloc (memory, size);
}

void
test_fault_install (void)
{
  sqlite3_mem_methods memory;

  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_GETMALLOC, &real_memory), ==, SQLITE_OK);
  memory = real_memory;
  memory.xMalloc = faulty_malloc;
  memory.xRealloc = faulty_realloc;
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_MALLOC, &memory), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0), ==, SQLITE_OK);

  real_vfs = sqlite3_vfs_find (NULL);
  faulty_vfs = *real_vfs;
  faulty_vfs.zName = "faulty";
  faulty_vfs.pNext = NULL;
  faulty_vfs.xOpen = faulty_open;
  g_assert_cmpint (sqlite3_vfs_register (&faulty_vfs, TRUE), ==, SQLITE_OK);
}
