#pragma once

#include "bary-record-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One selected record of a list, remembered by its id, so that a list of 50,000 may change under it without
 * being read. Property "selected" (id, nullable) stays while the record is outside the list. */
#define BARY_TYPE_RECORD_SELECTION (bary_record_selection_get_type ())
G_DECLARE_FINAL_TYPE (BaryRecordSelection, bary_record_selection, BARY, RECORD_SELECTION, GObject)

BaryRecordSelection *bary_record_selection_new          (BaryRecordList      *list);
const char          *bary_record_selection_get_selected (BaryRecordSelection *self);
void                 bary_record_selection_set_selected (BaryRecordSelection *self,
                                                         const char          *id);
/* Returns: G_MAXUINT if the selected record is not in the list. */
guint                bary_record_selection_get_position (BaryRecordSelection *self);

G_END_DECLS
