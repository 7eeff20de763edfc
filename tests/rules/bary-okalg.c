#include "bary-okalg.h"

#include <glpk.h>
#include <string.h>
#include <time.h>

#define MISSING_COST 1000000.0

typedef struct {
  double supply;
} Vertex;

typedef struct {
  double low, capacity, cost, flow;
} Arc;

static glp_arc *
add_arc (glp_graph *graph,
         guint      from,
         guint      to,
         double     low,
         double     capacity,
         double     cost)
{
  glp_arc *arc = glp_add_arc (graph, (int) from, (int) to);

  *(Arc *) arc->data = (Arc) { low, capacity, cost, 0 };
  return arc;
}

static gboolean
is_fixed (const BaryAssignmentProblem *problem,
          guint                        application,
          guint                        expert)
{
  return problem->cells != NULL && problem->cells[(gsize) application * problem->n_experts + expert] == BARY_CELL_FIXED;
}

static double
get_pair_cost (const BaryAssignmentProblem *problem,
               guint                        application,
               guint                        expert)
{
  return problem->pair_cost * (problem->best_affinity - problem->affinity[(gsize) application * problem->n_experts + expert]);
}

/* Vertices: applications, experts, the sink. */
static void
add_application (glp_graph                   *graph,
                 const BaryAssignmentProblem *problem,
                 guint                        application,
                 guint                       *fixed_loads,
                 double                      *total)
{
  guint n = problem->n_applications, sink = n + problem->n_experts + 1, fixed = 0;

  for (guint e = 0; e < problem->n_experts; e++)
    if (bary_assignment_allows (problem, application, e))
      {
        gboolean stays = is_fixed (problem, application, e);

        fixed += stays;
        fixed_loads[e] += stays;
        add_arc (graph, application + 1, n + e + 1, stays, 1, get_pair_cost (problem, application, e));
      }
  fixed = MAX (fixed, problem->applications[application].need);
  ((Vertex *) graph->v[application + 1]->data)->supply = fixed;
  *total += fixed;
  add_arc (graph, application + 1, sink, 0, problem->applications[application].need, MISSING_COST);
}

static void
fill_graph (glp_graph                   *graph,
            const BaryAssignmentProblem *problem)
{
  guint n = problem->n_applications, sink = n + problem->n_experts + 1;
  g_autofree guint *fixed_loads = g_new0 (guint, problem->n_experts + 1);
  double total = 0;

  glp_add_vertices (graph, (int) sink);
  for (guint v = 1; v <= sink; v++)
    memset (graph->v[v]->data, 0, sizeof (Vertex));
  for (guint a = 0; a < n; a++)
    add_application (graph, problem, a, fixed_loads, &total);
  for (guint e = 0; e < problem->n_experts; e++)
    for (guint load = 0; load < MAX (problem->experts[e].most, fixed_loads[e]); load++)
      add_arc (graph, n + e + 1, sink, 0, 1, (double) problem->load_cost * load);
  ((Vertex *) graph->v[sink]->data)->supply = -total;
}

static void
read_missing (glp_graph       *graph,
              guint            sink,
              BaryOkalgAnswer *answer)
{
  for (glp_arc *arc = graph->v[sink]->in; arc != NULL; arc = arc->h_next)
    {
      const Arc *data = arc->data;

      if (data->cost == MISSING_COST)
        answer->missing += (guint) (data->flow + 0.5);
    }
  answer->cost -= answer->missing * MISSING_COST;
}

gboolean
bary_okalg_solve (const BaryAssignmentProblem *problem,
                  BaryOkalgAnswer             *answer,
                  double                      *seconds)
{
  glp_graph *graph = glp_create_graph (sizeof (Vertex), sizeof (Arc));
  clock_t start;
  int status;

  *answer = (BaryOkalgAnswer) { 0 };
  glp_term_out (GLP_OFF);
  fill_graph (graph, problem);
  start = clock ();
  status = glp_mincost_okalg (graph, G_STRUCT_OFFSET (Vertex, supply), G_STRUCT_OFFSET (Arc, low), G_STRUCT_OFFSET (Arc, capacity),
                              G_STRUCT_OFFSET (Arc, cost), &answer->cost, G_STRUCT_OFFSET (Arc, flow), -1);
  if (seconds != NULL)
    *seconds = (double) (clock () - start) / CLOCKS_PER_SEC;
  read_missing (graph, problem->n_applications + problem->n_experts + 1, answer);
  glp_delete_graph (graph);
  glp_free_env ();
  return status == 0;
}
