#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A figure that a table of marks may be unable to give: then it says why, and is never NaN. */

typedef enum {
  BARY_MEASURE_KNOWN,
  BARY_MEASURE_NO_MARKS,
  BARY_MEASURE_FEW_EXPERTS,      /* fewer than two gave marks */
  BARY_MEASURE_FEW_APPLICATIONS, /* fewer than two have marks */
  BARY_MEASURE_NO_PAIRS,         /* no application has two marks */
  BARY_MEASURE_NO_SPREAD,        /* nothing differs, so there is nothing to agree about */
  BARY_MEASURE_NO_REMAINDER,     /* nothing is left to chance, so chance cannot be measured */
  BARY_MEASURE_HOLES,            /* needs every expert's mark for every application */
  BARY_MEASURE_UNEVEN,           /* needs equally many marks for every application */
  BARY_MEASURE_NEGATIVE,         /* needs marks from zero up */
  BARY_MEASURE_FEW_MARKS,        /* no more marks than there is to be estimated */
  BARY_MEASURE_PARTS,            /* the table falls into parts with nothing in common */
  BARY_MEASURE_NOT_FOUND,        /* the search for the estimate came to no end */
  BARY_N_MEASURE_FAULTS
} BaryMeasureFault;

typedef struct {
  BaryMeasureFault fault;
  double           value; /* 0 where there is a fault */
} BaryMeasure;

#define BARY_MEASURE_OF(value) ((BaryMeasure) { BARY_MEASURE_KNOWN, (value) })
#define BARY_MEASURE_FAULT(fault) ((BaryMeasure) { (fault), 0 })

/* Returns: (transfer none): why there is no figure, translated; NULL if there is one. */
const char *bary_measure_fault_to_words (BaryMeasureFault fault);

G_END_DECLS
