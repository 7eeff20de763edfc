#pragma once

#include "bary-report.h"

G_BEGIN_DECLS

/* The one paginator: a document as sheets of paper, for a PDF, a printer and a preview alike.
 *
 * A row of a table stays whole where it fits on a sheet; a longer one is cut between lines, at least two of them on
 * either side. The row of headings stands on each sheet again. Headings stay with what follows them. */
typedef struct _BaryPages BaryPages;

/* @family: (nullable): of the font; a list of such is possible.
 * Returns: (transfer full): it belongs to the thread that made it; @report must live as long. */
BaryPages *bary_pages_new       (const BaryReport *report,
                                 const char       *family);
void       bary_pages_free      (BaryPages        *self);

guint      bary_pages_count     (const BaryPages  *self);
/* In points, as the sheets lie. */
void       bary_pages_get_sheet (const BaryPages  *self,
                                 BarySheetSize    *sheet);
/* @page: from 0; the unit of @cr is a point. */
void       bary_pages_draw      (const BaryPages  *self,
                                 cairo_t          *cr,
                                 guint             page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryPages, bary_pages_free)

G_END_DECLS
