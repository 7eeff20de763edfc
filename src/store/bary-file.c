#define _GNU_SOURCE

#include "bary-file.h"

#include "bary-config.h"
#include "bary-database.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static gboolean
refuse (const char  *path,
        int          number,
        GError     **error)
{
  switch (number)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_NO_SPACE,
                   _("%s: no space is left on the disk: free some and repeat; nothing was written"), path);
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_READ_ONLY,
                   _("%s: the file or its folder cannot be written to: ask for the right to write, or take a copy"), path);
      break;
    case EEXIST:
      g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_EXISTS,
                   _("%s: the file is there already: choose another name, or open it"), path);
      break;
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_MISSING,
                   _("%s: there is no such folder: make it first, or choose another"), path);
      break;
    default:
      g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_FAILED,
                   /* Translators: 1: a file, 2: what the system says */
                   _("%1$s: the system answers “%2$s”: check the disk and the rights, and repeat"), path, g_strerror (number));
    }
  return FALSE;
}

char *
bary_file_resolve (const char *path)
{
  char *resolved = realpath (path, NULL);
  char *result = g_strdup (resolved != NULL ? resolved : path);

  free (resolved);
  return result;
}

char *
bary_file_make_temporary (const char  *path,
                          GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_strdup_printf (".%s.XXXXXX", base);
  g_autofree char *temporary = g_build_filename (folder, name, NULL);
  int descriptor = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);

  if (descriptor < 0)
    {
      refuse (path, errno, error);
      return NULL;
    }

  close (descriptor);
  return g_steal_pointer (&temporary);
}

static gboolean
synchronise (const char  *path,
             GError     **error)
{
  int descriptor = open (path, O_RDONLY | O_CLOEXEC);
  gboolean done = descriptor >= 0 && fsync (descriptor) == 0;
  int number = errno;

  if (descriptor >= 0)
    close (descriptor);

  return done || refuse (path, number, error);
}

/* Some file systems know no rename that spares an existing file. */
static gboolean
rename_without_replacing (const char *temporary,
                          const char *path)
{
  if (renameat2 (AT_FDCWD, temporary, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno != EINVAL && errno != ENOSYS)
    return FALSE;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      errno = EEXIST;
      return FALSE;
    }
  return rename (temporary, path) == 0;
}

gboolean
bary_file_has_journal (const char *path)
{
  static const char *const suffixes[] = { "-wal", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);
      GStatBuf info;

      if (g_stat (name, &info) == 0 && info.st_size > 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
bary_file_publish (const char  *temporary,
                   const char  *path,
                   gboolean     replace,
                   GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!synchronise (temporary, error))
    return FALSE;
  if (replace ? rename (temporary, path) != 0 : !rename_without_replacing (temporary, path))
    return refuse (path, errno, error);

  return synchronise (folder, error);
}

gboolean
bary_file_keep (const char  *path,
                const char  *copy,
                GError     **error)
{
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFile) to = g_file_new_for_path (copy);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (link (path, copy) == 0)
    return TRUE;
  if (errno == EEXIST || errno == ENOSPC || errno == EACCES || errno == EROFS)
    return refuse (copy, errno, error);

  return g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, error) && synchronise (copy, error);
}

gboolean
bary_file_is_same (const char *a,
                   const char *b)
{
  struct stat of_a, of_b;

  return stat (a, &of_a) == 0 && stat (b, &of_b) == 0 && of_a.st_dev == of_b.st_dev && of_a.st_ino == of_b.st_ino;
}

void
bary_file_discard (const char *temporary)
{
  static const char *const suffixes[] = { "", "-journal", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (temporary, suffixes[i], NULL);

      g_unlink (name);
    }
}
