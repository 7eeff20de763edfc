#pragma once

#include "bary-query.h"

G_BEGIN_DECLS

typedef struct {
  const BaryField *field;
  const BaryField *of;    /* of what a reference leads to; NULL: the field itself is compared */
  char            *value;
} BaryQueryCondition;

/* Those that refer to a record. */
typedef struct {
  BaryKind         kind;
  const BaryField *field; /* NULL: not used */
  char            *day;
  gboolean         referred;
} BaryQueryReferrers;

struct _BaryQuery {
  BaryKind            kind;
  GArray             *conditions;       /* of BaryQueryCondition */
  GArray             *referrers;        /* of BaryQueryReferrers */
  char               *day;
  char               *match;            /* an FTS5 expression */
  BaryQueryReferrers  bridge;           /* those whose `through` is found lead to a record as well */
  const BaryField    *through;
  const BaryField    *sort;
  BaryQueryReferrers  sort_referrers;
  gboolean            descending;
};

G_END_DECLS
