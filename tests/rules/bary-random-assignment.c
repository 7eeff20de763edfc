#include "bary-random-assignment.h"

#include "bary-turns.h"

#include <string.h>

static guint
draw (guint64 *state,
      guint    n)
{
  return bary_turns_draw (state) % n;
}

static char *
make_name (BaryRandomAssignment *self,
           const char           *kind,
           guint                 number)
{
  g_autofree char *name = g_strdup_printf ("%s%u", kind, number);

  return g_string_chunk_insert (self->names, name);
}

static void
fill_people (BaryRandomAssignment *self,
             guint                 need,
             double                room,
             guint64              *state)
{
  BaryAssignmentProblem *problem = &self->problem;
  guint load = (guint) (room * need * problem->n_applications / problem->n_experts) + 1;

  for (guint a = 0; a < problem->n_applications; a++)
    self->applications[a] = (BaryAssignmentApplication) { make_name (self, "A", a + 1), make_name (self, "s", a), need };
  for (guint e = 0; e < problem->n_experts; e++)
    self->experts[e] = (BaryAssignmentExpert) {
      make_name (self, "E", e + 1), make_name (self, "s", draw (state, 8 * problem->n_applications)), load
    };
}

BaryRandomAssignment *
bary_random_assignment_new (guint   n_applications,
                            guint   n_experts,
                            guint   need,
                            double  room,
                            guint   ban,
                            guint64 seed)
{
  static const gint16 affinities[] = { 0, 0, 0, 1, 1, 2, 2, 3 };
  BaryRandomAssignment *self = g_new0 (BaryRandomAssignment, 1);
  gsize n = (gsize) n_applications * n_experts;

  self->applications = g_new (BaryAssignmentApplication, n_applications);
  self->experts = g_new (BaryAssignmentExpert, n_experts);
  self->affinity = g_new (gint16, n);
  self->cells = g_new (guint8, n);
  self->names = g_string_chunk_new (4096);
  self->problem = (BaryAssignmentProblem) {
    self->applications, n_applications, self->experts, n_experts, self->affinity, self->cells, 100, 20, 3, 1
  };
  fill_people (self, need, room, &seed);
  for (gsize i = 0; i < n; i++)
    {
      self->affinity[i] = affinities[draw (&seed, G_N_ELEMENTS (affinities))];
      self->cells[i] = draw (&seed, ban) == 0 ? BARY_CELL_FORBIDDEN : BARY_CELL_FREE;
    }
  return self;
}

BaryRandomAssignment *
bary_random_assignment_draw (guint    round,
                             gboolean fixed)
{
  guint n = (guint) g_test_rand_int_range (1, 14), m = (guint) g_test_rand_int_range (1, 9);
  BaryRandomAssignment *random = bary_random_assignment_new (n, m, (guint) g_test_rand_int_range (1, 4), g_test_rand_double_range (0.5, 2),
                                                             (guint) g_test_rand_int_range (2, 9), round);

  random->problem.load_cost = g_test_rand_int_range (0, 120);
  random->problem.pair_cost = g_test_rand_int_range (0, 40);
  random->problem.best_affinity = g_test_rand_int_range (0, 5);
  for (gsize i = 0; fixed && i < (gsize) n * m; i++)
    if (bary_assignment_allows (&random->problem, i / m, i % m) && g_test_rand_int_range (0, 12) == 0)
      random->cells[i] = BARY_CELL_FIXED;
  return random;
}

void
bary_random_assignment_free (BaryRandomAssignment *self)
{
  g_free (self->applications);
  g_free (self->experts);
  g_free (self->affinity);
  g_free (self->cells);
  g_string_chunk_free (self->names);
  g_free (self);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

char *
bary_random_assignment_to_text (const BaryAssignmentProblem *problem,
                                const BaryAssignment        *assignment)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < assignment->pairs->len; i++)
    {
      const BaryAssignmentPair *pair = &g_array_index (assignment->pairs, BaryAssignmentPair, i);

      g_ptr_array_add (pairs, g_strdup_printf ("%s-%s", problem->applications[pair->application].id,
                                               problem->experts[pair->expert].id));
    }
  g_ptr_array_sort (pairs, compare_texts);
  g_ptr_array_add (pairs, NULL);
  return g_strjoinv (" ", (char **) pairs->pdata);
}
