#pragma once

#include "bary-marks.h"
#include "bary-measure.h"

G_BEGIN_DECLS

/* Fleiss' κ: the share of pairs of equal marks beyond what chance would give, marks being mere names of classes.
 * J. Fleiss: Measuring nominal scale agreement among many raters. Psychological Bulletin 76 (1971), 378–382; the test as
 * in J. Fleiss, J. Nee, J. Landis: Large sample variance of kappa. Psychological Bulletin 86 (1979), 974–977. */
typedef struct {
  BaryMeasure kappa;
  double      observed; /* the mean share of pairs that agree */
  double      expected;
  double      z, p;     /* the test that they agree by chance */
} BaryFleiss;

/* Needs equally many marks for every application that has any, no matter whose. O(marks · log marks). */
void bary_fleiss_compute (const BaryMarks *marks,
                          BaryFleiss      *fleiss);

G_END_DECLS
