#include "bary-dispatch-order.h"

#include "bary-config.h"
#include "bary-mail-draft.h"
#include "bary-mail-open.h"
#include "bary-store-source.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

BaryDispatchOrder *
bary_dispatch_order_new (BaryStore          *store,
                         const BaryDispatch *dispatch)
{
  BaryDispatchOrder *self = g_new0 (BaryDispatchOrder, 1);

  self->database = g_strdup (bary_store_get_path (store));
  self->dispatch = *dispatch;
  self->dispatch.subject = self->subject = g_strdup (dispatch->subject);
  self->dispatch.addressee = self->addressee = g_strdup (dispatch->addressee);
  self->dispatch.addressee_id = self->addressee_id = g_strdup (dispatch->addressee_id);
  self->dispatch.since = self->since = g_strdup (dispatch->since);
  return self;
}

void
bary_dispatch_order_free (BaryDispatchOrder *self)
{
  g_free (self->database);
  g_free (self->subject);
  g_free (self->addressee);
  g_free (self->addressee_id);
  g_free (self->since);
  g_free (self);
}

typedef struct {
  BaryDispatchOrder *order;
  char              *passphrase; /* (nullable) */
  char              *path;       /* where the package is written */
  GBytes            *letter;     /* (nullable): the letter that it went into */
  GtkWindow         *parent;     /* (nullable) */
} Making;

static Making *
making_new (BaryDispatchOrder *order,
            const char        *passphrase,
            char              *path)
{
  Making *self = g_new0 (Making, 1);

  self->order = order;
  self->passphrase = g_strdup (passphrase);
  self->path = path;
  return self;
}

static void
making_free (gpointer data)
{
  Making *self = data;

  bary_dispatch_order_free (self->order);
  g_clear_object (&self->parent);
  g_free (self->passphrase);
  g_free (self->path);
  g_clear_pointer (&self->letter, g_bytes_unref);
  g_free (self);
}

static gboolean
save_work (BaryJob   *job,
           gpointer   data,
           GError   **error)
{
  Making *self = data;
  g_autoptr (BaryStore) store = bary_store_open (self->order->database, BARY_DATABASE_READ_WRITE, error);
  g_autoptr (BaryIdentity) identity = store != NULL ? bary_identity_open (store, self->passphrase, error) : NULL;

  return identity != NULL && bary_dispatch_check (&self->order->dispatch, store, error) &&
         bary_dispatch_write (&self->order->dispatch, store, identity, self->path, bary_job_get_cancellable (job), error);
}

static void
saved_cb (gpointer      session,
          gpointer      data,
          const GError *error)
{
  Making *self = data;
  g_autofree char *name = g_path_get_basename (self->path);
  /* Translators: %s: a file */
  g_autofree char *words = g_strdup_printf (_("The package is in %s"), name);
  g_autoptr (GError) failure = NULL;

  if (error != NULL)
    {
      bary_session_fail (session, error);
      return;
    }
  bary_session_tell (session, words);
  bary_session_note_exchange (session);
  /* What went may have been written down as sent. */
  if (bary_session_get_store (session) != NULL && !bary_store_poll (bary_session_get_store (session), &failure))
    bary_session_fail (session, failure);
}

void
bary_dispatch_order_save (BaryDispatchOrder *self,
                          BarySession       *session,
                          const char        *passphrase,
                          const char        *path)
{
  g_autoptr (BaryJob) job = bary_job_new (_("Writing the package"));

  bary_session_run (session, job, save_work, saved_cb, G_OBJECT (session), making_new (self, passphrase, g_strdup (path)), making_free);
}

/* The letter */

/* Returns: (transfer full): what a person has to know who gets a package for the first time. */
static char *
compose_text (BaryStore *store)
{
  g_autofree char *key = bary_identity_peek (store);
  g_autofree char *words = key != NULL ? bary_identity_words (key) : g_strdup ("");
  g_autofree char *sender = bary_store_dup_sender (store);

  /* Translators: the text of a letter; 1: who sends it, 2: six words */
  return g_strdup_printf (_("Attached is a package of the program “Barycenter”. Save the file and drop it on the window of the program.\n\n"
                            "The words of our key: %2$s\nIf this is our first package to you, call us and compare them.\n\n%1$s\n"),
                          sender, words);
}

/* Returns: (transfer full) (nullable) */
static GBytes *
make_letter (Making  *self,
             GError **error)
{
  g_autoptr (BaryStore) store = bary_store_open (self->order->database, BARY_DATABASE_READ_ONLY, error);
  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *text = store != NULL ? compose_text (store) : NULL;
  /* Translators: the subject of a letter; %s: a kind of package, as “A cluster” */
  g_autofree char *subject = g_strdup_printf (_("Package: %s"), bary_package_kind_get_label (self->order->dispatch.kind));
  const char *const nobody[] = { NULL };
  BaryMailAttachment attachment = { name, "application/xml", NULL };
  g_autoptr (GBytes) bytes = NULL;
  char *contents;
  gsize length;

  if (text == NULL || !g_file_get_contents (self->path, &contents, &length, error))
    return NULL;

  attachment.bytes = bytes = g_bytes_new_take (contents, length);
  return bary_mail_draft_new (nobody, subject, text, &attachment, 1);
}

/* The package itself stays in the letter alone. */
static gboolean
mail_work (BaryJob   *job,
           gpointer   data,
           GError   **error)
{
  Making *self = data;
  g_autofree char *folder = g_path_get_dirname (self->path);

  if (save_work (job, data, error))
    self->letter = make_letter (self, error);

  g_unlink (self->path);
  g_rmdir (folder);
  return self->letter != NULL;
}

static void
mailed_cb (gpointer      session,
           gpointer      data,
           const GError *error)
{
  Making *self = data;
  g_autofree char *name = g_path_get_basename (self->path);

  if (error != NULL)
    {
      bary_session_fail (session, error);
      return;
    }
  bary_mail_open (self->parent, name, self->letter);
  bary_session_note_exchange (session);
}

void
bary_dispatch_order_mail (BaryDispatchOrder *self,
                          BarySession       *session,
                          const char        *passphrase,
                          const char        *name,
                          GtkWindow         *parent)
{
  g_autoptr (BaryJob) job = bary_job_new (_("Writing the letter"));
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("barycenter-XXXXXX", &error);
  Making *making;

  if (folder == NULL)
    {
      bary_session_fail (session, error);
      bary_dispatch_order_free (self);
      return;
    }

  making = making_new (self, passphrase, g_build_filename (folder, name, NULL));
  making->parent = g_object_ref (parent);
  bary_session_run (session, job, mail_work, mailed_cb, G_OBJECT (session), making, making_free);
}
