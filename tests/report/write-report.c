/* Writes a document in every format into a folder, for other programs to read. */

#include "bary-report-file.h"
#include "bary-test-report.h"

#include <stdio.h>

int
main (int   argc,
      char *argv[])
{
  g_autoptr (BaryReport) report = bary_test_report_new (120, TRUE);

  if (argc != 2)
    return 2;
  for (BaryReportFormat i = 0; i < BARY_N_REPORT_FORMATS; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/report.%s", argv[1], bary_report_format_get_suffix (i));
      g_autoptr (GError) error = NULL;

      if (!bary_report_save (report, i, path, &error))
        {
          fprintf (stderr, "%s\n", error->message);
          return 1;
        }
    }
  return 0;
}
