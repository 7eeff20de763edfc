#pragma once

#include "bary-score.h"

G_BEGIN_DECLS

/* When two experts are so far apart that a third is needed, and what counts then. */

typedef enum {
  BARY_DIVERGENCE_POINTS,    /* between the totals of two sheets, in points */
  BARY_DIVERGENCE_SHARE,     /* the same as a share of the greatest total, from 0 to 1 */
  BARY_DIVERGENCE_CRITERION, /* between two marks by any criterion that counts, in points */
  BARY_DIVERGENCE_VERDICTS,  /* one total reaches the pass mark, another does not */
} BaryDivergenceMetric;

typedef enum {
  BARY_THIRD_FINAL,   /* the third expert's total is the application's */
  BARY_THIRD_MEAN,    /* the mean of all three */
  BARY_THIRD_CLOSEST, /* the mean of the two totals that are closest; if both are as close, of the higher two */
} BaryThirdRule;

typedef struct {
  BaryDivergenceMetric metric;
  BaryFraction         limit;     /* a gap beyond it is too large; of no use for verdicts */
  BaryFraction         pass_mark; /* for verdicts */
  BaryThirdRule        third;
} BaryDivergenceRule;

typedef struct {
  gboolean     diverges;
  BaryFraction gap;           /* the greatest; of verdicts that of the totals */
  guint        first, second; /* the sheets so far apart, the lower one first */
  int          criterion;     /* by which; -1: by the totals */
} BaryDivergence;

/* Sheets without a total are passed over. Returns: FALSE if there are not two to compare. */
gboolean bary_divergence_find   (const BaryDivergenceRule *rule,
                                 const BaryScoreRules     *rules,
                                 const BaryMarkedSheet     *sheets,
                                 guint                     n_sheets,
                                 BaryDivergence           *divergence);

/* What the rule of the third gives, exactly. @totals: of the two who are too far apart, and of the third
 * Returns: FALSE if the result would be too long */
gboolean bary_divergence_settle (const BaryDivergenceRule *rule,
                                 const BaryFraction        totals[3],
                                 BaryFraction             *value);

G_END_DECLS
