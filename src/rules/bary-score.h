#pragma once

#include "bary-fraction.h"

G_BEGIN_DECLS

/* What an application scores: each sheet's marks by their weights, and the sheets of all experts together. Exact: only what
 * the rules of the contest round is rounded. */

typedef struct {
  const char   *name;
  BaryFraction  weight;
  BaryFraction  least, most; /* of a mark */
  gboolean      independent; /* it is shown and not counted */
} BaryCriterion;

typedef struct {
  BaryRounding rounding;
  guint        digits;
} BaryRoundingRule;

/* How the sheets of an application become one total. */
typedef enum {
  BARY_COMBINE_MEAN,
  BARY_COMBINE_MEDIAN,  /* of an even number the mean of the two in the middle */
  BARY_COMBINE_TRIMMED, /* the mean without the lowest and the highest */
  BARY_COMBINE_SUM,
} BaryCombination;

typedef struct {
  const BaryCriterion *criteria;
  guint                n_criteria;
  BaryCombination      combination;
  guint                trimmed; /* of the lowest, and as many of the highest */
  BaryRoundingRule     product; /* what is rounded: weight · mark, */
  BaryRoundingRule     sheet;   /* a sheet's total, */
  BaryRoundingRule     total;   /* the application's total */
} BaryScoreRules;

/* A blank is no zero. */
typedef struct {
  gboolean     given;
  BaryFraction value;
} BaryScoreMark;

typedef struct {
  const char          *expert;
  const BaryScoreMark *marks; /* one for each criterion */
} BaryMarkedSheet;

typedef enum {
  BARY_SCORE_KNOWN,
  BARY_SCORE_NO_SHEETS,
  BARY_SCORE_INCOMPLETE,   /* marks or sheets are missing: `given` of `needed` are there */
  BARY_SCORE_OUT_OF_SCALE, /* the mark of `criterion` */
  BARY_SCORE_TOO_FEW,      /* nothing would be left by trimming */
  BARY_SCORE_TOO_LONG,     /* numbers of more digits than there is room for */
} BaryScoreFault;

typedef struct {
  BaryScoreFault fault;
  BaryFraction   value;     /* 0 where there is a fault */
  guint          given, needed;
  guint          sheet;     /* of a fault of an application */
  guint          criterion; /* of a mark that is out of scale */
} BaryScore;

/* What a scale permits: from the least to the most, in steps from the least on. @step: 0: any
 * Returns: (transfer full) (nullable): what is wrong with a mark, translated; NULL if nothing is */
char     *bary_criterion_find_fault (const BaryCriterion *criterion,
                                     const BaryFraction  *step,
                                     const BaryFraction  *mark);

/* @addends: (out) (optional): weight · mark of each criterion, 0 of an independent one
 * Returns: whether there is a total */
gboolean  bary_score_sheet       (const BaryScoreRules *rules,
                                  const BaryMarkedSheet *sheet,
                                  BaryFraction         *addends,
                                  BaryScore            *score);
/* @needed: how many sheets there must be
 * @totals: (out) (optional): of each sheet */
gboolean  bary_score_application (const BaryScoreRules *rules,
                                  const BaryMarkedSheet *sheets,
                                  guint                 n_sheets,
                                  guint                 needed,
                                  BaryScore            *totals,
                                  BaryScore            *score);
/* The greatest total that a sheet can have. Returns: FALSE if it is too long. */
gboolean  bary_score_find_most   (const BaryScoreRules *rules,
                                  BaryFraction         *most);
/* Totals as they are, by the rules' combination. */
gboolean  bary_score_combine     (const BaryScoreRules *rules,
                                  const BaryFraction   *totals,
                                  guint                 n_totals,
                                  BaryScore            *score);

/* Returns: (transfer full): a total, or why there is none, translated. */
char     *bary_score_to_words    (const BaryScore      *score,
                                  const BaryScoreRules *rules);

G_END_DECLS
