#include "bary-receipt-save.h"

#include "bary-config.h"
#include "bary-date.h"
#include "bary-dispatch.h"
#include "bary-unlock.h"

#include <glib/gi18n-lib.h>

typedef struct {
  char *package;
  char *path;
  char *database;
  char *passphrase; /* (nullable): where the key has none */
} Receipt;

static void
receipt_free (gpointer data)
{
  Receipt *receipt = data;

  g_free (receipt->package);
  g_free (receipt->path);
  g_free (receipt->database);
  g_free (receipt->passphrase);
  g_free (receipt);
}

typedef struct {
  BarySession *session;
  char        *package;
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_object_unref (asking->session);
  g_free (asking->package);
  g_free (asking);
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
unlocked_cb (const char *path,
             const char *passphrase,
             gpointer    data)
{
  const Asking *asking = data;
  g_autoptr (BaryJob) job = bary_job_new (_("Writing the receipt"));
  Receipt *receipt = g_new0 (Receipt, 1);

  receipt->package = g_strdup (asking->package);
  receipt->path = g_strdup (path);
  receipt->database = g_strdup (bary_store_get_path (bary_session_get_store (asking->session)));
  receipt->passphrase = g_strdup (passphrase);
  bary_session_run (asking->session, job, write_work, written_cb, G_OBJECT (asking->session), receipt, receipt_free);
}

void
bary_receipt_save (GtkWidget   *widget,
                   BarySession *session,
                   const char  *package)
{
  g_autofree char *today = bary_date_today ();
  /* Translators: the name of a file; %s is a day: “2025-09-01”. */
  g_autofree char *name = g_strdup_printf (_("receipt-%s.xml"), today);
  Asking *asking = g_new0 (Asking, 1);

  asking->session = g_object_ref (session);
  asking->package = g_strdup (package);
  bary_unlock_file (widget, session, _("Save the receipt"), name, unlocked_cb, asking, asking_free);
}
