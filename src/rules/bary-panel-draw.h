#pragma once

#include "bary-assignment.h"
#include "bary-panel.h"

G_BEGIN_DECLS

/* The draw of a contest: which expert gets which application. */

/* A conflict of interest and what is forbidden by hand is forbidden; what is set by hand, sent out or begun is fixed,
 * as far as no conflict stands against it. Who has left gets nothing new, and what was not begun goes to others. An
 * application whose sheets are too far apart needs one expert more. */
typedef struct {
  BaryAssignmentProblem problem;
  BaryAssignmentProblem named;    /* the same with names for people instead of ids: for words */
  const BaryPanel      *panel;
  GStringChunk         *texts;
  GArray               *numbers; /* of guint: the panel's application of each of the problem's; experts are the same */
  gboolean              adds;    /* it only adds to what is assigned, also to what waits for who has left */
} BaryPanelDraw;

/* @need: experts for an application; @panel: must live as long. Returns: (transfer full) */
BaryPanelDraw *bary_panel_draw_new  (const BaryPanel *panel,
                                     guint            need,
                                     guint64          seed);
/* Whether an application lacks a further expert, and none is on the way. */
gboolean       bary_panel_lacks_third    (const BaryPanel *panel);
/* Where all that is assigned stays, and only who lacks a further expert gets one. @panel: must live as long
 * Returns: (transfer full) */
BaryPanelDraw *bary_panel_draw_new_third (const BaryPanel *panel);
void           bary_panel_draw_free (BaryPanelDraw   *self);

/* How well an expert's competence fits an application: how many of its words the topic has, up to 3. Pure. */
guint          bary_panel_find_affinity (const char *competence,
                                         const char *topic);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryPanelDraw, bary_panel_draw_free)

G_END_DECLS
