#pragma once

#include "bary-marks.h"

G_BEGIN_DECLS

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
