#include "bary-palette.h"

#include <math.h>

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

/* How full dichromats see a colour: Machado, Oliveira, Fernandes, 2009, severity 1.0, on linear light. */
static const double deficiencies[3][3][3] = {
  { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } },
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
};

static void
to_lab (const double rgb[3],
        double       lab[3])
{
  const double xyz[3] = {
    (0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.9505,
    0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2],
    (0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.089,
  };
  double f[3];

  for (guint i = 0; i < 3; i++)
    f[i] = xyz[i] > 0.008856 ? cbrt (xyz[i]) : 7.787 * MAX (xyz[i], 0) + 16.0 / 116;
  lab[0] = 116 * f[1] - 16;
  lab[1] = 500 * (f[0] - f[1]);
  lab[2] = 200 * (f[1] - f[2]);
}

static double
seen_difference (BaryColour   a,
                 BaryColour   b,
                 const double matrix[3][3])
{
  const BaryColour colours[2] = { a, b };
  double lab[2][3];

  for (guint i = 0; i < 2; i++)
    {
      double light[3] = { linear (colours[i].red), linear (colours[i].green), linear (colours[i].blue) }, seen[3];

      for (guint row = 0; row < 3; row++)
        seen[row] = CLAMP (matrix[row][0] * light[0] + matrix[row][1] * light[1] + matrix[row][2] * light[2], 0, 1);
      to_lab (seen, lab[i]);
    }
  return sqrt (pow (lab[0][0] - lab[1][0], 2) + pow (lab[0][1] - lab[1][1], 2) + pow (lab[0][2] - lab[1][2], 2));
}

/* CIELAB 1976: 2.3 is just noticeable. */
static void
test_told_apart (void)
{
  for (guint dark = 0; dark < BARY_THEME_PRINT; dark++)
    for (guint kind = 0; kind < 3; kind++)
      for (guint i = 0; i < BARY_PALETTE_SIZE; i++)
        for (guint j = 0; j < i; j++)
          {
            double difference = seen_difference (bary_palette_get_colour (i, dark), bary_palette_get_colour (j, dark),
                                                 deficiencies[kind]);

            g_test_message ("%s, deficiency %u, groups %u and %u: %.1f", dark ? "dark" : "light", kind, j, i, difference);
            g_assert_cmpfloat (difference, >, 20);
          }
}

static void
test_contrast (void)
{
  for (guint dark = 0; dark < BARY_N_THEMES; dark++)
    {
      const BaryTheme *theme = bary_theme_get (dark);

      for (guint i = 0; i < BARY_PALETTE_SIZE; i++)
        {
          g_assert_cmpfloat (bary_colour_contrast (bary_palette_get_colour (i, dark), theme->background), >, 3);
          g_assert_cmpfloat (bary_colour_contrast (bary_palette_get_colour (i, dark), theme->card), >, 3);
        }
      g_assert_cmpfloat (bary_colour_contrast (theme->text, theme->card), >, 7);
      g_assert_cmpfloat (bary_colour_contrast (theme->dim_text, theme->card), >, 4.5);
    }
  g_assert_cmpfloat (fabs (bary_colour_contrast ((BaryColour) { 0, 0, 0 }, (BaryColour) { 1, 1, 1 }) - 21), <, 0.01);
}

static void
test_hatches (void)
{
  for (guint i = 0; i < BARY_N_HATCHES - 1; i++)
    {
      g_assert_cmpint (bary_palette_get_hatch (i), !=, BARY_HATCH_NONE);
      for (guint j = 0; j < i; j++)
        g_assert_cmpint (bary_palette_get_hatch (i), !=, bary_palette_get_hatch (j));
    }
}

/* Black and white paper: nothing has a colour. */
static void
test_print (void)
{
  const BaryTheme *theme = bary_theme_get (BARY_THEME_PRINT);
  BaryColour colours[BARY_PALETTE_SIZE + 6] = { theme->background, theme->card, theme->text, theme->dim_text, theme->line, theme->accent };

  for (guint i = 0; i < BARY_PALETTE_SIZE; i++)
    colours[6 + i] = bary_palette_get_colour (i, BARY_THEME_PRINT);
  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    g_assert_true (colours[i].red == colours[i].green && colours[i].green == colours[i].blue);
}

static void
test_shapes (void)
{
  for (guint i = 0; i < BARY_PALETTE_SIZE; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpint (bary_palette_get_shape (i), !=, bary_palette_get_shape (j));
  g_assert_cmpint (bary_palette_get_shape (BARY_PALETTE_SIZE), ==, bary_palette_get_shape (0));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/palette/told-apart", test_told_apart);
  g_test_add_func ("/palette/contrast", test_contrast);
  g_test_add_func ("/palette/hatches", test_hatches);
  g_test_add_func ("/palette/print", test_print);
  g_test_add_func ("/palette/shapes", test_shapes);
  return g_test_run ();
}
