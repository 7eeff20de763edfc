#include "bary-pages.h"
#include "bary-report-file.h"
#include "bary-report-private.h"

#include "bary-config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

static cairo_status_t
append_cb (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
describe (const BaryReport *self,
          cairo_surface_t  *pdf)
{
  cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_CREATOR, _("Barycenter"));
  if (self->author != NULL)
    cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_AUTHOR, self->author);
  if (self->day != NULL)
    {
      g_autofree char *date = g_strconcat (self->day, "T00:00:00", NULL);

      cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_CREATE_DATE, date);
    }
}

GBytes *
bary_report_to_pdf (const BaryReport  *self,
                    GError           **error)
{
  g_autoptr (BaryPages) pages = bary_pages_new (self, NULL);
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *pdf;
  cairo_status_t status;
  BarySheetSize sheet;
  cairo_t *cr;

  bary_pages_get_sheet (pages, &sheet);
  pdf = cairo_pdf_surface_create_for_stream (append_cb, bytes, sheet.width, sheet.height);
  cr = cairo_create (pdf);
  describe (self, pdf);
  for (guint i = 0; i < bary_pages_count (pages); i++)
    {
      bary_pages_draw (pages, cr, i);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (pdf);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (pdf);
  cairo_surface_destroy (pdf);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (bytes);

  g_byte_array_unref (bytes);
  g_set_error_literal (error, BARY_REPORT_ERROR, BARY_REPORT_ERROR_WRITE, cairo_status_to_string (status));
  return NULL;
}
