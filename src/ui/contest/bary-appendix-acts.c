#include "bary-appendix-acts.h"

#include "bary-config.h"
#include "bary-dialogs.h"
#include "bary-form-page.h"
#include "bary-kinds.h"
#include "bary-store-appendix.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

/* The name is the applicant's, and no way through folders. Returns: (transfer full) (nullable): an address */
static char *
write_copy (BaryAppendix  *appendix,
            GBytes        *bytes,
            GError       **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), GETTEXT_PACKAGE, "appendices", appendix->sha256, NULL);
  g_autofree char *name = g_path_get_basename (appendix->name);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _("The folder %1$s cannot be made: %2$s"), folder,
                   g_strerror (errno));
      return NULL;
    }
  if (!g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                 G_FILE_SET_CONTENTS_CONSISTENT, 0600, error))
    return NULL;
  return g_filename_to_uri (path, NULL, error);
}

static void
shown_cb (GObject      *window,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (window), result, &error))
    bary_dialogs_tell (GTK_WINDOW (window), _("No program opened the file"), error->message);
}

static void
open_cb (GtkWidget   *widget,
         const char  *id,
         BarySession *session)
{
  BaryStore *store = bary_session_get_store (session);
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryRecord) appendix = bary_store_get (store, BARY_KIND_APPENDIX, id, &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *uri = NULL;

  if (appendix != NULL && BARY_APPENDIX (appendix)->sha256 == NULL)
    uri = g_strdup (BARY_APPENDIX (appendix)->link);
  else if (appendix != NULL)
    bytes = bary_store_read_appendix (store, appendix, &error);
  if (bytes != NULL)
    uri = write_copy (BARY_APPENDIX (appendix), bytes, &error);
  if (uri != NULL)
    gtk_show_uri_full (GTK_WINDOW (gtk_widget_get_root (widget)), uri, GDK_CURRENT_TIME, NULL, shown_cb, NULL);
  else if (error != NULL)
    bary_session_fail (session, error);
}

static void
remove_cb (GtkWidget   *widget,
           const char  *id,
           BarySession *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryRecord) appendix = bary_store_get (bary_session_get_store (session), BARY_KIND_APPENDIX, id, &error);

  if (appendix != NULL)
    bary_form_remove_record (widget, session, appendix);
  else
    bary_session_fail (session, error);
}

void
bary_appendix_follow (GtkWidget   *row,
                      BarySession *session)
{
  g_signal_connect_object (row, "open-file", G_CALLBACK (open_cb), session, 0);
  g_signal_connect_object (row, "remove-file", G_CALLBACK (remove_cb), session, 0);
}
