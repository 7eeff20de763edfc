#pragma once

#include "bary-marks.h"
#include "bary-measure.h"

G_BEGIN_DECLS

/* The intraclass correlation: which share of the spread of marks comes from the applications.
 * P. Shrout, J. Fleiss: Intraclass correlations: uses in assessing rater reliability. Psychological Bulletin 86 (1979),
 * 420–428; intervals as in K. McGraw, S. Wong: Forming inferences about some intraclass correlation coefficients.
 * Psychological Methods 1 (1996), 30–46. */
typedef enum {
  BARY_ICC_1,  /* of one mark, each application having experts of its own */
  BARY_ICC_2,  /* of one mark, experts drawn from many: their severity counts as disagreement */
  BARY_ICC_3,  /* of one mark, these very experts: their severity does not count */
  BARY_ICC_1K, /* the same three of the mean of an application's marks */
  BARY_ICC_2K,
  BARY_ICC_3K,
  BARY_N_ICCS
} BaryIccForm;

typedef struct {
  BaryMeasure      value;
  BaryMeasureFault test_fault;  /* why what follows is not known, which is then 0 */
  double           f, df1, df2; /* the test that the applications do not differ */
  double           p;
  double           low, high;   /* the interval that holds the true value with a probability of 95 % */
  double           interval_df; /* df2 of the interval: Satterthwaite's approximation in the second form, else df2 */
} BaryIcc;

typedef struct {
  guint   n_applications, n_experts;
  double  per_application; /* marks; a mean that unequal numbers have in common */
  double  between;         /* mean squares: between the applications, BMS */
  double  within;          /* within them, WMS */
  double  experts;         /* between the experts, JMS; 0 where marks are missing, as the next is */
  double  error;           /* what is left, EMS */
  BaryIcc forms[BARY_N_ICCS];
} BaryIccTable;

/* Where marks are missing only the first form and its mean are known. O(marks). */
void bary_icc_compute (const BaryMarks *marks,
                       BaryIccTable    *table);

G_END_DECLS
