/* Assignment: 1,000 applications, 300 experts, three to each, against the out-of-kilter algorithm of GLPK on the same
 * problem, both optima compared; 9,034 applications, 785 experts, two to each, in passes over its table of costs, with
 * what it takes of memory and how soon it can be stopped. */

#include "bary-assignment.h"

#include "bary-okalg.h"
#include "bary-random-assignment.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define ROUNDS 5

/* Of the processor, so that what else the machine does counts for nothing. */
static double
now (void)
{
  return (double) clock () / CLOCKS_PER_SEC;
}

/* Bytes in memory at present. */
static double
get_memory (void)
{
  g_autofree char *text = NULL;
  guint64 total = 0, resident = 0;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL) ||
      sscanf (text, "%" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT, &total, &resident) != 2)
    g_error ("/proc/self/statm cannot be read");
  return (double) resident * sysconf (_SC_PAGESIZE);
}

typedef struct {
  double last, longest; /* between two reports of progress */
  double memory;        /* the most */
} Reports;

static gboolean
report_cb (double   done,
           gpointer user_data)
{
  Reports *reports = user_data;
  double time = now ();

  if (reports->last > 0)
    reports->longest = MAX (reports->longest, time - reports->last);
  reports->memory = MAX (reports->memory, get_memory ());
  reports->last = now ();
  return TRUE;
}

/* Reads each cost once. */
static double
time_pass (const BaryAssignmentProblem *problem)
{
  double start = now ();
  volatile gint64 sum = 0;

  for (gsize i = 0; i < (gsize) problem->n_applications * problem->n_experts; i++)
    sum += problem->affinity[i];
  return now () - start;
}

static void
measure_large (void)
{
  double before = get_memory (), start, seconds;
  g_autoptr (BaryRandomAssignment) random = bary_random_assignment_new (9034, 785, 2, 1.5, 50, 1);
  const BaryAssignmentProblem *problem = &random->problem;
  double n_cells = (double) problem->n_applications * problem->n_experts;
  g_autoptr (BaryAssignment) assignment = NULL;
  Reports reports = { 0 };

  start = now ();
  assignment = bary_assignment_new (problem, report_cb, &reports);
  seconds = now () - start;
  printf ("assignment-large-passes: %.0f\n", seconds / time_pass (problem));
  printf ("assignment-large-bytes-per-cell: %.1f (goal at most 40)\n", (reports.memory - before) / n_cells);
  printf ("assignment-large-longest-pause-share: %.4f\n", reports.longest / seconds);
  printf ("# 9034 x 785 x 2: %.2f s, cost %" G_GINT64_FORMAT ", longest pause %.1f ms, feasible: %d\n", seconds, assignment->cost,
          reports.longest * 1e3, assignment->feasible);
}

static int
compare_seconds (const void *a,
                 const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* The median of several. */
static double
time_own (const BaryAssignmentProblem *problem,
          gint64                      *cost)
{
  double seconds[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      double start = now ();
      g_autoptr (BaryAssignment) assignment = bary_assignment_new (problem, NULL, NULL);

      seconds[i] = now () - start;
      *cost = assignment->cost;
    }
  qsort (seconds, ROUNDS, sizeof *seconds, compare_seconds);
  return seconds[ROUNDS / 2];
}

static gboolean
compare_with_okalg (guint       n_applications,
                    guint       n_experts,
                    guint       need,
                    const char *goal)
{
  g_autoptr (BaryRandomAssignment) random = bary_random_assignment_new (n_applications, n_experts, need, 1.5, 50, 2);
  BaryOkalgAnswer answer;
  double own, peer;
  gint64 cost;

  own = time_own (&random->problem, &cost);
  if (!bary_okalg_solve (&random->problem, &answer, &peer) || answer.missing > 0 || (gint64) answer.cost != cost)
    return FALSE;

  printf ("assignment-%u-%u-%u-time: %.4f%s\n", n_applications, n_experts, need, own / peer, goal);
  printf ("# %u x %u x %u: %.1f ms; okalg: %.0f ms; both cost %" G_GINT64_FORMAT "\n", n_applications, n_experts, need, own * 1e3,
          peer * 1e3, cost);
  return TRUE;
}

int
main (void)
{
  measure_large ();
  return compare_with_okalg (200, 60, 3, "") && compare_with_okalg (1000, 300, 3, " (goal at most 0.02)") ? 0 : 1;
}
