#include "bary-welcome-page.h"

struct _BaryWelcomePage {
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (BaryWelcomePage, bary_welcome_page, ADW_TYPE_BIN)

static void
bary_welcome_page_class_init (BaryWelcomePageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/barycenter/Barycenter/ui/app/bary-welcome-page.ui");
}

static void
bary_welcome_page_init (BaryWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
