#include "bary-directory-view.h"

struct _BaryDirectoryView {
  BaryView parent_instance;
};

G_DEFINE_FINAL_TYPE (BaryDirectoryView, bary_directory_view, BARY_TYPE_VIEW)

static void
bary_directory_view_class_init (BaryDirectoryViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/directory/bary-directory-view.ui");
}

static void
bary_directory_view_init (BaryDirectoryView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
