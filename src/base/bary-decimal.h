#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BARY_DECIMAL_MINUS "−" /* as people write it */

/* Returns: (transfer full): a decimal with a point, as people write it in the locale, and with a minus sign instead of a hyphen:
 * "-18.5" becomes "−18,5" in Russian */
char *bary_decimal_to_words (const char *decimal);

G_END_DECLS
