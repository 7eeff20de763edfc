#pragma once

#include "bary-scene.h"
#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A picture leaves the window: as a file, on paper, by the clipboard.
 * @scene: as it is shown; @frame, @camera: as it is painted, copied. */

/* Asks in what form, says how large letters become, and writes the file in the window's bar of jobs. */
void bary_export_dialog_present (GtkWindow        *parent,
                                 BarySession      *session,
                                 BaryScene        *scene,
                                 const BaryFrame  *frame,
                                 const BaryCamera *camera);

/* The desktop's dialog, with preview, and whether the picture goes on one sheet or becomes a poster. */
void bary_export_print          (GtkWindow        *parent,
                                 BarySession      *session,
                                 BaryScene        *scene,
                                 const BaryFrame  *frame,
                                 const BaryCamera *camera);

/* The whole picture with title and legend, as pixels and as SVG: the program it is pasted into chooses. */
void bary_export_copy           (GtkWidget        *widget,
                                 BarySession      *session,
                                 BaryScene        *scene,
                                 const BaryFrame  *frame,
                                 const BaryCamera *camera);

G_END_DECLS
