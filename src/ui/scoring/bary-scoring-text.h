#pragma once

#include "bary-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Fills a box with the text of an application as its form has it: sections, fields and what was answered; fields without an
 * answer are left out. What could not be read is missing. */
void bary_scoring_text_show (GtkBox     *box,
                             BaryStore  *store,
                             const char *contest,
                             const char *application);

G_END_DECLS
