#include "bary-picture-button.h"

struct _BaryPictureButton {
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (BaryPictureButton, bary_picture_button, ADW_TYPE_BIN)

static void
bary_picture_button_class_init (BaryPictureButtonClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/barycenter/Barycenter/ui/common/bary-picture-button.ui");
}

static void
bary_picture_button_init (BaryPictureButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
