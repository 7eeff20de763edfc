#include "bary-krippendorff.h"

#include <stdlib.h>

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return (one > other) - (one < other);
}

/* As many applications, drawn with replacement, each with all its marks. */
static BaryMarks *
draw_marks (const BaryMarks *marks,
            const guint     *marked,
            guint            n_marked,
            GRand           *dice)
{
  g_autoptr (GArray) drawn = g_array_sized_new (FALSE, FALSE, sizeof (BaryMark), marks->n_marks);

  for (guint i = 0; i < n_marked; i++)
    {
      guint from = marked[g_rand_int_range (dice, 0, (gint32) n_marked)];

      for (guint m = marks->starts[from]; m < marks->starts[from + 1]; m++)
        {
          BaryMark mark = { i, marks->marks[m].expert, marks->marks[m].value };

          g_array_append_val (drawn, mark);
        }
    }
  return bary_marks_new (n_marked, marks->n_experts, (const BaryMark *) drawn->data, drawn->len);
}

static guint *
list_pairable (const BaryMarks *marks,
               guint           *n)
{
  guint *list = g_new (guint, MAX (marks->n_applications, 1));

  *n = 0;
  for (guint i = 0; i < marks->n_applications; i++)
    if (marks->starts[i + 1] >= marks->starts[i] + 2)
      list[(*n)++] = i;
  return list;
}

gboolean
bary_krippendorff_find_interval (const BaryMarks *marks,
                                 BaryMetric       metric,
                                 guint            n_draws,
                                 guint32          seed,
                                 double          *low,
                                 double          *high)
{
  guint n_pairable;
  g_autofree guint *pairable = list_pairable (marks, &n_pairable);
  g_autoptr (GRand) dice = g_rand_new_with_seed (seed);
  g_autoptr (GArray) values = g_array_sized_new (FALSE, FALSE, sizeof (double), n_draws);
  guint tail;

  if (n_pairable < BARY_KRIPPENDORFF_LEAST_APPLICATIONS)
    return FALSE;
  for (guint i = 0; i < n_draws; i++)
    {
      g_autoptr (BaryMarks) drawn = draw_marks (marks, pairable, n_pairable, dice);
      BaryMeasure alphas[BARY_N_METRICS];

      bary_krippendorff_compute (drawn, alphas);
      if (alphas[metric].fault == BARY_MEASURE_KNOWN)
        g_array_append_val (values, alphas[metric].value);
    }
  if (values->len < n_draws / 2)
    return FALSE;

  g_array_sort (values, compare_values);
  tail = (guint) (values->len * 0.025);
  *low = g_array_index (values, double, tail);
  *high = g_array_index (values, double, values->len - 1 - tail);
  return TRUE;
}
