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

gboolean
bary_dense_factor (double *a,
                   guint   n)
{
  for (guint k = 0; k < n; k++)
    {
      double *row = a + (gsize) k * n;

      if (!(row[k] > 0))
        return FALSE;
      row[k] = sqrt (row[k]);
      for (guint j = k + 1; j < n; j++)
        row[j] /= row[k];
      for (guint j = k + 1; j < n; j++)
        add_row (a + (gsize) j * n + j, row + j, -row[j], n - j);
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

      memset (own, 0, n * sizeof (double));
      own[k] = 1;
      for (guint j = k + 1; j < n; j++)
        add_row (own + j, inverse + (gsize) j * n + j, -row[j], n - j);
      for (guint j = k; j < n; j++)
        own[j] /= row[k];
    }
}
