#pragma once

#include "bary-calibration.h"

G_BEGIN_DECLS

/* Ways of calibration that others use, to compare with. */

/* Each expert has a scale and a shift: quality = scale · mark - shift + chance, with the least squares of chance, the
 * scales being 1 in the mean and the last expert's shift 0. Qualities are given from 0, the least, to 1.
 * M. Roos, J. Rothe, B. Scheuermann: How to calibrate the scores of biased reviewers by quadratic programming. AAAI
 * 2011. */
typedef struct {
  BaryMeasureFault  fault;        /* then all else is 0 */
  double           *applications; /* 0 where there are no marks */
  double           *scales;       /* of each expert; 0 where there are no marks */
  double           *shifts;
} BaryScaledMarks;

/* @solution: of the same marks: whether all can be compared. O(marks · marks of an application + experts³).
 * Returns: (transfer full) */
BaryScaledMarks *bary_scaled_marks_new  (const BaryMarks        *marks,
                                         const BaryLeastSquares *solution);
void             bary_scaled_marks_free (BaryScaledMarks        *self);

/* How many standard deviations of the expert each mark lies above that expert's mean: the mean of an application's.
 * Where experts differ little, it harms more than it helps: an expert who drew good applications is taken for a lenient
 * one. An expert whose marks are all equal says 0.
 * Returns: (transfer full) (array length=n_applications) */
BaryMeasure     *bary_standard_scores   (const BaryMarks        *marks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryScaledMarks, bary_scaled_marks_free)

G_END_DECLS
