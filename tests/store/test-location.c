#include "bary-test-store.h"

#include "bary-location.h"

#include <glib/gstdio.h>
#include <string.h>

static void
test_types (void)
{
  static const struct { guint32 magic; const char *type; gboolean network; } cases[] = {
    { 0xef53, "ext4", FALSE },
    { 0x9123683e, "btrfs", FALSE },
    { 0x58465342, "xfs", FALSE },
    { 0x01021994, "tmpfs", FALSE },
    { 0x794c7630, "overlay", FALSE },
    { 0x4d44, "vfat", FALSE },
    { 0x65735546, "fuseblk", FALSE },
    { 0x65735546, "fuse.gocryptfs", FALSE },
    { 0x65735546, "fuse.portal", FALSE },
    { 0, NULL, FALSE },
    { 0x6969, "nfs4", TRUE },
    { 0x6969, NULL, TRUE },
    { 0, "nfs", TRUE },
    { 0xff534d42, "cifs", TRUE },
    { 0xfe534d42, "smb3", TRUE },
    { 0x517b, "smbfs", TRUE },
    { 0x01021997, "9p", TRUE },
    { 0x65735546, "fuse.sshfs", TRUE },
    { 0x65735546, "fuse.gvfsd-fuse", TRUE },
    { 0x65735546, "fuse.rclone", TRUE },
    { 0x65735546, "fuse.davfs", TRUE },
    { 0x65735546, "virtiofs", TRUE },
    { 0x00c36400, "ceph", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (bary_location_is_network_type (cases[i].magic, cases[i].type), ==, cases[i].network);
}

static void
test_local (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *deeper = g_build_filename (fixture->folder, "not", "yet", "there.db", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (bary_location_is_network (fixture->path));
  g_assert_false (bary_location_is_network (deeper));
  g_assert_false (bary_location_is_synchronised (deeper, NULL));
  g_assert_true (bary_location_check_writable (fixture->path, &error));
  g_assert_no_error (error);
}

static void
test_default (void)
{
  g_autofree char *path = bary_location_get_default_database ();

  g_assert_true (g_str_has_suffix (path, "/barycenter/centre.db"));
  g_assert_true (g_str_has_prefix (path, g_get_user_data_dir ()));
}

/* A folder that another program copies away is refused for writing, wherever in it the file lies; it can be read. */
static void
test_synchronised (Fixture       *fixture,
                   gconstpointer  data)
{
  static const char *const marks[] = { ".stfolder", ".dropbox", ".sync_8a7b3c.db" };
  g_autofree char *inner = fixture_name (fixture, "inner");
  g_autofree char *other = g_build_filename (inner, "other.db", NULL);

  g_assert_cmpint (g_mkdir (inner, 0700), ==, 0);
  g_clear_object (&fixture->store);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autofree char *mark = fixture_name (fixture, marks[i]);
      g_autoptr (BaryStore) reading = NULL;
      g_autoptr (GError) error = NULL;
      const char *program = NULL;

      g_assert_true (g_file_set_contents (mark, "", 0, NULL));
      g_assert_true (bary_location_is_synchronised (fixture->path, &program));
      g_assert_nonnull (program);

      g_assert_null (bary_store_open (fixture->path, BARY_DATABASE_READ_WRITE, &error));
      g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_NETWORK);
      g_assert_nonnull (strstr (error->message, program));
      g_clear_error (&error);
      g_assert_null (bary_store_open (other, BARY_DATABASE_CREATE, &error));
      g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_NETWORK);
      g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
      g_clear_error (&error);

      reading = bary_store_open (fixture->path, BARY_DATABASE_READ_ONLY, &error);
      g_assert_no_error (error);
      g_assert_true (bary_store_is_read_only (reading));
      g_unlink (mark);
    }
  fixture_reopen (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/location/types", test_types);
  g_test_add_func ("/location/default", test_default);
  g_test_add ("/location/local", Fixture, NULL, fixture_set_up, test_local, fixture_tear_down);
  g_test_add ("/location/synchronised", Fixture, NULL, fixture_set_up, test_synchronised, fixture_tear_down);

  return g_test_run ();
}
