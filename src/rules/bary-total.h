#pragma once

#include "bary-divergence.h"

G_BEGIN_DECLS

/* What an application scores by all rules of a contest: its sheets together, a third expert's where the first ones are too far
 * apart, and the commission's beside them. */

typedef struct {
  const BaryScoreRules     *rules;
  const BaryDivergenceRule *divergence; /* NULL: sheets are not compared */
  guint                     need;       /* sheets of experts */
} BaryTotalRules;

typedef struct {
  BaryScore      score;
  guint          needed;      /* sheets of experts: one more where the first ones are too far apart */
  gboolean       compared;    /* whether there were two sheets to compare */
  BaryDivergence divergence;
  gboolean       lacks_third; /* they are too far apart, and no further expert has handed in */
  gboolean       settled;     /* a third expert's total counted by the rule */
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
