#include "bary-text.h"

#include <string.h>

#define NUMBER_WIDTH 10

static gboolean
is_decoration (gunichar c)
{
  return c == 0x2116 /* № */ || c == 0x00ab || c == 0x00bb || c == '"' || c == 0x201c || c == 0x201e || c == 0x201d;
}

char *
bary_text_fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_autofree char *folded = g_utf8_casefold (normal != NULL ? normal : "", -1);
  GString *result = g_string_sized_new (strlen (folded));
  gboolean space = FALSE;

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          space = result->len > 0;
          continue;
        }
      if (space)
        g_string_append_c (result, ' ');
      space = FALSE;
      g_string_append_unichar (result, c == 0x0451 /* ё */ ? 0x0435 /* е */ : c);
    }

  return g_string_free (result, FALSE);
}

char *
bary_text_sort_key (const char *text)
{
  g_autofree char *folded = bary_text_fold (text);
  GString *key = g_string_sized_new (strlen (folded) + NUMBER_WIDTH);

  for (const char *p = folded; *p != '\0';)
    {
      gunichar c = g_utf8_get_char (p);

      if (g_ascii_isdigit (*p))
        {
          gsize digits = strspn (p, "0123456789");

          for (gsize i = digits; i < NUMBER_WIDTH; i++)
            g_string_append_c (key, '0');
          g_string_append_len (key, p, digits);
          p += digits;
          continue;
        }
      if (!is_decoration (c) && !(c == ' ' && (key->len == 0 || key->str[key->len - 1] == ' ')))
        g_string_append_unichar (key, c);
      p = g_utf8_next_char (p);
    }

  return g_string_free (key, FALSE);
}

char *
bary_text_fill (const char *pattern,
                const char *subject)
{
  const char *place = strstr (pattern, "%s");

  if (place == NULL)
    return g_strdup (pattern);

  return g_strdup_printf ("%.*s%s%s", (int) (place - pattern), pattern,
                          subject != NULL ? subject : "", place + 2);
}
