#pragma once

#include "bary-export.h"
#include "bary-session.h"

G_BEGIN_DECLS

/* What a picture is made from, kept while somebody thinks about how: the scene, what the screen shows of it, the centre. */
typedef struct {
  BaryScene   *scene;
  BaryFrame    frame;   /* with sets of its own; nothing selected or hovered */
  BaryCamera   camera;
  char        *centre;  /* (nullable) */
} BaryExportSource;

/* @session: (nullable). Returns: (transfer full) */
BaryExportSource *bary_export_source_new  (BarySession      *session,
                                           BaryScene        *scene,
                                           const BaryFrame  *frame,
                                           const BaryCamera *camera);
void              bary_export_source_free (BaryExportSource *self);

/* The frame for all of the picture or for what the screen shows of it. */
BaryFrame         bary_export_source_get_frame (const BaryExportSource *self,
                                                gboolean                visible,
                                                BaryThemeKind           theme);
/* The colours to begin with: those of the screen, but never a dark sheet of paper. */
BaryThemeKind     bary_export_source_get_theme (const BaryExportSource *self,
                                                gboolean                paper);
/* Returns: (transfer full): the name of a file, without an ending: the title and the day */
char             *bary_export_source_suggest_name (const BaryExportSource *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryExportSource, bary_export_source_free)

G_END_DECLS
