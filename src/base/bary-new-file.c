#define _GNU_SOURCE /* renameat2 */
#include "bary-new-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* A link stays one: what it leads to is written. */
static char *
resolve (const char *path)
{
  char *resolved = realpath (path, NULL);
  char *result = g_strdup (resolved != NULL ? resolved : path);

  free (resolved);
  return result;
}

/* A name of its own beside the target, so that the two lie on one disk; a pipe or a device is written as it
 * stands, for a file must never take its place. */
gboolean
bary_new_file_open (BaryNewFile *self,
                    const char  *path)
{
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *hidden = NULL;

  g_return_val_if_fail (path != NULL && self->fd < 0, FALSE);

  self->path = resolve (path);
  if (g_file_test (self->path, G_FILE_TEST_EXISTS) && !g_file_test (self->path, G_FILE_TEST_IS_REGULAR))
    {
      self->fd = g_open (self->path, O_WRONLY | O_CLOEXEC, 0);
      return self->fd >= 0;
    }

  folder = g_path_get_dirname (self->path);
  name = g_path_get_basename (self->path);
  hidden = g_strdup_printf (".%s.%08x", name, g_random_int ());
  self->temporary = g_build_filename (folder, hidden, NULL);
  self->fd = g_open (self->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (self->fd >= 0)
    return TRUE;

  g_clear_pointer (&self->temporary, g_free);
  return FALSE;
}

gboolean
bary_new_file_write (BaryNewFile   *self,
                     gconstpointer  data,
                     gsize          length)
{
  const char *rest = data;

  while (length > 0)
    {
      gssize written = write (self->fd, rest, length);

      if (written < 0 && errno != EINTR)
        return FALSE;
      if (written > 0)
        {
          rest += written;
          length -= written;
        }
    }
  return TRUE;
}

static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

gboolean
bary_new_file_publish (BaryNewFile *self)
{
  if (self->temporary == NULL)
    return TRUE;
  if (fsync (self->fd) != 0 || g_rename (self->temporary, self->path) != 0)
    return FALSE;

  g_clear_pointer (&self->temporary, g_free);
  sync_folder (self->path);
  return TRUE;
}

/* The old file and the new one change places, and the old one goes: to put one over the other, ext4 would wait for the disk.
 * Returns: FALSE if there is no old file, or the file system cannot do it. */
static gboolean
exchange (const BaryNewFile *self)
{
  if (renameat2 (AT_FDCWD, self->temporary, AT_FDCWD, self->path, RENAME_EXCHANGE) != 0)
    return FALSE;

  g_unlink (self->temporary);
  return TRUE;
}

gboolean
bary_new_file_publish_soon (BaryNewFile *self)
{
  if (self->temporary == NULL)
    return TRUE;
  if (!exchange (self) && g_rename (self->temporary, self->path) != 0)
    return FALSE;

  g_clear_pointer (&self->temporary, g_free);
  return TRUE;
}

void
bary_new_file_clear (BaryNewFile *self)
{
  if (self->fd >= 0)
    close (self->fd);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_clear_pointer (&self->temporary, g_free);
  g_clear_pointer (&self->path, g_free);
  self->fd = -1;
}
