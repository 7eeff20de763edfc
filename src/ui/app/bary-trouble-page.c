#include "bary-trouble-page.h"

#include "bary-backup.h"
#include "bary-config.h"
#include "bary-store.h"

#include <glib/gi18n-lib.h>

struct _BaryTroublePage {
  AdwBin         parent_instance;

  /* template */
  AdwStatusPage *status;
  GtkWidget     *read_only;
  GtkWidget     *backups;
  GtkWidget     *salvage;
};

G_DEFINE_FINAL_TYPE (BaryTroublePage, bary_trouble_page, ADW_TYPE_BIN)

static void
bary_trouble_page_class_init (BaryTroublePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/app/bary-trouble-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryTroublePage, status);
  gtk_widget_class_bind_template_child (widget_class, BaryTroublePage, read_only);
  gtk_widget_class_bind_template_child (widget_class, BaryTroublePage, backups);
  gtk_widget_class_bind_template_child (widget_class, BaryTroublePage, salvage);
}

static void
bary_trouble_page_init (BaryTroublePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Reading is refused for another reason than writing. */
static gboolean
can_be_read (const char *path)
{
  g_autoptr (BaryStore) store = bary_store_open (path, BARY_DATABASE_READ_ONLY, NULL);

  return store != NULL;
}

void
bary_trouble_page_set (BaryTroublePage *self,
                       const char      *path,
                       const GError    *error)
{
  g_autoptr (GPtrArray) backups = bary_backup_list (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *title = NULL;
  g_autofree char *escaped = NULL;

  g_return_if_fail (BARY_IS_TROUBLE_PAGE (self) && error != NULL);

  /* Translators: %s is the name of a file. */
  title = g_strdup_printf (_("“%s” cannot be opened"), name);
  escaped = g_markup_escape_text (error->message, -1);
  adw_status_page_set_title (self->status, title);
  adw_status_page_set_description (self->status, escaped);
  gtk_widget_set_visible (self->read_only, can_be_read (path));
  gtk_widget_set_visible (self->backups, backups->len > 0);
  gtk_widget_set_visible (self->salvage, g_error_matches (error, BARY_STORE_ERROR, BARY_STORE_ERROR_DAMAGED));
}
