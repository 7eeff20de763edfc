#pragma once

#include "bary-marks.h"
#include "bary-measure.h"

G_BEGIN_DECLS

/* What an application would get if all experts were equally severe. Mark = quality of the application + leniency of the
 * expert + chance; the leniencies of experts who can be compared add up to 0. */

/* The mean of each application's marks, which knows nothing of severity.
 * Returns: (transfer full) (array length=n_applications) */
BaryMeasure *bary_calibration_means (const BaryMarks *marks);

/* The qualities and leniencies that leave the least squares of chance. */
typedef struct {
  guint   n_components;           /* parts of the table without an expert or an application in common: nothing in one can
                                   * be compared with anything in another */
  guint  *application_components; /* G_MAXUINT where it has no marks */
  guint  *expert_components;
  double *applications;           /* quality; 0 where it has no marks */
  double *experts;                /* leniency */
  double  rest;                   /* the sum of squares left */
  double  total;                  /* of the marks about their mean */
  int     df;                     /* marks beyond those that there was to estimate */
} BaryLeastSquares;

/* O(marks · marks of an application + lesser side³).
 * @ridge: 0; more than 0 adds so much of the squares of leniencies to what shall be least, so that they shrink.
 * C. Platt, M. Burges: Regularized least squares to remove reviewer bias (2012).
 * Returns: (transfer full) */
BaryLeastSquares *bary_least_squares_new  (const BaryMarks        *marks,
                                           double                  ridge);
void              bary_least_squares_free (BaryLeastSquares       *self);

/* Why calibrated figures should not be leant on. */
typedef enum {
  BARY_DOUBT_NONE         = 0,
  BARY_DOUBT_FEW_MARKS    = 1 << 0, /* fewer than 20 */
  BARY_DOUBT_FEW_OVERLAPS = 1 << 1, /* an expert shares fewer than two applications with others */
  BARY_DOUBT_COMPONENTS   = 1 << 2,
  BARY_N_DOUBTS           = 3
} BaryDoubts;

BaryDoubts        bary_calibration_doubt  (const BaryMarks        *marks,
                                           const BaryLeastSquares *solution);
/* Returns: (transfer none): one of them in words, translated. */
const char       *bary_doubt_to_words     (BaryDoubts              doubt);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryLeastSquares, bary_least_squares_free)

G_END_DECLS
