#pragma once

#include "bary-report.h"

G_BEGIN_DECLS

/* What is handed to whoever is to trust a key: whose it is, its words, and the same as a QR code.
 * @words: of the key; @key: in base64
 * Returns: (transfer full): a sheet. */
BaryReport *bary_key_card_new      (const char *name,
                                    const char *words,
                                    const char *key);
/* Returns: (transfer full): what the code says, in lines. */
char       *bary_key_card_dup_text (const char *name,
                                    const char *words,
                                    const char *key);

G_END_DECLS
