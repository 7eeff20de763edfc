#pragma once

#include "bary-import.h"
#include "bary-package.h"
#include "bary-trust.h"

G_BEGIN_DECLS

/* A package on its way in: who sent it, whether it is for us and was not here before, whether it holds only what its
 * kind and its sender may send; then the import, and a line in the journal. A refused package leaves nothing. */

typedef enum {
  BARY_INTAKE_NONE = 0,
  BARY_INTAKE_DRY_RUN = 1 << 0,      /* everything but writing */
  BARY_INTAKE_TRUST_SENDER = 1 << 1, /* the person says that an unknown key, or the lack of one, is all right */
  BARY_INTAKE_WORDS = 1 << 2,        /* because the words were compared */
  BARY_INTAKE_PREVIEW = 1 << 3,      /* a dry run that keeps each record with its values */
} BaryIntakeFlags;

/* @name, @subject: as of bary_store_import
 * @plan: (nullable): the `plan` of the report of a dry run: what comes in is what that one told, or nothing does
 * Errors: BARY_EXCHANGE_ERROR besides those of bary_store_import and of the package. */
gboolean bary_intake_import (BaryStore         *store,
                             BaryPackage       *package,
                             const char        *name,
                             const char        *subject,
                             BaryIntakeFlags    flags,
                             const char        *plan,
                             BaryImportReport  *report,
                             GCancellable      *cancellable,
                             GError           **error);

/* The front alone: what bary_intake_import would refuse before it reads a record.
 * @trust: (out) */
gboolean bary_intake_look   (BaryStore         *store,
                             BaryPackage       *package,
                             BaryTrust         *trust,
                             GError           **error);

/* Writes down that a package waits for its sender to be confirmed. */
gboolean bary_intake_keep_waiting (BaryStore   *store,
                                   BaryPackage *package,
                                   BaryTrust    trust,
                                   GError     **error);

G_END_DECLS
