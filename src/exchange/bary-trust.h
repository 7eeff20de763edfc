#pragma once

#include "bary-exchange-error.h"
#include "bary-manifest.h"
#include "bary-senders.h"

G_BEGIN_DECLS

/* Whether the sender of a package is whom the key says. */
typedef enum {
  BARY_TRUST_OWN,       /* this database made it */
  BARY_TRUST_CONFIRMED,
  BARY_TRUST_UNKNOWN,   /* signed with a key that nobody here has confirmed */
  BARY_TRUST_CHANGED,   /* the sender is known with another key */
  BARY_TRUST_UNSIGNED,
} BaryTrust;

/* A key that its former one vouches for is confirmed on the way, as far as the file can be written.
 * @sender: (out) (transfer full) (nullable): who it is, if confirmed */
gboolean    bary_trust_judge     (BaryStore           *store,
                                  const BaryManifest  *manifest,
                                  BaryTrust           *trust,
                                  BarySender         **sender,
                                  GError             **error);
/* Why a package does not come in by itself, and what to do.
 * @path: of the package, for the message. Returns: TRUE if nothing is to be done. */
gboolean    bary_trust_require   (BaryTrust            trust,
                                  const BaryManifest  *manifest,
                                  const char          *path,
                                  GError             **error);
/* The key becomes that of a known sender, as whatever its kind of package is sent by. */
gboolean    bary_trust_confirm   (BaryStore           *store,
                                  const BaryManifest  *manifest,
                                  BarySenderRole       role,
                                  const char          *record,
                                  BarySenderWay        way,
                                  GError             **error);

/* As the journal has it. */
const char *bary_trust_to_word   (BaryTrust            trust);

G_END_DECLS
