#pragma once

#include "bary-year-sheet.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A plan's sheet that can be walked, chosen from and dragged on. As high as its width demands: put it into a scrolled window.
 *
 * Signals: "selected" (int event): by a person; -1 for none. "activated" (int event): a double click, or Enter.
 *   "dropped" (int event, guint day): dragged so that it begins on that day. */
#define BARY_TYPE_SHEET_BODY (bary_sheet_body_get_type ())
G_DECLARE_FINAL_TYPE (BarySheetBody, bary_sheet_body, BARY, SHEET_BODY, GtkWidget)

/* What an event is called, for screen readers and tooltips. Returns: (transfer full) */
typedef char *(*BarySheetDescribe) (int      event,
                                    gpointer data);

/* @sheet: (transfer full) (nullable); @describe: asked until there is another sheet */
void           bary_sheet_body_set_sheet     (BarySheetBody     *self,
                                              BaryYearSheet     *sheet,
                                              BarySheetDescribe  describe,
                                              gpointer           data);
/* Returns: (transfer none) (nullable): laid out for the width it has. */
BaryYearSheet *bary_sheet_body_get_sheet     (BarySheetBody *self);

/* -1 for none. Nothing is signalled. */
void           bary_sheet_body_set_selected  (BarySheetBody *self,
                                              int            event);
int            bary_sheet_body_get_selected  (BarySheetBody *self);

/* Whether events can be dragged. */
void           bary_sheet_body_set_editable  (BarySheetBody *self,
                                              gboolean       editable);

G_END_DECLS
