#pragma once

#include "bary-panel.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A criterion of a score sheet: its marks, each with what it means, and a comment. A digit chooses the mark of that value; a
 * scale without levels has a field to type in.
 *
 * Signals: "marked" (const char *mark): a mark was chosen, NULL: taken away; "commented" (const char *comment): the comment
 * has rested a moment, NULL: it is empty. */
#define BARY_TYPE_SCORING_CRITERION (bary_scoring_criterion_get_type ())
G_DECLARE_FINAL_TYPE (BaryScoringCriterion, bary_scoring_criterion, BARY, SCORING_CRITERION, GtkBox)

GtkWidget *bary_scoring_criterion_new   (const BaryPanel      *panel,
                                         guint                 criterion);
guint      bary_scoring_criterion_get_number (BaryScoringCriterion *self);
/* What the sheet has; says nothing. @mark, @remark: (nullable): nothing yet */
void       bary_scoring_criterion_show  (BaryScoringCriterion *self,
                                         const BaryScoreMark  *mark,
                                         const char           *comment,
                                         gboolean              editable);
/* What was typed and has not rested yet is said now. */
void       bary_scoring_criterion_flush (BaryScoringCriterion *self);

G_END_DECLS
