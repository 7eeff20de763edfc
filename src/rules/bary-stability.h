#pragma once

#include "bary-ranking.h"
#include "bary-total.h"

G_BEGIN_DECLS

/* Would the decision be another one if something were a little different? */

typedef struct {
  const BaryTotalRules   *rules;
  const BaryRankingEntry *entries; /* their scores are found anew */
  guint                   n_entries;
  const BaryTieRule      *steps;
  guint                   n_steps;
  guint64                 seed;
  BaryLine                line;
} BaryDecision;

typedef enum {
  BARY_SHIFT_WITHOUT_EXPERT, /* without the sheets of one expert or the votes of the commission: what is left counts as if the
                                contest asked for no more; who has no others has no score */
  BARY_SHIFT_WEIGHT_UP,      /* a criterion weighs 10 % more, the pass mark keeping its share of the greatest total */
  BARY_SHIFT_WEIGHT_DOWN,    /* 10 % less */
  BARY_SHIFT_MEDIAN,         /* the median of sheets instead of what the rules say */
} BaryShiftKind;

typedef struct {
  BaryShiftKind  kind;
  const char     *expert;    /* of the entries' sheets, empty of votes; NULL for the others */
  guint           criterion; /* of a weight */
  GArray         *entering;  /* of guint: entries that are above the line only with the change */
  GArray         *leaving;   /* those only without it */
} BaryShift;

/* Returns: (transfer full) (array length=n_entries): 1 for who is above the line */
guint8    *bary_decision_find_winners (const BaryDecision *decision);

/* All changes that move somebody across the line: first experts in the order of the sheets, then criteria, then the
 * median.
 * Returns: (transfer full) (element-type BaryShift) */
GPtrArray *bary_stability_find_changes (const BaryDecision *decision);

/* With what probability each is above the line, given what marks can tell of each.
 * @estimates, @errors: of the quality, as of a calibration: the mean and the standard error of a normal distribution
 * @n_places: 0: as many as reach `pass_mark`; else the line goes behind the first so many, and is found by `n_draws` draws
 * @pass_mark: which those above the line reach, too; -INFINITY: there is none
 * Returns: (transfer full) (array length=n) */
double    *bary_stability_find_chances (const double       *estimates,
                                        const double       *errors,
                                        guint               n,
                                        guint               n_places,
                                        double              pass_mark,
                                        guint               n_draws,
                                        guint64             seed);

/* The grey zone lies between. */
#define BARY_STABILITY_GREY_LOW 0.1
#define BARY_STABILITY_GREY_HIGH 0.9

G_END_DECLS
