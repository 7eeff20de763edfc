#pragma once

#include "bary-palette.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Marks as a picture: a row for each application or expert, with a dot for each mark, a bar for the interval of an estimate, and
 * a line across that all are compared with. */

typedef struct {
  const char *label;
  double     *dots;         /* (array length=n_dots) */
  guint       n_dots;
  gboolean    has_value;
  double      value;        /* the official figure, as an upright stroke */
  gboolean    has_interval;
  double      low, estimate, high;
  gboolean    grey;         /* the row lies in the grey zone */
  gboolean    winner;
} BaryChartRow;

typedef struct {
  GArray  *rows;            /* of BaryChartRow */
  gboolean has_line;
  double   line;            /* the pass mark; 0 for severities */
} BaryScoreChart;

BaryScoreChart *bary_score_chart_new        (void);
void            bary_score_chart_free       (BaryScoreChart *self);
/* Returns: (transfer none): until the next is added; @dots are freed with the chart, @label must live as long. */
BaryChartRow   *bary_score_chart_add        (BaryScoreChart *self,
                                             const char     *label);

/* In pixels, with the axis below. */
double          bary_score_chart_get_height (const BaryScoreChart *self);
/* Returns: the row at that height, -1: none */
int             bary_score_chart_find_row   (const BaryScoreChart *self,
                                             double                y);
/* The ends of the axis, round numbers around all that is shown. @step: (out): between ticks */
void            bary_score_chart_get_range  (const BaryScoreChart *self,
                                             double               *least,
                                             double               *most,
                                             double               *step);
/* Where a figure stands on the axis of a picture so wide. */
double          bary_score_chart_get_x      (const BaryScoreChart *self,
                                             double                width,
                                             double                figure);
/* @context: gives the font */
void            bary_score_chart_paint      (const BaryScoreChart *self,
                                             cairo_t              *cr,
                                             PangoContext         *context,
                                             double                width,
                                             const BaryTheme      *theme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryScoreChart, bary_score_chart_free)

G_END_DECLS
