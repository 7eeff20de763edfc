#pragma once

#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The calendar of the session's school year: the days and terms that the centre has of its own, each with its source and state,
 * and the events that fall on a day off by it. */
#define BARY_TYPE_CALENDAR_WINDOW (bary_calendar_window_get_type ())
G_DECLARE_FINAL_TYPE (BaryCalendarWindow, bary_calendar_window, BARY, CALENDAR_WINDOW, AdwWindow)

void bary_calendar_window_present (GtkWidget   *parent,
                                   BarySession *session);

G_END_DECLS
