#pragma once

#include "bary-store.h"

G_BEGIN_DECLS

/* For any thread that has its own store. Every package of the folder of samples, each under the name that undo and the history show: the installed one, or "samples" in BARYCENTER_DATA_DIR. */
gboolean bary_samples_fill (BaryStore     *store,
                            GCancellable  *cancellable,
                            GError       **error);

G_END_DECLS
