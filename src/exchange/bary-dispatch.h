#pragma once

#include "bary-identity.h"
#include "bary-package-kind.h"

G_BEGIN_DECLS

/* A package on its way out: its front, its records, its signature, and a line in the journal. */
typedef struct {
  const BaryPackageKind *kind;
  const char            *subject;      /* (nullable): id of the record it is of */
  BaryProfile            profile;      /* what stays at home */
  const char            *addressee;    /* (nullable): a name */
  const char            *addressee_id; /* (nullable): of a database or a centre */
  const char            *since;        /* (nullable): of changes: the database that knows the rest */
} BaryDispatch;

/* Whether a package can be made so: a kind with contents of this version, with the record it needs.
 * Errors: BARY_EXCHANGE_ERROR_KIND, BARY_STORE_ERROR_NOT_FOUND. */
gboolean bary_dispatch_check  (const BaryDispatch  *self,
                               BaryStore           *store,
                               GError             **error);

/* Writes it durably and signs it. @identity: (nullable): nobody signs
 * @path: ending with ".gz" where it is to be compressed; a folder gets a file with the package's own name, which no other
 *   package has */
gboolean bary_dispatch_write  (const BaryDispatch  *self,
                               BaryStore           *store,
                               BaryIdentity        *identity,
                               const char          *path,
                               GCancellable        *cancellable,
                               GError             **error);
/* The same poured out. @name: for messages */
gboolean bary_dispatch_stream (const BaryDispatch  *self,
                               BaryStore           *store,
                               BaryIdentity        *identity,
                               GOutputStream       *stream,
                               const char          *name,
                               GCancellable        *cancellable,
                               GError             **error);

/* How many records of each kind would leave, or of changes how many edits.
 * @counts: (out caller-allocates): BARY_N_KINDS of them */
gboolean bary_dispatch_count  (const BaryDispatch  *self,
                               BaryStore           *store,
                               guint               *counts,
                               GCancellable        *cancellable,
                               GError             **error);

/* Tells the sender of a package what became of it. @parcel: the id of the package that came
 * @reason: (nullable): why it was refused */
gboolean bary_dispatch_receipt (BaryStore          *store,
                                BaryIdentity       *identity,
                                const char         *package,
                                const char         *reason,
                                const char         *path,
                                GError            **error);

G_END_DECLS
