#include "bary-mail-open.h"

#include "bary-config.h"
#include "bary-dialogs.h"
#include "bary-text.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

static void
shown_cb (GObject      *window,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (window), result, &error))
    bary_dialogs_tell (GTK_WINDOW (window), _("No mail program opened the letter"),
                       _("Save it as a file, or copy its text and paste it into a letter of the mail program."));
}

/* Where the mail program finds the draft. Returns: (transfer full) (nullable) */
static char *
write_draft (const char  *name,
             GBytes      *draft,
             GError     **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), GETTEXT_PACKAGE, "letters", NULL);
  g_autofree char *file = g_strconcat (name, ".eml", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _("The folder %1$s cannot be made: %2$s"), folder,
                   g_strerror (errno));
      return NULL;
    }
  if (!g_file_set_contents_full (path, g_bytes_get_data (draft, NULL), g_bytes_get_size (draft),
                                 G_FILE_SET_CONTENTS_CONSISTENT, 0600, error))
    return NULL;
  return g_steal_pointer (&path);
}

void
bary_mail_open (GtkWindow  *parent,
                const char *name,
                GBytes     *draft)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = write_draft (name, draft, &error);
  g_autofree char *uri = NULL;

  if (path == NULL)
    {
      bary_dialogs_tell (parent, _("The letter was not opened"), error->message);
      return;
    }
  uri = g_filename_to_uri (path, NULL, NULL);
  gtk_show_uri_full (parent, uri, GDK_CURRENT_TIME, NULL, shown_cb, NULL);
}

/* Saving */

typedef struct {
  GtkWindow *parent;
  GBytes    *draft;
} Saving;

static void
place_chosen (GFile    *file,
              gpointer  data)
{
  Saving *saving = data;
  g_autoptr (GError) error = NULL;

  if (file != NULL && !g_file_replace_contents (file, g_bytes_get_data (saving->draft, NULL), g_bytes_get_size (saving->draft),
                                                NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error))
    bary_dialogs_tell (saving->parent, _("The letter was not saved"), error->message);
  g_object_unref (saving->parent);
  g_bytes_unref (saving->draft);
  g_free (saving);
}

void
bary_mail_save (GtkWindow  *parent,
                const char *subject,
                GBytes     *draft)
{
  g_autofree char *stem = bary_text_to_file_name (subject);
  g_autofree char *name = g_strconcat (stem, ".eml", NULL);
  Saving *saving = g_new0 (Saving, 1);

  saving->parent = g_object_ref (parent);
  saving->draft = g_bytes_ref (draft);
  bary_dialogs_save_file (parent, _("Save the Letter"), name, place_chosen, saving);
}
