#pragma once

#include "bary-exchange-error.h"
#include "bary-manifest.h"
#include "bary-store.h"

G_BEGIN_DECLS

/* Who a database is to others: its key, in a file of its own in the user's data folder that nobody else can read
 * (0600), sealed with a passphrase if one was set (Argon2id, XSalsa20-Poly1305). */
typedef struct _BaryIdentity BaryIdentity;

/* Makes the key the first time.
 * @passphrase: (nullable)
 * Returns: (transfer full) (nullable): NULL with BARY_EXCHANGE_ERROR_PASSPHRASE or _KEY. */
BaryIdentity  *bary_identity_open           (BaryStore     *store,
                                             const char    *passphrase,
                                             GError       **error);
/* Returns: (transfer full) (nullable): the public half alone, which no passphrase locks; NULL where there is no key yet. */
char          *bary_identity_peek           (BaryStore     *store);
/* Whether a passphrase locks the key; FALSE where there is no key yet. */
gboolean       bary_identity_is_locked      (BaryStore     *store);
void           bary_identity_free           (BaryIdentity  *self);

const BaryKey *bary_identity_get_key        (BaryIdentity  *self);
/* Returns: (transfer none): the public half in base64. */
const char    *bary_identity_get_public     (BaryIdentity  *self);
/* Returns: (transfer none): the file that holds it. */
const char    *bary_identity_get_path       (BaryIdentity  *self);

/* @passphrase: (nullable): NULL takes it off. */
gboolean       bary_identity_set_passphrase (BaryIdentity  *self,
                                             const char    *passphrase,
                                             GError       **error);
/* Another key, which the present one vouches for. @passphrase: (nullable): of the new one */
gboolean       bary_identity_renew          (BaryIdentity  *self,
                                             const char    *passphrase,
                                             GError       **error);

/* Names the sender in the manifest, and signs what is written with it. */
void           bary_identity_sign           (BaryIdentity  *self,
                                             BaryStore     *store,
                                             BaryManifest  *manifest);

/* Returns: (transfer full): a key as six words, to be compared by telephone. @key: in base64 */
char          *bary_identity_words          (const char    *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryIdentity, bary_identity_free)

G_END_DECLS
