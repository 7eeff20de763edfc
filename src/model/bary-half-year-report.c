#include "bary-half-year-report.h"

#include <glib/gi18n.h>

static const BaryChoice halves[] = {
  { "1", N_("First half year") },
  { "2", N_("Second half year") },
  { NULL, NULL }
};

static const BaryField bary_half_year_report_fields[] = {
  BARY_REFERENCE (BaryHalfYearReport, roadmap, BARY_FIELD_REQUIRED | BARY_FIELD_PART, N_("Roadmap"), BARY_KIND_ROADMAP),
  BARY_CHOICE (BaryHalfYearReport, half, BARY_FIELD_REQUIRED, N_("Half year"), halves),
  BARY_VALUE (BaryHalfYearReport, feedback, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Feedback")),
  BARY_VALUE (BaryHalfYearReport, made, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("What was made")),
  BARY_VALUE (BaryHalfYearReport, difficulties, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Difficulties")),
  BARY_VALUE (BaryHalfYearReport, solutions, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Solutions")),
  BARY_VALUE (BaryHalfYearReport, prospects, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Prospects")),
  BARY_VALUE (BaryHalfYearReport, thanks, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Whom to reward")),
};

BARY_DEFINE_RECORD (BaryHalfYearReport, bary_half_year_report, BARY_KIND_HALF_YEAR_REPORT, "half_year_report",
                    N_("Half-year report"), N_("Half-year reports"), NULL)
