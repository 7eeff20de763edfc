#pragma once

#include "bary-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How many members have come and gone between the day shown and today. */
typedef struct {
  guint n_joined, n_left, n_moved;
} BaryDayChanges;

/* Chooses the day on which a picture is looked at, over its school years, and says what has changed since. */
#define BARY_TYPE_DAY_SLIDER (bary_day_slider_get_type ())
G_DECLARE_FINAL_TYPE (BaryDaySlider, bary_day_slider, BARY, DAY_SLIDER, GtkBox)

/* @session: (transfer none): whose "day" it sets */
void bary_day_slider_set_session (BaryDaySlider    *self,
                                  BarySession      *session);
/* @day: (nullable): the day shown; NULL hides the slider
 * @earliest: (nullable): the first dated day there is
 * @changes: (nullable): NULL says nothing of them */
void bary_day_slider_show        (BaryDaySlider        *self,
                                  const char           *day,
                                  const char           *earliest,
                                  const BaryDayChanges *changes);
/* In a low window it is one line, and the years have marks without names. */
void bary_day_slider_set_low     (BaryDaySlider    *self,
                                  gboolean          low);

G_END_DECLS
