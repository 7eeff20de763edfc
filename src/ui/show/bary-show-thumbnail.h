#pragma once

#include "bary-show.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A step of 16 : 9 in small, as it is presented. */
#define BARY_TYPE_SHOW_THUMBNAIL (bary_show_thumbnail_get_type ())
G_DECLARE_FINAL_TYPE (BaryShowThumbnail, bary_show_thumbnail, BARY, SHOW_THUMBNAIL, GtkWidget)

GtkWidget *bary_show_thumbnail_new (int width);
/* @slides, @index: a step of any state; @show, @slides: (nullable) */
void       bary_show_thumbnail_set (BaryShowThumbnail *self,
                                    BaryShow          *show,
                                    guint              index);

G_END_DECLS
