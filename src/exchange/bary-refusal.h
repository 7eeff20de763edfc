#pragma once

#include "bary-package.h"
#include "bary-parcels.h"
#include "bary-trust.h"

G_BEGIN_DECLS

/* What became of a package that did not come in. */

/* Returns: (nullable): a word for support, such as "tampered"; NULL where the package itself is not to blame, or somebody
 * still has to say a word or a passphrase for it. */
const char *bary_refusal_get_code    (const GError      *error);

/* What the reason of a parcel begins with that may come in once earlier ones have. */
#define BARY_REFUSAL_EARLY "gap:"

/* Names the packages by their numbers that lie between the last one of this sender and this.
 * @manifest: of the package that was refused because something is missing
 * Returns: (transfer full) (nullable): a sentence; NULL where the numbers tell nothing. */
char       *bary_refusal_dup_missing (BaryStore          *store,
                                      const BaryManifest *manifest);

/* Leaves a line in the journal: what the package is as far as it says so itself, the code and the sentence. A package that
 * came in before keeps the line that it has.
 * Returns: TRUE also where nothing is to be written down. */
gboolean    bary_refusal_log         (BaryStore          *store,
                                      BaryPackage        *package,
                                      const GError       *refusal,
                                      GError            **error);

G_END_DECLS
