#pragma once

#include "bary-preview-model.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What a package would change: kinds with their counts, records, and of each field what it is and what it becomes. */
#define BARY_TYPE_PREVIEW_LIST (bary_preview_list_get_type ())
G_DECLARE_FINAL_TYPE (BaryPreviewList, bary_preview_list, BARY, PREVIEW_LIST, AdwBin)

/* @store: (nullable): see bary_preview_get */
void bary_preview_list_show (BaryPreviewList *self,
                             BaryPreview     *preview,
                             BaryStore       *store);

G_END_DECLS
