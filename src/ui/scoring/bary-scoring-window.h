#pragma once

#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The content review of a contest in a window of its own: the desk of an expert, the assignment, the results. */
#define BARY_TYPE_SCORING_WINDOW (bary_scoring_window_get_type ())
G_DECLARE_FINAL_TYPE (BaryScoringWindow, bary_scoring_window, BARY, SCORING_WINDOW, AdwWindow)

/* @contest: (nullable): an id; NULL takes the one under review, or the last */
void     bary_scoring_window_present (GtkWindow   *parent,
                                      BarySession *session,
                                      const char  *contest);
/* Whether there is a contest to review. @store: (nullable) */
gboolean bary_scoring_window_has_contest (BaryStore *store);

G_END_DECLS
