#pragma once

#include "bary-show.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The speaker's list over the picture: every step with its note; the one that is shown is marked.
 *
 * Signal "chosen" (guint step): of those that are presented. */
#define BARY_TYPE_SHOW_STEPS (bary_show_steps_get_type ())
G_DECLARE_FINAL_TYPE (BaryShowSteps, bary_show_steps, BARY, SHOW_STEPS, GtkWidget)

GtkWidget *bary_show_steps_new               (void);
/* Of its letters, for large screens; before it is filled. */
void       bary_show_steps_set_magnification (BaryShowSteps   *self,
                                              double           magnification);
void       bary_show_steps_fill              (BaryShowSteps   *self,
                                              const GPtrArray *shown);
void       bary_show_steps_mark              (BaryShowSteps   *self,
                                              guint            step);

G_END_DECLS
