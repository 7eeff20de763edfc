#pragma once

#include "bary-ledger.h"

G_BEGIN_DECLS

/* What a database says, as a number that two centres compare: SHA-256 over the values of all records. It is taken of
 * what the edits say and not of what stands, so that it is equal wherever the same edits are known, however their
 * conflicts stand meanwhile. Who edited and when does not enter it: equal values are equal however they came about. */

#define BARY_DIGEST_LENGTH 32

/* Of all records: a digest of those of its kinds. */
gboolean bary_digest_all    (BaryLedger      *ledger,
                             guint8          *digest,
                             GError         **error);
/* Of the records of one kind. */
gboolean bary_digest_kind   (BaryLedger      *ledger,
                             BaryKind         kind,
                             guint8          *digest,
                             GError         **error);

typedef void (*BaryDigestFunc) (const char   *id,
                                const guint8 *digest,
                                gpointer      user_data);

/* Each record of a kind, in the order of ids: where two databases differ. */
gboolean bary_digest_foreach (BaryLedger      *ledger,
                              BaryKind         kind,
                              BaryDigestFunc   func,
                              gpointer         user_data,
                              GError         **error);

G_END_DECLS
