#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The Ed25519 keys that packages are signed with (RFC 8032), by libsodium. */

#define BARY_KEY_PUBLIC_LENGTH 32 /* bytes */
#define BARY_KEY_SECRET_LENGTH 64

typedef struct {
  guint8 public_half[BARY_KEY_PUBLIC_LENGTH];
  guint8 secret_half[BARY_KEY_SECRET_LENGTH];
} BaryKey;

/* Returns: (transfer full): a new pair. */
BaryKey *bary_key_new          (void);
BaryKey *bary_key_copy         (const BaryKey *self);
/* Leaves nothing of the secret in memory. */
void     bary_key_free         (BaryKey       *self);

/* Returns: (transfer full): the public half in base64, as packages carry it. */
char    *bary_key_dup_public   (const BaryKey *self);
/* @bytes: (out caller-allocates): BARY_KEY_PUBLIC_LENGTH of them */
gboolean bary_key_parse_public (const char    *text,
                                guint8        *bytes);

/* Returns: (transfer full): a signature of a short text in base64. */
char    *bary_key_sign_text    (const BaryKey *self,
                                const char    *text);
/* @key: in base64 */
gboolean bary_key_verify_text  (const char    *key,
                                const char    *text,
                                const char    *signature);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryKey, bary_key_free)

G_END_DECLS
