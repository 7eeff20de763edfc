#pragma once

#include "bary-clock.h"

G_BEGIN_DECLS

/* Who knew what when. A replica is a database that edits are made in; its edits carry rising stamps. Whoever takes
 * edits of another replica in takes all of them up to a stamp, so that what a replica knew at a moment is one stamp
 * for each other replica: a version vector (Parker et al., «Detection of Mutual Inconsistency in Distributed
 * Systems», 1983). An edit is based on all that its replica knew when it was made; the vector changes only by an
 * import, so it is kept once per import and not once per edit. */
typedef struct _BaryKnowledge BaryKnowledge;

BaryKnowledge *bary_knowledge_new  (void);
void           bary_knowledge_free (BaryKnowledge       *self);

/* From @stamp on, @replica knows the edits of @other up to @known. In any order, and as often as it likes. */
void           bary_knowledge_add  (BaryKnowledge       *self,
                                    const char          *replica,
                                    BaryStamp            stamp,
                                    const char          *other,
                                    BaryStamp            known);

/* The last edit of @other that @replica knew when it made the edit stamped @stamp; 0 for none. Of its own it knows
 * all before. */
BaryStamp      bary_knowledge_get  (const BaryKnowledge *self,
                                    const char          *replica,
                                    BaryStamp            stamp,
                                    const char          *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryKnowledge, bary_knowledge_free)

G_END_DECLS
