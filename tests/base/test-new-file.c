#include "bary-new-file.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
  char *folder;
  char *path;
} Place;

static void
set_up (Place         *place,
        gconstpointer  unused)
{
  place->folder = g_dir_make_tmp ("bary-new-file-XXXXXX", NULL);
  place->path = g_build_filename (place->folder, "picture.svg", NULL);
  g_assert_true (g_file_set_contents (place->path, "old", -1, NULL));
}

static guint
count_files (Place *place)
{
  g_autoptr (GDir) dir = g_dir_open (place->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
tear_down (Place         *place,
           gconstpointer  unused)
{
  g_autoptr (GDir) dir = g_dir_open (place->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (place->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (place->folder);
  g_free (place->folder);
  g_free (place->path);
}

static void
assert_contents (const char *path,
                 const char *expected)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, expected);
}

static void
test_published (Place         *place,
                gconstpointer  unused)
{
  g_auto (BaryNewFile) file = BARY_NEW_FILE_INIT;

  g_assert_true (bary_new_file_open (&file, place->path));
  g_assert_true (bary_new_file_write (&file, "new", 3));
  assert_contents (place->path, "old");
  g_assert_true (bary_new_file_publish (&file));
  assert_contents (place->path, "new");
  g_assert_cmpuint (count_files (place), ==, 1);
}

static void
test_published_soon (Place         *place,
                     gconstpointer  unused)
{
  g_autofree char *fresh = g_build_filename (place->folder, "fresh.svg", NULL);
  const char *paths[] = { place->path, fresh };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_auto (BaryNewFile) file = BARY_NEW_FILE_INIT;

      g_assert_true (bary_new_file_open (&file, paths[i]));
      g_assert_true (bary_new_file_write (&file, "new", 3));
      g_assert_true (bary_new_file_publish_soon (&file));
      assert_contents (paths[i], "new");
      g_assert_cmpuint (count_files (place), ==, i + 1);
    }
}

static void
test_given_up (Place         *place,
               gconstpointer  unused)
{
  BaryNewFile file = BARY_NEW_FILE_INIT;

  g_assert_true (bary_new_file_open (&file, place->path));
  g_assert_true (bary_new_file_write (&file, "half", 4));
  g_assert_cmpuint (count_files (place), ==, 2);
  bary_new_file_clear (&file);
  assert_contents (place->path, "old");
  g_assert_cmpuint (count_files (place), ==, 1);
}

static void
test_link (Place         *place,
           gconstpointer  unused)
{
  g_autofree char *link = g_build_filename (place->folder, "link.svg", NULL);
  g_auto (BaryNewFile) file = BARY_NEW_FILE_INIT;
  struct stat info;

  g_assert_cmpint (symlink (place->path, link), ==, 0);
  g_assert_true (bary_new_file_open (&file, link));
  g_assert_true (bary_new_file_write (&file, "new", 3));
  g_assert_true (bary_new_file_publish (&file));
  assert_contents (place->path, "new");
  g_assert_cmpint (lstat (link, &info), ==, 0);
  g_assert_true (S_ISLNK (info.st_mode));
}

static void
test_nowhere (Place         *place,
              gconstpointer  unused)
{
  g_autofree char *path = g_build_filename (place->folder, "no", "picture.svg", NULL);
  g_auto (BaryNewFile) file = BARY_NEW_FILE_INIT;

  g_assert_false (bary_new_file_open (&file, path));
  g_assert_cmpint (errno, ==, ENOENT);
}

static void
test_full_disk (Place         *place,
                gconstpointer  unused)
{
  g_auto (BaryNewFile) file = BARY_NEW_FILE_INIT;

  g_assert_true (bary_new_file_open (&file, "/dev/full"));
  g_assert_null (file.temporary);
  g_assert_false (bary_new_file_write (&file, "new", 3));
  g_assert_cmpint (errno, ==, ENOSPC);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/new-file/published", Place, NULL, set_up, test_published, tear_down);
  g_test_add ("/new-file/published-soon", Place, NULL, set_up, test_published_soon, tear_down);
  g_test_add ("/new-file/given-up", Place, NULL, set_up, test_given_up, tear_down);
  g_test_add ("/new-file/link", Place, NULL, set_up, test_link, tear_down);
  g_test_add ("/new-file/nowhere", Place, NULL, set_up, test_nowhere, tear_down);
  g_test_add ("/new-file/full-disk", Place, NULL, set_up, test_full_disk, tear_down);
  return g_test_run ();
}
