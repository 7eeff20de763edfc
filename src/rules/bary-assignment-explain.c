#include "bary-assignment-private.h"

#include "bary-joining.h"

/* The minimal cut: from the applications that go short, everything that could make place for them if only there were
 * more room behind it. */
typedef struct {
  const BaryAssignmentProblem *problem;
  const BaryAssignment        *result;
  guint                       *starts;   /* of each application, in the pairs; one more at the end */
  GArray                     **holders;  /* of each expert: of guint: applications that it has and could give up */
  guint8                      *reached;  /* applications */
  guint8                      *full;     /* experts that would be needed once more */
  guint8                      *held;     /* experts of the application at hand */
  GArray                      *queue;    /* of guint: applications */
  guint                       *joining;  /* experts, joined where an application may have either */
} Cut;

static gboolean
is_fixed (const Cut *cut,
          guint      application,
          guint      expert)
{
  return cut->problem->cells != NULL
         && cut->problem->cells[(gsize) application * cut->problem->n_experts + expert] == BARY_CELL_FIXED;
}

static void
cut_init (Cut                         *cut,
          const BaryAssignment        *result,
          const BaryAssignmentProblem *problem)
{
  *cut = (Cut) { problem, result };
  cut->starts = g_new0 (guint, problem->n_applications + 1);
  cut->holders = g_new (GArray *, problem->n_experts + 1);
  cut->reached = g_new0 (guint8, problem->n_applications + 1);
  cut->full = g_new0 (guint8, problem->n_experts + 1);
  cut->held = g_new0 (guint8, problem->n_experts + 1);
  cut->queue = g_array_new (FALSE, FALSE, sizeof (guint));
  cut->joining = bary_joining_new (problem->n_experts);
  for (guint e = 0; e < problem->n_experts; e++)
    cut->holders[e] = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < result->pairs->len; i++)
    {
      const BaryAssignmentPair *pair = &g_array_index (result->pairs, BaryAssignmentPair, i);

      cut->starts[pair->application + 1]++;
      if (!is_fixed (cut, pair->application, pair->expert))
        g_array_append_val (cut->holders[pair->expert], pair->application);
    }
  for (guint a = 0; a < problem->n_applications; a++)
    cut->starts[a + 1] += cut->starts[a];
}

static void
cut_clear (Cut *cut)
{
  for (guint e = 0; e < cut->problem->n_experts; e++)
    g_array_unref (cut->holders[e]);
  g_array_unref (cut->queue);
  g_free (cut->starts);
  g_free (cut->holders);
  g_free (cut->reached);
  g_free (cut->full);
  g_free (cut->held);
  g_free (cut->joining);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cut, cut_clear)

static void
reach (Cut   *cut,
       guint  application)
{
  if (cut->reached[application])
    return;

  cut->reached[application] = 1;
  g_array_append_val (cut->queue, application);
}

static void
set_held (Cut    *cut,
          guint   application,
          guint8  held)
{
  for (guint i = cut->starts[application]; i < cut->starts[application + 1]; i++)
    cut->held[g_array_index (cut->result->pairs, BaryAssignmentPair, i).expert] = held;
}

/* To the experts that the application does not have, and to all who have those. */
static void
spread (Cut   *cut,
        guint  application)
{
  guint first = G_MAXUINT;

  set_held (cut, application, 1);
  for (guint e = 0; e < cut->problem->n_experts; e++)
    {
      if (!bary_assignment_allows (cut->problem, application, e))
        continue;
      first = MIN (first, e);
      bary_joining_join (cut->joining, e, first);
      if (cut->held[e] || cut->full[e])
        continue;
      cut->full[e] = 1;
      for (guint i = 0; i < cut->holders[e]->len; i++)
        reach (cut, g_array_index (cut->holders[e], guint, i));
    }
  set_held (cut, application, 0);
}

static BaryAssignmentGap *
make_gap (void)
{
  BaryAssignmentGap *gap = g_new0 (BaryAssignmentGap, 1);

  gap->applications = g_array_new (FALSE, FALSE, sizeof (guint));
  gap->experts = g_array_new (FALSE, FALSE, sizeof (guint));
  gap->full = g_array_new (FALSE, FALSE, sizeof (guint));
  return gap;
}

/* Returns: the component of the application, by an expert of it; n_experts if nobody is allowed */
static guint
find_component (Cut   *cut,
                guint  application)
{
  for (guint e = 0; e < cut->problem->n_experts; e++)
    if (bary_assignment_allows (cut->problem, application, e))
      return bary_joining_find (cut->joining, e);
  return cut->problem->n_experts;
}

static void
add_experts (Cut               *cut,
             BaryAssignmentGap *gap,
             guint              component)
{
  for (guint e = 0; e < cut->problem->n_experts; e++)
    {
      gboolean allowed = FALSE;

      for (guint i = 0; i < gap->applications->len && !allowed && bary_joining_find (cut->joining, e) == component; i++)
        allowed = bary_assignment_allows (cut->problem, g_array_index (gap->applications, guint, i), e);
      if (allowed)
        g_array_append_val (gap->experts, e);
      if (allowed && cut->full[e])
        g_array_append_val (gap->full, e);
    }
}

/* One gap for each component of what was reached. */
static void
gather_gaps (Cut       *cut,
             GPtrArray *gaps)
{
  g_autofree BaryAssignmentGap **found = g_new0 (BaryAssignmentGap *, cut->problem->n_experts + 1);

  for (guint a = 0; a < cut->problem->n_applications; a++)
    {
      guint component = cut->reached[a] ? find_component (cut, a) : 0;

      if (!cut->reached[a])
        continue;
      if (found[component] == NULL)
        {
          found[component] = make_gap ();
          g_ptr_array_add (gaps, found[component]);
        }
      g_array_append_val (found[component]->applications, a);
      found[component]->needed += cut->problem->applications[a].need;
      found[component]->possible += cut->problem->applications[a].need - cut->result->missing[a];
    }
  for (guint component = 0; component < cut->problem->n_experts; component++)
    if (found[component] != NULL)
      add_experts (cut, found[component], component);
}

void
bary_assignment_explain (BaryAssignment              *self,
                         const BaryAssignmentProblem *problem)
{
  g_auto (Cut) cut = { NULL };

  cut_init (&cut, self, problem);
  for (guint a = 0; a < problem->n_applications; a++)
    if (self->missing[a] > 0)
      reach (&cut, a);
  for (guint i = 0; i < cut.queue->len; i++)
    spread (&cut, g_array_index (cut.queue, guint, i));
  gather_gaps (&cut, self->gaps);
}
