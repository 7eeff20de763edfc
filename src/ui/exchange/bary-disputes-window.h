#pragma once

#include "bary-open-matters.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What was edited in two places at once, what is proposed, what was removed by one and edited by another: decided on one
 * by one, or all that are shown by a rule. Each decision can be undone. */
#define BARY_TYPE_DISPUTES_WINDOW (bary_disputes_window_get_type ())
G_DECLARE_FINAL_TYPE (BaryDisputesWindow, bary_disputes_window, BARY, DISPUTES_WINDOW, AdwWindow)

GtkWindow *bary_disputes_window_new (GtkWindow       *parent,
                                     BarySession     *session,
                                     BaryOpenMatters *matters);

G_END_DECLS
