#pragma once

#include "bary-session.h"

G_BEGIN_DECLS

/* Does what a row of a form asks for with its files: opens a copy in the program of the desktop that is meant for it, or the
 * link in its place; removes one, as an action that can be undone.
 * @row: a BaryAnswerRow */
void bary_appendix_follow (GtkWidget   *row,
                           BarySession *session);

G_END_DECLS
