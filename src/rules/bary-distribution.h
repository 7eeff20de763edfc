#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Tails and quantiles of the distributions that tests and intervals use. Relative errors are below 1e-10. Degrees of
 * freedom are positive, not necessarily whole. Formulas: NIST Digital Library of Mathematical Functions, 8.9.2, 8.11.4
 * and 8.17.22. */

/* P(X > value) */
double bary_chi_squared_tail (double value,
                              double df);
double bary_f_tail           (double value,
                              double df1,
                              double df2);
double bary_normal_tail      (double value);

/* The value below which X is with this probability, which lies between 0 and 1. */
double bary_f_quantile       (double probability,
                              double df1,
                              double df2);
double bary_normal_quantile  (double probability);

G_END_DECLS
