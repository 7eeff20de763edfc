#pragma once

#include "bary-assignment.h"

G_BEGIN_DECLS

/* A problem of assignment in a JSON file:
 *
 *   {"applications":[{"id","organisation","need"}],"experts":[{"id","organisation","max"}],"affinity":[[…]],
 *    "forbidden":[["a","e"]],"fixed":[["a","e"]],"load_cost":100,"pair_cost":20,"best_affinity":3}
 *
 * Ids are texts or whole numbers. What may be left out: organisations; "need", which is 1; "max", which is no limit;
 * "affinity", all being the best; "forbidden"; "fixed"; the costs, which are as above. */
typedef struct {
  BaryAssignmentProblem  problem;
  GArray                *applications;         /* of BaryAssignmentApplication */
  GArray                *experts;              /* of BaryAssignmentExpert */
  GArray                *numeric_applications; /* of gboolean: whether the id is a number */
  GArray                *numeric_experts;
  gint16                *affinity;
  guint8                *cells;
  GStringChunk          *strings;
} BaryAssignmentFile;

/* Returns: (transfer full) (nullable): a sound problem; NULL with an error that names file, line and remedy. */
BaryAssignmentFile *bary_assignment_file_read (const char          *path,
                                               GError             **error);
void                bary_assignment_file_free (BaryAssignmentFile  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryAssignmentFile, bary_assignment_file_free)

G_END_DECLS
