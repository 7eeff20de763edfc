#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* The colours and shapes of groups, the same in every view: the first group of a scheme is always the same
 * blue circle. Told apart by people with any common kind of colour blindness, and by shape without colour;
 * each stands out from its background by a contrast of 3 : 1 or more (WCAG 2.1, criterion 1.4.11). */

typedef struct {
  double red, green, blue; /* sRGB, 0 to 1 */
} BaryColour;

typedef enum {
  BARY_SHAPE_CIRCLE,
  BARY_SHAPE_SQUARE,
  BARY_SHAPE_DIAMOND,
  BARY_SHAPE_TRIANGLE,
  BARY_SHAPE_PENTAGON,
  BARY_SHAPE_STAR,
  BARY_SHAPE_HEXAGON,
  BARY_SHAPE_CROSS,
  BARY_N_SHAPES
} BaryShape;

/* Lines over a group's zone: its pattern on paper without colours. */
typedef enum {
  BARY_HATCH_NONE,
  BARY_HATCH_RISING,
  BARY_HATCH_FALLING,
  BARY_HATCH_CROSSED,
  BARY_HATCH_DOTS,
  BARY_HATCH_SQUARES,
  BARY_HATCH_UPRIGHT,
  BARY_HATCH_LEVEL,
  BARY_N_HATCHES
} BaryHatch;

#define BARY_PALETTE_SIZE 8

typedef enum {
  BARY_THEME_LIGHT,
  BARY_THEME_DARK,
  BARY_THEME_PRINT, /* black on white: greys, told apart by shape and hatch */
  BARY_N_THEMES
} BaryThemeKind;

/* Groups beyond the palette begin it anew. */
BaryColour bary_palette_get_colour (guint          group,
                                    BaryThemeKind  theme);
BaryShape  bary_palette_get_shape  (guint          group);
BaryHatch  bary_palette_get_hatch  (guint          group);

/* The rest of a picture. */
typedef struct {
  BaryThemeKind kind;
  gboolean      dark;
  BaryColour    background;
  BaryColour    card;
  BaryColour    text;
  BaryColour    dim_text;
  BaryColour    line;
  BaryColour    accent;
} BaryTheme;

const BaryTheme *bary_theme_get     (BaryThemeKind kind);

BaryColour bary_colour_mix          (BaryColour  a,
                                     BaryColour  b,
                                     double      share_of_b);
/* From 1 (the same) to 21 (black and white). */
double     bary_colour_contrast     (BaryColour  a,
                                     BaryColour  b);

void       bary_draw_set_colour     (cairo_t    *cr,
                                     BaryColour  colour,
                                     double      alpha);
/* Leaves the path of a shape that fits a circle of the radius. */
void       bary_draw_shape          (cairo_t    *cr,
                                     BaryShape   shape,
                                     double      x,
                                     double      y,
                                     double      radius);
void       bary_draw_rounded        (cairo_t    *cr,
                                     double      x,
                                     double      y,
                                     double      width,
                                     double      height,
                                     double      radius);

G_END_DECLS
