#include "bary-test-disk.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define SECTOR 512

typedef enum {
  STEP_WRITE,
  STEP_TRUNCATE,
  STEP_SYNC,
  STEP_CREATE,
  STEP_DELETE,
  STEP_TOLD,
} StepType;

/* One thing that was done to the disk. */
typedef struct {
  StepType  type;
  guint     file;   /* index of `files` */
  gint64    place;  /* of a write, or the new length */
  GBytes   *data;
  char     *suffix; /* of a name: "", "-wal", "-journal" */
  gboolean  waited; /* a deletion that was waited for */
  guint     told;
} Step;

/* What is sure of one file, and what is not yet. A name may come to mean another file later. */
typedef struct {
  GByteArray *sure;
  GPtrArray  *unsure; /* (element-type Step) */
  gboolean    is_new; /* its name has not been waited for */
} File;

struct _TestDisk {
  char       *path;
  GPtrArray  *steps;   /* (element-type Step) */
  GPtrArray  *files;   /* (element-type File) */
  GHashTable *current; /* suffix -> index + 1, while it records */
  GHashTable *open;    /* sqlite3_file -> index + 1 */
  GHashTable *names;   /* suffix -> index + 1, for sure, while it plays */
  GPtrArray  *unsure;  /* (element-type Step): of names */
  guint       played;
  guint       told;
};

static struct {
  const sqlite3_io_methods *real;
  sqlite3_io_methods        recording;
} tables[4]; /* SQLite has one for each way of locking */

static sqlite3_vfs *real_vfs;
static sqlite3_vfs recording_vfs;
static TestDisk *disk;

static void
step_free (Step *step)
{
  g_clear_pointer (&step->data, g_bytes_unref);
  g_free (step->suffix);
  g_free (step);
}

static void
file_free (File *file)
{
  g_byte_array_unref (file->sure);
  g_ptr_array_unref (file->unsure);
  g_free (file);
}

static Step *
add_step (StepType type,
          guint    file)
{
  Step *step = g_new0 (Step, 1);

  step->type = type;
  step->file = file;
  g_ptr_array_add (disk->steps, step);
  return step;
}

static guint
add_file (gboolean is_new)
{
  File *file = g_new0 (File, 1);

  file->sure = g_byte_array_new ();
  file->unsure = g_ptr_array_new ();
  file->is_new = is_new;
  g_ptr_array_add (disk->files, file);
  return disk->files->len - 1;
}

/* Returns: (nullable): what follows the name of the database; NULL for a file that is no part of it. */
static const char *
get_suffix (const char *name)
{
  const char *suffix = name != NULL && g_str_has_prefix (name, disk->path) ? name + strlen (disk->path) : NULL;

  return g_strcmp0 (suffix, "") == 0 || g_strcmp0 (suffix, "-wal") == 0 || g_strcmp0 (suffix, "-journal") == 0 ? suffix : NULL;
}

/* Recording */

static const sqlite3_io_methods *
get_real (sqlite3_file *file)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (file->pMethods == &tables[i].recording)
      return tables[i].real;

  g_assert_not_reached ();
}

/* Returns: whether it is a file of the database. */
static gboolean
find_open (sqlite3_file *file,
           guint        *index)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (disk->open, file));

  *index = found - 1;
  return found > 0;
}

static int
record_write (sqlite3_file  *file,
              const void    *data,
              int            length,
              sqlite3_int64  place)
{
  guint index;

  if (find_open (file, &index))
    {
      Step *step = add_step (STEP_WRITE, index);

      step->place = place;
      step->data = g_bytes_new (data, length);
    }
  return get_real (file)->xWrite (file, data, length, place);
}

static int
record_truncate (sqlite3_file  *file,
                 sqlite3_int64  length)
{
  guint index;

  if (find_open (file, &index))
    add_step (STEP_TRUNCATE, index)->place = length;
  return get_real (file)->xTruncate (file, length);
}

/* Nobody waits for the real disk. */
static int
record_sync (sqlite3_file *file,
             int           flags)
{
  guint index;

  if (find_open (file, &index))
    add_step (STEP_SYNC, index);
  return SQLITE_OK;
}

static int
record_close (sqlite3_file *file)
{
  g_hash_table_remove (disk->open, file);
  return get_real (file)->xClose (file);
}

static void
note_open (sqlite3_file *file,
           const char   *suffix)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (disk->current, suffix));

  if (index == 0)
    {
      index = add_file (TRUE) + 1;
      add_step (STEP_CREATE, index - 1)->suffix = g_strdup (suffix);
      g_hash_table_insert (disk->current, g_strdup (suffix), GUINT_TO_POINTER (index));
    }
  g_hash_table_insert (disk->open, file, GUINT_TO_POINTER (index));
}

static void
wrap_methods (sqlite3_file *file)
{
  guint i = 0;

  while (tables[i].real != NULL && tables[i].real != file->pMethods)
    i++;
  tables[i].real = file->pMethods;
  tables[i].recording = *file->pMethods;
  tables[i].recording.xWrite = record_write;
  tables[i].recording.xTruncate = record_truncate;
  tables[i].recording.xSync = record_sync;
  tables[i].recording.xClose = record_close;
  file->pMethods = &tables[i].recording;
}

static int
record_open (sqlite3_vfs  *vfs,
             const char   *name,
             sqlite3_file *file,
             int           flags,
             int          *flags_out)
{
  int code = real_vfs->xOpen (real_vfs, name, file, flags, flags_out);
  const char *suffix = get_suffix (name);

  if (code != SQLITE_OK || file->pMethods == NULL)
    return code;

  wrap_methods (file);
  if (suffix != NULL)
    note_open (file, suffix);
  return SQLITE_OK;
}

static int
record_delete (sqlite3_vfs *vfs,
               const char  *name,
               int          wait)
{
  const char *suffix = get_suffix (name);
  guint index = suffix != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (disk->current, suffix)) : 0;

  if (index > 0)
    {
      Step *step = add_step (STEP_DELETE, index - 1);

      step->suffix = g_strdup (suffix);
      step->waited = wait;
      g_hash_table_remove (disk->current, suffix);
    }
  return real_vfs->xDelete (real_vfs, name, FALSE);
}

TestDisk *
test_disk_record (const char *path)
{
  TestDisk *self = g_new0 (TestDisk, 1);
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_null (disk);
  disk = self;
  self->path = g_strdup (path);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) file_free);
  self->current = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->open = g_hash_table_new (NULL, NULL);
  self->unsure = g_ptr_array_new ();

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  add_file (FALSE);
  g_byte_array_append (((File *) self->files->pdata[0])->sure, (const guint8 *) contents, length);
  g_hash_table_insert (self->current, g_strdup (""), GUINT_TO_POINTER (1));
  g_hash_table_insert (self->names, g_strdup (""), GUINT_TO_POINTER (1));

  real_vfs = sqlite3_vfs_find (NULL);
  recording_vfs = *real_vfs;
  recording_vfs.zName = "recording";
  recording_vfs.pNext = NULL;
  recording_vfs.xOpen = record_open;
  recording_vfs.xDelete = record_delete;
  g_assert_cmpint (sqlite3_vfs_register (&recording_vfs, TRUE), ==, SQLITE_OK);
  return self;
}

void
test_disk_stop (TestDisk *self)
{
  g_assert_cmpuint (g_hash_table_size (self->open), ==, 0);
  g_assert_cmpint (sqlite3_vfs_unregister (&recording_vfs), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_vfs_register (real_vfs, TRUE), ==, SQLITE_OK);
  disk = NULL;
}

void
test_disk_free (TestDisk *self)
{
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->unsure);
  g_hash_table_unref (self->current);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->open);
  g_free (self->path);
  g_free (self);
}

void
test_disk_acknowledge (TestDisk *self,
                       guint     n_actions)
{
  add_step (STEP_TOLD, 0)->told = n_actions;
}

guint
test_disk_get_length (TestDisk *self)
{
  return self->steps->len;
}

/* Playing */

static void
write_at (GByteArray   *bytes,
          gint64        place,
          const guint8 *data,
          gsize         length)
{
  gsize end = place + length;

  if (bytes->len < end)
    {
      gsize old = bytes->len;

      g_byte_array_set_size (bytes, end);
      memset (bytes->data + old, 0, end - old);
    }
  memcpy (bytes->data + place, data, length);
}

static void
apply_whole (GByteArray *bytes,
             const Step *step)
{
  gsize length;
  const guint8 *data;

  if (step->type == STEP_TRUNCATE)
    {
      g_byte_array_set_size (bytes, MIN (bytes->len, step->place));
      return;
    }
  data = g_bytes_get_data (step->data, &length);
  write_at (bytes, step->place, data, length);
}

static void
apply_name (GHashTable *names,
            const Step *step)
{
  if (step->type == STEP_CREATE)
    g_hash_table_insert (names, g_strdup (step->suffix), GUINT_TO_POINTER (step->file + 1));
  else
    g_hash_table_remove (names, step->suffix);
}

/* The folder is waited for with the first wait for a new journal, as the system's own part of SQLite does. */
static void
settle_names (TestDisk *self)
{
  for (guint i = 0; i < self->unsure->len; i++)
    apply_name (self->names, self->unsure->pdata[i]);
  g_ptr_array_set_size (self->unsure, 0);
}

static void
settle_file (TestDisk *self,
             File     *file)
{
  for (guint i = 0; i < file->unsure->len; i++)
    apply_whole (file->sure, file->unsure->pdata[i]);
  g_ptr_array_set_size (file->unsure, 0);
  if (file->is_new)
    settle_names (self);
  file->is_new = FALSE;
}

static void
play_one (TestDisk *self,
          Step     *step)
{
  File *file = self->files->pdata[step->file];

  switch (step->type)
    {
    case STEP_WRITE:
    case STEP_TRUNCATE:
      g_ptr_array_add (file->unsure, step);
      break;
    case STEP_SYNC:
      settle_file (self, file);
      break;
    case STEP_CREATE:
    case STEP_DELETE:
      g_ptr_array_add (self->unsure, step);
      if (step->waited)
        settle_names (self);
      break;
    case STEP_TOLD:
      self->told = step->told;
      break;
    default:
      g_assert_not_reached ();
    }
}

guint
test_disk_play (TestDisk *self,
                guint     step)
{
  while (self->played < step)
    play_one (self, self->steps->pdata[self->played++]);

  return self->told;
}

/* Cutting */

typedef enum { KEEP_NONE, KEEP_SOME, KEEP_ALL, N_KEEP } Keep;

static gboolean
is_kept (Keep   keep,
         GRand *random)
{
  return keep == KEEP_ALL || (keep == KEEP_SOME && g_rand_boolean (random));
}

/* Sector by sector; now and then one is torn. */
static void
apply_part (GByteArray *bytes,
            const Step *step,
            Keep        keep,
            GRand      *random)
{
  gsize length, done = 0;
  const guint8 *data = g_bytes_get_data (step->data, &length);

  while (done < length)
    {
      gsize piece = MIN (SECTOR - (step->place + done) % SECTOR, length - done);
      gsize whole = piece;

      if (keep == KEEP_SOME && g_rand_int_range (random, 0, 8) == 0)
        whole = g_rand_int_range (random, 0, piece + 1);
      if (is_kept (keep, random))
        write_at (bytes, step->place + done, data + done, whole);
      done += piece;
    }
}

static GByteArray *
compose_left (File  *file,
              Keep   keep,
              GRand *random)
{
  GByteArray *bytes = g_byte_array_sized_new (file->sure->len);

  g_byte_array_append (bytes, file->sure->data, file->sure->len);
  for (guint i = 0; i < file->unsure->len; i++)
    {
      Step *step = file->unsure->pdata[i];

      if (step->type == STEP_WRITE)
        apply_part (bytes, step, keep, random);
      else if (is_kept (keep, random))
        apply_whole (bytes, step);
    }
  return bytes;
}

static void
copy_name (gpointer key,
           gpointer value,
           gpointer names)
{
  g_hash_table_insert (names, g_strdup (key), value);
}

void
test_disk_cut (TestDisk   *self,
               GRand      *random,
               const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-journal", "-shm" };
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Keep keep = g_rand_int_range (random, 0, N_KEEP);

  g_hash_table_foreach (self->names, copy_name, names);
  for (guint i = 0; i < self->unsure->len; i++)
    if (is_kept (keep, random))
      apply_name (names, self->unsure->pdata[i]);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      guint index = GPOINTER_TO_UINT (g_hash_table_lookup (names, suffixes[i]));
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);
      g_autoptr (GByteArray) left = NULL;

      g_unlink (name);
      if (index == 0)
        continue;
      left = compose_left (self->files->pdata[index - 1], keep, random);
      g_assert_true (g_file_set_contents_full (name, (const char *) left->data, left->len, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    }
}
