#pragma once

#include "bary-pen.h"
#include "bary-scene-walk.h"

G_BEGIN_DECLS

typedef struct {
  BaryPart part;
  guint    index;
  BaryBox  box;
} BaryTestTitle;

/* A pen that keeps what it is told. */
typedef struct {
  BaryPen   parent;
  BaryPart  part;
  guint     index;
  GArray   *texts;  /* of BaryBox, one per line */
  GArray   *titles; /* of BaryTestTitle, the same for those of clusters and districts */
  GArray   *nodes;  /* of guint */
  GArray   *cards;  /* of BaryBox, of the nodes */
  GArray   *labels; /* of guint */
  GArray   *grounds; /* of BaryBox, of the labels */
  guint     n_lines, n_ties;
} BaryTestNotes;

/* Walks the scene. */
void     bary_test_notes_take  (BaryTestNotes    *notes,
                                BaryScene        *scene,
                                const BaryCamera *camera,
                                const BaryFrame  *frame);
void     bary_test_notes_clear (BaryTestNotes    *notes);
/* Whether a number is among those of an array of guint. */
gboolean bary_test_notes_has   (const GArray     *numbers,
                                guint             number);

G_END_DECLS
