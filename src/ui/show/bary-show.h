#pragma once

#include "bary-scene.h"
#include "bary-session.h"
#include "bary-store-slides.h"

G_BEGIN_DECLS

/* A presentation of a cluster or of the network: its steps and the scenes they show, read and arranged off the main
 * thread; follows the store.
 *
 * Signal "changed": the steps or the scenes are others; at first, that they are there. */
#define BARY_TYPE_SHOW (bary_show_get_type ())
G_DECLARE_FINAL_TYPE (BaryShow, bary_show, BARY, SHOW, GObject)

/* @cluster: (nullable): for the picture of one; @like: (nullable): a scene of the same picture, where nodes stand as
 * somebody has just seen them; @family: of the font */
BaryShow         *bary_show_new              (BarySession *session,
                                              BaryPicture  picture,
                                              const char  *cluster,
                                              BaryScene   *like,
                                              const char  *family);
BarySession      *bary_show_get_session      (BaryShow *self);
const char       *bary_show_get_family       (BaryShow *self);
/* Returns: (transfer none) (nullable): NULL until it has been read. */
BaryPresentation *bary_show_get_presentation (BaryShow *self);
/* Returns: (transfer none) (element-type BaryShowStep): those that are presented; empty until they have been read. */
const GPtrArray  *bary_show_get_shown        (BaryShow *self);
/* Returns: (transfer none) (nullable) */
BaryScene        *bary_show_get_scene        (BaryShow           *self,
                                              const BaryShowStep *step);
/* Returns: (transfer full) (nullable): below the title. */
char             *bary_show_describe         (BaryShow *self);
/* Returns: (transfer full) (nullable): the name of the methodical centre. */
char             *bary_show_dup_centre       (BaryShow *self);
/* What it is about, for a worker that reads it again: copies, the scene as in bary_show_new (nullable). */
void              bary_show_describe_picture (BaryShow     *self,
                                              BaryPicture  *picture,
                                              char        **cluster,
                                              char        **day,
                                              BaryScene   **like);
/* Whether steps can be edited and kept. */
gboolean          bary_show_is_editable      (BaryShow *self);

G_END_DECLS
