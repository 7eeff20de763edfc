#pragma once

#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The rules by which it is computed what is due: the centre's own, or those that are built in, each with an example out of the
 * plan and how its day is found. */
#define BARY_TYPE_RULES_WINDOW (bary_rules_window_get_type ())
G_DECLARE_FINAL_TYPE (BaryRulesWindow, bary_rules_window, BARY, RULES_WINDOW, AdwWindow)

void bary_rules_window_present (GtkWidget   *parent,
                                BarySession *session);

G_END_DECLS
