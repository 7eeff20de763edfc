#include "bary-distribution.h"

#include <math.h>

#define PRECISION 1e-15
#define MOST_TERMS 10000
#define TINY 1e-300

static double
log_gamma (double x)
{
  int sign;

  return lgamma_r (x, &sign);
}

/* One step of a continued fraction by the method of Lentz. Returns: by what the value changes. */
static double
fraction_step (double  a,
               double  b,
               double *c,
               double *d)
{
  *d = b + a * *d;
  *c = b + a / *c;
  if (fabs (*d) < TINY)
    *d = TINY;
  if (fabs (*c) < TINY)
    *c = TINY;
  *d = 1 / *d;
  return *c * *d;
}

/* The coefficients of 8.17.22. */
static double
beta_coefficient (double a,
                  double b,
                  double x,
                  int    n)
{
  int m = n / 2;

  if (n % 2 == 0)
    return m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
  return -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
}

/* Converges fast below (a + 1) / (a + b + 2). */
static double
beta_fraction (double a,
               double b,
               double x)
{
  double c = 1, d = 0, value = 1, change = 0;

  for (int n = 1; n < MOST_TERMS && fabs (change - 1) > PRECISION; n++)
    {
      change = fraction_step (beta_coefficient (a, b, x, n), 1, &c, &d);
      value *= change;
    }
  return 1 / value;
}

/* The regularised incomplete beta function. */
static double
incomplete_beta (double a,
                 double b,
                 double x)
{
  double front;

  if (x <= 0 || x >= 1)
    return x > 0;

  front = exp (a * log (x) + b * log1p (-x) + log_gamma (a + b) - log_gamma (a) - log_gamma (b));
  return x < (a + 1) / (a + b + 2) ? front / a * beta_fraction (a, b, x) : 1 - front / b * beta_fraction (b, a, 1 - x);
}

double
bary_f_tail (double value,
             double df1,
             double df2)
{
  return value <= 0 ? 1 : incomplete_beta (df2 / 2, df1 / 2, df2 / (df2 + df1 * value));
}

double
bary_f_quantile (double probability,
                 double df1,
                 double df2)
{
  double low = 0, high = 1;

  /* Halved as long as there are numbers between. */
  for (double middle = 0.5; middle > low && middle < high; middle = low + (high - low) / 2)
    if (incomplete_beta (df2 / 2, df1 / 2, middle) < 1 - probability)
      low = middle;
    else
      high = middle;
  return df2 * (1 - high) / (df1 * high);
}

/* 8.11.4: the lower incomplete gamma function, for x below a + 1 */
static double
gamma_series (double a,
              double x)
{
  double term = 1 / a, sum = term;

  for (int n = 1; n < MOST_TERMS && term > sum * PRECISION; n++)
    {
      term *= x / (a + n);
      sum += term;
    }
  return sum;
}

/* 8.9.2: the upper one, for the others */
static double
gamma_fraction (double a,
                double x)
{
  double b = x + 1 - a, c = 1 / TINY, d = 1 / b, value = d, change = 0;

  for (int n = 1; n < MOST_TERMS && fabs (change - 1) > PRECISION; n++)
    {
      b += 2;
      change = fraction_step (n * (a - n), b, &c, &d);
      value *= change;
    }
  return value;
}

double
bary_chi_squared_tail (double value,
                       double df)
{
  double a = df / 2, x = value / 2;
  double front;

  if (value <= 0)
    return 1;

  front = exp (a * log (x) - x - log_gamma (a));
  return x < a + 1 ? 1 - front * gamma_series (a, x) : front * gamma_fraction (a, x);
}

double
bary_normal_tail (double value)
{
  return erfc (value / G_SQRT2) / 2;
}

double
bary_normal_quantile (double probability)
{
  double low = -40, high = 40;

  for (double middle = 0; middle > low && middle < high; middle = low + (high - low) / 2)
    if (bary_normal_tail (-middle) < probability)
      low = middle;
    else
      high = middle;
  return high;
}
