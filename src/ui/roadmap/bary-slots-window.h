#pragma once

#include "bary-roadmap-year.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The best other days for an event, each with why it is good.
 *
 * Signal "chosen" (guint day): one of them was taken; the window is closing. */
#define BARY_TYPE_SLOTS_WINDOW (bary_slots_window_get_type ())
G_DECLARE_FINAL_TYPE (BarySlotsWindow, bary_slots_window, BARY, SLOTS_WINDOW, AdwWindow)

/* @year: with its plan, see bary_roadmap_year_get_plan; @event: a number of the plan
 * @today: days before it are not offered, unless the school year is over. Returns: (transfer none): shown */
BarySlotsWindow *bary_slots_window_present (GtkWidget             *parent,
                                            const BaryRoadmapYear *year,
                                            guint                  event,
                                            BaryDay                today);

G_END_DECLS
