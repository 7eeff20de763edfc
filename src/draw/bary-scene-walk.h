#pragma once

#include "bary-pen.h"
#include "bary-scene.h"

G_BEGIN_DECLS

/* Everything that is painted, in order, with the decisions of the painter: what is seen, in which detail, which labels
 * find room. First the ground: districts, clusters, lines, nodes; over it titles and labels, which look for their room
 * in all that the camera sees. */
void bary_scene_walk         (BaryScene        *self,
                              BaryPen          *pen,
                              const BaryCamera *camera,
                              const BaryFrame  *frame);
/* @sight: what of the camera's area is needed, in its units */
void bary_scene_walk_ground  (BaryScene        *self,
                              BaryPen          *pen,
                              const BaryCamera *camera,
                              const BaryFrame  *frame,
                              const BaryBox    *sight);
void bary_scene_walk_words   (BaryScene        *self,
                              BaryPen          *pen,
                              const BaryCamera *camera,
                              const BaryFrame  *frame);
/* The legend with its upper left corner at x, y; see bary_scene_draw_legend. */
void bary_scene_walk_legend  (BaryScene        *self,
                              BaryLegendForm    form,
                              BaryPen          *pen,
                              const BaryTheme  *theme,
                              double            most,
                              double            x,
                              double            y);

/* What the picture is, whose, and of which day: at the head of what is exported and printed.
 * @centre: (nullable): the name of the methodical centre. */
void bary_scene_measure_title (BaryScene       *self,
                               const char      *centre,
                               double           most,
                               double          *width,
                               double          *height);
void bary_scene_walk_title   (BaryScene        *self,
                              BaryPen          *pen,
                              const BaryTheme  *theme,
                              const char       *centre,
                              double            most,
                              double            x,
                              double            y);
void bary_scene_draw_title   (BaryScene        *self,
                              cairo_t          *cr,
                              const BaryTheme  *theme,
                              const char       *centre,
                              double            most);

G_END_DECLS
