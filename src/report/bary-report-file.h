#pragma once

#include "bary-report.h"

G_BEGIN_DECLS

#define BARY_REPORT_ERROR (bary_report_error_quark ())

typedef enum {
  BARY_REPORT_ERROR_FORMAT, /* the name's ending says none of the formats */
  BARY_REPORT_ERROR_WRITE,  /* the file cannot be written */
} BaryReportError;

GQuark bary_report_error_quark (void);

typedef enum {
  BARY_REPORT_PDF,
  BARY_REPORT_XLSX, /* a sheet per table */
  BARY_REPORT_CSV,  /* as Excel opens it in Russia */
  BARY_REPORT_ODT,  /* one that any office program edits */
  BARY_REPORT_FODT, /* the same as one file of plain XML */
  BARY_N_REPORT_FORMATS
} BaryReportFormat;

/* Returns: «pdf», «xlsx», «csv», «odt», «fodt» */
const char *bary_report_format_get_suffix (BaryReportFormat   format);
gboolean    bary_report_format_from_path  (const char        *path,
                                           BaryReportFormat  *format,
                                           GError           **error);

/* Returns: (transfer full) (nullable) */
GBytes     *bary_report_to_bytes          (const BaryReport  *self,
                                           BaryReportFormat   format,
                                           GError           **error);
/* Into a file, which appears when it is whole; one that was there stays until then. */
gboolean    bary_report_save              (const BaryReport  *self,
                                           BaryReportFormat   format,
                                           const char        *path,
                                           GError           **error);
/* The same for bytes that something else has made. */
gboolean    bary_report_save_bytes        (GBytes            *bytes,
                                           const char        *path,
                                           GError           **error);

G_END_DECLS
