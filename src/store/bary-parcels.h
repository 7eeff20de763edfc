#pragma once

#include "bary-store.h"

G_BEGIN_DECLS

/* The journal of packages: what came and what went, and whether it was trusted. Facts of this file, not part of its
 * history. */

typedef struct {
  gint64    id;        /* of the row */
  gboolean  out;       /* it went, otherwise it came */
  char     *package;   /* UUID */
  char     *kind;      /* as "cluster"; BARY_PARCEL_UNREADABLE where it does not tell */
  char     *created;   /* UTC */
  guint64   sequence;  /* 0: not told */
  char     *peer;      /* (nullable): who sent it, or whom it is for */
  char     *peer_id;   /* (nullable) */
  char     *key;       /* (nullable): what it is signed with */
  char     *subject;   /* (nullable): id of the record it is of */
  char     *digest;    /* (nullable): of the whole; of the file where it does not tell what it is */
  char     *file;      /* (nullable): its path */
  guint     records;
  char     *trust;     /* "own", "confirmed", "unknown", "changed" or "unsigned" */
  char     *state;     /* "applied", "refused", "waiting" or "sent" */
  char     *reason;    /* (nullable): why it was refused: a code, a colon, a sentence */
  gint64    moment;    /* milliseconds since 1970 */
  char     *answer;    /* (nullable): of a receipt: "applied" or "refused" */
  char     *answered;  /* (nullable): UTC */
  gint64    action;    /* what it became in the history; 0: nothing, or an older version of the program wrote it */
} BaryParcel;

#define BARY_PARCEL_UNREADABLE "unreadable"
#define BARY_PARCEL_ANY_KEY "*"

BaryParcel *bary_parcel_new          (void);
void        bary_parcel_free         (BaryParcel       *self);

/* Writes a new row, or the row of the same package in the same direction anew. Within an import it belongs to its
 * transaction. The moment is now. */
gboolean    bary_store_log_parcel    (BaryStore        *store,
                                      const BaryParcel *parcel,
                                      GError          **error);
/* A package that was taken back came in again, as another action. */
gboolean    bary_store_renew_parcel  (BaryStore        *store,
                                      const BaryParcel *parcel,
                                      gint64            action,
                                      GError          **error);
/* A package is known by its id and its key: an id that somebody else uses, too, is another package.
 * @key: (nullable): NULL: of one that is not signed; BARY_PARCEL_ANY_KEY
 * Returns: (transfer full) (nullable): NULL without an error if there is none. */
BaryParcel *bary_store_find_parcel   (BaryStore        *store,
                                      const char       *package,
                                      const char       *key,
                                      gboolean          out,
                                      GError          **error);
/* Returns: (transfer full) (nullable): the one that told nothing of itself and had the contents. @digest: SHA-256 of the file */
BaryParcel *bary_store_find_unreadable (BaryStore      *store,
                                        const char     *digest,
                                        GError        **error);
/* Returns: (transfer full) (nullable): the one that came from the sender with the number. */
BaryParcel *bary_store_find_numbered (BaryStore        *store,
                                      const char       *peer_id,
                                      guint64           sequence,
                                      GError          **error);
/* Returns: (transfer full) (nullable): the latest of a kind that came in. @subject: (nullable): of this record only */
BaryParcel *bary_store_find_received (BaryStore        *store,
                                      const char       *kind,
                                      const char       *subject,
                                      GError          **error);
/* Returns: (transfer full) (element-type BaryParcel) (nullable): the latest first. */
GPtrArray  *bary_store_list_parcels  (BaryStore        *store,
                                      guint             limit,
                                      GError          **error);
/* Those of a sender with a key that came in, stand, and have this number or a later one.
 * Returns: (transfer full) (element-type BaryParcel) (nullable): the latest first. */
GPtrArray  *bary_store_list_later    (BaryStore        *store,
                                      const char       *peer_id,
                                      const char       *key,
                                      guint64           sequence,
                                      GError          **error);
/* Whether an import that stands has written a record since an action. */
gboolean    bary_store_came_since    (BaryStore        *store,
                                      gint64            action,
                                      BaryRecord       *record,
                                      gboolean         *came,
                                      GError          **error);
/* What a receipt says of a package that went. */
gboolean    bary_store_answer_parcel (BaryStore        *store,
                                      const char       *package,
                                      const char       *answer,
                                      const char       *moment,
                                      GError          **error);
/* The highest number below @before that came from the sender. @last: (out): 0 if there is none */
gboolean    bary_store_last_number   (BaryStore        *store,
                                      const char       *peer_id,
                                      guint64           before,
                                      guint64          *last,
                                      GError          **error);
/* Whether something came in later than the parcel. */
gboolean    bary_store_came_later    (BaryStore        *store,
                                      const BaryParcel *parcel,
                                      gboolean         *later,
                                      GError          **error);
/* The number of the next package that goes. */
gboolean    bary_store_next_sequence (BaryStore        *store,
                                      guint64          *sequence,
                                      GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryParcel, bary_parcel_free)

G_END_DECLS
