#pragma once

#include "bary-export-source.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A picture leaves the window: as a file, on paper, by the clipboard. @source: (transfer full) */

/* Asks in what form, says how large letters become, and writes the file in the window's bar of jobs. */
void bary_export_dialog_present (GtkWindow        *parent,
                                 BarySession      *session,
                                 BaryExportSource *source);

/* The desktop's dialog, with preview, and whether the picture goes on one sheet or becomes a poster. */
void bary_export_print          (GtkWindow        *parent,
                                 BarySession      *session,
                                 BaryExportSource *source);

/* The whole picture with title and legend, as pixels and as SVG: the program it is pasted into chooses. */
void bary_export_copy           (GtkWidget        *widget,
                                 BarySession      *session,
                                 BaryExportSource *source);

G_END_DECLS
