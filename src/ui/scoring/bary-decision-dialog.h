#pragma once

#include "bary-session.h"

G_BEGIN_DECLS

/* Asks for the number and the date of the order that decides a contest, and writes the decision. @widget: what it is asked for */
void bary_decision_dialog_ask (GtkWidget   *widget,
                               BarySession *session,
                               const char  *contest);

G_END_DECLS
