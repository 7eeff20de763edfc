#pragma once

#include "bary-record.h"
#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* How a roadmap comes into force: who agreed to its revision, who approved it, and what has changed since. */
#define BARY_TYPE_APPROVALS_WINDOW (bary_approvals_window_get_type ())
G_DECLARE_FINAL_TYPE (BaryApprovalsWindow, bary_approvals_window, BARY, APPROVALS_WINDOW, AdwWindow)

void bary_approvals_window_present (GtkWidget   *parent,
                                    BarySession *session,
                                    BaryRecord  *roadmap);

G_END_DECLS
