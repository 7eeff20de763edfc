#pragma once

#include "bary-panel.h"
#include "bary-session.h"

G_BEGIN_DECLS

/* What an expert does to a score sheet, each as one action that can be undone. The panel is what was read last; after each
 * of these it is to be read again. What is written while one types is not announced by a toast. */

typedef struct {
  BarySession     *session;
  const BaryPanel *panel;
  guint            application;
  guint            expert;
} BaryScoringPlace;

/* @mark: (nullable): a decimal; NULL takes it away. A first mark makes the sheet. Returns: whether it was written */
gboolean bary_scoring_set_mark    (const BaryScoringPlace *place,
                                   guint                   criterion,
                                   const char             *mark);
/* @comment: (nullable) */
gboolean bary_scoring_set_comment (const BaryScoringPlace *place,
                                   guint                   criterion,
                                   const char             *comment);

/* Why the sheet cannot be handed in yet, in words. Returns: (transfer full) (nullable): NULL if it can */
char    *bary_scoring_find_fault  (const BaryScoringPlace *place);
gboolean bary_scoring_hand_in     (const BaryScoringPlace *place);
/* A new revision with the marks of the one handed in, which stays as it is. */
gboolean bary_scoring_revise      (const BaryScoringPlace *place,
                                   const char             *reason);
/* The assignment goes, and the sheet is void: nobody who declared a conflict scores on. */
gboolean bary_scoring_declare     (const BaryScoringPlace *place,
                                   const char             *reason);

G_END_DECLS
