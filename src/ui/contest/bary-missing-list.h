#pragma once

#include "bary-contest-form.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The button that says how much of a form is missing, and in its popover the fields, each leading to its row.
 * @list: what is in the popover of @button; @rows: (element-type BaryAnswerRow): must live as long as what is filled in */
void bary_missing_list_fill (GtkMenuButton         *button,
                             GtkBox                *list,
                             const GPtrArray       *rows,
                             const BaryContestForm *form);

G_END_DECLS
