#include "bary-fraction.h"

#include "bary-decimal.h"

#include <string.h>

#define SHOWN_DIGITS 3 /* of what has no end */

typedef __int128 Wide;

static Wide
find_divisor (Wide a,
              Wide b)
{
  while (b != 0)
    {
      Wide rest = a % b;

      a = b;
      b = rest;
    }
  return a < 0 ? -a : a;
}

/* In lowest terms. Returns: FALSE if they are too long */
static gboolean
reduce (Wide          numerator,
        Wide          denominator,
        BaryFraction *value)
{
  Wide divisor = find_divisor (numerator, denominator);

  if (denominator < 0)
    divisor = -divisor;
  numerator /= divisor;
  denominator /= divisor;
  if (numerator > G_MAXINT64 || numerator < -G_MAXINT64 || denominator > G_MAXINT64)
    return FALSE;

  *value = (BaryFraction) { (gint64) numerator, (gint64) denominator };
  return TRUE;
}

gboolean
bary_fraction_divide (gint64        numerator,
                      gint64        denominator,
                      BaryFraction *value)
{
  return denominator != 0 && reduce (numerator, denominator, value);
}

static gint64
raise_ten (guint power)
{
  gint64 value = 1;

  while (power-- > 0)
    value *= 10;
  return value;
}

/* Digits from the start of a text, as many as there is room for. Returns: how many */
static guint
read_digits (const char *text,
             gint64     *number)
{
  guint n = 0;

  for (; g_ascii_isdigit (text[n]) && n < BARY_FRACTION_MOST_DIGITS; n++)
    *number = 10 * *number + g_ascii_digit_value (text[n]);
  return n;
}

gboolean
bary_fraction_parse (const char   *text,
                     BaryFraction *value)
{
  gboolean negative = bary_decimal_take_minus (&text);
  gint64 number = 0;
  guint n_whole, n_parts = 0;

  text += !negative && *text == '+';
  n_whole = read_digits (text, &number);
  text += n_whole;
  if (*text == '.' || *text == ',')
    {
      n_parts = read_digits (text + 1, &number);
      text += n_parts + 1;
      if (n_parts == 0)
        return FALSE;
    }
  return *text == '\0' && n_whole > 0 && bary_fraction_divide (negative ? -number : number, raise_ten (n_parts), value);
}

gboolean
bary_fraction_add (BaryFraction       *value,
                   const BaryFraction *other)
{
  return reduce ((Wide) value->numerator * other->denominator + (Wide) other->numerator * value->denominator,
                 (Wide) value->denominator * other->denominator, value);
}

gboolean
bary_fraction_subtract (BaryFraction       *value,
                        const BaryFraction *other)
{
  BaryFraction negative = { -other->numerator, other->denominator };

  return bary_fraction_add (value, &negative);
}

gboolean
bary_fraction_multiply (BaryFraction       *value,
                        const BaryFraction *other)
{
  return reduce ((Wide) value->numerator * other->numerator, (Wide) value->denominator * other->denominator, value);
}

int
bary_fraction_compare (const BaryFraction *a,
                       const BaryFraction *b)
{
  Wide left = (Wide) a->numerator * b->denominator, right = (Wide) b->numerator * a->denominator;

  return left < right ? -1 : left > right;
}

double
bary_fraction_to_double (const BaryFraction *value)
{
  return (double) value->numerator / value->denominator;
}

/* The whole number nearest to numerator / denominator, both positive. */
static Wide
find_nearest (Wide         numerator,
              Wide         denominator,
              BaryRounding rounding)
{
  Wide whole = numerator / denominator, twice = 2 * (numerator % denominator);

  if (twice > denominator || (twice == denominator && (rounding == BARY_ROUNDING_HALF_UP || whole % 2 == 1)))
    whole++;
  return whole;
}

gboolean
bary_fraction_round (BaryFraction *value,
                     BaryRounding  rounding,
                     guint         digits)
{
  Wide scale = raise_ten (MIN (digits, BARY_FRACTION_MOST_DIGITS)), numerator = value->numerator;
  Wide whole;

  if (rounding == BARY_ROUNDING_NONE)
    return TRUE;

  whole = find_nearest ((numerator < 0 ? -numerator : numerator) * scale, value->denominator, rounding);
  return reduce (numerator < 0 ? -whole : whole, scale, value);
}

gboolean
bary_fraction_has_end (const BaryFraction *value)
{
  return raise_ten (BARY_FRACTION_MOST_DIGITS) % value->denominator == 0;
}

char *
bary_fraction_to_string (const BaryFraction *value)
{
  gint64 scale = raise_ten (BARY_FRACTION_MOST_DIGITS);
  guint64 size = value->numerator < 0 ? -(guint64) value->numerator : (guint64) value->numerator;
  const char *sign = value->numerator < 0 ? "-" : "";
  g_autofree char *text = NULL;
  gsize length;

  if (value->denominator == 1)
    return g_strdup_printf ("%" G_GINT64_FORMAT, value->numerator);
  if (!bary_fraction_has_end (value))
    return g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, value->numerator, value->denominator);

  text = g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT, sign, size / value->denominator,
                          BARY_FRACTION_MOST_DIGITS, size % value->denominator * (scale / value->denominator));
  length = strlen (text);
  while (text[length - 1] == '0')
    text[--length] = '\0';
  return g_steal_pointer (&text);
}

char *
bary_fraction_to_words (const BaryFraction *value)
{
  BaryFraction near = *value;
  gboolean ends = bary_fraction_has_end (value) || !bary_fraction_round (&near, BARY_ROUNDING_HALF_UP, SHOWN_DIGITS);
  g_autofree char *decimal = bary_fraction_to_string (&near);
  g_autofree char *words = bary_decimal_to_words (decimal);

  return ends ? g_steal_pointer (&words) : g_strdup_printf ("≈%s", words);
}
