#include "bary-expert-grid-private.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

#define PADDING BARY_GRID_PADDING
#define COLUMN_CHARS 12
#define TITLE_CHARS 34
#define SMALL 0.82 /* of the usual size */

static int
to_pixels (int units)
{
  return PANGO_PIXELS_CEIL (units);
}

gboolean
bary_expert_grid_measure_letters (BaryExpertGrid *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *font = pango_context_get_metrics (context, NULL, NULL);
  int letter = to_pixels (pango_font_metrics_get_approximate_char_width (font));
  int line = to_pixels (pango_font_metrics_get_height (font));
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  BaryGridMetrics metrics = {
    .row_height = line + 2 * PADDING,
    .column_width = COLUMN_CHARS * letter + 2 * PADDING,
    .line = to_pixels ((int) (SMALL * pango_font_metrics_get_height (font))),
  };
  gboolean others = self->letters != pango_context_get_serial (context);

  metrics.titles_width = CLAMP (TITLE_CHARS * letter, metrics.column_width, MAX (width / 3, metrics.column_width));
  metrics.head_height = (BARY_GRID_NAME_LINES + 1) * metrics.line + 2 * PADDING;
  others = others || metrics.titles_width != self->metrics.titles_width;
  self->letters = pango_context_get_serial (context);
  self->metrics = metrics;
  if (others)
    bary_expert_grid_forget_texts (self);
  pango_font_metrics_unref (font);
  return others;
}

void
bary_expert_grid_forget_texts (BaryExpertGrid *self)
{
  guint n_rows = self->table != NULL ? self->table->rows->len : 0;
  guint n_experts = self->table != NULL ? self->table->panel->experts->len : 0;
  guint lengths[BARY_GRID_N_TEXTS] = { n_rows, n_rows, n_experts, n_experts, BARY_N_SEATINGS, 1 };

  for (guint i = 0; i < BARY_GRID_N_TEXTS; i++)
    {
      g_ptr_array_set_size (self->texts[i], 0);
      g_ptr_array_set_size (self->texts[i], (int) lengths[i]);
    }
}

const char *
bary_expert_grid_get_sign (BarySeating seating)
{
  static const char *const signs[BARY_N_SEATINGS] = {
    [BARY_SEATING_FREE] = "",
    [BARY_SEATING_COMMISSION] = "",
    [BARY_SEATING_DRAWN] = "●",
    [BARY_SEATING_LEAVING] = "–",
    [BARY_SEATING_STAYING] = "●",
    [BARY_SEATING_COMING] = "○",
    [BARY_SEATING_BY_HAND] = "◆",
    [BARY_SEATING_FORBIDDEN] = "⊘",
    [BARY_SEATING_BEGUN] = "✎",
    [BARY_SEATING_SUBMITTED] = "✔",
    [BARY_SEATING_CONFLICT] = "✕",
  };

  return signs[seating];
}

/* Returns: (transfer full): a name whose initials stand in one line */
static char *
keep_initials (const char *name)
{
  GString *text = g_string_new (name);

  g_string_replace (text, ". ", ".\u00a0", 0);
  return g_string_free (text, FALSE);
}

/* Returns: (transfer full) */
static char *
compose_text (BaryExpertGrid *self,
              BaryGridText    kind,
              guint           number)
{
  const BaryPanelTable *table = self->table;

  switch (kind)
    {
    case BARY_GRID_TITLE:
      return bary_panel_application_to_words (table->panel, bary_panel_table_get_application (table, number));
    case BARY_GRID_COUNT:
      /* Translators: 1: how many experts an application has, 2: how many it needs */
      return g_strdup_printf (_("%1$u/%2$u"), table->counts[number], table->panel->need);
    case BARY_GRID_NAME:
      return keep_initials (bary_panel_expert (table->panel, number)->name);
    case BARY_GRID_LOAD:
      return bary_panel_table_load_to_words (table, number);
    case BARY_GRID_SIGN:
      return g_strdup (bary_expert_grid_get_sign (number));
    case BARY_GRID_CORNER:
      return g_strdup (_("Application"));
    case BARY_GRID_N_TEXTS:
    default:
      g_assert_not_reached ();
    }
}

static void
make_small (PangoLayout *layout)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (SMALL));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

static void
fit (PangoLayout *layout,
     int          width)
{
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
}

static int
get_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

PangoLayout *
bary_expert_grid_get_text (BaryExpertGrid *self,
                           BaryGridText    kind,
                           guint           number)
{
  PangoLayout *layout = self->texts[kind]->pdata[number];
  const BaryGridMetrics *metrics = &self->metrics;
  g_autofree char *text = NULL;

  if (layout != NULL)
    return layout;
  text = compose_text (self, kind, number);
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  if (kind != BARY_GRID_TITLE && kind != BARY_GRID_SIGN)
    make_small (layout);
  if (kind == BARY_GRID_TITLE)
    fit (layout, metrics->titles_width - 3 * PADDING - get_width (bary_expert_grid_get_text (self, BARY_GRID_COUNT, number)));
  if (kind == BARY_GRID_NAME)
    {
      fit (layout, metrics->column_width - 2 * PADDING);
      pango_layout_set_height (layout, -BARY_GRID_NAME_LINES);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }
  self->texts[kind]->pdata[number] = layout;
  return layout;
}
