#define _GNU_SOURCE /* memmem, memrchr */

#include "bary-seal.h"

#include <sodium.h>
#include <string.h>

#define DIGEST crypto_generichash_BYTES_MAX /* BLAKE2b-512 */
#define TAG_LENGTH (sizeof BARY_SEAL_TAG - 1)
#define KEY_NUMBER_LENGTH 8
#define SHOWN_DIGEST 32 /* bytes: half of it names a package as surely */

struct _BarySeal {
  crypto_generichash_state state;
  crypto_generichash_state before; /* as the state was at the last tag */
  gboolean                 tagged;
  gsize                    held;   /* bytes at the end that begin a tag, and are not in the state yet */
};

/* What minisign writes: its own mark, which key, the signature. */
typedef struct {
  guint8 mark[2];
  guint8 number[KEY_NUMBER_LENGTH];
  guint8 signature[crypto_sign_BYTES];
} Signature;

G_STATIC_ASSERT (sizeof (Signature) == 74);

BarySeal *
bary_seal_new (void)
{
  BarySeal *self = g_aligned_alloc0 (1, sizeof *self, G_ALIGNOF (crypto_generichash_state));

  crypto_generichash_init (&self->state, NULL, 0, DIGEST);
  return self;
}

void
bary_seal_free (BarySeal *self)
{
  g_aligned_free (self);
}

static void
take (BarySeal   *self,
      const char *bytes,
      gsize       length)
{
  crypto_generichash_update (&self->state, (const guint8 *) bytes, length);
}

static void
take_tag (BarySeal *self)
{
  self->before = self->state;
  self->tagged = TRUE;
  self->held = 0;
  take (self, BARY_SEAL_TAG, TAG_LENGTH);
}

/* Returns: how many of the bytes belong to the tag that began before them. */
static gsize
finish_tag (BarySeal   *self,
            const char *bytes,
            gsize       length)
{
  gsize n = MIN (length, TAG_LENGTH - self->held);

  if (self->held == 0)
    return 0;
  if (memcmp (bytes, BARY_SEAL_TAG + self->held, n) != 0)
    {
      take (self, BARY_SEAL_TAG, self->held);
      self->held = 0;
      return 0;
    }

  self->held += n;
  if (self->held == TAG_LENGTH)
    take_tag (self);
  return n;
}

/* Returns: how many bytes at the end may begin a tag. */
static gsize
count_start (const char *bytes,
             gsize       length)
{
  gsize most = MIN (length, TAG_LENGTH - 1);
  const char *start = memrchr (bytes + length - most, '<', most);
  gsize n = start != NULL ? bytes + length - start : 0;

  return n > 0 && memcmp (start, BARY_SEAL_TAG, n) == 0 ? n : 0;
}

void
bary_seal_feed (BarySeal   *self,
                const char *bytes,
                gsize       length)
{
  const char *end = bytes + length;
  const char *found;

  bytes += finish_tag (self, bytes, length);
  while (bytes < end && (found = memmem (bytes, end - bytes, BARY_SEAL_TAG, TAG_LENGTH)) != NULL)
    {
      take (self, bytes, found - bytes);
      take_tag (self);
      bytes = found + TAG_LENGTH;
    }
  if (bytes == end)
    return;

  self->held = count_start (bytes, end - bytes);
  take (self, bytes, end - bytes - self->held);
}

static void
number_key (const guint8 *public_half,
            guint8       *number)
{
  guint8 digest[DIGEST];

  crypto_generichash (digest, sizeof digest, public_half, BARY_KEY_PUBLIC_LENGTH, NULL, 0);
  memcpy (number, digest, KEY_NUMBER_LENGTH);
}

static void
digest_all (BarySeal *self,
            guint8   *digest)
{
  crypto_generichash_state state;

  take (self, BARY_SEAL_TAG, self->held);
  self->held = 0;
  state = self->state;
  crypto_generichash_final (&state, digest, DIGEST);
}

char *
bary_seal_dup_digest (BarySeal *self)
{
  guint8 digest[DIGEST];
  char hex[2 * DIGEST + 1];

  digest_all (self, digest);
  return g_strdup (sodium_bin2hex (hex, sizeof hex, digest, SHOWN_DIGEST));
}

char *
bary_seal_sign (BarySeal      *self,
                const BaryKey *key)
{
  Signature signature = { .mark = "ED" };
  guint8 digest[DIGEST];

  digest_all (self, digest);
  number_key (key->public_half, signature.number);
  crypto_sign_detached (signature.signature, NULL, digest, sizeof digest, key->secret_half);
  return g_base64_encode ((const guchar *) &signature, sizeof signature);
}

gboolean
bary_seal_verify (BarySeal   *self,
                  const char *key,
                  const char *text)
{
  guint8 public_half[BARY_KEY_PUBLIC_LENGTH];
  guint8 number[KEY_NUMBER_LENGTH];
  guint8 digest[DIGEST];
  gsize length;
  g_autofree Signature *signature = (Signature *) g_base64_decode (text, &length);
  g_autofree char *again = g_base64_encode ((const guchar *) signature, length);

  /* Bits that base64 leaves over would make a second package of the same content. */
  if (!self->tagged || length != sizeof *signature || !g_str_equal (again, text) || !bary_key_parse_public (key, public_half))
    return FALSE;

  number_key (public_half, number);
  crypto_generichash_final (&self->before, digest, sizeof digest);
  return memcmp (signature->mark, "ED", sizeof signature->mark) == 0 &&
         memcmp (signature->number, number, sizeof number) == 0 &&
         crypto_sign_verify_detached (signature->signature, digest, sizeof digest, public_half) == 0;
}
