#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_HALF_YEAR_REPORT (bary_half_year_report_get_type ())
G_DECLARE_FINAL_TYPE (BaryHalfYearReport, bary_half_year_report, BARY, HALF_YEAR_REPORT, BaryRecord)

/* What a person writes in the report on a cluster's half year; its figures are computed, see bary-half-year.h. The fields are
 * for reading; their table in bary-half-year-report.c says what they hold. */
struct _BaryHalfYearReport {
  BaryRecord parent_instance;

  char *roadmap;
  char *half; /* "1" or "2" */
  char *feedback;
  char *made;
  char *difficulties;
  char *solutions;
  char *prospects;
  char *thanks;
};

extern const BaryKindInfo bary_half_year_report_info;

G_END_DECLS
