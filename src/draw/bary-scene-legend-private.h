#pragma once

#include "bary-scene-private.h"

G_BEGIN_DECLS

typedef enum {
  SCENE_ENTRY_CENTRES,
  SCENE_ENTRY_BODIES,
  SCENE_ENTRY_GROUP,
  SCENE_ENTRY_SIGN,      /* the groups of all schemes at one place of their orders, which look the same */
  SCENE_ENTRY_BASE_SITE,
  SCENE_ENTRY_MANY,     /* in several clusters */
  SCENE_ENTRY_HEAVY,
  SCENE_ENTRY_PRESENCE,
  SCENE_ENTRY_LINE,
} SceneEntryType;

typedef struct {
  SceneEntryType type;
  guint     value; /* group, place of a group, line or presence */
  char     *name;  /* without the count */
  char     *text;
  guint     count;
} SceneEntry;

/* Returns: (transfer full) (element-type SceneEntry): what there is, in the order of the legend. */
GArray *scene_entries_list (BaryScene        *self,
                            BaryLegendForm    form);
/* Sets the bytes of the nodes an entry stands for, and clears the others. */
void    scene_entry_mark   (BaryScene        *self,
                            const SceneEntry *entry,
                            guint8           *members);

G_END_DECLS
