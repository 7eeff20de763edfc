#pragma once

#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What an event came to, written in one place: the day it was held, who took part, what was said, and awards. Saved as one
 * action, which marks the event as held; an award is one of its own. */
#define BARY_TYPE_OUTCOME_WINDOW (bary_outcome_window_get_type ())
G_DECLARE_FINAL_TYPE (BaryOutcomeWindow, bary_outcome_window, BARY, OUTCOME_WINDOW, AdwWindow)

/* @day: ISO: suggested as the one that it was held on, where none is written; (nullable) */
void bary_outcome_window_present (GtkWidget   *parent,
                                  BarySession *session,
                                  BaryRecord  *event,
                                  const char  *day);

G_END_DECLS
