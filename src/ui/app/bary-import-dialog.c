#include "bary-import-dialog.h"

#include "bary-config.h"
#include "bary-date.h"
#include "bary-identity.h"
#include "bary-preview-list.h"
#include "bary-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More than this nobody reads in a dialog. */
#define MOST_ROWS 100

struct _BaryImportDialog {
  AdwWindow             parent_instance;

  /* template */
  AdwPreferencesGroup  *origin;
  AdwPreferencesGroup  *trust;
  AdwPreferencesGroup  *counts;
  AdwPreferencesGroup  *remarks;
  AdwPreferencesGroup  *notices;
  AdwViewStackPage     *each;
  BaryPreviewList      *preview;

  GtkCheckButton       *compared; /* NULL where nothing is to be compared */
  gboolean              brings;
  gboolean              answered;
};

G_DEFINE_FINAL_TYPE (BaryImportDialog, bary_import_dialog, ADW_TYPE_WINDOW)

enum {
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static AdwActionRow *
add_row (AdwPreferencesGroup *group,
         const char          *title,
         const char          *subtitle)
{
  GtkWidget *row = bary_rows_make (title, subtitle);

  adw_preferences_group_add (group, row);
  return ADW_ACTION_ROW (row);
}

static void
add_origin (BaryImportDialog *self,
            BaryPackage      *package)
{
  const char *created = bary_package_get_created (package);
  g_autofree char *day = created != NULL ? g_strndup (created, strlen ("2026-11-23")) : NULL;
  g_autofree char *words = bary_date_is_valid (day) ? bary_date_to_words (day) : g_strdup (created);

  if (bary_package_get_sender (package) != NULL)
    add_row (self->origin, _("From"), bary_package_get_sender (package));
  if (bary_package_get_source (package) != NULL)
    add_row (self->origin, _("Made from"), bary_package_get_source (package));
  if (words != NULL)
    add_row (self->origin, _("Made on"), words);
}

static void
update_import (BaryImportDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.import",
                                 self->brings && (self->compared == NULL || gtk_check_button_get_active (self->compared)));
}

static void
add_words (BaryImportDialog *self,
           const char       *key)
{
  g_autofree char *words = bary_identity_words (key);
  GtkWidget *check = gtk_check_button_new ();
  AdwActionRow *row = add_row (self->trust, _("The sender has read out the same words"), words);

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (row, check);
  adw_action_row_set_activatable_widget (row, check);
  self->compared = GTK_CHECK_BUTTON (check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (update_import), self, G_CONNECT_SWAPPED);
}

static void
add_trust (BaryImportDialog   *self,
           BaryTrust           trust,
           const BaryManifest *manifest)
{
  static const char *const sentences[] = {
    [BARY_TRUST_OWN] = N_("This program itself has signed it."),
    [BARY_TRUST_CONFIRMED] = N_("The signature is that of a sender you have confirmed."),
    [BARY_TRUST_UNKNOWN] = N_("It is signed with a key that is not known here yet: call the sender and compare the words."),
    [BARY_TRUST_CHANGED] = N_("The sender was known with another key: call and compare the words of the new one."),
    [BARY_TRUST_UNSIGNED] = N_("Nobody has signed it. Bring it in only if you know where it comes from; the journal keeps it marked."),
  };

  adw_preferences_group_set_description (self->trust, _(sentences[trust]));
  if (trust == BARY_TRUST_UNKNOWN || trust == BARY_TRUST_CHANGED)
    add_words (self, manifest->key);
}

static void
add_count (BaryImportDialog *self,
           const char       *title,
           const char       *subtitle,
           guint             count)
{
  g_autofree char *number = g_strdup_printf ("%u", count);
  GtkWidget *label;
  AdwActionRow *row;

  if (count == 0)
    return;

  row = add_row (self->counts, title, subtitle);
  label = gtk_label_new (number);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (row, label);
}

static void
add_counts (BaryImportDialog       *self,
            const BaryImportReport *report)
{
  add_count (self, C_("package", "New"), NULL, report->added);
  add_count (self, _("Changed"), NULL, report->changed);
  add_count (self, C_("package", "Removed"), NULL, report->removed);
  add_count (self, _("The same as here"), NULL, report->same);
  add_count (self, _("Edited here"), _("What was edited here stays as it is"), report->conflicts);
  add_count (self, _("Proposals"), _("They wait until you decide"), report->proposals);
  add_count (self, _("Left as they stand"), _("What they would become breaks a rule"), report->held);
}

static void
add_remarks (BaryImportDialog *self,
             GPtrArray        *remarks)
{
  for (guint i = 0; remarks != NULL && i < MIN (remarks->len, MOST_ROWS); i++)
    {
      const BaryPackageRemark *remark = remarks->pdata[i];

      add_row (self->remarks, remark->text, NULL);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->remarks), remarks != NULL && remarks->len > 0);
}

static void
add_notices (BaryImportDialog       *self,
             const BaryImportReport *report)
{
  guint shown = report->notices != NULL ? MIN (report->notices->len, MOST_ROWS) : 0;

  for (guint i = 0; i < shown; i++)
    {
      const BaryImportNotice *notice = report->notices->pdata[i];

      add_row (self->notices, notice->title, notice->message);
    }
  if (report->n_notices > shown)
    {
      guint rest = report->n_notices - shown;
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", rest), rest);

      add_row (self->notices, more, NULL);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->notices), report->n_notices > 0);
}

static void
answer (BaryImportDialog *self,
        gboolean          import)
{
  if (self->answered)
    return;

  self->answered = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, signals[ANSWERED], 0, import);
}

static void
import_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  answer (BARY_IMPORT_DIALOG (widget), TRUE);
  gtk_window_destroy (GTK_WINDOW (widget));
}

static gboolean
bary_import_dialog_close_request (GtkWindow *window)
{
  answer (BARY_IMPORT_DIALOG (window), FALSE);

  return GTK_WINDOW_CLASS (bary_import_dialog_parent_class)->close_request (window);
}

static void
bary_import_dialog_class_init (BaryImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  GTK_WINDOW_CLASS (klass)->close_request = bary_import_dialog_close_request;

  signals[ANSWERED] = g_signal_new ("answered", BARY_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  g_type_ensure (BARY_TYPE_PREVIEW_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/app/bary-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryImportDialog, origin);
  gtk_widget_class_bind_template_child (widget_class, BaryImportDialog, trust);
  gtk_widget_class_bind_template_child (widget_class, BaryImportDialog, counts);
  gtk_widget_class_bind_template_child (widget_class, BaryImportDialog, remarks);
  gtk_widget_class_bind_template_child (widget_class, BaryImportDialog, notices);
  gtk_widget_class_bind_template_child (widget_class, BaryImportDialog, each);
  gtk_widget_class_bind_template_child (widget_class, BaryImportDialog, preview);
  gtk_widget_class_install_action (widget_class, "dialog.import", NULL, import_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bary_import_dialog_init (BaryImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

BaryImportDialog *
bary_import_dialog_new (GtkWindow              *parent,
                        BaryStore              *store,
                        BaryPackage            *package,
                        BaryTrust               trust,
                        const BaryImportReport *report)
{
  BaryImportDialog *self = g_object_new (BARY_TYPE_IMPORT_DIALOG, "transient-for", parent, "modal", TRUE, NULL);

  /* Edits are kept, and what their sender knew, even where nothing that stands becomes another. */
  self->brings = report->added > 0 || report->changed > 0 || bary_package_holds_changes (package);
  add_origin (self, package);
  add_trust (self, trust, bary_package_get_manifest (package));
  add_counts (self, report);
  add_remarks (self, bary_package_get_remarks (package));
  add_notices (self, report);
  bary_preview_list_show (self->preview, report->preview, store);
  adw_view_stack_page_set_visible (self->each, self->brings);

  update_import (self);
  if (!self->brings)
    adw_preferences_group_set_description (self->counts, _("Everything in this package is here already."));
  return self;
}
