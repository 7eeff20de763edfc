#pragma once

#include "bary-cluster-scene.h"
#include "bary-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Chooses the day on which a cluster is looked at, over its school years, and says what has changed since. */
#define BARY_TYPE_DAY_SLIDER (bary_day_slider_get_type ())
G_DECLARE_FINAL_TYPE (BaryDaySlider, bary_day_slider, BARY, DAY_SLIDER, GtkBox)

/* @session: (transfer none): whose "day" it sets */
void bary_day_slider_set_session (BaryDaySlider    *self,
                                  BarySession      *session);
/* @scene: (nullable): gives the range and the words */
void bary_day_slider_show        (BaryDaySlider    *self,
                                  BaryClusterScene *scene);

G_END_DECLS
