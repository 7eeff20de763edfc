#pragma once

#include "bary-history.h"

G_BEGIN_DECLS

/* One action being written: a transaction, its place in the log, the entries of the search.
 * Commits, undo and imports all write through it, and nothing else writes records. */
typedef struct _BaryWriter BaryWriter;

/* Takes over a transaction that the caller has begun, otherwise begins one.
 * @bulk: the words of what is new are put into the search index at the end: for many new records.
 * Returns: (transfer full) (nullable) */
BaryWriter *bary_writer_begin     (BaryDatabase    *database,
                                   BaryActionType   type,
                                   gint64           target,
                                   const char      *name,
                                   const char      *subject,
                                   const char      *author,
                                   gboolean         bulk,
                                   GError         **error);

/* For what was done before and is done again: type, names, author and time are those of @past.
 * Returns: (transfer full) (nullable) */
BaryWriter *bary_writer_begin_past (BaryDatabase     *database,
                                    const BaryAction *past,
                                    GError          **error);

/* Returns: the id that the action has or will have in the log. */
gint64      bary_writer_peek_action (BaryWriter    *self);
/* The action is kept in the log even if it changes no record: it has left something beside the log. */
void        bary_writer_keep      (BaryWriter      *self);

/* Records are validated here. */
gboolean    bary_writer_add       (BaryWriter      *self,
                                   BaryRecord      *record,
                                   GError         **error);
/* Nothing is written where nothing differs. */
gboolean    bary_writer_update    (BaryWriter      *self,
                                   BaryRecord      *before,
                                   BaryRecord      *after,
                                   GError         **error);
gboolean    bary_writer_remove    (BaryWriter      *self,
                                   BaryRecord      *record,
                                   GError         **error);

/* Lets go of the last refusal where a frozen contest was the reason: the action goes on without that record.
 * Returns: whether it was the reason. */
gboolean    bary_writer_pass_over (BaryWriter      *self);

/* Whether all references lead somewhere, before committing; a refusal as that of bary_writer_commit. */
gboolean    bary_writer_check     (BaryWriter      *self,
                                   GError         **error);
/* Returns: (nullable): the id of the record whose reference was refused. */
const char *bary_writer_get_fault (BaryWriter      *self);

/* All or nothing; an action that changed nothing leaves no trace. A reference that leads nowhere is
 * refused with the record and the field. */
gboolean    bary_writer_commit    (BaryWriter      *self,
                                   GError         **error);

/* Returns: the id of the action in the log; 0 while it is not committed. */
gint64      bary_writer_get_action  (BaryWriter    *self);
/* What was written, in its order. Returns: (transfer none) (nullable) (element-type BaryTrace): NULL after a bulk. */
GPtrArray  *bary_writer_get_touches (BaryWriter    *self);
/* Returns: (transfer none) (nullable): the record of a touch as it was written; NULL if it was removed. */
BaryRecord *bary_writer_get_written (BaryWriter    *self,
                                     guint          touch);

/* What was not committed is rolled back. */
void        bary_writer_free      (BaryWriter      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryWriter, bary_writer_free)

G_END_DECLS
