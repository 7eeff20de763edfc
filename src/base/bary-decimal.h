#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns: (transfer full): a decimal with a point, as people write it in the locale, and with a minus sign instead of a hyphen:
 * "-18.5" becomes "−18,5" in Russian */
char    *bary_decimal_to_words        (const char *decimal);

/* The same for a figure. @format: as for g_ascii_formatd (): "%g", "%.2f" */
char    *bary_decimal_figure_to_words (double      figure,
                                       const char *format);

/* Moves @text behind the minus that a number as people write it begins with: a hyphen or the sign itself.
 * Returns: whether there is one */
gboolean bary_decimal_take_minus      (const char **text);

G_END_DECLS
