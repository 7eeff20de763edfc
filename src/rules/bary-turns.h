#pragma once

#include <glib.h>
#include <math.h>

G_BEGIN_DECLS

/* Angles by arithmetic that every machine does alike: the C library's sin and atan2 may differ in the last
 * digit from one processor to the next, and a layout must not. Angles are radians, clockwise as y grows
 * downwards; errors are below 1e-9. */

void    bary_turns_point (double   angle,
                          double  *x,
                          double  *y);
/* Returns: from -π to π; 0 for no direction at all. */
double  bary_turns_angle (double   x,
                          double   y);
/* Returns: the same angle between -π and π. */
double  bary_turns_wrap  (double   angle);

static inline double
bary_turns_length (double x,
                   double y)
{
  return sqrt (x * x + y * y);
}

/* SplitMix64 (Steele, Lea, Flood 2014), seeded from an id by FNV-1a, so that choices follow ids and no order. */
guint64 bary_turns_seed  (const char *id);

static inline guint64
bary_turns_draw (guint64 *state)
{
  guint64 mixed = *state += G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  mixed = (mixed ^ (mixed >> 30)) * G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);
  mixed = (mixed ^ (mixed >> 27)) * G_GUINT64_CONSTANT (0x94D049BB133111EB);
  return mixed ^ (mixed >> 31);
}

/* Returns: from 0 to below 1. */
static inline double
bary_turns_share (guint64 *state)
{
  return (double) (bary_turns_draw (state) >> 11) / 9007199254740992.0;
}

G_END_DECLS
