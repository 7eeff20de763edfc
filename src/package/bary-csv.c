#include "bary-csv.h"

#include "bary-config.h"

#include <csv.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Beyond these it is no table that a person keeps. */
#define MOST_ROWS 1000000
#define MOST_CELLS 1000

G_DEFINE_QUARK (bary-csv-error-quark, bary_csv_error)

/* Encodings */

static const char *const labels[BARY_N_ENCODINGS] = {
  N_("Recognise by itself"),
  "UTF-8",
  "UTF-16",
  "Windows-1251",
};

const char *
bary_encoding_get_label (BaryEncoding encoding)
{
  g_return_val_if_fail (encoding < BARY_N_ENCODINGS, NULL);

  return _(labels[encoding]);
}

static gboolean
has_prefix (GBytes     *bytes,
            const char *prefix,
            gsize       length)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size >= length && memcmp (data, prefix, length) == 0;
}

/* Latin letters, digits and delimiters leave a zero in every second byte: which half, in a table's first kilobyte? */
static guint
count_zeros (GBytes *bytes,
             guint   half)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  guint n = 0;

  for (gsize i = half; i < MIN (size, 1024); i += 2)
    n += data[i] == '\0';

  return n;
}

BaryEncoding
bary_encoding_guess (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (has_prefix (bytes, "\xff\xfe", 2) || has_prefix (bytes, "\xfe\xff", 2) ||
      count_zeros (bytes, 0) + count_zeros (bytes, 1) > 0)
    return BARY_ENCODING_UTF16;

  return g_utf8_validate_len (size > 0 ? data : "", size, NULL) ? BARY_ENCODING_UTF8 : BARY_ENCODING_WINDOWS_1251;
}

static const char *
get_charset (GBytes       *bytes,
             BaryEncoding  encoding)
{
  if (encoding == BARY_ENCODING_WINDOWS_1251)
    return "WINDOWS-1251";
  if (encoding == BARY_ENCODING_UTF8)
    return "UTF-8";
  if (has_prefix (bytes, "\xfe\xff", 2))
    return "UTF-16BE";
  if (has_prefix (bytes, "\xff\xfe", 2))
    return "UTF-16LE";

  return count_zeros (bytes, 0) > count_zeros (bytes, 1) ? "UTF-16BE" : "UTF-16LE";
}

/* Windows and old Macintosh line ends become one. */
static void
unify_line_ends (char *text)
{
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    {
      if (from[0] == '\r' && from[1] == '\n')
        from++;
      *to++ = *from == '\r' ? '\n' : *from;
    }
  *to = '\0';
}

char *
bary_encoding_decode (GBytes        *bytes,
                      BaryEncoding   encoding,
                      GError       **error)
{
  gsize size, length;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = NULL;

  if (encoding == BARY_ENCODING_AUTOMATIC)
    encoding = bary_encoding_guess (bytes);

  text = g_convert (size > 0 ? data : "", size, "UTF-8", get_charset (bytes, encoding), NULL, &length, NULL);
  if (text == NULL || !g_utf8_validate_len (text, length, NULL))
    {
      g_set_error (error, BARY_CSV_ERROR, BARY_CSV_ERROR_ENCODING,
                   /* Translators: %s: the name of an encoding */
                   _("The text is not in the encoding %s: choose another encoding, or save the table as UTF-8"),
                   bary_encoding_get_label (encoding));
      return NULL;
    }

  unify_line_ends (text);
  return g_str_has_prefix (text, "\xef\xbb\xbf") ? g_strdup (text + 3) : g_steal_pointer (&text);
}

/* Reading */

char
bary_csv_guess_delimiter (const char *text)
{
  static const char candidates[] = "\t;,";
  guint counts[G_N_ELEMENTS (candidates) - 1] = { 0 };
  gboolean quoted = FALSE;
  guint best = 2;

  text += strspn (text, "\n");
  for (const char *p = text; *p != '\0' && (quoted || *p != '\n'); p++)
    {
      const char *found = strchr (candidates, *p);

      if (*p == '"')
        quoted = !quoted;
      else if (!quoted && found != NULL)
        counts[found - candidates]++;
    }

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > counts[best])
      best = i;
  return candidates[best];
}

static void
row_free (BaryCsvRow *row)
{
  g_ptr_array_unref (row->cells);
  g_free (row);
}

typedef struct {
  GPtrArray *rows;
  GPtrArray *cells; /* of the row being read */
  guint      line;  /* being read */
  guint      start; /* of the row being read */
  gboolean   too_large;
} Reading;

static void
cell_read (void   *bytes,
           size_t  length,
           void   *user_data)
{
  Reading *reading = user_data;

  if (reading->cells->len < MOST_CELLS)
    g_ptr_array_add (reading->cells, g_strndup (bytes, length));
  else
    reading->too_large = TRUE;
}

static gboolean
is_blank (GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    if (*(const char *) cells->pdata[i] != '\0')
      return FALSE;

  return TRUE;
}

static void
row_read (int   terminator,
          void *user_data)
{
  Reading *reading = user_data;

  if (reading->rows->len >= MOST_ROWS)
    reading->too_large = TRUE;
  else if (!is_blank (reading->cells))
    {
      BaryCsvRow *row = g_new0 (BaryCsvRow, 1);

      row->line = reading->start;
      row->cells = g_steal_pointer (&reading->cells);
      g_ptr_array_add (reading->rows, row);
      reading->cells = g_ptr_array_new_with_free_func (g_free);
    }
  g_ptr_array_set_size (reading->cells, 0);
  reading->start = reading->line + 1;
}

/* Line by line, since the parser does not count them. */
static void
feed (struct csv_parser *parser,
      const char        *text,
      Reading           *reading)
{
  while (*text != '\0' && !reading->too_large)
    {
      const char *end = strchr (text, '\n');
      gsize length = end != NULL ? (gsize) (end - text) + 1 : strlen (text);

      csv_parse (parser, text, length, cell_read, row_read, reading);
      text += length;
      reading->line++;
    }
}

/* The programs that write "sep=;" first mean it for one another. */
static const char *
skip_delimiter_line (const char *text,
                     char        delimiter)
{
  return g_ascii_strncasecmp (text, "sep=", 4) == 0 && text[4] == delimiter && text[5] == '\n' ? text + 6 : text;
}

GPtrArray *
bary_csv_parse (const char  *text,
                char         delimiter,
                GError     **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  const char *table = skip_delimiter_line (text, delimiter);
  Reading reading = { rows, NULL, table != text ? 2 : 1, table != text ? 2 : 1 };
  struct csv_parser parser;
  gboolean closed;

  if (csv_init (&parser, CSV_REPALL_NL) != 0)
    g_assert_not_reached ();
  csv_set_delim (&parser, delimiter);
  reading.cells = g_ptr_array_new_with_free_func (g_free);
  feed (&parser, table, &reading);
  /* Stray quotation marks are let pass, an open one at the end is not. */
  csv_set_opts (&parser, CSV_REPALL_NL | CSV_STRICT | CSV_STRICT_FINI);
  closed = csv_fini (&parser, cell_read, row_read, &reading) == 0;
  csv_free (&parser);
  g_ptr_array_unref (reading.cells);

  if (reading.too_large)
    g_set_error (error, BARY_CSV_ERROR, BARY_CSV_ERROR_TOO_LARGE,
                 _("Line %u: the table is too large: divide it"), reading.line);
  else if (!closed)
    g_set_error (error, BARY_CSV_ERROR, BARY_CSV_ERROR_UNCLOSED,
                 _("Line %u: a quotation mark is opened and never closed: close it, or double it inside a text"),
                 reading.start);
  else
    return g_steal_pointer (&rows);

  return NULL;
}
