#pragma once

#include "bary-store.h"

G_BEGIN_DECLS

/* The senders whose keys a person has confirmed. Facts of this file, not part of its history. */

typedef enum {
  BARY_SENDER_CENTRE,
  BARY_SENDER_SCHOOL,
  BARY_SENDER_EXPERT,
} BarySenderRole;

typedef struct {
  char           *key;    /* base64 */
  char           *id;     /* of the database it writes from */
  char           *name;
  BarySenderRole  role;
  char           *record; /* (nullable): the school's organisation or the expert's person */
  gboolean        replaced; /* it has another key now */
  gint64          moment; /* of the confirmation, milliseconds since 1970 */
} BarySender;

/* How a key came to be trusted. */
typedef enum {
  BARY_SENDER_BY_WORDS,   /* compared by telephone */
  BARY_SENDER_BY_HAND,    /* by whoever runs the program */
  BARY_SENDER_BY_VOUCHER, /* the key before has signed it */
} BarySenderWay;

void        bary_sender_free           (BarySender      *self);

/* Returns: (transfer full) (nullable): NULL without an error where nobody has confirmed the key. */
BarySender *bary_store_find_sender     (BaryStore       *store,
                                        const char      *key,
                                        GError         **error);
/* Returns: (transfer full) (nullable): the present key of a database. */
BarySender *bary_store_find_sender_by_id (BaryStore     *store,
                                          const char    *id,
                                          GError       **error);
/* Returns: (transfer full) (element-type BarySender) (nullable): by name, the replaced ones last. */
GPtrArray  *bary_store_list_senders    (BaryStore       *store,
                                        GError         **error);
/* Any other key of the same database is replaced by it.
 * @record: (nullable) */
gboolean    bary_store_confirm_sender  (BaryStore       *store,
                                        const char      *key,
                                        const char      *id,
                                        const char      *name,
                                        BarySenderRole   role,
                                        const char      *record,
                                        BarySenderWay    way,
                                        GError         **error);
/* Who a confirmed sender is. @record: (nullable) */
gboolean    bary_store_set_sender_role (BaryStore       *store,
                                        const char      *key,
                                        BarySenderRole   role,
                                        const char      *record,
                                        GError         **error);
gboolean    bary_store_forget_sender   (BaryStore       *store,
                                        const char      *key,
                                        GError         **error);

/* Returns: FALSE if there is no such role. */
gboolean    bary_sender_role_from_word (const char      *word,
                                        BarySenderRole  *role);
const char *bary_sender_role_to_word   (BarySenderRole   role);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BarySender, bary_sender_free)

G_END_DECLS
