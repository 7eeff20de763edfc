#pragma once

#include "bary-contest-guard.h"
#include "bary-overtaken.h"
#include "bary-package-kind.h"
#include "bary-package.h"
#include "bary-senders.h"

G_BEGIN_DECLS

/* The records of a package, each looked at before it is handed on: whether a package of this kind from this sender may
 * hold it. Fields that did not leave the sender take the value that stands here, and so do those of which the sender said
 * something newer before. The first that oversteps ends the
 * reading with BARY_EXCHANGE_ERROR_OVERSTEPS. */

/* Called after the last record, when the whole was found sound.
 * Returns: FALSE with an error refuses the whole. */
typedef gboolean (*BaryAuthorityDone) (BaryPackage  *package,
                                       guint         records,
                                       gpointer      user_data,
                                       GError      **error);

/* @owner: (nullable): id of the record that the sender speaks for, where the kind holds only that
 * @overtaken: (nullable): what came before; must live as long
 * @guard: (nullable): what else is to be seen to; must live as long
 * @done: (nullable)
 * Returns: (transfer full): a source that has no more to say than the package. */
BaryRecordSource *bary_authority_new (BaryStore             *store,
                                      BaryPackage           *package,
                                      const BaryPackageKind *kind,
                                      const char            *owner,
                                      BaryOvertaken         *overtaken,
                                      BaryContestGuard      *guard,
                                      BaryAuthorityDone      done,
                                      gpointer               user_data);

G_END_DECLS
