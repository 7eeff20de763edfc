#pragma once

#include "bary-show.h"

G_BEGIN_DECLS

/* Changes to the steps of a presentation, each one undoable action. The first one keeps all steps as records; from then
 * on they stay as they are. @index: of BaryPresentation.slides. */

/* @by: how many places, towards the end or, if negative, the beginning */
void bary_show_edit_move        (BaryShow *self,
                                 guint     index,
                                 int       by);
/* @caption: (nullable): NULL follows the data again */
void bary_show_edit_set_caption (BaryShow   *self,
                                 guint       index,
                                 const char *caption);
/* @note: (nullable) */
void bary_show_edit_set_note    (BaryShow   *self,
                                 guint       index,
                                 const char *note);
void bary_show_edit_set_hidden  (BaryShow *self,
                                 guint     index,
                                 gboolean  hidden);
void bary_show_edit_remove      (BaryShow *self,
                                 guint     index);
/* Takes in a step that is offered. */
void bary_show_edit_accept      (BaryShow *self,
                                 guint     index);
/* @view: a step of kind BARY_SHOW_STEP_VIEW, put after the one at `index` */
void bary_show_edit_add_view    (BaryShow           *self,
                                 guint               index,
                                 const BaryShowStep *view);
/* Forgets everything that was edited: the steps follow the structure again. */
void bary_show_edit_restore     (BaryShow *self);

G_END_DECLS
