#pragma once

#include "bary-attention.h"
#include "bary-disputes.h"
#include "bary-session.h"

G_BEGIN_DECLS

/* What waits for a person: disputes to be decided on, and records to be looked at. Read by a connection of its own,
 * away from the window, again whenever something was committed.
 *
 * Signal "changed": it was read anew. */
#define BARY_TYPE_OPEN_MATTERS (bary_open_matters_get_type ())
G_DECLARE_FINAL_TYPE (BaryOpenMatters, bary_open_matters, BARY, OPEN_MATTERS, GObject)

BaryOpenMatters *bary_open_matters_new           (BarySession     *session);

/* Returns: (transfer none) (element-type BaryDispute): until "changed". */
GPtrArray       *bary_open_matters_get_disputes  (BaryOpenMatters *self);
/* Returns: (transfer none) (element-type BaryAttention): until "changed". */
GPtrArray       *bary_open_matters_get_attention (BaryOpenMatters *self);

/* Decides on some of the disputes, as one action; the window offers to undo it, and "changed" follows, also when it
 * failed. @chosen: (transfer full): a candidate for each dispute, G_MAXUINT for those that stay open */
void             bary_open_matters_decide        (BaryOpenMatters *self,
                                                  guint           *chosen);
gboolean         bary_open_matters_is_deciding   (BaryOpenMatters *self);

G_END_DECLS
