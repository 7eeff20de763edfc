#pragma once

#include "bary-marks.h"

#include <math.h>

G_BEGIN_DECLS

/* A figure that is published with so many digits: half a unit of the last one. */
#define BARY_TEST_PRINTED(value, expected, digits) \
  g_assert_cmpfloat_with_epsilon ((value), (expected), 0.5000001 * pow (10, -(digits)))

/* Five experts, a row each, and nine applications with holes. M. Roos, J. Rothe, B. Scheuermann: How to calibrate the scores
 * of biased reviewers by quadratic programming. AAAI 2011. */
extern const char bary_test_marks_roos[];

/* @table: rows between slashes, marks between spaces, "*" or "-" where there is none
 * @by_expert: a row is an expert's; otherwise an application's */
BaryMarks *bary_test_marks_parse   (const char *table,
                                    gboolean    by_expert);
/* Any marks from 0 to `most`; each is there with the probability `fill`. */
BaryMarks *bary_test_marks_random  (guint       n_applications,
                                    guint       n_experts,
                                    int         most,
                                    double      fill);

G_END_DECLS
