#pragma once

#include "bary-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the last technical review of an application came to, until when it is to be mended, why, and when the letter went;
 * with a button for that, if nobody has said so yet. @box: empty at first; hidden if there is nothing to tell. */
void bary_verdict_fill (GtkBox      *box,
                        BarySession *session,
                        BaryRecord  *application);

G_END_DECLS
