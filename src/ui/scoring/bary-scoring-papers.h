#pragma once

#include "bary-session.h"

G_BEGIN_DECLS

/* The papers of a contest as files. */

/* Returns: (transfer floating): its items are the action "results.papers" with a word for bary_scoring_papers_save */
GtkWidget *bary_scoring_papers_make_button (void);
/* Asks where to, and writes: @what: "all", "protocol", "order", or "extracts": a file for each applicant in a folder */
void       bary_scoring_papers_save        (GtkWidget   *widget,
                                            BarySession *session,
                                            const char  *contest,
                                            const char  *what);

G_END_DECLS
