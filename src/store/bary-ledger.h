#pragma once

#include "bary-edit-merge.h"
#include "bary-history.h"
#include "bary-record.h"

G_BEGIN_DECLS

/* All edits that are known here, wherever they were made. Those of this replica are the changes of its log, read from
 * there; those of others, and decisions that leave a value as it stands, are kept beside it. What was undone before
 * anything was sent is forgotten: neither undone edits nor those of an import that was taken back count, as if they
 * had never been. What was sent cannot be forgotten; taking it back is a change like any other. */
typedef struct _BaryLedger BaryLedger;

/* As the database is now: who knew what is read here. Returns: (transfer full) (nullable) */
BaryLedger          *bary_ledger_open          (BaryDatabase    *database,
                                                GError         **error);
void                 bary_ledger_free          (BaryLedger      *self);
BaryDatabase        *bary_ledger_get_database  (BaryLedger      *self);
const char          *bary_ledger_get_own       (BaryLedger      *self);
const BaryKnowledge *bary_ledger_get_knowledge (BaryLedger      *self);

/* Returns: (transfer full) (element-type BaryEdit) (nullable): of one record, in no order; valid by itself. */
GPtrArray           *bary_ledger_get_edits     (BaryLedger      *self,
                                                BaryKind         kind,
                                                const char      *id,
                                                GError         **error);

/* Up to which stamp the edits of a replica are known here; 0: none are. */
BaryStamp            bary_ledger_get_known     (BaryLedger      *self,
                                                const char      *replica);

/* Reads the fields of a change, as JSON, and which they are. @fields: (nullable) */
gboolean             bary_ledger_fill          (BaryDatabase    *database,
                                                const char      *json,
                                                BaryRecord      *record,
                                                guint64         *fields,
                                                GError         **error);

/* An edit beside the log. @json: an object of fields */
gboolean             bary_ledger_write_edit    (BaryDatabase    *database,
                                                const BaryEdit  *edit,
                                                BaryKind         kind,
                                                const char      *id,
                                                const char      *operation,
                                                const char      *json,
                                                gint64           action,
                                                GError         **error);

/* Inside an undo or redo of an action: what of it counts from now on. @turn: the undo or redo itself */
gboolean             bary_ledger_turn          (BaryDatabase    *database,
                                                BaryActionType   type,
                                                gint64           action,
                                                gint64           turn,
                                                GError         **error);

/* Notes that everything up to now has been sent. */
gboolean             bary_ledger_mark_sent     (BaryDatabase    *database,
                                                GError         **error);

/* The edits say of a record something else than what stands, or may do so. */
gboolean             bary_ledger_mark_unsettled (BaryDatabase   *database,
                                                 BaryKind        kind,
                                                 const char     *id,
                                                 GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryLedger, bary_ledger_free)

G_END_DECLS
