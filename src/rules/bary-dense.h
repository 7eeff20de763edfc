#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Symmetric positive definite matrices, stored row by row; only what is on the diagonal and right of it is read and
 * written. Loops run along rows, so that the compiler does several elements at once. */

/* A = UᵀU: U takes the place of A. O(n³ / 3). Returns: FALSE if A is not positive definite. */
gboolean bary_dense_factor (double       *a,
                            guint         n);
/* Solves UᵀU x = b: x takes the place of b. */
void     bary_dense_solve  (const double *u,
                            guint         n,
                            double       *b);
/* U⁻¹, whose rows give the inverse of A: A⁻¹ = U⁻¹ U⁻ᵀ. O(n³ / 3).
 * @inverse: n × n; left of the diagonal it becomes 0 */
void     bary_dense_invert (const double *u,
                            guint         n,
                            double       *inverse);
/* xᵀy */
double   bary_dense_multiply (const double *x,
                              const double *y,
                              guint         n);

G_END_DECLS
