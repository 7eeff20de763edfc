#pragma once

#include "bary-panel.h"
#include "bary-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Fills a box with the experts of a contest, each a button that makes the package of that expert's assignment, and says when it
 * went last. @panel: read at once, not kept */
void bary_scoring_send_fill  (GtkBox          *box,
                              BarySession     *session,
                              const BaryPanel *panel);

/* The package with the sheets that an expert has handed in, for the centre that sent the assignment.
 * @expert: id of the expert of a contest; @name: of the person */
void bary_scoring_send_back  (GtkWidget       *widget,
                              BarySession     *session,
                              const char      *expert,
                              const char      *name);

/* The expert whose assignment was received here. Returns: the index, or -1 where the contest is kept here */
int  bary_scoring_find_guest (BarySession     *session,
                              const BaryPanel *panel);

G_END_DECLS
