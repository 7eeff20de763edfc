#include "bary-text.h"

#include <string.h>

#define NUMBER_WIDTH 10

static gboolean
is_decoration (gunichar c)
{
  return c == 0x2116 /* № */ || c == 0x00ab || c == 0x00bb || c == '"' || c == 0x201c || c == 0x201e || c == 0x201d;
}

/* The folded form of characters that are the same in every normal form: ASCII, the Cyrillic of Russian and
 * the signs of its typography. Returns: 0 for any other. */
static gunichar
fold_plain (gunichar c)
{
  if (c < 0x80)
    return g_ascii_tolower (c);
  if (c >= 0x0410 && c <= 0x042f)
    return c + 0x20;
  if (c >= 0x0430 && c <= 0x044f)
    return c;
  if (c == 0x0401 /* Ё */ || c == 0x0451 /* ё */)
    return 0x0435 /* е */;

  return is_decoration (c) || c == 0x2013 || c == 0x2014 ? c : 0;
}

/* The letters of Russian, whose two bytes begin with one of these, are folded as bytes: they are most of all texts. */
#define FIRST_LEAD '\xd0'
#define SECOND_LEAD '\xd1'

/* Returns: where the folded letter ends; NULL if it is no letter of Russian. */
static char *
fold_letter (const char *letter,
             char       *end)
{
  guchar tail = letter[1];

  if (*letter == FIRST_LEAD && tail >= 0x90 && tail <= 0xbf) /* А to п */
    {
      *end++ = tail >= 0xa0 && tail < 0xb0 ? SECOND_LEAD : FIRST_LEAD;
      *end++ = tail >= 0xb0 ? tail : tail >= 0xa0 ? tail - 0x20 : tail + 0x20;
      return end;
    }
  if (*letter == SECOND_LEAD && tail >= 0x80 && tail <= 0x8f) /* р to я */
    {
      *end++ = SECOND_LEAD;
      *end++ = tail;
      return end;
    }
  return NULL;
}

/* Returns: (transfer full) (nullable): what bary_text_fold makes, or NULL if that needs Unicode's tables. */
static char *
fold_quickly (const char *text)
{
  char *result = g_malloc (strlen (text) + 1);
  char *end = result;
  gboolean space = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      char *after;
      gunichar c;

      if (g_ascii_isspace (*p))
        {
          space = end > result;
          continue;
        }
      if (space)
        *end++ = ' ';
      space = FALSE;

      after = fold_letter (p, end);
      if (after != NULL)
        {
          end = after;
          continue;
        }
      c = fold_plain (g_utf8_get_char (p));
      if (c == 0)
        {
          g_free (result);
          return NULL;
        }
      end += g_unichar_to_utf8 (c, end);
    }

  *end = '\0';
  return result;
}

static char *
fold_thoroughly (const char *text)
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
bary_text_fold (const char *text)
{
  char *folded = fold_quickly (text);

  return folded != NULL ? folded : fold_thoroughly (text);
}

/* How many bytes of a folded text its key takes as they are. */
static gsize
measure_run (const char *text)
{
  const char *end = text;

  while (*end != '\0' && *end != ' ' && !g_ascii_isdigit (*end) &&
         (*end == FIRST_LEAD || *end == SECOND_LEAD || !is_decoration (g_utf8_get_char (end))))
    end = g_utf8_next_char (end);
  return end - text;
}

static void
append_number (GString    *key,
               const char *digits,
               gsize       length)
{
  for (gsize i = length; i < NUMBER_WIDTH; i++)
    g_string_append_c (key, '0');
  g_string_append_len (key, digits, length);
}

char *
bary_text_sort_key (const char *text)
{
  g_autofree char *folded = bary_text_fold (text);
  GString *key = g_string_sized_new (strlen (folded) + NUMBER_WIDTH);

  for (const char *p = folded; *p != '\0';)
    {
      gsize run = measure_run (p);
      gsize digits = strspn (p, "0123456789");

      if (run > 0)
        g_string_append_len (key, p, run);
      else if (digits > 0)
        append_number (key, p, digits);
      else if (*p == ' ' && key->len > 0 && key->str[key->len - 1] != ' ')
        g_string_append_c (key, ' ');
      p = run + digits > 0 ? p + run + digits : g_utf8_next_char (p);
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

char *
bary_text_to_file_name (const char *text)
{
  char *name = g_strdup (text);

  g_strdelimit (name, "/\\:|", '-');
  g_strdelimit (name, "*?\"<>\n\r\t", ' ');
  return g_strstrip (name);
}
