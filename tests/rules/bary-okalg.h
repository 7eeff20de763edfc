#pragma once

#include "bary-assignment.h"

G_BEGIN_DECLS

/* The same problem solved by the out-of-kilter algorithm of GLPK, where what cannot be had costs 1,000,000 a unit. */
typedef struct {
  double cost;    /* of the pairs there are */
  guint  missing;
} BaryOkalgAnswer;

/* Returns: FALSE if GLPK gave none.
 * @seconds: (out) (optional): of the processor, that the solver alone took */
gboolean bary_okalg_solve (const BaryAssignmentProblem *problem,
                           BaryOkalgAnswer             *answer,
                           double                      *seconds);

G_END_DECLS
