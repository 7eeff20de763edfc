#pragma once

#include "bary-import.h"
#include "bary-package-kind.h"
#include "bary-parcels.h"

G_BEGIN_DECLS

/* What a package may not say any more, because the same sender said something newer that came in before, or it is itself what
 * came: so a package that is late, or comes twice, puts no old value over a newer one. What is not here yet, it still brings. */
typedef struct _BaryOvertaken BaryOvertaken;

/* @error: set on an error of the database
 * Returns: (transfer full) (nullable): NULL where nothing newer came. */
BaryOvertaken *bary_overtaken_new     (BaryStore              *store,
                                       const BaryManifest     *manifest,
                                       BaryImportReport       *report,
                                       GError                **error);
void           bary_overtaken_free    (BaryOvertaken          *self);

/* Makes a record what stands here, if that is newer.
 * @line: where the record stands in the package
 * Returns: FALSE on an error of the database. */
gboolean       bary_overtaken_hold    (BaryOvertaken          *self,
                                       BaryRecord             *record,
                                       BaryRecord             *present,
                                       guint                   line,
                                       GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryOvertaken, bary_overtaken_free)

G_END_DECLS
