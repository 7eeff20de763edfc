#pragma once

#include "bary-score-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows a chart of marks, as wide as it may be. What the picture tells is said to a screen reader in words.
 * @chart: (transfer full); its labels are copied. Returns: (transfer floating) */
GtkWidget *bary_scoring_chart_new (BaryScoreChart *chart,
                                   const char     *title);

G_END_DECLS
