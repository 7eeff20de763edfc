#include "bary-appendix-file.h"

#include "bary-config.h"
#include "bary-dialogs.h"
#include "bary-store-appendix.h"

#include <glib/gi18n-lib.h>

#define LARGEST (8 * 1024 * 1024)

/* What waits for a file to be chosen. */
typedef struct {
  BarySession             *session;
  BaryRecord              *appendix;
  const BaryAppendixWords *words;
  char                    *name;
} Waiting;

static void
free_waiting (Waiting *waiting)
{
  g_object_unref (waiting->session);
  g_object_unref (waiting->appendix);
  g_free (waiting->name);
  g_free (waiting);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Waiting, free_waiting)

static void
loaded_cb (GObject      *file,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (Waiting) waiting = data;
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (file), result, NULL, &error);

  if (bytes == NULL)
    {
      bary_session_fail (waiting->session, error);
      return;
    }
  bary_record_set_all (waiting->appendix, "name", waiting->name, NULL);
  bary_store_add_appendix (waiting->appendix, bytes, changes);
  bary_session_commit (waiting->session, waiting->words->action, waiting->name, changes);
}

static void
measured_cb (GObject      *file,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (Waiting) waiting = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (file), result, &error);

  if (info != NULL && g_file_info_get_size (info) > LARGEST)
    g_set_error (&error, G_IO_ERROR, G_IO_ERROR_FAILED, _(waiting->words->too_large), waiting->name);
  else if (info != NULL && g_file_info_get_size (info) == 0)
    g_set_error (&error, G_IO_ERROR, G_IO_ERROR_FAILED, _("“%s” is empty: choose another file"), waiting->name);
  if (error != NULL)
    bary_session_fail (waiting->session, error);
  else
    g_file_load_bytes_async (G_FILE (file), NULL, loaded_cb, g_steal_pointer (&waiting));
}

static void
chosen_cb (GFile    *file,
           gpointer  data)
{
  g_autoptr (Waiting) waiting = data;

  if (file == NULL)
    return;

  waiting->name = g_file_get_basename (file);
  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, NULL,
                           measured_cb, g_steal_pointer (&waiting));
}

void
bary_appendix_file_add (GtkWidget               *parent,
                        BarySession             *session,
                        BaryRecord              *appendix,
                        const BaryAppendixWords *words)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->session = g_object_ref (session);
  waiting->appendix = g_object_ref (appendix);
  waiting->words = words;
  bary_dialogs_open_file (GTK_WINDOW (gtk_widget_get_root (parent)), _(words->title), words->kind != NULL ? _(words->kind) : NULL,
                          words->pattern, chosen_cb, waiting);
}
