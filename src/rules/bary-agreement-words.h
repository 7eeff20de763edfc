#pragma once

#include "bary-measure.h"

G_BEGIN_DECLS

/* What a figure of agreement means, in a sentence for people who know no statistics. Returns: (transfer none):
 * translated; why there is no figure, if there is none. */

/* Of an intraclass correlation. D. Cicchetti: Guidelines, criteria, and rules of thumb for evaluating normed and
 * standardized assessment instruments. Psychological Assessment 6 (1994), 284–290. */
const char *bary_icc_to_words          (const BaryMeasure *icc);
/* Of an alpha. K. Krippendorff: Content Analysis (2004), 11.4. */
const char *bary_krippendorff_to_words (const BaryMeasure *alpha);
/* Of a kappa. J. Landis, G. Koch: The measurement of observer agreement for categorical data. Biometrics 33 (1977),
 * 159–174. */
const char *bary_fleiss_to_words       (const BaryMeasure *kappa);
/* Of a concordance that lots would give with the probability `p`. */
const char *bary_concordance_to_words  (const BaryMeasure *w,
                                        double             p);

G_END_DECLS
