#include "bary-export-dialog.h"

#include "bary-config.h"
#include "bary-dialogs.h"
#include "bary-export-job.h"
#include "bary-export-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BARY_TYPE_EXPORT_DIALOG (bary_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BaryExportDialog, bary_export_dialog, BARY, EXPORT_DIALOG, AdwWindow)

struct _BaryExportDialog {
  AdwWindow         parent_instance;

  AdwComboRow      *format;
  AdwComboRow      *part;
  AdwComboRow      *theme;
  GtkWidget        *paper_group;
  AdwComboRow      *paper;
  AdwActionRow     *poster_row;
  GtkSwitch        *poster;
  AdwActionRow     *letters;
  GtkWidget        *letters_sign;
  GtkButton        *make_poster;
  GtkWidget        *pixels_group;
  GtkSpinButton    *width;
  GtkSwitch        *title;
  GtkSwitch        *legend;

  BarySession      *session;
  BaryExportSource *source;
  gboolean          coloured; /* by the person, and no more by the format */
  gboolean          colouring;
};

G_DEFINE_FINAL_TYPE (BaryExportDialog, bary_export_dialog, ADW_TYPE_WINDOW)

/* In the order of the list. */
static const BaryExportFormat formats[] = { BARY_EXPORT_PDF, BARY_EXPORT_PNG, BARY_EXPORT_SVG };

static gboolean
shows_part (BaryExportDialog *self)
{
  return adw_combo_row_get_selected (self->part) == 1;
}

static BaryFrame
get_frame (BaryExportDialog *self)
{
  return bary_export_source_get_frame (self->source, shows_part (self), adw_combo_row_get_selected (self->theme));
}

static BaryExportOptions
get_options (BaryExportDialog *self)
{
  BaryExportOptions options = { formats[adw_combo_row_get_selected (self->format)] };

  options.camera = shows_part (self) ? &self->source->camera : NULL;
  options.no_title = !gtk_switch_get_active (self->title);
  options.no_legend = !gtk_switch_get_active (self->legend);
  options.centre = self->source->centre;
  options.width = options.format == BARY_EXPORT_PNG ? (guint) gtk_spin_button_get_value_as_int (self->width) : 0;
  options.on_paper = options.format == BARY_EXPORT_PDF;
  options.poster = gtk_switch_get_active (self->poster);
  bary_paper_get_size (adw_combo_row_get_selected (self->paper), &options.paper);
  return options;
}

/* How it becomes on paper */

static void
show_letters (BaryExportDialog *self,
              double            size,
              gboolean          readable)
{
  /* Translators: a size of letters in points */
  g_autofree char *words = size > 0 ? g_strdup_printf (_("%.1f pt"), size) : g_strdup (_("There are none"));

  if (!readable)
    {
      g_autofree char *more = g_strdup_printf (_("%s: nobody reads less than 6 pt"), words);

      adw_action_row_set_subtitle (self->letters, more);
    }
  else
    adw_action_row_set_subtitle (self->letters, words);
  gtk_widget_set_visible (self->letters_sign, !readable);
}

static void
show_offer (BaryExportDialog *self,
            guint             n,
            gboolean          offered)
{
  g_autofree char *words = g_strdup_printf (ngettext ("Poster of %u sheet", "Poster of %u sheets", n), n);

  gtk_widget_set_visible (GTK_WIDGET (self->make_poster), offered);
  gtk_button_set_label (self->make_poster, words);
}

static void
show_sheets (BaryExportDialog *self,
             const BaryPoster *poster)
{
  guint n = bary_poster_count_sheets (poster);
  g_autofree char *words = NULL;

  if (!gtk_switch_get_active (self->poster))
    words = g_strdup (_("Sheets are glued together until all can be read"));
  else
    /* Translators: a poster: 1: how many sheets, 2: columns, 3: rows */
    words = g_strdup_printf (ngettext ("%1$u sheet, %2$u × %3$u", "%1$u sheets, %2$u × %3$u", n), n, poster->columns, poster->rows);
  adw_action_row_set_subtitle (self->poster_row, words);
}

static void
show_paper (BaryExportDialog *self)
{
  BaryFrame frame = get_frame (self);
  BaryExportOptions options = get_options (self);
  g_autofree char *warning = NULL;
  BaryExportSize size;
  BaryPoster poster, offered;
  double letters;

  bary_export_measure (self->source->scene, &frame, &options, &size);
  letters = bary_export_plan (&size, &options, &poster);
  warning = bary_export_warn (&size, &options);
  show_letters (self, letters, warning == NULL);
  show_sheets (self, &poster);
  options.poster = TRUE;
  bary_export_plan (&size, &options, &offered);
  show_offer (self, bary_poster_count_sheets (&offered), warning != NULL && bary_export_warn (&size, &options) == NULL);
}

static const char *
describe_format (BaryExportFormat format)
{
  switch (format)
    {
    case BARY_EXPORT_PDF:
      return _("For paper; texts can be found and copied");
    case BARY_EXPORT_PNG:
      return _("For messages and pages");
    case BARY_EXPORT_SVG:
    case BARY_N_EXPORT_FORMATS:
      break;
    }
  return _("A drawing that can be worked on");
}

static void
changed_cb (BaryExportDialog *self)
{
  BaryExportFormat format;

  if (self->source == NULL)
    return;

  format = formats[adw_combo_row_get_selected (self->format)];
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->format), describe_format (format));
  gtk_widget_set_visible (self->paper_group, format == BARY_EXPORT_PDF);
  gtk_widget_set_visible (self->pixels_group, format == BARY_EXPORT_PNG);
  if (format == BARY_EXPORT_PDF)
    show_paper (self);
}

/* Colours */

static void
describe_colours (BaryExportDialog *self)
{
  gboolean paper = formats[adw_combo_row_get_selected (self->format)] == BARY_EXPORT_PDF;
  gboolean dark = adw_combo_row_get_selected (self->theme) == BARY_THEME_DARK;
  const char *words = "";

  if (paper && dark)
    words = _("A dark sheet takes much ink");
  else if (paper && self->source->frame.theme->kind == BARY_THEME_DARK)
    words = _("For paper, though the window is dark");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->theme), words);
}

/* Until somebody chooses: for paper, or as on the screen. */
static void
suggest_colours (BaryExportDialog *self)
{
  gboolean paper = formats[adw_combo_row_get_selected (self->format)] == BARY_EXPORT_PDF;

  self->colouring = TRUE;
  if (!self->coloured)
    adw_combo_row_set_selected (self->theme, bary_export_source_get_theme (self->source, paper));
  self->colouring = FALSE;
  describe_colours (self);
}

static void
coloured_cb (BaryExportDialog *self)
{
  if (self->source == NULL || self->colouring)
    return;
  self->coloured = TRUE;
  describe_colours (self);
}

static void
format_changed_cb (BaryExportDialog *self)
{
  if (self->source != NULL)
    suggest_colours (self);
  changed_cb (self);
}

static void
make_poster_cb (BaryExportDialog *self)
{
  gtk_switch_set_active (self->poster, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->poster));
}

/* Writing */

static void
write_picture (BaryExportDialog *self,
               const char       *path)
{
  BaryFrame frame = get_frame (self);
  BaryExportOptions options = get_options (self);
  g_autoptr (GError) error = NULL;
  BaryExport *export = bary_export_new (self->source->scene, &frame, &options, &error);

  if (export == NULL)
    {
      bary_dialogs_tell (GTK_WINDOW (self), _("The picture cannot be written"), error->message);
      return;
    }
  bary_export_job_run (self->session, export, path);
  gtk_window_close (GTK_WINDOW (self));
}

/* What was typed without an ending gets the one of the format. */
static char *
complete_path (const char       *path,
               BaryExportFormat  format)
{
  g_autofree char *ending = g_strconcat (".", bary_export_format_get_suffix (format), NULL);
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ending) ? g_strdup (path) : g_strconcat (path, ending, NULL);
}

static void
chosen_cb (GFile    *file,
           gpointer  dialog)
{
  g_autoptr (BaryExportDialog) self = dialog;
  g_autofree char *path = NULL;

  if (file == NULL || self->source == NULL)
    return;
  if (g_file_peek_path (file) == NULL)
    {
      bary_dialogs_tell (GTK_WINDOW (self), _("The picture cannot be written"), _("Choose a folder on this computer."));
      return;
    }
  path = complete_path (g_file_peek_path (file), formats[adw_combo_row_get_selected (self->format)]);
  write_picture (self, path);
}

static void
export_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  BaryExportDialog *self = BARY_EXPORT_DIALOG (widget);
  BaryExportFormat format = formats[adw_combo_row_get_selected (self->format)];
  g_autofree char *stem = bary_export_source_suggest_name (self->source);
  g_autofree char *name = g_strdup_printf ("%s.%s", stem, bary_export_format_get_suffix (format));

  bary_dialogs_save_file (GTK_WINDOW (self), _("Export the picture"), name, chosen_cb, g_object_ref (self));
}

static void
bary_export_dialog_dispose (GObject *object)
{
  BaryExportDialog *self = BARY_EXPORT_DIALOG (object);

  g_clear_pointer (&self->source, bary_export_source_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (bary_export_dialog_parent_class)->dispose (object);
}

static void
bary_export_dialog_class_init (BaryExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_export_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/common/bary-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryExportDialog, format);
  gtk_widget_class_bind_template_child (widget_class, BaryExportDialog, part);
  gtk_widget_class_bind_template_child (widget_class, BaryExportDialog, theme);
  gtk_widget_class_bind_template_child (widget_class, BaryExportDialog, paper_group);
  gtk_widget_class_bind_template_child (widget_class, BaryExportDialog, paper);
  gtk_widget_class_bind_template_child (widget_class, BaryExportDialog, poster_row);
  gtk_widget_class_bind_template_child (widget_class, BaryExportDialog, poster);
  gtk_widget_class_bind_template_child (widget_class, BaryExportDialog, letters);
  gtk_widget_class_bind_template_child (widget_class, BaryExportDialog, letters_sign);
  gtk_widget_class_bind_template_child (widget_class, BaryExportDialog, make_poster);
  gtk_widget_class_bind_template_child (widget_class, BaryExportDialog, pixels_group);
  gtk_widget_class_bind_template_child (widget_class, BaryExportDialog, width);
  gtk_widget_class_bind_template_child (widget_class, BaryExportDialog, title);
  gtk_widget_class_bind_template_child (widget_class, BaryExportDialog, legend);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, coloured_cb);
  gtk_widget_class_bind_template_callback (widget_class, make_poster_cb);
  gtk_widget_class_install_action (widget_class, "dialog.export", NULL, export_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bary_export_dialog_init (BaryExportDialog *self)
{
  g_autoptr (GtkStringList) papers = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (BaryPaper i = BARY_PAPER_A4; i < BARY_N_PAPERS; i++)
    gtk_string_list_append (papers, bary_paper_get_name (i));
  adw_combo_row_set_model (self->paper, G_LIST_MODEL (papers));
}

void
bary_export_dialog_present (GtkWindow        *parent,
                            BarySession      *session,
                            BaryExportSource *source)
{
  BaryExportDialog *self = g_object_new (BARY_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->source = source;
  format_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->format));
  gtk_window_present (GTK_WINDOW (self));
}
