#include "bary-measure.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

static const char *const words[BARY_N_MEASURE_FAULTS] = {
  [BARY_MEASURE_NO_MARKS] = N_("There are no marks."),
  [BARY_MEASURE_FEW_EXPERTS] = N_("Fewer than two experts gave marks: there is nobody to compare."),
  [BARY_MEASURE_FEW_APPLICATIONS] = N_("Fewer than two applications have marks."),
  [BARY_MEASURE_NO_PAIRS] = N_("No application has the marks of two experts."),
  [BARY_MEASURE_NO_SPREAD] = N_("Nothing differs: where all are equal, agreement cannot be told from chance."),
  [BARY_MEASURE_NO_REMAINDER] = N_("Nothing is left to chance, so that it cannot be measured."),
  [BARY_MEASURE_HOLES] = N_("Marks are missing: this figure needs every expert’s mark for every application."),
  [BARY_MEASURE_UNEVEN] = N_("Applications have different numbers of marks: this figure needs equally many for each."),
  [BARY_MEASURE_NEGATIVE] = N_("There are negative marks: this figure needs a scale that begins at zero."),
  [BARY_MEASURE_FEW_MARKS] = N_("There are too few marks: no more than there is to be estimated from them."),
  [BARY_MEASURE_PARTS] = N_("The table falls into parts that have neither an expert nor an application in common."),
  [BARY_MEASURE_NOT_FOUND] = N_("The search for the estimate came to no end: look for a slip of the pen among the marks."),
};

const char *
bary_measure_fault_to_words (BaryMeasureFault fault)
{
  g_return_val_if_fail (fault < BARY_N_MEASURE_FAULTS, NULL);

  return words[fault] != NULL ? _(words[fault]) : NULL;
}
