#pragma once

#include "bary-intake.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What a package would do, before it does it.
 * Signal "answered" (gboolean import): once, also when the window is closed. */
#define BARY_TYPE_IMPORT_DIALOG (bary_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BaryImportDialog, bary_import_dialog, BARY, IMPORT_DIALOG, AdwWindow)

/* @store: (nullable): what it comes into. A package whose sender is not known yet comes in only once the person says that the words of its key are those that
 * the sender read out.
 * @package: read to its end; @report: of a dry run with a preview */
BaryImportDialog *bary_import_dialog_new (GtkWindow              *parent,
                                          BaryStore              *store,
                                          BaryPackage            *package,
                                          BaryTrust               trust,
                                          const BaryImportReport *report);

G_END_DECLS
