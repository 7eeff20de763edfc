#pragma once

#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The report on a cluster's half year: its figures, each with the events it comes from, and what a person writes. It is saved
 * as a file or printed in the form that the programme asks for. */
#define BARY_TYPE_HALF_YEAR_WINDOW (bary_half_year_window_get_type ())
G_DECLARE_FINAL_TYPE (BaryHalfYearWindow, bary_half_year_window, BARY, HALF_YEAR_WINDOW, AdwWindow)

/* @half: 1 or 2 */
void bary_half_year_window_present (GtkWidget   *parent,
                                    BarySession *session,
                                    BaryRecord  *roadmap,
                                    guint        half);

G_END_DECLS
