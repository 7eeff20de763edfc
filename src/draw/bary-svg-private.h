#pragma once

#include "bary-svg.h"

#define BARY_SVG_DASHES 6

/* Everything that makes two things look the same; all bytes count. */
typedef struct {
  guint32 fill, stroke;              /* 0xrrggbbaa; 0 is none */
  gint32  width;                     /* of the stroke, or the size of letters; hundredths */
  gint32  dashes[BARY_SVG_DASHES];   /* hundredths */
  gint16  n_dashes;
  guint8  text, bold, round, middle;
  gint32  hatch;                     /* number of a pattern, 0 for none */
} BarySvgLook;

typedef struct _BarySvgStyles BarySvgStyles;

BarySvgStyles *bary_svg_styles_new    (void);
void           bary_svg_styles_free   (BarySvgStyles     *self);
/* Returns: (transfer none): the class of things that look so. */
const char    *bary_svg_styles_name   (BarySvgStyles     *self,
                                       const BarySvgLook *look);
/* How texts without a class look: as the first that is offered and neither bold nor centred nor pale, for what has a class
 * would take that from it. */
void           bary_svg_styles_offer_plain (BarySvgStyles     *self,
                                            const BarySvgLook *look);
gboolean       bary_svg_styles_is_plain (const BarySvgStyles *self,
                                         const BarySvgLook *look);
void           bary_svg_styles_append (BarySvgStyles     *self,
                                       GString           *out,
                                       const char        *family);

void           bary_svg_look_fill     (BarySvgLook       *look,
                                       const BaryInk     *fill);
void           bary_svg_look_stroke   (BarySvgLook       *look,
                                       const BaryStroke  *stroke);

guint32        bary_svg_colour        (const BaryInk     *ink);
void           bary_svg_append_colour (GString           *out,
                                       guint32            colour);
/* Not more digits than are seen: `decimals` after the point, none where they are zero. */
void           bary_svg_append_number (GString           *out,
                                       double             value,
                                       guint              decimals);
/* The same in a list: with a space before it where one is needed. */
void           bary_svg_append_next   (GString           *out,
                                       double             value,
                                       guint              decimals);
void           bary_svg_append_attribute (GString        *out,
                                          const char     *name,
                                          double          value);
/* @length: bytes, or -1 */
void           bary_svg_append_text   (GString           *out,
                                       const char        *text,
                                       gssize             length);
void           bary_svg_append_shape  (GString           *out,
                                       BaryShape          shape,
                                       double             radius);
void           bary_svg_append_sector (GString           *out,
                                       const BarySector  *sector);
guint          bary_svg_card_hash     (gconstpointer      key);
gboolean       bary_svg_card_equal    (gconstpointer      a,
                                       gconstpointer      b);

/* Lines that look the same are one path. */
typedef struct {
  const char *class;
  GString    *data;
  guint       n_segments;
  BaryPoint   start; /* of the last path, as it was written */
} BarySvgStrand;

typedef struct {
  guint     number;
  BaryHatch hatch;
  guint32   ink;
  guint32   ground; /* below the lines */
} BarySvgPattern;

typedef struct {
  guint     number;
  BaryShape shape;
  gint32    radius; /* hundredths */
} BarySvgMark;

/* A box that waits for the mark that stands on it: both together are a card, and many cards are alike.
 * Lengths are tenths; all bytes count. */
typedef struct {
  const char *class, *mark_class;
  gint32      width, height, corner;
  gint32      mark, mark_x, mark_y;
} BarySvgCard;

struct _BarySvg {
  BaryPen        parent;
  BarySvgNames   names;
  BarySvgStyles *styles;
  GString       *body;
  GString       *defs;
  GArray        *strands;
  GArray        *patterns;
  GArray        *marks;
  GHashTable    *cards;      /* BarySvgCard → number */
  GHashTable    *ids;
  char          *family;
  BaryPart       part;
  gboolean       in_part, open, placed;
  gboolean       on_card;    /* what is written now stands on a card */
  guint          n_clips;
  BarySvgCard    box;        /* not written yet if it has a class */
  double         box_left, box_top;
  BaryPoint      shift;      /* of the part, so that its first box begins at whole points */
  gboolean       shifted;
  const char    *text_class; /* of the text that may go on, else NULL */
  double         text_left, text_right, text_base;
};

extern const BaryPenClass bary_svg_class;

/* Whatever comes next lies above the lines and after the text. */
void           bary_svg_settle        (BarySvg           *self);
/* A part is a line of the file. */
void           bary_svg_end_line      (BarySvg           *self);
/* Writes the attribute; no two things get the same one. */
void           bary_svg_append_id     (BarySvg           *self,
                                       const char        *id);
/* Whether whole points are near enough for the places of what is drawn: not so in a legend or a frame. */
gboolean       bary_svg_is_large      (const BarySvg     *self);
/* Begins a tag, without a class if that is empty. */
void           bary_svg_begin_class   (GString           *out,
                                       const char        *name,
                                       const char        *class);
/* The same after what waits to be written. */
void           bary_svg_begin_element (BarySvg           *self,
                                       const char        *name,
                                       const char        *class);

/* What is defined once, and used by its number. */
guint          bary_svg_find_mark     (BarySvg           *self,
                                       BaryShape          shape,
                                       double             radius);
guint          bary_svg_find_card     (BarySvg           *self,
                                       const BarySvgCard *card);
guint          bary_svg_find_pattern  (BarySvg           *self,
                                       BaryHatch          hatch,
                                       const BaryInk     *ground,
                                       const BaryInk     *ink);
void           bary_svg_append_rectangle (GString        *out,
                                          const BarySvgCard *box);

/* Parts of the pen, by subjects. */
void           bary_svg_line          (BaryPen           *pen,
                                       const BaryPoint   *from,
                                       const BaryPoint   *to,
                                       const BaryStroke  *stroke);
void           bary_svg_curve         (BaryPen           *pen,
                                       const BaryPoint    points[4],
                                       const BaryStroke  *stroke);
void           bary_svg_flush_lines   (BarySvg           *self);
void           bary_svg_ellipse       (BaryPen           *pen,
                                       const BaryBox     *box,
                                       const BaryInk     *fill,
                                       const BaryStroke  *outline);
void           bary_svg_box           (BaryPen           *pen,
                                       const BaryBox     *box,
                                       double             corner,
                                       const BaryInk     *fill,
                                       const BaryStroke  *outline);
void           bary_svg_shape         (BaryPen           *pen,
                                       BaryShape          shape,
                                       double             x,
                                       double             y,
                                       double             radius,
                                       const BaryInk     *fill);
void           bary_svg_area          (BaryPen           *pen,
                                       const BaryPoint   *points,
                                       const guint       *ends,
                                       guint              n_ends,
                                       const BaryInk     *fill,
                                       const BaryStroke  *outline);
void           bary_svg_sector        (BaryPen           *pen,
                                       const BarySector  *sector,
                                       const BaryInk     *fill,
                                       BaryHatch          hatch,
                                       const BaryInk     *hatch_ink,
                                       const BaryStroke  *outline);
void           bary_svg_flush_box     (BarySvg           *self);
void           bary_svg_text          (BaryPen           *pen,
                                       const BaryText    *text);
void           bary_svg_end_text      (BarySvg           *self);
