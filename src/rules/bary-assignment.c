#include "bary-assignment-private.h"

#include "bary-flow-private.h"
#include "bary-joining.h"
#include "bary-turns.h"

static BaryCell
get_cell (const BaryAssignmentProblem *problem,
          guint                        application,
          guint                        expert)
{
  return problem->cells != NULL ? problem->cells[(gsize) application * problem->n_experts + expert] : BARY_CELL_FREE;
}

static gboolean
is_own (const BaryAssignmentProblem *problem,
        guint                        application,
        guint                        expert)
{
  const char *applicant = problem->applications[application].organisation;

  return applicant != NULL && *applicant != '\0' && g_strcmp0 (applicant, problem->experts[expert].organisation) == 0;
}

gboolean
bary_assignment_allows (const BaryAssignmentProblem *problem,
                        guint                        application,
                        guint                        expert)
{
  return get_cell (problem, application, expert) != BARY_CELL_FORBIDDEN && !is_own (problem, application, expert);
}

static gint64
get_cost (const BaryAssignmentProblem *problem,
          guint                        application,
          guint                        expert)
{
  if (problem->affinity == NULL)
    return 0;

  return (gint64) problem->pair_cost
         * (problem->best_affinity - problem->affinity[(gsize) application * problem->n_experts + expert]);
}

/* Checks */

static guint64
count_units (const BaryAssignmentProblem *problem)
{
  guint64 units = 0;

  for (guint a = 0; a < problem->n_applications; a++)
    units += problem->applications[a].need;
  return units;
}

static gboolean
is_too_large (const BaryAssignmentProblem *problem)
{
  return problem->n_applications > BARY_FLOW_LARGEST || problem->n_experts > BARY_FLOW_LARGEST
         || count_units (problem) > BARY_FLOW_LARGEST;
}

/* Even one expert with everything must have a cost that can be written. */
static gboolean
is_too_dear (const BaryAssignmentProblem *problem)
{
  double units = count_units (problem);

  return problem->load_cost < 0 || problem->load_cost > BARY_FLOW_GREATEST_COST || problem->pair_cost < 0
         || problem->load_cost * units * units > G_MAXINT64;
}

static BaryAssignmentFault
check_cell (const BaryAssignmentProblem *problem,
            guint                        application,
            guint                        expert)
{
  gint64 cost = get_cost (problem, application, expert);

  if (ABS (cost) > BARY_FLOW_GREATEST_COST)
    return BARY_ASSIGNMENT_COST_RANGE;
  return get_cell (problem, application, expert) == BARY_CELL_FIXED && is_own (problem, application, expert)
           ? BARY_ASSIGNMENT_CROSSED : BARY_ASSIGNMENT_SOUND;
}

BaryAssignmentFault
bary_assignment_check (const BaryAssignmentProblem *problem,
                       BaryAssignmentPair          *place)
{
  if (is_too_large (problem))
    return BARY_ASSIGNMENT_TOO_LARGE;
  if (is_too_dear (problem))
    return BARY_ASSIGNMENT_COST_RANGE;

  for (guint a = 0; a < problem->n_applications; a++)
    for (guint e = 0; e < problem->n_experts; e++)
      {
        BaryAssignmentFault fault = check_cell (problem, a, e);

        if (fault == BARY_ASSIGNMENT_SOUND)
          continue;
        if (place != NULL)
          *place = (BaryAssignmentPair) { a, e };
        return fault;
      }
  return BARY_ASSIGNMENT_SOUND;
}

/* The draw */

typedef struct {
  guint64     hash;
  const char *id;
  guint       number;
} Lot;

static int
compare_lots (const void *a,
              const void *b)
{
  const Lot *x = a, *y = b;

  if (x->hash != y->hash)
    return x->hash < y->hash ? -1 : 1;
  return g_strcmp0 (x->id, y->id);
}

static guint64
draw_lot (guint64     seed,
          const char *kind,
          const char *id)
{
  g_autofree char *key = g_strconcat (kind, id, NULL);
  guint64 state = bary_turns_seed (key) ^ bary_turns_draw (&seed);

  return bary_turns_draw (&state);
}

/* Returns: (transfer full): numbers in the order that the lots give. */
static guint *
sort_lots (Lot   *lots,
           guint  n)
{
  guint *order = g_new (guint, n + 1);

  qsort (lots, n, sizeof (Lot), compare_lots);
  for (guint i = 0; i < n; i++)
    order[i] = lots[i].number;
  return order;
}

static guint *
draw_applications (const BaryAssignmentProblem *problem)
{
  g_autofree Lot *lots = g_new (Lot, problem->n_applications + 1);

  for (guint a = 0; a < problem->n_applications; a++)
    lots[a] = (Lot) { draw_lot (problem->seed, "application ", problem->applications[a].id), problem->applications[a].id, a };
  return sort_lots (lots, problem->n_applications);
}

static guint *
draw_experts (const BaryAssignmentProblem *problem)
{
  g_autofree Lot *lots = g_new (Lot, problem->n_experts + 1);

  for (guint e = 0; e < problem->n_experts; e++)
    lots[e] = (Lot) { draw_lot (problem->seed, "expert ", problem->experts[e].id), problem->experts[e].id, e };
  return sort_lots (lots, problem->n_experts);
}

/* Solving */

typedef struct {
  const BaryAssignmentProblem *problem;
  BaryAssignment              *result;
  guint                       *applications; /* of each row */
  guint                       *experts;      /* of each column */
  BaryFlow                     flow;
  BaryAssignmentProgress       progress;
  gpointer                     user_data;
} Work;

static void
work_clear (Work *work)
{
  bary_flow_clear (&work->flow);
  g_free (work->applications);
  g_free (work->experts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

static void
add_pair (Work  *work,
          guint  application,
          guint  expert)
{
  BaryAssignmentPair pair = { application, expert };

  g_array_append_val (work->result->pairs, pair);
  work->result->cost += get_cost (work->problem, application, expert);
  work->result->loads[expert]++;
}

/* What is fixed is placed already, and leaves the less to be placed. */
static gint32
fill_cell (Work  *work,
           guint  row,
           guint  column)
{
  guint application = work->applications[row], expert = work->experts[column];

  if (get_cell (work->problem, application, expert) == BARY_CELL_FIXED)
    {
      add_pair (work, application, expert);
      if (work->flow.needs[row] > 0)
        work->flow.needs[row]--;
      return BARY_FLOW_FORBIDDEN;
    }
  return bary_assignment_allows (work->problem, application, expert) ? (gint32) get_cost (work->problem, application, expert)
                                                                     : BARY_FLOW_FORBIDDEN;
}

static void
fill_flow (Work *work)
{
  BaryFlow *flow = &work->flow;

  bary_flow_init (flow, work->problem->n_applications, work->problem->n_experts, work->problem->load_cost);
  for (guint row = 0; row < flow->n_rows; row++)
    {
      flow->needs[row] = work->problem->applications[work->applications[row]].need;
      for (guint column = 0; column < flow->n_columns; column++)
        flow->costs[(gsize) row * flow->n_columns + column] = fill_cell (work, row, column);
    }
  for (guint column = 0; column < flow->n_columns; column++)
    {
      guint expert = work->experts[column], most = work->problem->experts[expert].most;

      flow->loads[column] = work->result->loads[expert];
      flow->room[column] = most > flow->loads[column] ? most - flow->loads[column] : 0;
    }
}

static int
compare_pairs (const void *a,
               const void *b)
{
  const BaryAssignmentPair *x = a, *y = b;

  if (x->application != y->application)
    return x->application < y->application ? -1 : 1;
  return x->expert < y->expert ? -1 : x->expert > y->expert;
}

static void
read_flow (Work *work)
{
  BaryAssignment *result = work->result;
  const BaryFlow *flow = &work->flow;

  for (guint column = 0; column < flow->n_columns; column++)
    {
      guint expert = work->experts[column];

      for (guint i = 0; i < flow->units[column]->len; i++)
        add_pair (work, work->applications[g_array_index (flow->units[column], BaryFlowUnit, i).row], expert);
      result->cost += (gint64) work->problem->load_cost * result->loads[expert] * (result->loads[expert] - (gint64) 1) / 2;
      result->prices[expert] = flow->prices[column];
    }
  for (guint row = 0; row < flow->n_rows; row++)
    {
      result->missing[work->applications[row]] = flow->missing[row];
      result->feasible = result->feasible && flow->missing[row] == 0;
    }
  g_array_sort (result->pairs, compare_pairs);
}

/* Experts are joined by the applications that they share. */
static void
count_parts (BaryAssignment *self,
             guint           n_experts)
{
  g_autofree guint *joining = bary_joining_new (n_experts);

  for (guint i = 1; i < self->pairs->len; i++)
    {
      const BaryAssignmentPair *before = &g_array_index (self->pairs, BaryAssignmentPair, i - 1), *pair = before + 1;

      if (pair->application == before->application)
        bary_joining_join (joining, before->expert, pair->expert);
    }
  for (guint e = 0; e < n_experts; e++)
    self->n_parts += self->loads[e] > 0 && bary_joining_find (joining, e) == e;
}

static gboolean
progress_cb (guint    row,
             gpointer user_data)
{
  Work *work = user_data;

  return work->progress ((double) row / work->flow.n_rows, work->user_data);
}

static void
gap_free (BaryAssignmentGap *gap)
{
  g_array_unref (gap->applications);
  g_array_unref (gap->experts);
  g_array_unref (gap->full);
  g_free (gap);
}

static BaryAssignment *
make_result (const BaryAssignmentProblem *problem)
{
  BaryAssignment *self = g_new0 (BaryAssignment, 1);

  self->feasible = TRUE;
  self->pairs = g_array_new (FALSE, FALSE, sizeof (BaryAssignmentPair));
  self->missing = g_new0 (guint, problem->n_applications + 1);
  self->loads = g_new0 (guint, problem->n_experts + 1);
  self->prices = g_new0 (gint64, problem->n_experts + 1);
  self->gaps = g_ptr_array_new_with_free_func ((GDestroyNotify) gap_free);
  return self;
}

BaryAssignment *
bary_assignment_new (const BaryAssignmentProblem *problem,
                     BaryAssignmentProgress       progress,
                     gpointer                     user_data)
{
  g_autoptr (BaryAssignment) self = make_result (problem);
  g_auto (Work) work = { problem, self, draw_applications (problem), draw_experts (problem), .progress = progress,
                         .user_data = user_data };

  fill_flow (&work);
  if (!bary_flow_solve (&work.flow, progress != NULL ? progress_cb : NULL, &work))
    return NULL;

  read_flow (&work);
  count_parts (self, problem->n_experts);
  if (!self->feasible)
    bary_assignment_explain (self, problem);
  return g_steal_pointer (&self);
}

void
bary_assignment_free (BaryAssignment *self)
{
  g_array_unref (self->pairs);
  g_free (self->missing);
  g_free (self->loads);
  g_free (self->prices);
  g_ptr_array_unref (self->gaps);
  g_free (self);
}
