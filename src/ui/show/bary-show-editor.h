#pragma once

#include "bary-show.h"
#include "bary-view.h"

G_BEGIN_DECLS

/* The steps of a presentation: their order, what is said at each, which are presented; new ones from what the window
 * behind it shows. */
#define BARY_TYPE_SHOW_EDITOR (bary_show_editor_get_type ())
G_DECLARE_FINAL_TYPE (BaryShowEditor, bary_show_editor, BARY, SHOW_EDITOR, AdwWindow)

/* @view: the tab whose diagram can be kept as a step */
GtkWindow *bary_show_editor_new (GtkWindow *parent,
                                 BaryShow  *show,
                                 BaryView  *view);

G_END_DECLS
