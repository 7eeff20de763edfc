#pragma once

#include "bary-key.h"

G_BEGIN_DECLS

/* The signature of a package, in the scheme of minisign: Ed25519 over the BLAKE2b-512 of all bytes before the element
 * that holds it. It reads the bytes once and keeps none of them. */
typedef struct _BarySeal BarySeal;

/* The element as it is written: what stands before it is signed. */
#define BARY_SEAL_TAG "<signature>"
/* Characters of a signature. */
#define BARY_SEAL_LENGTH 100

BarySeal *bary_seal_new    (void);
void      bary_seal_free   (BarySeal      *self);

/* The next bytes of the package, cut anywhere. */
void      bary_seal_feed   (BarySeal      *self,
                            const char    *bytes,
                            gsize          length);

/* Of all bytes so far. Returns: (transfer full): base64 of "ED", the number of the key and the signature. */
char     *bary_seal_sign   (BarySeal      *self,
                            const BaryKey *key);
/* Of the bytes before the last tag. @key: in base64 */
gboolean  bary_seal_verify (BarySeal      *self,
                            const char    *key,
                            const char    *signature);
/* Returns: (transfer full): of all bytes so far, in hexadecimal digits: what names a package whatever its file is called. */
char     *bary_seal_dup_digest (BarySeal  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BarySeal, bary_seal_free)

G_END_DECLS
