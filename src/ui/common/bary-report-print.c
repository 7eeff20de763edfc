#include "bary-report-print.h"

#include "bary-config.h"
#include "bary-pages.h"
#include "bary-print-run.h"
#include "bary-report-file.h"

#include <glib/gi18n-lib.h>

/* On paper */

typedef struct {
  BaryReport *report;
  BaryPages  *pages;
} Print;

static void
print_free (gpointer  data,
            GClosure *closure)
{
  Print *print = data;

  bary_pages_free (print->pages);
  bary_report_free (print->report);
  g_free (print);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Print             *print)
{
  bary_pages_draw (print->pages, gtk_print_context_get_cairo_context (context), (guint) page);
}

static GtkPageSetup *
make_setup (const BarySheetSize *sheet)
{
  gboolean sideways = sheet->width > sheet->height;
  double shorter = MIN (sheet->width, sheet->height);
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (shorter > 700 ? GTK_PAPER_NAME_A3 : GTK_PAPER_NAME_A4);
  GtkPageSetup *setup = gtk_page_setup_new ();

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_orientation (setup, sideways ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  return setup;
}

void
bary_report_print (GtkWindow   *parent,
                   BarySession *session,
                   BaryReport  *report)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = NULL;
  Print *print = g_new0 (Print, 1);
  BarySheetSize sheet;

  print->report = report;
  print->pages = bary_pages_new (report, NULL);
  bary_pages_get_sheet (print->pages, &sheet);
  setup = make_setup (&sheet);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, (int) bary_pages_count (print->pages));
  gtk_print_operation_set_job_name (operation, bary_report_get_title (report));
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), print, print_free, 0);
  bary_print_run (operation, parent, session);
}

/* Into a file */

typedef struct {
  BarySession *session;
  BaryReport  *report; /* (nullable): `bytes` if it is none */
  GBytes      *bytes;  /* (nullable) */
  char        *path;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_clear_pointer (&writing->report, bary_report_free);
  g_clear_pointer (&writing->bytes, g_bytes_unref);
  g_object_unref (writing->session);
  g_free (writing->path);
  g_free (writing);
}

static gboolean
write_work (BaryJob   *job,
            gpointer   data,
            GError   **error)
{
  Writing *writing = data;
  BaryReportFormat format;

  if (writing->bytes != NULL)
    return bary_report_save_bytes (writing->bytes, writing->path, error);
  return bary_report_format_from_path (writing->path, &format, error) && bary_report_save (writing->report, format, writing->path, error);
}

static void
written_cb (gpointer      session,
            gpointer      data,
            const GError *error)
{
  Writing *writing = data;

  /* Translators: %s: a file */
  bary_session_tell_file (session, _("Written: %s"), writing->path, error);
}

static void
run (BarySession *session,
     BaryReport  *report,
     GBytes      *bytes,
     const char  *path)
{
  Writing *writing = g_new0 (Writing, 1);
  g_autoptr (BaryJob) job = bary_job_new (_("Writing the document"));

  writing->session = g_object_ref (session);
  writing->report = report;
  writing->bytes = bytes;
  writing->path = g_strdup (path);
  bary_session_run (session, job, write_work, written_cb, G_OBJECT (session), writing, writing_free);
}

void
bary_report_write (BarySession *session,
                   BaryReport  *report,
                   const char  *path)
{
  run (session, report, NULL, path);
}

void
bary_report_write_bytes (BarySession *session,
                         GBytes      *bytes,
                         const char  *path)
{
  run (session, NULL, bytes, path);
}
