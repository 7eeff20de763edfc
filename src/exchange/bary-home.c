#include "bary-home.h"

#include "bary-exchange-error.h"
#include "bary-file.h"
#include "bary-replica-renew.h"

#include <sys/stat.h>

#define GROUP "home"

/* What is noted in the user's data folder of a database. */
typedef struct {
  char    *path;
  guint64  device;
  guint64  inode;
} Place;

static void
place_clear (Place *self)
{
  g_free (self->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

/* Returns: (transfer full): what tells this computer from others, and tells nobody more. */
static char *
dup_computer (void)
{
  static const char *const files[] = { "/etc/machine-id", "/var/lib/dbus/machine-id" };
  g_autofree char *id = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (files) && id == NULL; i++)
    g_file_get_contents (files[i], &id, NULL, NULL);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, id != NULL ? id : g_get_host_name (), -1);
}

static gboolean
stat_place (const char *path,
            Place      *place)
{
  struct stat status;

  if (path == NULL || stat (path, &status) != 0)
    return FALSE;

  place->device = status.st_dev;
  place->inode = status.st_ino;
  return TRUE;
}

static gboolean
is_same_file (const Place *one,
              const Place *other)
{
  return one->device == other->device && one->inode == other->inode;
}

/* Returns: (transfer full) (nullable): NULL for a database without a name. */
static char *
make_note_path (BaryStore *store)
{
  g_autofree char *replica = bary_store_dup_meta (store, BARY_META_REPLICA);
  g_autofree char *name = replica != NULL ? g_strconcat (replica, ".home", NULL) : NULL;

  return name != NULL ? g_build_filename (g_get_user_data_dir (), "barycenter", "homes", name, NULL) : NULL;
}

static gboolean
read_note (BaryStore *store,
           Place     *place)
{
  g_autofree char *path = make_note_path (store);
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (path == NULL || !g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return FALSE;

  place->path = g_key_file_get_string (file, GROUP, "path", NULL);
  place->device = g_key_file_get_uint64 (file, GROUP, "device", NULL);
  place->inode = g_key_file_get_uint64 (file, GROUP, "inode", NULL);
  return place->path != NULL;
}

static gboolean
write_note (BaryStore    *store,
            const Place  *place,
            GError      **error)
{
  g_autofree char *path = make_note_path (store);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_key_file_set_string (file, GROUP, "path", place->path);
  g_key_file_set_uint64 (file, GROUP, "device", place->device);
  g_key_file_set_uint64 (file, GROUP, "inode", place->inode);
  g_mkdir_with_parents (folder, 0700);
  return g_key_file_save_to_file (file, path, error);
}

static gboolean
note_down (BaryStore    *store,
           const Place  *place,
           GError      **error)
{
  g_autofree char *computer = dup_computer ();
  g_autofree char *noted = bary_store_dup_meta (store, BARY_META_HOME);

  return (g_strcmp0 (noted, computer) == 0 || bary_store_set_meta (store, BARY_META_HOME, computer, error)) &&
         write_note (store, place, error);
}

static BaryHome
judge (BaryStore    *store,
       const Place  *present,
       char        **twin)
{
  g_autofree char *computer = dup_computer ();
  g_autofree char *noted = bary_store_dup_meta (store, BARY_META_HOME);
  g_auto (Place) before = { 0 };
  Place there = { 0 };

  if (noted == NULL)
    return BARY_HOME_HERE;
  if (!g_str_equal (noted, computer) || !read_note (store, &before))
    return BARY_HOME_OTHER;
  if (g_str_equal (before.path, present->path) || is_same_file (&before, present) ||
      !stat_place (before.path, &there) || !is_same_file (&before, &there))
    return BARY_HOME_HERE;

  if (twin != NULL)
    *twin = g_steal_pointer (&before.path);
  return BARY_HOME_TWIN;
}

gboolean
bary_home_look (BaryStore  *store,
                BaryHome   *home,
                char      **twin,
                GError    **error)
{
  g_autofree char *name = make_note_path (store);
  g_auto (Place) present = { bary_file_resolve (bary_store_get_path (store)) };

  if (twin != NULL)
    *twin = NULL;
  *home = BARY_HOME_HERE;
  if (name == NULL || bary_store_is_read_only (store) || !stat_place (present.path, &present))
    return TRUE;

  *home = judge (store, &present, twin);
  return *home != BARY_HOME_HERE || note_down (store, &present, error);
}

gboolean
bary_home_settle (BaryStore  *store,
                  gboolean    copy,
                  GError    **error)
{
  g_auto (Place) present = { bary_file_resolve (bary_store_get_path (store)) };

  if (copy && !bary_replica_renew (bary_store_get_database (store), error))
    return FALSE;

  return !stat_place (present.path, &present) || note_down (store, &present, error);
}
