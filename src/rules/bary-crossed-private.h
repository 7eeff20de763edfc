#pragma once

#include "bary-marks.h"

G_BEGIN_DECLS

/* The crossed model of two ways at given variances, which the search for the likeliest ones walks over. Rows are the
 * greater side of the table, columns the lesser. Variances are held as ratios to the residual one, and V
 * is their matrix divided by it:
 *
 *   V = I + ratio[BARY_CROSSED_ROWS] Zr Zrᵀ + ratio[BARY_CROSSED_COLUMNS] Zc Zcᵀ,   P = V⁻¹ - V⁻¹ 1 (1ᵀ V⁻¹ 1)⁻¹ 1ᵀ V⁻¹ */
enum { BARY_CROSSED_ROWS, BARY_CROSSED_COLUMNS, BARY_CROSSED_SIDES };

/* What V⁻¹ gives for a vector over the marks. */
typedef struct {
  double *rows;    /* Zrᵀ V⁻¹ x: the effect divided by the ratio */
  double *columns;
  double *marks;   /* V⁻¹ x */
} BaryCrossedAnswer;

typedef struct {
  const BaryMarks   *marks;
  guint              n_rows, n_columns, n;
  double             mean;      /* of the marks, taken off */
  double            *values;
  double            *ones;
  double             ratios[BARY_CROSSED_SIDES];
  double            *factor;    /* U of T = I + ratio (D - Σ w N Nᵀ), over the columns */
  double            *root;      /* U⁻¹ */
  double            *inverse;   /* T⁻¹, on the diagonal and right of it */
  double            *quadratic; /* of each row: Nᵀ T⁻¹ N, N telling its columns */
  BaryCrossedAnswer  of_ones, of_values, of_side[BARY_CROSSED_SIDES];
  double             weight;    /* 1ᵀ V⁻¹ 1 */
  double             shift;     /* the mean that generalised least squares add */
  double             squares;   /* yᵀ P y */
  double             criterion; /* -2 log likelihood but for a constant */
} BaryCrossed;

/* @marks: its experts are the columns; must outlive `self` */
void   bary_crossed_init            (BaryCrossed       *self,
                                     const BaryMarks   *marks);
void   bary_crossed_clear           (BaryCrossed       *self);

/* The criterion at the present ratios, the residual variance being the best for them. */
void   bary_crossed_evaluate        (BaryCrossed       *self);
/* How the criterion changes with the logarithms of the ratios.
 * @information: (out): the mean of the observed and the expected curvature, never negative */
void   bary_crossed_differentiate   (BaryCrossed       *self,
                                     double             slope[BARY_CROSSED_SIDES],
                                     double             information[BARY_CROSSED_SIDES][BARY_CROSSED_SIDES]);
/* Brings `inverse` and `quadratic` up to date. */
void   bary_crossed_invert_variance (BaryCrossed       *self);
/* How much of a row's effect is left to chance: 1 / (1 + ratio · marks) */
double bary_crossed_get_slack       (const BaryCrossed *self,
                                     guint              row);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BaryCrossed, bary_crossed_clear)

G_END_DECLS
