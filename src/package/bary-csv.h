#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BARY_CSV_ERROR (bary_csv_error_quark ())

typedef enum {
  BARY_CSV_ERROR_ENCODING,  /* the bytes are not text in that encoding */
  BARY_CSV_ERROR_UNCLOSED,  /* a quotation mark is opened and never closed */
  BARY_CSV_ERROR_EMPTY,     /* not even a row of headings */
  BARY_CSV_ERROR_TOO_LARGE,
} BaryCsvError;

GQuark bary_csv_error_quark (void);

typedef enum {
  BARY_ENCODING_AUTOMATIC,
  BARY_ENCODING_UTF8,
  BARY_ENCODING_UTF16,        /* either byte order; little-endian unless the text says */
  BARY_ENCODING_WINDOWS_1251,
  BARY_N_ENCODINGS
} BaryEncoding;

/* Returns: (transfer none): translated, for a list to choose from. */
const char *bary_encoding_get_label (BaryEncoding   encoding);
/* What the bytes look like: a mark at the start, or whether they are UTF-8 at all. Never automatic. */
BaryEncoding bary_encoding_guess    (GBytes        *bytes);
/* Returns: (transfer full) (nullable): UTF-8 with "\n" line ends and without a mark, or NULL with
 * BARY_CSV_ERROR_ENCODING. */
char       *bary_encoding_decode    (GBytes        *bytes,
                                     BaryEncoding   encoding,
                                     GError       **error);

/* The delimiter that the first line uses most: tab, semicolon or comma. */
char        bary_csv_guess_delimiter (const char   *text);

typedef struct {
  guint       line;  /* where the row starts, from 1 */
  GPtrArray  *cells; /* of utf8, trimmed unless quoted */
} BaryCsvRow;

/* Rows of cells; empty lines are left out.
 * Returns: (transfer full) (element-type BaryCsvRow) (nullable) */
GPtrArray  *bary_csv_parse          (const char    *text,
                                     char           delimiter,
                                     GError       **error);

G_END_DECLS
