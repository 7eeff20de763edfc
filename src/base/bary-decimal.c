#include "bary-decimal.h"

#include <langinfo.h>
#include <string.h>

char *
bary_decimal_to_words (const char *decimal)
{
  const char *digits = *decimal == '-' ? decimal + 1 : decimal;
  const char *point = strchr (digits, '.');
  const char *sign = digits != decimal ? BARY_DECIMAL_MINUS : "";

  if (point == NULL)
    return g_strconcat (sign, digits, NULL);
  return g_strdup_printf ("%s%.*s%s%s", sign, (int) (point - digits), digits, nl_langinfo (RADIXCHAR), point + 1);
}
