#pragma once

#include "bary-scene.h"

G_BEGIN_DECLS

/* Remembers where everything stood in the last pictures, so that one that comes back, by undo or another day, looks as
 * it did. Pictures are told apart by who is in them, in which groups, and what is pinned where; those of another kind want a
 * memory of their own. May be used by several threads. */
typedef struct _BaryLayoutMemory BaryLayoutMemory;

/* Returns: (transfer full) */
BaryLayoutMemory *bary_layout_memory_new    (void);
void              bary_layout_memory_free   (BaryLayoutMemory  *self);

/* Puts the nodes of a network that is not yet a scene where they stood. Returns: FALSE if it was never seen. */
gboolean          bary_layout_memory_recall (BaryLayoutMemory  *self,
                                             BaryNetwork       *network);
/* @scene: arranged */
void              bary_layout_memory_keep   (BaryLayoutMemory  *self,
                                             BaryScene         *scene);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryLayoutMemory, bary_layout_memory_free)

G_END_DECLS
