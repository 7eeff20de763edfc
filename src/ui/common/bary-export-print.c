#include "bary-export-dialog.h"

#include "bary-config.h"
#include "bary-export-source.h"
#include "bary-print-run.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LEAST_MARGIN (10 * BARY_MILLIMETRE)

typedef struct {
  BarySession      *session;
  BaryExportSource *source;
  BaryExport       *export;   /* while it is printed */
  GtkCheckButton   *as_poster;
  GtkLabel         *letters;  /* of one sheet: a warning, or nothing */
  GtkLabel         *sheets;   /* of a poster */
  gboolean          poster;
} Print;

static void
print_free (gpointer  data,
            GClosure *closure)
{
  Print *print = data;

  g_clear_pointer (&print->export, bary_export_free);
  bary_export_source_free (print->source);
  g_object_unref (print->session);
  g_free (print);
}

/* As the sheet lies in the printer. */
static BarySheetSize
measure_sheet (GtkPageSetup *setup)
{
  double margin = MAX (gtk_page_setup_get_top_margin (setup, GTK_UNIT_POINTS), gtk_page_setup_get_bottom_margin (setup, GTK_UNIT_POINTS));

  margin = MAX (margin, gtk_page_setup_get_left_margin (setup, GTK_UNIT_POINTS));
  margin = MAX (margin, gtk_page_setup_get_right_margin (setup, GTK_UNIT_POINTS));
  return (BarySheetSize) {
    gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS), gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS),
    MAX (margin, LEAST_MARGIN)
  };
}

static BaryFrame
make_frame (Print *print)
{
  return bary_export_source_get_frame (print->source, FALSE, bary_export_source_get_theme (print->source, TRUE));
}

static BaryExportOptions
make_options (Print        *print,
              GtkPageSetup *setup)
{
  return (BaryExportOptions) {
    BARY_EXPORT_PDF, .centre = print->source->centre, .on_paper = TRUE, .paper = measure_sheet (setup),
    .poster = print->poster, .keep_turn = TRUE
  };
}

static void
begin_cb (GtkPrintOperation *operation,
          GtkPrintContext   *context,
          Print             *print)
{
  BaryFrame frame = make_frame (print);
  BaryExportOptions options = make_options (print, gtk_print_context_get_page_setup (context));
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&print->export, bary_export_free);
  print->export = bary_export_new (print->source->scene, &frame, &options, &error);
  if (print->export != NULL)
    gtk_print_operation_set_n_pages (operation, (int) bary_poster_count_sheets (bary_export_get_poster (print->export)));
  else
    {
      bary_session_fail (print->session, error);
      gtk_print_operation_cancel (operation);
    }
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Print             *print)
{
  bary_export_draw_sheet (print->export, gtk_print_context_get_cairo_context (context), (guint) page);
}

/* Whether all can be read on one sheet, and how many sheets a poster would have. */
static void
describe_paper (Print        *print,
                GtkPageSetup *setup)
{
  BaryFrame frame = make_frame (print);
  BaryExportOptions options = make_options (print, setup);
  g_autofree char *warning = NULL;
  g_autofree char *words = NULL;
  BaryExportSize size;
  BaryPoster poster;
  guint n;

  options.poster = FALSE;
  bary_export_measure (print->source->scene, &frame, &options, &size);
  warning = bary_export_warn (&size, &options);
  options.poster = TRUE;
  bary_export_plan (&size, &options, &poster);
  n = bary_poster_count_sheets (&poster);
  words = g_strdup_printf (ngettext ("%u sheet, glued together at the marks", "%u sheets, glued together at the marks", n), n);
  gtk_label_set_label (print->letters, warning);
  gtk_widget_set_visible (GTK_WIDGET (print->letters), warning != NULL);
  gtk_label_set_label (print->sheets, words);
}

static GtkPageSetup *
make_setup (Print *print)
{
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  BaryFrame frame = make_frame (print);
  BaryExportOptions options = make_options (print, setup);
  BaryExportSize size;

  bary_export_measure (print->source->scene, &frame, &options, &size);
  gtk_page_setup_set_orientation (setup, size.width > size.height ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  return g_steal_pointer (&setup);
}

static GtkLabel *
append_note (GtkWidget  *box,
             const char *style)
{
  GtkWidget *note = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (note), 0);
  gtk_label_set_wrap (GTK_LABEL (note), TRUE);
  gtk_widget_set_margin_start (note, 28);
  gtk_widget_add_css_class (note, style);
  gtk_box_append (GTK_BOX (box), note);
  return GTK_LABEL (note);
}

static GtkWidget *
create_widget_cb (GtkPrintOperation *operation,
                  Print             *print)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *one = gtk_check_button_new_with_mnemonic (_("All on _one sheet"));
  GtkWidget *many = gtk_check_button_new_with_mnemonic (_("A _poster of sheets on which all can be read"));

  gtk_check_button_set_group (GTK_CHECK_BUTTON (many), GTK_CHECK_BUTTON (one));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (one), TRUE);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_box_append (GTK_BOX (box), one);
  print->letters = append_note (box, "warning");
  gtk_box_append (GTK_BOX (box), many);
  print->sheets = append_note (box, "dim-label");
  print->as_poster = GTK_CHECK_BUTTON (many);
  describe_paper (print, gtk_print_operation_get_default_page_setup (operation));
  return box;
}

/* Other paper was chosen. */
static void
update_widget_cb (GtkPrintOperation *operation,
                  GtkWidget         *widget,
                  GtkPageSetup      *setup,
                  GtkPrintSettings  *settings,
                  Print             *print)
{
  describe_paper (print, setup);
}

static void
apply_widget_cb (GtkPrintOperation *operation,
                 GtkWidget         *widget,
                 Print             *print)
{
  print->poster = gtk_check_button_get_active (print->as_poster);
}

/* Where printing to a file would write: a place and a name that are found again.
 * Returns: (transfer full) */
static GtkPrintSettings *
make_settings (Print *print)
{
  GtkPrintSettings *settings = gtk_print_settings_new ();
  const char *folder = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autofree char *stem = bary_export_source_suggest_name (print->source);

  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, stem);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_DIR, folder != NULL ? folder : g_get_home_dir ());
  return settings;
}

void
bary_export_print (GtkWindow        *parent,
                   BarySession      *session,
                   BaryExportSource *source)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  Print *print = g_new0 (Print, 1);
  g_autoptr (GtkPrintSettings) settings = NULL;
  g_autoptr (GtkPageSetup) setup = NULL;

  print->session = g_object_ref (session);
  print->source = source;
  setup = make_setup (print);
  gtk_print_operation_set_default_page_setup (operation, setup);
  settings = make_settings (print);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_job_name (operation, bary_scene_get_network (source->scene)->title);
  gtk_print_operation_set_custom_tab_label (operation, _("Picture"));
  g_signal_connect (operation, "create-custom-widget", G_CALLBACK (create_widget_cb), print);
  g_signal_connect (operation, "update-custom-widget", G_CALLBACK (update_widget_cb), print);
  g_signal_connect (operation, "custom-widget-apply", G_CALLBACK (apply_widget_cb), print);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_cb), print);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), print, print_free, 0);
  bary_print_run (operation, parent, session);
}
