#pragma once

#include "bary-panel.h"

G_BEGIN_DECLS

/* The public presentation of a contest. Its commission are the experts who have not left; whoever has a conflict with a
 * speaker leaves the room and does not vote. */

/* The order in which the fewest leave. @leavings: (out) (optional): how many times somebody does
 * Returns: (transfer full) (element-type guint): the admitted applications */
GArray *bary_panel_order_speakers  (const BaryPanel       *self,
                                    guint                 *leavings);
/* How many times somebody leaves in the order that was written down. */
guint   bary_panel_count_leavings  (const BaryPanel       *self);

guint   bary_panel_count_members   (const BaryPanel       *self);
/* Returns: (transfer full) (nullable): the names of those who leave for a speaker; @n: (out) (optional): how many */
char   *bary_panel_absent_to_words (const BaryPanel       *self,
                                    guint                  application,
                                    guint                 *n);

/* Returns: (transfer full) (nullable): the vote, and what is wrong with it; NULL where there was none */
char   *bary_panel_vote_to_words   (const BaryPanel       *self,
                                    const BaryPanelSpeech *speech);
/* Whether there was a vote with nothing wrong. */
gboolean bary_panel_vote_stands    (const BaryPanel       *self,
                                    const BaryPanelSpeech *speech);
/* What a vote that stands gives by a criterion: of the way from the least mark to the most the share that voted for.
 * Returns: FALSE where numbers get too long */
gboolean bary_panel_vote_to_mark   (const BaryPanel       *self,
                                    const BaryPanelSpeech *speech,
                                    guint                  criterion,
                                    BaryFraction          *mark);
/* Whether an application whose vote counts has a place and waits for it, while others were voted on. */
gboolean bary_panel_lacks_vote     (const BaryPanel       *self,
                                    guint                  application);

G_END_DECLS
