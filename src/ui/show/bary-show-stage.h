#pragma once

#include "bary-show.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the hall sees: the picture and, below it, the caption. Nothing in it takes the mouse. */
#define BARY_TYPE_SHOW_STAGE (bary_show_stage_get_type ())
G_DECLARE_FINAL_TYPE (BaryShowStage, bary_show_stage, BARY, SHOW_STAGE, GtkWidget)

GtkWidget *bary_show_stage_new        (BaryShow *show);
/* Shows a step of those that are presented. Nothing moves but what the step is about: while the camera stands, what is
 * new fades in. */
void       bary_show_stage_go         (BaryShowStage *self,
                                       guint          step);
/* Words instead of a step. */
void       bary_show_stage_say        (BaryShowStage *self,
                                       const char    *words);
/* @number: (nullable): which step it is, small in the corner */
void       bary_show_stage_set_number (BaryShowStage *self,
                                       const char    *number);
void       bary_show_stage_set_dark   (BaryShowStage *self,
                                       gboolean       dark);

G_END_DECLS
