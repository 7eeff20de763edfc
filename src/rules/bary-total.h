#pragma once

#include "bary-divergence.h"

G_BEGIN_DECLS

/* What an application scores by all rules of a contest. The sheets of its experts, and each of the commission's that counts as one
 * more, are combined by the formula. Whoever scores more than one asked for does not shift what a sheet weighs: in two cases one value
 * stands in for the sheets of the experts, once for each of the `need` that the contest asks for, and the commission's are combined
 * with these.
 * - The first ones are too far apart: what the rule of the third gives.
 * - More experts scored than the contest asks for, or some are thought away, and sheets are added up, or are averaged with the
 *   commission's: the mean of theirs.
 * Thus of 12, 25, too far apart, and a third's final 22, with the commission's 30, the mean is (22 + 22 + 30) / 3, the sum 74; as
 * of any two sheets beside it, the commission's weighs a third. Nothing is rounded before all is combined. */

typedef struct {
  const BaryScoreRules     *rules;
  const BaryDivergenceRule *divergence; /* NULL: sheets are not compared */
  guint                     need;       /* sheets of experts */
  guint                     missing;    /* sheets beside these that a contest asks for, and that are thought away */
} BaryTotalRules;

typedef struct {
  BaryScore      score;
  guint          needed;      /* sheets of experts: one more where the first ones are too far apart */
  gboolean       compared;    /* whether there were two sheets to compare */
  BaryDivergence divergence;
  gboolean       lacks_third; /* they are too far apart, and no further expert has handed in */
  gboolean       settled;     /* a third expert's total counted by the rule */
  gboolean       stands_in;   /* a value stands in for each sheet of experts that the contest asks for: */
  BaryFraction   stand_in;
} BaryTotal;

/* @sheets: of the experts in the order in which they were handed in, then those of the commission
 * @lacks_vote: whether the commission's, which counts, is not there yet: then there is no score
 * @totals: (out): of each sheet */
void bary_total_find (const BaryTotalRules  *self,
                      const BaryMarkedSheet *sheets,
                      guint                  n_sheets,
                      guint                  n_experts,
                      gboolean               lacks_vote,
                      BaryScore             *totals,
                      BaryTotal             *total);

G_END_DECLS
