#pragma once

#include "bary-database.h"
#include "bary-record.h"

G_BEGIN_DECLS

/* The rules between records that hold in every committed state: each is one query for what breaks it.
 * The writer asks them of what an action touched, before it commits; the check of the file asks them of
 * everything. */

/* What an action touched, as far as the rules care: a cluster, a scheme, or all of a kind when they are many. */
typedef struct _BaryScope BaryScope;

BaryScope *bary_scope_new   (void);
void       bary_scope_free  (BaryScope  *self);
/* @was: (nullable); @became: (nullable) */
void       bary_scope_touch (BaryScope  *self,
                             BaryRecord *was,
                             BaryRecord *became);

/* @fault: (out) (optional) (transfer full): the id of the record at fault
 * Returns: FALSE with BARY_STORE_ERROR_REFUSED, which names the records and the remedy. */
gboolean   bary_invariants_hold (BaryDatabase    *database,
                                 const BaryScope *scope,
                                 char           **fault,
                                 GError         **error);

typedef void (*BaryInvariantFunc) (const char *message,
                                   const char *id,
                                   gpointer    user_data);

/* Calls `broken` with a sentence for each breach in the whole database. Returns: FALSE on an error. */
gboolean   bary_invariants_foreach (BaryDatabase       *database,
                                    BaryInvariantFunc   broken,
                                    gpointer            user_data,
                                    GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryScope, bary_scope_free)

G_END_DECLS
