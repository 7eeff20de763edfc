#pragma once

#include "bary-roadmap-year.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The sheet of a year, a quarter or a month, with its head, which stays, and its legend.
 *
 * Signals: "selected" (int event), "activated" (int event), "dropped" (int event, guint day): as of BarySheetBody; events are
 * those of the year. */
#define BARY_TYPE_SHEET_PAGE (bary_sheet_page_get_type ())
G_DECLARE_FINAL_TYPE (BarySheetPage, bary_sheet_page, BARY, SHEET_PAGE, AdwBin)

/* @fitting: a byte per event; @days: shown. A cluster of which nothing fits keeps its row if `rows` is NULL or says so.
 * @rows: (nullable): a byte per roadmap */
void bary_sheet_page_show         (BarySheetPage   *self,
                                   BaryRoadmapYear *year,
                                   const guint8    *fitting,
                                   const guint8    *rows,
                                   BaryDaySpan      days);
void bary_sheet_page_set_selected (BarySheetPage   *self,
                                   int              event);
void bary_sheet_page_set_editable (BarySheetPage   *self,
                                   gboolean         editable);

G_END_DECLS
