#include "bary-dense.h"

#include <math.h>
#include <string.h>

/* y += factor x */
static void
add_row (double       *restrict y,
         const double *restrict x,
         double        factor,
         guint         n)
{
  for (guint i = 0; i < n; i++)
    y[i] += factor * x[i];
}

#define GROUP 4

/* y += Σ factor x over four rows that lie `n` elements apart: y is read and written once instead of four times. */
static void
add_group (double       *restrict y,
           const double *restrict x,
           gsize         n,
           const double  factors[GROUP],
           guint         length)
{
  const double *second = x + n, *third = second + n, *fourth = third + n;

  for (guint i = 0; i < length; i++)
    y[i] += (factors[0] * x[i] + factors[1] * second[i]) + (factors[2] * third[i] + factors[3] * fourth[i]);
}

/* Finishes some rows that others above have been taken off from. */
static gboolean
factor_group (double *a,
              guint   n,
              guint   first,
              guint   end)
{
  for (guint k = first; k < end; k++)
    {
      double *row = a + (gsize) k * n;

      for (guint j = first; j < k; j++)
        add_row (row + k, a + (gsize) j * n + k, -a[(gsize) j * n + k], n - k);
      if (!(row[k] > 0))
        return FALSE;
      row[k] = sqrt (row[k]);
      for (guint j = k + 1; j < n; j++)
        row[j] /= row[k];
    }
  return TRUE;
}

gboolean
bary_dense_factor (double *a,
                   guint   n)
{
  for (guint first = 0; first < n; first += GROUP)
    {
      double *rows = a + (gsize) first * n;

      if (!factor_group (a, n, first, MIN (first + GROUP, n)))
        return FALSE;
      for (guint j = first + GROUP; j < n; j++)
        {
          double factors[GROUP] = { -rows[j], -rows[n + j], -rows[2 * (gsize) n + j], -rows[3 * (gsize) n + j] };

          add_group (a + (gsize) j * n + j, rows + j, n, factors, n - j);
        }
    }
  return TRUE;
}

void
bary_dense_solve (const double *u,
                  guint         n,
                  double       *b)
{
  for (guint k = 0; k < n; k++)
    {
      const double *row = u + (gsize) k * n;

      b[k] /= row[k];
      add_row (b + k + 1, row + k + 1, -b[k], n - k - 1);
    }
  for (guint k = n; k-- > 0;)
    {
      const double *row = u + (gsize) k * n;

      for (guint j = k + 1; j < n; j++)
        b[k] -= row[j] * b[j];
      b[k] /= row[k];
    }
}

void
bary_dense_invert (const double *u,
                   guint         n,
                   double       *inverse)
{
  for (guint k = n; k-- > 0;)
    {
      const double *row = u + (gsize) k * n;
      double *own = inverse + (gsize) k * n;
      guint j = k + 1;

      memset (own, 0, n * sizeof (double));
      own[k] = 1;
      for (; j + GROUP <= n; j += GROUP)
        {
          double factors[GROUP] = { -row[j], -row[j + 1], -row[j + 2], -row[j + 3] };

          add_group (own + j, inverse + (gsize) j * n + j, n, factors, n - j);
        }
      for (; j < n; j++)
        add_row (own + j, inverse + (gsize) j * n + j, -row[j], n - j);
      for (guint i = k; i < n; i++)
        own[i] /= row[k];
    }
}

double
bary_dense_multiply (const double *x,
                     const double *y,
                     guint         n)
{
  double sums[GROUP] = { 0 }, rest = 0;
  guint i = 0;

  for (; i + GROUP <= n; i += GROUP)
    for (guint j = 0; j < GROUP; j++)
      sums[j] += x[i + j] * y[i + j];
  for (; i < n; i++)
    rest += x[i] * y[i];
  return (sums[0] + sums[1]) + (sums[2] + sums[3]) + rest;
}
