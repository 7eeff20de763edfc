#pragma once

#include "bary-assignment.h"

G_BEGIN_DECLS

/* @self: with pairs and what is missing. Fills in the gaps. */
void bary_assignment_explain (BaryAssignment              *self,
                              const BaryAssignmentProblem *problem);

G_END_DECLS
