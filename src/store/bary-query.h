#pragma once

#include "bary-database.h"
#include "bary-record.h"

G_BEGIN_DECLS

/* Which records of a kind, in which order. Values are bound, never pasted. */
typedef struct _BaryQuery BaryQuery;

BaryQuery  *bary_query_new      (BaryKind     kind);
BaryQuery  *bary_query_copy     (const BaryQuery *self);
void        bary_query_free     (BaryQuery   *self);
BaryKind    bary_query_get_kind (const BaryQuery *self);

/* @value: (nullable): canonical; NULL finds those without a value. The field must exist. */
void        bary_query_where    (BaryQuery   *self,
                                 const char  *field,
                                 const char  *value);
/* Only those whose from–to covers the day (kinds with a range). */
void        bary_query_on_day   (BaryQuery   *self,
                                 const char  *day);
/* Only those that the search finds by these words; empty finds all. */
void        bary_query_matching (BaryQuery   *self,
                                 const char  *words);
/* @field: (nullable): NULL sorts by name as people expect it (kinds that are searched), which is the
 * default; a reference sorts by the name of its target. */
void        bary_query_sort     (BaryQuery   *self,
                                 const char  *field,
                                 gboolean     descending);

/* Returns: (transfer full) (nullable): a statement ready to step: the ids only, or whole rows for bary_mapper_read. */
BaryStatement *bary_query_prepare (const BaryQuery *self,
                                   BaryDatabase    *database,
                                   gboolean         ids_only,
                                   GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryQuery, bary_query_free)

G_END_DECLS
