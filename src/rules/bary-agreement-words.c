#include "bary-agreement-words.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

#define SIGNIFICANCE 0.05

/* Up to which value a sentence holds; the last one holds for all. */
typedef struct {
  double      below;
  const char *sentence;
} Grade;

static const char *
find_sentence (const BaryMeasure *measure,
               const Grade       *grades)
{
  if (measure->fault != BARY_MEASURE_KNOWN)
    return bary_measure_fault_to_words (measure->fault);

  while (grades->below > 0 && measure->value >= grades->below)
    grades++;
  return _(grades->sentence);
}

const char *
bary_icc_to_words (const BaryMeasure *icc)
{
  static const Grade grades[] = {
    { .40, N_("Poor: marks tell more of the experts than of the applications.") },
    { .60, N_("Fair: applications close to the line should be looked at again.") },
    { .75, N_("Good: the order of applications can be relied on in the main.") },
    { 0, N_("Excellent: experts see the applications alike.") },
  };

  return find_sentence (icc, grades);
}

const char *
bary_krippendorff_to_words (const BaryMeasure *alpha)
{
  static const Grade grades[] = {
    { .667, N_("Too low to draw conclusions from these marks alone.") },
    { .800, N_("Enough for tentative conclusions.") },
    { 0, N_("Reliable.") },
  };

  return find_sentence (alpha, grades);
}

const char *
bary_fleiss_to_words (const BaryMeasure *kappa)
{
  static const Grade grades[] = {
    { .20, N_("Hardly more equal marks than by chance.") },
    { .40, N_("Fair agreement on equal marks.") },
    { .60, N_("Moderate agreement on equal marks.") },
    { .80, N_("Substantial agreement on equal marks.") },
    { 0, N_("Almost the same marks throughout.") },
  };

  return find_sentence (kappa, grades);
}

const char *
bary_concordance_to_words (const BaryMeasure *w,
                           double             p)
{
  if (w->fault != BARY_MEASURE_KNOWN)
    return bary_measure_fault_to_words (w->fault);

  return p < SIGNIFICANCE ? _("Experts rank the applications alike, and not by chance.")
                          : _("Whether experts rank the applications alike cannot be told from chance.");
}
