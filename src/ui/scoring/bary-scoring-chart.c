#include "bary-scoring-chart.h"

#include "bary-config.h"
#include "bary-decimal.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct {
  BaryScoreChart *chart;
  GStringChunk   *texts;
} Shown;

static void
shown_free (gpointer data)
{
  Shown *shown = data;

  bary_score_chart_free (shown->chart);
  g_string_chunk_free (shown->texts);
  g_free (shown);
}

static void
paint_cb (GtkDrawingArea *area,
          cairo_t        *cr,
          int             width,
          int             height,
          gpointer        data)
{
  GtkWidget *widget = GTK_WIDGET (area);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_for_display (gtk_widget_get_display (widget)));

  bary_score_chart_paint (((Shown *) data)->chart, cr, gtk_widget_get_pango_context (widget), width,
                          bary_theme_get (dark ? BARY_THEME_DARK : BARY_THEME_LIGHT));
}

/* The whole name, for a long one is cut on the picture. */
static gboolean
query_tooltip_cb (GtkWidget  *area,
                  int         x,
                  int         y,
                  gboolean    keyboard,
                  GtkTooltip *tooltip,
                  Shown      *shown)
{
  int row = keyboard ? -1 : bary_score_chart_find_row (shown->chart, y);

  if (row >= 0)
    gtk_tooltip_set_text (tooltip, g_array_index (shown->chart->rows, BaryChartRow, row).label);
  return row >= 0;
}

static void
describe_figure (GString *text,
                 double   figure)
{
  g_autofree char *words = bary_decimal_figure_to_words (figure, "%g");

  g_string_append_printf (text, " %s", words);
}

static void
describe_interval (GString            *text,
                   const BaryChartRow *row)
{
  g_autofree char *estimate = bary_decimal_figure_to_words (row->estimate, "%.2f");
  g_autofree char *low = bary_decimal_figure_to_words (row->low, "%.2f");
  g_autofree char *high = bary_decimal_figure_to_words (row->high, "%.2f");

  /* Translators: 1: an estimate, 2 and 3: the ends of its interval */
  g_string_append_printf (text, _(" estimate %1$s, from %2$s to %3$s"), estimate, low, high);
}

/* Returns: (transfer full): a line for each row */
static char *
describe (const BaryScoreChart *chart)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < chart->rows->len; i++)
    {
      const BaryChartRow *row = &g_array_index (chart->rows, BaryChartRow, i);

      g_string_append_printf (text, "%s%s:", i > 0 ? "\n" : "", row->label);
      for (guint j = 0; j < row->n_dots; j++)
        describe_figure (text, row->dots[j]);
      if (row->has_interval)
        describe_interval (text, row);
    }
  return g_string_free (text, FALSE);
}

GtkWidget *
bary_scoring_chart_new (BaryScoreChart *chart,
                        const char     *title)
{
  GtkWidget *area = gtk_drawing_area_new ();
  g_autofree char *words = describe (chart);
  Shown *shown = g_new0 (Shown, 1);

  shown->chart = chart;
  shown->texts = g_string_chunk_new (1024);
  for (guint i = 0; i < chart->rows->len; i++)
    g_array_index (chart->rows, BaryChartRow, i).label =
      g_string_chunk_insert (shown->texts, g_array_index (chart->rows, BaryChartRow, i).label);
  gtk_widget_set_hexpand (area, TRUE);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), (int) bary_score_chart_get_height (chart));
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), paint_cb, shown, shown_free);
  gtk_widget_set_has_tooltip (area, TRUE);
  g_signal_connect (area, "query-tooltip", G_CALLBACK (query_tooltip_cb), shown);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), area, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  return area;
}
