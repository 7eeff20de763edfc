#include "bary-glyphs.h"

#include <math.h>

#define PLACES 4 /* within a pixel, across */
#define SIZES 4  /* within a pixel of the font's size */
#define MOST 6000

typedef struct {
  cairo_font_face_t *face;
  gulong             glyph;
  guint              size;  /* times SIZES */
  guint              place;
} Key;

typedef struct {
  Key       key;
  BaryMask *mask;
} Glyph;

struct _BaryGlyphs {
  GHashTable *glyphs; /* Key, which a Glyph begins with -> Glyph */
};

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;
  guint64 sum = ((guint64) GPOINTER_TO_SIZE (key->face) >> 4) * 31 + key->glyph * PLACES + key->place;

  return (guint) (sum * 2654435761u ^ key->size * 40503u);
}

static gboolean
equal_keys (gconstpointer a,
            gconstpointer b)
{
  const Key *x = a, *y = b;

  return x->glyph == y->glyph && x->place == y->place && x->size == y->size && x->face == y->face;
}

static void
free_glyph (Glyph *glyph)
{
  g_free (glyph->mask);
  g_free (glyph);
}

BaryGlyphs *
bary_glyphs_new (void)
{
  BaryGlyphs *self = g_new0 (BaryGlyphs, 1);

  self->glyphs = g_hash_table_new_full (hash_key, equal_keys, NULL, (GDestroyNotify) free_glyph);
  return self;
}

void
bary_glyphs_free (BaryGlyphs *self)
{
  g_hash_table_unref (self->glyphs);
  g_free (self);
}

static cairo_scaled_font_t *
scale_font (const Key *key)
{
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_matrix_t size, same;
  cairo_scaled_font_t *font;

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_matrix_init_scale (&size, (double) key->size / SIZES, (double) key->size / SIZES);
  cairo_matrix_init_identity (&same);
  font = cairo_scaled_font_create (key->face, &size, &same, options);
  cairo_font_options_destroy (options);
  return font;
}

/* An outline, not what cairo has cached: that stands on whole pixels. */
static void
fill_glyph (cairo_surface_t     *surface,
            cairo_scaled_font_t *font,
            gulong               glyph,
            double               x,
            double               baseline)
{
  cairo_glyph_t it = { glyph, x, baseline };
  cairo_t *cr = cairo_create (surface);

  cairo_set_scaled_font (cr, font);
  cairo_glyph_path (cr, &it, 1);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static Glyph *
make_glyph (const Key *key)
{
  cairo_scaled_font_t *font = scale_font (key);
  cairo_glyph_t it = { key->glyph, 0, 0 };
  double within = (key->place + 0.5) / PLACES;
  cairo_text_extents_t extents;
  cairo_surface_t *surface;
  Glyph *glyph = g_new (Glyph, 1);
  int left, top;

  cairo_scaled_font_glyph_extents (font, &it, 1, &extents);
  left = (int) floor (extents.x_bearing + within) - 1;
  top = (int) floor (extents.y_bearing) - 1;
  surface = cairo_image_surface_create (CAIRO_FORMAT_A8, (int) ceil (extents.x_bearing + extents.width + within) + 1 - left,
                                        (int) ceil (extents.y_bearing + extents.height) + 1 - top);
  fill_glyph (surface, font, key->glyph, within - left, -top);
  glyph->key = *key;
  glyph->mask = bary_mask_new (surface, left, top);
  cairo_surface_destroy (surface);
  cairo_scaled_font_destroy (font);
  return glyph;
}

void
bary_glyphs_paint (BaryGlyphs            *self,
                   const BaryLinePainter *painter,
                   cairo_font_face_t     *face,
                   gulong                 number,
                   double                 size,
                   double                 x,
                   double                 baseline,
                   const BaryInk         *ink)
{
  int whole = (int) floor (x);
  Key key = { face, number, (guint) (size * SIZES + 0.5), (guint) ((x - whole) * PLACES) };
  Glyph *glyph = g_hash_table_lookup (self->glyphs, &key);

  if (glyph == NULL)
    {
      if (g_hash_table_size (self->glyphs) >= MOST)
        g_hash_table_remove_all (self->glyphs);
      glyph = make_glyph (&key);
      g_hash_table_insert (self->glyphs, &glyph->key, glyph);
    }
  bary_line_painter_mask (painter, glyph->mask, whole, (int) floor (baseline + 0.5), ink);
}
