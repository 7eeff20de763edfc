#include "bary-decimal.h"

#include <langinfo.h>
#include <string.h>

char *
bary_decimal_to_words (const char *decimal)
{
  const char *point = strchr (decimal, '.');

  if (point == NULL)
    return g_strdup (decimal);
  return g_strdup_printf ("%.*s%s%s", (int) (point - decimal), decimal, nl_langinfo (RADIXCHAR), point + 1);
}
