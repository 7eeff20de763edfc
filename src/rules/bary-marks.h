#pragma once

#include "bary-measure.h"

G_BEGIN_DECLS

/* A table of marks: who marked what, with holes where nobody did. */

typedef struct {
  guint  application;
  guint  expert;
  double value;
} BaryMark;

typedef struct {
  guint     n_applications;
  guint     n_experts;
  guint     n_marks;
  BaryMark *marks;  /* by application, then by expert */
  guint    *starts; /* of each application in `marks`; one more at the end */
  guint     n_marked_applications; /* that have at least one mark */
  guint     n_marking_experts;     /* that gave at least one */
} BaryMarks;

/* @marks: in any order; finite, at most one of each expert for each application. O(marks · log marks). */
BaryMarks *bary_marks_new         (guint            n_applications,
                                   guint            n_experts,
                                   const BaryMark  *marks,
                                   guint            n_marks);
void       bary_marks_free        (BaryMarks       *self);

/* Returns: (transfer full): the same marks with applications and experts in one another's places. */
BaryMarks *bary_marks_transpose   (const BaryMarks *self);

/* Whether everybody who marked at all marked every application that has marks. */
gboolean   bary_marks_is_complete (const BaryMarks *self);

/* What keeps any measure from comparing experts and applications: no marks, too few of either. */
BaryMeasureFault bary_marks_find_fault (const BaryMarks *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryMarks, bary_marks_free)

G_END_DECLS
