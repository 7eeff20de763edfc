#pragma once

#include "bary-history.h"

G_BEGIN_DECLS

/* Undo and redo out of the log: which action is next, what takes it back, and what that leaves to come again.
 * Writing happens inside the caller's transaction. */

/* What must be done to take an action back, in order. Returns: (transfer full) (nullable) */
BaryChanges *bary_history_invert    (BaryDatabase    *database,
                                     gint64           action,
                                     GError         **error);

/* The action that undo (or redo) would concern. Returns: (transfer full) (nullable): NULL without error if there is none. */
BaryAction *bary_history_peek_undo  (BaryDatabase    *database,
                                     GError         **error);
BaryAction *bary_history_peek_redo  (BaryDatabase    *database,
                                     GError         **error);

/* A new action: what was taken back cannot come again. */
gboolean   bary_history_push        (BaryDatabase    *database,
                                     GError         **error);
/* An action was taken back, or came again. */
gboolean   bary_history_mark        (BaryDatabase    *database,
                                     gint64           action,
                                     gboolean         undone,
                                     GError         **error);

G_END_DECLS
