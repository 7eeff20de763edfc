#include "bary-receipt-save.h"

#include "bary-config.h"
#include "bary-date.h"
#include "bary-dialogs.h"
#include "bary-dispatch.h"
#include "bary-unlock.h"

#include <glib/gi18n-lib.h>

typedef struct {
  GtkWidget   *widget;
  BarySession *session;
  char        *package;
  char        *path;       /* (nullable): while it is asked for */
  char        *database;   /* (nullable): from the passphrase on, as the next */
  char        *passphrase; /* (nullable): where the key has none */
} Receipt;

static void
receipt_free (gpointer data)
{
  Receipt *receipt = data;

  g_object_unref (receipt->widget);
  g_object_unref (receipt->session);
  g_free (receipt->package);
  g_free (receipt->path);
  g_free (receipt->database);
  g_free (receipt->passphrase);
  g_free (receipt);
}

static Receipt *
receipt_new (GtkWidget   *widget,
             BarySession *session,
             const char  *package)
{
  Receipt *receipt = g_new0 (Receipt, 1);

  receipt->widget = g_object_ref (widget);
  receipt->session = g_object_ref (session);
  receipt->package = g_strdup (package);
  return receipt;
}

static gboolean
write_work (BaryJob   *job,
            gpointer   data,
            GError   **error)
{
  Receipt *receipt = data;
  g_autoptr (BaryStore) store = bary_store_open (receipt->database, BARY_DATABASE_READ_WRITE, error);
  g_autoptr (BaryIdentity) identity = store != NULL ? bary_identity_open (store, receipt->passphrase, error) : NULL;

  return identity != NULL && bary_dispatch_receipt (store, identity, receipt->package, NULL, receipt->path, error);
}

static void
written_cb (gpointer      session,
            gpointer      data,
            const GError *error)
{
  if (error != NULL)
    bary_session_fail (session, error);
  else
    bary_session_note_exchange (session);
}

static void
unlocked_cb (const char *passphrase,
             gpointer    data)
{
  const Receipt *asked = data;
  BaryStore *store = bary_session_get_store (asked->session);
  g_autoptr (BaryJob) job = NULL;
  Receipt *receipt;

  if (store == NULL)
    return;

  receipt = receipt_new (asked->widget, asked->session, asked->package);
  receipt->path = g_strdup (asked->path);
  receipt->database = g_strdup (bary_store_get_path (store));
  receipt->passphrase = g_strdup (passphrase);
  job = bary_job_new (_("Writing the receipt"));
  bary_session_run (receipt->session, job, write_work, written_cb, G_OBJECT (receipt->session), receipt, receipt_free);
}

static void
chosen_cb (GFile    *file,
           gpointer  data)
{
  Receipt *receipt = data;
  BaryStore *store = bary_session_get_store (receipt->session);

  receipt->path = file != NULL ? g_file_get_path (file) : NULL;
  if (receipt->path != NULL && store != NULL)
    bary_unlock (receipt->widget, store, unlocked_cb, receipt, receipt_free);
  else
    receipt_free (receipt);
}

void
bary_receipt_save (GtkWidget   *widget,
                   BarySession *session,
                   const char  *package)
{
  g_autofree char *today = bary_date_today ();
  /* Translators: the name of a file; %s is a day: “2025-09-01”. */
  g_autofree char *name = g_strdup_printf (_("receipt-%s.xml"), today);

  bary_dialogs_save_file (GTK_WINDOW (gtk_widget_get_root (widget)), _("Save the receipt"), name, chosen_cb,
                          receipt_new (widget, session, package));
}
