#include "bary-label-meter.h"

#include <math.h>
#include <pango/pangocairo.h>

#define SIZE 10.0
#define WIDTH 118.0 /* some 18 Cyrillic letters */

struct _BaryLabelMeter {
  PangoLayout *layout; /* NULL before the first label */
};

BaryLabelMeter *
bary_label_meter_new (void)
{
  return g_new0 (BaryLabelMeter, 1);
}

void
bary_label_meter_free (BaryLabelMeter *self)
{
  g_clear_object (&self->layout);
  g_free (self);
}

/* No hinting, no rounding: a picture has the same sizes at any zoom. */
static PangoLayout *
make_layout (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string ("Sans");
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoLayout *layout;

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  layout = pango_layout_new (context);
  pango_font_description_set_absolute_size (font, SIZE * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (WIDTH * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  g_object_unref (context);
  cairo_font_options_destroy (options);
  pango_font_description_free (font);
  return layout;
}

void
bary_label_meter_measure (const char *label,
                          double     *width,
                          double     *height,
                          gpointer    meter)
{
  BaryLabelMeter *self = meter;
  PangoRectangle extents;

  if (self->layout == NULL)
    self->layout = make_layout ();
  pango_layout_set_text (self->layout, label, -1);
  pango_layout_get_extents (self->layout, NULL, &extents);
  *width = ceil ((double) extents.width / PANGO_SCALE);
  *height = ceil ((double) extents.height / PANGO_SCALE);
}
