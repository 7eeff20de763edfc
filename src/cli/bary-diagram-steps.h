#pragma once

#include "bary-palette.h"
#include "bary-store-slides.h"

G_BEGIN_DECLS

/* The steps of the presentation of a picture, a page for each, into a PDF. */
gboolean bary_diagram_steps_write (BaryStore                 *store,
                                   const BaryNetworkRequest  *request,
                                   BaryThemeKind              theme,
                                   const char                *path,
                                   GError                   **error);

G_END_DECLS
