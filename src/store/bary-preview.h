#pragma once

#include "bary-store.h"

G_BEGIN_DECLS

/* What an import would do, record by record: kept in a file of its own without a name, which goes with the object. However
 * much it is, only what is asked for is read. One thread at a time. */
#define BARY_TYPE_PREVIEW (bary_preview_get_type ())
G_DECLARE_FINAL_TYPE (BaryPreview, bary_preview, BARY, PREVIEW, GObject)

/* Both in words; empty where there is none. */
typedef struct {
  const BaryField *field;
  char            *was;
  char            *became;
} BaryPreviewField;

typedef struct {
  BaryKind             kind;
  char                *id;
  BaryChangeOperation  operation;
  char                *title;
  GPtrArray           *fields; /* (element-type BaryPreviewField): those that get another value */
} BaryPreviewItem;

void             bary_preview_item_free (BaryPreviewItem     *item);

/* Takes what an action that is being written has changed so far. Contents of appendices are left out.
 * Returns: (transfer full) (nullable) */
BaryPreview     *bary_preview_new       (BaryDatabase        *database,
                                         gint64               action,
                                         GError             **error);
/* How many records of a kind come to that. */
guint            bary_preview_count     (BaryPreview         *self,
                                         BaryKind             kind,
                                         BaryChangeOperation  operation);
/* The records of a kind: those that change first, then removed and new ones.
 * @store: (nullable): where the rest of what they refer to stands
 * Returns: (transfer full) (nullable): NULL where it cannot be read. */
BaryPreviewItem *bary_preview_get       (BaryPreview         *self,
                                         BaryStore           *store,
                                         BaryKind             kind,
                                         guint                position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryPreviewItem, bary_preview_item_free)

G_END_DECLS
