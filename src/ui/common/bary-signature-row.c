#include "bary-signature-row.h"

#include "bary-appendix-file.h"
#include "bary-appendix.h"
#include "bary-config.h"
#include "bary-date.h"
#include "bary-dialogs.h"
#include "bary-form-page.h"
#include "bary-store-appendix.h"

#include <glib/gi18n-lib.h>

struct _BarySignatureRow {
  AdwActionRow  parent_instance;

  BarySession  *session;
  BaryRecord   *appendix;
};

G_DEFINE_FINAL_TYPE (BarySignatureRow, bary_signature_row, ADW_TYPE_ACTION_ROW)

/* Saving */

static void
saved_cb (GObject      *file,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (BarySession) session = user_data;
  g_autofree char *name = g_file_get_basename (G_FILE (file));
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (file), result, NULL, &error))
    {
      bary_session_fail (session, error);
      return;
    }
  /* Translators: %s: a file */
  words = g_strdup_printf (_("“%s” is written"), name);
  bary_session_tell (session, words);
}

static void
place_chosen (GFile    *file,
              gpointer  user_data)
{
  g_autoptr (BarySignatureRow) self = user_data;
  BaryStore *store = bary_session_get_store (self->session);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = file != NULL && store != NULL ? bary_store_read_appendix (store, self->appendix, &error) : NULL;

  if (bytes != NULL)
    g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, saved_cb, g_object_ref (self->session));
  else if (error != NULL)
    bary_session_fail (self->session, error);
}

/* The name may come from another centre: no way through folders. */
static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  BarySignatureRow *self = BARY_SIGNATURE_ROW (widget);
  g_autofree char *name = g_path_get_basename (bary_record_get_name (self->appendix));

  bary_dialogs_save_file (GTK_WINDOW (gtk_widget_get_root (widget)), _("Save the Signature as It Came"), name, place_chosen,
                          g_object_ref (self));
}

static void
remove_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  BarySignatureRow *self = BARY_SIGNATURE_ROW (widget);

  bary_form_remove_record (widget, self->session, self->appendix);
}

/* Showing */

static char *
describe (const BaryAppendix *appendix)
{
  g_autofree char *day = appendix->attached_on != NULL ? bary_date_to_words (appendix->attached_on) : NULL;

  if (day == NULL)
    /* Translators: %s: a number of kilobytes */
    return g_strdup_printf (_("%s KB · the program does not verify it"), appendix->kibibytes);
  /* Translators: 1: a number of kilobytes, 2: a day */
  return g_strdup_printf (_("%1$s KB · attached on %2$s · the program does not verify it"), appendix->kibibytes, day);
}

static void
add_button (BarySignatureRow *self,
            const char       *icon,
            const char       *tooltip,
            const char       *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
}

static GtkWidget *
make_row (BarySession *session,
          BaryRecord  *appendix)
{
  BarySignatureRow *self = g_object_new (BARY_TYPE_SIGNATURE_ROW, "use-markup", FALSE, NULL);
  g_autofree char *words = describe (BARY_APPENDIX (appendix));
  /* Translators: %s: a file */
  g_autofree char *title = g_strdup_printf (_("Signature: %s"), bary_record_get_name (appendix));

  self->session = g_object_ref (session);
  self->appendix = g_object_ref (appendix);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), words);
  add_button (self, "document-save-symbolic", _("Save the signature…"), "signature.save");
  add_button (self, "user-trash-symbolic", _("Remove the signature"), "signature.remove");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "signature.remove", !bary_store_is_read_only (bary_session_get_store (session)));
  return GTK_WIDGET (self);
}

static void
bary_signature_row_dispose (GObject *object)
{
  BarySignatureRow *self = BARY_SIGNATURE_ROW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->appendix);

  G_OBJECT_CLASS (bary_signature_row_parent_class)->dispose (object);
}

static void
bary_signature_row_class_init (BarySignatureRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_signature_row_dispose;

  gtk_widget_class_install_action (widget_class, "signature.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "signature.remove", NULL, remove_cb);
}

static void
bary_signature_row_init (BarySignatureRow *self)
{
}

GPtrArray *
bary_signature_rows_new (BarySession *session,
                         BaryKind     whole,
                         const char  *id)
{
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_APPENDIX);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = g_ptr_array_new ();

  bary_query_where (query, bary_kind_get_info (whole)->name, id);
  bary_query_sort (query, "name", FALSE);
  found = bary_store_select (bary_session_get_store (session), query, &error);
  if (found == NULL)
    bary_session_fail (session, error);
  for (guint i = 0; found != NULL && i < found->len; i++)
    g_ptr_array_add (rows, make_row (session, found->pdata[i]));
  return rows;
}

/* Attaching */

static void
attach_cb (GtkWidget   *button,
           BarySession *session)
{
  static const BaryAppendixWords words = {
    N_("Attach a Signature Made Elsewhere"), N_("Signatures (.sig, .p7s, .sgn)"), "*.sig;*.SIG;*.p7s;*.P7S;*.sgn;*.SGN",
    N_("Attach the signature %s"), N_("“%s” is larger than 8 MiB: choose a detached signature, which is a small file beside the document"),
  };
  g_autoptr (BaryRecord) appendix = bary_record_new (BARY_KIND_APPENDIX, NULL);
  g_autofree char *today = bary_date_today ();

  bary_record_set_all (appendix, g_object_get_data (G_OBJECT (button), "field"), g_object_get_data (G_OBJECT (button), "whole"),
                       "attached_on", today, NULL);
  bary_appendix_file_add (button, session, appendix, &words);
}

GtkWidget *
bary_signature_button_new (BarySession *session,
                           BaryKind     whole,
                           const char  *id)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("mail-attachment-symbolic");

  gtk_widget_set_tooltip_text (button, _("Attach a signature made elsewhere (.sig, .p7s): it is kept and passed on as it is, and not verified"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Attach a signature"), -1);
  gtk_widget_set_sensitive (button, !bary_store_is_read_only (bary_session_get_store (session)));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "field", (gpointer) bary_kind_get_info (whole)->name);
  g_object_set_data_full (G_OBJECT (button), "whole", g_strdup (id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (attach_cb), session, 0);
  return button;
}
