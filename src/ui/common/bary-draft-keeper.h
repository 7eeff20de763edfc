#pragma once

#include "bary-session.h"

G_BEGIN_DECLS

/* Keeps in the file what is being written, at each pause of writing, until it is saved: nothing is lost when the window is closed
 * or the program ends. Nothing is kept where the file can only be read. */
typedef struct _BaryDraftKeeper BaryDraftKeeper;

/* Returns: (transfer full) (nullable) (element-type utf8 utf8): what is written now; NULL or none: nothing to keep */
typedef GHashTable *(*BaryDraftGather) (gpointer user_data);

/* @subject: as of bary_draft_read */
BaryDraftKeeper *bary_draft_keeper_new    (BarySession     *session,
                                           const char      *subject,
                                           BaryDraftGather  gather,
                                           gpointer         user_data);
/* What was written since the last pause is not kept. */
void             bary_draft_keeper_free   (BaryDraftKeeper *self);

/* Returns: (transfer full) (nullable): what was kept and not saved */
GHashTable      *bary_draft_keeper_recall (BaryDraftKeeper *self);

/* Something was written. */
void             bary_draft_keeper_wrote  (BaryDraftKeeper *self);
/* Keeps what was written since the last pause. */
void             bary_draft_keeper_flush  (BaryDraftKeeper *self);
/* It is saved, or begun anew. */
void             bary_draft_keeper_drop   (BaryDraftKeeper *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryDraftKeeper, bary_draft_keeper_free)

G_END_DECLS
