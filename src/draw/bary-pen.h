#pragma once

#include "bary-box.h"
#include "bary-palette.h"

G_BEGIN_DECLS

/* What a picture is made of. A scene tells a pen everything it paints, one thing after another, in the order of
 * painting and in the units of the camera (pixels or points of paper): the screen, paper and files get the same. */

typedef struct _BaryPen BaryPen;

typedef struct {
  double x, y;
} BaryPoint;

/* Nothing is painted where alpha is 0. */
typedef struct {
  BaryColour colour;
  double     alpha;
} BaryInk;

typedef struct {
  BaryInk       ink;
  double        width;
  const double *dashes; /* in units, as cairo's */
  guint         n_dashes;
  gboolean      round;  /* ends of lines and dashes */
} BaryStroke;

/* A sector or a ring round x, y: angles and radii as in BaryLayoutZone, horizontal distances `stretch` times as long. */
typedef struct {
  double x, y, stretch;
  double start, end, inner, outer;
} BarySector;

/* One line of text. */
typedef struct {
  const char *string; /* not ended by 0 */
  int         length; /* bytes */
  const char *family;
  double      size;   /* of the font, in units of the camera */
  gboolean    bold;
  double      x, baseline; /* of its left end */
  double      width;  /* as measured */
  BaryInk     ink;
} BaryText;

/* What the things between begin and end are. Parts are not nested. */
typedef enum {
  BARY_PART_DISTRICT, /* disc; index of a district */
  BARY_PART_CLUSTER,  /* disc with its sectors; index of a cluster */
  BARY_PART_TIES,     /* a bundle of ties between two clusters; index of a bundle */
  BARY_PART_LINE,     /* index of a line of the network */
  BARY_PART_HEADING,  /* of groups and discs; index of a cluster */
  BARY_PART_TITLE,    /* of a district; index of it */
  BARY_PART_NODE,     /* card or mark, with its texts; index of a node */
  BARY_PART_LABEL,    /* text beside a mark; index of a node */
  BARY_PART_LEGEND,   /* index of an entry */
} BaryPart;

/* Any function may be NULL: then these things are left out. */
typedef struct {
  void (*begin)   (BaryPen *pen, BaryPart part, guint index);
  void (*end)     (BaryPen *pen);
  void (*line)    (BaryPen *pen, const BaryPoint *from, const BaryPoint *to, const BaryStroke *stroke);
  void (*curve)   (BaryPen *pen, const BaryPoint points[4], const BaryStroke *stroke); /* cubic, as cairo_curve_to */
  void (*ellipse) (BaryPen *pen, const BaryBox *box, const BaryInk *fill, const BaryStroke *outline);
  void (*box)     (BaryPen *pen, const BaryBox *box, double corner, const BaryInk *fill, const BaryStroke *outline);
  void (*shape)   (BaryPen *pen, BaryShape shape, double x, double y, double radius, const BaryInk *fill);
  /* Closed lines, each up to its end; what is inside of an odd number of them is filled. */
  void (*area)    (BaryPen *pen, const BaryPoint *points, const guint *ends, guint n_ends, const BaryInk *fill,
                   const BaryStroke *outline);
  /* @fill, @outline: nullable; @hatch: BARY_HATCH_NONE or lines in @hatch_ink */
  void (*sector)  (BaryPen *pen, const BarySector *sector, const BaryInk *fill, BaryHatch hatch, const BaryInk *hatch_ink,
                   const BaryStroke *outline);
  void (*text)    (BaryPen *pen, const BaryText *text);
} BaryPenClass;

struct _BaryPen {
  const BaryPenClass *class;
};

void bary_pen_begin   (BaryPen          *pen,
                       BaryPart          part,
                       guint             index);
void bary_pen_end     (BaryPen          *pen);
void bary_pen_line    (BaryPen          *pen,
                       const BaryPoint  *from,
                       const BaryPoint  *to,
                       const BaryStroke *stroke);
void bary_pen_curve   (BaryPen          *pen,
                       const BaryPoint   points[4],
                       const BaryStroke *stroke);
/* @fill, @outline: (nullable) */
void bary_pen_ellipse (BaryPen          *pen,
                       const BaryBox    *box,
                       const BaryInk    *fill,
                       const BaryStroke *outline);
void bary_pen_box     (BaryPen          *pen,
                       const BaryBox    *box,
                       double            corner,
                       const BaryInk    *fill,
                       const BaryStroke *outline);
void bary_pen_shape   (BaryPen          *pen,
                       BaryShape         shape,
                       double            x,
                       double            y,
                       double            radius,
                       const BaryInk    *fill);
void bary_pen_area    (BaryPen          *pen,
                       const BaryPoint  *points,
                       const guint      *ends,
                       guint             n_ends,
                       const BaryInk    *fill,
                       const BaryStroke *outline);
void bary_pen_sector  (BaryPen          *pen,
                       const BarySector *sector,
                       const BaryInk    *fill,
                       BaryHatch         hatch,
                       const BaryInk    *hatch_ink,
                       const BaryStroke *outline);
void bary_pen_text    (BaryPen          *pen,
                       const BaryText   *text);

G_END_DECLS
