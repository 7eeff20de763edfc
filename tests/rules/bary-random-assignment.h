#pragma once

#include "bary-assignment.h"

G_BEGIN_DECLS

/* A problem that owns what it consists of. */
typedef struct {
  BaryAssignmentProblem      problem;
  BaryAssignmentApplication *applications;
  BaryAssignmentExpert      *experts;
  gint16                    *affinity;
  guint8                    *cells;
  GStringChunk              *names;
} BaryRandomAssignment;

/* Affinities from 0 to 3, most of them 0 or 1; one pair in `ban` is forbidden, one in eight experts is of an applicant's
 * organisation. `room` is how many times over the loads suffice.
 * Returns: (transfer full): the same for the same seed */
BaryRandomAssignment *bary_random_assignment_new  (guint                 n_applications,
                                                   guint                 n_experts,
                                                   guint                 need,
                                                   double                room,
                                                   guint                 ban,
                                                   guint64               seed);
/* A small one with costs of any kind, by the test program's own seed.
 * @fixed: with some cells fixed */
BaryRandomAssignment *bary_random_assignment_draw (guint                 round,
                                                   gboolean              fixed);
void                  bary_random_assignment_free (BaryRandomAssignment *self);

/* Returns: (transfer full): "A1-E2 A1-E3 …", whatever the order of rows and columns. */
char                 *bary_random_assignment_to_text (const BaryAssignmentProblem *problem,
                                                      const BaryAssignment        *assignment);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryRandomAssignment, bary_random_assignment_free)

G_END_DECLS
