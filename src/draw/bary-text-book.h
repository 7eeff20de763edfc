#pragma once

#include "bary-glyphs.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Texts of a picture, measured and folded: each distinct text once. Sizes are those of the picture at scale 1. */
typedef struct _BaryTextBook BaryTextBook;

typedef enum {
  BARY_TEXT_NAME,
  BARY_TEXT_NAME_BOLD,
  BARY_TEXT_CAPTION,
  BARY_TEXT_CENTRE,
  BARY_TEXT_CENTRE_CAPTION,
  BARY_TEXT_HEADING,
  BARY_TEXT_TITLE,    /* of a cluster */
  BARY_TEXT_COUNT,    /* under a title */
  BARY_TEXT_DISTRICT,
  BARY_TEXT_PICTURE,  /* title of the whole picture */
  BARY_N_TEXTS
} BaryTextStyle;

typedef struct {
  const char *string; /* into the label's text */
  int         length;
  double      width;
} BaryTextLine;

/* A text folded to a width. */
typedef struct {
  BaryTextStyle style;
  char         *text;
  double        width, height;
  guint         n_lines;
  BaryTextLine *lines;
} BaryLabel;

/* One that no one else has: books are not shared by threads. @family: (nullable) */
BaryTextBook    *bary_text_book_take     (const char    *family);
void             bary_text_book_give_back (BaryTextBook *self);
const char      *bary_text_book_get_family (BaryTextBook *self);

double           bary_text_size          (BaryTextStyle  style);
gboolean         bary_text_is_bold       (BaryTextStyle  style);
double           bary_text_book_ascent   (BaryTextBook  *self,
                                          BaryTextStyle  style);
double           bary_text_book_line_height (BaryTextBook *self,
                                          BaryTextStyle  style);
double           bary_text_book_measure  (BaryTextBook  *self,
                                          BaryTextStyle  style,
                                          const char    *text,
                                          int            length);
/* No line is wider than `most`, and none much narrower than the others. A number stays with its sign.
 * Returns: (transfer none): lives as long as the book is not given back. */
const BaryLabel *bary_text_book_fold     (BaryTextBook  *self,
                                          BaryTextStyle  style,
                                          const char    *text,
                                          double         most);

/* Shaped for painting; kept for what was painted last. Returns: (transfer none): of PangoGlyphItem */
GSList          *bary_text_book_shape    (BaryTextBook  *self,
                                          gboolean       bold,
                                          const char    *text,
                                          int            length);
/* Their masks. */
BaryGlyphs      *bary_text_book_get_glyphs (BaryTextBook *self);
/* Glyphs come in this size. */
#define BARY_SHAPED_SIZE 10.0

G_END_DECLS
