#pragma once

#include "bary-disputes.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A dispute: what it is about, the value that all candidates were made from, and the candidates side by side, the words
 * in which they differ marked, each with its author, its time and the button that decides for it. A digit does what
 * that button does.
 *
 * Actions that it activates: "disputes.decide" (uu): @number and the candidate; "disputes.show" (u): @number.
 * @number: of the dispute in the list; @writable: FALSE shows no buttons */
GtkWidget *bary_dispute_row_new (BaryStore         *store,
                                 const BaryDispute *dispute,
                                 guint              number,
                                 gboolean           writable);

G_END_DECLS
