#include "bary-gate.h"

#include "bary-config.h"
#include "bary-package-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LONGEST_DECLARATION 256
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

typedef enum {
  STATE_START,       /* nothing but white space so far */
  STATE_TEXT,
  STATE_OPEN,        /* after "<" */
  STATE_TAG,
  STATE_QUOTE,       /* within an attribute's value */
  STATE_DECLARATION, /* within "<?xml …?>" */
} State;

struct _BaryGate {
  State    state;
  guint64  total;
  guint    line;
  guint    depth;
  guint    attributes;
  gsize    run;       /* bytes of the present tag or text */
  char     quote;
  char     last;      /* the byte before, within a tag */
  gboolean closing;   /* the present tag is an end tag */
  gboolean foremost;  /* "<" is the very first character: the declaration may follow */
  char     declaration[LONGEST_DECLARATION]; /* ends with a zero */
  char     carry[4];  /* the beginning of a character whose rest has not come */
  guint    n_carry;
};

BaryGate *
bary_gate_new (void)
{
  BaryGate *self = g_new0 (BaryGate, 1);

  self->line = 1;
  return self;
}

void
bary_gate_free (BaryGate *self)
{
  g_free (self);
}

guint
bary_gate_get_line (BaryGate *self)
{
  return self->line;
}

static gboolean
refuse (BaryPackageError   code,
        const char        *message,
        GError           **error)
{
  g_set_error_literal (error, BARY_PACKAGE_ERROR, code, message);
  return FALSE;
}

static gboolean
refuse_encoding (GError **error)
{
  return refuse (BARY_PACKAGE_ERROR_ENCODING,
                 _("the text is not in UTF-8: ask the sender to save the package in UTF-8"), error);
}

static gboolean
refuse_size (GError **error)
{
  return refuse (BARY_PACKAGE_ERROR_TOO_LARGE,
                 _("a tag, a text or the whole is larger than any package: this is not a package of Barycenter, or it is damaged; "
                   "ask the sender for it again"), error);
}

static gboolean
refuse_instruction (GError **error)
{
  return refuse (BARY_PACKAGE_ERROR_FORBIDDEN,
                 _("a package holds no processing instructions: ask the sender to make it again with Barycenter"), error);
}

static void
count_lines (BaryGate   *self,
             const char *bytes,
             const char *end)
{
  while ((bytes = memchr (bytes, '\n', end - bytes)) != NULL)
    {
      self->line++;
      bytes++;
    }
}

/* "<?xml … encoding='utf-8' …" */
static gboolean
check_declaration (BaryGate  *self,
                   GError   **error)
{
  const char *place;
  char quote;

  if (!g_str_has_prefix (self->declaration, "xml") || !g_ascii_isspace (self->declaration[3]))
    return refuse_instruction (error);

  place = strstr (self->declaration, "encoding");
  if (place == NULL)
    return TRUE;

  place = strpbrk (place, "'\"");
  if (place == NULL)
    return TRUE;

  quote = *place++;
  if (g_ascii_strncasecmp (place, "utf-8", 5) == 0 && place[5] == quote)
    return TRUE;

  return refuse_encoding (error);
}

static gboolean
open_tag (BaryGate  *self,
          char       first,
          GError   **error)
{
  if (first == '!')
    return refuse (BARY_PACKAGE_ERROR_FORBIDDEN,
                   _("a package holds no document type, entities, comments or CDATA: ask the sender to make it again with Barycenter"),
                   error);
  if (first == '?')
    {
      if (!self->foremost)
        return refuse_instruction (error);
      self->state = STATE_DECLARATION;
      self->run = 0;
      return TRUE;
    }

  self->foremost = FALSE;
  self->state = STATE_TAG;
  self->closing = first == '/';
  self->attributes = 0;
  self->run = 1;
  self->last = first;

  if (self->closing)
    self->depth -= self->depth > 0 ? 1 : 0;
  else if (++self->depth > BARY_GATE_DEEPEST)
    return refuse (BARY_PACKAGE_ERROR_TOO_LARGE,
                   _("elements lie deeper in one another than in any package: it is damaged; ask the sender for it again"), error);
  return TRUE;
}

static const char *
scan_tag (BaryGate    *self,
          const char  *p,
          const char  *end,
          GError     **error)
{
  const char *start = p;

  for (; p < end; p++)
    {
      if (*p == '>')
        {
          if (self->last == '/' && !self->closing)
            self->depth -= self->depth > 0 ? 1 : 0;
          self->state = STATE_TEXT;
          self->run = 0;
          return p + 1;
        }
      if (*p == '"' || *p == '\'')
        {
          self->quote = *p++;
          self->state = STATE_QUOTE;
          self->attributes++;
          break;
        }
      self->last = *p;
    }

  self->run += p - start;
  if (self->run <= BARY_GATE_LONGEST_TAG && self->attributes <= BARY_GATE_MOST_ATTRIBUTES)
    return p;

  refuse_size (error);
  return NULL;
}

/* Up to and with the byte `stop`. */
static const char *
scan_run (BaryGate    *self,
          const char  *p,
          const char  *end,
          char         stop,
          State        next,
          gsize        limit,
          GError     **error)
{
  const char *found = memchr (p, stop, end - p);
  const char *after = found != NULL ? found + 1 : end;

  self->run += after - p;
  if (self->run > limit)
    {
      refuse_size (error);
      return NULL;
    }
  if (found != NULL)
    {
      self->state = next;
      self->last = stop;
    }
  return after;
}

static const char *
scan_start (BaryGate    *self,
            const char  *p,
            const char  *end,
            GError     **error)
{
  while (p < end && self->run < strlen (BYTE_ORDER_MARK) && *p == BYTE_ORDER_MARK[self->run])
    {
      self->run++;
      self->foremost = TRUE;
      p++;
    }
  if (self->run == 0)
    self->foremost = TRUE;

  for (; p < end && g_ascii_isspace (*p); p++)
    {
      self->run++;
      self->foremost = FALSE;
    }
  if (p == end)
    return p;
  if (*p == '<')
    {
      self->state = STATE_OPEN;
      return p + 1;
    }

  refuse (BARY_PACKAGE_ERROR_NOT_A_PACKAGE,
          _("this is not a package of Barycenter: choose a file that was exported from the program"), error);
  return NULL;
}

static const char *
scan_declaration (BaryGate    *self,
                  const char  *p,
                  const char  *end,
                  GError     **error)
{
  for (; p < end; p++)
    {
      if (self->run == LONGEST_DECLARATION - 1)
        {
          refuse_size (error);
          return NULL;
        }
      self->declaration[self->run++] = *p;
      if (*p != '>')
        continue;

      if (!check_declaration (self, error))
        return NULL;
      self->foremost = FALSE;
      self->state = STATE_TEXT;
      self->run = 0;
      return p + 1;
    }
  return p;
}

static const char *
scan_some (BaryGate    *self,
           const char  *p,
           const char  *end,
           GError     **error)
{
  switch (self->state)
    {
    case STATE_START:
      return scan_start (self, p, end, error);
    case STATE_TEXT:
      return scan_run (self, p, end, '<', STATE_OPEN, BARY_GATE_LONGEST_TEXT, error);
    case STATE_OPEN:
      return open_tag (self, *p, error) ? p + 1 : NULL;
    case STATE_TAG:
      return scan_tag (self, p, end, error);
    case STATE_QUOTE:
      return scan_run (self, p, end, self->quote, STATE_TAG, BARY_GATE_LONGEST_TAG, error);
    case STATE_DECLARATION:
      return scan_declaration (self, p, end, error);
    default:
      g_assert_not_reached ();
    }
}

static gboolean
scan (BaryGate    *self,
      const char  *bytes,
      const char  *end,
      GError     **error)
{
  const char *p = bytes;

  while (p < end)
    {
      const char *next = scan_some (self, p, end, error);

      if (next == NULL)
        {
          count_lines (self, bytes, p);
          return FALSE;
        }
      p = next;
    }

  count_lines (self, bytes, end);
  return TRUE;
}

/* The beginning of a character. GLib also waits for what follows a zero byte, and for the rest of five and six bytes, which
 * are UTF-8 no more: neither would fit into what is carried over. */
static gboolean
is_cut (const char *bytes,
        gsize       length)
{
  return memchr (bytes, '\0', length) == NULL && (guchar) bytes[0] < 0xf8 &&
         g_utf8_get_char_validated (bytes, length) == (gunichar) -2;
}

/* The bytes that are surely whole characters; a character cut at the end is carried over.
 * Returns: FALSE if what follows them is not UTF-8. */
static gboolean
find_valid (BaryGate    *self,
            const char  *bytes,
            gsize        length,
            gsize       *valid)
{
  const char *end = bytes;

  *valid = 0;
  while (self->n_carry > 0 && *valid < length)
    {
      self->carry[self->n_carry++] = bytes[(*valid)++];
      if (g_utf8_validate_len (self->carry, self->n_carry, NULL))
        self->n_carry = 0;
      else if (!is_cut (self->carry, self->n_carry))
        return FALSE;
    }
  if (g_utf8_validate_len (bytes + *valid, length - *valid, &end))
    {
      *valid = length;
      return TRUE;
    }

  *valid = end - bytes;
  if (length - *valid >= sizeof self->carry || !is_cut (end, length - *valid))
    return FALSE;

  self->n_carry = length - *valid;
  memcpy (self->carry, end, self->n_carry);
  *valid = length;
  return TRUE;
}

gboolean
bary_gate_feed (BaryGate    *self,
                const char  *bytes,
                gsize        length,
                GError     **error)
{
  gboolean sound;
  gsize valid;

  self->total += length;
  if (self->total > BARY_GATE_LONGEST_FILE)
    return refuse_size (error);

  sound = find_valid (self, bytes, length, &valid);
  if (!scan (self, bytes, bytes + valid, error))
    return FALSE;

  return sound || refuse_encoding (error);
}

gboolean
bary_gate_finish (BaryGate  *self,
                  GError   **error)
{
  if (self->state == STATE_TEXT && self->depth == 0 && self->n_carry == 0)
    return TRUE;

  return refuse (BARY_PACKAGE_ERROR_INCOMPLETE,
                 _("the file is cut off here: it was not copied or downloaded to its end; copy it again or ask the sender for it"),
                 error);
}
