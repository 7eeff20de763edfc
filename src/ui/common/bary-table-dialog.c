#include "bary-table-dialog.h"

#include "bary-config.h"
#include "bary-import.h"
#include "bary-organisation.h"
#include "bary-table.h"
#include "bary-table-lookup.h"

#include <glib/gi18n-lib.h>

#define MOST_PREVIEWED 50
#define MOST_FAULTS 5

static const char delimiters[] = { 0, ';', ',', '\t' };

struct _BaryTableDialog {
  AdwWindow    parent_instance;

  /* template */
  GtkWidget   *import;
  GtkDropDown *encoding;
  GtkDropDown *delimiter;
  GtkWidget   *default_box;
  GtkDropDown *default_kind;
  GtkLabel    *summary;
  GtkLabel    *faults;
  GtkLabel    *remarks;
  GtkGrid     *preview;

  BarySession *session;
  BaryRecord  *pattern;
  GBytes      *bytes;
  BaryTable   *table; /* NULL while the bytes cannot be read */
  BaryTableRemark remark; /* (nullable) */
  GtkWidget   *owner;
};

G_DEFINE_FINAL_TYPE (BaryTableDialog, bary_table_dialog, ADW_TYPE_WINDOW)

/* The summary */

static void
append_count (GString    *words,
              const char *pattern,
              guint       n)
{
  if (n == 0)
    return;
  if (words->len > 0)
    g_string_append (words, " · ");
  g_string_append_printf (words, pattern, n);
}

static char *
say_counts (const BaryImportReport *report,
            guint                   bad)
{
  GString *words = g_string_new (NULL);

  append_count (words, ngettext ("%u new record", "%u new records", report->added), report->added);
  append_count (words, ngettext ("%u is there already and changes", "%u are there already and change", report->changed),
                report->changed);
  append_count (words, ngettext ("%u is there already, the same", "%u are there already, the same", report->same),
                report->same);
  append_count (words, ngettext ("%u row cannot be taken", "%u rows cannot be taken", bad), bad);
  if (words->len == 0)
    g_string_append (words, _("There is no row under the headings"));
  return g_string_free (words, FALSE);
}

static void
list_faults (BaryTableDialog *self)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint listed = 0;

  for (guint row = 0; row < bary_table_get_n_rows (self->table) && listed < MOST_FAULTS; row++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BaryRecord) record = bary_table_get_record (self->table, row, &error);

      if (record != NULL)
        continue;
      if (words->len > 0)
        g_string_append_c (words, '\n');
      /* Translators: 1: number of a line, 2: what is wrong in it */
      g_string_append_printf (words, _("Line %1$u: %2$s"), bary_table_get_line (self->table, row), error->message);
      listed++;
    }
  gtk_label_set_label (self->faults, words->str);
  gtk_widget_set_visible (GTK_WIDGET (self->faults), words->len > 0);
}

static void
list_remarks (BaryTableDialog *self)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  guint listed = 0;

  for (guint row = 0; self->remark != NULL && row < bary_table_get_n_rows (self->table) && listed < MOST_FAULTS; row++)
    {
      g_autoptr (BaryRecord) record = bary_table_get_record (self->table, row, NULL);
      g_autofree char *words = record != NULL ? self->remark (self->owner, record) : NULL;

      if (words == NULL)
        continue;
      if (lines->len > 0)
        g_string_append_c (lines, '\n');
      g_string_append_printf (lines, _("Line %1$u: %2$s"), bary_table_get_line (self->table, row), words);
      listed++;
    }
  gtk_label_set_label (self->remarks, lines->str);
  gtk_widget_set_visible (GTK_WIDGET (self->remarks), lines->len > 0);
}

static void
say_trouble (BaryTableDialog *self,
             const GError        *error)
{
  gtk_label_set_label (self->summary, _("The table cannot be taken as it is"));
  gtk_label_set_label (self->faults, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->faults), TRUE);
  gtk_widget_set_sensitive (self->import, FALSE);
}

/* Everything but writing, so that the numbers are those that will be. */
static void
update_summary (BaryTableDialog *self)
{
  g_auto (BaryImportReport) report = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (!bary_store_import (bary_session_get_store (self->session), N_("Import a table"), NULL,
                          BARY_RECORD_SOURCE (self->table), BARY_IMPORT_DRY_RUN, NULL, &report, NULL, &error))
    {
      say_trouble (self, error);
      return;
    }

  words = say_counts (&report, bary_table_count_faults (self->table));
  gtk_label_set_label (self->summary, words);
  list_faults (self);
  list_remarks (self);
  gtk_widget_set_sensitive (self->import, report.added + report.changed > 0);
}

/* The preview */

static GtkWidget *
make_cell (BaryTableDialog *self,
           guint                row,
           guint                column)
{
  g_autoptr (GError) error = NULL;
  const char *cell = bary_table_get_cell (self->table, row, column);
  GtkWidget *label;

  if (bary_table_check_cell (self->table, row, column, &error))
    label = gtk_label_new (cell);
  else
    {
      g_autofree char *marked = g_strconcat ("⚠ ", cell, NULL);

      label = gtk_label_new (marked);
      gtk_widget_add_css_class (label, "error");
      gtk_widget_set_tooltip_text (label, error->message);
      gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, error->message, -1);
    }
  if (bary_table_get_column (self->table, column) == BARY_TABLE_IGNORED)
    gtk_widget_add_css_class (label, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  return label;
}

static void fill_preview (BaryTableDialog *self);

/* The first line of the list is "not taken", then the fields in their order. */
static void
mapping_changed_cb (GtkDropDown         *drop_down,
                    GParamSpec          *pspec,
                    BaryTableDialog *self)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (drop_down), "column"));
  guint selected = gtk_drop_down_get_selected (drop_down);

  bary_table_set_column (self->table, column, selected == 0 ? BARY_TABLE_IGNORED : (int) selected - 1);
  fill_preview (self);
}

static GtkWidget *
make_mapping (BaryTableDialog *self,
              guint                column)
{
  const BaryKindInfo *info = bary_record_get_info (self->pattern);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  int field = bary_table_get_column (self->table, column);
  GtkWidget *drop_down;
  g_autofree char *label = NULL;

  gtk_string_list_append (labels, _("Not taken"));
  for (guint i = 0; i < info->n_fields; i++)
    gtk_string_list_append (labels, bary_field_get_label (&info->fields[i]));

  drop_down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), field >= 0 ? (guint) field + 1 : 0);
  /* Translators: %s: the heading of a column */
  label = g_strdup_printf (_("Field of the column “%s”"), bary_table_get_heading (self->table, column));
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (drop_down), "column", GUINT_TO_POINTER (column));
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (mapping_changed_cb), self, 0);
  return drop_down;
}

static void
clear_preview (BaryTableDialog *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->preview))) != NULL)
    gtk_grid_remove (self->preview, child);
}

static void
fill_preview (BaryTableDialog *self)
{
  guint n_rows = MIN (bary_table_get_n_rows (self->table), MOST_PREVIEWED);

  clear_preview (self);
  for (guint column = 0; column < bary_table_get_n_columns (self->table); column++)
    {
      GtkWidget *heading = gtk_label_new (bary_table_get_heading (self->table, column));

      gtk_label_set_xalign (GTK_LABEL (heading), 0);
      gtk_widget_add_css_class (heading, "heading");
      gtk_grid_attach (self->preview, make_mapping (self, column), column, 0, 1, 1);
      gtk_grid_attach (self->preview, heading, column, 1, 1, 1);
      for (guint row = 0; row < n_rows; row++)
        gtk_grid_attach (self->preview, make_cell (self, row, column), column, row + 2, 1, 1);
    }
  update_summary (self);
}

/* Reading */

static void
apply_defaults (BaryTableDialog *self)
{
  const BaryKindInfo *info = bary_record_get_info (self->pattern);

  for (guint i = 0; i < info->n_fields; i++)
    if (bary_record_get (self->pattern, &info->fields[i]) != NULL)
      bary_table_set_default (self->table, info->fields[i].name, bary_record_get (self->pattern, &info->fields[i]));
  if (info->kind == BARY_KIND_ORGANISATION)
    bary_table_set_default (self->table, "kind",
                            bary_organisation_kinds[gtk_drop_down_get_selected (self->default_kind)].word);
}

static void
default_changed_cb (BaryTableDialog *self)
{
  if (self->table == NULL)
    return;

  apply_defaults (self);
  fill_preview (self);
}

static void
read_again (BaryTableDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (self->bytes == NULL)
    return;

  g_clear_object (&self->table);
  text = bary_encoding_decode (self->bytes, gtk_drop_down_get_selected (self->encoding), &error);
  if (text != NULL)
    self->table = bary_table_new (bary_record_get_kind (self->pattern), text, delimiters[gtk_drop_down_get_selected (self->delimiter)], &error);
  if (self->table == NULL)
    {
      clear_preview (self);
      say_trouble (self, error);
      return;
    }

  bary_table_set_lenient (self->table, TRUE);
  bary_table_set_lookup (self->table, bary_table_lookup_reference, bary_table_lookup_twin,
                         bary_session_get_store (self->session));
  apply_defaults (self);
  fill_preview (self);
}

/* Writing */

static void
import_clicked_cb (BaryTableDialog *self)
{
  BaryStore *store = bary_session_get_store (self->session);
  g_auto (BaryImportReport) report = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (!bary_store_import (store, N_("Import a table"), NULL, BARY_RECORD_SOURCE (self->table), BARY_IMPORT_FLAGS_NONE, NULL,
                          &report, NULL, &error))
    {
      say_trouble (self, error);
      return;
    }

  words = bary_store_dup_undo_name (store);
  if (words != NULL)
    g_signal_emit_by_name (self->session, "acted", words);
  gtk_window_close (GTK_WINDOW (self));
}

static void
bary_table_dialog_dispose (GObject *object)
{
  BaryTableDialog *self = BARY_TABLE_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->pattern);
  g_clear_object (&self->owner);
  g_clear_object (&self->table);
  g_clear_pointer (&self->bytes, g_bytes_unref);

  G_OBJECT_CLASS (bary_table_dialog_parent_class)->dispose (object);
}

static void
bary_table_dialog_class_init (BaryTableDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_table_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/barycenter/Barycenter/ui/common/bary-table-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryTableDialog, import);
  gtk_widget_class_bind_template_child (widget_class, BaryTableDialog, encoding);
  gtk_widget_class_bind_template_child (widget_class, BaryTableDialog, delimiter);
  gtk_widget_class_bind_template_child (widget_class, BaryTableDialog, default_box);
  gtk_widget_class_bind_template_child (widget_class, BaryTableDialog, default_kind);
  gtk_widget_class_bind_template_child (widget_class, BaryTableDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, BaryTableDialog, faults);
  gtk_widget_class_bind_template_child (widget_class, BaryTableDialog, remarks);
  gtk_widget_class_bind_template_child (widget_class, BaryTableDialog, preview);
  gtk_widget_class_bind_template_callback (widget_class, read_again);
  gtk_widget_class_bind_template_callback (widget_class, default_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
set_choices (GtkDropDown *drop_down,
             char       **labels)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new ((const char *const *) labels);

  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (list));
}

static void
bary_table_dialog_init (BaryTableDialog *self)
{
  g_autoptr (GStrvBuilder) encodings = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) kinds = g_strv_builder_new ();
  g_auto (GStrv) encoding_labels = NULL;
  g_auto (GStrv) kind_labels = NULL;
  const char *delimiter_labels[] = { _("Found out"), _("Semicolon"), _("Comma"), _("Tab"), NULL };

  gtk_widget_init_template (GTK_WIDGET (self));
  for (BaryEncoding encoding = 0; encoding < BARY_N_ENCODINGS; encoding++)
    g_strv_builder_add (encodings, bary_encoding_get_label (encoding));
  for (const BaryChoice *choice = bary_organisation_kinds; choice->word != NULL; choice++)
    g_strv_builder_add (kinds, _(choice->label));

  encoding_labels = g_strv_builder_end (encodings);
  kind_labels = g_strv_builder_end (kinds);
  set_choices (self->encoding, encoding_labels);
  set_choices (self->delimiter, (char **) delimiter_labels);
  set_choices (self->default_kind, kind_labels);
}

GtkWidget *
bary_table_dialog_new (BarySession     *session,
                       BaryRecord      *pattern,
                       GBytes          *bytes,
                       BaryTableRemark  remark,
                       GtkWidget       *owner)
{
  BaryTableDialog *self = g_object_new (BARY_TYPE_TABLE_DIALOG, NULL);

  self->session = g_object_ref (session);
  self->pattern = g_object_ref (pattern);
  gtk_widget_set_visible (self->default_box, bary_record_get_kind (pattern) == BARY_KIND_ORGANISATION);
  self->bytes = g_bytes_ref (bytes);
  self->remark = remark;
  self->owner = g_object_ref (owner);
  read_again (self);
  return GTK_WIDGET (self);
}
