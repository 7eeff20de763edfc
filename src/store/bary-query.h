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

/* @field: of the record, or through a reference, of what that leads to: "section.contest". It must exist.
 * @value: (nullable): canonical; NULL finds those without a value */
void        bary_query_where    (BaryQuery   *self,
                                 const char  *field,
                                 const char  *value);
/* Only those whose from–to covers the day (kinds with a range). */
void        bary_query_on_day   (BaryQuery   *self,
                                 const char  *day);
/* Only those (or, unless `referred`, only those not) to which a record of `kind` refers by `field`.
 * @day: (nullable): counts only referring records whose from–to covers it */
void        bary_query_referred (BaryQuery   *self,
                                 BaryKind     kind,
                                 const char  *field,
                                 const char  *day,
                                 gboolean     referred);
/* Only those that the search finds by these words; empty finds all. */
void        bary_query_matching (BaryQuery   *self,
                                 const char  *words);
/* The words find those too to which a record of `kind` refers by `field`, if they find what its `through` refers to:
 * clusters by their members. @day: (nullable): as for bary_query_referred */
void        bary_query_matching_through (BaryQuery  *self,
                                         BaryKind    kind,
                                         const char *field,
                                         const char *through,
                                         const char *day);
/* @field: (nullable): NULL sorts by name as people expect it (kinds that are searched), which is the
 * default; a reference sorts by the name of its target, a choice by its words, a number by its value.
 * Records without a value stand last either way. */
void        bary_query_sort     (BaryQuery   *self,
                                 const char  *field,
                                 gboolean     descending);
/* By how many records of `kind` refer to each by `field` (on `day`, if given). */
void        bary_query_sort_by_referrers (BaryQuery  *self,
                                          BaryKind    kind,
                                          const char *field,
                                          const char *day,
                                          gboolean    descending);

/* Returns: (transfer full) (nullable): a statement ready to step: the ids only, or whole rows for bary_mapper_read. */
BaryStatement *bary_query_prepare (const BaryQuery *self,
                                   BaryDatabase    *database,
                                   gboolean         ids_only,
                                   GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryQuery, bary_query_free)

G_END_DECLS
