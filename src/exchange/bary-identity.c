#include "bary-identity.h"

#include "bary-config.h"
#include "bary-exchange-error.h"
#include "bary-new-file.h"
#include "bary-replica-renew.h"
#include "bary-store-source.h"
#include "bary-words.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>

#define GROUP "key"
#define N_WORDS 6

struct _BaryIdentity {
  char    *path;
  BaryKey *key;
  char    *public_half;
  char    *former;  /* (nullable): the key before, base64 */
  char    *voucher; /* (nullable): its signature of the present one */
};

G_DEFINE_QUARK (bary-exchange-error-quark, bary_exchange_error)

void
bary_identity_free (BaryIdentity *self)
{
  g_clear_pointer (&self->key, bary_key_free);
  g_free (self->path);
  g_free (self->public_half);
  g_free (self->former);
  g_free (self->voucher);
  g_free (self);
}

const BaryKey *
bary_identity_get_key (BaryIdentity *self)
{
  return self->key;
}

const char *
bary_identity_get_public (BaryIdentity *self)
{
  return self->public_half;
}

const char *
bary_identity_get_path (BaryIdentity *self)
{
  return self->path;
}

static gboolean
refuse_file (BaryIdentity  *self,
             const char    *reason,
             GError       **error)
{
  g_set_error (error, BARY_EXCHANGE_ERROR, BARY_EXCHANGE_ERROR_KEY,
               /* Translators: 1: a file, 2: what the system says */
               _("%1$s: the key that packages are signed with cannot be used (%2$s): put back a copy of the file, "
                 "or move it away, and a new key is made, which others have to confirm"), self->path, reason);
  return FALSE;
}

/* Sealing */

/* A secret key under a key made of the passphrase. */
static gboolean
stretch (const char   *passphrase,
         const guint8 *salt,
         guint8       *key)
{
  return crypto_pwhash (key, crypto_secretbox_KEYBYTES, passphrase, strlen (passphrase), salt,
                        crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13) == 0;
}

static void
set_bytes (GKeyFile     *file,
           const char   *name,
           const guint8 *bytes,
           gsize         length)
{
  g_autofree char *text = g_base64_encode (bytes, length);

  g_key_file_set_string (file, GROUP, name, text);
}

/* Returns: whether there are as many bytes. */
static gboolean
get_bytes (GKeyFile   *file,
           const char *name,
           guint8     *bytes,
           gsize       length)
{
  g_autofree char *text = g_key_file_get_string (file, GROUP, name, NULL);
  g_autofree guchar *decoded = NULL;
  gsize n = 0;

  if (text != NULL)
    decoded = g_base64_decode (text, &n);
  if (n != length)
    return FALSE;

  memcpy (bytes, decoded, n);
  sodium_memzero (text, strlen (text));
  sodium_memzero (decoded, n);
  return TRUE;
}

static gboolean
seal (BaryIdentity *self,
      GKeyFile     *file,
      const char   *passphrase)
{
  guint8 salt[crypto_pwhash_SALTBYTES];
  guint8 nonce[crypto_secretbox_NONCEBYTES];
  guint8 key[crypto_secretbox_KEYBYTES];
  guint8 sealed[BARY_KEY_SECRET_LENGTH + crypto_secretbox_MACBYTES];

  randombytes_buf (salt, sizeof salt);
  randombytes_buf (nonce, sizeof nonce);
  if (!stretch (passphrase, salt, key))
    return FALSE;

  crypto_secretbox_easy (sealed, self->key->secret_half, BARY_KEY_SECRET_LENGTH, nonce, key);
  sodium_memzero (key, sizeof key);
  set_bytes (file, "salt", salt, sizeof salt);
  set_bytes (file, "nonce", nonce, sizeof nonce);
  set_bytes (file, "sealed", sealed, sizeof sealed);
  return TRUE;
}

static gboolean
unseal (GKeyFile    *file,
        const char  *passphrase,
        guint8      *secret)
{
  guint8 salt[crypto_pwhash_SALTBYTES];
  guint8 nonce[crypto_secretbox_NONCEBYTES];
  guint8 key[crypto_secretbox_KEYBYTES];
  guint8 sealed[BARY_KEY_SECRET_LENGTH + crypto_secretbox_MACBYTES];
  gboolean opened;

  if (!get_bytes (file, "salt", salt, sizeof salt) || !get_bytes (file, "nonce", nonce, sizeof nonce) ||
      !get_bytes (file, "sealed", sealed, sizeof sealed) || !stretch (passphrase, salt, key))
    return FALSE;

  opened = crypto_secretbox_open_easy (secret, sealed, sizeof sealed, nonce, key) == 0;
  sodium_memzero (key, sizeof key);
  return opened;
}

/* The file */

static gboolean
write_bytes (BaryIdentity  *self,
             const char    *text,
             gsize          length,
             GError       **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_auto (BaryNewFile) file = BARY_NEW_FILE_INIT;

  if (g_mkdir_with_parents (folder, 0700) != 0 || !bary_new_file_open (&file, self->path) || fchmod (file.fd, 0600) != 0 ||
      !bary_new_file_write (&file, text, length) || !bary_new_file_publish (&file))
    return refuse_file (self, g_strerror (errno), error);

  return TRUE;
}

static gboolean
save (BaryIdentity  *self,
      const char    *passphrase,
      GError       **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *text = NULL;
  gboolean written;
  gsize length;

  g_key_file_set_string (file, GROUP, "public", self->public_half);
  if (passphrase == NULL)
    set_bytes (file, "secret", self->key->secret_half, BARY_KEY_SECRET_LENGTH);
  else if (!seal (self, file, passphrase))
    return refuse_file (self, g_strerror (ENOMEM), error);
  if (self->former != NULL)
    {
      g_key_file_set_string (file, GROUP, "former", self->former);
      g_key_file_set_string (file, GROUP, "voucher", self->voucher);
    }

  text = g_key_file_to_data (file, &length, NULL);
  written = write_bytes (self, text, length, error);
  sodium_memzero (text, length);
  return written;
}

static gboolean
read_secret (BaryIdentity  *self,
             GKeyFile      *file,
             const char    *passphrase,
             GError       **error)
{
  if (!g_key_file_has_key (file, GROUP, "sealed", NULL))
    return get_bytes (file, "secret", self->key->secret_half, BARY_KEY_SECRET_LENGTH) ||
           refuse_file (self, _("the file is damaged"), error);
  if (passphrase != NULL && unseal (file, passphrase, self->key->secret_half))
    return TRUE;

  g_set_error_literal (error, BARY_EXCHANGE_ERROR, BARY_EXCHANGE_ERROR_PASSPHRASE,
                       passphrase != NULL ? _("This passphrase does not open the key: type it again")
                                          : _("The key is locked with a passphrase: give it, in BARYCENTER_PASSPHRASE for the command line"));
  return FALSE;
}

static gboolean
load (BaryIdentity  *self,
      const char    *passphrase,
      GError       **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) failure = NULL;

  if (!g_key_file_load_from_file (file, self->path, G_KEY_FILE_NONE, &failure))
    return refuse_file (self, failure->message, error);

  self->key = g_new0 (BaryKey, 1);
  self->public_half = g_key_file_get_string (file, GROUP, "public", NULL);
  self->former = g_key_file_get_string (file, GROUP, "former", NULL);
  self->voucher = g_key_file_get_string (file, GROUP, "voucher", NULL);
  if (!bary_key_parse_public (self->public_half, self->key->public_half))
    return refuse_file (self, _("the file is damaged"), error);

  return read_secret (self, file, passphrase, error);
}

static void
take_new_key (BaryIdentity *self)
{
  g_clear_pointer (&self->key, bary_key_free);
  g_free (self->public_half);
  self->key = bary_key_new ();
  self->public_half = bary_key_dup_public (self->key);
}

/* Returns: (transfer full) (nullable) */
static char *
make_path (BaryStore  *store,
           const char *meta)
{
  g_autofree char *replica = bary_store_dup_meta (store, meta);
  g_autofree char *name = replica != NULL ? g_strconcat (replica, ".key", NULL) : NULL;

  return name != NULL ? g_build_filename (g_get_user_data_dir (), "barycenter", "keys", name, NULL) : NULL;
}

/* A restored database goes on with the key that it had. Returns: (transfer full) (nullable): NULL for a database without
 * a name. */
static char *
find_path (BaryStore *store)
{
  g_autofree char *path = make_path (store, BARY_META_REPLICA);
  g_autofree char *former = make_path (store, BARY_META_FORMER_REPLICA);

  return path == NULL || former == NULL || g_file_test (path, G_FILE_TEST_EXISTS) || !g_file_test (former, G_FILE_TEST_EXISTS)
           ? g_steal_pointer (&path) : g_steal_pointer (&former);
}

/* Returns: (transfer full) (nullable): NULL where there is no key yet. */
static GKeyFile *
read_file (BaryStore *store)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = find_path (store);

  return path != NULL && g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL) ? g_steal_pointer (&file) : NULL;
}

char *
bary_identity_peek (BaryStore *store)
{
  g_autoptr (GKeyFile) file = read_file (store);

  return file != NULL ? g_key_file_get_string (file, GROUP, "public", NULL) : NULL;
}

gboolean
bary_identity_is_locked (BaryStore *store)
{
  g_autoptr (GKeyFile) file = read_file (store);

  return file != NULL && g_key_file_has_key (file, GROUP, "sealed", NULL);
}

BaryIdentity *
bary_identity_open (BaryStore   *store,
                    const char  *passphrase,
                    GError     **error)
{
  g_autoptr (BaryIdentity) self = g_new0 (BaryIdentity, 1);

  self->path = find_path (store);
  if (self->path == NULL)
    {
      g_set_error_literal (error, BARY_EXCHANGE_ERROR, BARY_EXCHANGE_ERROR_KEY,
                           _("The database has no name of its own to sign with: restore it from a backup"));
      return NULL;
    }
  if (g_file_test (self->path, G_FILE_TEST_EXISTS))
    return load (self, passphrase, error) ? g_steal_pointer (&self) : NULL;

  take_new_key (self);
  return save (self, passphrase, error) ? g_steal_pointer (&self) : NULL;
}

gboolean
bary_identity_set_passphrase (BaryIdentity  *self,
                              const char    *passphrase,
                              GError       **error)
{
  return save (self, passphrase, error);
}

gboolean
bary_identity_renew (BaryIdentity  *self,
                     const char    *passphrase,
                     GError       **error)
{
  g_autoptr (BaryKey) before = bary_key_copy (self->key);

  g_free (self->former);
  g_free (self->voucher);
  self->former = g_strdup (self->public_half);
  take_new_key (self);
  self->voucher = bary_key_sign_text (before, self->public_half);
  return save (self, passphrase, error);
}

void
bary_identity_sign (BaryIdentity *self,
                    BaryStore    *store,
                    BaryManifest *manifest)
{
  bary_manifest_set_signer (manifest, self->key);
  g_free (manifest->sender_id);
  g_free (manifest->centre);
  g_free (manifest->former_key);
  g_free (manifest->voucher);
  manifest->sender_id = bary_store_dup_meta (store, BARY_META_REPLICA);
  manifest->centre = bary_store_dup_meta (store, BARY_META_OWN_CENTRE);
  manifest->former_key = g_strdup (self->former);
  manifest->voucher = g_strdup (self->voucher);
}

char *
bary_identity_words (const char *key)
{
  guint8 digest[crypto_generichash_BYTES];

  crypto_generichash (digest, sizeof digest, (const guint8 *) key, strlen (key), NULL, 0);
  return bary_words_from_bytes (digest, sizeof digest, N_WORDS);
}
