#pragma once

#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Score sheets that came on paper: which are to be typed, typed once, or differ between the two who typed; the form to type one,
 * which shows nothing of what another typed; and the two side by side where they differ.
 *
 * Actions: "paper.back", "paper.done" (what is typed, or settled). */
#define BARY_TYPE_PAPER_WINDOW (bary_paper_window_get_type ())
G_DECLARE_FINAL_TYPE (BaryPaperWindow, bary_paper_window, BARY, PAPER_WINDOW, AdwWindow)

/* @contest: an id */
void bary_paper_window_present (GtkWidget   *parent,
                                BarySession *session,
                                const char  *contest);

G_END_DECLS
