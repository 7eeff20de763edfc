#include "bary-samples.h"

#include "bary-config.h"
#include "bary-import.h"
#include "bary-package.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The program's own packages: nobody has to vouch for them. */
static gboolean
import_sample (BaryStore     *store,
               const char    *path,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (BaryPackage) package = bary_package_open (path, error);
  g_auto (BaryImportReport) report = { 0 };

  return package != NULL && bary_package_read_manifest (package, error) &&
         bary_store_import (store, N_("Import %s"), bary_package_get_sender (package), BARY_RECORD_SOURCE (package),
                            BARY_IMPORT_FLAGS_NONE, NULL, &report, cancellable, error);
}

static char *
get_folder (void)
{
  const char *data = g_getenv ("BARYCENTER_DATA_DIR");

  return g_build_filename (data != NULL ? data : BARY_PKGDATADIR, "samples", NULL);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Returns: (transfer full) (nullable): the paths, in the order of their names. */
static GPtrArray *
list_samples (GError **error)
{
  g_autofree char *folder = get_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL)
    return NULL;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".xml"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_names);
  return g_steal_pointer (&paths);
}

gboolean
bary_samples_fill (BaryStore     *store,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr (GPtrArray) paths = list_samples (error);

  for (guint i = 0; paths != NULL && i < paths->len; i++)
    if (!import_sample (store, paths->pdata[i], cancellable, error))
      return FALSE;
  return paths != NULL;
}
