#pragma once

#include "bary-store.h"

G_BEGIN_DECLS

/* What is allowed and hardly meant: it comes about when two have edited apart, and nothing is refused for it. Somebody
 * has to look at the records and mend one of them. */
typedef struct {
  BaryKind  kind;    /* of the record to look at */
  char     *id;
  char     *message; /* translated: what is the matter and what to do */
} BaryAttention;

/* Of each rule the first breaches only. */
#define BARY_ATTENTION_MOST 50

void       bary_attention_free       (BaryAttention  *self);

/* Two curators of a cluster on the same days; two organisations of a kind, or two applications of a contest, with one
 * number. Returns: (transfer full) (element-type BaryAttention) (nullable) */
GPtrArray *bary_store_list_attention (BaryStore      *store,
                                      GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryAttention, bary_attention_free)

G_END_DECLS
