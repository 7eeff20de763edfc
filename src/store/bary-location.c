#include "bary-location.h"

#include "bary-config.h"

#include <gio/gunixmounts.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <sys/vfs.h>

/* linux/magic.h and the sources of file systems outside the kernel */
static const guint32 network_magics[] = {
  0x6969,     /* NFS */
  0x517b,     /* SMB */
  0xff534d42, /* CIFS */
  0xfe534d42, /* SMB2 */
  0x564c,     /* NCP */
  0x5346414f, /* AFS */
  0x6b414653, /* kAFS */
  0x73757245, /* Coda */
  0x01021997, /* 9P */
  0x00c36400, /* Ceph */
  0x01161970, /* GFS2 */
  0x7461636f, /* OCFS2 */
  0x0bd00bd0, /* Lustre */
  0x47504653, /* GPFS */
  0xaad7aaea, /* PanFS */
  0x786f4256, /* VirtualBox shared folders */
  0xbacbacbc, /* VMware shared folders */
};

static const char *const network_types[] = {
  "nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "ncpfs", "ncp", "afs", "coda", "9p", "ceph", "gfs", "gfs2", "ocfs2",
  "lustre", "gpfs", "panfs", "vboxsf", "vmhgfs", "prl_fs", "davfs", "glusterfs", "beegfs", "virtiofs", "autofs", NULL
};

/* What FUSE gives on this computer; anything else of FUSE may be a share. */
static const char *const local_fuse_types[] = {
  "fuseblk", "fuse.gocryptfs", "fuse.encfs", "fuse.cryfs", "fuse.securefs", "fuse.bindfs", "fuse.mergerfs",
  "fuse.fuse-overlayfs", "fuse.ntfs-3g", "fuse.exfat", "fuse.ext2", "fuse.portal", "fuse.lxcfs", NULL
};

/* What a program leaves at the top of the folder it copies: an exact name. */
static const struct {
  const char *name;
  const char *program;
} marks[] = {
  { ".stfolder", "Syncthing" },
  { ".sync", "Resilio Sync" },
  { ".dropbox", "Dropbox" },
  { ".dropbox.cache", "Dropbox" },
  { ".nextcloudsync.log", "Nextcloud" },
  { ".owncloudsync.log", "ownCloud" },
  { ".csync_journal.db", "ownCloud" },
  { ".seafile-data", "Seafile" },
};

/* Clients that leave no mark of their own keep to a folder of this name in the home folder. */
static const struct {
  const char *name;
  const char *program;
} folders[] = {
  { "Yandex.Disk", "Yandex.Disk" },
  { "Яндекс.Диск", "Yandex.Disk" },
  { "OneDrive", "OneDrive" },
  { "Google Drive", "Google Drive" },
};

char *
bary_location_get_default_database (void)
{
  return g_build_filename (g_get_user_data_dir (), "barycenter", "centre.db", NULL);
}

gboolean
bary_location_is_network_type (guint32     magic,
                               const char *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (network_magics); i++)
    if (network_magics[i] == magic)
      return TRUE;

  if (type == NULL)
    return FALSE;
  if (g_strv_contains (network_types, type))
    return TRUE;

  return (g_str_equal (type, "fuse") || g_str_has_prefix (type, "fuse.")) && !g_strv_contains (local_fuse_types, type);
}

/* The nearest folder that is there: the file may be yet to be made. */
static char *
find_folder (const char *path)
{
  char *folder = g_canonicalize_filename (path, NULL);

  while (!g_file_test (folder, G_FILE_TEST_IS_DIR) && !g_str_equal (folder, "/"))
    {
      g_autofree char *below = folder;

      folder = g_path_get_dirname (below);
    }
  return folder;
}

/* A machine whose own root is such a file system, as in some virtual machines, shares it with nobody. */
static gboolean
is_root_device (const char *path)
{
  struct stat root, here;

  return stat ("/", &root) == 0 && stat (path, &here) == 0 && root.st_dev == here.st_dev;
}

gboolean
bary_location_is_network (const char *path)
{
  g_autofree char *folder = find_folder (path);
  const char *place = g_file_test (path, G_FILE_TEST_EXISTS) ? path : folder;
  g_autoptr (GUnixMountEntry) mount = NULL;
  struct statfs info;

  g_return_val_if_fail (path != NULL, FALSE);

  if (statfs (place, &info) != 0 || is_root_device (place))
    return FALSE;

  mount = g_unix_mount_for (place, NULL);
  return bary_location_is_network_type ((guint32) info.f_type, mount != NULL ? g_unix_mount_get_fs_type (mount) : NULL);
}

static const char *
find_journal (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if ((g_str_has_prefix (name, ".sync_") || g_str_has_prefix (name, "._sync_")) && g_str_has_suffix (name, ".db"))
      return "Nextcloud";

  return NULL;
}

static const char *
find_mark (const char *folder)
{
  g_autofree char *parent = g_path_get_dirname (folder);
  g_autofree char *base = g_path_get_basename (folder);

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    if (g_str_equal (base, folders[i].name) && g_str_equal (parent, g_get_home_dir ()))
      return folders[i].program;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autofree char *mark = g_build_filename (folder, marks[i].name, NULL);

      if (g_file_test (mark, G_FILE_TEST_EXISTS))
        return marks[i].program;
    }

  return find_journal (folder);
}

/* The home folder and what is above it belong to no such program, whatever it keeps of its own there. */
static gboolean
is_top (const char *folder)
{
  g_autofree char *prefix = g_str_has_suffix (folder, "/") ? g_strdup (folder) : g_strconcat (folder, "/", NULL);

  return g_str_equal (folder, g_get_home_dir ()) || g_str_has_prefix (g_get_home_dir (), prefix);
}

gboolean
bary_location_is_synchronised (const char  *path,
                               const char **program)
{
  g_autofree char *folder = find_folder (path);
  const char *found = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  while (found == NULL && !is_top (folder) && !g_str_equal (folder, "/"))
    {
      g_autofree char *below = folder;

      found = find_mark (below);
      folder = g_path_get_dirname (below);
    }

  if (program != NULL)
    *program = found;
  return found != NULL;
}

gboolean
bary_location_check_writable (const char  *path,
                              GError     **error)
{
  const char *program;

  if (bary_location_is_network (path))
    {
      g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_NETWORK,
                   _("%s: this folder is on another computer, where two people's changes could spoil each other: "
                     "keep the database on a disk of this computer, and exchange packages through the shared folder"), path);
      return FALSE;
    }
  if (bary_location_is_synchronised (path, &program))
    {
      g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_NETWORK,
                   /* Translators: 1: a file, 2: a program such as Nextcloud */
                   _("%1$s: %2$s copies this folder while the database is being written, which could spoil it: "
                     "keep the database in another folder, and exchange packages or backups through this one"), path, program);
      return FALSE;
    }
  return TRUE;
}
