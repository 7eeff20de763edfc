#pragma once

#include "bary-marks.h"
#include "bary-measure.h"

G_BEGIN_DECLS

/* How far apart two marks are. */
typedef enum {
  BARY_METRIC_NOMINAL,  /* the same or not */
  BARY_METRIC_ORDINAL,  /* how many marks lie between */
  BARY_METRIC_INTERVAL, /* x - y */
  BARY_METRIC_RATIO,    /* (x - y) / (x + y), of marks from zero up */
  BARY_N_METRICS
} BaryMetric;

/* Krippendorff's α = 1 - observed / expected disagreement: 1 where experts agree fully, 0 where they might as well draw
 * lots. Marks may be missing; an application with one mark says nothing and counts for nothing.
 * K. Krippendorff: Computing Krippendorff's Alpha-Reliability (2011). O(marks · log marks); the ratio metric takes the
 * square of the number of different marks. */
void  bary_krippendorff_compute        (const BaryMarks *marks,
                                        BaryMeasure      alphas[BARY_N_METRICS]);

/* How many marks it rests on: those of applications with two or more. */
guint bary_krippendorff_count_pairable (const BaryMarks *marks);

/* The interval that holds α with a probability of 95 %: α of as many applications drawn with replacement, again and again, less
 * the outermost 2.5 % at each end (B. Efron, R. Tibshirani: An Introduction to the Bootstrap, 1993, chapter 13). The same seed
 * gives the same interval.
 * @low, @high: (out). Returns: FALSE if too few applications have two marks, or most draws have no α */
gboolean bary_krippendorff_find_interval (const BaryMarks *marks,
                                          BaryMetric       metric,
                                          guint            n_draws,
                                          guint32          seed,
                                          double          *low,
                                          double          *high);
#define BARY_KRIPPENDORFF_LEAST_APPLICATIONS 5

G_END_DECLS
