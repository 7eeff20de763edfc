#pragma once

#include "bary-panel-results.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Adds to a page what stands beside the official ranking: the marks as a picture, how far the experts agree, what the marks come
 * to without anybody's severity, and how firm the decision is. @results: read at once, not kept */
void                 bary_scoring_figures_show (AdwPreferencesPage     *page,
                                                const BaryPanelResults *results);

/* What such pages are made of. @title, @description, @subtitle, @figure: (nullable) but for the title of a row */
AdwPreferencesGroup *bary_scoring_add_group    (AdwPreferencesPage     *page,
                                                const char             *title,
                                                const char             *description);
GtkWidget           *bary_scoring_make_row     (const char             *title,
                                                const char             *subtitle,
                                                const char             *figure);

G_END_DECLS
