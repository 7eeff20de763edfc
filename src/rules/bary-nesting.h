#pragma once

#include "bary-disc-pack.h"
#include "bary-disc-stress.h"

G_BEGIN_DECLS

/* Discs in districts, districts in regions, regions in the whole: at each level what belongs together is placed by
 * stress and packed, and is one circle for the next. Nodes in no cluster are circles of their own, in the district
 * that most of their ties go to. */
typedef struct _BaryNesting BaryNesting;

/* Where the graph names no districts, they are found and added to @work. */
BaryNesting *bary_nesting_new      (BaryLayoutWork         *work);
void         bary_nesting_free     (BaryNesting            *self);
/* Places everything anew by its ties. */
void         bary_nesting_arrange  (BaryNesting            *self);
/* Places what is arranged again, so that ways in the picture are as long as along ties. */
void         bary_nesting_spread   (BaryNesting            *self,
                                    const BaryStressTables *tables);
/* Places everything again, about where it is: sizes have changed. Then nothing overlaps. */
void         bary_nesting_tighten  (BaryNesting            *self);
/* Titles above their discs, and discs round districts. */
void         bary_nesting_finish   (BaryNesting            *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryNesting, bary_nesting_free)

G_END_DECLS
