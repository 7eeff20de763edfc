#include "bary-record.h"

#include "bary-config.h"
#include "bary-date.h"
#include "bary-decimal.h"
#include "bary-id.h"
#include "bary-period.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LONGEST_TEXT 1000
#define LONGEST_LONG_TEXT 100000
#define GREATEST_INTEGER 999999
#define MOST_DECIMALS 3
#define SCHOOL_YEAR_WITH_LEAP_DAY 2023

const BaryChoice bary_choice_yes[] = {
  { "yes", N_("Yes") },
  { NULL, NULL }
};

const BaryChoice bary_choice_yes_no[] = {
  { "yes", N_("Yes") },
  { "no", N_("No") },
  { NULL, NULL }
};

static gboolean
refuse (const BaryField  *field,
        const char       *value,
        const char       *remedy,
        GError          **error)
{
  g_autofree char *shown = g_utf8_substring (value, 0, MIN (g_utf8_strlen (value, -1), 60));

  g_set_error (error, BARY_RECORD_ERROR, BARY_RECORD_ERROR_INVALID_VALUE,
               /* Translators: 1: a field, 2: what was written, 3: what to write instead */
               _("“%1$s” cannot be “%2$s”: %3$s"), bary_field_get_label (field), shown, remedy);
  return FALSE;
}

static gboolean
is_clean_text (const char *text,
               gboolean    paragraphs)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((c < 0x20 && !(paragraphs && (c == '\n' || c == '\t'))) || c == 0x7f || c == 0xfffe || c == 0xffff)
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_text (const BaryField  *field,
            const char       *value,
            glong             limit,
            GError          **error)
{
  g_autofree char *remedy = NULL;

  if (!is_clean_text (value, limit == LONGEST_LONG_TEXT))
    return refuse (field, value, _("it contains line breaks or invisible characters; remove them"), error);
  if (g_utf8_strlen (value, -1) <= limit)
    return TRUE;

  remedy = g_strdup_printf (ngettext ("shorten it to %ld character", "shorten it to %ld characters", limit), limit);
  return refuse (field, value, remedy, error);
}

static gboolean
is_phone (const char *value)
{
  static const char *const extension = "доб";
  guint digits = 0;

  for (const char *p = value; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_ascii_isdigit (*p))
        digits++;
      else if (strchr ("+-() ,;.#*", *p) == NULL &&
               g_unichar_type (g_utf8_get_char (p)) != G_UNICODE_DASH_PUNCTUATION &&
               g_utf8_strchr (extension, -1, g_utf8_get_char (p)) == NULL)
        return FALSE;
    }
  return digits >= 5;
}

static gboolean
is_email (const char *value)
{
  const char *at = strchr (value, '@');

  return at != NULL && at > value && strchr (at + 1, '@') == NULL &&
         strpbrk (value, " \t,;<>\"") == NULL &&
         strchr (at + 1, '.') != NULL && at[1] != '.' && !g_str_has_suffix (value, ".");
}

static gboolean
is_site (const char *value)
{
  const char *host = value;

  if (g_str_has_prefix (value, "http://"))
    host += strlen ("http://");
  else if (g_str_has_prefix (value, "https://"))
    host += strlen ("https://");
  else if (strstr (value, "://") != NULL)
    return FALSE;

  return strpbrk (value, " \t<>\"") == NULL && host[0] != '.' && host[0] != '/' && strchr (host, '.') != NULL;
}

/* The words are read in no certain year: in one with a 29 February, and whatever its weekdays are.
 * @remedy: (out) (nullable) (transfer full): what to write instead */
static gboolean
is_period (const char  *value,
           char       **remedy)
{
  g_auto (BaryPeriod) period = { 0 };
  g_autoptr (GError) error = NULL;

  if (bary_period_parse (value, SCHOOL_YEAR_WITH_LEAP_DAY, &period, &error) ||
      g_error_matches (error, BARY_PERIOD_ERROR, BARY_PERIOD_ERROR_WRONG_WEEKDAY))
    return TRUE;
  *remedy = g_strdup (error->message);
  return FALSE;
}

static gboolean
parse_choice (const BaryField  *field,
              const char       *value,
              char            **canonical,
              GError          **error)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *remedy = NULL;

  for (const BaryChoice *choice = field->choices; choice->word != NULL; choice++)
    {
      if (g_str_equal (choice->word, value) || g_str_equal (_(choice->label), value))
        {
          *canonical = g_strdup (choice->word);
          return TRUE;
        }
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", choice->word);
    }

  /* Translators: %s: a list of words */
  remedy = g_strdup_printf (_("choose one of: %s"), words->str);
  return refuse (field, value, remedy, error);
}

static gboolean
parse_integer (const BaryField  *field,
               const char       *value,
               char            **canonical,
               GError          **error)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (value, 10, 0, GREATEST_INTEGER, &number, NULL))
    return refuse (field, value, _("write a whole number from 0 to 999999"), error);

  *canonical = g_strdup_printf ("%" G_GUINT64_FORMAT, number);
  return TRUE;
}

/* @digits: after the point. Returns: (transfer full): as short as can be. */
static char *
compose_number (gboolean     negative,
                guint64      whole,
                const char  *digits,
                gsize        n_digits)
{
  while (n_digits > 0 && digits[n_digits - 1] == '0')
    n_digits--;
  if (whole == 0 && n_digits == 0)
    return g_strdup ("0");
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT "%s%.*s", negative ? "-" : "", whole, n_digits > 0 ? "." : "",
                          (int) n_digits, digits);
}

/* A comma is as good as a point. */
static gboolean
parse_number (const BaryField  *field,
              const char       *value,
              char            **canonical,
              GError          **error)
{
  const char *start = value;
  gboolean negative = bary_decimal_take_minus (&start);
  const char *point;
  g_autofree char *whole = NULL;
  guint64 number;

  point = start + strcspn (start, ".,");
  whole = g_strndup (start, (gsize) (point - start));
  if (*point != '\0')
    point++;

  if (!g_ascii_string_to_unsigned (whole, 10, 0, GREATEST_INTEGER, &number, NULL) ||
      strspn (point, "0123456789") != strlen (point) || strlen (point) > MOST_DECIMALS ||
      (*point == '\0' && g_ascii_ispunct (value[strlen (value) - 1])))
    return refuse (field, value, _("write a number such as 12 or -0.5, with three digits after the point at most"), error);

  *canonical = compose_number (negative, number, point, strlen (point));
  return TRUE;
}

static gboolean
parse_checked (const BaryField  *field,
               const char       *value,
               gboolean          valid,
               const char       *remedy,
               char            **canonical,
               GError          **error)
{
  if (!valid)
    return refuse (field, value, remedy, error);
  if (!check_text (field, value, LONGEST_TEXT, error))
    return FALSE;

  *canonical = g_strdup (value);
  return TRUE;
}

static gboolean
parse_period (const BaryField  *field,
              const char       *value,
              char            **canonical,
              GError          **error)
{
  g_autofree char *remedy = NULL;
  gboolean valid = is_period (value, &remedy);

  return parse_checked (field, value, valid, remedy, canonical, error);
}

/* As a package holds it: within a line one space between words, and lines that end as on Unix.
 * Returns: (transfer full) */
static char *
tidy (const BaryField *field,
      const char      *text)
{
  gboolean paragraphs = field->type == BARY_FIELD_LONG_TEXT;
  char *tidied = g_strstrip (g_strdup (text));
  char *end = tidied;

  for (const char *p = tidied; *p != '\0'; p++)
    if (paragraphs ? p[0] != '\r' || p[1] != '\n' : p[0] != ' ' || p[1] != ' ')
      *end++ = *p;

  *end = '\0';
  return tidied;
}

/* Nothing that a person would see. */
static gboolean
is_blank (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && !g_unichar_iszerowidth (c))
        return FALSE;
    }
  return TRUE;
}

gboolean
bary_field_parse (const BaryField  *field,
                  const char       *text,
                  char            **canonical,
                  GError          **error)
{
  g_autofree char *value = NULL;

  *canonical = NULL;

  if (text != NULL && !g_utf8_validate (text, -1, NULL))
    return refuse (field, "…", _("it is not UTF-8 text; save it in UTF-8"), error);

  value = tidy (field, text != NULL ? text : "");
  if (is_blank (value))
    return TRUE;

  switch (field->type)
    {
    case BARY_FIELD_TEXT:
      return parse_checked (field, value, TRUE, NULL, canonical, error);
    case BARY_FIELD_LONG_TEXT:
      if (!check_text (field, value, LONGEST_LONG_TEXT, error))
        return FALSE;
      *canonical = g_steal_pointer (&value);
      return TRUE;
    case BARY_FIELD_INTEGER:
      return parse_integer (field, value, canonical, error);
    case BARY_FIELD_NUMBER:
      return parse_number (field, value, canonical, error);
    case BARY_FIELD_DATE:
      *canonical = bary_date_parse (value);
      return *canonical != NULL || refuse (field, value, _("write a day as 31.12.2025 or 2025-12-31"), error);
    case BARY_FIELD_TIME:
      *canonical = bary_time_parse (value);
      return *canonical != NULL || refuse (field, value, _("write a time as 9:30"), error);
    case BARY_FIELD_PERIOD:
      return parse_period (field, value, canonical, error);
    case BARY_FIELD_CHOICE:
      return parse_choice (field, value, canonical, error);
    case BARY_FIELD_REFERENCE:
      return parse_checked (field, value, bary_id_is_valid (value),
                            _("write the id of a record: 36 characters, as “list” prints it"), canonical, error);
    case BARY_FIELD_PHONE:
      return parse_checked (field, value, is_phone (value),
                            _("write a telephone number, such as +7 812 730-01-02"), canonical, error);
    case BARY_FIELD_EMAIL:
      return parse_checked (field, value, is_email (value),
                            _("write an address such as school352@mail.ru"), canonical, error);
    case BARY_FIELD_SITE:
      return parse_checked (field, value, is_site (value),
                            _("write an address such as https://school352.ru"), canonical, error);
    default:
      g_assert_not_reached ();
    }
}

/* One line of at most LONGEST_TEXT bytes, trimmed, without anything unusual; `paragraphs` allows lines. */
static gboolean
is_plain_text (const char *value,
               gsize       limit,
               gboolean    paragraphs)
{
  gsize length = strlen (value);

  if (length == 0 || length > limit || g_ascii_isspace (value[0]) || g_ascii_isspace (value[length - 1]))
    return FALSE;

  for (gsize i = 0; i < length; i++)
    if (((guchar) value[i] < 0x20 && !(paragraphs && value[i] == '\n')) || value[i] == 0x7f ||
        ((guchar) value[i] == 0xef && (guchar) value[i + 1] == 0xbf))
      return FALSE;

  return g_utf8_validate (value, length, NULL);
}

static gboolean
is_choice (const BaryField *field,
           const char      *value)
{
  for (const BaryChoice *choice = field->choices; choice->word != NULL; choice++)
    if (strcmp (choice->word, value) == 0)
      return TRUE;

  return FALSE;
}

/* Says yes to nearly everything that bary_field_parse leaves as it is, without copying. */
static gboolean
fits_plainly (const BaryField *field,
              const char      *value)
{
  switch (field->type)
    {
    case BARY_FIELD_TEXT:
      return is_plain_text (value, LONGEST_TEXT, FALSE);
    case BARY_FIELD_LONG_TEXT:
      return is_plain_text (value, LONGEST_LONG_TEXT, TRUE);
    case BARY_FIELD_DATE:
      return bary_date_is_valid (value);
    case BARY_FIELD_CHOICE:
      return is_choice (field, value);
    case BARY_FIELD_REFERENCE:
      return bary_id_is_valid (value);
    case BARY_FIELD_PHONE:
      return is_plain_text (value, LONGEST_TEXT, FALSE) && is_phone (value);
    case BARY_FIELD_EMAIL:
      return is_plain_text (value, LONGEST_TEXT, FALSE) && is_email (value);
    case BARY_FIELD_SITE:
      return is_plain_text (value, LONGEST_TEXT, FALSE) && is_site (value);
    case BARY_FIELD_INTEGER:
    case BARY_FIELD_NUMBER:
    case BARY_FIELD_TIME:
    case BARY_FIELD_PERIOD:
    default:
      return FALSE;
    }
}

/* Spaces do no harm; any other form would be stored as one thing and compared as another. */
static gboolean
has_one_form (const BaryField *field)
{
  return field->type == BARY_FIELD_INTEGER || field->type == BARY_FIELD_NUMBER || field->type == BARY_FIELD_DATE ||
         field->type == BARY_FIELD_TIME || field->type == BARY_FIELD_CHOICE;
}

gboolean
bary_field_check (const BaryField  *field,
                  const char       *value,
                  GError          **error)
{
  g_autofree char *canonical = NULL;
  g_autofree char *remedy = NULL;

  if (fits_plainly (field, value))
    return TRUE;
  if (!bary_field_parse (field, value, &canonical, error))
    return FALSE;
  if (canonical == NULL)
    return refuse (field, value, _("fill it in or leave it out"), error);
  if (!has_one_form (field) || g_str_equal (canonical, value))
    return TRUE;

  /* Translators: %s: a word, a number or a day, as it is stored */
  remedy = g_strdup_printf (_("write it as “%s”"), canonical);
  return refuse (field, value, remedy, error);
}

char *
bary_field_to_words (const BaryField *field,
                     const char      *value)
{
  if (value == NULL)
    return g_strdup ("");

  if (field->type == BARY_FIELD_DATE)
    return bary_date_to_words (value);

  if (field->type == BARY_FIELD_NUMBER)
    return bary_decimal_to_words (value);

  if (field->type == BARY_FIELD_CHOICE)
    for (const BaryChoice *choice = field->choices; choice->word != NULL; choice++)
      if (g_str_equal (choice->word, value))
        return g_strdup (_(choice->label));

  return g_strdup (value);
}

const char *
bary_field_get_label (const BaryField *field)
{
  return _(field->label);
}
