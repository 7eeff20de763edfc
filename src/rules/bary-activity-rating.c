#include "bary-activity-rating.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

static const char *const labels[BARY_N_ACTIVITIES] = {
  N_("Has a status of innovation"),
  N_("Carries out innovation projects for the district’s system of education"),
  N_("Presents innovation products"),
  N_("Takes part in contests for the recognition of regional innovation sites and of innovation products"),
  N_("Takes part in contests of heads or administrative teams"),
  N_("Presents results at the business programme of the Petersburg International Educational Forum"),
  N_("Presents results at the district’s research and practice conferences"),
  N_("Presents results at events of the country and the city"),
  N_("Presents results at events of the district"),
  N_("Publications about results in the school year"),
  N_("Takes part in making or carrying out innovation projects for the district’s system of education"),
  N_("Has members of the community of experts in innovation"),
  N_("Carries out initiative projects"),
  N_("Runs an internship site"),
};

const char *
bary_activity_get_label (BaryActivity activity)
{
  g_return_val_if_fail (activity < BARY_N_ACTIVITIES, NULL);

  return _(labels[activity]);
}

static gboolean
add_evidence (BaryActivityRow            *rows,
              const BaryActivityEvidence *evidence)
{
  BaryActivityCell *cell = &rows[evidence->organisation].cells[evidence->activity];

  cell->n++;
  return bary_fraction_add (&cell->points, &evidence->points);
}

static gboolean
find_limit (const BaryFraction *limits,
            BaryActivity        activity,
            BaryFraction       *limit)
{
  if (limits != NULL)
    *limit = limits[activity];
  else
    *limit = BARY_FRACTION_OF (activity >= BARY_ACTIVITY_INITIATIVES ? BARY_ACTIVITY_MOST_ON_TOP : -1);
  return limit->numerator >= 0;
}

static gboolean
add_up (BaryActivityRow    *row,
        const BaryFraction *limits)
{
  for (BaryActivity i = 0; i < BARY_N_ACTIVITIES; i++)
    {
      BaryActivityCell *cell = &row->cells[i];
      BaryFraction limit;

      if (find_limit (limits, i, &limit) && bary_fraction_compare (&cell->points, &limit) > 0)
        {
          cell->points = limit;
          cell->limited = TRUE;
        }
      row->n_gaps += cell->n == 0 && i < BARY_ACTIVITY_INITIATIVES;
      if (!bary_fraction_add (&row->total, &cell->points))
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_evidence (const BaryActivityRow *row)
{
  for (BaryActivity i = 0; i < BARY_N_ACTIVITIES; i++)
    if (row->cells[i].n > 0)
      return TRUE;
  return FALSE;
}

static int
compare_totals (const void *a,
                const void *b)
{
  return bary_fraction_compare (&(*(BaryActivityRow *const *) b)->total, &(*(BaryActivityRow *const *) a)->total);
}

static void
place_rows (BaryActivityRow *rows,
            guint            n)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    if (has_evidence (&rows[i]))
      g_ptr_array_add (order, &rows[i]);
  g_ptr_array_sort (order, compare_totals);
  for (guint i = 0; i < order->len; i++)
    {
      BaryActivityRow *row = order->pdata[i], *before = i > 0 ? order->pdata[i - 1] : NULL;

      row->place = before != NULL && bary_fraction_compare (&before->total, &row->total) == 0 ? before->place : i + 1;
    }
}

BaryActivityRow *
bary_activity_rating_new (guint                       n_organisations,
                          const BaryActivityEvidence *evidence,
                          guint                       n_evidence,
                          const BaryFraction         *limits)
{
  g_autofree BaryActivityRow *rows = g_new0 (BaryActivityRow, n_organisations + 1);

  for (guint i = 0; i < n_organisations; i++)
    {
      rows[i].total = BARY_FRACTION_ZERO;
      for (BaryActivity j = 0; j < BARY_N_ACTIVITIES; j++)
        rows[i].cells[j].points = BARY_FRACTION_ZERO;
    }
  for (guint i = 0; i < n_evidence; i++)
    {
      g_return_val_if_fail (evidence[i].organisation < n_organisations && evidence[i].activity < BARY_N_ACTIVITIES, NULL);

      if (!add_evidence (rows, &evidence[i]))
        return NULL;
    }
  for (guint i = 0; i < n_organisations; i++)
    if (!add_up (&rows[i], limits))
      return NULL;
  place_rows (rows, n_organisations);
  return g_steal_pointer (&rows);
}
