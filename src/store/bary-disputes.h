#pragma once

#include "bary-ledger.h"
#include "bary-store.h"

G_BEGIN_DECLS

/* What a person has to decide on: where the edits say something else than what stands, or more than one thing. A
 * decision is an edit that knows all it decided on: it travels, and ends the matter everywhere. */

typedef enum {
  BARY_DISPUTE_CONFLICT, /* a field was edited in two places at once */
  BARY_DISPUTE_PROPOSAL, /* somebody proposes another value of a field that belongs to somebody else */
  BARY_DISPUTE_HELD,     /* a field is left as it stands, or a new record is left out, because a rule forbids what it would become */
  BARY_DISPUTE_REMOVAL,  /* the record was removed by one and edited by another, or its removal is proposed */
} BaryDisputeCode;

/* One of the values that it could have. */
typedef struct {
  char      *value;   /* (nullable): empty; of a whole record unused */
  char      *author;  /* (nullable): nobody has said so, a rule has */
  char      *replica; /* the name of whose it is; NULL: this database */
  BaryStamp  stamp;   /* 0 without an author */
  gboolean   removes; /* of a whole record: this one removes it or leaves it out */
  gboolean   stands;
  gboolean   owner;   /* it was said by who owns the record, or nobody does */
} BaryCandidate;

typedef struct {
  BaryDisputeCode  code;
  BaryKind         kind;
  char            *id;
  char            *title;      /* what a person calls the record */
  const BaryField *field;      /* NULL of a whole record */
  gboolean         has_base;   /* there is a value that all candidates were made from */
  char            *base;       /* (nullable): that value; NULL: the field was empty */
  GPtrArray       *candidates; /* (element-type BaryCandidate): older ones first; what stands is one of them */
} BaryDispute;

/* How many are decided on at once. */
typedef enum {
  BARY_DISPUTE_RULE_MINE,   /* what stands here */
  BARY_DISPUTE_RULE_THEIRS, /* the newest of the others */
  BARY_DISPUTE_RULE_NEWEST,
  BARY_DISPUTE_RULE_OWNER,  /* the newest that was said by the owner */
} BaryDisputeRule;

void        bary_dispute_free          (BaryDispute         *self);

/* Returns: (transfer full) (element-type BaryDispute) (nullable): by kind and id. */
GPtrArray  *bary_store_list_disputes   (BaryStore           *store,
                                        GError             **error);

/* What becomes of a whole record, in words. */
const char *bary_dispute_get_fate      (const BaryDispute   *self,
                                        const BaryCandidate *candidate);

/* Which candidate a rule chooses; G_MAXUINT if none. */
guint       bary_dispute_choose        (const BaryDispute   *self,
                                        BaryDisputeRule      rule);

/* One action for all. @choices: a candidate for each; G_MAXUINT leaves the dispute open */
gboolean    bary_store_decide          (BaryStore           *store,
                                        GPtrArray           *disputes,
                                        const guint         *choices,
                                        GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryDispute, bary_dispute_free)

G_END_DECLS
