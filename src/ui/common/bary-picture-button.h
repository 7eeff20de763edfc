#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A button of a diagram's bar: export, print, copy the picture. The window has the actions. */
#define BARY_TYPE_PICTURE_BUTTON (bary_picture_button_get_type ())
G_DECLARE_FINAL_TYPE (BaryPictureButton, bary_picture_button, BARY, PICTURE_BUTTON, AdwBin)

G_END_DECLS
