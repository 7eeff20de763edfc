#pragma once

#include "bary-roadmap-year.h"
#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Moves an event, cancels it or plans it again: the new dates, why, who agreed, and what follows from it, before it is done.
 * It is one action, which can be undone; a cancelled event stays in the plan, struck out. */
#define BARY_TYPE_MOVE_DIALOG (bary_move_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BaryMoveDialog, bary_move_dialog, BARY, MOVE_DIALOG, AdwWindow)

/* @year: with its plan; borrowed until the dialog is closed by the caller's reload
 * @kind: the word of a change of dates: "moved", "cancelled" or "restored"
 * @day: the first day that is suggested, BARY_NO_DAY for none */
void bary_move_dialog_present (GtkWidget       *parent,
                               BarySession     *session,
                               BaryRoadmapYear *year,
                               BaryRecord      *event,
                               const char      *kind,
                               BaryDay          day);

G_END_DECLS
