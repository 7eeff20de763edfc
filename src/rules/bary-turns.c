#include "bary-turns.h"

#include <math.h>

/* The series of sine and cosine within an eighth of a turn. */
static double
small_sine (double angle)
{
  double square = angle * angle;

  return angle * (1 - square * (1.0 / 6 - square * (1.0 / 120 - square * (1.0 / 5040 - square * (1.0 / 362880
                  - square * (1.0 / 39916800))))));
}

static double
small_cosine (double angle)
{
  double square = angle * angle;

  return 1 - square * (1.0 / 2 - square * (1.0 / 24 - square * (1.0 / 720 - square * (1.0 / 40320 - square * (1.0 / 3628800
         - square * (1.0 / 479001600))))));
}

void
bary_turns_point (double  angle,
                  double *x,
                  double *y)
{
  double quarters = floor (angle / (G_PI / 2) + 0.5);
  double rest = angle - quarters * (G_PI / 2);
  double sine = small_sine (rest), cosine = small_cosine (rest);

  switch ((int) (quarters - 4 * floor (quarters / 4)))
    {
    case 0: *x = cosine; *y = sine; break;
    case 1: *x = -sine; *y = cosine; break;
    case 2: *x = -cosine; *y = -sine; break;
    default: *x = sine; *y = -cosine; break;
    }
}

/* Of 0 to 1: halved until the series is short. */
static double
arc_tangent (double slope)
{
  double half = slope / (1 + sqrt (1 + slope * slope));
  double part = half / (1 + sqrt (1 + half * half));
  double square = part * part;

  return 4 * part * (1 - square * (1.0 / 3 - square * (1.0 / 5 - square * (1.0 / 7 - square * (1.0 / 9
                     - square * (1.0 / 11 - square / 13))))));
}

double
bary_turns_angle (double x,
                  double y)
{
  double across = fabs (x), along = fabs (y), angle;

  if (across == 0 && along == 0)
    return 0;
  angle = along <= across ? arc_tangent (along / across) : G_PI / 2 - arc_tangent (across / along);
  if (x < 0)
    angle = G_PI - angle;
  return y < 0 ? -angle : angle;
}

double
bary_turns_wrap (double angle)
{
  return remainder (angle, 2 * G_PI);
}

guint64
bary_turns_seed (const char *id)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (; id != NULL && *id != '\0'; id++)
    hash = (hash ^ (guchar) *id) * G_GUINT64_CONSTANT (1099511628211);
  return hash;
}
