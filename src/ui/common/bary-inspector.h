#pragma once

#include "bary-form.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The pane beside the list: the card of the chosen record, or its form. A form that was begun waits with what
 * was typed until its record is chosen again.
 *
 * Properties: "session", "folded" (gboolean): lies over the list and needs a button that closes it.
 * Signal "close": that button. */
#define BARY_TYPE_INSPECTOR (bary_inspector_get_type ())
G_DECLARE_FINAL_TYPE (BaryInspector, bary_inspector, BARY, INSPECTOR, AdwBin)

/* @record: (nullable) */
void bary_inspector_show (BaryInspector *self,
                          BaryRecord    *record);
/* Turns the card into a form. */
void bary_inspector_edit (BaryInspector *self);

/* Returns: (transfer none) (nullable): the form of the record that is shown, if it is being edited. */
BaryForm *bary_inspector_get_form (BaryInspector *self);

G_END_DECLS
