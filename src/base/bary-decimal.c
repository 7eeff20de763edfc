#include "bary-decimal.h"

#include <langinfo.h>
#include <string.h>

#define MINUS "−" /* as people write it */

gboolean
bary_decimal_take_minus (const char **text)
{
  gsize length = **text == '-' ? 1 : g_str_has_prefix (*text, MINUS) ? strlen (MINUS) : 0;

  *text += length;
  return length > 0;
}

char *
bary_decimal_to_words (const char *decimal)
{
  const char *digits = *decimal == '-' ? decimal + 1 : decimal;
  const char *point = strchr (digits, '.');
  const char *sign = digits != decimal ? MINUS : "";

  if (point == NULL)
    return g_strconcat (sign, digits, NULL);
  return g_strdup_printf ("%s%.*s%s%s", sign, (int) (point - digits), digits, nl_langinfo (RADIXCHAR), point + 1);
}

char *
bary_decimal_figure_to_words (double      figure,
                              const char *format)
{
  char decimal[G_ASCII_DTOSTR_BUF_SIZE];
  const char *words = g_ascii_formatd (decimal, sizeof decimal, format, figure);

  /* What is rounded to nothing has no sign. */
  if (*words == '-' && strpbrk (words, "123456789") == NULL)
    words++;
  return bary_decimal_to_words (words);
}
