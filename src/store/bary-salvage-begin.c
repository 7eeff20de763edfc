#include "bary-salvage.h"

#include "bary-backup.h"
#include "bary-config.h"

#include <glib/gi18n-lib.h>

/* The last backup that is of use. Returns: (transfer full) (nullable) */
static char *
find_backup (const char *damaged)
{
  g_autoptr (GPtrArray) backups = bary_backup_list (damaged);

  for (guint i = 0; i < backups->len; i++)
    {
      const BaryBackup *candidate = backups->pdata[i];
      g_autoptr (BaryDatabase) database = bary_database_open (candidate->path, BARY_DATABASE_READ_ONLY, NULL);

      if (database != NULL)
        return g_strdup (candidate->path);
    }
  return NULL;
}

BaryStore *
bary_salvage_begin (const char  *damaged,
                    const char  *target,
                    const char  *backup,
                    char       **begun_with,
                    GError     **error)
{
  g_autofree char *found = backup != NULL ? g_strdup (backup) : find_backup (damaged);

  if (begun_with != NULL)
    *begun_with = g_strdup (found);
  if (g_file_test (target, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_EXISTS, _("%s: the file is there already: choose another name"), target);
      return NULL;
    }
  if (found == NULL)
    return bary_store_open (target, BARY_DATABASE_CREATE, error);

  return bary_backup_restore (target, found, NULL, error) ? bary_store_open (target, BARY_DATABASE_READ_WRITE, error) : NULL;
}

static void
add_count (GString    *text,
           const char *label,
           guint       count)
{
  g_string_append_printf (text, "%s: %u\n", label, count);
}

char *
bary_salvage_to_words (const BarySalvage *salvage,
                       guint              most)
{
  GString *text = g_string_new (NULL);
  guint shown = MIN (most, salvage->missing->len);

  add_count (text, _("Actions since the backup, repeated"), salvage->repeated);
  add_count (text, _("Read"), salvage->read);
  add_count (text, _("Put together from the history"), salvage->logged);
  add_count (text, _("As the backup or a package has them"), salvage->kept);
  add_count (text, _("Removed since the backup"), salvage->removed);
  add_count (text, _("References cleared"), salvage->cleared);
  add_count (text, _("Missing"), salvage->missing->len);
  for (guint i = 0; i < shown; i++)
    g_string_append_printf (text, "  %s\n", (const char *) salvage->missing->pdata[i]);
  if (shown < salvage->missing->len)
    {
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", salvage->missing->len - shown), salvage->missing->len - shown);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}
