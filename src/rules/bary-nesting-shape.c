#include "bary-nesting-private.h"

#include "bary-turns.h"

#include <math.h>

#define TURNS 16

/* @x, @y: where (1, 0) is turned to. */
static double
measure_turned (const BaryCircle *circles,
                guint             n,
                double            stretch,
                double            x,
                double            y)
{
  double bounds[4] = { G_MAXDOUBLE, -G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint i = 0; i < n; i++)
    {
      double to_x = circles[i].x * x - circles[i].y * y, to_y = circles[i].x * y + circles[i].y * x;

      bounds[0] = MIN (bounds[0], to_x - circles[i].radius);
      bounds[1] = MAX (bounds[1], to_x + circles[i].radius);
      bounds[2] = MIN (bounds[2], to_y - circles[i].radius);
      bounds[3] = MAX (bounds[3], to_y + circles[i].radius);
    }
  return (bounds[1] - bounds[0]) * stretch / MAX (bounds[3] - bounds[2], 1e-6);
}

double
bary_nesting_shape_measure (const BaryCircle *circles,
                            guint             n,
                            double            stretch)
{
  return measure_turned (circles, n, stretch, 1, 0);
}

void
bary_nesting_shape_turn (BaryCircle *circles,
                         guint       n,
                         double      stretch,
                         double      shape)
{
  double best = G_MAXDOUBLE, best_x = 1, best_y = 0;

  for (guint step = 0; step < TURNS; step++)
    {
      double x, y, off;

      bary_turns_point (G_PI * step / TURNS, &x, &y);
      off = fabs (measure_turned (circles, n, stretch, x, y) - shape);
      if (off >= best)
        continue;
      best = off;
      best_x = x;
      best_y = y;
    }
  for (guint i = 0; i < n && n > 1; i++)
    circles[i] = (BaryCircle) { circles[i].x * best_x - circles[i].y * best_y, circles[i].x * best_y + circles[i].y * best_x,
                                circles[i].radius };
}
