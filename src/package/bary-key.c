#include "bary-key.h"

#include <sodium.h>
#include <string.h>

G_STATIC_ASSERT (BARY_KEY_PUBLIC_LENGTH == crypto_sign_PUBLICKEYBYTES);
G_STATIC_ASSERT (BARY_KEY_SECRET_LENGTH == crypto_sign_SECRETKEYBYTES);

static void
prepare_sodium (void)
{
  if (sodium_init () < 0)
    g_error ("The system gives no random numbers");
}

BaryKey *
bary_key_new (void)
{
  BaryKey *self = g_new0 (BaryKey, 1);

  prepare_sodium ();
  crypto_sign_keypair (self->public_half, self->secret_half);
  return self;
}

BaryKey *
bary_key_copy (const BaryKey *self)
{
  return g_memdup2 (self, sizeof *self);
}

void
bary_key_free (BaryKey *self)
{
  sodium_memzero (self, sizeof *self);
  g_free (self);
}

char *
bary_key_dup_public (const BaryKey *self)
{
  return g_base64_encode (self->public_half, sizeof self->public_half);
}

/* Takes only what g_base64_encode writes: one spelling of each key.
 * Returns: whether the text holds exactly `length` bytes. */
static gboolean
decode (const char *text,
        guint8     *bytes,
        gsize       length)
{
  gsize n;
  g_autofree guchar *decoded = g_base64_decode (text, &n);
  g_autofree char *again = g_base64_encode (decoded, n);

  if (n != length || !g_str_equal (again, text))
    return FALSE;

  memcpy (bytes, decoded, length);
  return TRUE;
}

gboolean
bary_key_parse_public (const char *text,
                       guint8     *bytes)
{
  return text != NULL && decode (text, bytes, BARY_KEY_PUBLIC_LENGTH);
}

char *
bary_key_sign_text (const BaryKey *self,
                    const char    *text)
{
  guint8 signature[crypto_sign_BYTES];

  prepare_sodium ();
  crypto_sign_detached (signature, NULL, (const guint8 *) text, strlen (text), self->secret_half);
  return g_base64_encode (signature, sizeof signature);
}

gboolean
bary_key_verify_text (const char *key,
                      const char *text,
                      const char *signature)
{
  guint8 public_half[BARY_KEY_PUBLIC_LENGTH];
  guint8 bytes[crypto_sign_BYTES];

  prepare_sodium ();
  return bary_key_parse_public (key, public_half) && signature != NULL && decode (signature, bytes, sizeof bytes) &&
         crypto_sign_verify_detached (bytes, (const guint8 *) text, strlen (text), public_half) == 0;
}
