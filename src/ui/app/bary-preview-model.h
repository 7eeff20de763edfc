#pragma once

#include "bary-preview.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A line of a preview: a kind, below it its records, below those their fields. What a record says is read when its line is
 * first seen. */
#define BARY_TYPE_PREVIEW_NODE (bary_preview_node_get_type ())
G_DECLARE_FINAL_TYPE (BaryPreviewNode, bary_preview_node, BARY, PREVIEW_NODE, GObject)

BaryKind                bary_preview_node_get_kind  (BaryPreviewNode     *self);
/* How many records of its kind come to that. */
guint                   bary_preview_node_count     (BaryPreviewNode     *self,
                                                     BaryChangeOperation  operation);
/* Returns: (transfer none) (nullable): NULL for a kind. */
const BaryPreviewItem  *bary_preview_node_get_item  (BaryPreviewNode     *self);
/* Returns: (transfer none) (nullable): NULL for a kind and a record. */
const BaryPreviewField *bary_preview_node_get_field (BaryPreviewNode     *self);

/* @store: (nullable): where the rest of what is referred to stands
 * Returns: (transfer full): of rows of BaryPreviewNode; few are open from the start. */
GtkTreeListModel       *bary_preview_model_new      (BaryPreview         *preview,
                                                     BaryStore           *store);

G_END_DECLS
