#pragma once

#include "bary-import.h"
#include "bary-package.h"

G_BEGIN_DECLS

/* Packages into a store, under the name that undo and the history show. For any thread that has its own store. */

/* @report: zeroed by the caller */
gboolean bary_samples_import (BaryStore         *store,
                              BaryPackage       *package,
                              BaryImportFlags    flags,
                              BaryImportReport  *report,
                              GCancellable      *cancellable,
                              GError           **error);

/* Every package of the folder of samples: the installed one, or "samples" in BARYCENTER_DATA_DIR. */
gboolean bary_samples_fill   (BaryStore         *store,
                              GCancellable      *cancellable,
                              GError           **error);

G_END_DECLS
