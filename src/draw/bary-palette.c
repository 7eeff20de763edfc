#include "bary-palette.h"

#include <math.h>

#define RGB(hex) { ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) & 0xff) / 255.0 }

/* Found by search: hues after M. Okabe and K. Ito, «Color Universal Design», 2008, as far apart as they go in
 * CIELAB for normal sight, protanopes and deuteranopes at once. */
static const BaryColour light_colours[BARY_PALETTE_SIZE] = {
  RGB (0x0674e0), RGB (0x822400), RGB (0x399b6c), RGB (0x731d63),
  RGB (0xc27a02), RGB (0x3b15c0), RGB (0x418ec1), RGB (0x531017),
};

static const BaryColour dark_colours[BARY_PALETTE_SIZE] = {
  RGB (0x82aaf2), RGB (0xc86605), RGB (0x06fda4), RGB (0xe43c89),
  RGB (0xfee807), RGB (0x9568f9), RGB (0x68dfe9), RGB (0xd65d57),
};

/* Each at least 3 : 1 against white. */
static const BaryColour print_colours[BARY_PALETTE_SIZE] = {
  RGB (0x000000), RGB (0x5a5a5a), RGB (0x2d2d2d), RGB (0x787878),
  RGB (0x151515), RGB (0x6a6a6a), RGB (0x434343), RGB (0x858585),
};

static const BaryTheme themes[BARY_N_THEMES] = {
  [BARY_THEME_LIGHT] = { BARY_THEME_LIGHT, FALSE, RGB (0xfafafa), RGB (0xffffff), RGB (0x241f31), RGB (0x5e5c64), RGB (0x6b6975), RGB (0x1c71d8) },
  [BARY_THEME_DARK] = { BARY_THEME_DARK, TRUE, RGB (0x242424), RGB (0x303030), RGB (0xf6f5f4), RGB (0xc0bfbc), RGB (0xa5a3a0), RGB (0x78aeed) },
  [BARY_THEME_PRINT] = { BARY_THEME_PRINT, FALSE, RGB (0xffffff), RGB (0xffffff), RGB (0x000000), RGB (0x3a3a3a), RGB (0x4a4a4a), RGB (0x000000) },
};

BaryColour
bary_palette_get_colour (guint         group,
                         BaryThemeKind theme)
{
  const BaryColour *colours = theme == BARY_THEME_PRINT ? print_colours : theme == BARY_THEME_DARK ? dark_colours : light_colours;

  return colours[group % BARY_PALETTE_SIZE];
}

BaryShape
bary_palette_get_shape (guint group)
{
  return group % BARY_N_SHAPES;
}

BaryHatch
bary_palette_get_hatch (guint group)
{
  return BARY_HATCH_RISING + group % (BARY_N_HATCHES - 1);
}

const BaryTheme *
bary_theme_get (BaryThemeKind kind)
{
  g_return_val_if_fail (kind < BARY_N_THEMES, &themes[BARY_THEME_LIGHT]);

  return &themes[kind];
}

BaryColour
bary_colour_mix (BaryColour a,
                 BaryColour b,
                 double     share_of_b)
{
  return (BaryColour) {
    a.red + (b.red - a.red) * share_of_b,
    a.green + (b.green - a.green) * share_of_b,
    a.blue + (b.blue - a.blue) * share_of_b
  };
}

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (BaryColour colour)
{
  return 0.2126 * linear (colour.red) + 0.7152 * linear (colour.green) + 0.0722 * linear (colour.blue);
}

double
bary_colour_contrast (BaryColour a,
                      BaryColour b)
{
  double x = luminance (a) + 0.05, y = luminance (b) + 0.05;

  return MAX (x, y) / MIN (x, y);
}

void
bary_draw_set_colour (cairo_t    *cr,
                      BaryColour  colour,
                      double      alpha)
{
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, alpha);
}

static void
polygon (cairo_t *cr,
         guint    corners,
         double   x,
         double   y,
         double   radius,
         double   turn)
{
  cairo_new_sub_path (cr);
  for (guint i = 0; i < corners; i++)
    {
      double angle = turn - G_PI / 2 + 2 * G_PI * i / corners;

      cairo_line_to (cr, x + radius * cos (angle), y + radius * sin (angle));
    }
  cairo_close_path (cr);
}

static void
star (cairo_t *cr,
      double   x,
      double   y,
      double   radius)
{
  cairo_new_sub_path (cr);
  for (guint i = 0; i < 10; i++)
    {
      double angle = -G_PI / 2 + G_PI * i / 5, reach = i % 2 ? radius * 0.45 : radius;

      cairo_line_to (cr, x + reach * cos (angle), y + reach * sin (angle));
    }
  cairo_close_path (cr);
}

static void
cross (cairo_t *cr,
       double   x,
       double   y,
       double   radius)
{
  double thick = radius * 0.7;

  cairo_rectangle (cr, x - radius, y - thick / 2, 2 * radius, thick);
  cairo_rectangle (cr, x - thick / 2, y - radius, thick, 2 * radius);
}

void
bary_draw_shape (cairo_t   *cr,
                 BaryShape  shape,
                 double     x,
                 double     y,
                 double     radius)
{
  switch (shape)
    {
    case BARY_SHAPE_CIRCLE:
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, radius * 0.92, 0, 2 * G_PI);
      break;
    case BARY_SHAPE_SQUARE:
      polygon (cr, 4, x, y, radius * 1.15, G_PI / 4);
      break;
    case BARY_SHAPE_DIAMOND:
      polygon (cr, 4, x, y, radius * 1.12, 0);
      break;
    case BARY_SHAPE_TRIANGLE:
      polygon (cr, 3, x, y + radius * 0.2, radius * 1.15, 0);
      break;
    case BARY_SHAPE_PENTAGON:
      polygon (cr, 5, x, y, radius, 0);
      break;
    case BARY_SHAPE_STAR:
      star (cr, x, y, radius * 1.15);
      break;
    case BARY_SHAPE_HEXAGON:
      polygon (cr, 6, x, y, radius, G_PI / 6);
      break;
    case BARY_SHAPE_CROSS:
    case BARY_N_SHAPES:
      cross (cr, x, y, radius * 0.95);
      break;
    }
}

void
bary_draw_rounded (cairo_t *cr,
                   double   x,
                   double   y,
                   double   width,
                   double   height,
                   double   radius)
{
  radius = MIN (radius, MIN (width, height) / 2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}
