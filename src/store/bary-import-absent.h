#pragma once

#include "bary-id-table.h"
#include "bary-import.h"
#include "bary-record-source.h"
#include "bary-writer.h"

G_BEGIN_DECLS

/* What a source of whole things does not hold any more was taken back by its maker: it goes, if it once came by an import; what
 * was added here stays. An assignment whose sheet was begun stays, too, with the sheet, and is marked as taken back.
 * @lines: what the source holds; @plan: gets what goes */
gboolean bary_import_take_back (BaryStore         *store,
                                BaryWriter        *writer,
                                BaryRecordSource  *source,
                                BaryIdTable       *lines,
                                BaryImportReport  *report,
                                GChecksum         *plan,
                                GError           **error);

G_END_DECLS
