#pragma once

#include "bary-show.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks where to, and writes all steps into a PDF, a page for each, in the background. */
void bary_show_save_pdf (BaryShow  *show,
                         GtkWindow *parent);

G_END_DECLS
