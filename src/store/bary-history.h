#pragma once

#include "bary-changes.h"
#include "bary-clock.h"
#include "bary-database.h"

G_BEGIN_DECLS

/* The log of actions and of what they changed: the only source of undo (bary-history-undo.h), redo and history.
 * Writing happens inside the caller's transaction. */

typedef struct _BaryChain BaryChain; /* bary-chain.h */

typedef enum {
  BARY_ACTION_EDIT,
  BARY_ACTION_IMPORT,
  BARY_ACTION_UNDO,
  BARY_ACTION_REDO,
} BaryActionType;

typedef struct {
  gint64          id;
  BaryStamp       stamp;
  BaryActionType  type;
  gint64          target;   /* of undo and redo: the action concerned; otherwise 0 */
  char           *name;     /* untranslated pattern: "Move %s" */
  char           *subject;  /* what fills the pattern; may be NULL */
  char           *author;
} BaryAction;

void       bary_action_free         (BaryAction *action);

/* Out of the word that the log has for it. */
BaryActionType bary_action_type_read (const char *word);

/* Returns: (transfer full): "Move № 352", translated; an undo says what it takes back. */
char      *bary_action_to_words     (const BaryAction *action);

/* What one action did to one field of one record. */
typedef struct {
  BaryAction          *action;    /* (owned) */
  BaryKind             kind;
  char                *id;
  BaryChangeOperation  operation;
  const BaryField     *field;     /* NULL when the record was added without values or is gone */
  char                *was;
  char                *became;
} BaryTrace;

void       bary_trace_free          (BaryTrace *trace);

/* Starts an action. @ms: when it is done; @action: (out caller-allocates): names are borrowed from the caller; @before: (out)
 * (transfer full) (nullable): the link of the last action, if there is one */
gboolean   bary_history_begin       (BaryDatabase    *database,
                                     BaryActionType   type,
                                     gint64           target,
                                     const char      *name,
                                     const char      *subject,
                                     const char      *author,
                                     gint64           ms,
                                     BaryAction      *action,
                                     char           **before,
                                     GError         **error);

/* One record's change: @was NULL for a new record, @became NULL for a removed one; otherwise the
 * fields that differ are written. */
gboolean   bary_history_write       (BaryDatabase    *database,
                                     BaryChain       *chain,
                                     gint64           action,
                                     gint64           ordinal,
                                     BaryRecord      *was,
                                     BaryRecord      *became,
                                     GError         **error);

/* The actions newest first, at most `limit` (0: all); those that touched one record if `id` is given.
 * Returns: (transfer full) (element-type BaryAction) (nullable) */
GPtrArray *bary_history_list        (BaryDatabase    *database,
                                     const char      *id,
                                     guint            limit,
                                     GError         **error);

/* Field by field, newest first. Returns: (transfer full) (element-type BaryTrace) (nullable) */
GPtrArray *bary_history_trace       (BaryDatabase    *database,
                                     BaryKind         kind,
                                     const char      *id,
                                     GError         **error);

/* Which records were touched after an action, up to and including the last: changes without values.
 * @touches: (out) (transfer full) (element-type BaryTrace): the caller reads kind, id and operation; NULL if there are more
 * than `most`. Returns: FALSE on an error. */
gboolean   bary_history_since       (BaryDatabase    *database,
                                     gint64           action,
                                     gint64           last,
                                     guint            most,
                                     GPtrArray      **touches,
                                     GError         **error);
gboolean   bary_history_get_last    (BaryDatabase    *database,
                                     gint64          *action,
                                     BaryStamp       *stamp,
                                     GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryAction, bary_action_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryTrace, bary_trace_free)

G_END_DECLS
