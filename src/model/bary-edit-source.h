#pragma once

#include "bary-changes.h"
#include "bary-clock.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Edits on their way from one replica to another, with what their makers knew: what a package of changes holds, and
 * what the store merges. */

/* One of the replicas whose edits are known to the sender. */
typedef struct {
  char      *id;
  char      *name;   /* what a person calls it */
  char      *centre; /* (nullable): id of the centre that keeps it */
  BaryStamp  base;   /* the edits up to here are supposed to be known to the receiver; 0: none */
  BaryStamp  holds;  /* the sender knows the edits up to here */
} BaryReplica;

BaryReplica *bary_replica_new  (const char *id,
                                const char *name,
                                const char *centre,
                                BaryStamp   base,
                                BaryStamp   holds);
void         bary_replica_free (BaryReplica *self);

/* An edit of one record. */
typedef struct {
  const char          *replica;
  BaryStamp            stamp;
  guint                ordinal;   /* within the stamp */
  const char          *author;
  BaryChangeOperation  operation; /* what is added says all fields, the empty ones too */
  BaryRecord          *record;    /* kind, id, and the values */
  guint64              fields;    /* of BARY_CHANGE_SET: a bit for each field that is set */
} BarySentEdit;

/* From a stamp on a replica knew the edits of another one up to `known`. */
typedef struct {
  const char *replica;
  BaryStamp   stamp;
  const char *other;
  BaryStamp   known;
} BarySentKnowledge;

/* Both may be called in any order. Returns: FALSE with an error stops the reading. */
typedef struct {
  gboolean (*edit)      (const BarySentEdit       *edit,
                         guint                     line,
                         gpointer                  user_data,
                         GError                  **error);
  gboolean (*knowledge) (const BarySentKnowledge  *knowledge,
                         gpointer                  user_data,
                         GError                  **error);
} BaryEditVisitor;

#define BARY_TYPE_EDIT_SOURCE (bary_edit_source_get_type ())
G_DECLARE_INTERFACE (BaryEditSource, bary_edit_source, BARY, EDIT_SOURCE, GObject)

struct _BaryEditSourceInterface {
  GTypeInterface parent_iface;

  GPtrArray *(*get_replicas) (BaryEditSource         *source);
  gboolean   (*foreach)      (BaryEditSource         *source,
                              const BaryEditVisitor  *visitor,
                              gpointer                user_data,
                              GCancellable           *cancellable,
                              GError                **error);
  /* Optional: see bary_edit_source_get_signer. */
  const char *(*get_signer)  (BaryEditSource         *source);
};

/* Returns: (transfer none) (element-type BaryReplica): the sender's own stands first. */
GPtrArray *bary_edit_source_get_replicas (BaryEditSource         *source);
/* Returns: (transfer none) (nullable): the replica that is known to have made the source itself; NULL where nobody knows. What
 * it says of its own edits counts, whatever others have said of them. */
const char *bary_edit_source_get_signer  (BaryEditSource         *source);
/* Visits each edit once. What was visited counts only when the whole answers TRUE. */
gboolean   bary_edit_source_foreach      (BaryEditSource         *source,
                                          const BaryEditVisitor  *visitor,
                                          gpointer                user_data,
                                          GCancellable           *cancellable,
                                          GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryReplica, bary_replica_free)

G_END_DECLS
