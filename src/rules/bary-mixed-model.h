#pragma once

#include "bary-calibration.h"

G_BEGIN_DECLS

/* Mark = mean + effect of the application + effect of the expert + chance, all three drawn at random: a crossed model of
 * two ways, with holes. The variances are those of the greatest restricted likelihood (REML); given them, the effects are
 * the best linear unbiased predictions (BLUP): the less is known of an application, the nearer it stays to the mean.
 * H. Patterson, R. Thompson: Recovery of inter-block information. Biometrika 58 (1971), 545–554; C. Henderson: Best linear
 * unbiased estimation and prediction under a selection model. Biometrics 31 (1975), 423–447; found by average
 * information: A. Gilmour, R. Thompson, B. Cullis. Biometrics 51 (1995), 1440–1450. */
typedef struct {
  BaryMeasureFault fault;              /* then all else is 0 or NULL */
  double           mean;
  double           application;        /* variances */
  double           expert;
  double           residual;
  double           criterion;          /* -2 log of the restricted likelihood */
  double          *applications;       /* effects; 0 where there are no marks */
  double          *experts;            /* of a lenient expert above 0 */
  double          *application_errors; /* standard errors of prediction */
  double          *expert_errors;
  guint            n_steps;
} BaryMixedModel;

/* Each step takes O(marks · experts + experts³), or applications instead of experts if they are fewer.
 * @solution: of the same marks: whether anything is left to chance
 * Returns: (transfer full) */
BaryMixedModel *bary_mixed_model_new  (const BaryMarks        *marks,
                                       const BaryLeastSquares *solution);
void            bary_mixed_model_free (BaryMixedModel         *self);

/* What to multiply a standard error by for the interval that holds the true effect with a probability of 90 %. */
#define BARY_MIXED_MODEL_INTERVAL 1.6448536269514722

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryMixedModel, bary_mixed_model_free)

G_END_DECLS
