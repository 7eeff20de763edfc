#pragma once

#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The pane beside the list: the card of the chosen record, or its form. A form that was begun waits with what
 * was typed until its record is chosen again.
 *
 * Properties: "session", "folded" (gboolean): lies over the list and needs a button that closes it.
 * Signal "close": that button. */
#define BARY_TYPE_DIRECTORY_INSPECTOR (bary_directory_inspector_get_type ())
G_DECLARE_FINAL_TYPE (BaryDirectoryInspector, bary_directory_inspector, BARY, DIRECTORY_INSPECTOR, AdwBin)

/* @record: (nullable) */
void bary_directory_inspector_show (BaryDirectoryInspector *self,
                                    BaryRecord             *record);
/* Turns the card into a form. */
void bary_directory_inspector_edit (BaryDirectoryInspector *self);

G_END_DECLS
