#pragma once

#include "bary-pages.h"
#include "bary-report-private.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

#define BARY_CELL_PADDING_X 4.0
#define BARY_CELL_PADDING_Y 3.0

typedef struct {
  PangoLayout *layout; /* shared by the cells of a style no more than its font: each has its own */
  double       x;      /* of the box, from the left edge of the text */
  double       width;
} BaryStripCell;

/* What goes across the whole sheet: a paragraph, a picture, a row. */
typedef struct {
  const BaryReportBlock *block;
  BaryStripCell         *cells; /* none of a picture */
  guint                  n_cells;
  int                    head;  /* strip of headings to be repeated above it, or -1 */
  gboolean               is_head;
  gboolean               keep;  /* with what follows */
  double                 before;
  double                 height; /* of a picture: at its largest */
} BaryStrip;

/* A strip on a page, or some lines of it. */
typedef struct {
  guint   strip;
  double  y, height;
  guint  *lines; /* (nullable): first and last but one of each cell; NULL for the whole of it */
} BarySlice;

struct _BaryPages {
  const BaryReport     *report;
  PangoContext         *context;
  PangoFontDescription *font;   /* of the family */
  BarySheetSize         sheet;
  double                left, top, width, height; /* of the text */
  GArray               *strips; /* of BaryStrip */
  GPtrArray            *pages;  /* of GArray of BarySlice */
};

#define bary_pages_strip(pages, i) (&g_array_index ((pages)->strips, BaryStrip, (i)))

/* Fills `strips`. */
void   bary_pages_measure     (BaryPages           *self);
/* Fills `pages`. */
void   bary_pages_break       (BaryPages           *self);
/* Returns: (transfer full) */
PangoLayout *bary_pages_make_layout (const BaryPages *self,
                                     const char      *text,
                                     double           size,
                                     double           width);

G_END_DECLS
