#pragma once

#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The public presentation for the hall: who speaks, on the whole screen, with the time that is left; then the questions, then the
 * commission's vote, which is kept at once. It is led by keys: Space starts and stops the clock, → and ← walk on and back. */
#define BARY_TYPE_HALL_WINDOW (bary_hall_window_get_type ())
G_DECLARE_FINAL_TYPE (BaryHallWindow, bary_hall_window, BARY, HALL_WINDOW, GtkWindow)

/* From the first who was not voted on. @contest: an id */
void bary_hall_window_present (GtkWindow   *parent,
                               BarySession *session,
                               const char  *contest);

G_END_DECLS
