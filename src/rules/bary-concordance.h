#pragma once

#include "bary-marks.h"
#include "bary-measure.h"

G_BEGIN_DECLS

/* Kendall's coefficient of concordance: how alike the experts rank the applications, from 0 to 1, equal marks sharing
 * their ranks: W = 12 S / (m² (n³ - n) - m Σ T), T = Σ (t³ - t) over an expert's groups of t equal marks.
 * M. Kendall: Rank Correlation Methods (1948), chapter 6. */
typedef struct {
  BaryMeasure w;
  double      s;           /* the squares of the sums of ranks about their mean */
  double      ties;        /* Σ T */
  double      chi_squared; /* m (n - 1) W */
  double      df;
  double      p;           /* that experts who draw lots agree so well; good from 8 applications on */
} BaryConcordance;

/* Needs every expert's mark for every application. O(marks · log marks). */
void bary_concordance_compute (const BaryMarks *marks,
                               BaryConcordance *concordance);

G_END_DECLS
