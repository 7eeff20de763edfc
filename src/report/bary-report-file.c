#include "bary-report-file.h"

#include "bary-config.h"
#include "bary-new-file.h"
#include "bary-report-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (bary-report-error-quark, bary_report_error)

static const struct {
  const char *suffix;
  GBytes   *(*write) (const BaryReport *self, GError **error);
} formats[] = {
  [BARY_REPORT_PDF] = { "pdf", bary_report_to_pdf },
  [BARY_REPORT_XLSX] = { "xlsx", bary_report_to_xlsx },
  [BARY_REPORT_CSV] = { "csv", bary_report_to_csv },
  [BARY_REPORT_ODT] = { "odt", bary_report_to_odt },
  [BARY_REPORT_FODT] = { "fodt", bary_report_to_fodt },
};

const char *
bary_report_format_get_suffix (BaryReportFormat format)
{
  g_return_val_if_fail (format < BARY_N_REPORT_FORMATS, NULL);

  return formats[format].suffix;
}

gboolean
bary_report_format_from_path (const char        *path,
                              BaryReportFormat  *format,
                              GError           **error)
{
  g_autofree char *name = g_path_get_basename (path);
  const char *dot = strrchr (name, '.');
  g_autofree char *shown = g_filename_display_name (path);

  for (BaryReportFormat i = 0; dot != NULL && i < BARY_N_REPORT_FORMATS; i++)
    if (g_ascii_strcasecmp (dot + 1, formats[i].suffix) == 0)
      {
        *format = i;
        return TRUE;
      }
  g_set_error (error, BARY_REPORT_ERROR, BARY_REPORT_ERROR_FORMAT,
               /* Translators: %s: a file */
               _("%s: the name says no format: let it end with .pdf, .odt, .xlsx, .csv or .fodt"), shown);
  return FALSE;
}

GBytes *
bary_report_to_bytes (const BaryReport  *self,
                      BaryReportFormat   format,
                      GError           **error)
{
  g_return_val_if_fail (format < BARY_N_REPORT_FORMATS, NULL);

  return formats[format].write (self, error);
}

gboolean
bary_report_save_bytes (GBytes      *bytes,
                        const char  *path,
                        GError     **error)
{
  g_auto (BaryNewFile) file = BARY_NEW_FILE_INIT;
  g_autofree char *shown = NULL;
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  if (bary_new_file_open (&file, path) && bary_new_file_write (&file, data, length) && bary_new_file_publish (&file))
    return TRUE;

  shown = g_filename_display_name (path);
  g_set_error (error, BARY_REPORT_ERROR, BARY_REPORT_ERROR_WRITE,
               /* Translators: 1: a file, 2: what the system says */
               _("%1$s: the file cannot be written (%2$s): free some space or choose another folder; nothing was written"),
               shown, g_strerror (errno));
  return FALSE;
}

gboolean
bary_report_save (const BaryReport  *self,
                  BaryReportFormat   format,
                  const char        *path,
                  GError           **error)
{
  g_autoptr (GBytes) bytes = bary_report_to_bytes (self, format, error);

  return bytes != NULL && bary_report_save_bytes (bytes, path, error);
}
