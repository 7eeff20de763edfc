#pragma once

#include "bary-palette.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The words of a step, as large as a hall needs them: below a picture, or alone. Screen readers say them as they change. */
#define BARY_TYPE_SHOW_CAPTION (bary_show_caption_get_type ())
G_DECLARE_FINAL_TYPE (BaryShowCaption, bary_show_caption, BARY, SHOW_CAPTION, GtkWidget)

GtkWidget *bary_show_caption_new        (void);
/* @below: (nullable): in smaller type, under words that stand alone */
void       bary_show_caption_set        (BaryShowCaption *self,
                                         const char      *words,
                                         const char      *below,
                                         gboolean         alone);
/* @number: (nullable): small in the corner */
void       bary_show_caption_set_number (BaryShowCaption *self,
                                         const char      *number);
/* @family: (nullable) */
void       bary_show_caption_set_style  (BaryShowCaption *self,
                                         const BaryTheme *theme,
                                         const char      *family);

G_END_DECLS
