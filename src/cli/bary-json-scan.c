#include "bary-json-scan.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define DEEPEST 500

G_DEFINE_QUARK (bary-json-error-quark, bary_json_error)

guint
bary_json_scan_get_line (const BaryJsonScan *self,
                         const char         *place)
{
  guint line = 1;

  for (const char *p = self->text; p < place; p++)
    line += *p == '\n';
  return line;
}

/* @expected: translated. Returns: FALSE */
static gboolean
fail (const BaryJsonScan  *self,
      const char          *expected,
      GError             **error)
{
  g_set_error (error, BARY_JSON_ERROR, BARY_JSON_ERROR_SYNTAX,
               /* Translators: a file, the number of a line, what is expected there: “a value” */
               _("%s, line %u: this is not JSON: %s is expected here: correct the place, or have the file written anew"),
               self->name, bary_json_scan_get_line (self, self->at), expected);
  return FALSE;
}

gboolean
bary_json_scan_init (BaryJsonScan  *self,
                     const char    *name,
                     const char    *text,
                     gsize          length,
                     GError       **error)
{
  const char *broken;

  *self = (BaryJsonScan) { name, text, text + length, text, FALSE };
  if (length >= 3 && memcmp (text, "\357\273\277", 3) == 0)
    self->at += 3;
  if (g_utf8_validate_len (self->at, self->end - self->at, &broken))
    return TRUE;

  g_set_error (error, BARY_JSON_ERROR, BARY_JSON_ERROR_SYNTAX,
               _("%s, line %u: the text is not UTF-8: save the file in UTF-8"), name,
               bary_json_scan_get_line (self, broken));
  return FALSE;
}

static inline void
skip_space (BaryJsonScan *self)
{
  while (self->at < self->end && (*self->at == ' ' || *self->at == '\n' || *self->at == '\r' || *self->at == '\t'))
    self->at++;
}

static inline char
look (const BaryJsonScan *self)
{
  return self->at < self->end ? *self->at : '\0';
}

BaryJsonType
bary_json_scan_peek (BaryJsonScan *self)
{
  skip_space (self);
  switch (look (self))
    {
    case '{':
      return BARY_JSON_OBJECT;
    case '[':
      return BARY_JSON_ARRAY;
    case '"':
      return BARY_JSON_STRING;
    case 't':
    case 'f':
      return BARY_JSON_BOOLEAN;
    case 'n':
      return BARY_JSON_NULL;
    default:
      return look (self) == '-' || g_ascii_isdigit (look (self)) ? BARY_JSON_NUMBER : BARY_JSON_NONE;
    }
}

gboolean
bary_json_scan_enter (BaryJsonScan  *self,
                      BaryJsonType   type,
                      GError       **error)
{
  if (bary_json_scan_peek (self) != type)
    return fail (self, type == BARY_JSON_OBJECT ? _("an object, “{”,") : _("an array, “[”,"), error);

  self->at++;
  self->fresh = TRUE;
  return TRUE;
}

/* Steps over the comma, or over the bracket. Returns: whether something follows. */
static gboolean
step (BaryJsonScan  *self,
      char           closing,
      GError       **error)
{
  gboolean fresh = self->fresh;

  self->fresh = FALSE;
  skip_space (self);
  if (look (self) == closing)
    {
      self->at++;
      return FALSE;
    }
  if (fresh)
    return TRUE;
  if (look (self) != ',')
    return fail (self, closing == '}' ? _("a comma or “}”") : _("a comma or “]”"), error);

  self->at++;
  return TRUE;
}

static gboolean
scan_escape (BaryJsonScan  *self,
             GError       **error)
{
  self->at++;
  if (self->at < self->end && *self->at == 'u')
    {
      for (int i = 1; i <= 4; i++)
        if (self->at + i >= self->end || !g_ascii_isxdigit (self->at[i]))
          return fail (self, _("four hexadecimal digits after “\\u”"), error);
      self->at += 5;
      return TRUE;
    }
  if (self->at >= self->end || *self->at == '\0' || strchr ("\"\\/bfnrt", *self->at) == NULL)
    return fail (self, _("one of \" \\ / b f n r t u after “\\”"), error);

  self->at++;
  return TRUE;
}

static gboolean
scan_string (BaryJsonScan  *self,
             GError       **error)
{
  self->at++;
  for (;;)
    {
      while (self->at < self->end && *self->at != '"' && *self->at != '\\' && (guchar) *self->at >= 0x20)
        self->at++;
      if (self->at >= self->end || (guchar) *self->at < 0x20)
        return fail (self, _("the quote that ends the text"), error);
      if (*self->at == '"')
        break;
      if (!scan_escape (self, error))
        return FALSE;
    }
  self->at++;
  return TRUE;
}

static gboolean
scan_digits (BaryJsonScan  *self,
             GError       **error)
{
  if (!g_ascii_isdigit (look (self)))
    return fail (self, _("a digit"), error);

  while (g_ascii_isdigit (look (self)))
    self->at++;
  return TRUE;
}

static gboolean
scan_number (BaryJsonScan  *self,
             GError       **error)
{
  if (look (self) == '-')
    self->at++;
  if (look (self) == '0')
    self->at++;
  else if (!scan_digits (self, error))
    return FALSE;

  if (look (self) == '.')
    {
      self->at++;
      if (!scan_digits (self, error))
        return FALSE;
    }
  if (look (self) != 'e' && look (self) != 'E')
    return TRUE;

  self->at++;
  if (look (self) == '+' || look (self) == '-')
    self->at++;
  return scan_digits (self, error);
}

static gboolean
scan_word (BaryJsonScan  *self,
           GError       **error)
{
  const char *words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize) (self->end - self->at) >= length && memcmp (self->at, words[i], length) == 0)
        {
          self->at += length;
          return TRUE;
        }
    }
  return fail (self, _("a value"), error);
}

static gboolean scan_any (BaryJsonScan  *self,
                          int            depth,
                          GError       **error);

static gboolean
scan_array (BaryJsonScan  *self,
            int            depth,
            GError       **error)
{
  GError *failed = NULL;

  self->at++;
  self->fresh = TRUE;
  while (bary_json_scan_next (self, &failed))
    if (!scan_any (self, depth + 1, error))
      return FALSE;
  if (failed != NULL)
    g_propagate_error (error, failed);
  return failed == NULL;
}

static gboolean
scan_object (BaryJsonScan  *self,
             int            depth,
             GError       **error)
{
  BaryJsonValue name;
  GError *failed = NULL;

  self->at++;
  self->fresh = TRUE;
  while (bary_json_scan_next_member (self, &name, &failed))
    if (!scan_any (self, depth + 1, error))
      return FALSE;
  if (failed != NULL)
    g_propagate_error (error, failed);
  return failed == NULL;
}

static gboolean
scan_any (BaryJsonScan  *self,
          int            depth,
          GError       **error)
{
  if (depth > DEEPEST)
    return fail (self, _("less nesting"), error);

  switch (bary_json_scan_peek (self))
    {
    case BARY_JSON_OBJECT:
      return scan_object (self, depth, error);
    case BARY_JSON_ARRAY:
      return scan_array (self, depth, error);
    case BARY_JSON_STRING:
      return scan_string (self, error);
    case BARY_JSON_NUMBER:
      return scan_number (self, error);
    default:
      return scan_word (self, error);
    }
}

gboolean
bary_json_scan_next_member (BaryJsonScan   *self,
                            BaryJsonValue  *name,
                            GError        **error)
{
  if (!step (self, '}', error))
    return FALSE;

  skip_space (self);
  name->type = BARY_JSON_STRING;
  name->start = self->at;
  if (look (self) != '"')
    return fail (self, _("the name of a member, in quotes,"), error);
  if (!scan_string (self, error))
    return FALSE;

  name->length = self->at - name->start;
  skip_space (self);
  if (look (self) != ':')
    return fail (self, _("a colon"), error);

  self->at++;
  return TRUE;
}

gboolean
bary_json_scan_next (BaryJsonScan  *self,
                     GError       **error)
{
  return step (self, ']', error);
}

gboolean
bary_json_scan_value (BaryJsonScan   *self,
                      BaryJsonValue  *value,
                      GError        **error)
{
  value->type = bary_json_scan_peek (self);
  value->start = self->at;
  if (!scan_any (self, 0, error))
    return FALSE;

  value->length = self->at - value->start;
  self->fresh = FALSE;
  return TRUE;
}

gboolean
bary_json_scan_finish (BaryJsonScan  *self,
                       GError       **error)
{
  skip_space (self);
  return self->at == self->end || fail (self, _("the end of the file"), error);
}

static gunichar
read_hex (const char *digits)
{
  gunichar value = 0;

  for (int i = 0; i < 4; i++)
    value = value << 4 | (gunichar) g_ascii_xdigit_value (digits[i]);
  return value;
}

/* A character beyond 0xffff is written as two surrogates. Returns: how many bytes were taken after the "u". */
static gsize
append_unicode (GString    *text,
                const char *digits,
                const char *end)
{
  gunichar character = read_hex (digits), second;

  if (character >= 0xd800 && character < 0xdc00 && end - digits >= 10 && digits[4] == '\\' && digits[5] == 'u')
    {
      second = read_hex (digits + 6);
      if (second >= 0xdc00 && second < 0xe000)
        {
          g_string_append_unichar (text, 0x10000 + ((character - 0xd800) << 10) + (second - 0xdc00));
          return 10;
        }
    }
  g_string_append_unichar (text, (character >= 0xd800 && character < 0xe000) || character == 0 ? 0xfffd : character);
  return 4;
}

void
bary_json_value_get_text (const BaryJsonValue *value,
                          GString             *text)
{
  static const char letters[] = "bfnrt", meanings[] = "\b\f\n\r\t";
  const char *end = value->start + value->length - 1;

  if (value->type != BARY_JSON_STRING)
    {
      g_string_append_len (text, value->start, value->length);
      return;
    }
  for (const char *p = value->start + 1; p < end;)
    {
      const char *plain = p;
      const char *letter;

      while (p < end && *p != '\\')
        p++;
      g_string_append_len (text, plain, p - plain);
      if (p >= end)
        break;
      letter = strchr (letters, p[1]);
      p += 2;
      if (p[-1] == 'u')
        p += append_unicode (text, p, end);
      else
        g_string_append_c (text, letter != NULL ? meanings[letter - letters] : p[-1]);
    }
}

gboolean
bary_json_value_is (const BaryJsonValue *value,
                    const char          *string)
{
  g_autoptr (GString) text = NULL;
  gsize length = strlen (string);

  if (value->type != BARY_JSON_STRING)
    return FALSE;
  if (memchr (value->start, '\\', value->length) == NULL)
    return value->length == length + 2 && memcmp (value->start + 1, string, length) == 0;

  text = g_string_new (NULL);
  bary_json_value_get_text (value, text);
  return g_str_equal (text->str, string);
}

/* Up to 15 digits and 22 places are exact as a quotient of two doubles (Clinger 1990, "How to read floating point
 * numbers accurately"); nearly every number of a graph is such a one. */
static gboolean
read_plain (const BaryJsonValue *value,
            double              *number)
{
  const char *p = value->start, *end = p + value->length;
  gboolean negative = *p == '-', point = FALSE;
  gint64 digits = 0;
  int n_digits = 0;
  double scale = 1;

  for (p += negative; p < end; p++)
    {
      if (*p == '.')
        {
          point = TRUE;
          continue;
        }
      if (!g_ascii_isdigit (*p) || ++n_digits > 15)
        return FALSE;
      digits = digits * 10 + (*p - '0');
      if (point)
        scale *= 10;
    }
  *number = (negative ? -1.0 : 1.0) * (double) digits / scale;
  return TRUE;
}

gboolean
bary_json_value_get_number (const BaryJsonValue *value,
                            double              *number)
{
  g_autofree char *text = NULL;

  if (value->type != BARY_JSON_NUMBER)
    return FALSE;
  if (read_plain (value, number))
    return TRUE;

  text = g_strndup (value->start, value->length);
  *number = g_ascii_strtod (text, NULL);
  return isfinite (*number);
}
